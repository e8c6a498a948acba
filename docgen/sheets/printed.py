"""A table on a sheet that is to be printed: lines over it, headings on every page, rows of words."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, TypeAlias, cast

from openpyxl.cell import Cell
from openpyxl.styles import Alignment
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from docgen import rules
from docgen.documents.base import Run
from docgen.sheets import looks
from docgen.sheets.bulk import Bulk, Column, Look, Plain, bulk
from docgen.sheets.cells import cell_at, too_long, write_runs, write_text

if TYPE_CHECKING:
    from openpyxl import Workbook

Words: TypeAlias = tuple[Run, ...]


class PrintedTable:
    """Writes a table from the top of an empty sheet down; its columns have the widths of figures.

    A `wide` one is as wide as these are and printed on A3, others fill A4. `problems` tells of the cells
    whose words Excel would cut.
    """

    def __init__(self, sheet: Worksheet, widths: Sequence[str], *, wide: bool = False) -> None:
        self.problems: list[str] = []
        self._sheet, self._row, self._head = sheet, 0, 0
        self._widths = looks.lay_out(sheet, widths, wide=wide)

    def line(self, text: str, component: str, *, centred: bool = True) -> None:
        """Write a line over all columns; of merged cells Excel fits no height."""
        first, *_ = self._next([(Run(text=text),)])
        looks.set_over_table(first, component)
        if not centred:
            first.alignment = Alignment(horizontal="left", vertical="top", wrap_text=True)
        last = len(self._widths)
        self._sheet.merge_cells(start_row=self._row, end_row=self._row, start_column=1, end_column=last)
        height = looks.height(text, component, looks.text_room()) + rules.length("table.cell_spacing")
        self._sheet.row_dimensions[self._row].height = height

    def headings(self, texts: Sequence[str]) -> None:
        """Write the headings: they stay in sight and stand on every page."""
        for cell in self._next([(Run(text=text),) for text in texts]):
            looks.set_heading(cell)
        self._fit(texts, "table_heading")
        self._head = self._row
        looks.keep_in_sight(self._sheet, self._head)

    def across(self, text: str) -> None:
        """Write the name of a group over all columns."""
        looks.set_named(self._next([(Run(text=text),)]))

    def group(self, texts: Sequence[str]) -> None:
        """Write a row that stands out, whose words go on over lines, each in its column."""
        looks.set_across(self._next([(Run(text=text),) for text in texts]), wrapped=True)
        self._fit(texts, "table_part")

    def row(self, words: Sequence[Words], centred: Sequence[int] = (0,)) -> None:
        """Write a row whose cells begin at its top; what stands in the columns `centred`, from 0, is."""
        for place, cell in enumerate(self._next(words)):
            _set(cell, centred=place in centred)
        self._fit([_text(one) for one in words], "table_cell")

    def bulk(self, rows: Sequence[Sequence[Plain]], centred: Sequence[int] = (0,)) -> Bulk:
        """Return many rows, to be packed with the book; the table has no other rows behind them."""
        first = self._row + 1
        styles = [*zip(self._styled(centred), self._styled(centred, quoted=True), strict=True)]
        self._sheet.delete_rows(first, 2)
        self._row = first + max(len(rows), 1) - 1
        number = cast("Workbook", self._sheet.parent).index(self._sheet) + 1
        columns = [Column(Look(*ids), width) for ids, width in zip(styles, self._widths, strict=True)]
        return bulk(f"xl/worksheets/sheet{number}.xml", first, columns, rows)

    def _styled(self, centred: Sequence[int], *, quoted: bool = False) -> list[int]:
        """Return the numbers of the styles of a new row: openpyxl counts them by cells that have them."""
        cells = self._next([])
        for place, cell in enumerate(cells):
            _set(cell, centred=place in centred)
            cell.quotePrefix = quoted
        return [cell.style_id for cell in cells]

    def filter(self) -> None:
        """Let the rows below the headings be filtered."""
        last = get_column_letter(len(self._widths))
        self._sheet.auto_filter.ref = f"A{self._head}:{last}{self._row}"

    def _next(self, words: Sequence[Words]) -> list[Cell]:
        """Write words into the first cells of the next row; return all its cells."""
        self._row += 1
        cells = [cell_at(self._sheet, self._row, column) for column in range(1, len(self._widths) + 1)]
        for cell, one in zip(cells, words, strict=False):
            self.problems += too_long(cell, _text(one))
            if _text(one).isdecimal():
                cell.value = int(_text(one))
            elif len(one) > 1:
                write_runs(cell, one, "table_cell")
            else:
                write_text(cell, _text(one))
        return cells

    def _fit(self, texts: Sequence[str], component: str) -> None:
        looks.fit_row(self._sheet, self._row, zip(texts, self._widths, strict=True), component)


def _set(cell: Cell, *, centred: bool) -> None:
    looks.set_body(cell, looks.GENERAL, centred=centred)
    horizontal = "center" if centred else "left"
    cell.alignment = Alignment(horizontal=horizontal, vertical="top", wrap_text=True)


def _text(words: Words) -> str:
    return "".join(run.text for run in words)
