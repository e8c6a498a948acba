"""A crowd at the door: whoever cannot be served soon is told so at once, before the machine is full."""

from dataclasses import dataclass, field

from starlette.exceptions import HTTPException
from starlette.types import ASGIApp, Receive, Scope, Send

MOST_AT_ONCE = 200
"""Requests that are being answered or wait for a thread."""


@dataclass
class Crowd:
    """Refuses with 503 what comes while `most` others are being answered."""

    app: ASGIApp
    most: int = MOST_AT_ONCE
    inside: int = field(default=0, init=False)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer, or refuse."""
        if self.inside >= self.most:
            raise HTTPException(503)
        self.inside += 1
        try:
            await self.app(scope, receive, send)
        finally:
            self.inside -= 1
