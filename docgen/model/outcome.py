"""What has become of the tasks of a plan, as units report it."""

from collections import Counter
from enum import StrEnum
from typing import Self

from pydantic import Field, model_validator

from docgen.model.base import Model
from docgen.model.day import Day
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


class Outcomes(Model):
    """What has become of the tasks of the plan of a year, each told once."""

    year: int = Field(alias="nam", title="Năm kế hoạch")
    rows: tuple[Outcome, ...] = Field(alias="ket_qua", title="Kết quả")

    @model_validator(mode="after")
    def _each_task_once(self) -> Self:
        counts = Counter(row.id for row in self.rows)
        if twice := [task for task, count in counts.items() if count > 1]:
            raise ValueError(f"nhiệm vụ {', '.join(twice)} có nhiều kết quả; hãy giữ một")
        return self

    def of(self, task: str) -> Outcome | None:
        """Return the outcome of the task with an id; None when it was not told."""
        return next((row for row in self.rows if row.id == task), None)
