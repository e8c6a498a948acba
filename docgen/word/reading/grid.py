"""The cells of a table on its grid: which columns and rows each covers (ECMA-376, Part 1, 17.4)."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from docgen.package import Element
from docgen.word.formatting.tables import Area
from docgen.word.ooxml import W, attribute, child, number, points, value
from docgen.word.reading.alternatives import words
from docgen.word.reading.remarks import Remarks

MAX_COLUMNS = 63

_HOLDERS = frozenset(W + name for name in ("sdtContent", "customXml"))
_WITHOUT_WORDS = frozenset(
    W + name for name in ("tblPr", "tblGrid", "trPr", "tblPrEx", "bookmarkStart", "bookmarkEnd")
)


@dataclass
class Spot:
    """A cell of the file on the grid: where it begins, counted from 0, and how far it goes."""

    node: Element
    row: int
    column: int
    columns: int
    merge: str
    """ "" for a cell of its own, "restart" for the first of a vertical merge, "continue" for the others."""
    rows: int = 1
    joined: list[Element] = field(default_factory=list)
    """The cells that were merged into this one from the right (17.4.22)."""

    @property
    def end(self) -> int:
        """The column after its last one."""
        return self.column + self.columns


@dataclass
class Grid:
    """The rows of a table with their spots, and the widths of its columns in points."""

    rows: list[Element]
    spots: list[list[Spot]]
    columns: tuple[float, ...]
    shown: list[list[Spot]] = field(default_factory=list)
    """The spots without those that continue one above."""

    def area(self, spot: Spot) -> Area:
        """Return what a spot covers of the table; the first and last of a row reach to its sides."""
        row, columns = self.spots[spot.row], len(self.columns)
        first = 0 if spot is row[0] else spot.column
        last = columns if spot is row[-1] else spot.end
        return Area((spot.row, spot.row + spot.rows), (first, last), (len(self.rows), columns))

    def neighbours(self) -> Iterator[tuple[Spot, Spot, str]]:
        """Yield each two spots that touch, and which edge of the first they share: "right" or "bottom"."""
        above: dict[int, Spot] = {}
        for row in range(len(self.rows)):
            line = self._covering(row)
            for column, spot in line.items():
                beside = line.get(column + 1)
                if beside is not None and beside is not spot:
                    yield spot, beside, "right"
                over = above.get(column)
                if over is not None and over is not spot:
                    yield over, spot, "bottom"
            above = line

    def _covering(self, row: int) -> dict[int, Spot]:
        return {column: spot for spot in self._held[row] for column in range(spot.column, spot.end)}

    def __post_init__(self) -> None:
        self.shown = [[spot for spot in row if spot.merge != "continue"] for row in self.spots]
        self._held: list[list[Spot]] = [[] for _ in self.rows]
        for row in self.shown:
            for spot in row:
                for covered in range(spot.row, spot.row + spot.rows):
                    self._held[covered].append(spot)


def read_grid(table: Element, remarks: Remarks) -> Grid:
    """Return the grid of a `w:tbl`."""
    rows = list(_inside(table, f"{W}tr", remarks))
    spots = [list(_spots(row, index, remarks)) for index, row in enumerate(rows)]
    _merge(spots, remarks)
    return Grid(rows, spots, _widths(table, spots))


def _inside(holder: Element, tag: str, remarks: Remarks) -> Iterator[Element]:
    """Yield the rows of a table or the cells of a row, seen through content controls."""
    for node in holder:
        if node.tag == tag:
            yield node
        elif node.tag in _HOLDERS:
            yield from _inside(node, tag, remarks)
        elif node.tag == f"{W}sdt":
            for content in node.iterchildren(f"{W}sdtContent"):
                yield from _inside(content, tag, remarks)
        elif node.tag not in _WITHOUT_WORDS:
            remarks.lost(node)


def _spots(row: Element, index: int, remarks: Remarks) -> Iterator[Spot]:
    column = min(max(number(value(child(row, "trPr"), "gridBefore")), 0), MAX_COLUMNS)
    last: Spot | None = None
    for node in _inside(row, f"{W}tc", remarks):
        own = child(node, "tcPr")
        told = {} if own is None else {one.tag: attribute(one, "val") for one in own}
        columns = min(max(number(told.get(f"{W}gridSpan"), 1), 1), max(MAX_COLUMNS - column, 1))
        column += columns
        if last is not None and _merge_kind(told.get(f"{W}hMerge")) == "continue":
            last.columns += columns
            last.joined.append(node)
            continue
        if last is not None:
            yield last
        last = Spot(node, index, column - columns, columns, _merge_kind(told.get(f"{W}vMerge")))
    if last is not None:
        yield last


def _merge_kind(told: str | None) -> str:
    return "" if told is None else told or "continue"


def _merge(spots: list[list[Spot]], remarks: Remarks) -> None:
    """Let cells go down through those that continue them; one that continues none stands for itself."""
    open_: dict[int, Spot] = {}
    for row in spots:
        below: dict[int, Spot] = {}
        for spot in row:
            above = open_.get(spot.column)
            if spot.merge == "continue" and above is not None:
                above.rows += 1
                _warn_of_hidden(spot.node, remarks)
                below[spot.column] = above
            elif spot.merge == "restart":
                below[spot.column] = spot
            else:
                spot.merge = ""
        open_ = below


def _warn_of_hidden(cell: Element, remarks: Remarks) -> None:
    text = words(cell)
    if text:
        remarks.add(cell, f"chữ “{text}” nằm trong ô đã gộp vào ô khác nên không in ra.")


def _widths(table: Element, spots: list[list[Spot]]) -> tuple[float, ...]:
    """Return the widths of the grid; where the file gives none, those of the cells of its widest row."""
    grid = child(table, "tblGrid")
    nodes = () if grid is None else grid.iterchildren(f"{W}gridCol")
    widths = [max(0.0, points(attribute(node, "w"))) for node in nodes]
    needed = max((spot.end for row in spots for spot in row), default=0)
    if len(widths) >= needed and any(widths):
        return tuple(widths)
    return _widths_of_cells(spots, needed, widths)


def _widths_of_cells(spots: list[list[Spot]], needed: int, told: list[float]) -> tuple[float, ...]:
    """Return for each column what the narrowest cell in it says, its width shared out over its columns."""
    widths = [*told, *[0.0] * needed][:needed]
    for spot in sorted((spot for row in spots for spot in row), key=lambda spot: -spot.columns):
        width = points(attribute(child(child(spot.node, "tcPr"), "tcW"), "w")) / spot.columns
        if width > 0:
            widths[spot.column : spot.end] = [width] * spot.columns
    return tuple(widths)
