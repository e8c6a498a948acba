"""What makes a workbook a form of docgen: its marks and its own columns, as written and as read back."""

from enum import StrEnum

LISTS = "Danh mục"
"""The hidden sheet: what the form is of, and the lists that cells choose from."""

NAME, VERSION = "Biểu mẫu docgen", 1
"""What the first cell of the hidden sheet says, and the cell beside it."""

YEAR, SUBJECT = "Năm kế hoạch", "Trích yếu"
UNITS, STATUSES, SPELLINGS = "Đơn vị", "Tình trạng", "Tiêu đề"
"""What the other cells of the hidden sheet are headed by."""

DUE = "Hạn hoàn thành"
STATUS = "Tình trạng"
FINISHED = "Ngày hoàn thành"
RESULT = "Kết quả, sản phẩm, lý do"
OWN_COLUMNS = (DUE, STATUS, FINISHED, RESULT)
"""The columns behind those of the appendix: one that is computed, three that units fill in."""


class Mark(StrEnum):
    """What the hidden first column says of a row that is no task; a task has its id there."""

    LABEL = "#nhan"
    TITLE = "#ten"
    REFERENCE = "#kem-theo"
    HEADINGS = "#cot"
    PART = "#phan"
    GROUP = "#nhom"
    TOTAL = "#tong"
