"""A route for programs: what it asks of a request before it is answered, and how the answer is told."""

from collections.abc import Callable, Coroutine, Iterator
from functools import wraps
from typing import Any

from fastapi import APIRouter, Depends, Request
from fastapi.dependencies.models import Dependant
from fastapi.exceptions import RequestValidationError
from fastapi.routing import APIRoute
from starlette.exceptions import HTTPException
from starlette.responses import Response

from docgen.office.conflicts import ChangedMeanwhileError
from docgen.web.access import ACCESS
from docgen.web.api.once import answered_once, keep, key_header
from docgen.web.api.shapes import Out
from docgen.web.api.versions import refuse_unversioned, stale, version_header
from docgen.web.door import GuardedRoute
from docgen.web.problems import MEDIA_TYPE, PROBLEM
from docgen.web.safety.forms import read_form
from docgen.web.safety.origin import SAFE
from docgen.web.visit import Caller, Visit

PREFIX = "/api/v1"
_JSON = "application/json"
_CHANGES = frozenset({"PUT", "PATCH"})


class _Asked(APIRoute):
    """What stands between the door and FastAPI: the kind of the body, versions, keys of requests."""

    keyed: bool = False

    def get_route_handler(self) -> Callable[[Request], Coroutine[Any, Any, Response]]:
        """Return what answers a request that may come in."""
        answer = super().get_route_handler()

        parameters = sorted(_parameters(self.dependant))

        async def answer_asked(request: Request) -> Response:
            _refuse_unknown(request, parameters)
            if request.method in SAFE:
                return await answer(request)
            refuse_unversioned(request, is_change=request.method in _CHANGES)
            await self._read(request)
            return await (answered_once(request, answer) if self.keyed else answer(request))

        return answer_asked

    async def _read(self, request: Request) -> None:
        """Read the body, which the request keeps.

        Raises:
            HTTPException: it is of another kind (415), or too big (413).

        """
        if files := ACCESS[self.name].files:
            await read_form(request, files)
            return
        kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
        if await request.body() and kind != _JSON:
            raise HTTPException(415)


def _parameters(dependant: Dependant) -> Iterator[str]:
    """Yield the names of what a route and what it depends on read of a query."""
    yield from (one.alias for one in dependant.query_params)
    for inner in dependant.dependencies:
        yield from _parameters(inner)


def _refuse_unknown(request: Request, parameters: list[str]) -> None:
    """Refuse a query that says what nobody reads: a misspelt filter would tell of everything.

    Raises:
        RequestValidationError: it does.

    """
    strange = dict.fromkeys(name for name in request.query_params if name not in parameters)
    known = f"các tham số có ở đây: {', '.join(parameters)}" if parameters else "ở đây không có tham số nào"
    told = {"type": "value_error", "ctx": {"error": f"không có tham số này; {known}"}}
    if strange:
        raise RequestValidationError([told | {"loc": ("query", name)} for name in strange])


class ApiRoute(GuardedRoute, _Asked):
    """A route for programs behind the door.

    Its function returns what is told (`Out`), or a `Response` of its own. What a POST did in the transaction
    of its `Visit` is done once for a key; one with a `Caller` changes nothing, and needs none.
    """

    def __init__(self, path: str, endpoint: Callable[..., Any], **options: Any) -> None:
        methods = {*options["methods"]}
        status = options.get("status_code") or 200
        self.keyed = "POST" in methods and Visit in endpoint.__annotations__.values()
        needed = [key_header] * self.keyed + [version_header] * bool(methods & _CHANGES)
        options["dependencies"] = [*map(Depends, needed), *(options.get("dependencies") or ())]
        options["response_description"] = "Kết quả"
        options["responses"] = refusals(methods) | (options.get("responses") or {})
        super().__init__(path, _told(endpoint, status), **options)


def api(tag: str) -> APIRouter:
    """Return a router for the addresses of one kind of thing, which `tag` names in Vietnamese."""
    return APIRouter(
        prefix=PREFIX, tags=[tag], route_class=ApiRoute, generate_unique_id_function=lambda route: route.name
    )


def refusals(methods: set[str]) -> dict[int | str, dict[str, Any]]:
    """Return what a route may be refused with, for its description."""
    statuses = {401, 403, 404, 409, 422, 429, 500, 503, 507}
    if methods - SAFE:
        statuses |= {400, 413, 415}
    if methods & _CHANGES:
        statuses |= {412, 428}
    content = {MEDIA_TYPE: {"schema": {"$ref": f"#/components/schemas/{PROBLEM}"}}}
    return {status: {"description": _REASONS[status], "content": content} for status in sorted(statuses)}


_REASONS = {
    400: "Yêu cầu không đọc được, hoặc thiếu Idempotency-Key",
    401: "Khóa truy cập thiếu, sai hoặc đã hết hạn",
    403: "Vai trò của khóa truy cập không được làm việc này",
    404: "Không có, hoặc thuộc đơn vị khác",
    409: "Chưa thực hiện được vì trạng thái hiện tại",
    412: "Nội dung đã thay đổi sau khi đọc; nội dung hiện tại ở hien_tai",
    413: "Nội dung gửi lên quá lớn",
    415: "Loại nội dung không dùng được",
    422: "Dữ liệu có chỗ phải sửa; từng chỗ ở loi",
    428: "Thiếu If-Match",
    429: "Yêu cầu quá nhiều lần; đợi theo Retry-After",
    500: "Lỗi của máy chủ",
    503: "Máy chủ hoặc cơ sở dữ liệu đang quá tải",
    507: "Ổ đĩa của máy chủ đã đầy",
}


def _told(call: Callable[..., Any], status: int) -> Callable[..., Any]:
    """Return a function whose answer is told as JSON, and kept where it must not be given twice."""

    @wraps(call)
    def answer(**given: Any) -> Response:
        caller = next(one for one in given.values() if isinstance(one, Caller))
        try:
            made = call(**given)
        except ChangedMeanwhileError as error:
            raise stale(caller.request, error) from error
        reply = made if isinstance(made, Response) else _as_json(made, status)
        if isinstance(caller, Visit) and caller.request.method == "POST":
            keep(caller, reply)
        return reply

    answer.__doc__ = ""  # what programs are told is told in Vietnamese
    return answer


def _as_json(made: Out, status: int) -> Response:
    text = made.model_dump_json(by_alias=True)
    return Response(text, status, dict(made.headers()), media_type=_JSON)
