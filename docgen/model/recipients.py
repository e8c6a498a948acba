"""The distribution list (Decree 30, Phụ lục I, Phần I, Mục II.9)."""

from typing import Annotated

from pydantic import AfterValidator, Field

from docgen.model.base import Model, Some
from docgen.model.text import VnText, Words


def _bare(line: str) -> str:
    if line.startswith(("-", "–")) or line.endswith((";", ".")):
        raise ValueError("hãy bỏ gạch đầu dòng và dấu cuối dòng, các dấu này được ghi tự động")
    return line


class Recipients(Model):
    """Who gets the document; the line "Lưu: VT, …" is made from `drafting_unit` and `copies`."""

    lines: Annotated[tuple[Annotated[Words, AfterValidator(_bare)], ...], Some] = Field(
        alias="danh_sach", title="Danh sách nơi nhận"
    )
    drafting_unit: VnText = Field(default="", alias="don_vi_soan_thao", title="Đơn vị soạn thảo")
    copies: int | None = Field(default=None, alias="so_ban", title="Số bản lưu", ge=1)
