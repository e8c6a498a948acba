"""Characters that spoil Vietnamese text: not composed, invisible, of another script; and where tones stand.

Places are spans: start and end as in `text[start:end]`. `docgen.language.text.nfc` composes. Text in an old
encoding is read first (`docgen.language.legacy`): there U+00AD is "ư", and "Ð" is "é".
"""

import re
import unicodedata
from typing import Literal, NamedTuple

Span = tuple[int, int]
ToneStyle = Literal["old", "new"]
"""Where an open oa, oe, uy carries its tone: "old" on the first vowel (hòa), "new" on the second (hoà)."""


class LookAlike(NamedTuple):
    """A letter that looks like the `right` one and is another."""

    start: int
    end: int
    right: str


CONTROLS = "\u0000-\u0008\u000e-\u001f\u007f-\u0084\u0086-\u009f"
ZERO_WIDTH = "\u00ad\u180e\u200b-\u200d\u2060-\u2064\ufeff"
DIRECTIONS = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
"""Classes for a regular expression: controls other than tabs and breaks; what has no width, and the soft
hyphen; what turns the direction of reading."""

BARRED = dict(zip("ÐƉðɖ", "ĐĐđđ", strict=True))
"""Letters that look like "đ", and it."""

_INVISIBLE = re.compile(f"[{CONTROLS}{ZERO_WIDTH}{DIRECTIONS}]+")
_HARD_SPACE = re.compile("[\u00a0\u2007\u202f]+")
_COMPOSABLE = re.compile(r".[\u0300-\u036f]+|[^\u0000-\u02ff]", re.DOTALL)

_WORD = re.compile(r"(?:[^\W\d_]|[\u0300-\u036f])+")
_LATIN = re.compile("[A-Za-z\u00c0-\u024f\u0256\u1e00-\u1eff]")
_CYRILLIC = dict(zip("АВЕЀЅІЈКМНОРСТУХӐаеѐѕіјорсухӑ", "ABEÈSIJKMHOPCTYXĂaeèsijopcyxă", strict=True))
_GREEK = dict(zip("ΑΆΒΕΈΖΗΙΊΚΜΝΟΌΡΤΥΎΧαάικνοόρυύ", "AÁBEÉZHIÍKMNOÓPTYÝXaáikvoópuú", strict=True))
_RIGHT = _CYRILLIC | _GREEK | BARRED
_WRONG = re.compile(f"[{''.join(_RIGHT)}]")

_CONSONANTS = "[bcdđghklmnprstvx]*"
_TONE = "[\u0300\u0301\u0303\u0309\u0323]"
_OLD_STYLE = re.compile(f"{_CONSONANTS}(?:o{_TONE}[ae]|u{_TONE}y)")
_NEW_STYLE = re.compile(f"{_CONSONANTS}(?:o[ae]|uy){_TONE}")


def not_nfc(text: str) -> tuple[Span, ...]:
    """Return where letters are written in pieces, as "e" + hat + tone for "ế"; none when `text` is NFC."""
    return tuple(
        found.span() for found in _COMPOSABLE.finditer(text) if not unicodedata.is_normalized("NFC", found[0])
    )


def invisible(text: str) -> tuple[Span, ...]:
    """Return where `text` has characters that nobody sees: controls, zero width, directions."""
    return tuple(found.span() for found in _INVISIBLE.finditer(text))


def without_invisible(text: str) -> str:
    """Return `text` without its invisible characters; spaces, tabs and breaks stay."""
    return _INVISIBLE.sub("", text)


def hard_spaces(text: str) -> tuple[Span, ...]:
    """Return where `text` has spaces at which no line breaks: right after a number, seldom elsewhere."""
    return tuple(found.span() for found in _HARD_SPACE.finditer(text))


def look_alikes(text: str) -> tuple[LookAlike, ...]:
    """Return the letters of Latin words that belong to another script, and the wrong kinds of "đ".

    A word wholly in Cyrillic or Greek is foreign, not wrong.
    """
    return tuple(
        LookAlike(start, start + 1, _RIGHT[text[start]])
        for word in (_WORD.finditer(text) if _WRONG.search(text) else ())  # nearly no text has one
        if _LATIN.search(word[0])
        for start in _wrong_letters(text, word.span())
    )


def _wrong_letters(text: str, word: Span) -> list[int]:
    """Return where the look-alikes of a word stand."""
    return [found.start() for found in _WRONG.finditer(text, *word)]


def tone_style(word: str) -> ToneStyle | None:
    """Return how `word` places its tone; None for a word that both styles write alike (hoàn, quý, của)."""
    letters = unicodedata.normalize("NFD", word.lower())
    if _OLD_STYLE.fullmatch(letters):
        return "old"
    return "new" if _NEW_STYLE.fullmatch(letters) else None
