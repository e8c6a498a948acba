"""A column on a page that is being filled: where it lies, what floats in it, the notes at its foot."""

from collections.abc import Callable
from dataclasses import dataclass, field
from math import inf

from docgen.pdf.description import NoteMark
from docgen.pdf.layout.contract import Stack
from docgen.pdf.layout.tables import cut_stack

SEPARATOR = 6.2
"""Points that LibreOffice leaves for the rule above footnotes, with the gaps around it."""

MOST_NOTES = 0.8
"""The share of a page's height that notes and the rule above them may take."""

_EPSILON = 0.02


@dataclass(eq=False, slots=True)
class Exclusion:
    """A part of the page that text goes around; `owner` is what it was anchored in."""

    left: float
    top: float
    right: float
    bottom: float
    owner: object
    side: str = "bothSides"
    whole: bool = False
    """Whether no text stands beside it."""


@dataclass(eq=False, slots=True)
class Notes:
    """The footnotes of one column; `begun` goes on from those that did not fit on the page before."""

    set_notes: Callable[[list[NoteMark]], Stack]
    most: float
    """The height that the notes of a page may take; the rest goes on on the next page."""
    begun: Stack | None = None
    marks: list[NoteMark] = field(default_factory=list)
    stack: Stack | None = None

    @property
    def height(self) -> float:
        """What the notes and the rule above them take."""
        inside = sum(stack.height for stack in self.stacks)
        return min(inside + SEPARATOR, self.most) if inside else 0.0

    @property
    def stacks(self) -> list[Stack]:
        """What is begun, then the notes of this column."""
        return [stack for stack in (self.begun, self.stack) if stack is not None]

    def least(self, marks: list[NoteMark]) -> float:
        """Return the height needed with `marks` more: their first lines at least must stand here.

        Infinitely much, where there is none left for them.
        """
        if not marks:
            return self.height
        *wholes, last = (self.set_notes([mark]) for mark in marks)
        needed = (self.height or SEPARATOR) + sum(whole.height for whole in wholes) + _beginning(last)
        return needed if needed <= self.most + _EPSILON else inf

    def add(self, marks: list[NoteMark]) -> None:
        """Take notes more."""
        self.take([*self.marks, *marks])

    def take(self, marks: list[NoteMark]) -> None:
        """Hold just these notes."""
        if marks != self.marks:
            self.marks = marks
            self.stack = self.set_notes(marks) if marks else None

    def cut(self, room: float) -> Stack | None:
        """Let what does not fit `room` go, and return it; of what goes on from another page a line stays."""
        whole, room = joined(self.stacks), min(room, self.most)
        if whole is None or whole.height + SEPARATOR <= room + _EPSILON:
            return None
        upper, lower = cut_stack(whole, room - SEPARATOR, least=0 if self.begun is None else 1)
        self.stack = None
        self.begun = upper if upper.strips else None
        return lower if lower.strips else None


@dataclass(eq=False, slots=True)
class Region:
    """A column `width` points wide from `top` to `bottom`, measured on its page.

    `is_fresh` where nothing stands above it on the page, `page_is_empty` where nothing stands on it at all;
    there the space above the first block is kept when `keeps_space`.
    """

    x: float
    width: float
    top: float
    bottom: float
    notes: Notes
    exclusions: list[Exclusion]
    is_fresh: bool = True
    page_is_empty: bool = True
    keeps_space: bool = False
    foot: float = 0.0
    """Where its notes end."""

    @property
    def is_endless(self) -> bool:
        """Whether it is no column of a page but a cell, a text box or a note."""
        return self.bottom == inf

    def is_free(self, y: float) -> bool:
        """Whether nothing floats in the column below `y`."""
        return not any(
            one.bottom > y and one.right > self.x and one.left < self.x + self.width
            for one in self.exclusions
        )

    def room(self, y: float, height: float) -> tuple[list[tuple[float, float]], float | None]:
        """Return where a line may stand: see `lines.Room`; lengths from the left of the column."""
        near = [
            one for one in self.exclusions if one.top < y + height - _EPSILON and one.bottom > y + _EPSILON
        ]
        near = [one for one in near if one.right > self.x and one.left < self.x + self.width]
        free = [] if any(one.whole for one in near) else self._stretches(near)
        return free, min((one.bottom for one in near), default=None)

    def _stretches(self, near: list[Exclusion]) -> list[tuple[float, float]]:
        free = [(0.0, self.width)]
        for one in near:
            left, right = one.left - self.x, one.right - self.x
            parts = []
            for low, high in free:
                before, after = (low, min(high, left)), (max(low, right), high)
                parts += [before] if one.side != "right" else []
                parts += [after] if one.side != "left" else []
            if one.side == "largest":
                parts = sorted(parts, key=lambda part: part[0] - part[1])[:1]
            free = [part for part in parts if part[1] > part[0]]
        return free


def _beginning(note: Stack) -> float:
    """Return the height of the lines of a note that must stand on the page of its mark."""
    last = next((at for at, strip in enumerate(note.strips) if not strip.kept or strip.ends), None)
    return 0.0 if last is None else note.tops[last] + note.strips[last].fits


def joined(stacks: list[Stack]) -> Stack | None:
    """Return stacks below each other as one."""
    if not stacks:
        return None
    strips, tops, y = [], [], 0.0
    for stack in stacks:
        strips += stack.strips
        tops += [y + top for top in stack.tops]
        y += stack.height
    return Stack(strips, tops, y)
