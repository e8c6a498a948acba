"""Every refusal is a page in Vietnamese or, for programs, a problem of RFC 9457: what, why, how to go on."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from errno import EDQUOT, ENOSPC
from http import HTTPStatus
from typing import Any

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData
from starlette.exceptions import HTTPException
from starlette.responses import HTMLResponse, JSONResponse, RedirectResponse, Response
from starlette.routing import Match

from docgen.errors import (
    ConflictError,
    DocgenError,
    InvalidInputError,
    MissingError,
    NoSpaceError,
    RefusedError,
    UnavailableError,
)
from docgen.office.plans import InvalidFieldsError
from docgen.web.admission import recognised
from docgen.web.house import is_of_program, wants_json
from docgen.web.problems import MEDIA_TYPE, problem
from docgen.web.refusals import (
    ForbiddenError,
    ForeignFormError,
    MustChangePasswordError,
    NotSignedInError,
    ProblemError,
    TooManyError,
)
from docgen.web.safety.forms import FIELD
from docgen.web.safety.origin import SAFE
from docgen.web.validation import faults_of, problems_of
from docgen.web.visit import Visitor, rendered

_STATUSES: tuple[tuple[type[DocgenError], int], ...] = (
    (MissingError, 404),
    (NoSpaceError, 507),
    (UnavailableError, 503),
    (ConflictError, 409),
    (InvalidInputError, 422),
    (RefusedError, 422),
)
"""By kind of error; others of ours are faults of the service."""
_TITLES = {
    400: "Yêu cầu không đọc được",
    401: "Chưa đăng nhập",
    403: "Không được phép",
    404: "Không tìm thấy",
    405: "Không làm được việc này ở đây",
    409: "Chưa thực hiện được",
    412: "Nội dung đã thay đổi",
    413: "Dữ liệu gửi lên quá lớn",
    415: "Loại dữ liệu không dùng được",
    422: "Có lỗi cần sửa",
    428: "Chưa nói sửa phiên bản nào",
    429: "Quá nhiều yêu cầu",
    500: "Lỗi của máy chủ",
    503: "Tạm thời chưa phục vụ được",
    507: "Máy chủ hết dung lượng",
}
_SENTENCES = {
    400: (
        "Dữ liệu gửi lên không đúng dạng, hoặc có quá nhiều ô hay quá nhiều tệp.",
        "Quay lại trang trước, tải lại trang rồi gửi lại từng phần.",
    ),
    404: (
        "Không có trang hoặc dữ liệu này, hoặc nó thuộc đơn vị khác.",
        "Kiểm tra lại địa chỉ hoặc mở lại từ trang chủ.",
    ),
    405: ("Địa chỉ này không nhận cách gửi vừa dùng.", "Mở lại từ trang chủ."),
    413: (
        "Tệp hoặc nội dung gửi lên vượt quá dung lượng cho phép.",
        "Chọn tệp nhỏ hơn 20 MB hoặc gửi thành nhiều lần.",
    ),
    503: (
        "Máy chủ đang phục vụ quá nhiều người cùng lúc; việc vừa làm chưa được lưu.",
        "Thử lại sau ít phút.",
    ),
    415: ("Máy chủ chỉ nhận dữ liệu từ biểu mẫu của trang.", "Mở lại trang rồi gửi lại."),
    507: (
        "Ổ đĩa của máy chủ đã đầy: nội dung vừa gửi CHƯA được lưu.",
        "Hãy báo bộ phận kỹ thuật giải phóng dung lượng rồi làm lại; dữ liệu đã lưu trước đó vẫn còn nguyên.",
    ),
}
_LATER = {"Retry-After": "30"}
"""Seconds after which a database that did not answer is worth asking again."""
_FULL = frozenset({ENOSPC, EDQUOT})
_TO_PROGRAMS = {
    400: ("Yêu cầu không đọc được.", "Gửi đúng dạng đã nêu trong tài liệu của địa chỉ này."),
    404: ("Không có địa chỉ hoặc dữ liệu này, hoặc nó thuộc đơn vị khác.", "Kiểm tra lại địa chỉ."),
    405: ("Địa chỉ này không nhận cách gửi vừa dùng.", "Dùng cách gửi nêu ở Allow."),
    413: ("Nội dung gửi lên vượt quá dung lượng cho phép.", "Gửi tệp nhỏ hơn 20 MB, dữ liệu nhỏ hơn 2 MB."),
    415: (
        "Loại nội dung gửi lên không dùng được ở đây.",
        "Gửi JSON với Content-Type application/json, tệp với multipart/form-data.",
    ),
}
_UNFORESEEN = (
    "Máy chủ gặp lỗi ngoài dự kiến; việc vừa làm chưa được lưu.",
    "Thử lại sau ít phút; nếu vẫn lỗi, báo mã lỗi dưới đây cho bộ phận kỹ thuật.",
)
_SECRET = ("mat_khau", FIELD)
"""How the names of fields begin that are never shown again."""


@dataclass(frozen=True)
class Refusal:
    """What somebody is told who is refused; `faults` are for programs, `more` is told them besides."""

    status: int
    message: str
    remedy: str = ""
    problems: tuple[str, ...] = ()
    headers: Mapping[str, str] = field(default_factory=dict)
    faults: tuple[tuple[str, str], ...] = ()
    more: Mapping[str, Any] = field(default_factory=dict)

    @property
    def title(self) -> str:
        """What it is, in few words."""
        return _TITLES.get(self.status, _TITLES[400])

    @classmethod
    def of_status(cls, status: int, request: Request, headers: Mapping[str, str] | None = None) -> "Refusal":
        """Return what is said of a status when nothing more is known."""
        known = _SENTENCES | _TO_PROGRAMS if is_of_program(request) else _SENTENCES
        return cls(status, *known.get(status, known[400]), headers=headers or {})


def tell_errors(app: FastAPI) -> None:
    """Let the service answer errors so."""
    app.add_exception_handler(NotSignedInError, _not_signed_in)
    app.add_exception_handler(MustChangePasswordError, _must_change_password)
    for kind in (
        DocgenError,
        HTTPException,
        RequestValidationError,
        ForbiddenError,
        ForeignFormError,
        ProblemError,
        TooManyError,
    ):
        app.add_exception_handler(kind, _refused)


async def _refused(request: Request, error: Exception) -> Response:
    if not hasattr(request.state, "visitor"):
        request.state.visitor = await run_in_threadpool(_guessed, request)
    return answer(request, _refusal(request, error), await _typed(request))


def _guessed(request: Request) -> Visitor:
    """Return who is at the door, nobody where the store does not answer: the refusal is told in any case."""
    try:
        return recognised(request)
    except DocgenError:
        return Visitor()


def answer(request: Request, refusal: Refusal, typed: tuple[str, ...] = ()) -> Response:
    """Return a refusal as a page with the text that was `typed`, or as JSON."""
    code = request.state.code
    if is_of_program(request):
        told = problem(request, _to_program(refusal), refusal.faults)
        return JSONResponse(told, refusal.status, dict(refusal.headers), MEDIA_TYPE)
    if wants_json(request):
        return JSONResponse(_problem(refusal, code), refusal.status, dict(refusal.headers), MEDIA_TYPE)
    page = rendered(request, "loi.html", refusal=refusal, code=code, typed=typed)
    return HTMLResponse(page, refusal.status, dict(refusal.headers))


def unforeseen(request: Request, fault: Exception) -> Response:
    """Return what is said when the service itself is at fault, or has no room for what is sent to it."""
    if isinstance(fault, OSError) and fault.errno in _FULL:
        return answer(request, Refusal(507, *_SENTENCES[507]))
    return answer(request, Refusal(500, *_UNFORESEEN))


def _to_program(refusal: Refusal) -> dict[str, Any]:
    return {
        "title": refusal.title,
        "status": refusal.status,
        "detail": refusal.message,
        "cach_sua": refusal.remedy,
        **refusal.more,
    }


def _problem(refusal: Refusal, code: str) -> dict[str, Any]:
    return {
        "type": "about:blank",
        "title": refusal.title,
        "status": refusal.status,
        "detail": refusal.message,
        "remedy": refusal.remedy,
        "problems": list(refusal.problems),
        "code": code,
    }


def _refusal(request: Request, error: Exception) -> Refusal:
    if isinstance(error, DocgenError):
        return _known(error)
    if isinstance(error, RequestValidationError):
        return _invalid(request, error)
    if isinstance(error, HTTPException):
        return Refusal.of_status(error.status_code, request, _allowed(request, error))
    if isinstance(error, ProblemError):
        return Refusal(error.status, error.message, error.remedy, headers=error.headers, more=error.more)
    if isinstance(error, TooManyError):
        return _too_many(error)
    return _not_allowed(error)


def _known(error: DocgenError) -> Refusal:
    faults = tuple(("", problem) for problem in error.problems)
    if isinstance(error, InvalidFieldsError):
        faults = tuple((key, said) for key, told in error.fields.items() for said in told)
    headers = _LATER if isinstance(error, UnavailableError) else {}
    told = (error.message, error.remedy, error.problems, headers)
    return Refusal(status_of(error), *told, faults=faults)


def _allowed(request: Request, error: HTTPException) -> Mapping[str, str] | None:
    """Return the headers of an error; all methods that an address takes, where routes share it."""
    if error.status_code != HTTPStatus.METHOD_NOT_ALLOWED:
        return error.headers
    same = [one for one in request.app.routes if one.matches(request.scope)[0] is not Match.NONE]
    return {"Allow": ", ".join(sorted({method for one in same for method in one.methods}))}


def status_of(error: DocgenError) -> int:
    """Return the status of HTTP for an error of ours."""
    return next((status for kind, status in _STATUSES if isinstance(error, kind)), 500)


def _invalid(request: Request, error: RequestValidationError) -> Refusal:
    """Return what is said: a wrong path names nothing that there is; a wrong form is to be mended."""
    if any(one["loc"][0] == "path" for one in error.errors()):
        return Refusal.of_status(404, request)
    if is_of_program(request):
        faults = faults_of(error.errors(), error.body)
        return Refusal(422, "Yêu cầu có chỗ chưa đúng; chưa ghi gì.", "Sửa những chỗ ở loi.", faults=faults)
    return Refusal(
        422,
        "Biểu mẫu có chỗ chưa đúng; chưa lưu nội dung nào.",
        "Quay lại trang trước, sửa những chỗ đã nêu rồi gửi lại.",
        problems_of(error.errors()),
    )


def _too_many(error: TooManyError) -> Refusal:
    return Refusal(
        429,
        "Yêu cầu này đã được gửi quá nhiều lần trong thời gian ngắn.",
        f"Đợi {error.seconds} giây rồi thử lại.",
        headers={"Retry-After": str(error.seconds)},
    )


def _not_allowed(error: Exception) -> Refusal:
    if isinstance(error, ForeignFormError):
        return Refusal(
            403,
            "Phiên làm việc đã thay đổi hoặc biểu mẫu không phải do trang này gửi; chưa lưu nội dung nào.",
            "Mở lại trang cần làm, nhập lại rồi gửi.",
        )
    return Refusal(
        403,
        "Vai trò đang dùng không được làm việc này.",
        "Nếu cần làm, đề nghị người quản trị cấp vai trò phù hợp.",
    )


async def _not_signed_in(request: Request, error: Exception) -> Response:
    if is_of_program(request):
        return answer(request, Refusal(401, *_NO_TOKEN, headers={"WWW-Authenticate": "Bearer"}))
    if request.method in SAFE and not wants_json(request):
        query = getattr(error, "query", "")
        return RedirectResponse(f"{request.app.url_path_for('dang_nhap')}?{query}".rstrip("?"), 303)
    return answer(request, Refusal(401, *_ENDED), await _typed(request))


_NO_TOKEN = (
    "Khóa truy cập thiếu, sai hoặc đã hết hạn.",
    "Đề nghị người quản trị cấp khóa (mục Khóa truy cập), rồi gửi khóa ở Authorization: Bearer <khóa>.",
)
_ENDED = (
    "Phiên làm việc đã hết nên nội dung vừa gửi chưa được lưu.",
    "Chép lại nội dung dưới đây, đăng nhập lại rồi gửi lần nữa.",
)


async def _must_change_password(request: Request, error: Exception) -> Response:  # noqa: ARG001
    return RedirectResponse(request.app.url_path_for("doi_mat_khau"), 303)


async def _typed(request: Request) -> tuple[str, ...]:
    """Return the text of the form that was refused, so that nobody loses it."""
    form = request._form  # noqa: SLF001 - what has been read of it
    if not isinstance(form, FormData):
        return ()
    return tuple(
        value
        for name, value in form.multi_items()
        if isinstance(value, str) and value.strip() and not name.startswith(_SECRET)
    )
