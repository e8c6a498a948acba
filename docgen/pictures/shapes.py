"""What a picture is made of: words, boxes and lines at their places, in points from the left top corner."""

from dataclasses import dataclass
from enum import StrEnum

from docgen.pictures.letters import Face


class Anchor(StrEnum):
    """Which part of a text stands at its place, by the name of SVG (text-anchor)."""

    START = "start"
    MIDDLE = "middle"


class Fill(StrEnum):
    """What a box is filled with: told apart on paper that was printed in black alone."""

    NOTHING = "nothing"
    DARK = "dark"
    HATCHED = "hatched"


@dataclass(frozen=True)
class Words:
    """Words on one line: `x` is where their anchor is, `y` their base line."""

    x: float
    y: float
    text: str
    face: Face
    anchor: Anchor = Anchor.START


@dataclass(frozen=True)
class Box:
    """A box with a thin edge."""

    x: float
    y: float
    width: float
    height: float
    fill: Fill = Fill.NOTHING


@dataclass(frozen=True)
class Line:
    """An upright line; one that is `marked` is seen across what lies behind it."""

    x: float
    top: float
    bottom: float
    marked: bool = False


Shape = Words | Box | Line


@dataclass(frozen=True)
class Sheet:
    """A picture laid out; `shapes` in the order they are painted."""

    width: float
    height: float
    shapes: tuple[Shape, ...]
