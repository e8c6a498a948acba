"""Comments of a paragraph that page breaks cut in pieces: each piece has what it shows of them."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import accumulate

from docgen.pdf.comment import Commented, Mark, farther
from docgen.pdf.description import Paragraph, extent

_Piece = tuple[Paragraph, str]
"""A piece of a paragraph, and the kind of break that ends it."""


def with_comments(comments: Sequence[Commented], pieces: list[_Piece]) -> list[_Piece]:
    """Return the pieces of a paragraph with its comments; a point goes to the first that shows something."""
    if not comments or len(pieces) == 1:
        return pieces
    ends = list(accumulate((_extent(piece) for piece, _ in pieces), farther))
    starts = [(0, 0), *ends[:-1]]
    places = list(zip(starts, ends, strict=True))
    homes = [at for at, (piece, _) in enumerate(pieces) if piece.content] or [0]
    cut: list[list[Commented]] = [[] for _ in pieces]
    for one in comments:
        inside = [at for at in homes if one.start < places[at][1] and places[at][0] < one.end]
        for at in inside or [next((at for at in homes if one.start <= places[at][1]), homes[-1])]:
            cut[at].append(_clipped(one, *places[at]))
    return [
        (replace(piece, comments=tuple(found)), end) for (piece, end), found in zip(pieces, cut, strict=True)
    ]


def _clipped(one: Commented, start: Mark, end: Mark) -> Commented:
    first, last = (_minus(min(max(mark, start), end), start) for mark in (one.start, one.end))
    return Commented(one.comment, first, last)


def _extent(piece: Paragraph) -> Mark:
    fields, letters = zip((0, 0), *map(extent, piece.content), strict=True)
    return sum(fields), sum(letters)


def _minus(one: Mark, other: Mark) -> Mark:
    return one[0] - other[0], one[1] - other[1]
