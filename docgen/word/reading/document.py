"""What a Word file says, as its words stand in the XML: the values that `read_document` makes.

Lengths are in points. Every value keeps the node that it was read from, so that what reads can also mend.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import TypeAlias

from docgen.package import Element, Package
from docgen.word.formatting import Formatting, ParagraphFormat, RunFormat, Sides

BODY, HEADER, FOOTER, TEXT_BOX = "body", "header", "footer", "text box"
"""The stories that are read: the text, what runs above and below it, and boxes beside it."""

TAB, LINE_BREAK, PAGE_BREAK, COLUMN_BREAK = "\t", "\n", "\f", "\v"
"""How tabs and breaks stand in a text."""


@dataclass(eq=False, slots=True)
class Span:
    """Characters of one node (`w:t`, `w:tab`, `w:br` …): `start` counts from the start of the paragraph.

    `field` is the name of the field that they are the result of ("PAGE"), empty for plain text.
    """

    text: str
    face: RunFormat
    node: Element
    start: int
    field: str = ""

    @property
    def end(self) -> int:
        """Where they end in the paragraph."""
        return self.start + len(self.text)

    @property
    def run(self) -> Element:
        """The `w:r` around them."""
        return next(self.node.iterancestors())


@dataclass(frozen=True, slots=True)
class Drawing:
    """A line, picture or shape anchored in a paragraph; `image` is the part that holds a picture's bytes.

    `kind` is "line", "picture" or "shape". `left` and `top` are its distances from what it is `relative` to
    (across, down: "column", "page" …, "paragraph" …); `align` is said instead of `left` where it is centred.
    """

    node: Element
    kind: str
    width: float
    height: float
    floating: bool = False
    left: float = 0.0
    top: float = 0.0
    relative: tuple[str, str] = ("", "")
    align: str = ""
    image: str = ""


@dataclass(frozen=True, slots=True)
class Numbered:
    """The number that Word itself writes before a paragraph, and how it looks.

    `text` of a bullet is the sign that it is, where that is a dash or the like; a letter of a font of symbols
    is "•".
    """

    text: str
    face: RunFormat
    level: Element


@dataclass(eq=False)
class Paragraph:
    """One `w:p`; `number` counts all of its part from 1 in the order of the XML.

    `story` says what it belongs to; `cell` is the cell around it; `box` the paragraph that a text box is
    anchored in.
    """

    node: Element
    number: int
    format: ParagraphFormat
    spans: list[Span]
    story: str = BODY
    section: int = 0
    cell: "Cell | None" = None
    numbered: Numbered | None = None
    drawings: tuple[Drawing, ...] = ()
    box: "Paragraph | None" = None

    @cached_property
    def text(self) -> str:
        """The words as they stand in the file, without the number that Word writes; tabs are characters."""
        return "".join([span.text for span in self.spans])

    @cached_property
    def words(self) -> str:
        """The words as an officer reads them: with the number, blanks made single."""
        label = f"{self.numbered.text} " if self.numbered else ""
        return " ".join((label + self.text).split())

    @property
    def is_empty(self) -> bool:
        """Whether it shows no words."""
        return not self.words

    @cached_property
    def faces(self) -> tuple[RunFormat, ...]:
        """The different looks of its words, the one of most letters first."""
        counts: dict[RunFormat, int] = {}
        for span in self.spans:
            if length := len(span.text.strip()):
                counts[span.face] = counts.get(span.face, 0) + length
        return tuple(sorted(counts, key=lambda face: -counts[face]))


@dataclass(eq=False)
class Cell:
    """One cell, those merged into it joined; `row` and `column` count from 0."""

    node: Element
    table: "Table"
    row: int
    column: int
    columns: int
    rows: int
    blocks: "list[Block]" = field(default_factory=list)

    @cached_property
    def paragraphs(self) -> "tuple[Paragraph, ...]":
        """All paragraphs in it, those of inner tables too."""
        return tuple(paragraphs_of(self.blocks))

    @cached_property
    def words(self) -> str:
        """Its words with single blanks; paragraphs are parted by a line break."""
        return "\n".join(paragraph.words for paragraph in self.paragraphs if paragraph.words)


@dataclass(eq=False)
class Row:
    """One row; a `header` is repeated on each page."""

    node: Element
    cells: list[Cell]
    header: bool
    unsplittable: bool


@dataclass(eq=False)
class Table:
    """A table: `columns` are widths, `left` its distance from the edge of the text.

    `bordered` says whether lines are drawn in it.
    """

    node: Element
    columns: tuple[float, ...]
    rows: list[Row] = field(default_factory=list)
    left: float = 0.0
    align: str = "left"
    section: int = 0
    bordered: bool = False

    @property
    def width(self) -> float:
        """The sum of its columns."""
        return sum(self.columns)

    @property
    def cells(self) -> Iterator[Cell]:
        """All cells, row by row."""
        return (cell for row in self.rows for cell in row.cells)

    @cached_property
    def paragraphs(self) -> tuple[Paragraph, ...]:
        """All paragraphs in it."""
        return tuple(paragraph for cell in self.cells for paragraph in cell.paragraphs)


Block: TypeAlias = Paragraph | Table


@dataclass(eq=False)
class Story:
    """A header or footer: its part and what stands in it; `kind` is "default", "first" or "even"."""

    part: str
    root: Element
    kind: str
    blocks: list[Block]

    @cached_property
    def paragraphs(self) -> tuple[Paragraph, ...]:
        """All paragraphs in it."""
        return tuple(paragraphs_of(self.blocks))

    @property
    def is_empty(self) -> bool:
        """Whether it shows nothing."""
        return all(paragraph.is_empty and not paragraph.drawings for paragraph in self.paragraphs)


@dataclass(eq=False)
class Section:
    """Pages of one size; `node` is the `w:sectPr`, None where the file has none.

    Headers and footers are told by kind ("default", "first", "even"), taken over from the section before
    where this one names none. `title_page` says whether its first page has those of the first; `starts_at` is
    where its page numbers begin anew; `columns` counts those of text.
    """

    node: Element | None
    index: int
    width: float
    height: float
    margins: Sides
    title_page: bool = False
    starts_at: int | None = None
    number_style: str = "decimal"
    kind: str = "nextPage"
    columns: int = 1
    header_distance: float = 0.0
    headers: dict[str, Story] = field(default_factory=dict)
    footers: dict[str, Story] = field(default_factory=dict)
    blocks: list[Block] = field(default_factory=list)

    @property
    def landscape(self) -> bool:
        """Whether its pages lie."""
        return self.width > self.height

    @property
    def room(self) -> float:
        """The width of its text."""
        return self.width - self.margins.left - self.margins.right

    @cached_property
    def paragraphs(self) -> tuple[Paragraph, ...]:
        """All paragraphs of its text, those of tables and text boxes too."""
        return tuple(paragraphs_of(self.blocks))


@dataclass(eq=False)
class WordDocument:
    """A Word file read: its sections in order."""

    package: Package
    root: Element
    formatting: Formatting
    sections: list[Section]
    even_headers: bool = False

    @cached_property
    def paragraphs(self) -> tuple[Paragraph, ...]:
        """All paragraphs of the text in order."""
        return tuple(paragraph for section in self.sections for paragraph in section.paragraphs)

    @cached_property
    def blocks(self) -> tuple[Block, ...]:
        """The paragraphs and tables of the text that stand in no other."""
        return tuple(block for section in self.sections for block in section.blocks)

    @cached_property
    def tables(self) -> tuple[Table, ...]:
        """The tables that stand in no other."""
        return tuple(block for block in self.blocks if isinstance(block, Table))


def paragraphs_of(blocks: "list[Block]") -> Iterator[Paragraph]:
    """Yield the paragraphs of blocks in order, through tables."""
    for block in blocks:
        if isinstance(block, Paragraph):
            yield block
        else:
            yield from block.paragraphs
