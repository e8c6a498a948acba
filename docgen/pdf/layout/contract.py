"""Strips, what columns are filled with: the words that the modules here agree on."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from docgen.pdf.description import Blocks, NoteMark
from docgen.pdf.pages import Tag

ENDLESS = 10_000.0
"""Points; the column of text that is to be as wide as its words."""

_HAIR = 0.1


class Strip(Protocol):
    """What a column is filled with, all lengths in points.

    `space` is what lies above it, dropped at the top of a page; `above` what of that is there where it has
    been placed. `height` is what it takes, `fits` what of that must fit at the foot. A strip that is `kept`
    stays with the next, if need be at least where its block does not end with it (`ends`).
    """

    space: float
    above: float
    height: float
    fits: float
    kept: bool
    ends: bool
    break_before: str

    @property
    def text_width(self) -> float:
        """The width of the column that its words need; 0 for what is not a line."""

    @property
    def before(self) -> float:
        """The space that its block asks for above itself, where it goes on in a cell."""

    @property
    def notes(self) -> list[NoteMark]:
        """The notes whose marks stand in it."""

    def split(self, room: float) -> "tuple[Strip, Strip] | None":
        """Cut it so that the first part fits `room`; None where it cannot be."""


@dataclass(eq=False, slots=True)
class Stack:
    """Strips one below the other: `tops[i]` is where strip i begins; `height` includes the space below."""

    strips: list[Strip]
    tops: list[float]
    height: float

    def notes(self) -> list[NoteMark]:
        """Return the notes of all strips."""
        return [note for strip in self.strips for note in strip.notes]


SetBlocks = Callable[[Blocks, float, Tag | None], Stack]
"""Sets blocks in a column of a width, their tags below a tag."""


def stacked(strips: list[Strip], below: float) -> Stack:
    """Stack strips, each with its whole space above, and `below` under the last."""
    tops, y = [], 0.0
    for strip in strips:
        strip.above = strip.space
        y += strip.space
        tops.append(y)
        y += strip.height
    return Stack(strips, tops, y + below)


def widest_line(stack: Stack) -> float:
    """Return the width of the widest line of a stack of lines, in points."""
    widths = [strip.text_width for strip in stack.strips]
    return max(widths, default=0.0) + _HAIR
