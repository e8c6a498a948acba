"""The tables of a workbook → `Outline`: what stands above the headings of a sheet is its title."""

from collections.abc import Iterator, Sequence

from docgen import rules
from docgen.importers.outline import AppendixOutline, Outline
from docgen.language.text import fold, plain
from docgen.recognition.columns import head_at
from docgen.recognition.source import Cell, Row, Table

_LABEL, _REFERENCE = "phu luc", "(kem theo"
_FIXED = {plain(fold(rules.text(name))) for name in ("national_title", "motto")}
_LINES_ABOVE = 20


def outline_of(tables: Sequence[Table]) -> Outline:
    """Tell the titles of sheets from their tables; a sheet without a table of tasks is left aside."""
    outline = Outline()
    heads = [_head(table) for table in tables]
    for table, head in zip(tables, heads, strict=True):
        if head is None and any(at is not None for at in heads):
            outline.leave(table.place, list(table.cells))
            continue
        above, rest = table.rows[: head or 0], table.rows[head or 0 :]
        appendix = AppendixOutline(blocks=[Table(rest, table.place)])
        outline.appendices.append(appendix)
        for cell in _cells(above):
            _take(cell, appendix, outline)
    return outline


def _head(table: Table) -> int | None:
    """Return the row of the headings."""
    places = range(min(len(table.rows), _LINES_ABOVE))
    return next((at for at in places if head_at(table.rows, at)), None)


def _cells(rows: Sequence[Row]) -> Iterator[Cell]:
    return (cell for row in rows for cell in row.cells if cell.text.strip())


def _take(cell: Cell, appendix: AppendixOutline, outline: Outline) -> None:
    words = plain(fold(cell.text))
    if words in _FIXED:
        outline.compute("dòng cố định", [cell])
    elif words.startswith(_LABEL):
        outline.leave("chữ trên nhãn phụ lục", appendix.title)
        outline.compute("nhãn phụ lục", [cell])
        appendix.title = []
    elif words.startswith(_REFERENCE):
        outline.references.append(cell)
    elif cell.text.isupper() or not appendix.title:
        appendix.title.append(cell)
    else:
        outline.leave("chữ trên bảng", [cell])
