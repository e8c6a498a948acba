"""Many plain rows of a sheet as XML, far faster than cell by cell through openpyxl (18.3.1.73)."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from xml.sax.saxutils import escape

from openpyxl.utils import get_column_letter

from docgen.rules.units import Pt
from docgen.sheets.cells import looks_active, stored
from docgen.sheets.looks import high, letters_on_a_line

Plain = str | int
"""A text or a whole number: what the cells of such rows hold."""

_MOST_LINES = 50
"""No row of Excel is so high."""


@dataclass(frozen=True)
class Look:
    """A style by its number in the workbook; `quoted` of a text that must not run."""

    plain: int
    quoted: int


@dataclass(frozen=True)
class Column:
    """How the cells of a column look, and how wide it is."""

    look: Look
    width: Pt


@dataclass(frozen=True)
class Bulk:
    """Rows as XML, to stand behind those that openpyxl writes into a sheet; `last` is their last cell."""

    sheet: str
    rows: bytes
    last: str


def bulk(sheet: str, first: int, columns: Sequence[Column], rows: Iterable[Sequence[Plain]]) -> Bulk:
    """Return `rows` from the row `first` on, for the sheet whose part is `sheet`; columns begin at A.

    Rows are about as high as their words: letters are counted, for measuring them takes five times as long.
    """
    letters = [get_column_letter(place) for place in range(1, len(columns) + 1)]
    placed = [*zip(letters, (column.look for column in columns), strict=True)]
    room = [letters_on_a_line(column.width) for column in columns]
    heights = [high(lines) for lines in range(_MOST_LINES + 1)]
    written = [
        _row(number, placed, row, heights[_lines(row, room)]) for number, row in enumerate(rows, first)
    ]
    return Bulk(sheet, "".join(written).encode(), f"{letters[-1]}{first + len(written) - 1}")


def _lines(row: Sequence[Plain], room: Sequence[float]) -> int:
    """Return over how many lines the words of a row go."""
    cells = ((str(value).split("\n"), letters) for value, letters in zip(row, room, strict=True))
    return min(max(sum(int(len(one) / on) + 1 for one in ones) for ones, on in cells), _MOST_LINES)


def _row(number: int, placed: Sequence[tuple[str, Look]], row: Sequence[Plain], height: float) -> str:
    cells = (_cell(letter, number, look, value) for (letter, look), value in zip(placed, row, strict=True))
    return f'<row r="{number}" ht="{height:g}">{"".join(cells)}</row>'


def _cell(letter: str, row: int, look: Look, value: Plain) -> str:
    if isinstance(value, int):
        return f'<c r="{letter}{row}" s="{look.plain}"><v>{value}</v></c>'
    if not value:
        return f'<c r="{letter}{row}" s="{look.plain}"/>'
    text, active = _text(value)
    style = look.quoted if active else look.plain
    return f'<c r="{letter}{row}" s="{style}" t="inlineStr"><is><t xml:space="preserve">{text}</t></is></c>'


def _text(value: str) -> tuple[str, bool]:
    """Return a text as XML has it, and whether it looks as if it could run."""
    return escape(stored(value)), looks_active(value)
