"""What has become of a task of a plan, as a unit reports it."""

from enum import StrEnum
from typing import Self

from pydantic import Field, model_validator

from docgen.model.base import Model
from docgen.model.day import Day
from docgen.model.slug import Slug
from docgen.model.text import Texts, VnText


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


class Product(Model):
    """A document that came out of a task: its number ("35/QĐ-SNV"), day, subject, one of them at least."""

    number: VnText = Field(default="", alias="so_ky_hieu", title="Số, ký hiệu")
    day: Day | None = Field(default=None, alias="ngay", title="Ngày văn bản")
    subject: VnText = Field(default="", alias="trich_yeu", title="Trích yếu")

    @model_validator(mode="after")
    def _says_something(self) -> Self:
        if not (self.number or self.day or self.subject):
            raise ValueError("văn bản chưa ghi gì; hãy ghi so_ky_hieu, ngay hoặc trich_yeu, hoặc xóa mục này")
        return self


class Outcome(Model):
    """What has become of one task: how far it is, the day it was done, its result and its products.

    `evidence` are names of files. `reason` says why it is late, `basis` by which document it is dropped.
    """

    id: Slug = Field(title="Mã nhiệm vụ")
    status: Status = Field(alias="tinh_trang", title="Tình trạng")
    finished_on: Day | None = Field(default=None, alias="ngay_hoan_thanh", title="Ngày hoàn thành")
    result: VnText = Field(default="", alias="ket_qua", title="Kết quả")
    products: tuple[Product, ...] = Field(default=(), alias="van_ban", title="Văn bản, sản phẩm")
    evidence: Texts = Field(default=(), alias="minh_chung", title="Minh chứng")
    reason: VnText = Field(default="", alias="ly_do", title="Lý do chậm")
    basis: VnText = Field(default="", alias="can_cu", title="Căn cứ không thực hiện, điều chỉnh")
    difficulties: VnText = Field(default="", alias="kho_khan", title="Khó khăn, vướng mắc")
    proposals: VnText = Field(default="", alias="kien_nghi", title="Kiến nghị, đề xuất")

    @property
    def is_done(self) -> bool:
        """Say whether nothing is left to do: it is done, or was late and has its day all the same."""
        return self.status is Status.DONE or (self.status is Status.LATE and self.finished_on is not None)
