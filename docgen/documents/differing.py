"""Which words of a text and of what became of it differ."""

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import groupby
from operator import itemgetter

from docgen.documents.base import Run
from docgen.model.text import unmarked

_PIECE = re.compile(r"\w+|\s+|[^\w\s]")
_LONE_WORDS = 1
"""So many words that stayed, between two that did not, read as one change with them."""

_MANY = 4_000_000
"""So many pairs of words are not compared one by one; what lies between equal ends then differs."""

_Stretch = tuple[str, bool]


def differing(before: str, after: str) -> tuple[tuple[Run, ...], tuple[Run, ...]]:
    """Return both texts as runs, bold where one has words that the other has not; `**` marks are dropped.

    Nothing is bold where there is only one text.
    """
    old, new = unmarked(before), unmarked(after)
    if not old or not new:
        return _runs([(old, False)]), _runs([(new, False)])
    olds, news = _PIECE.findall(old), _PIECE.findall(new)
    blocks = [block for block in _equal(olds, news) if _stands(olds[block[0] : block[1]], block, len(olds))]
    return (
        _runs(_stretches(olds, [(start, end) for start, end, _, _ in blocks])),
        _runs(_stretches(news, [(start, end) for _, _, start, end in blocks])),
    )


_Block = tuple[int, int, int, int]
"""Pieces that are equal in both texts: from, to in the old one; from, to in the new one."""


def _equal(olds: Sequence[str], news: Sequence[str]) -> Iterator[_Block]:
    """Yield the equal stretches in order: the beginning, what is alike between, the end; some are empty."""
    head, tail = ends_in_common(olds, news)
    yield 0, head, 0, head
    inner = olds[head : len(olds) - tail], news[head : len(news) - tail]
    if len(inner[0]) * len(inner[1]) <= _MANY:
        for old, new, size in SequenceMatcher(None, *inner).get_matching_blocks():
            yield head + old, head + old + size, head + new, head + new + size
    yield len(olds) - tail, len(olds), len(news) - tail, len(news)


def ends_in_common(old: Sequence[object], new: Sequence[object]) -> tuple[int, int]:
    """Return how many entries are equal from the start, and how many of the others from the end."""
    most = min(len(old), len(new))
    start = next((place for place in range(most) if old[place] != new[place]), most)
    rest = most - start
    end = next((place for place in range(rest) if old[-1 - place] != new[-1 - place]), rest)
    return start, end


def _stands(pieces: Sequence[str], block: _Block, length: int) -> bool:
    """Whether an equal stretch is worth being told apart from changes on both sides of it."""
    words = sum(piece[0].isalnum() for piece in pieces)
    return words > _LONE_WORDS or bool(pieces and (block[0] == 0 or block[1] == length))


def _stretches(pieces: Sequence[str], equal: Sequence[tuple[int, int]]) -> Iterator[_Stretch]:
    """Yield the text in stretches and whether each differs."""
    at = 0
    for start, end in equal:
        yield "".join(pieces[at:start]), True
        yield "".join(pieces[start:end]), False
        at = end
    yield "".join(pieces[at:]), True


def _runs(stretches: Iterator[_Stretch] | Sequence[_Stretch]) -> tuple[Run, ...]:
    """Return stretches as runs; those of one face that touch are one."""
    shown = [stretch for stretch in stretches if stretch[0]]
    faces = groupby(shown, key=itemgetter(1))
    return tuple(Run(text="".join(words for words, _ in same), bold=bold) for bold, same in faces)
