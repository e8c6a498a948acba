"""The room to sign in: how far the name stands below the title, what parts or frames them (G06)."""

import math
from collections.abc import Iterable, Sequence

from docgen.check.breach import Breach, Breaches
from docgen.components import Closing, Part, Piece
from docgen.model.finding import Severity
from docgen.rules import figure
from docgen.rules.units import Mm
from docgen.word.ooxml import child, number, value
from docgen.word.reading import LINE_BREAK, Cell, Paragraph, Row, Table

_LINE = 1.15
"""The height of a line of Times New Roman, in sizes."""

_LETTER = 0.45
"""The mean width of a letter of Times New Roman, in sizes; little, so that lines are not counted too many."""

_TOLERANCE = 0.5
_TWIPS = 20
_POINTS = Mm(1).points


def signing_room(part: Part, closing: Closing) -> Breaches:
    """Yield what is wrong with the block of a signature: no room, lines around it, a row that may part."""
    if closing.signer is None or not closing.authority:
        return
    yield from _too_little(closing.authority[-1], closing.signer, part)
    table = closing.table
    if table is None or closing.signer.paragraph not in table.paragraphs:
        return
    if table.bordered:
        message = "Bảng chứa nơi nhận và chữ ký đang có viền. Hãy bỏ viền (No Border)."
        yield _breach(closing.signer, message, "không viền", "có viền")
    elif _may_part(closing.signer, table):
        message = (
            "Hàng chứa chữ ký có thể bị ngắt sang trang sau. Hãy bỏ chọn “Allow row to break across pages”."
        )
        yield _breach(closing.signer, message, "hàng không bị ngắt", "hàng có thể bị ngắt", Severity.INFO)


def _breach(
    signer: Piece, message: str, expected: str, found: str, severity: Severity | None = None
) -> Breach:
    return Breach(
        "G06", message, signer.paragraph, signer.text, expected=expected, found=found, severity=severity
    )


def _may_part(signer: Piece, table: Table) -> bool:
    """Whether a page may part the row of the signature: neither it nor its lines forbid that."""
    cell = signer.paragraph.cell
    if cell is None or cell.table is not table or table.rows[cell.row].unsplittable:
        return False
    return not all(
        paragraph.format.keep_next or paragraph is cell.paragraphs[-1] for paragraph in cell.paragraphs
    )


def _too_little(title: Piece, signer: Piece, part: Part) -> Breaches:
    room = _room(title, signer, part)
    least = figure("signature.room")
    if room is None or least.low is None or least.allows(room / _POINTS, _TOLERANCE):
        return
    found, wanted = f"{max(room, 0) / _POINTS:.0f} mm", f"{least.low:g} mm"
    message = f"Giữa chức vụ và họ tên chỉ cách {found}, không đủ chỗ ký. Hãy để cách ít nhất {wanted}."
    yield _breach(signer, message, f"từ {wanted}", found)


def _room(title: Piece, signer: Piece, part: Part) -> float | None:
    """Return how far a name stands below a title, in points; None where only a page shows it."""
    above, below = title.paragraph, signer.paragraph
    if above is below:
        between = above.text[title.end : signer.start]
        return None if between.strip() else (between.count(LINE_BREAK) - 1) * _line(above)
    if above.cell is None and below.cell is None:
        return _within([one for one in part.paragraphs if one.cell is None], title, signer)
    if above.cell is None or below.cell is None or above.cell.table is not below.cell.table:
        return None
    if above.cell is below.cell:
        return _within(above.cell.paragraphs, title, signer)
    return _over_rows(title, above.cell, signer, below.cell)


def _within(paragraphs: Sequence[Paragraph], title: Piece, signer: Piece) -> float | None:
    """Return what lies between two lines of one column; a picture or words there mean that it is signed."""
    first, last = paragraphs.index(title.paragraph), paragraphs.index(signer.paragraph)
    between = paragraphs[first + 1 : last]
    if _is_signed([title.paragraph, *between, signer.paragraph]) or _says(title, between, signer):
        return None
    own = title.paragraph.text[title.end :].count(LINE_BREAK) * _line(title.paragraph)
    own += signer.paragraph.text[: signer.start].count(LINE_BREAK) * _line(signer.paragraph)
    spaces = title.paragraph.format.after + signer.paragraph.format.before
    return own + spaces + sum(_height(one) for one in between)


def _says(title: Piece, between: Iterable[Paragraph], signer: Piece) -> bool:
    """Whether something stands where the signature goes: "(Đã ký)"."""
    if title.column == signer.column and not title.by_tab:
        return any(not one.is_empty for one in between)
    return False


def _is_signed(paragraphs: Iterable[Paragraph]) -> bool:
    return any(drawing.kind != "line" for one in paragraphs for drawing in one.drawings)


def _over_rows(title: Piece, above: Cell, signer: Piece, below: Cell) -> float | None:
    """Return the room where title and name stand in different rows of a table."""
    table, column = above.table, above.column
    rows = table.rows[above.row : below.row]
    cells = [cell for row in rows for cell in row.cells if cell.column == column]
    inside = [one for cell in cells for one in cell.paragraphs if one.number > title.paragraph.number]
    if not rows or _is_signed(inside) or any(not one.is_empty for one in inside):
        return None
    heights = sum(_row_height(row) for row in rows)
    used = sum(_height(one) for one in above.paragraphs if one.number <= title.paragraph.number)
    lead = [one for one in below.paragraphs if one.number < signer.paragraph.number]
    return heights - used + sum(_height(one) for one in lead) + signer.paragraph.format.before


def _row_height(row: Row) -> float:
    told = number(value(child(row.node, "trPr"), "trHeight")) / _TWIPS
    return max([told, *(sum(_height(one, cell) for one in cell.paragraphs) for cell in row.cells)])


def _height(paragraph: Paragraph, cell: Cell | None = None) -> float:
    """Return the height of a paragraph with its spaces; how often it breaks is guessed from its letters."""
    lines = paragraph.text.count(LINE_BREAK) + 1
    if cell is not None and paragraph.text:
        width = sum(cell.table.columns[cell.column : cell.column + cell.columns]) or math.inf
        lines = max(lines, math.ceil(len(paragraph.text) * _size(paragraph) * _LETTER / width))
    return lines * _line(paragraph) + paragraph.format.before + paragraph.format.after


def _line(paragraph: Paragraph) -> float:
    """Return the height of one line of a paragraph."""
    setting = paragraph.format
    if setting.line_rule == "exact":
        return setting.line
    single = _size(paragraph) * _LINE
    return single * setting.line if setting.line_rule == "auto" else max(single, setting.line)


def _size(paragraph: Paragraph) -> float:
    return max([face.size for face in paragraph.faces] or [paragraph.format.mark.size])
