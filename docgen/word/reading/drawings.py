"""Lines, pictures and boxes of a paragraph, and the words in them (DrawingML 20.4; VML, Part 4, 14.1)."""

from collections.abc import Iterator

from docgen.package import Element, Package
from docgen.word.ooxml import PIC, WP, WPS, A, R, V, W, child, emu
from docgen.word.reading.document import Drawing
from docgen.word.reading.vml import length_of, pair_of, style_of

_LINES = frozenset({"line", "straightConnector1"})
_LINE_TYPES = ("_t20", "_t32")
_THIN = 2.0
"""Points; a shape that is no higher is a line."""
_BOX = f"{W}txbxContent"
_SHAPES = tuple(V + name for name in ("line", "rect", "shape", "roundrect", "oval"))


def drawings(node: Element, package: Package, part: str) -> tuple[Drawing, ...]:
    """Return what a `w:drawing`, `w:pict` or `w:object` of a part draws."""
    if node.tag == f"{W}drawing":
        return tuple(_modern(node, package, part))
    return tuple(_old(node, package, part))


def text_boxes(node: Element) -> Iterator[Element]:
    """Yield the `w:txbxContent` of a drawing; those inside another are read with it."""
    for content in node.iter(_BOX):
        around = next(content.iterancestors(_BOX, str(node.tag)), None)
        if around is None or around.tag != _BOX:
            yield content


def _modern(node: Element, package: Package, part: str) -> Iterator[Drawing]:
    for holder in node.iterchildren(f"{WP}anchor", f"{WP}inline"):
        extent = holder.find(f"{WP}extent")
        width, height = (emu(None if extent is None else extent.get(side)) for side in ("cx", "cy"))
        left, across, align = _place(holder.find(f"{WP}positionH"))
        top, down, _ = _place(holder.find(f"{WP}positionV"))
        yield Drawing(
            node,
            _kind(holder, height),
            width,
            height,
            floating=holder.tag == f"{WP}anchor",
            left=left,
            top=top,
            relative=(across, down),
            align=align,
            image=_image(holder.iter(f"{A}blip"), f"{R}embed", package, part),
        )


def _kind(holder: Element, height: float) -> str:
    if next(holder.iter(f"{PIC}pic"), None) is not None:
        return "picture"
    preset = next(holder.iter(f"{A}prstGeom"), None)
    is_line = preset is not None and preset.get("prst") in _LINES
    thin = height <= _THIN and next(holder.iter(f"{WPS}txbx"), None) is None
    return "line" if is_line or thin else "shape"


def _place(axis: Element | None) -> tuple[float, str, str]:
    """Return offset, what it is relative to, and how it is aligned in that."""
    if axis is None:
        return 0.0, "", ""
    offset, align = axis.find(f"{WP}posOffset"), axis.find(f"{WP}align")
    found = emu(None if offset is None else offset.text)
    return found, axis.get("relativeFrom", ""), "" if align is None else (align.text or "").strip()


def _old(node: Element, package: Package, part: str) -> Iterator[Drawing]:
    for shape in node.iter(*_SHAPES):
        style = style_of(shape)
        width, height = (length_of(style.get(side)) for side in ("width", "height"))
        left, top = (length_of(style.get(f"margin-{side}", style.get(side))) for side in ("left", "top"))
        if shape.tag == f"{V}line":
            (x1, y1), (x2, y2) = pair_of(shape.get("from"), "0,0"), pair_of(shape.get("to"), "0,0")
            width, height, left, top = abs(x2 - x1), abs(y2 - y1), min(x1, x2), min(y1, y2)
        image = _image(shape.iter(f"{V}imagedata"), f"{R}id", package, part)
        yield Drawing(
            node,
            "picture" if image else _old_kind(shape, height),
            width,
            height,
            floating=style.get("position") == "absolute",
            left=left,
            top=top,
            relative=(
                style.get("mso-position-horizontal-relative", "text"),
                style.get("mso-position-vertical-relative", "text"),
            ),
            align=style.get("mso-position-horizontal", "").replace("absolute", ""),
            image=image,
        )


def _old_kind(shape: Element, height: float) -> str:
    is_line = shape.tag == f"{V}line" or shape.get("type", "").endswith(_LINE_TYPES)
    thin = height <= _THIN and child(shape, "txbxContent") is None
    return "line" if is_line or thin else "shape"


def _image(nodes: Iterator[Element], name: str, package: Package, part: str) -> str:
    """Return the part that holds the picture, empty for none in the file."""
    node = next(nodes, None)
    arrow = None if node is None else package.relationships(part).get(node.get(name, ""))
    alive = arrow is not None and not arrow.external and arrow.target in package.parts
    return arrow.target if arrow is not None and alive else ""
