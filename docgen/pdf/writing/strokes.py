"""Straight lines of every kind, drawn with paths (ISO 32000-1, 8.5)."""

from docgen.pdf.pages import Stroke
from docgen.pdf.writing.canvas import Canvas, rgb
from docgen.pdf.writing.objects import array, number, point

_DASHES: dict[str, tuple[int, ...]] = {
    "dotted": (1, 1),
    "dottedHeavy": (1, 1),
    "sysDot": (1, 1),
    "dot": (1, 3),
    "dashed": (4, 3),
    "dashedHeavy": (4, 3),
    "dash": (4, 3),
    "dashSmallGap": (3, 1),
    "sysDash": (3, 1),
    "dashLong": (8, 3),
    "dashLongHeavy": (8, 3),
    "lgDash": (8, 3),
    "dotDash": (4, 3, 1, 3),
    "dashDot": (4, 3, 1, 3),
    "dashDotHeavy": (4, 3, 1, 3),
    "dashDotStroked": (4, 3, 1, 3),
    "sysDashDot": (3, 1, 1, 1),
    "lgDashDot": (8, 3, 1, 3),
    "dotDotDash": (4, 3, 1, 3, 1, 3),
    "dashDotDotHeavy": (4, 3, 1, 3, 1, 3),
    "sysDashDotDot": (3, 1, 1, 1, 1, 1),
    "lgDashDotDot": (8, 3, 1, 3, 1, 3),
}
"""Lengths of dashes and gaps as shares of the width, by their names in ISO 29500-1, 17.18.2, 17.18.99 and
20.1.10.49 (which gives the lengths)."""

_LINES: dict[str, tuple[float, ...]] = {"double": (-1 / 3, 1 / 3), "triple": (-2 / 5, 0, 2 / 5)}
"""Where the middles of several lines lie across the width; lines and gaps are equally wide."""

_WAVES = frozenset({"wave", "wavyHeavy", "wavyDouble", "doubleWave"})
_HALF_WAVE, _WAVE_CONTROL = 3, 2
"""The length of half a wave, and how far the points lie that pull it aside, as multiples of its width."""


def paint_stroke(stroke: Stroke, canvas: Canvas) -> None:
    """Draw a line on a page."""
    shares = _LINES.get(stroke.kind, (0,))
    start = complex(stroke.x1, canvas.height - stroke.y1)
    way = complex(stroke.x2, canvas.height - stroke.y2) - start
    canvas.end_text()
    set_pen(canvas, stroke.width / (2 * len(shares) - 1), stroke.color, stroke.kind)
    if stroke.kind in _WAVES and way:
        canvas.write(_wave(start, way, stroke.width))
        return
    across = way / (abs(way) or 1) * 1j * stroke.width
    for share in shares:
        begin = start + share * across
        canvas.write(f"{point(begin)} m {point(begin + way)} l S")


def set_pen(canvas: Canvas, width: float, color: str, kind: str) -> None:
    """Set how the lines look that follow."""
    canvas.set("w", width)
    canvas.set("RG", rgb(color))
    canvas.set("d", array(number(part * width) for part in _DASHES.get(kind, ())), 0)


def _wave(start: complex, way: complex, width: float) -> str:
    """Return half waves from end to end of a line, up and down by turns."""
    count = max(1, round(abs(way) / (_HALF_WAVE * width)))
    step, aside = way / count, way / abs(way) * 1j * _WAVE_CONTROL * width
    path = f"{point(start)} m"
    for turn in range(count):
        pulled = start + step / 2 + aside * (-1) ** turn
        start += step
        path += f" {point(pulled)} {point(pulled)} {point(start)} c"
    return f"{path} S"
