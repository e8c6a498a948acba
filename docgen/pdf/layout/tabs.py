"""How far a tab jumps (ECMA-376, Part 1, 17.3.1.37)."""

from dataclasses import dataclass

from docgen.pdf.description import Tab
from docgen.word.formatting import ParagraphFormat, TabStop

SLACK = 0.8
"""Points left free beside a stop at the right edge, so that rounding does not push the text to the next
line."""

_EPSILON = 0.01
_RIGHTS = frozenset({"right", "end", "decimal", "num"})
_CENTER = "center"


@dataclass(frozen=True, slots=True)
class Jump:
    """Where the text after a tab goes on; `breaks` when that is a new line."""

    to: float
    leader: str = "none"
    breaks: bool = False


@dataclass(frozen=True, slots=True)
class Ruler:
    """The tab stops of a paragraph in a column `width` points wide, `distance` between the regular ones."""

    setting: ParagraphFormat
    width: float
    distance: float

    @property
    def edge(self) -> float:
        """Where lines end."""
        return self.width - self.setting.right

    def jump(self, tab: Tab, at: float, following: float, decimal: float) -> Jump:
        """Return where a tab at `at` leads, before text that is `following` points wide.

        `decimal` is the width of what of it stands before its decimal separator.
        """
        if tab.align:
            return Jump(max(at, self._aligned(tab.align, following)), tab.leader)
        if not following and at >= self.edge - SLACK:
            return Jump(at)
        stop = self._next_stop(at)
        if stop.kind in {"left", "start", "num"}:
            return Jump(stop.position, stop.leader, breaks=stop.position > self.edge + _EPSILON)
        before = decimal if stop.kind == "decimal" else following / 2 if stop.kind == _CENTER else following
        target = stop.position - before
        if stop.kind in _RIGHTS:
            target = min(target, self.edge - following)
        return Jump(max(at, target), stop.leader)

    def _aligned(self, align: str, following: float) -> float:
        if align == "left":
            return self.setting.left
        if align == _CENTER:
            return (self.setting.left + self.edge - following) / 2
        return self.edge - following

    def _next_stop(self, at: float) -> TabStop:
        """Return the first stop to the right: set ones, a hanging indent, then the regular ones."""
        stops = list(self.setting.tabs)
        if self.setting.first_line < 0:
            stops.append(TabStop(self.setting.left))
        ahead = [stop for stop in stops if stop.position > at + _EPSILON and stop.kind != "bar"]
        regular = (at // self.distance + 1) * self.distance if self.distance > 0 else self.edge
        return min(ahead, key=lambda stop: stop.position, default=TabStop(regular))
