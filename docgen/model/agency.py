"""The agency that writes, without its units: how it is named and signed for, now and before."""

from datetime import date
from typing import Annotated, Any, Self

from pydantic import AfterValidator, Field, model_validator

from docgen.model.base import Model
from docgen.model.day import Day
from docgen.model.naming import ALWAYS
from docgen.model.slug import Slug
from docgen.model.text import VnText, Words

CHANGING = ("name", "symbol", "superior", "place", "head_title")
"""What may change of an agency."""


class FormerAgency(Model):
    """What was so of the agency until a day, by which document (`basis`) it changed.

    What is None was as it was after that day.
    """

    valid_to: Day = Field(alias="den_ngay", title="Đến ngày")
    name: Words | None = Field(default=None, alias="ten", title="Tên cơ quan")
    symbol: Words | None = Field(default=None, alias="ky_hieu", title="Ký hiệu")
    superior: VnText | None = Field(default=None, alias="co_quan_chu_quan", title="Cơ quan chủ quản")
    place: Words | None = Field(default=None, alias="dia_danh", title="Địa danh")
    head_title: Words | None = Field(default=None, alias="chuc_vu_cap_truong", title="Chức vụ người đứng đầu")
    basis: VnText = Field(default="", alias="can_cu", title="Căn cứ")

    @model_validator(mode="after")
    def _says_something(self) -> Self:
        if all(getattr(self, field) is None for field in CHANGING):
            raise ValueError("chưa ghi điều gì đã khác; hãy ghi giá trị cũ dưới khóa của nó")
        return self


def _by_day(former: tuple[FormerAgency, ...]) -> tuple[FormerAgency, ...]:
    return tuple(sorted(former, key=lambda before: before.valid_to))


class Agency(Model):
    """How the agency is named and signed for; `former` says what was so before, oldest first.

    Seen as of an earlier day it is as it was then, and what is so now is the last of `former`.
    """

    id: Slug = Field(title="Mã")
    name: Words = Field(alias="ten", title="Tên cơ quan")
    symbol: Words = Field(alias="ky_hieu", title="Ký hiệu")
    superior: VnText = Field(default="", alias="co_quan_chu_quan", title="Cơ quan chủ quản")
    place: Words = Field(alias="dia_danh", title="Địa danh")
    head_title: Words = Field(alias="chuc_vu_cap_truong", title="Chức vụ người đứng đầu")
    collective: bool = Field(default=False, alias="che_do_tap_the", title="Làm việc theo chế độ tập thể")
    former: Annotated[tuple[FormerAgency, ...], AfterValidator(_by_day)] = Field(
        default=(), alias="truoc_day", title="Trước đây"
    )

    def periods(self) -> tuple[FormerAgency, ...]:
        """Return what was and is so of the agency, oldest first; the last says all and holds for good."""
        if self.former and self.former[-1].valid_to == ALWAYS:
            return self.former
        now = {field: getattr(self, field) for field in CHANGING}
        return (*self.former, FormerAgency(**now, valid_to=ALWAYS))

    def fields_on(self, day: date) -> dict[str, Any]:
        """Return the fields that hold on `day`."""
        periods = self.periods()
        holding = [period for period in periods if day <= period.valid_to]
        then = {
            field: next(value for period in holding if (value := getattr(period, field)) is not None)
            for field in CHANGING
        }
        return {**then, "former": periods if len(holding) > 1 else periods[:-1]}
