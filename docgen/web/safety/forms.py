"""Forms: read within limits, and taken only with the secret that we put into them."""

from secrets import compare_digest

from fastapi import Request
from starlette.exceptions import HTTPException

from docgen.web.refusals import ForeignFormError

FIELD, HEADER = "ma_phien", "x-csrf"
"""Where the secret stands: a hidden field, or a header of scripts."""
_MOST_FIELDS = 1000
_MOST_OF_FIELD = 2**20
"""Bytes."""
_KINDS = ("multipart/form-data", "application/x-www-form-urlencoded")


async def read_form(request: Request, files: int = 0) -> None:
    """Read the form of a request, which keeps it for FastAPI.

    Raises:
        HTTPException: it is no form (415), has too many fields or files (400), or is too big (413).

    """
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if kind not in _KINDS and (kind or await request.body()):
        raise HTTPException(415)
    await request.form(max_fields=_MOST_FIELDS, max_files=files, max_part_size=_MOST_OF_FIELD)


async def refuse_unproven(request: Request, secret: str) -> None:
    """Let a form pass that was made for its sender.

    Raises:
        ForeignFormError: its secret is another one, or it has none.

    """
    told = request.headers.get(HEADER) or (await request.form()).get(FIELD)
    if not secret or not isinstance(told, str) or not compare_digest(told.encode(), secret.encode()):
        raise ForeignFormError
