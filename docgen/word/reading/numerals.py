"""Numbers as Word writes them in lists, page numbers and notes (ECMA-376, Part 1, 17.18.59)."""

from collections.abc import Callable

import roman

_LAST_ROMAN = 4999
_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_SYMBOLS = "*†‡§"


def numeral(count: int, style: str) -> str:
    """Write `count` in Word's `style`; in Arabic figures when the style is not known."""
    return _WRITERS.get(style, str)(count)


def is_known(style: str) -> bool:
    """Whether numbers are written in a style of Word, and not in Arabic figures for want of it."""
    return style in _WRITERS or style in {"decimal", "bullet"}


def _lettered(count: int) -> str:
    """Return Word's letters: a to z, then aa, bb and so on."""
    again, letter = divmod(count - 1, len(_LETTERS))
    return _LETTERS[letter] * (again + 1)


def _roman(count: int) -> str:
    """Return a Roman number, as far as there are such."""
    return roman.toRoman(count) if 0 < count <= _LAST_ROMAN else str(count)


def _symbol(count: int) -> str:
    again, symbol = divmod(count - 1, len(_SYMBOLS))
    return _SYMBOLS[symbol] * (again + 1)


_WRITERS: dict[str, Callable[[int], str]] = {
    "upperRoman": _roman,
    "lowerRoman": lambda count: _roman(count).lower(),
    "upperLetter": lambda count: _lettered(count).upper(),
    "lowerLetter": _lettered,
    "decimalZero": "{:02d}".format,
    "numberInDash": "- {} -".format,
    "chicago": _symbol,
    "none": lambda _: "",
}
