"""The sheets of a workbook as the form of a unit: which sheet is which, and what stands in its columns."""

from collections import Counter, defaultdict
from collections.abc import Container, Iterator, Sequence

from docgen.language.text import fold
from docgen.sheets.form import Mark
from docgen.sheets.grid import Grid
from docgen.sheets.tables import Marks
from docgen.sheets.unit_form.layout import ABOUT, SENT_MARK, UNIT_MARK, Part
from docgen.sheets.values import Value
from docgen.sheets.workbook import Answer, Entry, FilledForm, Section

_READ_LINES = (SENT_MARK, UNIT_MARK)
_OVER = frozenset({*Part, *Mark, *_READ_LINES})
"""Marks of rows that hold no answer."""


def filled_form(about: Grid, sheets: Sequence[tuple[Grid, Marks]]) -> FilledForm:
    """Return the form that a workbook is, by its hidden sheet and the sheets that have marks."""
    sections: dict[str, list[Section]] = defaultdict(list)
    for grid, marks in sheets:
        for part in Part:
            if part in marks.rows.values():
                sections[part].append(_section(grid, marks, part))
    version = about.text(1, 2)
    year, subject, period, unit, name, taken = (about.text(row, 2) for row in range(2, len(ABOUT) + 2))
    return FilledForm(
        version=int(version) if version.isdecimal() else None,
        year=year,
        subject=subject,
        period=period,
        unit=unit,
        name=name,
        taken=taken,
        sections={part: tuple(found) for part, found in sections.items()},
    )


def _section(grid: Grid, marks: Marks, part: Part) -> Section:
    columns = _columns(grid, marks, part)
    every = Counter(key for key, _ in columns)
    headings = {column.key: column.heading for column in part.columns}
    return Section(
        place=grid.place,
        rows=tuple(_answers(grid, marks, dict(columns), {column.key for column in part.answers})),
        lines={mark: _line(grid, marks, mark) for mark in _READ_LINES},
        merged=tuple(_merged(grid, marks)),
        lacking=tuple(column.heading for column in part.answers if column.key not in every),
        repeated=tuple(headings[key] for key, count in every.items() if count > 1),
    )


def _columns(grid: Grid, marks: Marks, part: Part) -> list[tuple[str, int]]:
    """Return the keys of the columns that have known headings, and which columns they are."""
    keys = {fold(column.heading): column.key for column in part.columns}
    cells = sorted(grid.rows[marks.headings].items())
    named = ((keys.get(fold(value.text)), column) for column, value in cells)
    return [(key, column) for key, column in named if key]


def _answers(grid: Grid, marks: Marks, columns: dict[str, int], filled: Container[str]) -> Iterator[Answer]:
    """Yield the rows below the headings that are marked, or say something in the columns to be `filled`."""
    for number in grid.rows:
        mark = marks.rows.get(number, "")
        entries = {key: _entry(grid, number, column) for key, column in columns.items()}
        said = mark or any(entry.text.strip() for key, entry in entries.items() if key in filled)
        if number > marks.headings and said and mark not in _OVER:
            yield Answer(mark, f"{grid.place}, dòng {number}", entries)


def _line(grid: Grid, marks: Marks, mark: str) -> tuple[Entry, ...]:
    """Return the cells of a marked line over the table."""
    rows = (number for number, said in marks.rows.items() if said == mark)
    cells = ((row, column) for row in rows for column in sorted(grid.rows[row]))
    return tuple(_entry(grid, row, column) for row, column in cells if column != marks.column)


def _merged(grid: Grid, marks: Marks) -> Iterator[str]:
    """Yield where merged cells join rows or columns of the table."""
    for (row, column), area in grid.areas.items():
        if area.bottom > marks.headings and (area.bottom, area.right) != (area.top, area.left):
            yield grid.cell(row, column)


def _entry(grid: Grid, row: int, column: int) -> Entry:
    value = grid.rows[row].get(column, Value(""))
    return Entry(value.text, grid.cell(row, column), day=value.day)
