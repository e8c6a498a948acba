"""A list of who gets a document: each on a line of its own, "- …;", the last one "- …." (Mục II.9.d)."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from docgen.check.breach import Breach, Breaches
from docgen.check.fixing.repairs import Rewrite
from docgen.components import Piece
from docgen.word.reading import LINE_BREAK

_DASH = re.compile(r"([-\u2010-\u2015\u2212+*•·▪\uf02d\uf0b7])(\s*)")
_END = re.compile(r"[\s;,.:]*$")
_DOTS = re.compile(r"[.…]{2,}|…")
_HYPHENS = frozenset("-\uf02d")
_LABELS = frozenset("-–—\uf02d")
"""What Word may write as the dash of a list."""


@dataclass(frozen=True)
class Line:
    """One line of a list: its dash with the `space` behind it, its words, what ends it; `counted` by Word."""

    piece: Piece
    dash: str
    space: str
    words: str
    end: str
    counted: bool = False

    @property
    def is_blank(self) -> bool:
        """Whether it is still to be filled in."""
        return (
            not any(char.isalnum() for char in self.words) or _DOTS.search(self.words + self.end) is not None
        )


def lines_of_list(pieces: Sequence[Piece]) -> list[Line]:
    """Return the lines of a list."""
    return [_line(piece) for piece in pieces]


def _line(piece: Piece) -> Line:
    text = piece.paragraph.text[piece.start : piece.end]
    label = piece.paragraph.numbered
    found = _DASH.match(text)
    counted = found is None and label is not None and LINE_BREAK not in piece.paragraph.text[: piece.start]
    dash, space = (found[1], found[2]) if found else ("", "")
    if counted and label is not None:
        dash, space = ("-" if label.text in _LABELS else label.text), " "
    rest = text[found.end() :] if found else text
    end = (_END.search(rest) or [""])[0]
    return Line(piece, dash, space, rest.removesuffix(end), end, counted)


def punctuated(
    rule: str, called: str, lines: Sequence[Line], last: str, *, open_end: bool = False
) -> Breaches:
    """Yield the lines that are not "- …;", the last one with `last` at its end; they can be mended.

    `open_end` says that a line is missing behind the last one, whose end then depends on that.
    """
    nested = any(line.end.strip() == ":" for line in lines)
    dashed = any(line.dash for line in lines)
    for at, line in enumerate(lines):
        if line.is_blank:
            continue
        following = lines[at + 1] if at + 1 < len(lines) else None
        goes_on = dashed and following is not None and not following.dash and not line.end.strip()
        follows = dashed and at > 0 and not line.dash and not lines[at - 1].end.strip()
        if ";" in line.words:
            yield _crowded(rule, called, line)
            continue
        if line.counted and line.dash != "-":
            yield _bulleted(rule, called, line)
        wrong = [] if follows else list(_dash(line, nested=nested))
        if not goes_on and (following or not open_end):
            wrong += _ending(line, ";" if following else last, nested=nested)
        if wrong:
            yield _told(rule, called, line, wrong, ";" if following else last)


def _crowded(rule: str, called: str, line: Line) -> Breach:
    piece = line.piece
    message = f"{called} “{piece.text}” ghi nhiều nơi trên một dòng. Hãy ghi mỗi nơi một dòng."
    return Breach(rule, message, piece.paragraph, piece.text, expected="mỗi nơi một dòng", found="nhiều nơi")


def _bulleted(rule: str, called: str, line: Line) -> Breach:
    piece = line.piece
    message = (
        f"{called} phải bắt đầu bằng gạch (-), không phải “{line.dash}”. Hãy đổi kiểu đánh dấu của danh sách."
    )
    return Breach(rule, message, piece.paragraph, piece.text, expected="-", found=line.dash)


def _dash(line: Line, *, nested: bool) -> Iterator[Rewrite]:
    """Yield how the dash becomes "- "; that of a list within the list stays."""
    right = line.dash in _HYPHENS and line.space
    if line.counted or right or (nested and line.dash in {"+", ""}):
        return
    if line.dash:
        yield _rewrite(line, 0, len(line.dash + line.space), "- ", f"đầu dòng “{line.dash}” → “- ”")
    else:
        yield _rewrite(line, 0, 1, f"- {line.words[:1]}", "thêm gạch đầu dòng “- ”")


def _ending(line: Line, wanted: str, *, nested: bool) -> Iterator[Rewrite]:
    found = line.end.strip()
    if found == wanted or (nested and found == ":"):
        return
    size = line.piece.end - line.piece.start
    yield _rewrite(line, size - len(line.end), size, wanted, f"cuối dòng “{line.end}” → “{wanted}”")


def _rewrite(line: Line, start: int, end: int, words: str, told: str) -> Rewrite:
    piece = line.piece
    return Rewrite(f"“{piece.text}”: {told}", piece.paragraph, piece.start + start, piece.start + end, words)


def _told(rule: str, called: str, line: Line, wrong: Sequence[Rewrite], last: str) -> Breach:
    piece = line.piece
    wanted = f"- {line.words}{last}"
    begins = ["bắt đầu dòng bằng “- ”"] if any(one.start == piece.start for one in wrong) else []
    ends = [f"đổi dấu cuối dòng thành “{last}”"] if any(one.end == piece.end for one in wrong) else []
    message = f"{called} phải ghi “{wanted}”; hiện “{piece.text}”. Hãy {' và '.join(begins + ends)}."
    return Breach(
        rule, message, piece.paragraph, piece.text, expected=wanted, found=piece.text, repairs=tuple(wrong)
    )
