"""Tables on their grid (ECMA-376, Part 1, 17.4)."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from docgen.package import Element
from docgen.pdf.description import Axis, Blocks, Cell, Edges, Place, Row, Table
from docgen.pdf.reading.edges import shared_edges
from docgen.pdf.reading.settings import EDGES_AT_MARGIN
from docgen.pdf.reading.source import Source
from docgen.word.formatting import Around, Borders, Sides, Signature, signature
from docgen.word.formatting.borders import borders, margins, shading
from docgen.word.formatting.cascade import Properties, properties
from docgen.word.formatting.tables import CellLook, TableFormat
from docgen.word.ooxml import W, attribute, child, figure, is_on, points, value
from docgen.word.reading.grid import Grid, Spot, read_grid
from docgen.word.room import room_around

_SAME = 0.1
_TWIPS = 20
_PERCENT, _FIFTIETHS = 100, 5000
_ALIGN = {"start": "left", "end": "right"}
_SIDES = frozenset({"top", "right", "bottom", "left"})
_VERTICAL_ALIGN = frozenset({"top", "center", "bottom"})
_DIRECTIONS = {"btLr": "btLr", "lr": "btLr", "tbRl": "tbRl", "rl": "tbRl", "tbLrV": "tbRl", "tbRlV": "tbRl"}
"""How text in a cell runs (17.18.93), as far as it is turned."""


@dataclass
class TableReader:
    """Reads tables; `read_cell` reads what stands in the cells merged into one."""

    source: Source
    read_cell: Callable[[Iterable[Element], Around], Blocks]

    def read(self, node: Element) -> Table:
        """Return the `w:tbl` as it is drawn."""
        look = self.source.formatting.table(node)
        own = child(node, "tblPr")
        self._warn(node, own)
        cells = _Cells(self, look, read_grid(node, self.source.remarks))
        align = value(own, "jc", "left")
        return Table(
            columns=_columns(node, cells.grid.columns),
            rows=tuple(cells.row(index) for index in range(len(cells.grid.rows))),
            left=self._left(node, child(own, "tblInd"), look),
            align=_ALIGN.get(align, align),
            place=_place(child(own, "tblpPr")),
        )

    def _left(self, node: Element, indent: Element | None, look: TableFormat) -> float:
        """Return where the border begins; before Word 2013 the text stands there, but for inner tables."""
        left = points(attribute(indent, "w")) if attribute(indent, "type", "dxa") == "dxa" else 0.0
        at_margin = self.source.settings.compatibility >= EDGES_AT_MARGIN
        around = next(node.iterancestors(f"{W}tc", f"{W}txbxContent"), None)
        inner = around is not None and around.tag == f"{W}tc"
        return left if at_margin or inner else left - look.margins.left

    def _warn(self, node: Element, own: Element | None) -> None:
        if points(attribute(child(own, "tblCellSpacing"), "w")):
            self.source.remarks.add(node, "khoảng cách giữa các ô của bảng không hiện trong PDF.")
        if is_on(child(own, "bidiVisual")):
            self.source.remarks.add(node, "bảng xếp cột từ phải sang trái được xếp từ trái sang phải.")


@dataclass(frozen=True)
class _Setting:
    """How a cell is set, by what its table and it itself say."""

    around: Around
    borders: Borders
    margins: Sides
    align: str
    fill: str
    direction: str
    has_borders: bool
    """Whether it says anything of its borders itself."""


@dataclass
class _Cells:
    """The rows and cells of one table; those that say the same of themselves are looked at once."""

    reader: TableReader
    look: TableFormat
    grid: Grid
    _seen: dict[tuple[Signature, Around, frozenset[str]], _Setting] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._settings = {id(spot): self._setting(spot) for row in self.grid.shown for spot in row}
        self._edges = self._all_edges()

    def row(self, index: int) -> Row:
        """Return one row with its cells."""
        own = child(self.grid.rows[index], "trPr")
        height = child(own, "trHeight")
        return Row(
            cells=tuple(self._cell(spot) for spot in self.grid.shown[index]),
            height=max(0.0, points(attribute(height, "val"))),
            header=is_on(child(own, "tblHeader")),
            unsplittable=is_on(child(own, "cantSplit")),
            exact=attribute(height, "hRule") == "exact",
        )

    def _cell(self, spot: Spot) -> Cell:
        setting = self._settings[id(spot)]
        return Cell(
            blocks=self.reader.read_cell((spot.node, *spot.joined), setting.around),
            columns=spot.columns,
            rows=spot.rows,
            edges=self._edges[id(spot)],
            margins=setting.margins,
            align=setting.align,
            fill=setting.fill,
            column=spot.column,
            direction=setting.direction,
        )

    def _setting(self, spot: Spot) -> _Setting:
        area, own = self.grid.area(spot), child(spot.node, "tcPr")
        around = self.look.around(area)
        key = (signature(own), around, area.rims)
        if key not in self._seen:
            self._seen[key] = self._resolve(properties(own), around, self.look.look(area, around))
        return self._seen[key]

    def _resolve(self, own: Properties, around: Around, look: CellLook) -> _Setting:
        theme = self.reader.source.formatting.theme
        align = own.get("vAlign", {}).get("val", look.align)
        edges = borders(own, "tcBorders", theme)
        return _Setting(
            around=around,
            borders={side: edge for side, edge in (look.borders | edges).items() if side in _SIDES},
            margins=margins(own, "tcMar", self.look.margins),
            align=align if align in _VERTICAL_ALIGN else "top",
            fill=shading(own["shd"], theme) if "shd" in own else look.fill,
            direction=_DIRECTIONS.get(own.get("textDirection", {}).get("val", ""), ""),
            has_borders=bool(edges),
        )

    def _all_edges(self) -> dict[int, Edges]:
        """Return the edges of all cells; where none says anything of its own, neighbours agree already."""
        if self.look.branches or any(setting.has_borders for setting in self._seen.values()):
            told = {key: setting.borders for key, setting in self._settings.items()}
            return shared_edges(self.grid, told)
        edges = {id(setting): Edges(**setting.borders) for setting in self._seen.values()}
        return {key: edges[id(setting)] for key, setting in self._settings.items()}


def _columns(node: Element, widths: tuple[float, ...]) -> tuple[float, ...]:
    """Return the widths of the columns: those of the grid in proportion, where the table has one of its own.

    So LibreOffice does with tables of fixed and of fitted layout alike (17.4.63).
    """
    told = child(child(node, "tblPr"), "tblW")
    wanted, sum_ = _width(node, told), sum(widths)
    if wanted <= 0 or not sum_ or abs(wanted - sum_) < _SAME:
        return widths
    return tuple(width * wanted / sum_ for width in widths)


def _width(node: Element, told: Element | None) -> float:
    text, kind = attribute(told, "w"), attribute(told, "type", "dxa")
    if kind == "pct" or text.endswith("%"):
        share = figure(text.removesuffix("%")) / (_PERCENT if text.endswith("%") else _FIFTIETHS)
        return share * room_around(node) / _TWIPS
    return points(text) if kind == "dxa" else 0.0


def _place(node: Element | None) -> Place | None:
    """Return where a floating table stands (17.4.57)."""
    if node is None:
        return None
    sides = ("topFromText", "rightFromText", "bottomFromText", "leftFromText")
    across, down = attribute(node, "horzAnchor", "text"), attribute(node, "vertAnchor", "page")
    return Place(
        Axis(_ACROSS.get(across, across), points(attribute(node, "tblpX")), attribute(node, "tblpXSpec")),
        Axis(_DOWN.get(down, down), points(attribute(node, "tblpY")), attribute(node, "tblpYSpec")),
        Sides(*(points(attribute(node, side)) for side in sides)),
    )


_ACROSS = {"text": "column"}
_DOWN = {"text": "paragraph"}
