"""Rectangles and round shapes, filled and drawn with paths (ISO 32000-1, 8.5)."""

from docgen.pdf.pages import Box
from docgen.pdf.writing.canvas import Canvas, rgb
from docgen.pdf.writing.objects import point
from docgen.pdf.writing.strokes import set_pen

_ARC = 0.5523
"""How far the control points of a quarter of a circle lie from its ends, as a share of the radius."""
_CORNER = 1 / 6
"""The radius of a "roundRect" as a share of its shorter side (the shape's own default in DrawingML)."""


def paint_box(box: Box, canvas: Canvas) -> None:
    """Fill and draw a shape on a page."""
    if not (box.fill or box.stroke):
        return
    canvas.end_text()
    if box.fill:
        canvas.set("rg", rgb(box.fill))
    if box.stroke:
        set_pen(canvas, box.stroke, box.color, box.dash)
    paint = "B" if box.fill and box.stroke else "f" if box.fill else "S"
    canvas.write(f"{_path(box, canvas.height - box.y - box.height)} {paint}")


def _path(box: Box, bottom: float) -> str:
    if box.kind == "ellipse":
        return _rounded(box, bottom, box.width / 2, box.height / 2)
    if box.kind == "roundRect":
        radius = min(box.width, box.height) * _CORNER
        return _rounded(box, bottom, radius, radius)
    return f"{box.x:.2f} {bottom:.2f} {box.width:.2f} {box.height:.2f} re"


def _rounded(box: Box, bottom: float, across: float, up: float) -> str:
    """Return the path of a box whose corners are quarters of ellipses with the radii `across` and `up`."""
    left, right, top = box.x, box.x + box.width, bottom + box.height
    corners = (complex(right, bottom), complex(right, top), complex(left, top), complex(left, bottom))
    ways = (complex(across), complex(0, up), complex(-across), complex(0, -up))
    path = f"{point(corners[3] + ways[0])} m"
    for corner, way, onward in zip(corners, ways, (*ways[1:], ways[0]), strict=True):
        begin, end = corner - way, corner + onward
        path += f" {point(begin)} l {point(begin + _ARC * way)} {point(end - _ARC * onward)} {point(end)} c"
    return f"{path} h"
