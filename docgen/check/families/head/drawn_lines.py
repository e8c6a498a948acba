"""Lines under words, whatever drew them: a shape, a border, underscores, underlined letters."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from docgen.check.families.looks import nearest_size
from docgen.components import Piece
from docgen.rules import component
from docgen.rules.units import Pt
from docgen.word.formatting import RunFormat
from docgen.word.formatting.values import DEFAULT_SIDE_MARGIN
from docgen.word.metrics import last_line, text_width
from docgen.word.reading import Cell, Paragraph, Section

Room: TypeAlias = float
"""The width of the column that words stand in, in points."""

_SOLID = re.compile(r"[_\u2013-\u2015\u2212\u23af\u2500\u2501\u203e¯]+")
_DASHED = re.compile(r"(?=.*?[-=*~]{2})[-.=*~\s_\u2010-\u2015]++(?:[oO0]{3}[-.=*~\s_\u2010-\u2015]*+)?")
_UNFINISHED = re.compile(r"…|\.{3}|_{3}")
_CELL_MARGIN = DEFAULT_SIDE_MARGIN
_HALF_PLACED = frozenset({"column", "text", "char", "character"})
_TOO_LONG = 1.5
_NEARLY = 0.97
"""Words that fill so much of their room may be broken another way than reckoned."""


@dataclass(frozen=True)
class Line:
    """A line: its `length` and where its middle lies in the column, in points; None where unknown.

    One of dashes is not `solid`; one that is `of_letters` is their underlining.
    """

    length: float | None = None
    middle: float | None = None
    solid: bool = True
    of_letters: bool = False


def drawn_in(paragraphs: Iterable[Paragraph]) -> Iterator[Line]:
    """Yield the lines that are drawn as shapes, anchored in these paragraphs."""
    for paragraph in paragraphs:
        for one in paragraph.drawings:
            if one.kind == "line":
                length = one.width or None
                known = one.relative[0] in _HALF_PLACED and not one.align and one.floating and length
                yield Line(length, one.left + one.width / 2 if known else None)


def has_shapes(paragraphs: Iterable[Paragraph]) -> bool:
    """Whether other drawings stand there, which may hold a line."""
    return any(one.kind != "line" for paragraph in paragraphs for one in paragraph.drawings)


def bordered(above: Paragraph, below: Sequence[Paragraph], room: Room) -> Iterator[Line]:
    """Yield the line that a border draws: under the words, or around an empty paragraph below them."""
    if "bottom" in _edges(above):
        yield _of_border(above, room)
    for paragraph in below:
        if not paragraph.is_empty:
            if "top" in _edges(paragraph):
                yield _of_border(paragraph, room)
            return
        if _edges(paragraph) & {"top", "bottom", "between"}:
            yield _of_border(paragraph, room)


def _edges(paragraph: Paragraph) -> set[str]:
    return {edge for edge, _ in paragraph.format.borders}


def _of_border(paragraph: Paragraph, room: Room) -> Line:
    left, right = max(paragraph.format.left, 0.0), max(paragraph.format.right, 0.0)
    return Line(room - left - right, (left + room - right) / 2)


def typed(pieces: Iterable[Piece]) -> Iterator[Line]:
    """Yield the lines that characters make."""
    for piece in pieces:
        if _SOLID.fullmatch(piece.text):
            size = max(face.size for face in piece.faces)
            raised = any(face.raised != "baseline" for face in piece.faces)
            yield Line(None if raised else text_width(piece.text, Pt(size)))
        elif _DASHED.fullmatch(piece.text):
            yield Line(solid=False)


def underlined(piece: Piece) -> Iterator[Line]:
    """Yield the line under letters that are underlined."""
    letters = [
        (piece.paragraph.text[max(span.start, piece.start) : min(span.end, piece.end)], span.face)
        for span in piece.spans
        if span.face.underline != "none"
    ]
    if letters:
        length = sum(text_width(seen(text, face), Pt(face.size)) for text, face in letters)
        yield Line(length, of_letters=True)


def seen(text: str, face: RunFormat) -> str:
    """Return letters as a face shows them."""
    return text.upper() if face.caps else text


def is_known(line: Line, room: Room) -> bool:
    """Whether the length of a line is told; what is far longer than its column is in units of its own."""
    return line.length is not None and line.length <= room * _TOO_LONG


def widths(name: str, pieces: Sequence[Piece], room: Room) -> list[float]:
    """Return how long the last printed line of these words and the longest one may be; none when unknown.

    Words that are not of the size or case of the component `name` are measured as they shall be, for the line
    is drawn for that.
    """
    row, face = component(name), pieces[-1].faces[0]
    stretched = any(one.letter_spacing or one.scale != 1 or one.small_caps for one in pieces[-1].faces)
    if stretched or _UNFINISHED.search(pieces[-1].text):
        return []
    size = Pt(nearest_size(row, face.size))
    texts = [piece.text.upper() if row.case == "upper" else seen(piece.text, face) for piece in pieces]
    if row.case == "lower" and " ".join(texts).isupper():
        return []
    last = last_line(texts[-1], size, room)
    whole = max(text_width(text, size) for text in texts)
    lengths: list[float] = [text_width(last, size), min(whole, room)]
    if last != texts[-1]:  # who draws a line goes by the long line that is seen, not by the word left over
        lengths.reverse()
    if whole > room * _NEARLY:
        lengths.append(text_width(last_line(texts[-1], size, room * _NEARLY), size))
    return lengths


def room_of(paragraph: Paragraph, section: Section) -> Room:
    """Return the width of the column that a paragraph stands in, its indents counted in."""
    cell = paragraph.cell
    return section.room if cell is None else cell_width(cell) - 2 * _CELL_MARGIN


def cell_width(cell: Cell) -> float:
    """Return the width of a cell by the columns of its table."""
    return sum(cell.table.columns[cell.column : cell.column + cell.columns])
