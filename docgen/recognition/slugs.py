"""New ids from the words of a task: "Ban hành Kế hoạch kiểm tra" → "ban-hanh-ke-hoach-kiem-tra"."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cache

from docgen.language.text import nfc, plain
from docgen.model.slug import MAX_SLUG
from docgen.rules.spelling import spelling

_WORD = re.compile("[a-z0-9]+")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_NOTHING_SAID = "nhiem-vu"
_ROOM = 5
"""Letters kept for "-999" behind words that are taken."""


class Slugs:
    """Makes ids that nobody has yet; the same words in the same order give the same ids."""

    def __init__(self, taken: set[str]) -> None:
        self._taken = set(taken)
        self._numbers: Counter[str] = Counter()

    def new(self, text: str) -> str:
        """Return an id from the words of `text`: short, then with a word more, then with a number."""
        words = _words(text)
        slug = next((slug for slug in _lengthened(words) if slug not in self._taken), None)
        slug = slug or self._numbered(_fitting(words, MAX_SLUG - _ROOM))
        self._taken.add(slug)
        return slug

    def _numbered(self, start: str) -> str:
        while True:
            self._numbers[start] += 1
            slug = f"{start}-{self._numbers[start] + 1}"
            if slug not in self._taken:
                return slug


def _lengthened(words: list[str]) -> Iterator[str]:
    """Yield the first words that fit; then those with a later word instead of the last."""
    first = _fitting(words, MAX_SLUG)
    yield first
    kept = first.count("-")
    for word in words[kept + 1 :]:
        slug = "-".join((*words[:kept], word))
        if len(slug) <= MAX_SLUG:
            yield slug


def _fitting(words: list[str], room: int) -> str:
    """Return as many words as `room` letters hold; of one that is too long its beginning."""
    slug = words[0][:room]
    for word in words[1:]:
        if len(slug) + 1 + len(word) > room:
            break
        slug += f"-{word}"
    return slug


def _words(text: str) -> list[str]:
    """Return the words that tell a task from others, without marks; years and little words do not."""
    short, fillers = _phrases()
    said = short.sub(lambda found: _shortened(found[0]), " ".join(nfc(text).lower().split()))
    said = _YEAR.sub(" ", fillers.sub(" ", said))
    words = _WORD.findall(plain(said).lower())
    return words if any(word.isalpha() for word in words) else [*_NOTHING_SAID.split("-"), *words]


def _shortened(phrase: str) -> str:
    return spelling().short[phrase]


@cache
def _phrases() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Return what finds the phrases that are abbreviated, and those that are left out."""
    return _any_of(spelling().short), _any_of(spelling().fillers)


def _any_of(phrases: Iterable[str]) -> re.Pattern[str]:
    longest_first = sorted(phrases, key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, longest_first))})\b")
