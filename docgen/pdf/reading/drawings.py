"""DrawingML to lines (ECMA-376, Part 1, 20.4 and 20.1.9)."""

from docgen.pdf.description import Line
from docgen.pdf.reading.remarks import Remarks
from docgen.word.formatting import Border
from docgen.word.ooxml import WP, WPS, A, emu
from docgen.word.package import Element

DEFAULT_STROKE = 0.75
HAIR = 0.1
"""Points; LibreOffice saves a level line as 635 EMU, a twentieth of a point, high."""

_LINES = frozenset({"line", "straightConnector1"})
_TEXT_EDGES = frozenset({"column", "margin", "character", "leftMargin"})
_TEXT_TOPS = frozenset({"paragraph", "line"})


def read_drawing(drawing: Element, notes: Remarks) -> Line | None:
    """Return the line that a `w:drawing` draws; warn and return None when it draws something else."""
    for frame in drawing.iterchildren(f"{WP}anchor", f"{WP}inline"):
        if _is_line(frame):
            return _line(frame, notes)
    notes.add(drawing, f"{_kind(drawing)} chưa hiện được trong PDF.")
    return None


def _kind(drawing: Element) -> str:
    if drawing.find(f".//{WPS}txbx") is not None:
        return "hộp chữ"
    return "hình vẽ" if drawing.find(f".//{WPS}wsp") is not None else "hình ảnh"


def _is_line(frame: Element) -> bool:
    shapes = list(frame.iter(f"{A}prstGeom"))
    straight = len(shapes) == 1 and shapes[0].get("prst") in _LINES
    return straight and 0 in _extent(frame)


def _extent(frame: Element) -> tuple[float, float]:
    """Return width and height in points; what is thinner than a hair is nothing."""
    extent = frame.find(f"{WP}extent")
    sides = (0.0, 0.0) if extent is None else (emu(extent.get("cx")), emu(extent.get("cy")))
    width, height = (side if side > HAIR else 0.0 for side in sides)
    return width, height


def _line(frame: Element, notes: Remarks) -> Line:
    width, height = _extent(frame)
    if frame.tag == f"{WP}inline":
        return Line(width, height, _stroke(frame), inline=True)
    left, align = _horizontal(frame, notes)
    return Line(width, height, _stroke(frame), left, _vertical(frame, notes), align)


def _stroke(frame: Element) -> Border:
    pen = frame.find(f".//{A}ln")
    if pen is None:
        return Border(DEFAULT_STROKE, "single")
    color = pen.find(f"{A}solidFill/{A}srgbClr")
    weight = emu(pen.get("w")) or DEFAULT_STROKE
    return Border(weight, "single", "000000" if color is None else color.get("val", "000000"))


def _horizontal(frame: Element, notes: Remarks) -> tuple[float, str]:
    """Return the distance from the left edge of the column, or how the line is aligned in it."""
    position = frame.find(f"{WP}positionH")
    if position is None:
        return 0.0, ""
    if position.get("relativeFrom") not in _TEXT_EDGES:
        notes.add(frame, "đường kẻ đặt theo trang được đặt theo cột chữ.")
    align = position.findtext(f"{WP}align", "").strip()
    return emu(position.findtext(f"{WP}posOffset")), align


def _vertical(frame: Element, notes: Remarks) -> float:
    position = frame.find(f"{WP}positionV")
    if position is None:
        return 0.0
    if position.get("relativeFrom") not in _TEXT_TOPS:
        notes.add(frame, "đường kẻ đặt theo trang được đặt theo đoạn chữ.")
    return emu(position.findtext(f"{WP}posOffset"))
