"""Strips: what no page may cut, one below the other, as a column of text is filled.

A strip is a line of text or a row of a table. Setting makes strips of blocks, `flow` puts them on pages.
"""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol

from docgen.pdf.description import Floating, NoteMark, Paragraph
from docgen.pdf.layout.content import Content
from docgen.pdf.layout.lines import Line
from docgen.pdf.layout.parts import Part

if TYPE_CHECKING:
    from docgen.pdf.layout.painting import Canvas

ENDLESS = 10_000.0
"""Points; the column of text that is to be as wide as its words."""

_HAIR = 0.1


class Strip(Protocol):
    """What a page is filled with; all lengths in points.

    `space` is what lies above it, dropped at the top of a page unless it `keeps_space`; `height` what it
    takes, `fits` what of that must fit at the foot; a strip that is `kept` stays with the next,
    if need be at least where a block does not end with it (`ends`).
    """

    space: float
    above: float
    keeps_space: bool
    height: float
    fits: float
    kept: bool
    ends: bool
    break_before: str

    @property
    def before(self) -> float:
        """The space that its block asks for above itself, where it goes on in a cell."""

    @property
    def notes(self) -> list[NoteMark]:
        """The notes whose marks stand in it."""

    def split(self, room: float) -> "tuple[Strip, Strip] | None":
        """Cut it so that the first part fits `room`; None where it cannot be."""

    def paint(self, canvas: "Canvas", x: float, y: float) -> None:
        """Paint it with its upper left corner, without `space`, at (x, y)."""


@dataclass(eq=False, slots=True)
class ParagraphBox:
    """A paragraph that has been set in a column `width` points wide."""

    part: Part
    paragraph: Paragraph
    content: Content
    width: float
    label_end: int = 0
    """Where the label ends in the content."""
    bound: bool = False
    """Whether its lines depend on where on the page they are."""


@dataclass(eq=False, slots=True)
class LineStrip:
    """One line of a paragraph with the borders above and below it."""

    box: ParagraphBox
    line: Line
    index: int
    height: float
    fits: float
    space: float = 0.0
    keeps_space: bool = False
    kept: bool = False
    ends: bool = False
    break_before: str = ""
    lead: float = 0.0
    """The height of a border, and its distance, above the line."""
    floats: list[Floating] = field(default_factory=list)
    above: float = 0.0
    """What of `space` lies above it where it has been placed."""

    @property
    def notes(self) -> list[NoteMark]:
        """The notes whose marks stand in the line."""
        marks = self.box.content.notes
        if not marks:
            return []
        lines = (self.line, *self.line.beside)
        start, end = lines[0].start, lines[-1].end
        return [note for offset, note in marks if start <= offset < end and not note.endnote]

    @property
    def before(self) -> float:
        """The space that its paragraph asks for above itself."""
        return self.box.part.before

    @property
    def text_width(self) -> float:
        """The width of the column that its words need."""
        setting = self.box.paragraph.format
        ends = [piece.x + piece.width for piece in self.line.pieces]
        starts = [piece.x for piece in self.line.pieces]
        return max(ends, default=0.0) - min(starts, default=0.0) + setting.left + setting.right

    def split(self, room: float) -> None:  # noqa: ARG002 - a line cannot be cut, whatever the room
        """Return None: a line is not cut."""
        return

    def paint(self, canvas: "Canvas", x: float, y: float) -> None:
        """Paint the line."""
        canvas.line(self, x, y)


@dataclass(eq=False, slots=True)
class Stack:
    """Strips one below the other: `tops[i]` is where strip i begins; `height` includes the space below."""

    strips: list[Strip]
    tops: list[float]
    height: float

    def notes(self) -> list[NoteMark]:
        """Return the notes of all strips."""
        return [note for strip in self.strips for note in strip.notes]

    def paint(self, canvas: "Canvas", x: float, y: float) -> None:
        """Paint the strips below each other."""
        canvas.stack(list(zip(self.strips, (y + top for top in self.tops), strict=True)), x)


def widest_line(stack: Stack) -> float:
    """Return the width of the widest line of a stack of lines, in points."""
    widths = [strip.text_width for strip in stack.strips if isinstance(strip, LineStrip)]
    return max(widths, default=0.0) + _HAIR


def stacked(strips: list[Strip], below: float) -> Stack:
    """Stack strips, each with its whole space above, and `below` under the last."""
    tops, y = [], 0.0
    for strip in strips:
        strip.above = strip.space
        y += strip.space
        tops.append(y)
        y += strip.height
    return Stack(strips, tops, y + below)


@dataclass(eq=False, slots=True)
class AnchorStrip:
    """Where a floating table is anchored: it takes no height, and stays with the paragraph after it."""

    part: Part
    stack: Stack
    left: float
    top: float
    space: float = 0.0
    above: float = 0.0
    before: float = 0.0
    keeps_space: bool = False
    height: float = 0.0
    fits: float = 0.0
    kept: bool = True
    ends: bool = False
    break_before: str = ""

    @property
    def notes(self) -> list[NoteMark]:
        """The notes whose marks stand in the table."""
        return self.stack.notes()

    def split(self, room: float) -> None:  # noqa: ARG002 - what floats is not cut
        """Return None: what floats is not cut."""
        return

    def paint(self, canvas: "Canvas", x: float, y: float) -> None:  # noqa: ARG002 - it stands where it floats
        """Paint the table where it floats."""
        self.stack.paint(canvas, self.left, self.top)
