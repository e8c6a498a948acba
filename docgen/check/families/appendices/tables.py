"""Tables of the content: how they go over pages (A06), their numbers (A07), who leads (A08)."""

from collections.abc import Iterator

from docgen.check.breach import Breach, Breaches
from docgen.check.case import Case, Rule
from docgen.check.families.appendices.numbering import numbers, totals
from docgen.check.families.appendices.task_tables import (
    NUMBER,
    Column,
    Kind,
    NumberedTable,
    TaskRow,
    numbered_tables,
)
from docgen.check.families.appendices.units import units
from docgen.components import COPY, key
from docgen.rules import figure
from docgen.rules.units import Mm
from docgen.word.ooxml import W, attribute, child, points
from docgen.word.reading import Paragraph, Row, Table

_FEW_ROWS = 5
_OUTSIDE = 2 * figure("layout.cell_margin").use + 0.5
"""Millimetres that a table may reach over the text: Word moves it out by the margins of its cells."""


def _tables(case: Case) -> Breaches:
    parts = [part for part in case.paper.parts if part.kind != COPY]
    for part in parts:
        for table in part.tables:
            if table.bordered and _is_heading(table.rows[0]):
                yield from _over_pages(case, table)
    found = list(numbered_tables(parts))
    for numbered in found:
        yield from numbers(numbered)
        yield from _typed_twice(numbered)
    for part in parts:
        own = [one for one in found if one.part is part and one.is_of_tasks]
        yield from totals(part, own, subtasks=case.settings.count_subtasks)
    yield from units(case, [one for one in found if one.is_of_tasks])


def _over_pages(case: Case, table: Table) -> Breaches:
    """A06: what a table of more than a few rows needs on the next page, and that it stays on the paper."""
    at = next((one for one in table.paragraphs if one.words), None)
    if at is None:
        return
    if len(table.rows) > _FEW_ROWS:
        wanted = list(_wanted(table))
        if wanted:
            message = f"Bảng dài {len(table.rows)} hàng cần đặt: {'; '.join(wanted)}."
            yield _breach(at, message, "; ".join(wanted), "chưa đặt")
    room = case.document.sections[table.section].room
    floating = child(child(table.node, "tblPr"), "tblpPr") is not None
    over = (max(-table.left, 0.0) + max(table.left + _width(table) - room, 0.0)) / Mm(1).points
    if not floating and over > _OUTSIDE:
        message = (
            f"Bảng rộng hơn phần chữ {over:.0f} mm, lấn ra lề. Hãy thu hẹp các cột cho bảng nằm trong lề."
        )
        yield _breach(at, message, "trong lề", f"lấn ra {over:.0f} mm")


def _width(table: Table) -> float:
    """Return the width of a table in points: where its columns are fixed, Word goes by the cells of a row."""
    if attribute(child(child(table.node, "tblPr"), "tblLayout"), "type") != "fixed":
        return table.width
    return max(table.width, *(_width_of_cells(row) for row in table.rows))


def _width_of_cells(row: Row) -> float:
    """Return the sum of what the cells of a row say; 0.0 where one says no length."""
    told = [child(child(cell, "tcPr"), "tcW") for cell in row.node.iterchildren(f"{W}tc")]
    lengths = all(attribute(one, "type", "dxa") == "dxa" for one in told)
    return sum(points(attribute(one, "w")) for one in told) if lengths else 0.0


def _wanted(table: Table) -> Iterator[str]:
    """Yield what is not set of a table that goes over pages."""
    if not table.rows[0].header:
        yield "hàng tiêu đề lặp lại ở mỗi trang (Repeat Header Rows)"
    loose = sum(not row.unsplittable and not _is_long(row) for row in table.rows)
    if loose:
        yield f"{loose} hàng không được ngắt giữa hai trang (bỏ chọn Allow row to break across pages)"


def _is_long(row: Row) -> bool:
    """Whether a row would leave much of a page empty if it were not split."""
    return any(len(cell.words) > figure("table.whole_row").use for cell in row.cells)


def _is_heading(row: Row) -> bool:
    """Whether a first row names the columns: one of them is STT, or all its words are bold."""
    if any(NUMBER.match(key(cell.words)) for cell in row.cells):
        return True
    shown = [one for cell in row.cells for one in cell.paragraphs if one.words]
    full = len(row.cells) > 1 and all(cell.words for cell in row.cells)
    return full and all(face.bold for one in shown for face in one.faces)


def _typed_twice(table: NumberedTable) -> Breaches:
    """A06: a heading typed again in the middle, and a row that was parted by hand."""
    heading = [key(cell.words) for cell in table.heading.cells]
    above: TaskRow | None = None
    for row in table.rows:
        at = row.paragraph
        if at is not None and key(at.words) == heading[0] and _same(row, heading):
            message = (
                "Hàng tiêu đề bị gõ lại giữa bảng. Hãy xóa và đặt hàng đầu lặp lại (Repeat Header Rows)."
            )
            yield _breach(at, message, "một hàng tiêu đề", "gõ lại")
        elif at is not None and above is not None and _goes_on(above, row):
            message = "Hàng này là phần tiếp của hàng trên bị tách ra. Hãy nối vào hàng trên."
            yield _breach(at, message, "một hàng", "hai hàng")
        above = row


def _same(row: TaskRow, heading: list[str]) -> bool:
    return [key(cell.words) for cell in row.row.cells] == heading


def _goes_on(above: TaskRow, row: TaskRow) -> bool:
    before, words = above.text(Column.TASK), row.text(Column.TASK)
    alone = row.words == words
    parted = bool(words) and words[:1].islower() and before[-1:].isalnum()
    return row.kind is Kind.UNNUMBERED and above.kind is Kind.TASK and alone and parted


def _breach(at: Paragraph, message: str, expected: str, found: str) -> Breach:
    return Breach("A06", message, at, expected=expected, found=found)


RULES: tuple[Rule, ...] = (_tables,)
"""A06 to A08."""
