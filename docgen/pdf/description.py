"""What a Word file puts on its pages: sections, paragraphs, runs, tables and lines, every length in points.

The one value between the two halves of the room: `reading` makes it from OOXML, `setting` makes a page
language of it. It holds effective formatting only; nobody after `reading` looks at a style.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypeAlias

from docgen.model.finding import Finding
from docgen.word.formatting import NO_BORDER, Border, ParagraphFormat, RunFormat, Sides


@dataclass(frozen=True, slots=True)
class Text:
    """Characters of one face, without tabs and line breaks."""

    text: str
    face: RunFormat


@dataclass(frozen=True, slots=True)
class Tab:
    """A jump to the next tab stop."""

    face: RunFormat


@dataclass(frozen=True, slots=True)
class LineBreak:
    """The end of a line inside a paragraph."""


@dataclass(frozen=True, slots=True)
class PageBreak:
    """What follows in the paragraph begins a new page."""


@dataclass(frozen=True, slots=True)
class PageNumber:
    """The number of the page, or of all pages when `total`."""

    face: RunFormat
    total: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """A drawn line, horizontal or vertical: `width` × `height` at (`left`, `top`).

    It is measured from the edges of the column or cell; `align` ("left", "center", "right") stands in for
    `left` when it is not empty. An `inline` line stands in the text like a letter.
    """

    width: float
    height: float
    stroke: Border
    left: float = 0.0
    top: float = 0.0
    align: str = ""
    inline: bool = False


Inline: TypeAlias = Text | Tab | LineBreak | PageBreak | PageNumber | Line


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph; the number or bullet of a list stands in `content` already."""

    format: ParagraphFormat
    content: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Edges:
    """The four borders of a cell."""

    top: Border = NO_BORDER
    right: Border = NO_BORDER
    bottom: Border = NO_BORDER
    left: Border = NO_BORDER


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of the grid; `align` is "top", "center" or "bottom", `fill` RRGGBB or empty."""

    blocks: "tuple[Block, ...]"
    columns: int
    rows: int
    edges: Edges
    margins: Sides
    align: str = "top"
    fill: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """One row, at least `height` points high; a `header` is repeated on each page.

    A row of exact height is read so too: it grows rather than hide words.
    """

    cells: tuple[Cell, ...]
    height: float = 0.0
    header: bool = False
    unsplittable: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A table on its grid of column widths; `left` is its distance from the edge of the column."""

    columns: tuple[float, ...]
    rows: tuple[Row, ...]
    left: float = 0.0
    align: str = "left"

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
    """What stands in a margin of the pages of a section; the `first` page may differ."""

    default: Blocks = ()
    first: Blocks | None = None

    @property
    def on_first(self) -> Blocks:
        """What stands on the first page."""
        return self.default if self.first is None else self.first


@dataclass(frozen=True, slots=True)
class Section:
    """Pages of one size; `starts_at` restarts their numbers, `number_style` is Word's name of the kind."""

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


@dataclass(frozen=True, slots=True)
class Description:
    """All pages of a Word file, what its properties say, and what could not be read into it."""

    sections: tuple[Section, ...]
    title: str = ""
    author: str = ""
    subject: str = ""
    language: str = "vi-VN"
    tab_distance: float = 36.0
    warnings: tuple[Finding, ...] = ()

    @property
    def shows_total(self) -> bool:
        """Whether a page shows how many pages there are."""
        return any(isinstance(inline, PageNumber) and inline.total for inline in inlines(self))


def edges_of(cell: Cell) -> tuple[Border, Border, Border, Border]:
    """Return the borders of a cell: top, right, bottom, left."""
    return cell.edges.top, cell.edges.right, cell.edges.bottom, cell.edges.left


def inlines(description: Description) -> Iterator[Inline]:
    """Yield everything that stands in the text of a file, headers and footers too."""
    for section in description.sections:
        for running in (section.header, section.footer):
            yield from _inlines(running.default)
            yield from _inlines(running.first or ())
        yield from _inlines(section.blocks)


def _inlines(blocks: Blocks) -> Iterator[Inline]:
    for block in blocks:
        if isinstance(block, Paragraph):
            yield from block.content
        else:
            yield from (
                inline for row in block.rows for cell in row.cells for inline in _inlines(cell.blocks)
            )
