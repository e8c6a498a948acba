"""Breaking a paragraph into lines.

A line takes as much as fits; it ends at an opportunity, or inside a word that is wider than the line.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import pairwise
from math import copysign

from docgen.pdf.description import Drawing, Tab
from docgen.pdf.layout.breaking import line_end, word_end
from docgen.pdf.layout.content import BREAK, OBJECT, TAB, Content, Span
from docgen.pdf.layout.styles import Style
from docgen.pdf.layout.tabs import Jump, Ruler
from docgen.word.formatting import ParagraphFormat

TWIP = 1 / 20
_EPSILON = 0.001
_SINGLE = 240
"""The w:line of single spacing (17.3.1.33)."""
_BLANKS = f" {TAB}{OBJECT}"
_JUSTIFIED = frozenset({"both", "distribute", "thaiDistribute", "lowKashida", "mediumKashida", "highKashida"})
_SPREAD_WHOLE = frozenset({"distribute", "thaiDistribute"})
SHARES = {"center": 0.5, "right": 1.0, "end": 1.0}
"""By alignment: the share of free room left of a line, and of a label left of where its line begins."""

EXACT_BASELINE = 0.8
"""LibreOffice sets the base line of a line of exact height at four fifths of it."""

Room = Callable[[float, float], tuple[list[tuple[float, float]], float | None]]
"""Where a line at (y, of height) may stand: its free stretches from left to right, and the y to try next.

