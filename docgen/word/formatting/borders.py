"""Borders and shading, whatever they stand around (ECMA-376, Part 1, 17.3.1.31, 17.4.38 and 17.18.2)."""

from docgen.word.formatting.cascade import Attributes, Properties
from docgen.word.formatting.theme import Theme, mixed, rgb
from docgen.word.formatting.values import NO_BORDER, Border, Borders, Sides
from docgen.word.ooxml import figure, points

BLACK, WHITE = "000000", "FFFFFF"
THIN = 4.0
"""Eighths of a point: the border of a file that does not tell its width."""

LINES = {"double": 2, "triple": 3}
"""The lines of a border; gaps as wide as each lie between them."""

_EIGHTHS = 8
_WIDEST = 96
_EDGES = ("top", "right", "bottom", "left", "insideH", "insideV")
_SIDES = ("top", "right", "bottom", "left")
_NONE = frozenset({"nil", "none"})
_PERCENT = 100


def border(told: Attributes, theme: Theme) -> Border:
    """Return one border; `NO_BORDER` for one that is told to be none."""
    kind = told.get("val", "nil")
    if kind in _NONE:
        return NO_BORDER
    width = min(max(figure(told.get("sz"), THIN), 0.0), _WIDEST) / _EIGHTHS
    color = theme.tinted(told) or rgb(told.get("color")) or BLACK
    return Border(width * (2 * LINES.get(kind, 1) - 1), kind, color, figure(told.get("space")))


def borders(found: Properties, holder: str, theme: Theme) -> Borders:
    """Return the borders in `w:tblBorders` or `w:tcBorders`; edges that are not named are absent."""
    told = {edge: found.get(f"{holder}/{edge}") for edge in _EDGES}
    return {edge: border(attributes, theme) for edge, attributes in told.items() if attributes is not None}


def margins(found: Properties, holder: str, default: Sides) -> Sides:
    """Return the margins in `w:tblCellMar` or `w:tcMar` over `default`, in points."""
    told = {edge: found.get(f"{holder}/{edge}") for edge in _SIDES}
    lengths = {
        edge: points(attributes.get("w")) for edge, attributes in told.items() if attributes is not None
    }
    return Sides(**{edge: lengths.get(edge, getattr(default, edge)) for edge in _SIDES})


def shading(told: Attributes | None, theme: Theme) -> str:
    """Return the colour of `w:shd` as RRGGBB, a pattern mixed to one; empty for none."""
    if told is None:
        return ""
    ground = theme.tinted(told, "themeFill") or rgb(told.get("fill"))
    share = _share(told.get("val", "clear"))
    if not share:
        return ground
    return mixed(theme.tinted(told) or rgb(told.get("color")) or BLACK, ground or WHITE, share)


def _share(pattern: str) -> float:
    """Return how much of a pattern its colour covers: "solid" all, "pct25" a quarter."""
    return 1.0 if pattern == "solid" else figure(pattern.removeprefix("pct")) / _PERCENT
