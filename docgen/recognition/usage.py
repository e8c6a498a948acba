"""How a document writes its words in running text: which are capital, between which neighbours."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable

from docgen.language.syllables import is_syllable
from docgen.language.text import nfc
from docgen.model.text import unmarked

_WORD = re.compile(r"\w+|[^\w\s]|\n")
_BULLET = re.compile(r"\n[^\S\n]*(?:[-–+•*]|\w{1,3}[.)])\s")
_ENDS = frozenset('.!?:;…“"(\n')
_ANY = ""
"""Stands for any neighbour."""


class Usage:
    """The spellings of running texts in mixed case; a word that begins a sentence teaches nothing.

    Words are asked for in small letters.
    """

    def __init__(self, texts: Iterable[str]) -> None:
        text = "\n".join(("", *(text for text in texts if not text.isupper()), ""))
        words = _WORD.findall(_BULLET.sub("\n", nfc(unmarked(text))))
        lower = [word.lower() for word in words]
        changed = Counter(word for word, small in zip(words, lower, strict=True) if word != small)
        often_last = reversed(changed.most_common())
        self._special = {word.lower(): word for word, _ in often_last if _has_its_own_way(word)}
        self._text = f" {' '.join(lower)} "
        self._places = _places(words, lower, {word.lower() for word in changed})
        self._counted: dict[str, _Count] = {}

    def special(self, word: str) -> str | None:
        """Return the word as the document writes it where that is no matter of a sentence: "ThS", "UBND"."""
        return self._special.get(word)

    def capital(self, before: str, word: str, after: str) -> float:
        """Return how often `word` is capital between its neighbours: 0 to 1; 0 for a word that never is.

        Met between both of them, that counts; else beside the one that says it more clearly.
        """
        if word not in self._places:
            return 0
        if word not in self._counted:
            self._counted[word] = _Count(self._places[word])
        return self._counted[word].share(before, after)

    def knows(self, before: str, word: str, after: str) -> bool:
        """Whether `word` is met beside one of its neighbours."""
        return f" {before} {word} " in self._text or f" {word} {after} " in self._text


class _Count:
    """How often one word is met, and is capital, between which neighbours."""

    def __init__(self, places: Iterable[tuple[str, str, bool]]) -> None:
        self._met = Counter[tuple[str, str]]()
        self._capital = Counter[tuple[str, str]]()
        for before, after, capital in places:
            for side in {(before, after), *_sides(before, after)}:
                self._met[side] += 1
                self._capital[side] += capital

    def share(self, before: str, after: str) -> float:
        if met := self._met[before, after]:
            return self._capital[before, after] / met
        shares = (self._clear_share(side) for side in _sides(before, after) if self._met[side])
        return max(shares, key=lambda share: abs(share - 1 / 2), default=0)

    def _clear_share(self, side: tuple[str, str]) -> float:
        """Return the share of capitals; what is met once is less sure than what is met often."""
        return (self._capital[side] + 1 / 2) / (self._met[side] + 1)


def _sides(before: str, after: str) -> list[tuple[str, str]]:
    """Return each neighbour alone; a mark says nothing of the word beside it."""
    sides = ((before, _ANY), (_ANY, after))
    return [side for side in sides if "".join(side).isalnum()]


def _places(words: list[str], lower: list[str], wanted: set[str]) -> dict[str, list[tuple[str, str, bool]]]:
    """Return of each `wanted` word its neighbours inside sentences, and whether it is capital there."""
    places = defaultdict(list)
    for before, small, word, after in zip(lower, lower[1:], words[1:], lower[2:], strict=False):
        if small in wanted and before not in _ENDS and not _is_shouted(word):
            places[small].append((before, after, word != small))
    return places


def _is_shouted(word: str) -> bool:
    """Whether a word is in capitals, or in a mixture of its own."""
    return len(word) > 1 and not word.islower() and not word.istitle()


def _has_its_own_way(word: str) -> bool:
    """Whether a word is an abbreviation, or like "iGate"; not one that is only in capitals."""
    return _is_shouted(word) and not is_syllable(word)
