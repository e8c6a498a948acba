"""Drawings in the text and beside it (ECMA-376, Part 1, 20.4)."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from docgen.package import Element
from docgen.pdf.description import Axis, Drawing, Floating, Inline, Shape, Wrap
from docgen.pdf.reading.shapes import EMPTY_BOX, Box, ShapeReader
from docgen.word.formatting import RunFormat, Sides
from docgen.word.ooxml import WP, A, R, emu

_WRAPS = {
    f"{WP}wrapSquare": "square",
    f"{WP}wrapTight": "square",
    f"{WP}wrapThrough": "square",
    f"{WP}wrapTopAndBottom": "topAndBottom",
}
_DISTANCES = ("distT", "distR", "distB", "distL")
_TRUE = frozenset({"1", "true", "on"})
_QUOTED = 200


@dataclass
class DrawingReader:
    """Reads the `w:drawing` of one part."""

    shapes: ShapeReader

    def read(self, node: Element, _face: RunFormat) -> Iterable[Inline]:
        """Yield what a `w:drawing` shows: a drawing in the text, or one that floats."""
        for frame in node.iterchildren(f"{WP}inline", f"{WP}anchor"):
            properties = frame.find(f"{WP}docPr")
            if properties is None or properties.get("hidden") not in _TRUE:
                drawing = self._drawing(frame, properties)
                yield drawing if frame.tag == f"{WP}inline" else _floating(frame, drawing)
                self.shapes.boxes.tell_of_others(frame)

    def _drawing(self, frame: Element, properties: Element | None) -> Drawing:
        extent = frame.find(f"{WP}extent")
        width, height = (0.0 if extent is None else max(0.0, emu(extent.get(side))) for side in ("cx", "cy"))
        content = frame.find(f"{A}graphic/{A}graphicData")
        box = Box(0.0, 0.0, width, height)
        shapes = () if content is None else tuple(self.shapes.shapes(content, box))
        if not shapes:
            shapes = (self._unknown(frame, content, box),)
        return Drawing(width, height, shapes, _alt(properties))

    def _unknown(self, frame: Element, content: Element | None, box: Box) -> Shape:
        """Return an empty box for what cannot be drawn, with a warning that tells its words."""
        kind, texts = ("hình vẽ", "") if content is None else self._told(content)
        said = f" Chữ trong đó: “{texts[:_QUOTED]}”." if texts else ""
        self.shapes.source.remarks.add(
            frame, f"{kind} chưa hiện được trong PDF; chỗ của nó là một khung trống.{said}"
        )
        return Shape("rect", box.left, box.top, box.width, box.height, stroke=EMPTY_BOX)

    def _told(self, content: Element) -> tuple[str, str]:
        """Return what a drawing is, and the words in the part that it points to."""
        uri = content.get("uri", "")
        kind = "biểu đồ" if "chart" in uri else "sơ đồ" if "diagram" in uri else "hình vẽ"
        names = (
            text
            for node in content.iter("{*}*")
            for key, text in node.attrib.items()
            if str(key).startswith(R)
        )
        pictures = self.shapes.pictures
        arrows = (pictures.source.target(pictures.part, str(name)) for name in names)
        parts = [arrow.target for arrow in arrows if arrow is not None and not arrow.external]
        texts = [text for part in parts for text in _texts(pictures.source.package.xml(part))]
        return kind, " ".join(texts)


def _texts(root: Element) -> Iterator[str]:
    yield from (text for node in root.iter(f"{A}t", "{*}v") if (text := (node.text or "").strip()))


def _alt(properties: Element | None) -> str:
    if properties is None:
        return ""
    return properties.get("descr") or properties.get("title") or ""


def _floating(frame: Element, drawing: Drawing) -> Floating:
    if frame.get("simplePos") in _TRUE:
        simple = frame.find(f"{WP}simplePos")
        left, top = (0.0 if simple is None else emu(simple.get(side)) for side in ("x", "y"))
        return Floating(drawing, Axis("page", left), Axis("page", top), _wrap(frame))
    across, down = _axis(frame, "positionH", "column"), _axis(frame, "positionV", "paragraph")
    return Floating(drawing, across, down, _wrap(frame))


def _axis(frame: Element, name: str, default: str) -> Axis:
    position = frame.find(WP + name)
    if position is None:
        return Axis(default)
    align = next((node.text or "" for node in position.iter(f"{WP}align")), "")
    offset = next((emu(node.text) for node in position.iter(f"{WP}posOffset")), 0.0)
    return Axis(position.get("relativeFrom", default), offset, align.strip())


def _wrap(frame: Element) -> Wrap:
    node = next((node for node in frame if node.tag in _WRAPS), None)
    behind = frame.get("behindDoc") in _TRUE
    if node is None:
        return Wrap(behind=behind)
    distances = (emu(node.get(side) or frame.get(side)) for side in _DISTANCES)
    return Wrap(_WRAPS[str(node.tag)], node.get("wrapText", "bothSides"), Sides(*distances), behind)
