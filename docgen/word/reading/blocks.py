"""Block content to paragraphs and tables in the order of the file (ECMA-376, Part 1, 17.2 to 17.4)."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from docgen.package import Element, Package
from docgen.word.formatting import NOWHERE, Around, Formatting
from docgen.word.formatting.borders import borders
from docgen.word.formatting.cascade import properties
from docgen.word.formatting.tables import TableFormat
from docgen.word.ooxml import MC, W, attribute, child, is_on, points, value
from docgen.word.reading.alternatives import chosen
from docgen.word.reading.document import (
    BODY,
    TEXT_BOX,
    Block,
    Cell,
    Drawing,
    Numbered,
    Paragraph,
    Row,
    Table,
)
from docgen.word.reading.drawings import drawings, text_boxes
from docgen.word.reading.grid import Grid, Spot, read_grid
from docgen.word.reading.numbering import Numbering
from docgen.word.reading.remarks import Unheeded
from docgen.word.reading.spans import SpanReader

_HOLDERS = frozenset(W + name for name in ("sdtContent", "customXml", "smartTag"))
_ALIGN = {"start": "left", "end": "right"}
_SIGNS = frozenset("-–—+*·▪•")
_BULLET = "•"


@dataclass
class BlockReader:
    """Reads the blocks of one story of `part`; `numbers` tells the number of each `w:p`."""

    package: Package
    formatting: Formatting
    numbering: Numbering
    part: str
    numbers: Mapping[Element, int]
    story: str = BODY
    section: int = 0
    boxed_in: Paragraph | None = None
    _spans: SpanReader = field(init=False)

    def __post_init__(self) -> None:
        self._spans = SpanReader(self.formatting)

    def blocks(
        self, holder: Iterable[Element], cell: Cell | None = None, around: Around = NOWHERE
    ) -> Iterator[Block]:
        """Yield the paragraphs and tables of `holder`, each paragraph followed by those of its text boxes.

        A table without rows, as deleting all of them leaves it, is none.
        """
        for node in nodes(holder):
            if node.tag == f"{W}tbl":
                if (table := self._table(node)).rows:
                    yield table
            else:
                paragraph, drawn = self._paragraph(node, cell, around)
                yield paragraph
                for one in drawn:
                    yield from self._boxes(one, paragraph)

    def _boxes(self, drawn: Element, paragraph: Paragraph) -> Iterator[Block]:
        for content in text_boxes(drawn):
            inner = BlockReader(
                self.package,
                self.formatting,
                self.numbering,
                self.part,
                self.numbers,
                TEXT_BOX,
                self.section,
                paragraph,
            )
            yield from inner.blocks(content)

    def _paragraph(self, node: Element, cell: Cell | None, around: Around) -> tuple[Paragraph, list[Element]]:
        setting = self.formatting.paragraph(node, around)
        spans = self._spans.spans(node, setting.style, around)
        paragraph = Paragraph(
            node,
            self.numbers.get(node, 0),
            setting,
            spans,
            self.story,
            self.section,
            cell,
            self._numbered(node, setting.list, around),
            self._drawings(),
            self.boxed_in,
        )
        return paragraph, self._spans.drawn

    def _drawings(self) -> tuple[Drawing, ...]:
        return tuple(one for node in self._spans.drawn for one in drawings(node, self.package, self.part))

    def _numbered(self, node: Element, place: tuple[int, int] | None, around: Around) -> Numbered | None:
        label = self.numbering.label(*place, node) if place else None
        if label is None or not label.text:
            return None
        bullet = value(label.level, "numFmt") == "bullet" and label.text not in _SIGNS
        text = _BULLET if bullet else label.text
        return Numbered(text, self.formatting.label(node, label.level, around), label.level)

    def _table(self, node: Element) -> Table:
        look, grid = self.formatting.table(node), read_grid(node, Unheeded())
        align = value(child(node, "tblPr"), "jc", "left")
        table = Table(
            node,
            grid.columns,
            left=points(attribute(child(child(node, "tblPr"), "tblInd"), "w")),
            align=_ALIGN.get(align, align),
            section=self.section,
            bordered=_is_drawn(look) or self._has_drawn_cell(grid),
        )
        for row, spots in zip(grid.rows, grid.shown, strict=True):
            table.rows.append(self._row(row, spots, table, grid, look))
        return table

    def _row(self, node: Element, spots: list[Spot], table: Table, grid: Grid, look: TableFormat) -> Row:
        own = child(node, "trPr")
        cells = [self._cell(spot, table, look.around(grid.area(spot))) for spot in spots]
        return Row(node, cells, is_on(child(own, "tblHeader")), is_on(child(own, "cantSplit")))

    def _cell(self, spot: Spot, table: Table, around: Around) -> Cell:
        cell = Cell(spot.node, table, spot.row, spot.column, spot.columns, spot.rows)
        for node in (spot.node, *spot.joined):
            cell.blocks += self.blocks(node, cell, around)
        return cell

    def _has_drawn_cell(self, grid: Grid) -> bool:
        cells = (child(spot.node, "tcPr") for row in grid.shown for spot in row)
        theme = self.formatting.theme
        marked = (own for own in cells if child(own, "tcBorders") is not None)
        return any(
            edge.width for own in marked for edge in borders(properties(own), "tcBorders", theme).values()
        )


def nodes(holder: Iterable[Element]) -> Iterator[Element]:
    """Yield the `w:p` and `w:tbl` of `holder`, seen through content controls."""
    for node in holder:
        if node.tag in {f"{W}p", f"{W}tbl"}:
            yield node
        elif node.tag in _HOLDERS:
            yield from nodes(node)
        elif node.tag == f"{W}sdt":
            yield from nodes(node.iterchildren(f"{W}sdtContent"))
        elif node.tag == f"{MC}AlternateContent":
            yield from nodes(chosen(node))


def _is_drawn(look: TableFormat) -> bool:
    """Whether a table draws lines of its own or by its style."""
    branches = (edge for branch in look.branches.values() for edge in branch.borders.values())
    return any(edge.width for edge in (*look.borders.values(), *branches))
