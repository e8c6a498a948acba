"""One appendix on a sheet: its title, headings, every row with its mark, and room for what units answer."""

from openpyxl.cell import Cell
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from docgen import rules
from docgen.documents.base import Appendix, Columns, Row, RowKind
from docgen.model.appendix import Headings
from docgen.model.plan import Plan
from docgen.rules.units import Pt
from docgen.sheets import looks
from docgen.sheets.cells import cell_at, write_text
from docgen.sheets.form import DUE, FINISHED, OWN_COLUMNS, RESULT, STATUS, Mark
from docgen.sheets.lists import Choices

_WIDTHS = {name: f"column.{field.alias}" for name, field in Columns.model_fields.items()} | {
    "text": "sheet.text",
    "lead": "sheet.unit",
    "coordinating": "sheet.unit",
    DUE: "sheet.due",
    STATUS: "sheet.status",
    FINISHED: "sheet.finished",
    RESULT: "sheet.result",
}
_MARKS = {RowKind.PART: Mark.PART, RowKind.GROUP: Mark.GROUP, RowKind.TOTAL: Mark.TOTAL}
_CENTRED = {"number", "deadline", "budget", DUE, STATUS, FINISHED}
_FORMATS = {DUE: looks.DATE, FINISHED: looks.DATE, "text": looks.GENERAL, RESULT: looks.GENERAL}
"""Formats of columns that are not `TEXT`: of a long cell in that, older Excel shows "####"."""
_MARK_COLUMN, _FIRST = 1, 2
_HEADINGS = 4
"""The row of the headings, behind three lines over the table."""


class AppendixSheet:
    """Writes an appendix of a plan, whose columns have these headings, on an empty sheet."""

    def __init__(self, sheet: Worksheet, appendix: Appendix, headings: Headings, plan: Plan) -> None:
        self._sheet, self._appendix, self._plan = sheet, appendix, plan
        shown = {name: getattr(headings, name) for name, heading in appendix.columns if heading}
        self._headings = shown | {heading: heading for heading in OWN_COLUMNS}
        self._widths = looks.lay_out(sheet, (_WIDTHS[name] for name in self._headings), _FIRST)
        sheet.column_dimensions[get_column_letter(_MARK_COLUMN)].hidden = True
        self._tasks = {row.anchor: row for row in plan.rows()}

    def write(self, choices: Choices) -> None:
        """Write everything."""
        self._write_title()
        self._write_headings()
        for number, row in enumerate(self._appendix.rows, _HEADINGS + 1):
            self._write_row(number, row)
        self._offer(choices)

    def _write_title(self) -> None:
        """Write the lines over the table, each over all columns; of merged cells Excel fits no height."""
        lines = (
            (Mark.LABEL, "appendix_label", self._appendix.label),
            (Mark.TITLE, "appendix_title", self._appendix.title),
            (Mark.REFERENCE, "appendix_reference", self._appendix.reference),
        )
        for number, (mark, component, text) in enumerate(lines, 1):
            self._mark(number, mark)
            cell = self._cell(number, 0)
            write_text(cell, text)
            looks.set_over_table(cell, component)
            self._sheet.merge_cells(
                start_row=number, end_row=number, start_column=_FIRST, end_column=self._last
            )
            self._sheet.row_dimensions[number].height = looks.height(text, component, looks.text_room())
        self._sheet.row_dimensions[len(lines)].height += rules.length("title.after")

    def _write_headings(self) -> None:
        """Write the headings: they stay in sight, filter the rows below and stand on every page."""
        self._mark(_HEADINGS, Mark.HEADINGS)
        for place, text in enumerate(self._headings.values()):
            write_text(self._cell(_HEADINGS, place), text)
            looks.set_heading(self._cell(_HEADINGS, place))
        self._fit(_HEADINGS, "table_heading")
        looks.keep_in_sight(self._sheet, _HEADINGS)
        first, last = get_column_letter(_FIRST), get_column_letter(self._last)
        self._sheet.auto_filter.ref = f"{first}{_HEADINGS}:{last}{self._bottom}"

    def _write_row(self, number: int, row: Row) -> None:
        if row.kind in _MARKS:
            self._mark(number, _MARKS[row.kind])
            self._write_across(number, row)
        else:
            self._mark(number, self._tasks[row.anchor].id)
            self._write_task(number, row)

    def _write_across(self, number: int, row: Row) -> None:
        """Write a part, a group or a total: on one line over the columns where it fits, else in its own."""
        write_text(self._cell(number, 0), row.number)
        write_text(self._cell(number, 1), row.text)
        fits = looks.fits(row.text, "table_part", Pt(sum(self._widths[1:])))
        cells = [self._cell(number, place) for place in range(len(self._widths))]
        looks.set_across(cells, wrapped=not fits)
        if not fits:
            self._fit(number, "table_part")

    def _fit(self, number: int, component: str) -> None:
        texts = [str(self._cell(number, place).value or "") for place in range(len(self._widths))]
        looks.fit_row(self._sheet, number, zip(texts, self._widths, strict=True), component)

    def _write_task(self, number: int, row: Row) -> None:
        due = self._plan.deadline(self._tasks[row.anchor]).latest
        for place, name in enumerate(self._headings):
            cell = self._cell(number, place)
            form = _FORMATS.get(name, looks.TEXT)
            if name == "number" and row.number.isdigit():
                cell.value, form = int(row.number), looks.GENERAL
            elif name == DUE:
                cell.value = due
            elif name not in OWN_COLUMNS:
                write_text(cell, getattr(row, name))
            looks.set_body(cell, form, centred=name in _CENTRED)
        self._fit(number, "table_cell")

    def _offer(self, choices: Choices) -> None:
        """Let units and statuses be chosen, and only days of the year be typed."""
        self._validate(choices.units(), "lead", "coordinating")
        self._validate(choices.statuses(), STATUS)
        self._validate(choices.days(), FINISHED)

    def _validate(self, choice: DataValidation, *names: str) -> None:
        places = list(self._headings)
        for name in names:
            letter = get_column_letter(_FIRST + places.index(name))
            choice.add(f"{letter}{_HEADINGS + 1}:{letter}{self._bottom}")
        self._sheet.add_data_validation(choice)

    def _mark(self, row: int, mark: str) -> None:
        write_text(cell_at(self._sheet, row, _MARK_COLUMN), mark)

    def _cell(self, row: int, place: int) -> Cell:
        return cell_at(self._sheet, row, _FIRST + place)

    @property
    def _last(self) -> int:
        return _FIRST + len(self._headings) - 1

    @property
    def _bottom(self) -> int:
        return _HEADINGS + len(self._appendix.rows)
