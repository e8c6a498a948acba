"""Vietnamese order: A Ă Â B C D Đ E Ê …; then tones (ngang, huyền, hỏi, ngã, sắc, nặng); then case.

As in the Unicode locale data for Vietnamese, letters are compared over the whole text first; tones count only
between texts of the same letters. Digits are compared as numbers: "Phòng 2" stands before "Phòng 10".
"""

import re
import unicodedata

from docgen.language.text import nfc

Weight = tuple[int, int, str]
Key = tuple[tuple[Weight, ...], tuple[int, ...], str]
"""What `sorted` compares: letters and numbers, then the tone of each word, then letters with their case."""

_ALPHABET = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
_RANK = {letter: rank for rank, letter in enumerate(_ALPHABET)}
_TONES = "\u0300\u0309\u0303\u0301\u0323"
_PIECE = re.compile(r"\d+|.", re.DOTALL)
_SIGN, _NUMBER, _LETTER, _FOREIGN = range(4)


def collation_key(text: str) -> Key:
    """Return the key that sorts texts into Vietnamese order; the place of the tone does not count."""
    toneless, tones = _without_tones(text)
    letters = tuple(_weight(piece) for piece in _PIECE.findall(toneless.casefold()))
    return letters, tones, toneless.swapcase()


def person_key(name: str) -> tuple[Key, Key, Key]:
    """Return the key that sorts people: by given name, the last word, then family name, then middle name."""
    *others, given = name.split() or [""]
    return collation_key(given), collation_key("".join(others[:1])), collation_key(" ".join(others[1:]))


def _without_tones(text: str) -> tuple[str, tuple[int, ...]]:
    """Return `text` without its tones, and the tone of each word: 0 for ngang to 5 for nặng."""
    words = [unicodedata.normalize("NFD", word) for word in text.split()]
    tones = tuple(max(_TONES.find(sign) + 1 for sign in word) for word in words)
    return nfc(" ".join("".join(sign for sign in word if sign not in _TONES) for word in words)), tones


def _weight(piece: str) -> Weight:
    """Return the place of one toneless piece: signs, numbers, Vietnamese letters, other letters."""
    if piece.isdecimal():
        digits = piece.lstrip("0")
        return _NUMBER, len(digits), digits
    if piece in _RANK:
        return _LETTER, _RANK[piece], ""
    return _FOREIGN if piece.isalpha() else _SIGN, ord(piece), ""
