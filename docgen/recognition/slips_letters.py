"""How syllables are compared: one spelling of each, its bare shape, and whether two are a letter apart."""

import re
import unicodedata
from functools import lru_cache

from docgen.language.syllables import is_syllable

_TONE = re.compile("[\u0300\u0301\u0303\u0309\u0323]")
_MARK = re.compile("[\u0300-\u036f]")
_NOTE = re.compile(r"(?<=[^\W\d_])\d+$")
_FINAL_Y = re.compile("(?<=[hklmst])y$")
_FOREIGN = re.compile("[fjwz]")
_CONFUSED = (("rn", "m"), ("cl", "d"), ("vv", "w"), ("0", "o"), ("1", "i"), ("l", "i"), ("5", "s"))
"""Letters that a scan takes for one another, in small letters."""
_REMEMBERED = 1 << 15


@lru_cache(_REMEMBERED)
def spelled(word: str) -> str:
    """Return the one spelling of a syllable in any case: its letters, then its tone; "lý" as "lí".

    The number of a footnote behind a word is no part of it.
    """
    letters = unicodedata.normalize("NFD", _NOTE.sub("", word).lower())
    tones = "".join(_TONE.findall(letters))
    return unicodedata.normalize("NFC", _FINAL_Y.sub("i", _TONE.sub("", letters))) + tones


@lru_cache(_REMEMBERED)
def bare(spelling: str) -> str:
    """Return the letters of a spelling without any mark, đ as d."""
    return _MARK.sub("", unicodedata.normalize("NFD", spelling.replace("đ", "d")))


@lru_cache(_REMEMBERED)
def shape(spelling: str) -> str:
    """Return what spellings share that differ only in marks or in letters that look alike."""
    letters = bare(spelling)
    for one, other in _CONFUSED:
        letters = letters.replace(one, other)
    return letters


@lru_cache(_REMEMBERED)
def is_possible(spelling: str) -> bool:
    """Tell whether a spelling could be a Vietnamese syllable."""
    return is_syllable(spelling)


def is_foreign(spelling: str) -> bool:
    """Tell whether a spelling has letters that Vietnamese does not have, and no mark."""
    return bool(_FOREIGN.search(spelling)) and spelling == bare(spelling)


def is_one_letter_off(one: str, other: str) -> bool:
    """Tell whether one letter added, left out, exchanged, or two swapped, make `one` of `other`."""
    if abs(len(one) - len(other)) > 1 or one == other:
        return False
    start = next((n for n, pair in enumerate(zip(one, other, strict=False)) if pair[0] != pair[1]), -1)
    rest, tail = (one[start:], other[start:]) if start >= 0 else (one[len(other) :], other[len(one) :])
    swapped = rest[1::-1] + rest[2:]
    return rest[1:] == tail[1:] or rest == tail[1:] or rest[1:] == tail or swapped == tail
