"""Where a line stands at a tab, and how far the tab jumps (ECMA-376, Part 1, 17.3.1.37).

CSS has no tab stops. With kerning off the width of a text is the sum of its advance widths, so the place of
each tab is measured and the jump set as an empty box.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from docgen.pdf.description import Inline, LineBreak, PageBreak, Tab, Text
from docgen.pdf.setting.faces import Faces
from docgen.word.formatting import ParagraphFormat, RunFormat, TabStop

SLACK = 0.8
"""Points left free beside a stop at the right edge, so that rounding does not push the text to the next
line."""

_LEADERS = {"dot": ".", "middleDot": "·", "hyphen": "-", "underscore": "_", "heavy": "_"}
_RIGHTS = frozenset({"right", "end", "decimal"})


@dataclass(frozen=True)
class Jump:
    """A tab as it is set: `width` points, filled with `leader`; `breaks` when it goes on a new line."""

    width: float = 0.0
    leader: str = ""
    breaks: bool = False


class Pen:
    """Follows the text of one paragraph across a column `width` points wide."""

    def __init__(self, faces: Faces, setting: ParagraphFormat, width: float, distance: float) -> None:
        self._faces = faces
        self._setting = setting
        self._edge = width - setting.right
        self._distance = distance
        self._at = setting.left + setting.first_line

    def write(self, text: Text) -> None:
        """Go past a text, on to new lines where it has to wrap.

        Spaces at the end of a line hang over the edge.
        """
        space = self._faces.width(" ", text.face)
        for index, word in enumerate(text.text.split(" ")):
            self._at += space if index else 0.0
            width = self._faces.width(word, text.face)
            if self._at + width > self._edge and 0 < width <= self._edge - self._setting.left:
                self.new_line()
            self._at += width

    def ends_line(self, spaces: Text, word: str) -> bool:
        """Whether `word`, which comes after `spaces`, goes on to the next line."""
        return self._at + self._faces.width(spaces.text + word, spaces.face) > self._edge

    def new_line(self) -> None:
        """Go to the left edge of the next line."""
        self._at = self._setting.left

    def jump(self, tab: Tab, rest: Iterable[Inline]) -> Jump:
        """Go to the next stop; `rest` is what follows the tab in the paragraph."""
        following = sum(self._faces.width(text.text, text.face) for text in _until_tab(rest))
        if not following and self._at >= self._edge - SLACK:
            return Jump()
        stop = self._next_stop()
        target = stop.position - following * _share_before(stop)
        target = min(target, self._edge - following - SLACK) if stop.kind in _RIGHTS else target
        if stop.position > self._edge and stop.kind == "left":
            self.new_line()
            return Jump(breaks=True)
        width = max(0.0, target - self._at)
        self._at += width
        return Jump(width, self._leader(stop, width, tab.face))

    def _next_stop(self) -> TabStop:
        """Return the first stop to the right: set ones, a hanging indent, then the regular ones."""
        stops = list(self._setting.tabs)
        if self._setting.first_line < 0:
            stops.append(TabStop(self._setting.left))
        ahead = [stop for stop in stops if stop.position > self._at + 0.01 and stop.kind != "bar"]
        regular = (self._at // self._distance + 1) * self._distance
        return min(ahead, key=lambda stop: stop.position, default=TabStop(regular))

    def _leader(self, stop: TabStop, width: float, face: RunFormat) -> str:
        char = _LEADERS.get(stop.leader, "")
        return char * int(width / self._faces.width(char, face)) if char else ""


def _until_tab(rest: Iterable[Inline]) -> Iterable[Text]:
    for inline in rest:
        if isinstance(inline, Tab | LineBreak | PageBreak):
            return
        if isinstance(inline, Text):
            yield inline


def _share_before(stop: TabStop) -> float:
    """Return how much of the text after the tab stands before the stop."""
    return 1.0 if stop.kind in _RIGHTS else 0.5 if stop.kind == "center" else 0.0
