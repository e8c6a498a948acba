"""What has become of the tasks of a plan, as units report it."""

from collections import Counter
from enum import StrEnum
from typing import Self

from pydantic import Field, field_validator, model_validator

from docgen.model.appendix import UnitName
from docgen.model.base import Model
from docgen.model.day import Day
from docgen.model.period import Period
from docgen.model.plan import EARLIEST_YEAR, LATEST_YEAR
from docgen.model.slug import Slug
from docgen.model.text import VnText


class Status(StrEnum):
    """How far a task is."""

    NOT_STARTED = "chua_thuc_hien"
    ONGOING = "dang_thuc_hien"
    DONE = "hoan_thanh"
    LATE = "cham_tien_do"
    DROPPED = "khong_thuc_hien"

    @property
    def label(self) -> str:
        """What officers call it."""
        return _LABELS[self]


_LABELS = {
    Status.NOT_STARTED: "Chưa thực hiện",
    Status.ONGOING: "Đang thực hiện",
    Status.DONE: "Hoàn thành",
    Status.LATE: "Chậm tiến độ",
    Status.DROPPED: "Không thực hiện",
}


class Outcome(Model):
    """What has become of one task: how far it is, the day it was done, and its result, product or reason."""

    id: Slug = Field(title="Mã nhiệm vụ")
    status: Status = Field(alias="tinh_trang", title="Tình trạng")
    finished_on: Day | None = Field(default=None, alias="ngay_hoan_thanh", title="Ngày hoàn thành")
    result: VnText = Field(default="", alias="ket_qua", title="Kết quả, sản phẩm, lý do")

    @property
    def is_done(self) -> bool:
        """Say whether nothing is left to do: it is done, or was late and has its day all the same."""
        return self.status is Status.DONE or (self.status is Status.LATE and self.finished_on is not None)


class Outcomes(Model):
    """What has become of the tasks of the plan of a year, each told once.

    `period` is the one that they were told for, `unit` who told; both may be unknown.
    """

    year: int = Field(alias="nam", title="Năm kế hoạch", ge=EARLIEST_YEAR, le=LATEST_YEAR)
    period: Period | None = Field(default=None, alias="ky", title="Kỳ báo cáo")
    unit: UnitName | None = Field(default=None, alias="don_vi", title="Đơn vị")
    rows: tuple[Outcome, ...] = Field(alias="ket_qua", title="Kết quả")

    @field_validator("rows")
    @classmethod
    def _each_task_once(cls, rows: tuple[Outcome, ...]) -> tuple[Outcome, ...]:
        counts = Counter(row.id for row in rows)
        if twice := [task for task, count in counts.items() if count > 1]:
            raise ValueError(f"nhiệm vụ {', '.join(twice)} có nhiều kết quả; hãy giữ một")
        return rows

    @model_validator(mode="after")
    def _period_is_of_the_year(self) -> Self:
        if self.period and self.period.year != self.year:
            raise ValueError(f"kỳ báo cáo {self.period} không thuộc năm {self.year}; hãy sửa ky hoặc nam")
        return self

    def of(self, task: str) -> Outcome | None:
        """Return the outcome of the task with an id; None when it was not told."""
        return next((row for row in self.rows if row.id == task), None)
