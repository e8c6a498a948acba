"""The description of the API (OpenAPI 3.1), and the page on which people read it: all from this machine."""

from copy import copy
from functools import lru_cache
from importlib.metadata import version
from pathlib import Path
from typing import Annotated, Any

import fastapi_offline
from fastapi import FastAPI
from fastapi import Path as InPath
from fastapi.openapi.utils import get_openapi
from starlette.responses import FileResponse, HTMLResponse, JSONResponse, Response

from docgen.model.collecting import Act, PeriodState, SubmissionState
from docgen.model.decision import Settlement
from docgen.model.obligation import Duty, Urgency
from docgen.model.outcome import Status
from docgen.model.papers import JobState, NumberState, PaperKind, Register
from docgen.model.results import Punctuality
from docgen.office.submissions import Filling
from docgen.web.api.route import PREFIX, ApiRoute
from docgen.web.door import pages
from docgen.web.problems import Fault, Problem
from docgen.web.visit import Visit

router = pages()
_THEIRS = Path(fastapi_offline.__file__).parent / "static"
_FILES = "swagger-ui-bundle.js", "swagger-ui.css"
_ABOUT = (
    "Giao diện cho chương trình khác dùng dịch vụ cải cách hành chính.\n\n"
    "Mỗi chương trình có một khóa truy cập do quản trị cấp, gửi ở `Authorization: Bearer …`. Khóa có vai trò;"
    " khóa của đơn vị chỉ thấy đơn vị mình. Ngày ghi `2025-03-31`, thời điểm ghi kèm múi giờ. Danh sách lấy"
    " từng trang bằng `limit` và `cursor`. Mọi lỗi là `application/problem+json` theo RFC 9457."
)
_KEY = "khoa_truy_cap"
_LABELLED = (
    Act,
    Duty,
    Filling,
    JobState,
    NumberState,
    PaperKind,
    PeriodState,
    Punctuality,
    Register,
    Settlement,
    Status,
    SubmissionState,
    Urgency,
)


@router.get(f"{PREFIX}/openapi.json", name="api_mo_ta")
def describe(visit: Visit) -> Response:
    """Tell the description of the API."""
    return JSONResponse(described(visit.request.app))


@router.get(f"{PREFIX}/tai-lieu", name="api_tai_lieu")
def show(visit: Visit) -> HTMLResponse:
    """Show the description as a page on which the API can be tried."""
    return visit.page("api/tai_lieu.html", description=f"{PREFIX}/openapi.json", root=f"{PREFIX}/tai-lieu")


@router.get(f"{PREFIX}/tai-lieu/{{name}}", name="api_tai_lieu_tep")
def give(visit: Visit, name: Annotated[str, InPath(pattern=f"^({'|'.join(_FILES)})$")]) -> Response:  # noqa: ARG001
    """Give a file of Swagger UI."""
    return FileResponse(_THEIRS / name, headers={"Cache-Control": "private, max-age=86400"})


@lru_cache(maxsize=1)
def described(app: FastAPI) -> dict[str, Any]:
    """Return the description of the routes of a service that are for programs."""
    routes = [_without_head(route) for route in app.routes if isinstance(route, ApiRoute)]
    made = get_openapi(
        title="Dịch vụ cải cách hành chính",
        version=version("docgen"),
        description=_ABOUT,
        routes=routes,
    )
    schemas = made["components"]["schemas"]
    schemas.update({model.__name__: _schema(model) for model in (Fault, Problem)})
    for name, schema in schemas.items():
        _in_vietnamese(name, schema)
    made["components"]["securitySchemes"] = {_KEY: {"type": "http", "scheme": "bearer"}}
    made["security"] = [{_KEY: []}]
    return made


def _without_head(route: ApiRoute) -> ApiRoute:
    """Return a route as it is described: that it also answers HEAD goes without saying (RFC 9110, 9.3.2)."""
    shown = copy(route)
    shown.methods = (route.methods or set()) - {"HEAD"}
    return shown


def _schema(model: Any) -> dict[str, Any]:
    schema = model.model_json_schema(ref_template="#/components/schemas/{model}")
    schema.pop("$defs", None)
    return dict(schema)


def _in_vietnamese(name: str, schema: dict[str, Any]) -> None:
    """Say in Vietnamese what the code says in English of itself."""
    schema.pop("description", None)
    for kind in _LABELLED:
        if kind.__name__ == name:
            schema["description"] = "; ".join(f"{one.value}: {one.label}" for one in kind)
