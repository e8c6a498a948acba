"""One sheet as a grid of what its cells say: only cells that exist are read, and never more than a limit."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from openpyxl.utils import get_column_letter

from docgen.errors import RefusedError
from docgen.model.finding import Finding, Severity
from docgen.package import Element
from docgen.package.kinds import SPLIT
from docgen.package.xml import MAX_ROWS
from docgen.sheets.book import Book, S, Sheet, column_of, is_on, words
from docgen.sheets.values import Problem, Value, value_of
from docgen.word.ooxml import A, number

MAX_COLUMNS = 60
MAX_COVERED = 100_000
"""Rows covered by merged cells, each counted for every one that covers it."""

_AREA = re.compile(r"\$?([A-Z]{1,3})\$?(\d+):\$?([A-Z]{1,3})\$?(\d+)")
_UNMERGE = "Hãy bỏ gộp ô, hoặc xóa chữ bị che."


@dataclass(frozen=True, slots=True)
class Area:
    """Merged cells: columns and rows from 1, first and last."""

    left: int
    top: int
    right: int
    bottom: int


@dataclass
class Grid:
    """A sheet: what its cells say by row and column from 1; what is merged, and what is hidden."""

    sheet: Sheet
    alone: bool
    rows: dict[int, dict[int, Value]] = field(default_factory=dict)
    areas: dict[tuple[int, int], Area] = field(default_factory=dict)
    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = frozenset()
    findings: list[Finding] = field(default_factory=list)

    @property
    def place(self) -> str:
        """Where the sheet is found: "trang tính “Phụ lục”"."""
        return f"trang tính “{self.sheet.name}”"

    def cell(self, row: int, column: int) -> str:
        """Return where a cell is found: "ô C14", behind its sheet where there are several."""
        address = f"ô {get_column_letter(column)}{row}"
        return address if self.alone else f"{self.place}, {address}"

    def text(self, row: int, column: int) -> str:
        """Return the words of a cell; nothing where there are none."""
        value = self.rows.get(row, {}).get(column)
        return value.text if value else ""

    def tell(self, place: str, problem: Problem) -> None:
        """Note what is to be told of a place."""
        self.findings.append(
            Finding(
                code=problem.code,
                severity=problem.severity,
                place=place,
                message=problem.message,
                remedy=problem.remedy,
            )
        )


def read_grid(book: Book, sheet: Sheet, *, alone: bool) -> Grid:
    """Read a sheet of a workbook; `alone` when it is the only one that people see.

    Raises:
        InvalidInputError: its part is missing or not well-formed.
        RefusedError: it is over a limit.

    """
    root = book.package.xml(sheet.part)
    grid = Grid(sheet, alone)
    _read_cells(grid, book, root)
    _read_areas(grid, root)
    _read_hidden(grid, root)
    _read_remarks(grid, book)
    return grid


def _read_cells(grid: Grid, book: Book, root: Element) -> None:
    for raw in book.cells(root):
        value = value_of(raw, book.epoch)
        if value is None:
            continue
        _refuse_far(grid, raw.row, raw.column)
        grid.rows.setdefault(raw.row, {})[raw.column] = value
        if value.problem:
            grid.tell(grid.cell(raw.row, raw.column), value.problem)
    grid.rows = dict(sorted(grid.rows.items()))


def _refuse_far(grid: Grid, row: int, column: int) -> None:
    """Stop at the first cell beyond a limit."""
    if column > MAX_COLUMNS:
        raise RefusedError(
            f"{_begun(grid.cell(row, column))} nằm ngoài {MAX_COLUMNS} cột đầu.",
            "Hãy xóa các cột thừa rồi lưu lại.",
        )
    if row not in grid.rows and len(grid.rows) >= MAX_ROWS:
        raise RefusedError(f"{_begun(grid.place)} có quá {MAX_ROWS} dòng có chữ.", SPLIT)


def _begun(place: str) -> str:
    """Return a place as the begin of a sentence."""
    return place[0].upper() + place[1:]


def _read_areas(grid: Grid, root: Element) -> None:
    """Read merged cells (18.3.1.55); what stands under one is told: no one sees it."""
    count, numbers = 0, list(grid.rows)
    for node in root.iterfind(f"{S}mergeCells/{S}mergeCell"):
        area = _area(node.get("ref", ""))
        rows = within(numbers, area.top, area.bottom) if area else []
        count += 1 + len(rows)
        if count > MAX_COVERED:
            raise RefusedError(f"{_begun(grid.place)} có quá nhiều ô gộp.", SPLIT)
        if area:
            grid.areas[area.top, area.left] = area
            _uncover(grid, area, rows)


def within(numbers: Sequence[int], first: int, last: int) -> Sequence[int]:
    """Return those of sorted `numbers` from `first` to `last`."""
    return numbers[bisect_left(numbers, first) : bisect_right(numbers, last)]


def _area(reference: str) -> Area | None:
    found = _AREA.fullmatch(reference)
    if not found:
        return None
    area = Area(column_of(found[1]), int(found[2]), column_of(found[3]), int(found[4]))
    return area if area.left <= area.right and area.top <= area.bottom else None


def _uncover(grid: Grid, area: Area, rows: Iterable[int]) -> None:
    for row in rows:
        for column in [one for one in grid.rows[row] if area.left <= one <= area.right]:
            if (row, column) != (area.top, area.left):
                text = grid.rows[row].pop(column).text
                message = f"bị ô gộp che mất, không được đọc: “{text}”."
                grid.tell(grid.cell(row, column), Problem("o-bi-che", Severity.WARNING, message, _UNMERGE))


def _read_hidden(grid: Grid, root: Element) -> None:
    """Note which rows and columns are hidden (18.3.1.13, 18.3.1.73)."""
    grid.hidden_rows = frozenset(_hidden_rows(root)) & frozenset(grid.rows)
    spans = (
        (number(node.get("min")), number(node.get("max")))
        for node in root.iterfind(f"{S}cols/{S}col")
        if is_on(node, "hidden")
    )
    used = {column for cells in grid.rows.values() for column in cells}
    grid.hidden_columns = frozenset(
        column for first, last in spans for column in used if first <= column <= last
    )


def _hidden_rows(root: Element) -> Iterator[int]:
    row = 0
    for node in root.iterfind(f"{S}sheetData/{S}row"):
        row = number(node.get("r"), row + 1)
        if is_on(node, "hidden"):
            yield row


def _read_remarks(grid: Grid, book: Book) -> None:
    """Tell the words that stand beside the cells: remarks (18.7.3), and boxes drawn over them."""
    for part in book.package.related(grid.sheet.part, "comments"):
        for node in book.package.xml(part).iter(f"{S}comment"):
            text = " ".join(piece for body in node.iterfind(f"{S}text") for piece in words(body).split())
            message = f"có ghi chú, không đưa vào dữ liệu: “{text}”."
            grid.tell(f"ô {node.get('ref', '')}", Problem("ghi-chu", Severity.INFO, message))
    for part in book.package.related(grid.sheet.part, "drawing"):
        for body in book.package.xml(part).iter(f"{A}p"):
            text = "".join(node.text or "" for node in body.iter(f"{A}t")).strip()
            if text:
                message = f"có chữ trong hình vẽ, không đưa vào dữ liệu: “{text}”."
                remedy = "Hãy gõ chữ đó vào ô nếu cần."
                grid.tell(grid.place, Problem("chu-trong-hinh", Severity.WARNING, message, remedy))
