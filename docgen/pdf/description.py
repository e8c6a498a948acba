"""What a Word file puts on its pages: sections, paragraphs, runs, tables and drawings, all lengths in points.

The one value between the two halves of the room: `reading` makes it from OOXML, `layout` makes pages of it.
It holds effective formatting only; nobody after `reading` looks at a style.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypeAlias

from docgen.model.finding import Finding
from docgen.pdf.comment import Comment, Commented, Mark
from docgen.word.formatting import NO_BORDER, NO_SIDES, Border, ParagraphFormat, RunFormat, Sides

TEXT_BOX_INSETS = Sides(3.6, 7.2, 3.6, 7.2)
"""What Word keeps free between the edge of a text box and its words."""


@dataclass(frozen=True, slots=True)
class Text:
    """Characters of one face, without tabs and line breaks."""

    text: str
    face: RunFormat


@dataclass(frozen=True, slots=True)
class Tab:
    """A jump to the next tab stop; `align` ("left", "center", "right") makes it one to the column's edge.

    The second kind is `w:ptab` (17.3.3.23); its leader is in Word's words.
    """

    face: RunFormat
    align: str = ""
    leader: str = "none"


@dataclass(frozen=True, slots=True)
class LineBreak:
    """The end of a line inside a paragraph; a `clear` one ("left", "right", "all") goes below what floats."""

    face: RunFormat | None = None
    clear: str = ""


@dataclass(frozen=True, slots=True)
class PageBreak:
    """What follows in the paragraph begins a new page."""


@dataclass(frozen=True, slots=True)
class ColumnBreak:
    """What follows in the paragraph begins a new column."""


@dataclass(frozen=True, slots=True)
class PageNumber:
    """The number of the page, or how many pages there are.

    `total` counts the file (NUMPAGES), `section` those of its section (SECTIONPAGES); `style` is Word's name
    of the numerals, empty for those of the section.
    """

    face: RunFormat
    total: bool = False
    section: bool = False
    style: str = ""


@dataclass(frozen=True, slots=True)
class StyleText:
    """The words of the nearest paragraph of a style (STYLEREF, 17.16.5.59); `stored` when there is none.

    In a header it is the first such paragraph of the page, or its last one when `last`; else the one before.
    """

    style: str
    face: RunFormat
    stored: str = ""
    last: bool = False


@dataclass(frozen=True, slots=True)
class NoteMark:
    """The mark in the text of a footnote, or of an endnote; `text` is its number, already written."""

    text: str
    face: RunFormat
    blocks: "Blocks"
    endnote: bool = False


@dataclass(frozen=True, slots=True)
class Image:
    """A picture of the file: `kind` is "png" or "jpeg"; `crop` is what is cut off, as shares of its sides."""

    data: bytes
    kind: str
    crop: Sides = NO_SIDES


@dataclass(frozen=True, slots=True)
class Shape:
    """One shape of a drawing at (`left`, `top`) of it: `kind` is DrawingML's preset ("line", "rect" …).

    An `image` fills it; `blocks` stand in it, `insets` from its edges, at its top, center or bottom
    (`anchor`). A line goes from its upper left to its lower right corner, unless `flipped` upside down.
    A shape that is `grown` is as high as its words need; one of no width is as wide as they are. Degrees of
    `rotation` go clockwise about its middle, with its words; a `direction` ("btLr", "tbRl") turns these only.
    """

    kind: str
    left: float
    top: float
    width: float
    height: float
    stroke: Border = NO_BORDER
    fill: str = ""
    image: Image | None = None
    blocks: "Blocks" = ()
    insets: Sides = TEXT_BOX_INSETS
    anchor: str = "top"
    flipped: bool = False
    grown: bool = False
    rotation: float = 0.0
    arrows: tuple[str, str] = ("none", "none")
    direction: str = ""


@dataclass(frozen=True, slots=True)
class Drawing:
    """Shapes on a ground `width` × `height`, standing like a letter in the text; `alt` says what it shows."""

    width: float
    height: float
    shapes: tuple[Shape, ...]
    alt: str = ""


@dataclass(frozen=True, slots=True)
class Axis:
    """Where something floats in one direction: `offset` from, or `align`ed in, what it is `relative` to.

    Words of DrawingML (20.4.3.4, 20.4.3.5): "column", "margin", "page", "character", "leftMargin" …, and
    "paragraph", "line", "topMargin" …; aligned "left", "center", "right", "inside", "outside", "top",
    "bottom".
    """

    relative: str
    offset: float = 0.0
    align: str = ""


@dataclass(frozen=True, slots=True)
class Wrap:
    """How text goes around what floats: "none", "square" (also for tight and through) or "topAndBottom".

    `side` is "bothSides", "left", "right" or "largest"; `distances` are kept free around it.
    """

    kind: str = "none"
    side: str = "bothSides"
    distances: Sides = NO_SIDES
    behind: bool = False


@dataclass(frozen=True, slots=True)
class Floating:
    """A drawing anchored in a paragraph, beside the text."""

    drawing: Drawing
    horizontal: Axis
    vertical: Axis
    wrap: Wrap = Wrap()


Inline: TypeAlias = (
    Text | Tab | LineBreak | PageBreak | ColumnBreak | PageNumber | StyleText | NoteMark | Drawing | Floating
)


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph; `label` is the number or bullet of a list with the tab or space after it.

    `label_align` ("left", "center", "right") says how the label stands at the start of its line; `number`
    counts the `w:p` of the main part from 1, and is 0 in any other part.
    """

    format: ParagraphFormat
    content: tuple[Inline, ...]
    label: tuple[Text | Tab, ...] = ()
    label_align: str = "left"
    number: int = 0
    comments: tuple[Commented, ...] = ()


