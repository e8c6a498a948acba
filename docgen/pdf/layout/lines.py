"""Breaking a paragraph into lines.

A line takes as much as fits; it ends at an opportunity, or inside a word that is wider than the line.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Callable
from dataclasses import dataclass, field

from docgen.pdf.description import Drawing, Tab
from docgen.pdf.layout.content import BREAK, OBJECT, TAB, Content, Span
from docgen.pdf.layout.styles import Style
from docgen.pdf.layout.tabs import Jump, Ruler
from docgen.word.formatting import ParagraphFormat

TWIP = 1 / 20
_EPSILON = 0.001
_BLANKS = f" {TAB}{OBJECT}"
_JUSTIFIED = frozenset({"both", "distribute", "thaiDistribute", "lowKashida", "mediumKashida", "highKashida"})
_SPREAD_WHOLE = frozenset({"distribute", "thaiDistribute"})
_RIGHTS = frozenset({"right", "end"})
EXACT_BASELINE = 0.8
"""LibreOffice sets the base line of a line of exact height at four fifths of it."""

Room = Callable[[float, float], tuple[float, list[tuple[float, float]]]]
"""Where a line at (y, of height) may stand: the y that has room, and its free stretches from left to right."""


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
    """A line being filled."""

    start: int
    stretches: list[_Stretch] = field(default_factory=list)
    jumps: list[tuple[int, float, Jump]] = field(default_factory=list)


@dataclass(slots=True)
class Breaker:
    """Breaks one paragraph; `tie` is what a line must leave free, for LibreOffice breaks at equality."""

    content: Content
    setting: ParagraphFormat
    ruler: Ruler
    mark: Style
    tie: float
    room: Room | None = None
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
                return lines

    def _line_beside(self, start: int, y: float, room: Room) -> Line:
        """Set a line, in parts where something floats in the middle of it."""
        free, stretches = room(y, self.mark.ascent + self.mark.descent)
        first, *others = [self._line(start, stretches[0])]
        for stretch in stretches[1:]:
            last = others[-1] if others else first
            if last.end < len(self.content.text) and self.content.text[last.end - 1] != BREAK:
                others.append(self._line(last.end, stretch))
        first.beside, first.top = others, free - y
        first.height = max(line.height for line in (first, *others))
        first.fits = max(line.fits for line in (first, *others))
        return first

    def _line(self, start: int, between: tuple[float, float] | None = None) -> Line:
        setting = self.setting
        left = setting.left + (setting.first_line - self.outdent if start == 0 else 0.0)
        right = self.ruler.edge
        if between is not None:
            left, right = max(left, between[0]), min(right, between[1])
        draft = _Draft(start)
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
            limit = content.at[position] + right - x - self.tie
            if content.at[visible] > limit and stop > position:
                end = self._cut(draft.start, position, stop, limit)
                draft.stretches.append(_Stretch(position, end, x))
                return end
            draft.stretches.append(_Stretch(position, stop, x))
            if ends_line:
                return min(stop + 1, len(content.text))
            x += content.at[stop] - content.at[position]
            jump = self._jump(stop, x)
            if jump.breaks and (stop > draft.start):
                return stop + 1
            draft.jumps.append((stop, x, jump))
            x = jump.to
            position = stop + 1

    def _cut(self, start: int, position: int, stop: int, limit: float) -> int:
        """Return where a line ends whose stretch from `position` to `stop` is too wide."""
        content = self.content
        index = bisect_right(content.ends, limit, lo=bisect_right(content.breaks, position)) - 1
        if index >= 0 and position < content.breaks[index] <= stop:
            return content.breaks[index]
        if position > start:
            return position
        return max(start + 1, min(bisect_right(content.at, limit) - 1, stop))

    def _jump(self, offset: int, x: float) -> Jump:
        content = self.content
        span = content.spans[content.span_at(offset)]
        tab = span.object
        following_stop = content.stops[bisect_right(content.stops, offset)]
        end = content.visible_end(offset + 1, following_stop)
        following = content.at[end] - content.at[offset + 1]
        decimal = self._before_decimal(offset + 1, end)
        return self.ruler.jump(tab, x, following, decimal) if isinstance(tab, Tab) else Jump(x)

    def _before_decimal(self, start: int, end: int) -> float:
        """Return the width of a number up to its decimal comma."""
        comma = self.content.text.find(",", start, end)
        return self.content.at[end if comma < 0 else comma] - self.content.at[start]

    def _pieces(self, draft: _Draft, end: int, right: float) -> list[Piece]:
        content = self.content
        last = draft.stretches[-1]
        last_end = content.visible_end(last.start, min(last.end, end))
        width = content.at[last_end] - content.at[last.start]
        slack = right - last.x - width
        shift, gap = self._aligned(slack, last, last_end, end)
        pieces: list[Piece] = []
        for stretch in draft.stretches:
            final = stretch is last
            pieces += self._set(stretch, last_end if final else stretch.end, shift, gap if final else 0.0)
        pieces += [self._leader(offset, x + shift, jump) for offset, x, jump in draft.jumps]
        return pieces

    def _aligned(self, slack: float, last: _Stretch, last_end: int, end: int) -> tuple[float, float]:
        """Return how far a line is moved to the right, and what each space of it gets more."""
        align = self.setting.align
        if slack <= 0 or align == "left":
            return 0.0, 0.0
        if align == "center":
            return slack / 2, 0.0
        if align in _RIGHTS:
            return slack, 0.0
        content = self.content
        goes_on = end < len(content.text) and content.text[end - 1] != BREAK
        if align in _JUSTIFIED and (goes_on or align in _SPREAD_WHOLE):
            spaces = content.text.count(" ", last.start, last_end)
            return 0.0, slack / spaces if spaces else 0.0
        return 0.0, 0.0

    def _set(self, stretch: _Stretch, end: int, shift: float, gap: float) -> list[Piece]:
        content, pieces = self.content, []
        index, start, spaces = content.span_at(stretch.start), stretch.start, 0
        while start < end:
            span = content.spans[index]
            stop = min(span.end, end)
            x = stretch.x + shift + content.at[start] - content.at[stretch.start] + spaces * gap
            text = content.text[start:stop]
            pieces.append(Piece(x, content.at[stop] - content.at[start], span, text, gap))
            spaces += text.count(" ") if gap else 0
            start, index = stop, index + 1
        return pieces

    def _leader(self, offset: int, x: float, jump: Jump) -> Piece:
        span = self.content.spans[self.content.span_at(offset)]
        return Piece(x, jump.to - x, span, TAB, leader=jump.leader)

    def _measure(self, line: Line) -> None:
        text, objects = self._extents(line)
        ascent, descent = max(text[0], objects), text[1]
        natural, setting = ascent + descent, self.setting
        if setting.line_rule == "auto":
            percent = int(setting.line * 100 + _EPSILON)
            more = _whole_twips(sum(text) * percent / 100) - sum(text)
            line.height = natural + more
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
        objects = [piece.span.object.height for piece in line.pieces if isinstance(piece.span.object, Drawing)]
        if not styles and not objects:
            styles = [piece.span.style for piece in line.pieces] or [self._style_at(line.start)]
        text = (max((s.ascent for s in styles), default=0.0), max((s.descent for s in styles), default=0.0))
        return text, max(objects, default=0.0)

    def _style_at(self, offset: int) -> Style:
        """Return the style of an empty line: that of the break which ends it, or of the paragraph mark."""
        spans = self.content.spans
        if offset < len(self.content.text):
            return spans[self.content.span_at(offset)].style
        return self.mark


def _whole_twips(length: float) -> float:
    return int(length / TWIP + _EPSILON) * TWIP
