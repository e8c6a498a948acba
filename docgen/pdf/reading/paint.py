"""Colours, fills and pens of DrawingML (ECMA-376, Part 1, 20.1.2.3, 20.1.8 and 20.1.2.2.24)."""

from collections.abc import Iterator

from PIL import ImageColor

from docgen.package import Element
from docgen.word.formatting import NO_BORDER, Border
from docgen.word.formatting.borders import BLACK, WHITE
from docgen.word.formatting.theme import Theme, changed, mixed, rgb
from docgen.word.ooxml import A, emu, figure, number

DEFAULT_PEN = 0.75
"""Points: a pen that says nothing of its width."""

_ALL = 100_000
_BYTE = 255
_THEME_PENS = {1: 0.5, 2: 1.0, 3: 1.5}
"""Points of the three pens of Office's own theme, which files hardly change."""

_DASHES = {
    "dot": "dotted",
    "sysDot": "dotted",
    "dash": "dashed",
    "sysDash": "dashed",
    "lgDash": "dashed",
    "dashDot": "dotDash",
    "sysDashDot": "dotDash",
    "lgDashDot": "dotDash",
    "sysDashDotDot": "dotDotDash",
    "lgDashDotDot": "dotDotDash",
}
_COMPOUNDS = {"dbl": "double", "thickThin": "double", "thinThick": "double", "tri": "triple"}
_COLORS = ("srgbClr", "schemeClr", "sysClr", "prstClr", "scrgbClr")


def fill(properties: Element | None, style: Element | None, theme: Theme) -> str:
    """Return the colour that fills a shape (`wps:spPr`, `wps:style`); empty for none."""
    for node in () if properties is None else properties.iterchildren(f"{A}*"):
        if node.tag == f"{A}noFill":
            return ""
        if node.tag in {f"{A}solidFill", f"{A}gradFill", f"{A}pattFill"}:
            return next(_colors(node, theme), "")
    reference = None if style is None else style.find(f"{A}fillRef")
    if reference is None or not number(reference.get("idx")):
        return ""
    return next(_colors(reference, theme), "")


def stroke(properties: Element | None, style: Element | None, theme: Theme) -> Border:
    """Return the pen that draws a shape; no border for none."""
    pen = None if properties is None else properties.find(f"{A}ln")
    reference = None if style is None else style.find(f"{A}lnRef")
    themed = 0 if reference is None else number(reference.get("idx"))
    if pen is not None and pen.find(f"{A}noFill") is not None:
        return NO_BORDER
    painted = None if pen is None else pen.find(f"{A}solidFill")
    source = painted if painted is not None else reference if themed else None
    if source is None:
        return NO_BORDER
    color = next(_colors(source, theme), BLACK)
    return Border(_width(pen, themed), _kind(pen), color or BLACK)


def arrows(properties: Element | None) -> tuple[str, str]:
    """Return the arrow heads at the start and at the end of a line."""
    pen = None if properties is None else properties.find(f"{A}ln")
    ends = (None if pen is None else pen.find(A + end) for end in ("headEnd", "tailEnd"))
    start, end = ("none" if node is None else node.get("type", "none") for node in ends)
    return start, end


def named_color(text: str) -> str:
    """Return a colour in words ("red", "#abc", "black [3213]") as RRGGBB; empty where it is none."""
    word = text.split(" ", maxsplit=1)[0]
    try:
        red, green, blue = ImageColor.getrgb(word)[:3]
    except ValueError:
        return ""
    return f"{red:02X}{green:02X}{blue:02X}"


def _width(pen: Element | None, themed: int) -> float:
    default = _THEME_PENS.get(themed, DEFAULT_PEN)
    return default if pen is None else emu(pen.get("w"), default)


def _kind(pen: Element | None) -> str:
    if pen is None:
        return "single"
    dash = pen.find(f"{A}prstDash")
    drawn = "single" if dash is None else _DASHES.get(dash.get("val", ""), "single")
    return _COMPOUNDS.get(pen.get("cmpd", ""), drawn)


def _colors(holder: Element, theme: Theme) -> Iterator[str]:
    """Yield the colours in a fill, mixed with white as far as light goes through; "" for clear ones."""
    for node in holder.iter(*(A + name for name in _COLORS)):
        named = _color(node, theme)
        color = changed(named, node) if named else ""
        alpha = node.find(f"{A}alpha")
        share = 1.0 if alpha is None else figure(alpha.get("val"), _ALL) / _ALL
        yield mixed(color, WHITE, share) if color and share else ""


def _color(node: Element, theme: Theme) -> str:
    name = str(node.tag).removeprefix(A)
    text = node.get("val", "")
    if name == "schemeClr":
        return theme.color(text)
    if name == "prstClr":
        return named_color(text)
    if name == "scrgbClr":
        parts = (figure(node.get(part)) / _ALL * _BYTE for part in "rgb")
        return "".join(f"{min(_BYTE, max(0, round(part))):02X}" for part in parts)
    return rgb(node.get("lastClr") or text)
