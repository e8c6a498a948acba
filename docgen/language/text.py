"""Comparing Vietnamese text: what two spellings of one word share, and which name was meant."""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable
from difflib import SequenceMatcher, get_close_matches

from docgen.language.characters import BARRED, without_invisible

_TONES = "\u0300\u0301\u0303\u0309\u0323"
_SYLLABLE = re.compile(r"(?:[^\W\d_]|[\u0300-\u036f])+")
_DASH = re.compile("[\u2010-\u2015\u2212\ufe58\ufe63\uff0d]")
_LOOK_ALIKES = str.maketrans(BARRED)
_SIMILAR_ENOUGH = 0.6


def nfc(text: str) -> str:
    """Return `text` with every letter in one piece (Unicode NFC), as it is stored and printed."""
    return unicodedata.normalize("NFC", text)


def fold(text: str) -> str:
    """Return the key under which two spellings of the same words are equal; it is not meant to be read.

    Case, the kind of dash, the kind and number of spaces, invisible characters and the place of the tone do
    not count: "Văn  Phòng" = "Văn phòng", "hoà" = "hòa", "2023 – 2025" = "2023 - 2025". A syllable has one
    tone, so the tone is moved behind its letters; "qu" and "gi" need no rule of their own.
    """
    bare = _DASH.sub("-", without_invisible(text)).casefold().translate(_LOOK_ALIKES)
    moved = _SYLLABLE.sub(_tone_last, unicodedata.normalize("NFD", bare))
    return nfc(" ".join(moved.split()))


def _tone_last(syllable: re.Match[str]) -> str:
    """Return the letters of a decomposed syllable, then its tone."""
    letters = "".join(sign for sign in syllable[0] if sign not in _TONES)
    return letters + "".join(sign for sign in syllable[0] if sign in _TONES)


def plain(text: str) -> str:
    """Return `text` without any mark, đ as d: "Đắk Lắk" → "Dak Lak"; for search and file names."""
    bare = unicodedata.normalize("NFD", text.replace("đ", "d").replace("Đ", "D"))
    return nfc("".join(sign for sign in bare if not unicodedata.combining(sign)))


def cut(text: str, letters: int) -> str:
    """Return `text`, one that is longer than so many letters cut at a blank and ended by "…"."""
    return text if len(text) <= letters else f"{text[:letters].rsplit(' ', 1)[0]} …"


def nearest(name: str, candidates: Iterable[str]) -> str | None:
    """Return the candidate that `name` was most likely meant to be; None when none is near.

    Marks and case count only between candidates that are equal without them.
    """
    by_key: dict[str, list[str]] = defaultdict(list)
    for candidate in candidates:
        by_key[plain(fold(candidate))].append(candidate)
    keys = get_close_matches(plain(fold(name)), by_key, n=1, cutoff=_SIMILAR_ENOUGH)
    return max(by_key[keys[0]], key=lambda candidate: _likeness(name, candidate)) if keys else None


def _likeness(one: str, other: str) -> float:
    """Return how alike two names are, marks included: 0 to 1."""
    return SequenceMatcher(None, fold(one), fold(other)).ratio()
