"""Refusals as programs read them: problem details (RFC 9457) with Vietnamese words."""

from typing import Any
from urllib.parse import quote

from fastapi import Request
from pydantic import BaseModel, Field

from docgen.services.without_commands import without_commands

MEDIA_TYPE, PROBLEM = "application/problem+json", "Problem"
_HELP = "/tro-giup#loi-{}"


class Fault(BaseModel):
    """What is wrong in one place."""

    o: str = Field(description="Ô có lỗi, ví dụ dong.0.ly_do; để trống khi lỗi không của riêng ô nào")
    thong_bao: str = Field(description="Sai gì và sửa thế nào")


class Problem(BaseModel):
    """What a program is told that is refused."""

    type: str = Field(description="Trang trợ giúp về loại lỗi này", examples=["/tro-giup#loi-422"])
    title: str = Field(description="Loại lỗi", examples=["Có lỗi cần sửa"])
    status: int = Field(description="Mã trạng thái HTTP", examples=[422])
    detail: str = Field(description="Lỗi cụ thể của yêu cầu này")
    instance: str = Field(description="Địa chỉ đã yêu cầu", examples=["/api/v1/ky/2025-Q1/mo"])
    ma: str = Field(description="Mã để báo bộ phận kỹ thuật", examples=["422-1f3a9c2e"])
    cach_sua: str = Field(description="Cách xử lý")
    loi: list[Fault] = Field(description="Từng chỗ có lỗi")
    hien_tai: dict[str, Any] | None = Field(
        default=None, description="Nội dung hiện tại, khi đã có người sửa trước (409, 412)"
    )


def problem(request: Request, told: dict[str, Any], faults: tuple[tuple[str, str], ...]) -> dict[str, Any]:
    """Return the problem that a request ends in.

    Args:
        request: that is refused.
        told: title, status, detail, cach_sua, and what else is told.
        faults: what is wrong by the field that it is in.

    """
    status = told["status"]
    words = {key: without_commands(told[key]) for key in ("detail", "cach_sua")}
    return {
        "type": _HELP.format(status),
        "instance": quote(request.url.path),
        "ma": f"{status}-{request.state.code}",
        "loi": [{"o": field, "thong_bao": without_commands(said)} for field, said in faults],
        **told,
        **words,
    }
