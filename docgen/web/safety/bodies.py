"""No body of a request is bigger than the house allows, whatever it says of its length.

Where a route takes no files, the door allows less (`allow`).
"""

from dataclasses import dataclass

from starlette.datastructures import Headers
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

WITHOUT_FILES = 2 * 2**20
"""Bytes of a form or of JSON."""
_ALLOWED = "most_bytes"


def allow(request: Request, most: int) -> None:
    """Let the body of a request have so many bytes, no more."""
    setattr(request.state, _ALLOWED, most)


@dataclass(frozen=True)
class BodyLimit:
    """Refuses with 413, where it is read, a body of more than `most` bytes, or than is allowed meanwhile."""

    app: ASGIApp
    most: int

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer, counting what comes in."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        taken = 0

        async def receive_some() -> Message:
            nonlocal taken
            message = await receive()
            taken += len(message.get("body", b""))
            most = scope["state"].get(_ALLOWED, self.most)
            if taken > most or _told_length(scope) > most:
                raise HTTPException(413)
            return message

        await self.app(scope, receive_some, send)


def _told_length(scope: Scope) -> int:
    """Return how many bytes the body is said to have."""
    said = Headers(scope=scope).get("content-length", "0")
    return int(said) if said.isdecimal() else 0
