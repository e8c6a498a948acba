"""Shapes of DrawingML: pictures, drawn shapes, text boxes and groups of them (20.1, 20.2 and [MS-DOCX])."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from docgen.pdf.description import TEXT_BOX_INSETS, Shape
from docgen.pdf.reading import paint
from docgen.pdf.reading.outlines import straight_lines
from docgen.pdf.reading.pictures import Pictures
from docgen.pdf.reading.source import Source
from docgen.pdf.reading.textboxes import TextBoxes
from docgen.word.formatting import Border, Sides
from docgen.word.ooxml import PIC, WPC, WPG, WPS, A, R, emu, figure
from docgen.word.package import Element

HAIR = 0.1
"""Points; LibreOffice saves a level line as 635 EMU, a twentieth of a point, high."""

EMPTY_BOX = Border(0.5, "single", "808080")
"""The edge of a box that stands for what cannot be drawn."""

_LINES = frozenset({"line", "straightConnector1"})
_DEGREE = 60_000
_ALL = 100_000
_ANCHORS = {"ctr": "center", "b": "bottom"}
_SIDES = (("tIns", "top"), ("rIns", "right"), ("bIns", "bottom"), ("lIns", "left"))
_CROPS = ("t", "r", "b", "l")
_DIRECTIONS = {"vert270": "btLr", "vert": "tbRl", "eaVert": "tbRl"}


@dataclass(frozen=True)
class Box:
    """Where something stands on the ground of a drawing, in points."""

    left: float
    top: float
    width: float
    height: float


@dataclass(frozen=True)
class Ground:
    """A box and the coordinates inside it: they begin with `left`, `top`; a unit goes `across` and `down`."""

    box: Box
    left: float
    top: float
    across: float
    down: float

    def place(self, left: float, top: float, width: float, height: float) -> Box:
        """Return where something told in these coordinates stands."""
        box = self.box
        return Box(
            box.left + (left - self.left) * self.across,
            box.top + (top - self.top) * self.down,
            width * self.across,
            height * self.down,
        )


def ground(box: Box, origin: tuple[float, float], size: tuple[float, float]) -> Ground:
    """Return the ground of a box whose insides count from `origin` over `size` units."""
    across, down = (
        outer / inner if inner else 1.0 for outer, inner in zip((box.width, box.height), size, strict=True)
    )
    return Ground(box, *origin, across, down)


@dataclass
class ShapeReader:
    """Reads the shapes of the drawings of one part."""

    source: Source
    pictures: Pictures
    boxes: TextBoxes

    def shapes(self, holder: Iterable[Element], box: Box) -> Iterator[Shape]:
        """Yield the shapes in a holder, all of which fill `box` together."""
        for node in holder:
            if node.tag == f"{WPS}wsp":
                yield from self._drawn(node, box)
            elif node.tag == f"{PIC}pic":
                yield self._picture(node, box)
            elif node.tag in {f"{WPG}wgp", f"{WPG}grpSp", f"{WPC}wpc"}:
                yield from self._group(node, box)

    def _group(self, group: Element, box: Box) -> Iterator[Shape]:
        frame = group.find(f"{WPG}grpSpPr/{A}xfrm")
        inside = _inside(frame, box)
        for node in group:
            placed = _placed(node, inside)
            if placed is not None:
                yield from self.shapes((node,), placed)

    def _drawn(self, node: Element, box: Box) -> Iterator[Shape]:
        properties, style = node.find(f"{WPS}spPr"), node.find(f"{WPS}style")
        theme = self.source.formatting.theme
        body, frame = node.find(f"{WPS}bodyPr"), _frame(properties)
        shape = Shape(
            kind=_kind(properties),
            left=box.left,
            top=box.top,
            width=box.width,
            height=box.height,
            stroke=paint.stroke(properties, style, theme),
            fill=paint.fill(properties, style, theme),
            blocks=self.boxes.blocks(node.find(f"{WPS}txbx")),
            insets=_insets(body),
            anchor="top" if body is None else _ANCHORS.get(body.get("anchor", ""), "top"),
            flipped=_is_flipped(frame),
            grown=body is not None and body.find(f"{A}spAutoFit") is not None,
            rotation=0.0 if frame is None else figure(frame.get("rot")) / _DEGREE,
            arrows=paint.arrows(properties),
            direction="" if body is None else _DIRECTIONS.get(body.get("vert", ""), ""),
        )
        yield from self._outlined(node, shape)

    def _outlined(self, node: Element, shape: Shape) -> Iterable[Shape]:
        """Return a shape as it is drawn: a line, the lines of one drawn by hand, or the shape itself."""
        custom = node.find(f"{WPS}spPr/{A}custGeom")
        if custom is None or shape.blocks:
            frame = _frame(node.find(f"{WPS}spPr"))
            turned = frame is not None and frame.get("flipH") in _TRUE
            return (_as_line(shape, turned=turned) if shape.kind in _LINES else shape,)
        lines = None if shape.fill else straight_lines(custom, shape)
        if lines is None:
            self.source.remarks.add(node, "hình vẽ tự do được vẽ thành khung chữ nhật.")
        return (shape,) if lines is None else lines

    def _picture(self, node: Element, box: Box) -> Shape:
        properties, blip = node.find(f"{PIC}spPr"), node.find(f"{PIC}blipFill/{A}blip")
        frame = _frame(properties)
        shape = Shape(
            kind="rect",
            left=box.left,
            top=box.top,
            width=box.width,
            height=box.height,
            stroke=paint.stroke(properties, None, self.source.formatting.theme),
            rotation=0.0 if frame is None else figure(frame.get("rot")) / _DEGREE,
        )
        name = "" if blip is None else blip.get(f"{R}embed") or blip.get(f"{R}link") or ""
        found = self.pictures.get(name, _crop(node.find(f"{PIC}blipFill/{A}srcRect")))
        if found.image is None:
            self.source.remarks.add(node, f"{found.fault}; chỗ của ảnh là một khung trống.")
            return replace(shape, stroke=EMPTY_BOX)
        return replace(shape, image=found.image)


def _placed(node: Element, inside: Ground) -> Box | None:
    """Return where a shape of a group stands; None for what is no shape."""
    frames = (
        node.find(path) for path in (f"{WPS}spPr/{A}xfrm", f"{PIC}spPr/{A}xfrm", f"{WPG}grpSpPr/{A}xfrm")
    )
    frame = next((found for found in frames if found is not None), None)
    if frame is None:
        return None
    return inside.place(*_pair(frame, "off", ("x", "y")), *_pair(frame, "ext", ("cx", "cy")))


def _inside(frame: Element | None, box: Box) -> Ground:
    """Return the coordinates in a group; those of a canvas are points of its box."""
    if frame is None or frame.find(f"{A}chExt") is None:
        return Ground(box, 0.0, 0.0, 1.0, 1.0)
    return ground(box, _pair(frame, "chOff", ("x", "y")), _pair(frame, "chExt", ("cx", "cy")))


def _pair(frame: Element, name: str, attributes: tuple[str, str]) -> tuple[float, float]:
    node = frame.find(A + name)
    first, second = (0.0 if node is None else emu(node.get(attribute)) for attribute in attributes)
    return first, second


def _frame(properties: Element | None) -> Element | None:
    return None if properties is None else properties.find(f"{A}xfrm")


def _kind(properties: Element | None) -> str:
    preset = None if properties is None else properties.find(f"{A}prstGeom")
    return "rect" if preset is None else preset.get("prst", "rect")


def _is_flipped(frame: Element | None) -> bool:
    if frame is None:
        return False
    return (frame.get("flipH") in _TRUE) != (frame.get("flipV") in _TRUE)


_TRUE = frozenset({"1", "true"})


def _as_line(shape: Shape, *, turned: bool) -> Shape:
    """Return a line without fill; one that is thinner than a hair is level."""
    start, end = shape.arrows
    arrows = (end, start) if turned else (start, end)
    width, height = (side if side > HAIR else 0.0 for side in (shape.width, shape.height))
    return replace(shape, kind="line", width=width, height=height, fill="", arrows=arrows)


def _insets(body: Element | None) -> Sides:
    if body is None:
        return TEXT_BOX_INSETS
    return Sides(**{side: emu(body.get(name), getattr(TEXT_BOX_INSETS, side)) for name, side in _SIDES})


def _crop(cut: Element | None) -> Sides:
    """Return what is cut off a picture; what would be added to it is not."""
    if cut is None:
        return Sides()
    return Sides(*(min(max(figure(cut.get(side)) / _ALL, 0.0), 0.99) for side in _CROPS))
