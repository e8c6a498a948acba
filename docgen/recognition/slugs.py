"""New ids from the words of a task: "Ban hành Kế hoạch kiểm tra" → "ban-hanh-ke-hoach-kiem-tra"."""

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache

from docgen.language.text import nfc, plain
from docgen.model.slug import MAX_SLUG
from docgen.recognition.phrases import WORD, Phrases, Sort, key
from docgen.rules.spelling import spelling

_LETTERS = re.compile("[a-z0-9]+")
_DATE = re.compile(r"(?:ngày )?\b\d\d?/\d\d?/(?:19|20)\d\d\b|\b(?:19|20)\d\d\b")
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
        slug = slug or self._numbered("-".join(_fitting(words, MAX_SLUG - _ROOM)))
        self._taken.add(slug)
        return slug

    def _numbered(self, start: str) -> str:
        while True:
            self._numbers[start] += 1
            slug = f"{start}-{self._numbers[start] + 1}"
            if slug not in self._taken:
                return slug


def _lengthened(words: list[str]) -> Iterator[str]:
    """Yield the first words that fit; then those with a later word, unless a number, instead of the last."""
    kept = _fitting(words, MAX_SLUG)
    yield "-".join(kept)
    for word in words[len(kept) :]:
        slug = "-".join((*kept[:-1], word))
        if len(slug) <= MAX_SLUG and not slug.isdecimal():
            yield slug


def _fitting(words: list[str], room: int) -> list[str]:
    """Return as many words as `room` letters hold; of one that is too long its beginning."""
    kept = [words[0][:room].strip("-")]
    for word in words[1:]:
        if len("-".join((*kept, word))) > room:
            break
        kept.append(word)
    return kept


def _words(text: str) -> list[str]:
    """Return the words that tell a task from others, without marks; dates, years and little words do not.

    What is one word of several syllables ("tuyên truyền") stays one, so that no id ends in half of it.
    """
    tokens = WORD.findall(_DATE.sub(" ", nfc(text)))
    keys = [key(token) for token in tokens]
    place, words = 0, list[str]()
    while place < len(keys):
        phrase = _phrases().at(keys, place)
        size = len(phrase.words) if phrase else 1
        words.append(_slug(" ".join(phrase.words if phrase else tokens[place : place + 1])))
        place += size
    words = [word for word in words if word]
    return words if any(word.isalpha() or "-" in word for word in words) else [_NOTHING_SAID, *words]


def _slug(phrase: str) -> str:
    """Return a phrase as it stands in an id: abbreviated, or left out, or without marks."""
    said = _instead().get(phrase, phrase)
    return "-".join(_LETTERS.findall(plain(said).lower()))


@cache
def _phrases() -> Phrases:
    """Return the phrases that are abbreviated, those that are left out, and words of several syllables."""
    lists = spelling()
    return Phrases((phrase, Sort.COMMON) for phrase in (*lists.short, *lists.fillers, *lists.common))


@cache
def _instead() -> dict[str, str]:
    """Return what stands for a phrase in ids, by its words; nothing for those that are left out."""
    lists = spelling()
    short = {" ".join(WORD.findall(phrase)): said for phrase, said in lists.short.items()}
    return dict.fromkeys(lists.fillers, "") | short
