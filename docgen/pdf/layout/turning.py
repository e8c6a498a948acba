"""Text that is turned: cells and boxes whose lines run upwards or downwards (ECMA-376, Part 1, 17.4.71)."""

from dataclasses import dataclass, replace
from typing import TypeVar

from docgen.pdf.description import NoteMark
from docgen.pdf.layout.contract import Stack
from docgen.pdf.pages import Box, Glyphs, Item, Noted, Picture, Stroke

UPWARDS = "btLr"
_QUARTER = 90.0

_Boxed = TypeVar("_Boxed", bound=Box | Picture | Noted)


@dataclass(eq=False, slots=True)
class TurnedStrip:
    """A stack set for lines `height` points long, turned into a column `across` points wide.

    Its lines run upwards from left to right, or downwards from right to left; `spare` is left free beside
    the first of them.
    """

    stack: Stack
    direction: str
    across: float
    height: float
    spare: float = 0.0
    fits: float = 0.0
    space: float = 0.0
    above: float = 0.0
    before: float = 0.0
    kept: bool = False
    ends: bool = True
    break_before: str = ""
    text_width: float = 0.0

    @property
    def notes(self) -> list[NoteMark]:
        """The notes whose marks stand in it."""
        return self.stack.notes()

    def split(self, room: float) -> None:  # noqa: ARG002 - turned text is not cut, whatever the room
        """Return None: turned text is not cut."""
        return

    def turned(self, item: Item, x: float, y: float) -> Item:
        """Return an item that was painted level as it stands when the strip is at (x, y)."""
        if isinstance(item, Glyphs):
            turned = self._point(item.x, item.y, x, y)
            angle = _QUARTER if self.direction == UPWARDS else -_QUARTER
            return replace(item, x=turned[0], y=turned[1], angle=item.angle + angle)
        if isinstance(item, Stroke):
            start, end = self._point(item.x1, item.y1, x, y), self._point(item.x2, item.y2, x, y)
            return replace(item, x1=start[0], y1=start[1], x2=end[0], y2=end[1])
        return self.turned_box(item, x, y)

    def turned_box(self, item: _Boxed, x: float, y: float) -> _Boxed:
        """Return something with four sides as it stands when the strip is at (x, y)."""
        one = self._point(item.x, item.y, x, y)
        other = self._point(item.x + item.width, item.y + item.height, x, y)
        left, top = min(one[0], other[0]), min(one[1], other[1])
        return replace(item, x=left, y=top, width=item.height, height=item.width)

    def _point(self, along: float, down: float, x: float, y: float) -> tuple[float, float]:
        """Return where a point of the level stack lies when the strip stands at (x, y)."""
        if self.direction == UPWARDS:
            return x + down, y + self.height - along
        return x + self.across - down, y + along


def turned(stack: Stack, direction: str, across: float, length: float, align: str = "top") -> Stack:
    """Return a stack whose lines, `length` points long, are turned into a column `across` points wide.

    The lines stand at the beginning, in the "center" or at the end ("bottom") of the width.
    """
    spare = max(across - stack.height, 0.0) * {"center": 0.5, "bottom": 1.0}.get(align, 0.0)
    return Stack([TurnedStrip(stack, direction, across, length, spare, fits=length)], [0.0], length)
