"""Forms sent from other sites are refused before anything else is looked at."""

from urllib.parse import urlsplit

from fastapi import Request

from docgen.web.refusals import ForeignFormError

SAFE = frozenset({"GET", "HEAD", "OPTIONS", "TRACE"})
"""Methods that change nothing (RFC 9110, 9.2.1)."""
_OURS = frozenset({"same-origin", "none"})


def refuse_foreign(request: Request) -> None:
    """Let a form pass that its browser says is from us, or that says nothing: then its secret decides.

    Raises:
        ForeignFormError: it is from elsewhere (Fetch Metadata; RFC 6454, 7).

    """
    site = request.headers.get("sec-fetch-site")
    if site is not None and site not in _OURS:
        raise ForeignFormError(is_foreign=True)
    origin = request.headers.get("origin")
    if origin is not None and urlsplit(origin).netloc != request.headers.get("host", ""):
        raise ForeignFormError(is_foreign=True)
