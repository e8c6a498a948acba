"""Shapes that are flipped and turned (ECMA-376, Part 1, 20.1.7.6)."""

import math
from dataclasses import dataclass, replace

from docgen.pdf.description import Image, Shape
from docgen.pdf.reading.pictures import turned_image
from docgen.word.formatting import Sides

_QUARTER = 90
_NEAR = 1.0
"""Degrees within which a turn is taken for a whole quarter."""

_RIGHT, _LEFT = 1, 3
"""Quarters of a turn, clockwise."""


@dataclass(frozen=True)
class Turn:
    """How a shape is flipped, sideways and upside down, and then turned clockwise by so many degrees."""

    sideways: bool = False
    over: bool = False
    degrees: float = 0.0

    def point(self, shape: Shape, x: float, y: float) -> tuple[float, float]:
        """Return where a point stands that is told as shares of the sides of a shape."""
        x, y = (1 - x if self.sideways else x), (1 - y if self.over else y)
        across, down = (x - 0.5) * shape.width, (y - 0.5) * shape.height
        sine, cosine = math.sin(math.radians(self.degrees)), math.cos(math.radians(self.degrees))
        middle = (shape.left + shape.width / 2, shape.top + shape.height / 2)
        return middle[0] + across * cosine - down * sine, middle[1] + across * sine + down * cosine


def turned(shape: Shape, degrees: float) -> Shape:
    """Return a box that is turned; by quarters its words and its picture are, other turns it only tells."""
    quarters = round(degrees / _QUARTER)
    if abs(degrees - quarters * _QUARTER) > _NEAR:
        return replace(shape, rotation=degrees % 360)
    quarter = quarters % 4
    image = None if shape.image is None else _image(shape.image, quarter)
    if quarter not in {_RIGHT, _LEFT}:
        return replace(shape, image=image)
    spare = (shape.width - shape.height) / 2
    return replace(
        shape,
        left=shape.left + spare,
        top=shape.top - spare,
        width=shape.height,
        height=shape.width,
        image=image,
        insets=_sides(shape.insets, quarter),
        direction="tbRl" if quarter == _RIGHT else "btLr",
    )


def _image(image: Image, quarter: int) -> Image:
    if not quarter:
        return image
    return Image(turned_image(image.data, quarter), "png", _sides(image.crop, quarter))


def _sides(sides: Sides, quarter: int) -> Sides:
    """Return what stands at the sides after a turn: by one quarter the left is at the top."""
    told = (sides.top, sides.right, sides.bottom, sides.left)
    return Sides(*(told[(at - quarter) % 4] for at in range(4)))
