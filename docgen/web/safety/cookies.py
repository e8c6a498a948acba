"""The two cookies: of whoever is signed in, and of the forms of whoever is not yet."""

import secrets

from fastapi import Request
from starlette.responses import Response

_SESSION, _FORM = "phien", "bieu-mau"
_LENGTH = 32
"""Bytes of a secret."""


def session_secret(request: Request, *, secure: bool) -> str:
    """Return the secret of a session; empty where there is none."""
    return request.cookies.get(_name(_SESSION, secure=secure), "")


def form_secret(request: Request, *, secure: bool) -> tuple[str, bool]:
    """Return the secret of forms before signing in, and whether it is a new one."""
    known = request.cookies.get(_name(_FORM, secure=secure))
    return (known, False) if known else (secrets.token_urlsafe(_LENGTH), True)


def give_session(reply: Response, secret: str, *, secure: bool) -> None:
    """Let the browser keep the secret of a session until it is closed."""
    _give(reply, _SESSION, secret, secure=secure)


def take_session(reply: Response, *, secure: bool) -> None:
    """Let the browser forget its session, and all that it has kept of ours."""
    reply.delete_cookie(_name(_SESSION, secure=secure), secure=secure, httponly=True, samesite="lax")
    reply.headers["Clear-Site-Data"] = '"storage"'


def give_form_secret(reply: Response, secret: str, *, secure: bool) -> None:
    """Let the browser keep the secret of forms before signing in."""
    _give(reply, _FORM, secret, secure=secure)


def _name(name: str, *, secure: bool) -> str:
    """Return the name of a cookie; under HTTPS one that no other host can set (RFC 6265bis, 4.1.3.2)."""
    return f"__Host-{name}" if secure else name


def _give(reply: Response, name: str, secret: str, *, secure: bool) -> None:
    reply.set_cookie(_name(name, secure=secure), secret, secure=secure, httponly=True, samesite="lax")
