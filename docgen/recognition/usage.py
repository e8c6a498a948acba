"""How a document writes its words in running text: which are capital, between which neighbours."""

import itertools
import re
from collections import Counter
from collections.abc import Iterable, Sequence

from docgen.language.syllables import is_syllable
from docgen.language.text import nfc

_WORD = re.compile(r"[^\W_]+|[^\w\s]|\n")
_ENDS = frozenset('.!?:;…“"(\n')
_BULLETS = frozenset("-–+•*)")


class Usage:
    """The spellings of running texts in mixed case; a word that begins a sentence teaches nothing.

    Words are asked for in small letters.
    """

    def __init__(self, texts: Iterable[str]) -> None:
        words = _WORD.findall(nfc("\n".join(text for text in texts if not text.isupper())) + "\n")
        lower = [word.lower() for word in words]
        self._text = f" {' '.join(lower)} "
        self._pairs = Counter(itertools.pairwise(lower))
        self._unread = Counter[tuple[str, str]]()
        self._behind = Counter[tuple[str, str]]()
        self._before = Counter[tuple[str, str]]()
        self._between = Counter[tuple[str, str, str]]()
        self._specials = Counter[str]()
        self._learn(words, lower)
        self._special = {word.lower(): word for word, _ in reversed(self._specials.most_common())}

    def _learn(self, words: Sequence[str], lower: Sequence[str]) -> None:
        """Count the words that are not all small letters, with their neighbours."""
        for place in [place for place, word in enumerate(words) if word != lower[place]]:
            before, small, after = lower[place - 1], lower[place], lower[place + 1]
            if _is_special(words[place]):
                self._specials[words[place]] += 1
            if _starts(lower, place) or (len(words[place]) > 1 and not words[place].istitle()):
                self._unread[small, after] += 1
                continue
            self._behind[before, small] += 1
            self._before[small, after] += 1
            self._between[before, small, after] += 1

    def special(self, word: str) -> str | None:
        """Return the word as the document writes it where that is no matter of a sentence: "ThS", "UBND"."""
        return self._special.get(word)

    def capital(self, before: str, word: str, after: str) -> float | None:
        """Return how often `word` is capital between its neighbours, 0 to 1; None when it is not met there.

        Met between both of them, that counts; else beside the one that says it more clearly.
        """
        met = [
            (capital, total)
            for capital, total in (self._met_behind(before, word), self._met_before(word, after))
            if total > 0
        ]
        if not any(capital for capital, _ in met):
            return 0.0 if met else None
        if between := self._text.count(f" {before} {word} {after} "):
            return self._between[before, word, after] / between
        return max(map(_share, met), key=_clearness)

    def _met_behind(self, before: str, word: str) -> tuple[int, int]:
        """Return how often `word` is capital behind another, and how often it stands there."""
        return (self._behind[before, word], self._pairs[before, word]) if before.isalnum() else (0, 0)

    def _met_before(self, word: str, after: str) -> tuple[int, int]:
        """Return the same of `word` before another."""
        total = self._pairs[word, after] - self._unread[word, after]
        return (self._before[word, after], total) if after.isalnum() else (0, 0)


def _share(met: tuple[int, int]) -> float:
    """Return the share of capitals; what is met once is less sure than what is met often."""
    return (met[0] + 1 / 2) / (met[1] + 1)


def _clearness(share: float) -> float:
    return abs(share - 1 / 2)


def _is_special(word: str) -> bool:
    """Whether a word is written in its own way: an abbreviation, "ThS", "iGate"; not a word in capitals."""
    return len(word) > 1 and not word.istitle() and not is_syllable(word)


def _starts(lower: Sequence[str], place: int) -> bool:
    """Whether a sentence, an item or a quotation begins at `place`."""
    before = lower[place - 1] if place else "\n"
    return before in _ENDS or (before in _BULLETS and (place == 1 or lower[place - 2] in _ENDS))
