"""The site of starlette-admin: its engine behind our door, its answers on our pages."""

from collections.abc import Awaitable, Callable, Mapping
from typing import Any

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route
from starlette_admin.base import BaseAdmin
from starlette_admin.exceptions import FormValidationError

from docgen.errors import MissingError
from docgen.web.admin.days import DayView
from docgen.web.admin.log import LogView
from docgen.web.admin.periods import PeriodView
from docgen.web.admin.tokens import TokenView
from docgen.web.admin.units import UnitView
from docgen.web.admin.users import UserView
from docgen.web.admin.view import OfficeView, added_to, problem_of
from docgen.web.door import pages
from docgen.web.errors import status_of
from docgen.web.templating import address_of
from docgen.web.visit import Caller

NAME = "quan_tri"
"""How the names of its routes begin."""
ADDRESS = "/quan-tri/{key}"
_CHANGED = 422

Endpoint = Callable[[Request], Awaitable[Response | Awaitable[Response]]]
"""What answers a request; a page of ours, which is made apart, is still to be waited for."""


class Site(BaseAdmin):
    """All views; it is not mounted: its routes are taken over one by one into our table."""

    def __init__(self) -> None:
        super().__init__(title="Quản trị", base_url="/quan-tri", route_name=NAME, secret_key="-")  # noqa: S106 - unused: nothing is signed
        for view in (UserView, UnitView, PeriodView, DayView, TokenView, LogView):
            self.add_view(view)

    @property
    def views(self) -> list[OfficeView]:
        """The views in the order of the menu."""
        return [view for view in self._views if isinstance(view, OfficeView)]

    def view_of(self, request: Request) -> OfficeView:
        """Return the view that a request is for.

        Raises:
            MissingError: there is none for whoever asks.

        """
        key = request.path_params["key"]
        for view in self.views:
            if view.key == key and view.is_accessible(request):
                return view
        raise MissingError("Không có trang quản trị này.", "Hãy mở lại trang quản trị.")

    def endpoint(self, name: str) -> Endpoint:
        """Return what answers under a name of starlette-admin's: "list", "detail", "create", "edit"."""
        answer: Endpoint = next(
            one.endpoint for one in self.routes if isinstance(one, Route) and one.name == name
        )

        async def reply(request: Request) -> Response:
            request.state.admin_flash_pending = []  # its sentences are English: the views say ours
            view = self.view_of(request)
            answered = await answer(request)
            added = added_to(request)
            if added is not None and view.added_next:
                return _to_one(request, view, added.id)
            return answered if isinstance(answered, Response) else await answered

        return reply

    async def act(self, request: Request) -> Response:
        """Do one of the acts of a view to one thing; what cannot be done is told beside it."""
        view, pk = self.view_of(request), request.query_params.get("pk", "")
        name = request.path_params["act"]
        row = await view.find_by_pk(request, pk)
        if row is None or name not in {one.name for one in view.acts if one.suits(row)}:
            raise MissingError("Việc này không còn làm được ở đây.", "Hãy mở lại danh sách.")
        try:
            await view.act(request, pk, name)
        except FormValidationError as error:
            context = {"view": view, "raw_obj": row, "tried": name, "errors": error.errors}
            return await self._page(request, view.detail_template, context, _CHANGED)
        return _to_one(request, view, pk)

    def _template_response(
        self, request: Request, name: str, context: dict[str, Any] | None = None, status_code: int = 200
    ) -> Any:
        return self._page(request, name, context or {}, status_code)

    async def _page(self, request: Request, name: str, context: Mapping[str, Any], status: int) -> Response:
        """Return a page of ours in the place of one of starlette-admin's."""
        problem = problem_of(request)

        def work() -> Response:
            with Caller(request).reading() as visit:
                view: OfficeView = context["view"]
                values = {"errors": {}, "tried": "", **context, "choices": view.choices(visit.desk)}
                shown = status_of(problem) if problem else status
                return visit.page(f"quan_tri/{name}", shown, problem=problem, typed=_typed(request), **values)

        return await run_in_threadpool(work)

    async def _render_form_body(self, *_: Any) -> None:
        """Leave the fields of a form to our page."""


def _to_one(request: Request, view: OfficeView, pk: Any) -> RedirectResponse:
    return RedirectResponse(f"{address_of(request, f'{NAME}:detail', key=view.key)}?pk={pk}", 303)


def _typed(request: Request) -> Mapping[str, Any]:
    """Return what was typed, which the door has read; nothing where nothing was sent."""
    return request._form or {}  # noqa: SLF001 - what has been read of it


SITE = Site()
router = pages()
for _name, _path, _methods in (
    ("list", ADDRESS, ("GET",)),
    ("detail", f"{ADDRESS}/xem", ("GET",)),
    ("create", f"{ADDRESS}/them", ("GET",)),
    ("create", f"{ADDRESS}/them", ("POST",)),
    ("edit", f"{ADDRESS}/sua", ("GET",)),
    ("edit", f"{ADDRESS}/sua", ("POST",)),
):
    _end = "_luu" if "POST" in _methods else ""
    router.add_api_route(_path, SITE.endpoint(_name), methods=[*_methods], name=f"{NAME}:{_name}{_end}")
router.add_api_route(f"{ADDRESS}/viec/{{act}}", SITE.act, methods=["POST"], name=f"{NAME}:viec")
