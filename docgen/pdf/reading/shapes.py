"""Shapes of DrawingML: pictures, drawn shapes, text boxes and groups of them (20.1, 20.2 and [MS-DOCX])."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from docgen.package import Element
from docgen.pdf.description import TEXT_BOX_INSETS, Shape
from docgen.pdf.reading import paint
from docgen.pdf.reading.outlines import BOXES, Path, bend_of, custom_paths, lines, preset_path
from docgen.pdf.reading.pictures import Pictures
from docgen.pdf.reading.source import Source
from docgen.pdf.reading.textboxes import TextBoxes
from docgen.pdf.reading.turning import Turn, turned
from docgen.word.formatting import Border, Sides
from docgen.word.ooxml import PIC, WPC, WPG, WPS, A, R, emu, figure

EMPTY_BOX = Border(0.5, "single", "808080")
"""The edge of a box that stands for what cannot be drawn."""

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
        theme, body = self.source.formatting.theme, node.find(f"{WPS}bodyPr")
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
            grown=body is not None and body.find(f"{A}spAutoFit") is not None,
            arrows=paint.arrows(properties),
            direction="" if body is None else _DIRECTIONS.get(body.get("vert", ""), ""),
        )
        turn = _turn(properties)
        paths = _paths(properties, shape)
        if paths is None:
            yield self._box(node, shape, turn)
        else:
            yield from (one for path in paths for one in lines(path, shape, turn))

    def _box(self, node: Element, shape: Shape, turn: Turn) -> Shape:
        if shape.kind not in BOXES and (shape.fill or shape.stroke.width):
            self.source.remarks.add(node, "hình vẽ được vẽ thành khung chữ nhật.")
        return turned(replace(shape, kind=BOXES.get(shape.kind, "rect")), turn.degrees)

    def _picture(self, node: Element, box: Box) -> Shape:
        properties, blip = node.find(f"{PIC}spPr"), node.find(f"{PIC}blipFill/{A}blip")
        shape = Shape(
            kind="rect",
            left=box.left,
            top=box.top,
            width=box.width,
            height=box.height,
            stroke=paint.stroke(properties, None, self.source.formatting.theme),
        )
        name = "" if blip is None else blip.get(f"{R}embed") or blip.get(f"{R}link") or ""
        found = self.pictures.get(name, _crop(node.find(f"{PIC}blipFill/{A}srcRect")))
        if found.image is None:
            self.source.remarks.add(node, f"{found.fault}; chỗ của ảnh là một khung trống.")
            return replace(shape, stroke=EMPTY_BOX)
        return turned(replace(shape, image=found.image), _turn(properties).degrees)


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


def _turn(properties: Element | None) -> Turn:
    frame = None if properties is None else properties.find(f"{A}xfrm")
    if frame is None:
        return Turn()
    sideways, over = (frame.get(name) in _TRUE for name in ("flipH", "flipV"))
    return Turn(sideways, over, figure(frame.get("rot")) / _DEGREE)


def _kind(properties: Element | None) -> str:
    """Return the preset that a shape is; "custom" for one drawn by hand."""
    for node in () if properties is None else properties.iterchildren(f"{A}prstGeom", f"{A}custGeom"):
        return node.get("prst", "rect") if node.tag == f"{A}prstGeom" else "custom"
    return "rect"


def _paths(properties: Element | None, shape: Shape) -> Iterable[Path] | None:
    """Return the lines of a shape that is drawn by lines alone; None for one that is a box."""
    geometry = None if properties is None else properties.find(f"{A}prstGeom")
    custom = None if properties is None else properties.find(f"{A}custGeom")
    if custom is not None:
        return None if shape.fill or shape.blocks else custom_paths(custom)
    path = preset_path(shape, bend_of(geometry))
    return None if path is None else (path,)


_TRUE = frozenset({"1", "true"})


def _insets(body: Element | None) -> Sides:
    if body is None:
        return TEXT_BOX_INSETS
    return Sides(**{side: emu(body.get(name), getattr(TEXT_BOX_INSETS, side)) for name, side in _SIDES})


def _crop(cut: Element | None) -> Sides:
    """Return what is cut off a picture; what would be added to it is not."""
    if cut is None:
        return Sides()
    return Sides(*(min(max(figure(cut.get(side)) / _ALL, 0.0), 0.99) for side in _CROPS))
