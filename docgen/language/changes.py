"""Two texts side by side: which words of each are not in the other."""

import re
from collections.abc import Iterable, Iterator, Sequence
from difflib import SequenceMatcher
from itertools import groupby
from typing import NamedTuple

_WORDS = re.compile(r"\s+|\S+")
_READABLE = 0.4
"""Share of words that two texts have in common, below which all of both is marked: patches read badly."""


class Stretch(NamedTuple):
    """A piece of a text: whether it is only in this one."""

    text: str
    changed: bool


def compared(old: str, new: str) -> tuple[tuple[Stretch, ...], tuple[Stretch, ...]]:
    """Return two texts in pieces, those marked that the other does not have; joined they are the texts."""
    before, after = _WORDS.findall(old), _WORDS.findall(new)
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    same = [block for block in matcher.get_matching_blocks() if block.size]
    if not _is_readable(before, after, same):
        return _whole(old, changed=bool(old)), _whole(new, changed=bool(new))
    kept_before = {place for block in same for place in range(block.a, block.a + block.size)}
    kept_after = {place for block in same for place in range(block.b, block.b + block.size)}
    return tuple(_stretches(before, kept_before)), tuple(_stretches(after, kept_after))


def _is_readable(before: Sequence[str], after: Sequence[str], same: Iterable[tuple[int, int, int]]) -> bool:
    """Say whether enough stays; words only added, or only taken away, read well."""
    kept = sum(_words(before[start : start + size]) for start, _, size in same)
    return kept >= min(_words(before), _words(after), _READABLE * max(_words(before), _words(after)))


def _words(pieces: Iterable[str]) -> int:
    return sum(not piece.isspace() for piece in pieces)


def _whole(text: str, *, changed: bool) -> tuple[Stretch, ...]:
    return (Stretch(text, changed),) if text else ()


def _stretches(pieces: Sequence[str], kept: set[int]) -> Iterator[Stretch]:
    """Join what is alike; a blank between two changed words belongs to them."""
    changed = [place not in kept for place in range(len(pieces))]
    for place in range(1, len(pieces) - 1):
        if pieces[place].isspace() and changed[place - 1] and changed[place + 1]:
            changed[place] = True
    for is_changed, together in groupby(zip(pieces, changed, strict=True), lambda one: one[1]):
        yield Stretch("".join(piece for piece, _ in together), is_changed)
