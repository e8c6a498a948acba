"""What one unit sends for one period: its tasks, what else it did, its statistics."""

from dataclasses import dataclass
from enum import StrEnum

from pydantic import Field, ValidationInfo, field_validator

from docgen.model.appendix import UnitName
from docgen.model.base import Model, repeated
from docgen.model.day import Day
from docgen.model.outcome import Outcome
from docgen.model.period import Period, ReportingPeriod
from docgen.model.plan import EARLIEST_YEAR, LATEST_YEAR
from docgen.model.quantity import Quantity
from docgen.model.text import Texts, VnText, Words


class Steering(StrEnum):
    """The points under which a report tells how reform is steered, see `docgen.rules.report_words`."""

    DIRECTION = "chi_dao"
    INSPECTION = "kiem_tra"
    PUBLICITY = "tuyen_truyen"
    INITIATIVE = "sang_kien"


class OtherWork(Model):
    """What a unit did beside the tasks of the plan, by content of reform; `heading` is for steering alone."""

    content: Words = Field(alias="noi_dung", title="Nội dung cải cách hành chính")
    heading: Steering | None = Field(default=None, alias="muc", title="Mục")
    results: Texts = Field(default=(), alias="ket_qua", title="Kết quả")
    shortcomings: Texts = Field(default=(), alias="han_che", title="Hạn chế")
    causes: Texts = Field(default=(), alias="nguyen_nhan", title="Nguyên nhân")


class Statistic(Model):
    """What a unit tells of an indicator; `note` says why there is no value where there is none."""

    code: Words = Field(alias="ma", title="Mã chỉ tiêu")
    value: Quantity | None = Field(default=None, alias="so_lieu", title="Số liệu")
    note: VnText = Field(default="", alias="ghi_chu", title="Ghi chú")


class Submission(Model):
    """What one unit sends for one period of the plan of a year, each task and each indicator told once.

    `unit` is who told, as it is written; it and the period may be unknown where outcomes of a whole year
    are gathered. Difficulties and proposals are those of the unit as a whole.
    """

    year: int = Field(alias="nam", title="Năm kế hoạch", ge=EARLIEST_YEAR, le=LATEST_YEAR)
    period: Period | None = Field(default=None, alias="ky", title="Kỳ báo cáo")
    unit: UnitName | None = Field(default=None, alias="don_vi", title="Đơn vị")
    sent_on: Day | None = Field(default=None, alias="ngay_gui", title="Ngày gửi")
    rows: tuple[Outcome, ...] = Field(default=(), alias="ket_qua", title="Kết quả")
    other: tuple[OtherWork, ...] = Field(default=(), alias="noi_dung_khac", title="Nội dung khác")
    difficulties: Texts = Field(default=(), alias="kho_khan", title="Khó khăn, vướng mắc")
    proposals: Texts = Field(default=(), alias="kien_nghi", title="Kiến nghị, đề xuất")
    next_tasks: Texts = Field(default=(), alias="nhiem_vu_ky_sau", title="Nhiệm vụ kỳ sau")
    statistics: tuple[Statistic, ...] = Field(default=(), alias="thong_ke", title="Thống kê")

    @field_validator("rows")
    @classmethod
    def _each_task_once(cls, rows: tuple[Outcome, ...]) -> tuple[Outcome, ...]:
        if twice := repeated(row.id for row in rows):
            raise ValueError(f"nhiệm vụ {', '.join(twice)} có nhiều kết quả; hãy giữ một")
        return rows

    @field_validator("statistics")
    @classmethod
    def _each_indicator_once(cls, statistics: tuple[Statistic, ...]) -> tuple[Statistic, ...]:
        if twice := repeated(one.code for one in statistics):
            raise ValueError(f"chỉ tiêu {', '.join(twice)} có nhiều số liệu; hãy giữ một")
        return statistics

    @field_validator("period")
    @classmethod
    def _of_the_year(cls, period: ReportingPeriod | None, info: ValidationInfo) -> ReportingPeriod | None:
        year = info.data.get("year")
        if period and year and period.year != year:
            raise ValueError(f"kỳ báo cáo {period} không thuộc năm {year}; hãy sửa ky hoặc nam")
        return period

    def of(self, task: str) -> Outcome | None:
        """Return the outcome of the task with an id; None when it was not told."""
        return next((row for row in self.rows if row.id == task), None)


@dataclass(frozen=True)
class ReceivedFile:
    """The submission of a unit for a period, in a file as officers know it; `unit` is its id."""

    submission: Submission
    file: str
    period: ReportingPeriod
    unit: str
