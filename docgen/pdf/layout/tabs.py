"""How far a tab jumps (ECMA-376, Part 1, 17.3.1.37)."""

from dataclasses import dataclass

from docgen.pdf.description import Tab
from docgen.word.formatting import ParagraphFormat, TabStop

_EPSILON = 0.01
_LEFTS = frozenset({"left", "start", "num", "bar"})
_CENTER = "center"


@dataclass(frozen=True, slots=True)
class Jump:
    """Where the text after a tab goes on; `breaks` when that is a new line."""

    to: float
    leader: str = "none"
    breaks: bool = False
    edge: float = 0.0
    """Where the line ends after it, if that is further right than others end."""


@dataclass(frozen=True, slots=True)
class Ruler:
    """The tab stops of a paragraph in a column `width` points wide, `distance` between the regular ones.

    Stops that text ends at or is centred on may lie beyond the right edge; in files of Word 2010 and before
    (`overruns`) the others may, too.
    """

    setting: ParagraphFormat
    width: float
    distance: float
    overruns: bool = False

    @property
    def edge(self) -> float:
        """Where lines end."""
        return self.width - self.setting.right

    def jump(self, tab: Tab, at: float, start: float, widths: tuple[float, float]) -> Jump:
        """Return where a tab at `at` leads, on a line that begins at `start`.

        The `widths` are those of the text after it, and of what of that stands before its decimal separator.
        """
        following, decimal = widths
        if tab.align:
            return Jump(max(at, self._aligned(tab.align, following)), tab.leader)
        stop = self._next_stop(at)
        beyond = stop.position - self.edge
        if not self.overruns and stop.kind in _LEFTS and beyond > max(start, 0.0) + _EPSILON:
            return Jump(self.edge if following else at, stop.leader, breaks=bool(following))
        if stop.kind in _LEFTS:
            return Jump(stop.position, stop.leader, edge=stop.position + following if beyond > 0 else 0.0)
        before = decimal if stop.kind == "decimal" else following / 2 if stop.kind == _CENTER else following
        return Jump(max(at, stop.position - before), stop.leader, edge=stop.position)

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
        ahead = [stop for stop in stops if stop.position > at + _EPSILON]
        regular = (at // self.distance + 1) * self.distance if self.distance > 0 else self.edge
        return min(ahead, key=lambda stop: stop.position, default=TabStop(regular))
