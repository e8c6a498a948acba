"""Pieces: what stands on one line of one column, whether a table, tabs or line breaks made it so."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache

from docgen.language.text import fold, plain
from docgen.word.formatting import RunFormat
from docgen.word.reading import COLUMN_BREAK, TAB, Block, Cell, Paragraph, Span, Table
from docgen.word.reading.document import paragraphs_of

LEFT, RIGHT, WHOLE = "left", "right", "whole"
"""The column that a piece stands in; WHOLE is the full width of the text."""

_LINE = re.compile(r"[^\n\f\v]+")
_GAP = re.compile(r"\t+|(?<!\s)(?<!ngày)(?<!tháng)(?<!năm)\s{5,}(?![/\s])")
"""What parts two columns on one line: tabs, or blanks by which someone without tabs made them.

Blanks that leave room for a number or a date ("Số:      /KH-SYT", "ngày      tháng      năm") part nothing.
"""

_FAR = 40
"""So many blanks at the start of a line reach into the right half of the page."""


@dataclass(frozen=True, eq=False)
class Piece:
    """The characters `start` to `end` of a paragraph; `by_tab` is the kind of tab stop that they stand at.

    That is "center", "left" … where tabs made the columns, "blanks" where blanks did, else empty.
    """

    paragraph: Paragraph
    start: int
    end: int
    column: str = WHOLE
    by_tab: str = ""

    @cached_property
    def text(self) -> str:
        """The words with single blanks."""
        return " ".join(self.paragraph.text[self.start : self.end].split())

    @cached_property
    def key(self) -> str:
        """The words without case and marks, to be recognised by."""
        return key(self.text)

    @property
    def spans(self) -> Iterator[Span]:
        """The spans that its letters stand in."""
        return (
            span
            for span in self.paragraph.spans
            if span.start < self.end and span.end > self.start and span.text.strip()
        )

    @cached_property
    def faces(self) -> tuple[RunFormat, ...]:
        """The different looks of its letters, in order."""
        return tuple(dict.fromkeys(span.face for span in self.spans))

    @cached_property
    def align(self) -> str | None:
        """How it stands in its column; None where tabs or blanks place it, which only a page shows."""
        if self.by_tab:
            return "center" if self.by_tab == "center" else None
        return self.paragraph.format.align


_RULE = re.compile(r"[\W_]*([oO0]{3}[\W_]*)?")
"""A line made of signs, and one with the "oOo" that some put into it."""


def is_rule(text: str) -> bool:
    """Whether a line of text is no words but a line drawn by signs: "-----", "-----oOo-----"."""
    return _RULE.fullmatch(text) is not None


@lru_cache(maxsize=32_768)  # more than the paragraphs of any file that is read: every rule asks anew
def key(text: str) -> str:
    """Return words without case, marks and kinds of dashes: "Nơi nhận:" → "noi nhan:"."""
    return plain(fold(text))


def lines_of(paragraph: Paragraph, column: str = WHOLE) -> Iterator[Piece]:
    """Yield the lines of a paragraph that stands in one column; blank ones are left out."""
    for found in _LINE.finditer(paragraph.text):
        if piece := _stripped(paragraph, found.start(), found.end(), column):
            yield piece


def columns_of(paragraph: Paragraph) -> Iterator[Piece]:
    """Yield what stands in each line of a paragraph; two pieces on a line are left and right."""
    for line in _LINE.finditer(paragraph.text):
        cuts = list(_cuts(line[0], line.start()))
        pieces = [one for start, end in cuts if (one := _stripped(paragraph, start, end, WHOLE))]
        if len(pieces) == 1 and not _is_pushed(line, pieces[0]):
            yield pieces[0]
            continue
        for index, piece in enumerate(pieces):
            tabs = paragraph.text.count(TAB, line.start(), piece.start)
            alone = len(pieces) == 1 and (not tabs or tabs >= len(paragraph.format.tabs))
            column = LEFT if index == 0 and not alone else RIGHT
            yield Piece(paragraph, piece.start, piece.end, column, _stop(paragraph, tabs))


def _is_pushed(line: re.Match[str], piece: Piece) -> bool:
    """Whether tabs, or many blanks, push what stands alone on a line into the right half."""
    before = line[0][: piece.start - line.start()]
    return TAB in before or len(before) >= _FAR


def _cuts(line: str, offset: int) -> Iterator[tuple[int, int]]:
    start = 0
    for gap in _GAP.finditer(line):
        yield offset + start, offset + gap.start()
        start = gap.end()
    yield offset + start, offset + len(line)


def _stripped(paragraph: Paragraph, start: int, end: int, column: str) -> Piece | None:
    text = paragraph.text[start:end]
    bare = text.strip()
    if not bare:
        return None
    first = start + len(text) - len(text.lstrip())
    return Piece(paragraph, first, first + len(bare), column)


def _stop(paragraph: Paragraph, tabs: int) -> str:
    """Return the kind of tab stop that stands after so many tabs; "blanks" after none."""
    stops = paragraph.format.tabs
    if not tabs:
        return "blanks"
    return stops[tabs - 1].kind if tabs <= len(stops) else "left"


def in_columns(blocks: Iterable[Block]) -> Iterator[Piece]:
    """Yield the pieces of blocks, each with its column: cells of a table stand left and right."""
    for block in blocks:
        if isinstance(block, Table):
            yield from _of_table(block)
        else:
            yield from columns_of(block)


def in_text_columns(blocks: Iterable[Block]) -> Iterator[Piece]:
    """Yield the pieces of paragraphs in a section of two columns: a column break parts left from right."""
    column = LEFT
    for block in blocks:
        if isinstance(block, Table):
            yield from _of_table(block)
            continue
        at = block.text.find(COLUMN_BREAK)
        for piece in lines_of(block, column):
            yield piece if piece.start < at or at < 0 else Piece(block, piece.start, piece.end, RIGHT)
        column = RIGHT if at >= 0 else column


def _of_table(table: Table) -> Iterator[Piece]:
    for row in table.rows:
        shown = [cell for cell in row.cells if cell.words]
        for cell in row.cells:
            column = _column(cell, table, alone=len(shown) <= 1)
            yield from _of_cell(cell, column)


def _of_cell(cell: Cell, column: str) -> Iterator[Piece]:
    """Yield the pieces of a cell; where it is a frame around another table, that one has the columns."""
    for block in cell.blocks:
        if isinstance(block, Table) and column == WHOLE:
            yield from _of_table(block)
        else:
            for paragraph in paragraphs_of([block]):
                yield from lines_of(paragraph, column)


def _column(cell: Cell, table: Table, *, alone: bool) -> str:
    """Return the side of a cell: that of its middle; one that goes over the whole table has none."""
    total = len(table.columns) or 1
    if alone and cell.columns >= total:
        return WHOLE
    left, right = sum(table.columns[: cell.column]), sum(table.columns[: cell.column + cell.columns])
    return LEFT if left + right < table.width or not cell.column else RIGHT
