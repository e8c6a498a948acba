"""Tables on their grid (ECMA-376, Part 1, 17.4)."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from docgen.pdf.description import Blocks, Cell, Edges, Row, Table
from docgen.word.formatting import (
    NO_BORDER,
    Border,
    Borders,
    Formatting,
    TableFormat,
    read_borders,
    read_margins,
)
from docgen.word.ooxml import W, child, is_on, number, points, value
from docgen.word.package import Element

MAX_COLUMNS = 63
_SEEN_THROUGH = frozenset(W + name for name in ("sdt", "sdtContent", "customXml", "ins"))


@dataclass(frozen=True)
class _Place:
    """A cell of the file on the grid: rows and columns counted from 0."""

    node: Element
    row: int
    column: int
    columns: int
    merge: str
    """ "" for a cell of its own, "restart" for the first of a vertical merge, "continue" for the others."""


@dataclass(frozen=True)
class TableReader:
    """Reads tables; `read_blocks` reads what stands in a cell."""

    formatting: Formatting
    read_blocks: Callable[[Element], Blocks]
    edges_at_text: bool

    def read(self, node: Element) -> Table:
        """Return the `w:tbl` as it is drawn."""
        look = self.formatting.table(node)
        rows = list(_inside(node, f"{W}tr"))
        places = [list(_places(row, index)) for index, row in enumerate(rows)]
        columns = _columns(node, places)
        size = (len(rows), len(columns))
        shown = tuple(self._row(row, index, places, look, size) for index, row in enumerate(rows))
        return Table(columns, shown, self._left(node, look), value(child(node, "tblPr"), "jc", "left"))

    def _left(self, node: Element, look: TableFormat) -> float:
        indent = child(child(node, "tblPr"), "tblInd")
        left = points(None if indent is None else indent.get(f"{W}w"))
        return left if self.edges_at_text else left - look.margins.left

    def _row(
        self, row: Element, index: int, places: list[list[_Place]], look: TableFormat, size: tuple[int, int]
    ) -> Row:
        properties = child(row, "trPr")
        height = child(properties, "trHeight")
        own = (place for place in places[index] if place.merge != "continue")
        return Row(
            cells=tuple(self._cell(place, _depth(place, places), look, size) for place in own),
            height=points(None if height is None else height.get(f"{W}val")),
            header=is_on(child(properties, "tblHeader")),
            unsplittable=is_on(child(properties, "cantSplit")),
        )

    def _cell(self, place: _Place, depth: int, look: TableFormat, size: tuple[int, int]) -> Cell:
        properties = child(place.node, "tcPr")
        shading = child(properties, "shd")
        fill = "auto" if shading is None else shading.get(f"{W}fill", "auto")
        return Cell(
            blocks=self.read_blocks(place.node),
            columns=place.columns,
            rows=depth,
            edges=_edges(place, depth, (read_borders(child(properties, "tcBorders")), look.borders), size),
            margins=read_margins(child(properties, "tcMar"), look.margins),
            align=value(properties, "vAlign", "top"),
            fill="" if fill == "auto" else fill,
        )


def _inside(holder: Element, tag: str) -> Iterator[Element]:
    """Yield the rows of a table or the cells of a row, seen through content controls."""
    for node in holder:
        if node.tag == tag:
            yield node
        elif node.tag in _SEEN_THROUGH:
            yield from _inside(node, tag)


def _places(row: Element, index: int) -> Iterator[_Place]:
    column = number(value(child(row, "trPr"), "gridBefore"))
    for node in _inside(row, f"{W}tc"):
        properties = child(node, "tcPr")
        columns = min(max(number(value(properties, "gridSpan"), 1), 1), MAX_COLUMNS)
        merge = child(properties, "vMerge")
        kind = "" if merge is None else merge.get(f"{W}val", "continue")
        yield _Place(node, index, column, columns, kind)
        column += columns


def _depth(place: _Place, places: list[list[_Place]]) -> int:
    """Count the rows that a cell goes down through: itself and the cells that continue it."""
    depth = 1
    if place.merge == "restart":
        for row in places[place.row + 1 :]:
            if not any(below.merge == "continue" and below.column == place.column for below in row):
                break
            depth += 1
    return depth


def _columns(node: Element, places: list[list[_Place]]) -> tuple[float, ...]:
    """Return the widths of the grid; where the file gives none, those of the cells of its widest row."""
    grid = child(node, "tblGrid")
    widths = [] if grid is None else [points(column.get(f"{W}w")) for column in grid.iter(f"{W}gridCol")]
    needed = max((place.column + place.columns for row in places for place in row), default=0)
    if len(widths) >= needed and all(widths):
        return tuple(widths)
    widest = max(places, key=len, default=[])
    return tuple(width for place in widest for width in _shares(place))


def _shares(place: _Place) -> list[float]:
    told = child(child(place.node, "tcPr"), "tcW")
    width = points(None if told is None else told.get(f"{W}w"))
    return [width / place.columns] * place.columns


def _edges(place: _Place, depth: int, borders: tuple[Borders, Borders], size: tuple[int, int]) -> Edges:
    """Return the borders of a cell: its own, else the table's, the outer at the rim, the inner within."""
    (own, common), (rows, columns) = borders, size

    def edge(name: str, inner: str, *, rim: bool) -> Border:
        return own.get(name) or common.get(name if rim else inner, NO_BORDER)

    return Edges(
        top=edge("top", "insideH", rim=place.row == 0),
        right=edge("right", "insideV", rim=place.column + place.columns >= columns),
        bottom=edge("bottom", "insideH", rim=place.row + depth >= rows),
        left=edge("left", "insideV", rim=place.column == 0),
    )
