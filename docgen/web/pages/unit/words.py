"""What the fields of rows are called, and how they are explained beside the field."""

from typing import Any

from docgen.model.outcome import Outcome, Status
from docgen.model.schema import title_of as titled
from docgen.model.submission import OtherWork, Statistic
from docgen.office.submissions import RowName
from docgen.office.submissions.fields import CONTENT, OF_PRODUCT, PRODUCTS, STATUS, is_other
from docgen.store.tables import RowKind

_KILO = 2**10
HINTS = {
    "ngay_hoan_thanh": "Ghi khi nhiệm vụ đã xong; ví dụ 15/3/2025.",
    "ket_qua": "Ghi việc đã làm và sản phẩm; ví dụ: Đã ban hành Kế hoạch, triển khai tới 7 phòng.",
    "van_ban": "Mỗi văn bản ghi số, ký hiệu, ngày và trích yếu.",
    "minh_chung": "Chỉ ghi khi không kèm được tệp; mỗi dòng một tài liệu.",
    "ly_do": "Phải ghi khi chậm tiến độ.",
    "can_cu": "Phải ghi khi không thực hiện; ví dụ: Công văn số 12/SNV-VP ngày 05/3/2025.",
    "so_lieu": "Chỉ ghi số, theo đơn vị tính đã nêu.",
    "ghi_chu": "Phải ghi lý do khi chưa có số liệu.",
    "noi_dung": "Mỗi dòng một nội dung.",
    "han_che": "Mỗi dòng một hạn chế.",
    "nguyen_nhan": "Mỗi dòng một nguyên nhân.",
}
"""By the keys of the fields."""
STATUSES = tuple((one.value, one.label) for one in Status)
"""The statuses of a task, with what officers call them."""


def title_of(name: RowName, key: str) -> str:
    """Return what a field of a row is called."""
    if name.kind is RowKind.TASK:
        return titled(Outcome, [key])
    if name.kind is RowKind.STATISTIC:
        return titled(Statistic, [key])
    return "Nội dung" if key == CONTENT or not is_other(name) else titled(OtherWork, [key])


def shown_value(key: str, value: Any) -> str:
    """Return what stands in a field as it is read: statuses by their words, documents one a line."""
    if key == STATUS:
        return dict(STATUSES).get(value, value or "")
    if key == PRODUCTS:
        return "\n".join(", ".join(filter(None, map(one.get, OF_PRODUCT))) for one in value or ())
    return value or ""


def shown_size(size: int) -> str:
    """Return a number of bytes as it is read: "1,5 MB", "12 KB"."""
    kilobytes = max(size / 2**10, 1)
    return f"{kilobytes / 2**10:.1f} MB".replace(".", ",") if kilobytes >= _KILO else f"{kilobytes:.0f} KB"