@dataclass(frozen=True, slots=True)
class Edges:
    """The four borders of a cell."""

    top: Border = NO_BORDER
    right: Border = NO_BORDER
    bottom: Border = NO_BORDER
    left: Border = NO_BORDER


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of the grid; `align` is "top", "center" or "bottom", `fill` RRGGBB or empty.

    It begins at the grid's `column`, counted from 0, and goes over `columns` and `rows`. The text of one with
    a `direction` ("btLr", "tbRl") is turned.
    """

    blocks: "tuple[Block, ...]"
    columns: int
    rows: int
    edges: Edges
    margins: Sides
    align: str = "top"
    fill: str = ""
    column: int = 0
    direction: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """One row, at least `height` points high, or just so if `exact`; a `header` is on each page."""

    cells: tuple[Cell, ...]
    height: float = 0.0
    header: bool = False
    unsplittable: bool = False
    exact: bool = False


@dataclass(frozen=True, slots=True)
class Place:
    """Where a table floats, and what it keeps free around it (17.4.57)."""

    horizontal: Axis
    vertical: Axis
    distances: Sides = NO_SIDES


@dataclass(frozen=True, slots=True)
class Table:
    """A table on its grid of column widths; `left` is its distance from the edge of the column."""

    columns: tuple[float, ...]
    rows: tuple[Row, ...]
    left: float = 0.0
    align: str = "left"
    place: Place | None = None

    @property
    def is_layout(self) -> bool:
        """Whether the table only places text side by side: no borders, no spans, no repeated rows."""
        cells = [cell for row in self.rows for cell in row.cells]
        drawn = any(border.width for cell in cells for border in edges_of(cell))
        spanned = any(cell.columns > 1 or cell.rows > 1 for cell in cells)
        return not (drawn or spanned or any(row.header for row in self.rows))


Block: TypeAlias = Paragraph | Table
Blocks: TypeAlias = tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Running:
    """What stands in a margin of the pages of a section; the `first` page and `even` ones may differ."""

    default: Blocks = ()
    first: Blocks | None = None
    even: Blocks | None = None

    @property
    def on_first(self) -> Blocks:
        """What stands on the first page."""
        return self.default if self.first is None else self.first


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a page and the `gap` after it."""

    width: float
    gap: float = 0.0


