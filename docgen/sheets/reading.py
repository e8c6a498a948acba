"""A workbook from anyone, read: its tables, what is hidden in it, and the form that it may be."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain, groupby
from typing import Self

from openpyxl.utils import get_column_letter

from docgen.model.finding import Finding, Severity
from docgen.package import WORKBOOK, open_package
from docgen.recognition.source import Table
from docgen.sheets.book import Book, Sheet
from docgen.sheets.form import NAME, SPELLINGS, VERSION
from docgen.sheets.grid import Grid, read_grid
from docgen.sheets.tables import Marks, form_of, marks_of, table_of
from docgen.sheets.unit_form.filled import filled_form
from docgen.sheets.unit_form.layout import NAME as UNIT_FORM
from docgen.sheets.workbook import Answer, Form, Workbook

_WORKSHEET = "worksheet"
_SHOW = "Hãy bỏ ẩn để kiểm tra."


def read_workbook(data: bytes) -> Workbook:
    """Read the bytes of a workbook (.xlsx, .xlsm, .xltx): nothing of it is fetched, calculated or run.

    Raises:
        InvalidInputError: the bytes are no workbook that can be read (an .xls, a password, a Word file …).
        RefusedError: it is dangerous or over a limit.

    """
    package = open_package(data, WORKBOOK)
    book = Book(package)
    worksheets = [sheet for sheet in book.sheets if sheet.kind == _WORKSHEET]
    alone = sum(not sheet.hidden for sheet in worksheets) <= 1
    grids = [read_grid(book, sheet, alone=alone) for sheet in worksheets]
    lists = next((grid for grid in grids if grid.text(1, 1) == NAME), None)
    form = _form(lists) if lists else None
    unit = next((grid for grid in grids if grid.text(1, 1) == UNIT_FORM), None)
    others = [grid for grid in grids if grid not in (lists, unit) and grid.rows]
    sheets = [_Read.of(grid, ours=form is not None, of_unit=unit is not None) for grid in others]
    ours = [(read.grid, read.marks) for read in sheets if read.marks]
    return Workbook(
        tables=tuple(read.table for read in sheets if not read.grid.sheet.hidden),
        hidden=tuple(read.table for read in sheets if read.grid.sheet.hidden),
        findings=(*package.notices, *_others(book.sheets), *chain(*map(_findings, sheets))),
        form=form,
        answers=tuple(answer for read in sheets for answer in read.answers),
        of_unit=filled_form(unit, ours) if unit else None,
    )


@dataclass(frozen=True)
class _Read:
    """A sheet that was read."""

    grid: Grid
    table: Table
    answers: tuple[Answer, ...] = ()
    marks: Marks | None = None

    @classmethod
    def of(cls, grid: Grid, *, ours: bool, of_unit: bool) -> Self:
        """Read a grid, which may be one of `ours` or of the form `of_unit`."""
        marks = marks_of(grid) if ours or of_unit else None
        if marks and ours:
            return cls(grid, *form_of(grid, marks), marks)
        return cls(grid, table_of(grid), marks=marks)


def _form(lists: Grid) -> Form | None:
    """Read what a form says of itself; None when that was damaged or is of a later docgen."""
    version, year, subject = (lists.text(row, 2) for row in (1, 2, 3))
    if not (version.isdigit() and year.isdigit() and int(version) <= VERSION):
        return None
    column = next((column for column, value in lists.rows[1].items() if value.text == SPELLINGS), 0)
    spellings = (lists.text(row, column) for row in lists.rows if row > 1)
    return Form(int(version), int(year), subject, tuple(filter(None, spellings)))


def _others(sheets: Iterable[Sheet]) -> Iterator[Finding]:
    """Tell the sheets that have no cells: charts, macros of Excel 4."""
    for sheet in sheets:
        if sheet.kind != _WORKSHEET:
            place = f"trang tính “{sheet.name}”"
            yield _finding(
                "khong-phai-bang", place, "không phải bảng (biểu đồ, hộp thoại hoặc macro), không được đọc."
            )


def _findings(read: _Read) -> Iterator[Finding]:
    """Tell what of a sheet is hidden, then what was found in its cells."""
    grid = read.grid
    if grid.sheet.hidden:
        yield _finding("trang-an", grid.place, f"đang ẩn, có {len(grid.rows)} dòng.", _SHOW)
    if rows := grid.hidden_rows:
        message = f"có {len(rows)} dòng đang ẩn ({_spans(rows)}), vẫn được đọc."
        yield _finding("dong-an", grid.place, message, _SHOW)
    if columns := grid.hidden_columns - ({read.marks.column} if read.marks else set()):
        letters = ", ".join(map(get_column_letter, sorted(columns)))
        message = f"có {len(columns)} cột đang ẩn ({letters}), vẫn được đọc."
        yield _finding("cot-an", grid.place, message, _SHOW)
    yield from grid.findings


def _finding(code: str, place: str, message: str, remedy: str = "") -> Finding:
    return Finding(code=code, severity=Severity.WARNING, place=place, message=message, remedy=remedy)


def _spans(numbers: Iterable[int]) -> str:
    """Write numbers as "5–8, 11"."""
    ordered = enumerate(sorted(numbers))
    runs = [[number for _, number in run] for _, run in groupby(ordered, key=lambda pair: pair[1] - pair[0])]
    return ", ".join(f"{run[0]}–{run[-1]}" if len(run) > 1 else str(run[0]) for run in runs)
