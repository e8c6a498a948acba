"""What a person must still decide about a draft: it stands in the data of the plan until it is settled."""

from enum import StrEnum

from pydantic import Field

from docgen.model.base import Model
from docgen.model.slug import Slug
from docgen.model.text import VnText, Words


class Settlement(StrEnum):
    """How a decision was settled."""

    ACCEPTED = "dong_y"
    KEPT = "giu_nguyen"
    REWORDED = "sua"
    LEFT_OUT = "bo"

    @property
    def label(self) -> str:
        """What officers call it."""
        return _LABELS[self]


_LABELS = {
    Settlement.ACCEPTED: "Đồng ý đề xuất",
    Settlement.KEPT: "Giữ nguyên",
    Settlement.REWORDED: "Sửa lời",
    Settlement.LEFT_OUT: "Bỏ nhiệm vụ",
}


class Decision(Model):
    """One decision: where, what is asked, what is proposed and why; open until it has a settlement.

    `place` is an address (`docgen.model.address`), `quote` the words there that are at issue, empty where
    all of them are. Accepting writes `replacement` in the place of `quote`, or takes the whole task out
    (`leaves_out`); with neither, what stands there is confirmed, unless other words are needed whose text the
    proposal does not know (`needs_words`): then a person writes them, or keeps what stands there.
    """

    id: Slug = Field(title="Mã")
    place: Words = Field(alias="cho", title="Chỗ")
    quote: VnText = Field(default="", alias="trich", title="Lời đang xét")
    question: Words = Field(alias="cau_hoi", title="Câu hỏi")
    proposal: Words = Field(alias="de_xuat", title="Đề xuất")
    replacement: VnText = Field(default="", alias="thay_bang", title="Thay bằng")
    leaves_out: bool = Field(default=False, alias="bo_nhiem_vu", title="Bỏ nhiệm vụ")
    needs_words: bool = Field(default=False, alias="can_loi_moi", title="Cần lời mới")
    reason: Words = Field(alias="ly_do", title="Lý do")
    settlement: Settlement | None = Field(default=None, alias="ket_luan", title="Kết luận")

    @property
    def is_open(self) -> bool:
        """Say whether nobody has settled it yet."""
        return self.settlement is None
