"""Old drawings: VML (ECMA-376, Part 4, 14)."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from docgen.pdf.description import TEXT_BOX_INSETS, Axis, Drawing, Floating, Inline, Shape, Wrap
from docgen.pdf.reading.outlines import BOXES, lines, preset_path
from docgen.pdf.reading.paint import DEFAULT_PEN, named_color
from docgen.pdf.reading.pictures import Pictures
from docgen.pdf.reading.shapes import EMPTY_BOX, Box, Ground, ground
from docgen.pdf.reading.source import Source
from docgen.pdf.reading.textboxes import TextBoxes
from docgen.pdf.reading.turning import Turn, turned
from docgen.word.formatting import NO_BORDER, Border, RunFormat, Sides
from docgen.word.ooxml import W10, O, R, V, figure, number
from docgen.word.package import Element

_UNITS = {"pt": 1.0, "in": 72.0, "cm": 72 / 2.54, "mm": 72 / 25.4, "pc": 12.0, "px": 0.75, "": 0.75}
"""Points; a length without a unit counts dots of the screen."""

_LENGTH = re.compile(r"\s*(-?[\d.]+)\s*(pt|in|cm|mm|pc|px|)\s*")
_OFF = frozenset({"f", "false", "0", "off"})
_KINDS = {f"{V}rect": "rect", f"{V}roundrect": "roundRect", f"{V}oval": "ellipse", f"{V}line": "line"}
_NO_SHAPES = frozenset(V + name for name in ("shapetype", "fill", "stroke", "path", "formulas", "handles"))
_TYPES = {
    1: "rect",
    2: "roundRect",
    3: "ellipse",
    4: "diamond",
    5: "triangle",
    6: "rtTriangle",
    20: "line",
    32: "line",
    33: "bentConnector2",
    34: "bentConnector3",
    75: "rect",
    109: "rect",
    110: "diamond",
    176: "roundRect",
    202: "rect",
}
"""The numbers of shape types (`o:spt`) that are drawn."""

_TYPE = re.compile(r"_t(\d+)$")
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
_DASHES = {
    "dash": "dashed",
    "longdash": "dashed",
    "shortdash": "dashed",
    "dot": "dotted",
    "shortdot": "dotted",
    "1 1": "dotted",
    "dashdot": "dotDash",
    "longdashdot": "dotDash",
    "longdashdotdot": "dotDotDash",
}
_COMPOUNDS = {
    "thinThin": "double",
    "thinThick": "double",
    "thickThin": "double",
    "thickBetweenThin": "triple",
}
_ARROWS = {"block": "triangle", "classic": "stealth", "open": "arrow", "oval": "oval", "diamond": "diamond"}
_ANCHORS = {"middle": "center", "middle-center": "center", "bottom": "bottom", "bottom-center": "bottom"}
_SIXTEENTHS = 65_536
_COORDINATES = "1000,1000"


@dataclass
class VmlReader:
    """Reads the `w:pict` and `w:object` of one part."""

    source: Source
    pictures: Pictures
    boxes: TextBoxes

    def read(self, node: Element, _face: RunFormat) -> Iterator[Inline]:
        """Yield what an old drawing shows, in the text or beside it."""
        self._types = {one.get("id", ""): one for one in node.getroottree().iter(f"{V}shapetype")}
        shapes = [shape for shape in node.iterchildren(f"{V}*") if shape.tag not in _NO_SHAPES]
        if not shapes:
            self._warn(node, "đối tượng nhúng chưa hiện được trong PDF")
        for shape in shapes:
            style = _style(shape)
            if style.get("visibility") != "hidden":
                yield self._placed(shape, style)
        self.boxes.tell_of_others(node)

    def _placed(self, node: Element, style: dict[str, str]) -> Drawing | Floating:
        width, height, offset = _size(node, style)
        shapes = tuple(self._shapes(node, Box(0.0, 0.0, width, height)))
        drawing = Drawing(width, height, shapes, node.get("alt", ""))
        if style.get("position", "static") not in {"absolute", "relative"}:
            return drawing
        left, top = (
            _length(style.get(name)) + at
            for name, at in zip(("margin-left", "margin-top"), offset, strict=True)
        )
        return Floating(
            drawing, _axis(style, "horizontal", left), _axis(style, "vertical", top), _wrap(node, style)
        )

    def _shapes(self, node: Element, box: Box) -> Iterator[Shape]:
        if node.tag == f"{V}group":
            yield from self._group(node, box)
            return
        shape, turn = self._shape(node, box), _turn(node)
        path = None if shape.image else preset_path(shape)
        if path is None:
            yield turned(shape, turn.degrees)
        else:
            yield from lines(path, shape, turn)

    def _group(self, node: Element, box: Box) -> Iterator[Shape]:
        origin, size = (
            _pair(node.get(name), default)
            for name, default in (("coordorigin", "0,0"), ("coordsize", _COORDINATES))
        )
        inside = ground(box, origin, size)
        for kid in node.iterchildren(f"{V}*"):
            if kid.tag not in _NO_SHAPES:
                yield from self._shapes(kid, _inner_box(kid, inside))

    def _shape(self, node: Element, box: Box) -> Shape:
        style, textbox = _style(node), node.find(f"{V}textbox")
        shape = Shape(
            kind=self._kind(node) or "rect",
            left=box.left,
            top=box.top,
            width=box.width,
            height=box.height,
            stroke=self._stroke(node),
            fill=self._fill(node),
            blocks=self.boxes.blocks(textbox),
            insets=_insets("" if textbox is None else textbox.get("inset", "")),
            anchor=_ANCHORS.get(style.get("v-text-anchor", ""), "top"),
            grown=textbox is not None and "fit-shape-to-text:t" in textbox.get("style", "").replace(" ", ""),
            arrows=_arrows(node),
            direction=_direction("" if textbox is None else textbox.get("style", "")),
        )
        return self._filled(node, shape)

    def _filled(self, node: Element, shape: Shape) -> Shape:
        """Return a shape with its picture; a warning, and an empty box, for what cannot be drawn."""
        art = node.find(f"{V}textpath")
        data = node if node.tag == f"{V}image" else node.find(f"{V}imagedata")
        if art is not None:
            self._warn(node, f"chữ nghệ thuật “{art.get('string', '')}” chưa hiện được trong PDF")
            return replace(shape, stroke=NO_BORDER, fill="")
        if data is None:
            if not self._kind(node) or (shape.kind not in BOXES and preset_path(shape) is None):
                self._warn(node, "hình vẽ được vẽ thành khung chữ nhật")
            return shape
        found = self.pictures.get(data.get(f"{R}id") or data.get(f"{R}pict") or "", _crop(data))
        if found.image is None:
            self._warn(node, f"{found.fault}; chỗ của ảnh là một khung trống")
            return replace(shape, stroke=EMPTY_BOX, fill="")
        return replace(shape, image=found.image, fill="")

    def _warn(self, node: Element, message: str) -> None:
        self.source.remarks.add(node, f"{message}.")

    def _kind(self, node: Element) -> str:
        """Return the preset that a shape is; empty for one drawn by hand."""
        if node.tag in _KINDS or node.tag == f"{V}image":
            return _KINDS.get(str(node.tag), "rect")
        found = _TYPE.search(node.get("type", ""))
        type_ = node.get(f"{O}spt") or (found[1] if found else "")
        return _TYPES.get(number(type_), "")

    def _told(self, node: Element, name: str) -> str | None:
        """Return an attribute of a shape, or else of its type."""
        type_ = self._types.get(node.get("type", "").removeprefix("#"))
        return node.get(name) or (None if type_ is None else type_.get(name))

    def _stroke(self, node: Element) -> Border:
        pen = node.find(f"{V}stroke")
        switched = (self._told(node, "stroked"), None if pen is None else pen.get("on"))
        if any(text in _OFF for text in switched if text):
            return NO_BORDER
        told = {} if pen is None else {str(name): str(text) for name, text in pen.attrib.items()}
        width = _length(told.get("weight") or self._told(node, "strokeweight"), DEFAULT_PEN)
        color = named_color(told.get("color") or self._told(node, "strokecolor") or "") or "000000"
        dash = _DASHES.get(told.get("dashstyle", "").lower(), "single")
        return Border(width, _COMPOUNDS.get(told.get("linestyle", ""), dash), color)

    def _fill(self, node: Element) -> str:
        paint = node.find(f"{V}fill")
        switched = (self._told(node, "filled"), None if paint is None else paint.get("on"))
        clear = paint is not None and _fraction(paint.get("opacity", "1")) == 0
        if clear or any(text in _OFF for text in switched if text):
            return ""
        told = None if paint is None else paint.get("color")
        return named_color(told or self._told(node, "fillcolor") or "white")


def _style(node: Element) -> dict[str, str]:
    pairs = (part.partition(":") for part in node.get("style", "").split(";"))
    return {name.strip().lower(): text.strip() for name, _, text in pairs}


def _length(text: str | None, default: float = 0.0) -> float:
    found = _LENGTH.fullmatch(text or "")
    return figure(found[1], default) * _UNITS[found[2]] if found else default


def _pair(text: str | None, default: str) -> tuple[float, float]:
    first, _, second = (text or default).partition(",")
    return _coordinate(first), _coordinate(second)


def _coordinate(text: str) -> float:
    """Return one coordinate: points where it has a unit, else as the group counts."""
    return figure(text.strip(), _length(text))


def _size(node: Element, style: dict[str, str]) -> tuple[float, float, tuple[float, float]]:
    """Return width and height of a drawing, and how far it is moved: a line is told by its ends."""
    if node.tag == f"{V}line":
        (x1, y1), (x2, y2) = (_pair(node.get(name), "0,0") for name in ("from", "to"))
        return abs(x2 - x1), abs(y2 - y1), (min(x1, x2), min(y1, y2))
    return max(0.0, _length(style.get("width"))), max(0.0, _length(style.get("height"))), (0.0, 0.0)


def _inner_box(node: Element, inside: Ground) -> Box:
    if node.tag == f"{V}line":
        (x1, y1), (x2, y2) = _pair(node.get("from"), "0,0"), _pair(node.get("to"), "0,0")
        return inside.place(min(x1, x2), min(y1, y2), abs(x2 - x1), abs(y2 - y1))
    style = _style(node)
    return inside.place(*(figure(style.get(name)) for name in ("left", "top", "width", "height")))


def _axis(style: dict[str, str], way: str, offset: float) -> Axis:
    words_, default = (_ACROSS, "column") if way == "horizontal" else (_DOWN, "paragraph")
    told = style.get(f"mso-position-{way}-relative", "")
    align = style.get(f"mso-position-{way}", "")
    return Axis(words_.get(told, told or default), offset, align if align in _ALIGNED else "")


def _wrap(node: Element, style: dict[str, str]) -> Wrap:
    told = node.find(f"{W10}wrap")
    kind = "none" if told is None else _WRAPS.get(told.get("type", ""), "none")
    side = "bothSides" if told is None else _SIDES.get(told.get("side", ""), "bothSides")
    around = {"top": 0.0, "right": 9.0, "bottom": 0.0, "left": 9.0}
    distances = (_length(style.get(f"mso-wrap-distance-{name}"), gap) for name, gap in around.items())
    return Wrap(kind, side, Sides(*distances), behind=number(style.get("z-index")) < 0)


def _insets(text: str) -> Sides:
    """Return the insets of a text box, told left, top, right, bottom."""
    told = dict(enumerate(text.split(",")))
    left, top, right, bottom = (
        _length(told.get(at), default)
        for at, default in enumerate(
            (TEXT_BOX_INSETS.left, TEXT_BOX_INSETS.top, TEXT_BOX_INSETS.right, TEXT_BOX_INSETS.bottom)
        )
    )
    return Sides(top, right, bottom, left)


def _crop(data: Element) -> Sides:
    names = ("croptop", "cropright", "cropbottom", "cropleft")
    return Sides(*(min(max(_fraction(data.get(name, "0")), 0.0), 0.99) for name in names))


def _fraction(text: str) -> float:
    """Return a share: "0.5", or "32768f" of 65,536."""
    return figure(text[:-1]) / _SIXTEENTHS if text.endswith("f") else figure(text)


def _angle(text: str) -> float:
    """Return degrees: "90", or "5898240fd" of 65,536 to a degree."""
    return figure(text[:-2]) / _SIXTEENTHS if text.endswith("fd") else figure(text)


def _arrows(node: Element) -> tuple[str, str]:
    pen = node.find(f"{V}stroke")
    ends = ("" if pen is None else pen.get(name, "") for name in ("startarrow", "endarrow"))
    start, end = (_ARROWS.get(word, "none") for word in ends)
    return start, end


def _turn(node: Element) -> Turn:
    """Return how a shape is turned; a line goes from one end to the other, whichever is to the left."""
    (x1, y1), (x2, y2) = (_pair(node.get(name), "0,0") for name in ("from", "to"))
    style = _style(node)
    flips = style.get("flip", "")
    return Turn((x2 < x1) != ("x" in flips), (y2 < y1) != ("y" in flips), _angle(style.get("rotation", "0")))


def _direction(style: str) -> str:
    """Return how the words of a text box are turned (14.1.2.22)."""
    if "layout-flow:vertical" not in style:
        return ""
    return "btLr" if "bottom-to-top" in style else "tbRl"
