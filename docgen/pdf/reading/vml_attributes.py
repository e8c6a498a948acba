"""What the attributes of VML say: measures, places and turns (ECMA-376, Part 4, 14.1.2)."""

from docgen.package import Element
from docgen.pdf.description import TEXT_BOX_INSETS, Axis, Wrap
from docgen.pdf.reading.shapes import Box, Ground
from docgen.pdf.reading.turning import Turn
from docgen.word.formatting import Sides
from docgen.word.ooxml import W10, V, figure, number
from docgen.word.reading.vml import length_of, pair_of, style_of

_WRAPS = {"square": "square", "tight": "square", "through": "square", "topAndBottom": "topAndBottom"}
_SIDES = {"both": "bothSides", "left": "left", "right": "right", "largest": "largest"}
_ACROSS = {
    "char": "character",
    "text": "column",
    "left-margin-area": "leftMargin",
    "right-margin-area": "rightMargin",
    "inner-margin-area": "insideMargin",
    "outer-margin-area": "outsideMargin",
}
_DOWN = {
    "text": "paragraph",
    "top-margin-area": "topMargin",
    "bottom-margin-area": "bottomMargin",
    "inner-margin-area": "insideMargin",
    "outer-margin-area": "outsideMargin",
}
_ALIGNED = frozenset({"left", "center", "right", "inside", "outside", "top", "bottom"})
_ARROWS = {"block": "triangle", "classic": "stealth", "open": "arrow", "oval": "oval", "diamond": "diamond"}
_SIXTEENTHS = 65_536


def size_of(node: Element, style: dict[str, str]) -> tuple[float, float, tuple[float, float]]:
    """Return width and height of a drawing, and how far it is moved: a line is told by its ends."""
    if node.tag == f"{V}line":
        (x1, y1), (x2, y2) = (pair_of(node.get(name), "0,0") for name in ("from", "to"))
        return abs(x2 - x1), abs(y2 - y1), (min(x1, x2), min(y1, y2))
    return max(0.0, length_of(style.get("width"))), max(0.0, length_of(style.get("height"))), (0.0, 0.0)


def inner_box(node: Element, inside: Ground) -> Box:
    """Return where a shape of a group stands."""
    if node.tag == f"{V}line":
        (x1, y1), (x2, y2) = pair_of(node.get("from"), "0,0"), pair_of(node.get("to"), "0,0")
        return inside.place(min(x1, x2), min(y1, y2), abs(x2 - x1), abs(y2 - y1))
    style = style_of(node)
    return inside.place(*(figure(style.get(name)) for name in ("left", "top", "width", "height")))


def axis_of(style: dict[str, str], way: str, offset: float) -> Axis:
    """Return where a shape floats in one `way`, "horizontal" or "vertical", by its `style`."""
    words_, default = (_ACROSS, "column") if way == "horizontal" else (_DOWN, "paragraph")
    told = style.get(f"mso-position-{way}-relative", "")
    align = style.get(f"mso-position-{way}", "")
    return Axis(words_.get(told, told or default), offset, align if align in _ALIGNED else "")


def wrap_of(node: Element, style: dict[str, str]) -> Wrap:
    """Return how text goes around a shape."""
    told = node.find(f"{W10}wrap")
    kind = "none" if told is None else _WRAPS.get(told.get("type", ""), "none")
    side = "bothSides" if told is None else _SIDES.get(told.get("side", ""), "bothSides")
    around = {"top": 0.0, "right": 9.0, "bottom": 0.0, "left": 9.0}
    distances = (length_of(style.get(f"mso-wrap-distance-{name}"), gap) for name, gap in around.items())
    return Wrap(kind, side, Sides(*distances), behind=number(style.get("z-index")) < 0)


def insets_of(text: str) -> Sides:
    """Return the insets of a text box, told left, top, right, bottom."""
    told = dict(enumerate(text.split(",")))
    left, top, right, bottom = (
        length_of(told.get(at), default)
        for at, default in enumerate(
            (TEXT_BOX_INSETS.left, TEXT_BOX_INSETS.top, TEXT_BOX_INSETS.right, TEXT_BOX_INSETS.bottom)
        )
    )
    return Sides(top, right, bottom, left)


def crop_of(data: Element) -> Sides:
    """Return what is cut off a picture, as shares of its sides."""
    names = ("croptop", "cropright", "cropbottom", "cropleft")
    return Sides(*(min(max(fraction_of(data.get(name, "0")), 0.0), 0.99) for name in names))


def fraction_of(text: str) -> float:
    """Return a share: "0.5", or "32768f" of 65,536."""
    return figure(text[:-1]) / _SIXTEENTHS if text.endswith("f") else figure(text)


def _angle(text: str) -> float:
    """Return degrees: "90", or "5898240fd" of 65,536 to a degree."""
    return figure(text[:-2]) / _SIXTEENTHS if text.endswith("fd") else figure(text)


def arrows_of(node: Element) -> tuple[str, str]:
    """Return the arrow heads at the start and at the end of a line."""
    pen = node.find(f"{V}stroke")
    ends = ("" if pen is None else pen.get(name, "") for name in ("startarrow", "endarrow"))
    start, end = (_ARROWS.get(word, "none") for word in ends)
    return start, end


def turn_of(node: Element) -> Turn:
    """Return how a shape is turned; a line goes from one end to the other, whichever is to the left."""
    (x1, y1), (x2, y2) = (pair_of(node.get(name), "0,0") for name in ("from", "to"))
    style = style_of(node)
    flips = style.get("flip", "")
    return Turn((x2 < x1) != ("x" in flips), (y2 < y1) != ("y" in flips), _angle(style.get("rotation", "0")))


def direction_of(style: str) -> str:
    """Return how the words of a text box are turned (14.1.2.22)."""
    if "layout-flow:vertical" not in style:
        return ""
    return "btLr" if "bottom-to-top" in style else "tbRl"
