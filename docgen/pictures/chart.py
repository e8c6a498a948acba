"""A picture laid out: bars under each other, their names before them and their numbers behind them."""

from collections.abc import Iterator

from docgen import rules
from docgen.model.picture import Picture
from docgen.pictures.letters import Face, balanced, width
from docgen.pictures.rows import Group, Row, groups_of
from docgen.pictures.shapes import Anchor, Box, Fill, Line, Shape, Sheet, Words

_ASCENT, _DESCENT = 0.891, 0.216
"""How far letters of Times New Roman reach above and below their base line, in ems."""

_QUARTERS = {0.0: "0%", 0.25: "25%", 0.5: "50%", 0.75: "75%", 1.0: "100%"}
_LEGEND = {
    Fill.DARK: "đã hoàn thành",
    Fill.NOTHING: "chưa hoàn thành",
    Fill.HATCHED: "thời gian đã qua",
}


def chart(picture: Picture) -> Sheet:
    """Lay `picture` out as wide as the text of a page, in the largest letters with which it fits on one.

    One that does not fit in the smallest is higher than a page.
    """
    most = _room("page.height", "margin.top", "margin.bottom") - rules.length("picture.caption").points
    sheets = (_Chart(picture, size).sheet() for size in _sizes())
    sheet = next(sheets)
    while sheet.height > most and (smaller := next(sheets, None)):
        sheet = smaller
    return sheet


def _sizes() -> Iterator[float]:
    """Yield the sizes of letters to be tried, in points, the usual one first."""
    row = rules.figure("picture.letters")
    size = row.use
    while row.allows(size):
        yield size
        size -= rules.length("picture.letters_step").points


def _room(paper: str, *margins: str) -> float:
    """Return what two margins leave of the paper, in points."""
    return rules.length(paper).points - sum(rules.length(margin).points for margin in margins)


class _Chart:
    """A picture as it grows downwards, in letters of one size; `_y` is where it ends."""

    def __init__(self, picture: Picture, size: float) -> None:
        self._title, self._size, self._face = picture.title, size, Face(size)
        self._groups = tuple(groups_of(picture))
        self._shapes: list[Shape] = []
        self._y = 0.0
        self._line = _line_of(self._face)
        self._thickness = size * rules.figure("picture.bar").use
        self._gap = rules.length("picture.gap").points
        self._width = _room("page.width", "margin.left", "margin.right")
        self._divide()

    def _divide(self) -> None:
        """Divide the width: names, bars from `_left` for `_length`, numbers."""
        rows = [row for group in self._groups for row in group.rows]
        names = max(width(row.label, self._face) for row in rows)
        numbers = max(width(row.value, self._face) for row in rows if row.share is not None)
        self._names = min(names, self._width * rules.figure("picture.labels").use)
        self._left = self._names + self._gap
        self._length = self._width - numbers - self._gap - self._left

    def sheet(self) -> Sheet:
        """Return the picture laid out."""
        self._head()
        for group in self._groups:
            self._group(group)
        self._legend()
        return Sheet(self._width, self._y, tuple(self._shapes))

    def _head(self) -> None:
        face = Face(self._size * rules.figure("picture.title").use, bold=True)
        for text in balanced(self._title, self._width, face):
            self._write(self._width / 2, text, face, Anchor.MIDDLE)
            self._y += _line_of(face)

    def _group(self, group: Group) -> None:
        self._y += rules.length("picture.group_gap").points
        self._write(0, group.heading, Face(self._size, bold=True))
        self._y += self._line
        top = self._y
        for row in group.rows:
            self._row(row)
        if group.mark is not None:
            self._shapes.append(Line(self._at(group.mark), top, self._y - self._gap / 2, marked=True))
        self._scale()

    def _row(self, row: Row) -> None:
        """Draw a bar between its name and its number, all at the same middle."""
        names = balanced(row.label, self._names, self._face)
        height = max(len(names) * self._line, self._thickness)
        self._y += self._gap / 2
        for place, text in enumerate(names):
            self._write(0, text, below=(height - len(names) * self._line) / 2 + place * self._line)
        below = (height - self._line) / 2
        if row.share is None:
            self._write(self._left, row.value, below=below)
        else:
            self._bar(self._y + (height - self._thickness) / 2, row.share, row.fill)
            self._write(self._at(1) + self._gap, row.value, below=below)
        self._y += height + self._gap / 2

    def _bar(self, top: float, share: float, fill: Fill) -> None:
        """Draw what is done upon the whole, which is cut in quarters."""
        bottom = top + self._thickness
        self._shapes += [Line(self._at(quarter), top, bottom) for quarter in _QUARTERS if 0 < quarter < 1]
        if share:
            self._shapes.append(Box(self._left, top, self._length * share, self._thickness, fill))
        self._shapes.append(Box(self._left, top, self._length, self._thickness))

    def _scale(self) -> None:
        for share, text in _QUARTERS.items():
            self._write(self._at(share), text, anchor=Anchor.MIDDLE)
        self._y += self._line

    def _legend(self) -> None:
        """Draw what the fillings mean, in the middle of a line."""
        self._y += rules.length("picture.group_gap").points
        sample, gap = self._thickness, self._gap
        widths = [sample + gap + width(text, self._face) for text in _LEGEND.values()]
        left = (self._width - sum(widths) - 3 * gap * (len(widths) - 1)) / 2
        for (fill, text), wide in zip(_LEGEND.items(), widths, strict=True):
            self._shapes.append(Box(left, self._y + (self._line - sample) / 2, sample, sample, fill))
            self._write(left + sample + gap, text)
            left += wide + 3 * gap
        self._y += self._line

    def _at(self, share: float) -> float:
        """Return where a share of a bar ends."""
        return self._left + self._length * share

    def _write(
        self,
        x: float,
        text: str,
        face: Face | None = None,
        anchor: Anchor = Anchor.START,
        *,
        below: float = 0.0,
    ) -> None:
        """Write words in the middle of a line that begins so far `below` the end of the picture."""
        face = face or self._face
        base = self._y + below + (_line_of(face) + face.size * (_ASCENT - _DESCENT)) / 2
        self._shapes.append(Words(x, base, text, face, anchor))


def _line_of(face: Face) -> float:
    """Return how high a line is."""
    return face.size * rules.figure("picture.line").use
