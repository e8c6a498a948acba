"""The head of an appendix table: which column holds what, whatever the office calls it and in any order."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from string import ascii_uppercase

from docgen.model.appendix import Headings
from docgen.recognition.row_numbers import row_number
from docgen.recognition.source import Cell, Row
from docgen.rules.columns import column_names, heading_key

NUMBER, TEXT, LEAD, COORDINATING, DEADLINE = "stt", "noi_dung", "chu_tri", "phoi_hop", "thoi_gian"
FIELDS = tuple(str(field.alias) for field in Headings.model_fields.values())
"""The fields of a row, by their keys, in the order of the data."""
_OUTER = {NUMBER, TEXT}
"""The columns that no heading stands over."""

_LONGEST = 80
"""Letters in a heading."""
_LONGEST_NAME = 40
"""Letters in one that is a whole name."""
_TALLEST = 3
"""Rows in a head."""
_WIDEST = 100
"""Columns that a heading reaches over."""
_LOOKED_AT = 20
"""Rows below a head by which a column is known to count."""
_PAIR = 2
"""Numbers of columns have so many figures at most; so many of them are not yet a count."""


@dataclass(frozen=True)
class Columns:
    """What the columns of a grid, counted from 0, hold.

    `fields` are the known ones by column, `headings` their headings by field, `unknown` the headings of the
    others by column; `width` is the number of columns.
    """

    fields: dict[int, str]
    headings: dict[str, str]
    unknown: dict[int, str]
    width: int

    def under(self, cell: Cell) -> tuple[str, ...]:
        """Return the fields that a cell lies under, from the left."""
        if cell.columns == 1:
            field = self.fields.get(cell.column)
            return (field,) if field else ()
        reach = range(cell.column, min(cell.column + cell.columns, self.width))
        return tuple(dict.fromkeys(self.fields[column] for column in reach if column in self.fields))

    def has(self, field: str) -> bool:
        """Whether a column holds `field`."""
        return field in self.fields.values()


@dataclass(frozen=True)
class Head:
    """The rows that head the columns.

    `spare` are the cells that only stand over others, `guessed` is the heading that is taken for that of the
    tasks since no other is.
    """

    rows: Sequence[Row]
    columns: Columns
    spare: tuple[Cell, ...]
    guessed: Cell | None = None

    @property
    def cells(self) -> list[Cell]:
        """The cells that say something."""
        return [cell for row in self.rows for cell in said(row)]

    @property
    def words(self) -> list[str]:
        """The words of the cells, to compare two heads."""
        return [one_line(cell.text) for cell in self.cells]


def said(row: Row) -> list[Cell]:
    """Return the cells of a row that say something."""
    return [cell for cell in row.cells if cell.text and not cell.text.isspace()]


def one_line(text: str) -> str:
    """Return a text with one blank wherever there is room."""
    return " ".join(text.split())


def width_of(rows: Iterable[Row]) -> int:
    """Return how many columns the widest of `rows` reaches over."""
    return max((cell.column + cell.columns for row in rows for cell in row.cells), default=0)


@lru_cache(maxsize=4096)
def field_called(heading: str) -> str:
    """Return the field whose whole name a heading is, "" when it is none."""
    return "" if len(heading) > _LONGEST_NAME else column_names().names.get(heading_key(heading), "")


def field_of(heading: str) -> str:
    """Return the field a heading names, "" when none; its whole name counts before a phrase in it."""
    return next(iter(fields_of(heading)), "")


@lru_cache(maxsize=4096)
def fields_of(heading: str) -> tuple[str, ...]:
    """Return every field a heading names: "Cơ quan chủ trì, phối hợp" names two."""
    if field := field_called(heading):
        return (field,)
    if len(heading) > _LONGEST:
        return ()
    padded = f" {heading_key(heading)} "
    found = ((padded.find(f" {phrase} "), field) for phrase, field in column_names().phrases.items())
    return tuple(dict.fromkeys(field for place, field in sorted(found) if place >= 0))


def head_at(rows: Sequence[Row], start: int) -> Head | None:
    """Return the head that begins in row `start`, if one does."""
    if not _names_columns(rows[start]):
        return None
    head = rows[start : start + _height(rows, start)]
    stacks = _stacks(head)
    fields = _claimed(stacks)
    counting = _counting(stacks, fields, rows[start + len(head) : start + len(head) + _LOOKED_AT])
    guessed = None if TEXT in fields.values() else _first_unknown(stacks, fields)
    if guessed:
        fields[guessed] = TEXT
    headed = {field: one_line(cell.text) for cell, field in fields.items()}
    columns = Columns(
        fields=counting | {column: fields[cell] for column, cell in stacks.items() if cell in fields},
        headings={field: headed[field] for field in FIELDS if field in headed},
        unknown={column: one_line(cell.text) for column, cell in stacks.items() if cell not in fields},
        width=width_of(head),
    )
    used = set(stacks.values())
    spare = tuple(cell for row in head for cell in said(row) if cell not in used)
    return Head(head, columns, spare, guessed)


def bare_columns(rows: Sequence[Row]) -> Columns | None:
    """Return what the columns of a table without a head are taken for, if anything."""
    width = width_of(rows)
    fields = column_names().bare.get(width)
    return Columns(dict(enumerate(fields)), {}, {}, width) if fields else None


def _names_columns(row: Row) -> bool:
    """Whether two cells of a row are headings, or all that a row marked as the head says."""
    cells = said(row)
    if cells and row_number(cells[0].text):
        return False
    whole = {field for cell in cells if (field := field_called(cell.text))}
    if len(whole) != 1:
        return len(whole) > 1
    fields = [field_of(cell.text) for cell in cells]
    return len({*fields} - {""}) > 1 and (all(fields) or row.header)


def _height(rows: Sequence[Row], start: int) -> int:
    """Return how many rows the head has: as many as its merged cells cover, and those that go on with it."""
    height = max((cell.rows for cell in said(rows[start]) if cell.rows <= _TALLEST), default=1)
    while height < _TALLEST and start + height < len(rows) and _goes_on(rows[start], rows[start + height]):
        height += 1
    return min(height, len(rows) - start)


def _goes_on(first: Row, row: Row) -> bool:
    """Whether `row` heads the columns that wide cells of `first` stand over, or blank ones of it."""
    cells = said(row)
    texts = {cell.column for cell in said(first) if field_of(cell.text) in _OUTER}
    wide = {column for cell in said(first) if cell.columns > 1 for column in _reach(cell)} - texts
    below = all(cell.column in wide for cell in cells)
    named = {field_called(cell.text) for cell in cells}
    return bool(cells) and (below or named.isdisjoint({"", *_OUTER}))


def _reach(cell: Cell) -> range:
    return range(cell.column, cell.column + min(cell.columns, _WIDEST))


def _stacks(head: Sequence[Row]) -> dict[int, Cell]:
    """Return by column the cell that heads it: the lowest, or the one above it that alone is understood."""
    stacks: dict[int, Cell] = {}
    for cell in (cell for row in head for cell in said(row)):
        for column in _reach(cell):
            above = stacks.get(column)
            if above is None or field_of(cell.text) or _reach(above) != _reach(cell):
                stacks[column] = cell
    return dict(sorted(stacks.items()))


def _claimed(stacks: dict[int, Cell]) -> dict[Cell, str]:
    """Return the field of every heading that names one; a whole name before a phrase, then the first."""
    cells = list(dict.fromkeys(stacks.values()))
    claims: dict[str, Cell] = {}
    for cell in sorted(cells, key=lambda cell: not field_called(cell.text)):
        if field := field_of(cell.text):
            claims.setdefault(field, cell)
    return {cell: field for field, cell in claims.items()}


def _counting(stacks: dict[int, Cell], fields: dict[Cell, str], rows: Sequence[Row]) -> dict[int, str]:
    """Return the first column as that of numbers, if the heading does not say so but the rows do."""
    above = stacks.get(0)
    cells = [cell for row in rows for cell in said(row) if cell.column == 0 and cell.columns == 1]
    numbers = list(filter(None, (row_number(cell.text) for cell in cells)))
    if NUMBER in fields.values() or above in fields or not numbers or len(numbers) < len(cells):
        return {}
    if above is not None:
        fields[above] = NUMBER
    return {0: NUMBER}


def _first_unknown(stacks: dict[int, Cell], fields: dict[Cell, str]) -> Cell | None:
    return next((cell for cell in stacks.values() if cell not in fields), None)


def numbers_columns(row: Row) -> bool:
    """Whether a row counts the columns: "(1) | (2) | (3)" or "A | B | 1 | 2"."""
    words = [cell.text.strip(" ()\n\t") for cell in said(row)]
    if len(words) <= _PAIR or max(map(len, words)) > _PAIR:
        return False
    letters = sum(1 for word in words if word.isalpha())
    count = [*ascii_uppercase[:letters], *(str(number) for number in range(1, len(words) - letters + 1))]
    return words == count
