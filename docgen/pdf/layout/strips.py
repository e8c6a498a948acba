"""Strips: what no page may cut, one below the other, as a column of text is filled.

A strip is a line of text or a row of a table. Setting makes strips of blocks, `flow` puts them on pages.
"""

from dataclasses import dataclass, field

from docgen.pdf.description import Drawing, Floating, NoteMark, Paragraph
from docgen.pdf.layout.comments import Stretch
from docgen.pdf.layout.content import OBJECT, Content
from docgen.pdf.layout.contract import Stack
from docgen.pdf.layout.drawings import SetDrawing
from docgen.pdf.layout.lines import Line
from docgen.pdf.layout.parts import Part


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
    commented: list[Stretch] = field(default_factory=list)


@dataclass(eq=False, slots=True)
class LineStrip:
    """One line of a paragraph with the borders above and below it."""

    box: ParagraphBox
    line: Line
    index: int
    height: float
    fits: float
    space: float = 0.0
    kept: bool = False
    ends: bool = False
    break_before: str = ""
    lead: float = 0.0
    """The height of a border, and its distance, above the line."""
    floats: list[Floating] = field(default_factory=list)
    above: float = 0.0
    """What of `space` lies above it where it has been placed."""

    @property
    def end(self) -> int:
        """Where it ends in the content, with what stands beside it."""
        return (self.line, *self.line.beside)[-1].end

    @property
    def words(self) -> str:
        """The words that stand in it."""
        return self.box.content.text[self.line.start : self.end].replace(OBJECT, "").strip()

    @property
    def drawings(self) -> list[SetDrawing]:
        """The drawings that stand in it or are anchored in it."""
        pieces = (piece for line in (self.line, *self.line.beside) for piece in line.pieces)
        standing = [piece.span.object for piece in pieces if isinstance(piece.span.object, Drawing)]
        floating = [one.drawing for one in self.floats]
        return [self.box.part.drawings[id(drawing)] for drawing in (*standing, *floating)]

    @property
    def notes(self) -> list[NoteMark]:
        """The notes whose marks stand in the line."""
        marks = self.box.content.notes
        if not marks:
            return []
        start, end = self.line.start, self.end
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
    height: float = 0.0
    fits: float = 0.0
    kept: bool = True
    ends: bool = False
    break_before: str = ""
    text_width: float = 0.0

    @property
    def notes(self) -> list[NoteMark]:
        """The notes whose marks stand in the table."""
        return self.stack.notes()

    def split(self, room: float) -> None:  # noqa: ARG002 - what floats is not cut
        """Return None: what floats is not cut."""
        return