@dataclass(frozen=True, slots=True)
class Section:
    """Pages of one size; `starts_at` restarts their numbers, `number_style` is Word's name of the kind.

    `kind` says where it begins ("nextPage", "continuous", "evenPage", "oddPage", "nextColumn"); `columns` is
    empty for one as wide as the page's text. A margin is `fixed` (top, bottom) when a header or footer may
    not push the text. `align` places the text of a page between the margins; `mirrored` swaps left and right
    margins on even pages.
    """

    width: float
    height: float
    margins: Sides
    blocks: Blocks
    header: Running = Running()
    footer: Running = Running()
    header_distance: float = 0.0
    footer_distance: float = 0.0
    starts_at: int | None = None
    number_style: str = "decimal"
    kind: str = "nextPage"
    columns: tuple[Column, ...] = ()
    ruled: bool = False
    """Whether a line stands between the columns."""
    fixed: tuple[bool, bool] = (False, False)
    align: str = "top"
    mirrored: bool = False
    borders: tuple[tuple[str, Border], ...] = ()
    borders_from: str = "text"
    """The borders of the page (17.6.10), and whether their space is measured from the "text" or "page"."""
    borders_on: str = "allPages"
    """Which pages have the borders: "allPages", "firstPage" or "notFirstPage"."""
    grid: float = 0.0
    """The pitch that lines are set to (w:docGrid, 17.6.5); 0 for none."""


@dataclass(frozen=True, slots=True)
class Description:
    """All pages of a Word file, what its properties say, and what could not be read into it.

    `compatibility` is the version of Word whose layout the file asks for: 15 is Word 2013 and later.
    """

    sections: tuple[Section, ...]
    title: str = ""
    author: str = ""
    subject: str = ""
    language: str = "vi-VN"
    tab_distance: float = 36.0
    warnings: tuple[Finding, ...] = ()
    compatibility: int = 15
    comments: tuple[Comment, ...] = ()

    @property
    def shows_total(self) -> bool:
        """Whether a page shows how many pages there are."""
        return any(
            isinstance(inline, PageNumber) and (inline.total or inline.section) for inline in inlines(self)
        )


def edges_of(cell: Cell) -> tuple[Border, Border, Border, Border]:
    """Return the borders of a cell: top, right, bottom, left."""
    return cell.edges.top, cell.edges.right, cell.edges.bottom, cell.edges.left


def extent(inline: Inline) -> Mark:
    """Return what an inline counts in a `Mark`."""
    if isinstance(inline, PageNumber | StyleText):
        return 1, 0
    if isinstance(inline, Text | NoteMark):
        return 0, len(inline.text)
    return 0, int(isinstance(inline, Tab | LineBreak | Drawing))


def inlines(description: Description) -> Iterator[Inline]:
    """Yield everything that stands in the text of a file: headers, footers, notes and text boxes too."""
    for section in description.sections:
        for running in (section.header, section.footer):
            for blocks in (running.default, running.first or (), running.even or ()):
                yield from _inlines(blocks)
        yield from _inlines(section.blocks)


def _inlines(blocks: Blocks) -> Iterator[Inline]:
    for block in blocks:
        if isinstance(block, Paragraph):
            for inline in (*block.label, *block.content):
                yield inline
                yield from _inside(inline)
        else:
            cells = (cell for row in block.rows for cell in row.cells)
            yield from (inline for cell in cells for inline in _inlines(cell.blocks))


def _inside(inline: Inline) -> Iterator[Inline]:
    if isinstance(inline, NoteMark):
        yield from _inlines(inline.blocks)
    elif isinstance(inline, Floating):
        yield from _inside(inline.drawing)
    elif isinstance(inline, Drawing):
        for shape in inline.shapes:
            yield from _inlines(shape.blocks)
