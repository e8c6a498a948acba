"""One sheet of the form of a unit: lines over a table, its headings, rows with marks, cells to be filled."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from decimal import Decimal

from openpyxl.cell import Cell
from openpyxl.styles import Alignment
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from docgen.rules.units import Pt
from docgen.sheets import looks
from docgen.sheets.cells import cell_at, too_long, write_text
from docgen.sheets.form import Mark
from docgen.sheets.unit_form.layout import Column

Value = str | int | Decimal | date | None
"""What is written into a cell."""

_MARKS, _FIRST = 1, 2


class FormSheet:
    """Writes a table from the top of an empty sheet down; column A, which is hidden, says what each row is.

    A `wide` table is as wide as its columns are and printed on A3, others fill A4. `problems` tells of the
    cells whose words Excel would cut.
    """

    def __init__(self, sheet: Worksheet, columns: Sequence[Column], *, wide: bool) -> None:
        self.problems: list[str] = []
        self._sheet, self._columns = sheet, columns
        self._row = self._head = 0
        self._models = {column.key: _model(sheet, column) for column in columns}
        self._widths = looks.lay_out(sheet, (column.width for column in columns), _FIRST, wide=wide)
        sheet.column_dimensions[get_column_letter(_MARKS)].hidden = True

    def line(self, mark: str, text: str, component: str) -> None:
        """Write a line over the table, from its left: it may be wider than a screen."""
        self._next(mark)
        cell = self._cell(0)
        write_text(cell, text)
        looks.set_over_table(cell, component)
        cell.alignment = Alignment(horizontal="left", vertical="center")
        self._sheet.row_dimensions[self._row].height = looks.height("", component, self._widths[0])

    def ask(self, mark: str, label: str, choice: DataValidation) -> None:
        """Write a line that asks for a day: the words in the third column, the cell in the fourth."""
        self._next(mark)
        words, cell = self._cell(2), self._cell(3)
        write_text(words, label)
        looks.set_over_table(words, "table_heading")
        words.alignment = Alignment(horizontal="right", vertical="center")
        looks.set_answer(cell, looks.DATE, centred=True)
        choice.add(cell.coordinate)
        self._sheet.add_data_validation(choice)

    def headings(self) -> None:
        """Write the headings: they stay in sight and on every page."""
        self._next(Mark.HEADINGS)
        texts = [column.heading for column in self._columns]
        for place, column in enumerate(self._columns):
            write_text(self._cell(place), column.heading)
            looks.set_heading(self._cell(place), asks=column.filled)
        self._fit(texts, "table_heading")
        self._head = self._row
        looks.keep_in_sight(self._sheet, self._head)

    def across(self, text: str) -> None:
        """Write the name of a group over all columns."""
        self._next(Mark.GROUP)
        cells = [self._cell(place) for place in range(len(self._columns))]
        write_text(cells[0], text)
        looks.set_named(cells)

    def row(self, mark: str, values: Mapping[str, Value]) -> None:
        """Write a row: values by the keys of columns; the others are empty."""
        self._next(mark)
        for place, column in enumerate(self._columns):
            cell = self._cell(place)
            looks.set_alike(cell, self._models[column.key])
            self._write(cell, values.get(column.key))
        self._fit([_shown(values.get(column.key)) for column in self._columns], "table_cell")

    def blank(self, count: int, height: Pt) -> None:
        """Write rows that are free, each at least so high."""
        for _ in range(count):
            self.row("", {})
            self._sheet.row_dimensions[self._row].height = height

    def offer(self, key: str, choice: DataValidation) -> None:
        """Let a column be filled in with what there is to choose."""
        letter = self._letter(key)
        choice.add(f"{letter}{self._head + 1}:{letter}{max(self._row, self._head + 1)}")
        self._sheet.add_data_validation(choice)

    def filter(self) -> None:
        """Let rows be filtered, and sorted together with what the hidden column says of them."""
        last = get_column_letter(_FIRST + len(self._columns) - 1)
        self._sheet.auto_filter.ref = f"A{self._head}:{last}{self._row}"

    def keep_columns(self, key: str) -> None:
        """Let the columns up to one stay in sight as well."""
        after = get_column_letter(self._place(key) + 1)
        self._sheet.freeze_panes = f"{after}{self._head + 1}"

    def _write(self, cell: Cell, value: Value) -> None:
        if isinstance(value, str):
            write_text(cell, value)
            self.problems += too_long(cell, value)
        elif value is not None:
            cell.value = value

    def _next(self, mark: str) -> None:
        self._row += 1
        write_text(cell_at(self._sheet, self._row, _MARKS), mark)

    def _cell(self, place: int) -> Cell:
        return cell_at(self._sheet, self._row, _FIRST + place)

    def _place(self, key: str) -> int:
        return _FIRST + [column.key for column in self._columns].index(key)

    def _letter(self, key: str) -> str:
        return get_column_letter(self._place(key))

    def _fit(self, texts: Iterable[str], component: str) -> None:
        looks.fit_row(self._sheet, self._row, zip(texts, self._widths, strict=True), component)


def _model(sheet: Worksheet, column: Column) -> Cell:
    """Return a cell, on no sheet, that looks as those of a column do."""
    cell = Cell(sheet, 1, 1)
    look = looks.set_answer if column.filled else looks.set_body
    look(cell, column.form, centred=column.centred)
    return cell


def _shown(value: Value) -> str:
    return value if isinstance(value, str) else ""
