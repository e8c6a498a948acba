"""What makes a workbook the form of a unit: its names, its sheets and their columns, as written and read."""

from dataclasses import dataclass
from enum import StrEnum

from docgen.model.outcome import Outcome
from docgen.model.schema import title_of
from docgen.model.submission import OtherWork, Statistic, Submission
from docgen.sheets.form import DUE
from docgen.sheets.looks import DATE, GENERAL

NAME, VERSION = "Biểu mẫu kết quả của đơn vị", 1
"""What the first cell of the hidden sheet says, and the cell beside it."""

YEAR, SUBJECT, PERIOD, UNIT, UNIT_NAME = "Năm kế hoạch", "Trích yếu", "Kỳ báo cáo", "Mã đơn vị", "Đơn vị"
TAKEN = "Tải lúc"
ABOUT = (YEAR, SUBJECT, PERIOD, UNIT, UNIT_NAME, TAKEN)
"""What the rows below say: of which plan, period and unit it is a form, and when it was taken."""

SENT_MARK, UNIT_MARK = "#ngay-gui", "#don-vi"
"""What the hidden column says of the lines over the table that are read."""

SENT_LABEL = "Ngày gửi:"

CONTENT, HEADING, STATUS = "noi_dung", "muc", "tinh_trang"
TASK, CODE, ASKED = "nhiem_vu", "ma", "yeu_cau"
"""Keys of columns that more than their place matters of; most are those of submissions."""


@dataclass(frozen=True)
class Column:
    """A column: what it is read by, its heading, the figure of its width; whether units fill it in."""

    key: str
    heading: str
    width: str
    form: str = GENERAL
    centred: bool = False
    filled: bool = False


class Part(StrEnum):
    """A sheet of the form, by what the hidden column says of its title."""

    TASKS = "#nhiem-vu"
    OTHER = "#noi-dung-khac"
    PROPOSALS = "#kien-nghi"
    STATISTICS = "#thong-ke"

    @property
    def label(self) -> str:
        """What its tab is called."""
        return _LABELS[self]

    @property
    def over_table(self) -> str:
        """What stands over its table."""
        return _TITLES[self]

    @property
    def columns(self) -> tuple[Column, ...]:
        """Its columns."""
        return _COLUMNS[self]

    @property
    def answers(self) -> tuple[Column, ...]:
        """The columns that units fill in."""
        return tuple(column for column in self.columns if column.filled)


_LABELS = {
    Part.TASKS: "Nhiệm vụ",
    Part.OTHER: "Nội dung khác",
    Part.PROPOSALS: "Kiến nghị, kỳ sau",
    Part.STATISTICS: "Thống kê",
}
_TITLES = {
    Part.TASKS: "Kết quả thực hiện nhiệm vụ",
    Part.OTHER: "Nội dung khác thực hiện trong",
    Part.PROPOSALS: "Nhiệm vụ kỳ sau; khó khăn, kiến nghị",
    Part.STATISTICS: "Số liệu thống kê",
}


def _outcome(key: str, width: str, form: str = GENERAL, *, centred: bool = False) -> Column:
    return Column(key, title_of(Outcome, [key]), f"unit_form.{width}", form, centred, filled=True)


def _other(key: str, width: str) -> Column:
    return Column(key, title_of(OtherWork, [key]), f"unit_form.{width}", filled=True)


def _of_unit(key: str) -> Column:
    return Column(key, title_of(Submission, [key]), "unit_form.words", filled=True)


_COLUMNS = {
    Part.TASKS: (
        Column("stt", "STT", "column.stt", centred=True),
        Column(TASK, "Nhiệm vụ", "unit_form.task"),
        Column("vai_tro", "Vai trò", "unit_form.duty", centred=True),
        Column("thoi_gian", "Thời gian thực hiện", "unit_form.when", centred=True),
        Column("han", DUE, "sheet.due", DATE, centred=True),
        Column(ASKED, "Yêu cầu", "unit_form.asked", centred=True),
        Column("ky_truoc", "Kỳ trước", "unit_form.before"),
        _outcome(STATUS, "status", centred=True),
        _outcome("ngay_hoan_thanh", "finished", DATE, centred=True),
        _outcome("ket_qua", "result"),
        _outcome("van_ban", "products"),
        _outcome("minh_chung", "evidence"),
        _outcome("ly_do", "reason"),
        _outcome("can_cu", "reason"),
        _outcome("kho_khan", "reason"),
        _outcome("kien_nghi", "reason"),
    ),
    Part.OTHER: (
        _other(CONTENT, "content"),
        _other(HEADING, "heading"),
        _other("ket_qua", "words"),
        _other("han_che", "words"),
        _other("nguyen_nhan", "words"),
    ),
    Part.PROPOSALS: (_of_unit("kho_khan"), _of_unit("kien_nghi"), _of_unit("nhiem_vu_ky_sau")),
    Part.STATISTICS: (
        Column(CODE, "Mã", "unit_form.code", centred=True),
        Column("ten", "Chỉ tiêu", "unit_form.indicator"),
        Column("don_vi_tinh", "Đơn vị tính", "unit_form.measure", centred=True),
        Column("ky_truoc", "Kỳ trước", "unit_form.value", centred=True),
        Column("so_lieu", title_of(Statistic, ["so_lieu"]), "unit_form.value", centred=True, filled=True),
        Column("ghi_chu", title_of(Statistic, ["ghi_chu"]), "unit_form.note", filled=True),
    ),
}


def unit_line(name: str) -> str:
    """Return the line that tells people whose form it is."""
    return f"Đơn vị: {name}"
