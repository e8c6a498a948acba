"""A table read by its header row: which column is which, and what each row is (a part, a group, a task)."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property

from docgen.components import Part, key
from docgen.language.numerals import is_roman
from docgen.word.reading import Cell, Paragraph, Row, Table


class Column(StrEnum):
    """What a column holds, by the words of its heading."""

    NUMBER = "số thứ tự"
    TASK = "nhiệm vụ"
    LEAD = "cơ quan chủ trì"
    PARTNER = "cơ quan phối hợp"
    TIME = "thời gian"


class Kind(StrEnum):
    """What a row is, by its number."""

    PART = "phần"
    GROUP = "nhóm"
    TASK = "nhiệm vụ"
    SUBTASK = "nhiệm vụ con"
    TOTAL = "tổng số"
    UNNUMBERED = "không có số"
    OTHER = "khác"


NUMBER = re.compile(r"(stt|tt|so tt|so thu tu)$")
"""The heading of a column of numbers, without marks."""
_HEADINGS = (
    (Column.LEAD, re.compile(r".*chu tri")),
    (Column.PARTNER, re.compile(r".*phoi hop")),
    (Column.TIME, re.compile(r"(thoi (gian|han)|han hoan thanh|tien do)")),
    (Column.TASK, re.compile(r"(.*nhiem vu|noi dung|.*cong viec)")),
)
_HEADER_ROWS = 3
_TOTAL = re.compile(r"(tong so|tong cong|cong)\b")
_ONE_LETTER = frozenset("IVX")
"""The letters that are more often numerals than names of parts."""

_COUNTED = re.compile(r"\(?\s*[\da-z]{1,2}\s*\)?$")


@dataclass(eq=False)
class TaskRow:
    """One row below the heading: its number as it is written, and what kind of row that makes it."""

    row: Row
    cells: dict[Column, Cell]
    number: str
    kind: Kind
    under: str = ""
    """The letter of the part that it stands in."""

    @property
    def called(self) -> str:
        """What an officer calls it: "6 phần A"."""
        return f"{self.number} phần {self.under}" if self.under else self.number

    @cached_property
    def words(self) -> str:
        """All its words."""
        return " ".join(cell.words for cell in self.row.cells if cell.words)

    @property
    def paragraph(self) -> Paragraph | None:
        """Where it is told: its number, else its first words."""
        shown = [one for cell in self.row.cells for one in cell.paragraphs if one.words]
        return shown[0] if shown else None

    def text(self, column: Column) -> str:
        """Return the words of one of its cells."""
        cell = self.cells.get(column)
        return cell.words if cell else ""


@dataclass(eq=False)
class NumberedTable:
    """A table with a column of numbers; `headings` are its columns, `head` the rows of its heading."""

    table: Table
    part: Part
    headings: dict[Column, int]
    head: int
    rows: list[TaskRow] = field(default_factory=list)

    @property
    def is_of_tasks(self) -> bool:
        """Whether it tells who does what until when."""
        named = self.headings.keys()
        return Column.TASK in named and bool(named & {Column.LEAD, Column.TIME})

    @property
    def heading(self) -> Row:
        """The first row of its heading."""
        return self.table.rows[0]


def numbered_tables(parts: Sequence[Part]) -> Iterator[NumberedTable]:
    """Yield the tables of the content that have a column of numbers."""
    for part in parts:
        for table in part.tables:
            if found := _read(table, part):
                yield found


def _read(table: Table, part: Part) -> NumberedTable | None:
    for at, row in enumerate(table.rows[:_HEADER_ROWS]):
        number = next((cell for cell in row.cells if NUMBER.match(key(cell.words))), None)
        if number is not None:
            head = _below_heading(table, at + number.rows)
            found = NumberedTable(table, part, _headings(row, number), head)
            found.rows = list(_rows(found))
            return found
    return None


def _headings(row: Row, number: Cell) -> dict[Column, int]:
    found = {Column.NUMBER: number.column}
    for cell in row.cells:
        words = key(cell.words)
        names = [name for name, pattern in _HEADINGS if pattern.match(words)]
        if cell is not number and names and not {Column.LEAD, Column.PARTNER}.issubset(names):
            found.setdefault(names[0], cell.column)
    return found


def _below_heading(table: Table, at: int) -> int:
    """Return the first row of the content: one that counts the columns is of the heading."""
    if at >= len(table.rows):
        return at
    words = [key(cell.words) for cell in table.rows[at].cells]
    counts = len(words) > 2 and all(words) and all(_COUNTED.match(word) for word in words)  # noqa: PLR2004
    return at + 1 if counts else at


def _rows(found: NumberedTable) -> Iterator[TaskRow]:
    letter = ""
    names = {at: name for name, at in found.headings.items()}
    for row in found.table.rows[found.head :]:
        cells = {names[cell.column]: cell for cell in row.cells if cell.column in names}
        number = _bare(cells[Column.NUMBER].words) if Column.NUMBER in cells else ""
        kind = _kind(row, cells, number, letter)
        letter = number if kind is Kind.PART else letter
        yield TaskRow(row, cells, number, kind, letter)


def _bare(number: str) -> str:
    return number.strip().strip("().").strip()


def _kind(row: Row, cells: dict[Column, Cell], number: str, letter: str) -> Kind:
    if re.fullmatch(r"\d+", number):
        return Kind.TASK
    if re.fullmatch(r"\d+(\.\d+)+", number):
        return Kind.SUBTASK
    if re.fullmatch(r"[A-ZĐ]", number) and (number not in _ONE_LETTER or _follows(letter, number)):
        return Kind.PART
    if is_roman(number):
        return Kind.GROUP
    if _TOTAL.match(" ".join(key(cell.words) for cell in row.cells if cell.words)):
        return Kind.TOTAL
    return Kind.UNNUMBERED if not number and Column.NUMBER in cells else Kind.OTHER


def _follows(letter: str, number: str) -> bool:
    return bool(letter) and ord(number) - ord(letter) == 1