The second is None where nothing floats beside the line.
"""

_WORD = re.compile(r"[^ \t\n]*")


@dataclass(slots=True)
class Piece:
    """Part of a line: characters of one style, one drawing, or the leader of a tab, `x` from the column."""

    x: float
    width: float
    span: Span
    text: str
    gap: float = 0.0
    """What justifying adds to each space, in points."""
    leader: str = ""


@dataclass(slots=True)
class Line:
    """Characters `start` to `end`, set; `height` is the distance to the next line.

    `fits` is what of it must fit at the foot of a page, `base` the base line from its top.
    """

    start: int
    end: int
    pieces: list[Piece] = field(default_factory=list)
    height: float = 0.0
    base: float = 0.0
    fits: float = 0.0
    more: float = 0.0
    """What proportional spacing adds to it; LibreOffice puts that above each line but the first."""
    top: float = 0.0
    """What lies free above it, beside something that floats."""
    beside: "list[Line]" = field(default_factory=list)
    """What goes on at the same height, right of something that floats."""


@dataclass(slots=True)
class _Stretch:
    """Characters `start` to `end` without tabs, from `x` on."""

    start: int
    end: int
    x: float


@dataclass(slots=True)
class _Draft:
    """A line being filled, from `x` on."""

    start: int
    x: float
    stretches: list[_Stretch] = field(default_factory=list)
    jumps: list[tuple[int, float, Jump]] = field(default_factory=list)


@dataclass(slots=True)
class Breaker:
    """Breaks one paragraph; `room` says where lines may stand, if not in the whole column."""

    content: Content
    setting: ParagraphFormat
    ruler: Ruler
    mark: Style
    room: Room | None = None
    above: float = 0.0
    """The space above the paragraph; below something that pushes it down it stands once more."""
    outdent: float = 0.0
    """How far a label reaches to the left of where the first line begins."""

    def lines(self, start: int = 0, y: float = 0.0) -> list[Line]:
        """Return the lines from the character `start` on; at least one."""
        text, lines, offset = self.content.text, [], start
        while True:
            line = self._line(offset) if self.room is None else self._line_beside(offset, y, self.room)
            lines.append(line)
            y += line.top + line.height
            offset = line.beside[-1].end if line.beside else line.end
            if offset >= len(text) and not (line.end > line.start and text[-1:] == BREAK):
                _space_out(lines)
                return lines

    def _line_beside(self, start: int, y: float, room: Room) -> Line:
        """Set a line, in parts where something floats in the middle of it."""
        height, top = self.mark.ascent + self.mark.descent, y
        # What "at least" adds stands above the words, and may stand beside something.
        lead = max(self.setting.line - height, 0.0) if self.setting.line_rule == "atLeast" else 0.0
        free, below = room(y + lead, height)
        parts = self._parts(start, free)
        while not parts:
            if below is None:
                parts = [self._line(start)]
            else:
                y = below
                free, below = room(y + lead, height)
                parts = self._parts(start, free)
        first, *others = parts
        again = self.above + first.more if start == 0 and y > top else 0.0
        first.beside, first.top = others, y - top + again
        first.height = max(line.height for line in parts)
        first.fits = max(line.fits for line in parts)
        return first

    def _parts(self, start: int, free: list[tuple[float, float]]) -> list[Line]:
        """Set the parts of a line in free stretches; one that is too narrow for the next word stays empty."""
        parts: list[Line] = []
        offset, text = start, self.content.text
        for stretch in free:
            if parts and (offset >= len(text) or text[offset - 1] == BREAK):
                break
            if self._next_word(offset) <= stretch[1] - stretch[0] - self._indents(offset):
                parts.append(self._line(offset, stretch))
                offset = parts[-1].end
        return parts

    def _indents(self, start: int) -> float:
        setting = self.setting
        return setting.left + setting.right + (setting.first_line if start == 0 else 0.0)

    def _next_word(self, start: int) -> float:
        """Return the width of the next word."""
        found = _WORD.match(self.content.text, start)
        return self.content.at[found.end()] - self.content.at[start] if found else 0.0

    def _line(self, start: int, between: tuple[float, float] | None = None) -> Line:
        setting = self.setting
        low, high = between or (0.0, self.ruler.width)
        left = low + setting.left + (setting.first_line - self.outdent if start == 0 else 0.0)
        right = high - setting.right
        draft = _Draft(start, left)
        end = self._fill(draft, left, right)
        line = Line(start, end)
        line.pieces = self._pieces(draft, end, right)
        self._measure(line)
        return line

    def _fill(self, draft: _Draft, x: float, right: float) -> int:
        """Add stretches to a line until it is full; return where it ends."""
        content = self.content
        position = draft.start
        while True:
            stop = content.stops[bisect_left(content.stops, position)]
            ends_line = stop == len(content.text) or content.text[stop] == BREAK
            visible = content.visible_end(position, stop) if ends_line else stop
            limit = content.at[position] + right - x + _EPSILON
            reach = content.at[visible] if draft.jumps else content.reach(visible)
            if reach > limit and stop > position:
                end = self._cut(draft.start, position, visible, limit)
                draft.stretches.append(_Stretch(position, end, x))
                return end
            draft.stretches.append(_Stretch(position, stop, x))
            if ends_line:
                return min(stop + 1, len(content.text))
            x += content.at[stop] - content.at[position]
            jump = self._jump(stop, x, draft.x)
            if jump.breaks and stop > draft.start:
                return stop
            draft.jumps.append((stop, x, jump))
            if jump.breaks:
                return stop + 1
            x, right = jump.to, max(right, jump.edge)
            position = stop + 1

    def _cut(self, start: int, position: int, stop: int, limit: float) -> int:
        """Return where a line ends whose stretch from `position` to `stop` does not fit before `limit`."""
        content = self.content
        fitting = max(bisect_right(content.at, limit, lo=position, hi=stop) - 1, position)
        while fitting > position and content.reach(fitting) > limit:
            fitting -= 1
        seams = content.seams(position, fitting)
        end = line_end(content.text, position, fitting, seams)
        if end > position:
            return end
        if position > start:
            return position
        return max(start + 1, word_end(content.text, start, fitting, seams))

    def _jump(self, offset: int, x: float, start: float) -> Jump:
        content = self.content
        span = content.spans[content.span_at(offset)]
        tab = span.object
        following_stop = content.stops[bisect_right(content.stops, offset)]
        end = content.visible_end(offset + 1, following_stop)
        following = content.at[end] - content.at[offset + 1]
        decimal = self._before_decimal(offset + 1, end)
        return self.ruler.jump(tab, x, start, (following, decimal)) if isinstance(tab, Tab) else Jump(x)

    def _before_decimal(self, start: int, end: int) -> float:
        """Return the width of a number up to its decimal comma."""
        comma = self.content.text.find(",", start, end)
        return self.content.at[end if comma < 0 else comma] - self.content.at[start]

    def _pieces(self, draft: _Draft, end: int, right: float) -> list[Piece]:
        content = self.content
        *before, last = draft.stretches
        last_end = content.visible_end(last.start, min(last.end, end))
        printed = self._printed(last.start, last_end)
        slack = right - last.x - sum(width for _, _, width in printed)
        shift, gap = self._aligned(slack, last, last_end, end)
        pieces: list[Piece] = []
        for stretch in before:
            pieces += _set(self._printed(stretch.start, stretch.end), stretch.x + shift, 0.0)
        pieces += _set(printed, last.x + shift, gap)
        if pieces and pieces[-1].text and content.text[last_end : last_end + 1] == " ":
            pieces[-1].text += " "  # hangs over the edge; words are told apart by it (ISO 32000-1, 14.8.2.5)
        pieces += [self._leader(offset, x + shift, jump) for offset, x, jump in draft.jumps]
        return pieces

    def _aligned(self, slack: float, last: _Stretch, last_end: int, end: int) -> tuple[float, float]:
        """Return how far a line is moved to the right, and what each space of it gets more."""
        align = self.setting.align
        if slack <= 0 or align == "left":
            return 0.0, 0.0
        if align in SHARES:
            return slack * SHARES[align], 0.0
        content = self.content
        goes_on = end < len(content.text) and content.text[end - 1] != BREAK
        if align in _JUSTIFIED and (goes_on or align in _SPREAD_WHOLE):
            spaces = content.text.count(" ", last.start, last_end)
            return 0.0, slack / spaces if spaces else 0.0
        return 0.0, 0.0

    def _printed(self, start: int, end: int) -> list[tuple[Span, str, float]]:
        """Return what of each span lies between `start` and `end`, and how wide it is printed."""
        content, index, found = self.content, self.content.span_at(start), []
        while start < end:
            span = content.spans[index]
            stop = min(span.end, end)
            text = content.text[start:stop]
            found.append((span, text, printed_width(span, text)))
            start, index = stop, index + 1
        return found

    def _leader(self, offset: int, x: float, jump: Jump) -> Piece:
        span = self.content.spans[self.content.span_at(offset)]
        return Piece(x, jump.to - x, span, TAB, leader=jump.leader)

    def _measure(self, line: Line) -> None:
        text, objects = self._extents(line)
        ascent, descent = max(text[0], objects), text[1]
        natural, setting = ascent + descent, self.setting
        if self._vanishes:
            return
        if setting.line_rule == "auto":
            more = _whole_twips(sum(text) * (_percent(setting.line) - 100) / 100)
            line.height, line.more = natural + more, max(more, 0.0)
            line.base = ascent + min(more, 0.0)
            if more < 0 and line.start == 0:
                line.base = line.height * EXACT_BASELINE
            line.fits = min(natural, line.height)
        elif setting.line_rule == "exact":
            line.height = line.fits = setting.line
            line.base = setting.line * EXACT_BASELINE
        else:
            line.height = line.fits = max(setting.line, natural)
            line.base = ascent + line.height - natural

    def _extents(self, line: Line) -> tuple[tuple[float, float], float]:
        """Return how far text reaches above and below the base line, and objects above it.

        Blanks and tabs do not count beside words.
        """
        styles = [piece.span.style for piece in line.pieces if piece.text.strip(_BLANKS)]
        if len(styles) == len(line.pieces) == 1:
            return (styles[0].ascent, styles[0].descent), 0.0
        drawings = (piece.span.object for piece in line.pieces)
        objects = [drawing.height for drawing in drawings if isinstance(drawing, Drawing)]
        if not styles and not objects:
            styles = [piece.span.style for piece in line.pieces] or [self._style_at(line.start)]
        text = (max((s.ascent for s in styles), default=0.0), max((s.descent for s in styles), default=0.0))
        return text, max(objects, default=0.0)

    @property
    def _vanishes(self) -> bool:
        """Whether LibreOffice gives the paragraph no height: empty, its mark raised, not aligned left."""
        raised = self.mark.face.raised in {"superscript", "subscript"}
        return raised and self.setting.align not in {"left", "start"} and not self.content.text

    def _style_at(self, offset: int) -> Style:
        """Return the style of an empty line: that of the break which ends it, or of the paragraph mark."""
        spans = self.content.spans
        if offset < len(self.content.text):
            return spans[self.content.span_at(offset)].style
        return self.mark


def _set(printed: list[tuple[Span, str, float]], x: float, gap: float) -> list[Piece]:
    """Return the pieces from `x` on, each space wider by a gap."""
    pieces = []
    for span, text, width in printed:
        pieces.append(Piece(x, width, span, text, gap))
        x += width + (text.count(" ") * gap if gap else 0.0)
    return pieces


def printed_width(span: Span, text: str) -> float:
    """Return how wide part of a span is printed."""
    if isinstance(span.object, Drawing):
        return span.object.width
    return sum(map(span.style.printed.__getitem__, text))


def _space_out(lines: list[Line]) -> None:
    """Let what spacing adds to a line stand above it, below the line before."""
    for line, below in pairwise(lines):
        line.height += below.more - line.more


def _percent(factor: float) -> int:
    """Return a line spacing in percent, as LibreOffice reads it: from hundredths of a millimetre, cut off."""
    return _hundredths(factor * _SINGLE) * 100 // _hundredths(_SINGLE)


def _hundredths(twips: float) -> int:
    return int(twips * 127 / 72 + 0.5)


def _whole_twips(length: float) -> float:
    return int(length / TWIP + copysign(_EPSILON, length)) * TWIP
