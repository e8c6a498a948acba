"""One line of JSON for each request: what was asked, how it ended; no names, no texts, no secrets."""

import sys
import time
from dataclasses import dataclass
from traceback import extract_tb
from typing import cast
from uuid import uuid4

import structlog
from starlette.requests import Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from docgen.web.visit import visitor_of

_FRAMES = 3
"""Places of the code that are written down of a fault."""

_PROCESSORS = (
    structlog.processors.add_log_level,
    structlog.processors.TimeStamper(fmt="iso", utc=True),
    structlog.processors.JSONRenderer(ensure_ascii=False),
)


@dataclass(frozen=True)
class Logged:
    """Gives each request a code that officers can quote, and writes its line when it is answered."""

    app: ASGIApp

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer and write it down."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        code = scope.setdefault("state", {})["code"] = uuid4().hex[:8]
        began, status = time.monotonic(), 0

        async def send_noticed(message: Message) -> None:
            nonlocal status
            status = message.get("status", status)
            await send(message)

        try:
            await self.app(scope, receive, send_noticed)
        finally:
            spent = round((time.monotonic() - began) * 1000, 1)
            _log().info("request", id=code, status=status, ms=spent, **_asked(Request(scope)))


def _log() -> structlog.typing.FilteringBoundLogger:
    logger = structlog.wrap_logger(structlog.PrintLogger(sys.stderr), processors=_PROCESSORS)
    return cast("structlog.typing.FilteringBoundLogger", logger)


def _asked(request: Request) -> dict[str, str]:
    """Return what was asked for, by the name of the route: paths may hold secrets."""
    route = request.scope.get("route")
    name = getattr(route, "name", "") or ""
    visitor = visitor_of(request)
    actor = visitor.actor.mark if visitor.is_known else "khach"
    return {"method": request.method, "route": name, "actor": actor}


def log_fault(code: str, fault: BaseException) -> None:
    """Write down where the code failed and with what kind of error; its words may hold what people typed."""
    places = [f"{one.filename.rpartition('/')[2]}:{one.lineno}" for one in extract_tb(fault.__traceback__)]
    _log().error("fault", id=code, kind=type(fault).__name__, places=places[-_FRAMES:])
