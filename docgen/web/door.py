"""The door that every route is behind: who comes in, whether they may, one transaction for what they want.

A page is a plain function whose first parameter is a `Visit` (it works in one transaction: one that reads for
GET, one that writes for the others, kept before the answer is sent) or a `Caller` (it opens its own). What
is answered with 400 or more is not kept, unless the page says so.
"""

import inspect
from collections.abc import Callable, Coroutine
from http import HTTPStatus
from typing import Any, get_type_hints

from fastapi import APIRouter, Request
from fastapi.routing import APIRoute
from starlette.responses import Response

from docgen.web.access import ACCESS
from docgen.web.admission import let_in
from docgen.web.house import house_of
from docgen.web.safety.cookies import give_form_secret
from docgen.web.safety.origin import SAFE
from docgen.web.visit import Caller, Visit, visitor_of

_REQUEST = "of_request"


class GuardedRoute(APIRoute):
    """A route behind the door."""

    def __init__(self, path: str, endpoint: Callable[..., Any], **options: Any) -> None:
        super().__init__(path, _at_desk(endpoint), **options)
        if self.name not in ACCESS:
            raise LookupError(f"{self.name} ({path}) is not in docgen.web.access.ACCESS")
        if self.methods and "GET" in self.methods:
            self.methods.add("HEAD")

    def get_route_handler(self) -> Callable[[Request], Coroutine[Any, Any, Response]]:
        """Return what answers a request, once it has been let in."""
        answer = super().get_route_handler()

        async def answer_at_door(request: Request) -> Response:
            try:
                await let_in(request, ACCESS[self.name])
                reply = await answer(request)
            finally:
                await request.close()
            visitor = visitor_of(request)
            if visitor.is_new:
                give_form_secret(reply, visitor.csrf, secure=house_of(request).settings.secure)
            return reply

        return answer_at_door


def pages() -> APIRouter:
    """Return a router for a family of pages."""
    return APIRouter(route_class=GuardedRoute, include_in_schema=False)


def _at_desk(call: Callable[..., Any]) -> Callable[..., Any]:
    """Return a function for FastAPI that gives `call` what it wants of `Visit` or `Caller`."""
    hints = get_type_hints(call, include_extras=True)
    wanted = next((name for name, hint in hints.items() if hint in {Visit, Caller}), None)
    if wanted is None:
        return call

    def answer(**given: Any) -> Any:
        request = given.pop(_REQUEST)
        if hints[wanted] is Caller:
            return call(**{wanted: Caller(request)}, **given)
        return _in_transaction(request, lambda visit: call(**{wanted: visit}, **given))

    answer.__name__, answer.__doc__ = call.__name__, call.__doc__
    answer.__signature__ = _signature(call, hints, wanted)  # type: ignore[attr-defined]
    return answer


def _in_transaction(request: Request, answer: Callable[[Visit], Any]) -> Any:
    """Answer within one transaction, in one thread: whoever holds the writing lock waits for nobody."""
    caller = Caller(request)
    with caller.reading() if request.method in SAFE else caller.writing() as visit:
        reply = answer(visit)
        if getattr(reply, "status_code", 200) >= HTTPStatus.BAD_REQUEST and not visit.is_kept:
            visit.desk.session.rollback()
        return reply


def _signature(call: Callable[..., Any], hints: dict[str, Any], wanted: str) -> inspect.Signature:
    """Return the signature of `call` with the request in the place of the visit."""
    signature = inspect.signature(call)
    known = [
        one.replace(annotation=hints[name], kind=inspect.Parameter.KEYWORD_ONLY)
        for name, one in signature.parameters.items()
        if name != wanted
    ]
    request = inspect.Parameter(_REQUEST, inspect.Parameter.KEYWORD_ONLY, annotation=Request)
    return signature.replace(parameters=[request, *known], return_annotation=hints.get("return"))
