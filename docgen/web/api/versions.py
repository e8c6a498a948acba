"""What is changed is changed in the version that was read: ETag and If-Match (RFC 9110, 8.8.3, 13.1.1)."""

from typing import Annotated, Any

from fastapi import Header, Request

from docgen.office.conflicts import ChangedMeanwhileError
from docgen.office.desk import VIETNAM
from docgen.web.refusals import ProblemError

_MATCH = "If-Match"


def version_header(
    _match: Annotated[
        str,
        Header(
            alias=_MATCH,
            description="ETag của nội dung đã đọc, kể cả dấu ngoặc kép; nội dung đã khác thì không ghi.",
            examples=['"3"'],
        ),
    ],
) -> None:
    """Describe the header; `refuse_unversioned` asks for it, `matches` and `version_in` read it."""


def tag(version: object) -> dict[str, str]:
    """Return the header that tells a version."""
    return {"ETag": f'"{version}"'}


def refuse_unversioned(request: Request, *, is_change: bool) -> None:
    """Refuse a change (PUT, PATCH) that does not say what it changes (RFC 6585, 3).

    Raises:
        ProblemError: 428.

    """
    if is_change and request.headers.get(_MATCH, "*").strip() in {"*", ""}:
        raise ProblemError(428, f"Thiếu {_MATCH}.", f"Đọc nội dung trước, rồi gửi ETag nhận được ở {_MATCH}.")


def version_in(request: Request) -> int:
    """Return the number of the version that is to be changed; -1 of what is none of ours."""
    said = _said(request)
    return int(said) if said.isascii() and said.isdecimal() and len(said) < 10 else -1  # noqa: PLR2004


def require_match(request: Request, version: str, current: Any) -> None:
    """Refuse to change what is not as it was read.

    Args:
        request: that wants it.
        version: of what is there.
        current: what is there, as JSON.

    Raises:
        ProblemError: 412.

    """
    if _said(request) != version:
        raise _stale(412, "Nội dung đã thay đổi sau khi đọc; chưa ghi gì.", version, {"noi_dung": current})


def stale(request: Request, error: ChangedMeanwhileError) -> ProblemError:
    """Return that somebody else has changed the same: with a version in the request 412, else 409."""
    told = {
        "noi_dung": error.theirs,
        "phien_ban": error.version,
        "nguoi_sua": error.who,
        "luc": error.when.astimezone(VIETNAM).isoformat(timespec="seconds"),
    }
    return _stale(412 if _MATCH in request.headers else 409, error.message, error.version, told)


def _stale(status: int, message: str, version: object, current: dict[str, Any]) -> ProblemError:
    remedy = "So với nội dung hiện tại (hien_tai) rồi gửi lại với phiên bản mới."
    return ProblemError(status, message, remedy, headers=tag(version), more={"hien_tai": current})


def _said(request: Request) -> str:
    """Return what stands in the header, without its quotes; a weak tag matches nothing."""
    text = request.headers.get(_MATCH, "").strip()
    return text[1:-1] if len(text) > 1 and text[0] == text[-1] == '"' else ""
