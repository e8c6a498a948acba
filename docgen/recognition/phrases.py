"""Phrases found in a row of words, the longest first, however they are written."""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from enum import Enum, auto
from functools import lru_cache
from typing import NamedTuple

from docgen.language.text import fold

WORD = re.compile(r"(?:[^\W_]|[\u0300-\u036f])+|[^\w\s]|_")
"""A word, or one mark between words."""


class Sort(Enum):
    """What a phrase says of the words around it."""

    NAME = auto()
    COMMON = auto()
    BODY = auto()
    LEVEL = auto()
    NUMBERED = auto()
    COUNTED = auto()


class Phrase(NamedTuple):
    """A phrase: its words as they are written in the middle of a sentence, and of what sorts it is.

    A `proper` one has letters that are capital wherever it stands.
    """

    words: tuple[str, ...]
    sorts: frozenset[Sort]
    proper: bool


@lru_cache(maxsize=8192)
def key(word: str) -> str:
    """Return what two spellings of one word share."""
    return fold(word)


class Phrases:
    """Phrases by their words; a phrase that is given twice is spelled as the first time, of both sorts."""

    def __init__(self, phrases: Iterable[tuple[str, Sort]]) -> None:
        found: dict[tuple[str, ...], Phrase] = {}
        for text, sort in phrases:
            words = tuple(WORD.findall(text))
            keys = tuple(map(key, words))
            known = found.get(keys, Phrase(words, frozenset(), not text.islower()))
            found[keys] = known._replace(sorts=known.sorts | {sort})
        self._by_first: dict[str, list[tuple[tuple[str, ...], Phrase]]] = defaultdict(list)
        for keys in sorted(found, key=len, reverse=True):
            self._by_first[keys[0]].append((keys, found[keys]))

    def at(self, keys: Sequence[str], start: int) -> Phrase | None:
        """Return the longest phrase that begins with the word at `start` of a row."""
        for wanted, phrase in self._by_first.get(keys[start], ()):
            if tuple(keys[start : start + len(wanted)]) == wanted:
                return phrase
        return None
