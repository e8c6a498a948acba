"""The statistics of a period: forms (biểu) of indicators, as data, and what they come to."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Annotated

from pydantic import Field

from docgen.model.appendix import UnitNames
from docgen.model.base import Model, Some
from docgen.model.day import Day
from docgen.model.figure import Figure
from docgen.model.quantity import Quantity
from docgen.model.text import VnText, Words


class Reckoning(StrEnum):
    """The one way in which the values of an indicator are put together; never an average of shares."""

    SUM = "tong"
    """What units tell is added up, and added up over the year."""
    LATEST = "so_cuoi_ky"
    """A state at the end of the period: what units tell is added up; over the year the last one counts."""
    SHARE = "ty_le"
    """The share, in per cent, of one indicator in another: `numerator` in `denominator`."""
    PLAN = "theo_ke_hoach"
    """Counted from the plan's tasks themselves; nobody tells it. `counted` says which."""

    @property
    def is_computed(self) -> bool:
        """Say whether docgen reckons the value itself, so that nobody tells it."""
        return self in {Reckoning.SHARE, Reckoning.PLAN}


class Counted(StrEnum):
    """What of the plan an indicator counts."""

    TASKS = "nhiem_vu"
    DONE = "da_hoan_thanh"
    DUE = "den_han"
    DONE_IN_TIME = "hoan_thanh_dung_han"
    DONE_LATE = "hoan_thanh_qua_han"
    OVERDUE = "qua_han_chua_xong"


class Target(Model):
    """What an indicator is to reach, at least, in a year, by which text of the plan."""

    year: int = Field(alias="nam", title="Năm")
    value: Quantity = Field(alias="gia_tri", title="Giá trị")
    basis: VnText = Field(default="", alias="theo", title="Căn cứ")


class Indicator(Model):
    """One row of a form. `code` ("3.5") is what submissions name it by; `reporters` are who tells it.

    `numerator`, `denominator` and `at_most`, which it must not exceed, are codes of others. What is reckoned
    (shares, counts of the plan) has no reporters.
    """

    code: Words = Field(alias="ma", title="Mã chỉ tiêu")
    name: Words = Field(alias="ten", title="Chỉ tiêu thống kê")
    measure: Words = Field(alias="don_vi_tinh", title="Đơn vị tính")
    reckoning: Reckoning = Field(default=Reckoning.SUM, alias="cach_tinh", title="Cách tính")
    numerator: VnText = Field(default="", alias="tu_so", title="Tử số")
    denominator: VnText = Field(default="", alias="mau_so", title="Mẫu số")
    counted: Counted | None = Field(default=None, alias="dem", title="Đếm trong kế hoạch")
    reporters: UnitNames = Field(default=(), alias="don_vi_bao_cao", title="Đơn vị báo cáo")
    targets: tuple[Target, ...] = Field(default=(), alias="muc_tieu", title="Mục tiêu")
    at_most: VnText = Field(default="", alias="khong_lon_hon", title="Không lớn hơn chỉ tiêu")
    valid_from: Day | None = Field(default=None, alias="tu_ngay", title="Áp dụng từ ngày")
    valid_to: Day | None = Field(default=None, alias="den_ngay", title="Áp dụng đến ngày")

    def holds_on(self, day: date) -> bool:
        """Say whether it is asked for in a period that ends on `day`."""
        return (self.valid_from or date.min) <= day <= (self.valid_to or date.max)

    def target(self, year: int) -> Target | None:
        """Return what it is to reach in a year; None where no text sets it."""
        return next((target for target in self.targets if target.year == year), None)


class Form(Model):
    """One form (biểu) of indicators; `content` is the number of the content of reform that it is about."""

    number: Words = Field(alias="so", title="Số biểu")
    title: Words = Field(alias="ten", title="Tên biểu")
    content: int | None = Field(default=None, alias="noi_dung", title="Nội dung cải cách", ge=1, le=7)
    indicators: Annotated[tuple[Indicator, ...], Some] = Field(alias="chi_tieu", title="Chỉ tiêu")


class Forms(Model):
    """All forms of an office, and the note that says whose they are."""

    note: VnText = Field(default="", alias="ghi_chu", title="Ghi chú")
    forms: Annotated[tuple[Form, ...], Some] = Field(alias="bieu", title="Biểu")

    @property
    def indicators(self) -> tuple[Indicator, ...]:
        """The indicators of all forms, in their order."""
        return tuple(indicator for form in self.forms for indicator in form.indicators)

    def of(self, code: str) -> Indicator | None:
        """Return the indicator with a code; None when there is none."""
        return next((indicator for indicator in self.indicators if indicator.code == code), None)


NO_FORMS = Forms.model_construct(forms=())
"""What an office has that asks for no statistics; a file of forms always has some."""


@dataclass(frozen=True)
class IndicatorResult:
    """What an indicator has come to: None where nobody told a value; `silent` are the units that owe one.

    `value` is that of the period, `previous` of the nearest one that it is compared with, `cumulated` of the
    year so far. A share of nothing is a figure without a value: "không phát sinh". `target` is that of the
    year; `is_reached` says whether the year so far has reached it: None where that cannot be known.
    """

    indicator: Indicator
    value: Figure | None
    previous: Figure | None = None
    cumulated: Figure | None = None
    silent: tuple[str, ...] = ()
    note: str = ""
    target: Target | None = None
    is_reached: bool | None = None


@dataclass(frozen=True)
class FormResult:
    """A form, filled."""

    form: Form
    rows: tuple[IndicatorResult, ...]
