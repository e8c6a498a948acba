"""Comments on their lines: where the words stand that each is about. They take no room."""

from collections.abc import Iterator
from dataclasses import dataclass

from docgen.pdf.comment import Comment, Mark
from docgen.pdf.description import Drawing, Paragraph, Tab
from docgen.pdf.layout.content import TAB, Content
from docgen.pdf.layout.lines import SHARES, Line, Piece, printed_width
from docgen.word.formatting import ParagraphFormat


@dataclass(frozen=True, slots=True)
class Stretch:
    """The characters `start` to `end` of a paragraph's content that a comment is about."""

    comment: Comment
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Ground:
    """What a comment is about on a line: from `left` to `right` in its column, above and below the base line.

    A `point` is no words, but a place before, between or after them.
    """

    comment: Comment
    left: float
    right: float
    ascent: float
    descent: float
    point: bool = False


def stretches(paragraph: Paragraph, content: Content, label_end: int) -> list[Stretch]:
    """Return what comments are about in a paragraph whose label ends at `label_end`."""
    last = len(content.text)

    def offset(mark: Mark) -> int:
        return min(content.offset((mark[0], mark[1] + label_end)), last)

    return [Stretch(one.comment, offset(one.start), offset(one.end)) for one in paragraph.comments]


def grounds(
    found: list[Stretch], content: Content, line: Line, column: tuple[ParagraphFormat, float]
) -> Iterator[Ground]:
    """Yield what comments are about on a line of a paragraph, told its format and the width of its column."""
    places = list(_places(content, line))
    is_last = line.end == len(content.text)
    near = [one for one in found if one.start <= line.end and one.end >= line.start]
    for one in near:
        first, last = max(one.start, line.start), min(one.end, line.end)
        covered = [_covered(piece, first - at, last - at) for at, piece in places if first < last]
        words = [ground for ground in covered if ground is not None]
        if words:
            yield _around(one.comment, words)
        elif line.start <= one.start < line.end or (is_last and one.start == line.end):
            x = _across(places, one.start, *column)
            yield Ground(one.comment, x, x, line.base, line.height - line.base, point=True)


def _places(content: Content, line: Line) -> Iterator[tuple[int, Piece]]:
    """Yield the pieces of a line that are no tabs, each with the offset that it begins at."""
    at = line.start
    for piece in line.pieces:
        if isinstance(piece.span.object, Tab):
            continue
        while content.text[at] == TAB:
            at += 1
        yield at, piece
        at += len(piece.text)


_Extent = tuple[float, float, float, float]
"""Left, right, ascent and descent."""


def _covered(piece: Piece, first: int, last: int) -> _Extent | None:
    """Return how far letters `first` to `last` of a piece reach, without blanks at the end; None for none."""
    first, last = max(first, 0), min(last, len(piece.text.rstrip(" ")))
    if first >= last:
        return None
    style, drawing = piece.span.style, piece.span.object
    sides = _x(piece, first), _x(piece, last)
    if isinstance(drawing, Drawing):
        return *sides, drawing.height, 0.0
    return *sides, style.ascent, style.descent


def _around(comment: Comment, words: list[_Extent]) -> Ground:
    lefts, rights, ascents, descents = zip(*words, strict=True)
    return Ground(comment, min(lefts), max(rights), max(ascents), max(descents))


def _x(piece: Piece, letters: int) -> float:
    """Return where a piece is that many letters after its beginning."""
    text = piece.text[:letters]
    return piece.x + (printed_width(piece.span, text) + text.count(" ") * piece.gap if text else 0.0)


def _across(places: list[tuple[int, Piece]], offset: int, setting: ParagraphFormat, width: float) -> float:
    """Return where an offset of a line lies; that of an empty line as the paragraph is aligned."""
    before = [(at, piece) for at, piece in places if at <= offset] or places[:1]
    if before:
        at, piece = before[-1]
        return _x(piece, max(offset - at, 0))
    left = setting.left + setting.first_line
    return left + (width - left - setting.right) * SHARES.get(setting.align, 0.0)
