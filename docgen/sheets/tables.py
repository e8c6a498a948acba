"""A grid as a table of text; the own columns of a form of ours stand apart."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from docgen.language.text import fold
from docgen.recognition.source import Cell, Row, Table
from docgen.sheets.form import OWN_COLUMNS, Mark
from docgen.sheets.grid import MAX_COLUMNS, Grid, within
from docgen.sheets.values import Value
from docgen.sheets.workbook import Answer, Entry

_MARKS = frozenset(Mark)
_OWN = {fold(heading): heading for heading in OWN_COLUMNS}


@dataclass(frozen=True)
class Marks:
    """The hidden column of a form: which it is, the row of the headings, and what it says, by row."""

    column: int
    headings: int
    rows: dict[int, str]


def table_of(grid: Grid) -> Table:
    """Return the rows of a sheet that say something."""
    places = {column: column - 1 for column in range(1, MAX_COLUMNS + 1)}
    return Table([row for _, row in _rows(grid, places)], grid.place)


def marks_of(grid: Grid) -> Marks | None:
    """Return the marks of a sheet of ours; None for a sheet that has none."""
    headings = (
        (row, column)
        for row, cells in grid.rows.items()
        for column, value in cells.items()
        if value.text == Mark.HEADINGS
    )
    row, column = next(headings, (0, 0))
    marks = {number: cells[column].text for number, cells in grid.rows.items() if column in cells}
    return Marks(column, row, marks) if row else None


def form_of(grid: Grid, marks: Marks) -> tuple[Table, tuple[Answer, ...]]:
    """Return the appendix in a sheet of ours with these marks, and what units wrote beside it."""
    own = _own_columns(grid, marks)
    apart = {marks.column, *own}
    shown = [column for column in range(1, MAX_COLUMNS + 1) if column not in apart]
    table = Table(place=grid.place)
    for number, row in _rows(grid, {column: place for place, column in enumerate(shown)}):
        _identify(row, marks.rows.get(number, ""))
        table.rows.append(row)
    return table, tuple(_answers(grid, marks, own))


def _own_columns(grid: Grid, marks: Marks) -> dict[int, str]:
    """Return the headings of the columns that are no part of the appendix: they stand behind its own."""
    cells = sorted(grid.rows[marks.headings].items())
    last = {_OWN.get(fold(value.text)): column for column, value in cells}
    return {column: heading for heading, column in last.items() if heading}


def _identify(row: Row, mark: str) -> None:
    """Say which task a row holds; of copies that say the same, the words tell the original later."""
    row.header = mark == Mark.HEADINGS
    if mark not in _MARKS:
        row.task = mark


def _answers(grid: Grid, marks: Marks, own: Mapping[int, str]) -> Iterator[Answer]:
    for number, cells in grid.rows.items():
        mark = marks.rows.get(number, "")
        entries = {own[column]: _entry(grid, number, column, cells) for column in own}
        if mark not in _MARKS and (mark or any(entry.text for entry in entries.values())):
            yield Answer(mark, f"dòng {number}" if grid.alone else f"{grid.place}, dòng {number}", entries)


def _entry(grid: Grid, row: int, column: int, cells: Mapping[int, Value]) -> Entry:
    value = cells.get(column, Value(""))
    return Entry(value.text, grid.cell(row, column), day=value.day)


def _rows(grid: Grid, places: Mapping[int, int]) -> Iterator[tuple[int, Row]]:
    """Yield the rows that say something in the columns that have places, with their numbers."""
    kept = {
        number: {column: value for column, value in sorted(cells.items()) if value.text and column in places}
        for number, cells in grid.rows.items()
    }
    numbers = [number for number, cells in kept.items() if cells]
    for number in numbers:
        cells = (_cell(grid, (number, column), places, numbers) for column in kept[number])
        yield number, Row(list(cells))


def _cell(grid: Grid, at: tuple[int, int], places: Mapping[int, int], numbers: Sequence[int]) -> Cell:
    row, column = at
    cell = Cell(grid.rows[row][column].text, grid.cell(row, column), column=places[column])
    if area := grid.areas.get(at):
        cell.columns = sum(area.left <= one <= area.right for one in places)
        cell.rows = len(within(numbers, area.top, area.bottom))
    return cell
