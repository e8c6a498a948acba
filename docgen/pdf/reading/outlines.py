"""Shapes of straight lines: presets, and what was drawn by hand (ECMA-376, Part 1, 20.1.9 and 20.1.10.56)."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from typing import TypeAlias

from docgen.package import Element
from docgen.pdf.description import Shape
from docgen.pdf.reading.turning import Turn
from docgen.word.ooxml import A, figure

Point: TypeAlias = tuple[float, float]
Path: TypeAlias = tuple[Point, ...]
"""Points joined by lines, as shares of the width and height of their shape."""

HAIR = 0.1
"""Points; LibreOffice saves a level line as 635 EMU, a twentieth of a point, high."""

BOXES = {
    "rect": "rect",
    "roundRect": "roundRect",
    "ellipse": "ellipse",
    "flowChartProcess": "rect",
    "flowChartAlternateProcess": "roundRect",
    "flowChartTerminator": "roundRect",
    "flowChartConnector": "ellipse",
}
"""Presets that are boxes → the box that they are."""

_DIAGONAL: Path = ((0, 0), (1, 1))
_OPEN: dict[str, Path] = {
    "line": _DIAGONAL,
    "straightConnector1": _DIAGONAL,
    "bentConnector2": ((0, 0), (1, 0), (1, 1)),
    "bentConnector3": ((0, 0), (0.5, 0), (0.5, 1), (1, 1)),
}
_CLOSED: dict[str, Path] = {
    "triangle": ((0.5, 0), (1, 1), (0, 1), (0.5, 0)),
    "rtTriangle": ((0, 0), (1, 1), (0, 1), (0, 0)),
    "diamond": ((0.5, 0), (1, 0.5), (0.5, 1), (0, 0.5), (0.5, 0)),
    "flowChartDecision": ((0.5, 0), (1, 0.5), (0.5, 1), (0, 0.5), (0.5, 0)),
}
_STRAIGHT = frozenset({f"{A}moveTo", f"{A}lnTo", f"{A}close"})
_ALL = 100_000


def preset_path(shape: Shape, bend: float = 0.5) -> Path | None:
    """Return the lines of a preset, None for one not of lines alone; `bend` is where a connector turns."""
    if shape.kind == "bentConnector3":
        return ((0, 0), (bend, 0), (bend, 1), (1, 1))
    if shape.kind in _OPEN:
        return _OPEN[shape.kind]
    return None if shape.fill or shape.blocks else _CLOSED.get(shape.kind)


def bend_of(geometry: Element | None) -> float:
    """Return where the connector of an `a:prstGeom` turns, as a share of its width."""
    guide = None if geometry is None else geometry.find(f"{A}avLst/{A}gd")
    told = "" if guide is None else guide.get("fmla", "").removeprefix("val ")
    return figure(told, _ALL / 2) / _ALL


def custom_paths(custom: Element) -> list[Path] | None:
    """Return the lines that an `a:custGeom` draws; None where some are not straight."""
    paths = list(custom.iter(f"{A}path"))
    if not paths or any(step.tag not in _STRAIGHT for path in paths for step in path):
        return None
    return [part for path in paths for part in _parts(path)]


def lines(path: Path, shape: Shape, turn: Turn) -> Iterator[Shape]:
    """Yield the lines of a path where a shape stands; its arrows are at both ends of the path."""
    points = [turn.point(shape, x, y) for x, y in path]
    last = len(points) - 2
    start, end = shape.arrows
    for at, ends in enumerate(pairwise(points)):
        yield _line(shape, *ends, (start if at == 0 else "none", end if at == last else "none"))


def _line(shape: Shape, start: Point, end: Point, arrows: tuple[str, str]) -> Shape:
    """Return a line from one point of a drawing to another; one thinner than a hair is level."""
    (x1, y1), (x2, y2) = start, end
    if x2 < x1:
        (x1, y1), (x2, y2), arrows = (x2, y2), (x1, y1), (arrows[1], arrows[0])
    width, height = (side if side > HAIR else 0.0 for side in (x2 - x1, abs(y2 - y1)))
    flipped = height > 0 and y2 < y1
    bare = replace(shape, kind="line", fill="", blocks=(), rotation=0.0, arrows=arrows)
    return replace(bare, left=x1, top=min(y1, y2), width=width, height=height, flipped=flipped)


def _parts(path: Element) -> Iterator[Path]:
    """Yield the connected lines of an `a:path`."""
    width, height = (figure(path.get(side)) or 1.0 for side in ("w", "h"))
    points: list[Point] = []
    for step in path:
        if step.tag == f"{A}moveTo" and points:
            yield tuple(points)
            points = []
        points += [points[0]] if step.tag == f"{A}close" and points else []
        points += [
            (figure(one.get("x")) / width, figure(one.get("y")) / height)
            for one in step.iterchildren(f"{A}pt")
        ]
    yield tuple(points)
