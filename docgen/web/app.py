"""The service as one application."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial

from fastapi import FastAPI
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from docgen.settings import Settings
from docgen.store import Store
from docgen.web import admin, api, assets, pages
from docgen.web.access import unlisted
from docgen.web.errors import Refusal, answer, tell_errors, unforeseen
from docgen.web.house import House
from docgen.web.logs import Logged, log_fault
from docgen.web.safety.bodies import BodyLimit
from docgen.web.safety.crowd import Crowd
from docgen.web.safety.headers import SafeHeaders
from docgen.web.safety.hosts import KnownHosts
from docgen.web.templating import templates

FAMILIES = (*pages.FAMILIES, *admin.ROUTERS)
"""What is shown to people."""

_now = partial(datetime.now, UTC)


def create_app(settings: Settings, store: Store, clock: Callable[[], datetime] = _now) -> FastAPI:
    """Return the service.

    Args:
        settings: how it runs.
        store: what it works on; its tables are there.
        clock: tells the time, aware of its zone.

    Raises:
        LookupError: a route is not in the table of who may come where.

    """
    routes = [*assets.mounts(), *(route for family in (*FAMILIES, *api.ROUTERS) for route in family.routes)]
    if names := unlisted(routes):
        raise LookupError(f"not in docgen.web.access.ACCESS: {', '.join(names)}")
    app = FastAPI(routes=routes, docs_url=None, redoc_url=None, openapi_url=None, redirect_slashes=False)
    app.state.house = House(settings, store, clock, templates())
    tell_errors(app)
    app.add_middleware(BodyLimit, most=settings.most_bytes)
    app.add_middleware(KnownHosts, names=settings.allowed_hosts)
    app.add_middleware(Crowd)
    app.add_middleware(LastDoor)
    app.add_middleware(SafeHeaders, secure=settings.secure)
    app.add_middleware(Logged)
    return app


@dataclass(frozen=True)
class LastDoor:
    """Answers where something failed that nobody foresaw: no stack leaves the server."""

    app: ASGIApp

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer, whatever happens."""
        begun = False

        async def send_noticed(message: Message) -> None:
            nonlocal begun
            begun = True
            await send(message)

        try:
            await self.app(scope, receive, send_noticed)
        except Exception as fault:
            if scope["type"] != "http" or begun:
                raise
            await self._tell(Request(scope), fault)(scope, receive, send)

    def _tell(self, request: Request, fault: Exception) -> ASGIApp:
        if isinstance(fault, HTTPException):
            return answer(request, Refusal.of_status(fault.status_code, request))
        log_fault(request.state.code, fault)
        return unforeseen(request, fault)
