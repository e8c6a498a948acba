"""The table that the Quốc hiệu stands in: wide enough for one line, without borders (H02)."""

from docgen.check.breach import Breach, Breaches
from docgen.check.case import Case, Rule
from docgen.check.families.head.drawn_lines import cell_width
from docgen.check.families.head.names import heads, stands_free
from docgen.check.families.looks import nearest_size
from docgen.components import Piece
from docgen.model.finding import Severity
from docgen.rules import component
from docgen.rules.units import Mm, Pt
from docgen.word.formatting.values import DEFAULT_SIDE_MARGIN
from docgen.word.metrics import text_width
from docgen.word.ooxml import W, attribute, child, points
from docgen.word.reading import Cell, Table

_POINTS = Mm(1).points
_TOLERANCE = _POINTS
_UPRIGHT = ("left", "right", "start", "end", "insideV")


def _judge(case: Case) -> Breaches:
    for _, head in heads(case):
        if head.national_title is not None and not stands_free(head.national_title):
            yield from _one_line(head.national_title)
            yield from _unframed(head.national_title)


def _one_line(piece: Piece) -> Breaches:
    """Yield a Quốc hiệu that breaks: its words, set as they shall be, are longer than their cell is wide."""
    cell, setting = piece.paragraph.cell, piece.paragraph.format
    if cell is None or any(face.letter_spacing or face.scale != 1 for face in piece.faces):
        return
    room = cell_width(cell) - _margins(cell) - max(setting.left, 0.0) - max(setting.right, 0.0)
    size = nearest_size(component("national_title"), max(face.size for face in piece.faces))
    needed = text_width(piece.text.upper(), Pt(size))
    if 0 < room < needed - _TOLERANCE:
        expected, found = (f"{length / _POINTS:.0f} mm" for length in (needed, room))
        yield Breach(
            "H02",
            f"Quốc hiệu bị ngắt thành hai dòng: ô chỉ có {found} cho dòng chữ dài {expected}. "
            "Hãy kéo cho ô bên phải rộng hơn, hoặc dùng cỡ chữ nhỏ hơn.",
            piece.paragraph,
            piece.text,
            expected=expected,
            found=found,
            severity=Severity.WARNING,
        )


def _unframed(piece: Piece) -> Breaches:
    """Yield a head whose table shows its borders."""
    cell = piece.paragraph.cell
    if cell is None or not cell.table.bordered or not _has_upright_lines(cell.table):
        return
    yield Breach(
        "H02",
        "Bảng chứa Quốc hiệu và tên cơ quan đang có viền. Hãy chọn bảng rồi bỏ viền (Borders → No Border).",
        piece.paragraph,
        piece.text,
        expected="không viền",
        found="có viền",
        severity=Severity.WARNING,
    )


def _has_upright_lines(table: Table) -> bool:
    """Whether a table with borders has them between columns; level ones may be the lines under the words."""
    told = list(table.node.iter(f"{W}tcBorders"))
    sides = (child(one, side) for one in told for side in _UPRIGHT)
    return not told or any(attribute(side, "val", "nil") not in {"nil", "none"} for side in sides)


def _margins(cell: Cell) -> float:
    """Return how wide the blanks beside the words of a cell are: its table's own (17.4.42), or Word's."""
    told = child(child(cell.table.node, "tblPr"), "tblCellMar")
    sides = (child(told, side) for side in ("left", "right"))
    return sum(DEFAULT_SIDE_MARGIN if side is None else points(attribute(side, "w")) for side in sides)


RULES: tuple[Rule, ...] = (_judge,)
