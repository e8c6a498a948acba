"""What tables say of their cells: borders, margins and the branches of a table style (17.4, 17.7.6)."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from docgen.package import Element
from docgen.word.formatting.borders import borders, margins, shading
from docgen.word.formatting.cascade import Properties, Styles, merged, properties
from docgen.word.formatting.theme import Theme
from docgen.word.formatting.values import DEFAULT_SIDE_MARGIN, Borders, Sides
from docgen.word.ooxml import W, attribute, child, number, value

_LOOKS = {
    "firstRow": ("firstRow", 0x0020, True),
    "lastRow": ("lastRow", 0x0040, True),
    "firstCol": ("firstColumn", 0x0080, True),
    "lastCol": ("lastColumn", 0x0100, True),
    "bandHorz": ("noHBand", 0x0200, False),
    "bandVert": ("noVBand", 0x0400, False),
}
"""What `w:tblLook` (17.4.56) asks for: the name of its attribute, its bit, and how it is set to ask."""

_ORDER = (
    "band1Horz",
    "band2Horz",
    "band1Vert",
    "band2Vert",
    "firstCol",
    "lastCol",
    "firstRow",
    "lastRow",
    "nwCell",
    "neCell",
    "swCell",
    "seCell",
)
"""Branches of a table style, each over those before it, as Word applies them."""

_CORNERS = {
    ("firstRow", "firstCol"): "nwCell",
    ("firstRow", "lastCol"): "neCell",
    ("lastRow", "firstCol"): "swCell",
    ("lastRow", "lastCol"): "seCell",
}
_INNER = {"top": "insideH", "bottom": "insideH", "left": "insideV", "right": "insideV"}
_HEX = 16


@dataclass(frozen=True, slots=True)
class Around:
    """What stands around a paragraph and bears on its formatting: a table style and its branches there."""

    style: str = ""
    branches: tuple[str, ...] = ()


NOWHERE = Around()


@dataclass(frozen=True, slots=True)
class Area:
    """What a cell covers of a table of `size` (rows, columns): `rows` and `columns` from … up to."""

    rows: tuple[int, int]
    columns: tuple[int, int]
    size: tuple[int, int]

    @property
    def rims(self) -> frozenset[str]:
        """The edges of the table that the cell stands at."""
        (top, bottom), (left, right) = self.rows, self.columns
        at = {"top": top == 0, "bottom": bottom >= self.size[0]}
        at |= {"left": left == 0, "right": right >= self.size[1]}
        return frozenset(edge for edge, holds in at.items() if holds)


@dataclass(frozen=True, slots=True)
class CellLook:
    """What a table says of one of its cells; an edge that nothing is said of is absent."""

    borders: Borders
    fill: str = ""
    align: str = ""


_NOTHING = CellLook({})


@dataclass
class TableFormat:
    """The borders and default margins of a table, and what its style says of branches of it."""

    borders: Borders
    margins: Sides
    style: str = ""
    whole: CellLook = _NOTHING
    """What its style says of every cell, but for borders."""
    branches: Mapping[str, CellLook] = field(default_factory=dict)
    looks: frozenset[str] = frozenset()
    bands: tuple[int, int] = (0, 0)
    """How many rows, and columns, go together in a band; 0 for no bands."""

    def around(self, area: Area) -> Around:
        """Return what the table gives to the text of a cell."""
        if not self.branches:
            return Around(self.style)
        found = set(self._found(area))
        return Around(self.style, tuple(branch for branch in _ORDER if branch in found))

    def look(self, area: Area, around: Around) -> CellLook:
        """Return what the table says of a cell."""
        rims = area.rims
        found = {
            edge: self.borders[name]
            for edge, inner in _INNER.items()
            if (name := edge if edge in rims else inner) in self.borders
        }
        fill, align = self.whole.fill, self.whole.align
        for branch in around.branches:
            look = self.branches.get(branch, _NOTHING)
            found |= _edges(look.borders, rims | _closed(branch))
            fill, align = look.fill or fill, look.align or align
        return CellLook(found, fill, align)

    def _found(self, area: Area) -> Iterator[str]:
        rims = area.rims
        rows = self._ends(rims, {"top": "firstRow", "bottom": "lastRow"})
        columns = self._ends(rims, {"left": "firstCol", "right": "lastCol"})
        yield from rows
        yield from columns
        yield from (_CORNERS[row, column] for row in rows for column in columns)
        yield from self._band(area.rows[0], self.bands[0], "firstRow", "Horz")
        yield from self._band(area.columns[0], self.bands[1], "firstCol", "Vert")

    def _ends(self, rims: frozenset[str], names: Mapping[str, str]) -> list[str]:
        return [name for rim, name in names.items() if rim in rims and name in self.looks]

    def _band(self, at: int, size: int, first: str, way: str) -> Iterator[str]:
        """Yield the band of a row or column; a first one with a look of its own is not counted."""
        at -= first in self.looks and first in self.branches
        if size and at >= 0 and f"band{way}" in self.looks:
            yield f"band{1 + at // size % 2}{way}"


def table_format(table: Element, styles: Styles, theme: Theme) -> TableFormat:
    """Return what the `w:tbl` says by its style and its own properties."""
    node = child(table, "tblPr")
    style = styles.known(value(node, "tblStyle"), "table")
    chain = styles.chain(style, "table")
    found: Properties = {}
    for layer in (*(child(one, "tblPr") for one in chain), node):
        found = merged(found, properties(layer))
    return TableFormat(
        borders=borders(found, "tblBorders", theme),
        margins=margins(found, "tblCellMar", Sides(left=DEFAULT_SIDE_MARGIN, right=DEFAULT_SIDE_MARGIN)),
        style=style if value(node, "tblStyle") == style else "",
        whole=_cell_look([properties(child(one, "tcPr")) for one in chain], theme),
        branches=_branches(chain, theme),
        looks=_looks(child(node, "tblLook")),
        bands=(_band_size(found, "tblStyleRowBandSize"), _band_size(found, "tblStyleColBandSize")),
    )


def branch_layer(style: Element, branch: str, part: str) -> Properties:
    """Return what a branch of one table style says in its `part` ("pPr", "rPr", "tcPr")."""
    nodes = style.iterchildren(f"{W}tblStylePr")
    return properties(child(next((node for node in nodes if attribute(node, "type") == branch), None), part))


def _branches(chain: list[Element], theme: Theme) -> dict[str, CellLook]:
    names = {attribute(node, "type") for style in chain for node in style.iterchildren(f"{W}tblStylePr")}
    return {name: _cell_look([branch_layer(style, name, "tcPr") for style in chain], theme) for name in names}


def _cell_look(layers: list[Properties], theme: Theme) -> CellLook:
    found: Properties = {}
    for layer in layers:
        found = merged(found, layer)
    align = found.get("vAlign", {}).get("val", "")
    return CellLook(borders(found, "tcBorders", theme), shading(found.get("shd"), theme), align)


def _closed(branch: str) -> frozenset[str]:
    """Return the edges that every cell of a branch has as outer ones of it."""
    if branch.endswith("Cell"):
        return frozenset(_INNER)
    rows = branch.endswith(("Row", "Horz"))
    return frozenset(("top", "bottom") if rows else ("left", "right"))


def _edges(told: Borders, outer: frozenset[str]) -> Borders:
    names = {edge: edge if edge in outer else inner for edge, inner in _INNER.items()}
    return {edge: told[name] for edge, name in names.items() if name in told}


def _looks(node: Element | None) -> frozenset[str]:
    """Return what a table asks for of its style: everything, where it does not say (as Word takes it)."""
    if node is None:
        return frozenset(_LOOKS)
    named = {name: node.get(W + name) for name, _bit, _set in _LOOKS.values()}
    if any(text is not None for text in named.values()):
        flags = {name: named[name] in {"1", "true", "on"} for name in named}
    else:
        bits = _bits(attribute(node, "val"))
        flags = {name: bool(bits & bit) for name, bit, _set in _LOOKS.values()}
    return frozenset(look for look, (name, _bit, asks) in _LOOKS.items() if flags[name] == asks)


def _bits(text: str) -> int:
    try:
        return int(text, _HEX)
    except ValueError:
        return sum(bit for _name, bit, asks in _LOOKS.values() if asks)


def _band_size(found: Properties, name: str) -> int:
    return max(0, number(found.get(name, {}).get("val")))
