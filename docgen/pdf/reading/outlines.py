"""Shapes drawn by hand: outlines of straight lines (ECMA-376, Part 1, 20.1.9.8)."""

from collections.abc import Iterator
from itertools import pairwise
from typing import TypeAlias

from docgen.pdf.description import Shape
from docgen.word.formatting import Border
from docgen.word.ooxml import A, figure
from docgen.word.package import Element

Point: TypeAlias = tuple[float, float]

_STRAIGHT = frozenset({f"{A}moveTo", f"{A}lnTo", f"{A}close"})


def straight_lines(custom: Element, shape: Shape) -> tuple[Shape, ...] | None:
    """Return the lines that an `a:custGeom` draws where `shape` stands; None when some are not straight."""
    paths = list(custom.iter(f"{A}path"))
    if not paths or any(step.tag not in _STRAIGHT for path in paths for step in path):
        return None
    return tuple(line for path in paths for line in _lines(path, shape))


def line(start: Point, end: Point, stroke: Border, arrows: tuple[str, str] = ("none", "none")) -> Shape:
    """Return a line from one point of a drawing to another."""
    (x1, y1), (x2, y2) = start, end
    if x2 < x1:
        (x1, y1), (x2, y2), arrows = (x2, y2), (x1, y1), arrows[::-1]
    width, height = x2 - x1, abs(y2 - y1)
    return Shape("line", x1, min(y1, y2), width, height, stroke, flipped=y2 < y1, arrows=arrows)


def _lines(path: Element, shape: Shape) -> Iterator[Shape]:
    across, down = (
        side / (figure(path.get(name)) or side or 1.0)
        for side, name in ((shape.width, "w"), (shape.height, "h"))
    )
    points: list[Point] = []
    for step in path:
        if step.tag == f"{A}moveTo":
            yield from (line(*ends, shape.stroke) for ends in pairwise(points))
            points = []
        points += [points[0]] if step.tag == f"{A}close" and points else []
        points += [
            (shape.left + figure(one.get("x")) * across, shape.top + figure(one.get("y")) * down)
            for one in step.iterchildren(f"{A}pt")
        ]
    yield from (line(*ends, shape.stroke) for ends in pairwise(points))
