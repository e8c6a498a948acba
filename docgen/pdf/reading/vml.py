"""Old drawings: VML (ECMA-376, Part 4, 14)."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from docgen.package import Element
from docgen.pdf.description import Drawing, Floating, Inline, Shape
from docgen.pdf.reading.outlines import BOXES, lines, preset_path
from docgen.pdf.reading.paint import DEFAULT_PEN, named_color
from docgen.pdf.reading.pictures import Pictures
from docgen.pdf.reading.shapes import EMPTY_BOX, Box, ground
from docgen.pdf.reading.source import Source
from docgen.pdf.reading.textboxes import TextBoxes
from docgen.pdf.reading.turning import turned
from docgen.pdf.reading.vml_attributes import (
    arrows_of,
    axis_of,
    crop_of,
    direction_of,
    fraction_of,
    inner_box,
    insets_of,
    size_of,
    turn_of,
    wrap_of,
)
from docgen.word.formatting import NO_BORDER, Border, RunFormat
from docgen.word.ooxml import O, R, V, number
from docgen.word.reading.vml import length_of, pair_of, style_of

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
_ANCHORS = {"middle": "center", "middle-center": "center", "bottom": "bottom", "bottom-center": "bottom"}
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
            style = style_of(shape)
            if style.get("visibility") != "hidden":
                yield self._placed(shape, style)
        self.boxes.tell_of_others(node)

    def _placed(self, node: Element, style: dict[str, str]) -> Drawing | Floating:
        width, height, offset = size_of(node, style)
        shapes = tuple(self._shapes(node, Box(0.0, 0.0, width, height)))
        drawing = Drawing(width, height, shapes, node.get("alt", ""))
        if style.get("position", "static") not in {"absolute", "relative"}:
            return drawing
        left, top = (
            length_of(style.get(name)) + at
            for name, at in zip(("margin-left", "margin-top"), offset, strict=True)
        )
        return Floating(
            drawing, axis_of(style, "horizontal", left), axis_of(style, "vertical", top), wrap_of(node, style)
        )

    def _shapes(self, node: Element, box: Box) -> Iterator[Shape]:
        if node.tag == f"{V}group":
            yield from self._group(node, box)
            return
        shape, turn = self._shape(node, box), turn_of(node)
        path = None if shape.image else preset_path(shape)
        if path is None:
            yield turned(shape, turn.degrees)
        else:
            yield from lines(path, shape, turn)

    def _group(self, node: Element, box: Box) -> Iterator[Shape]:
        origin, size = (
            pair_of(node.get(name), default)
            for name, default in (("coordorigin", "0,0"), ("coordsize", _COORDINATES))
        )
        inside = ground(box, origin, size)
        for kid in node.iterchildren(f"{V}*"):
            if kid.tag not in _NO_SHAPES:
                yield from self._shapes(kid, inner_box(kid, inside))

    def _shape(self, node: Element, box: Box) -> Shape:
        style, textbox = style_of(node), node.find(f"{V}textbox")
        shape = Shape(
            kind=self._kind(node) or "rect",
            left=box.left,
            top=box.top,
            width=box.width,
            height=box.height,
            stroke=self._stroke(node),
            fill=self._fill(node),
            blocks=self.boxes.blocks(textbox),
            insets=insets_of("" if textbox is None else textbox.get("inset", "")),
            anchor=_ANCHORS.get(style.get("v-text-anchor", ""), "top"),
            grown=textbox is not None and "fit-shape-to-text:t" in textbox.get("style", "").replace(" ", ""),
            arrows=arrows_of(node),
            direction=direction_of("" if textbox is None else textbox.get("style", "")),
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
        found = self.pictures.get(data.get(f"{R}id") or data.get(f"{R}pict") or "", crop_of(data))
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
        width = length_of(told.get("weight") or self._told(node, "strokeweight"), DEFAULT_PEN)
        color = named_color(told.get("color") or self._told(node, "strokecolor") or "") or "000000"
        dash = _DASHES.get(told.get("dashstyle", "").lower(), "single")
        return Border(width, _COMPOUNDS.get(told.get("linestyle", ""), dash), color)

    def _fill(self, node: Element) -> str:
        paint = node.find(f"{V}fill")
        switched = (self._told(node, "filled"), None if paint is None else paint.get("on"))
        clear = paint is not None and fraction_of(paint.get("opacity", "1")) == 0
        if clear or any(text in _OFF for text in switched if text):
            return ""
        told = None if paint is None else paint.get("color")
        return named_color(told or self._told(node, "fillcolor") or "white")
