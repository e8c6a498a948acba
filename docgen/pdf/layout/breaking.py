"""Where a line may end, as LibreOffice 7.4 ends them: UAX #14 (Unicode line breaking) with its own changes.

They are: a break is allowed between a hyphen and a digit; a closing parenthesis is like any closing sign; a
degree sign is a letter, a backslash like a slash; nothing breaks after a slash unless a path is very long.
"""

import re
from collections.abc import Sequence

_CLASSES = {
    "SP": " ",
    "ZW": "\u200b",
    "CM": "\u0300-\u034e\u0350-\u035b\u0363-\u036f\u200c-\u200f\u202a-\u202e\u20d0-\u20f0\ufe00-\ufe0f",
    "WJ": "\u2060\ufeff",
    "GL": "\u00a0\u034f\u035c-\u0362\u2007\u2011\u202f",
    "BA": "\t|\u00ad\u2000-\u2006\u2008-\u200a\u2010\u2012\u2013\u2027\u2056\u2058-\u205b\u205d-\u205f\u3000",
    "BB": "\u00b4\u02c8\u02cc\u02df",
    "B2": "\u2014\u2e3a\u2e3b",
    "CB": "\ufffc",
    "HY": "-",
    "NS": "\u203c\u203d\u2047-\u2049\u3005\u301c\u309b-\u309e\u30a0\u30fb-\u30fe",
    "IN": "\u2024-\u2026\u22ef",
    "QU": "\"'\u00ab\u00bb\u2018\u2019\u201b-\u201d\u201f\u2039\u203a",
    "OP": "(\\[{\u00a1\u00bf\u201a\u201e\u207d\u208d\u3008\u300a\u300c\u300e\u3010\u3014\uff08\uff3b\uff5b",
    "CL": ")\\]}\u207e\u208e\u3001\u3002\u3009\u300b\u300d\u300f\u3011\u3015\uff09\uff0c\uff0e\uff3d\uff5d",
    "EX": "!?\uff01\uff1f",
    "IS": ",.:;\u2044",
    "SY": "/\\\\",
    "NU": "0-9",
    "PR": "$+\u00a3-\u00a5\u00b1\u20a0-\u20cf\u2116\u2212\u2213",
    "PO": "%\u00a2\u2030-\u2037\u2103\u2109",
    "ID": "\u2e80-\u2fff\u3003-\u9fff\uf900-\ufaff\uff02-\uff60",
}
"""The signs of each class of UAX #14, as in a set of a regular expression; all others are letters (AL)."""

_NOT_BEFORE = frozenset({"SP", "ZW", "WJ", "CL", "EX", "IS", "SY"})
"""What no line begins with, even when spaces stand before it."""
_SPACES = frozenset({"SP", "ZW"})
_HELD_OVER_SPACES = frozenset({("CL", "NS"), ("B2", "B2")})
_GLUE = frozenset({"GL", "WJ", "QU"})
_TRAILING = frozenset({"BA", "HY", "NS"})
_UNITS = frozenset({"PR", "PO"})
_IN_NUMBERS = frozenset({"SY", "IS", "CL"})
_HELD = {
    "AL": "AL NU OP PR IN",
    "NU": "AL NU OP PR PO IN",
    "PR": "AL NU ID",
    "PO": "AL NU",
    "IS": "AL NU",
    "CL": "AL NU",
    "ID": "PO IN",
    "IN": "IN",
}
"""What stays with what stands before it."""
_NUMBER = re.compile(r"[0-9][0-9/\\,.:;\u2044]*[)\]}]?$")
_DEGREE = "\u00b0"
"""A letter elsewhere; after a number it is its unit."""
_LONG_PATH = 66
_BLANKS = " \t\n"


class _Kinds(dict[str, str]):
    """The class of each character that was asked for."""

    def __missing__(self, char: str) -> str:
        self[char] = kind = next((name for name, signs in _PATTERNS if signs.match(char)), "AL")
        return kind


_PATTERNS = [(name, re.compile(f"[{signs}]")) for name, signs in _CLASSES.items()]
_KINDS = _Kinds()
_PAIRS = frozenset((before, after) for before, kinds in _HELD.items() for after in kinds.split())


def line_end(text: str, start: int, limit: int, seams: Sequence[int] = ()) -> int:
    """Return where the next line begins when only the characters `start` to `limit` fit on this one.

    Spaces hang over the edge of a line; they may lie between the end of what fits and the answer. `seams` are
    where another style begins after `start`, up to `limit`: when nothing after a seam may begin a line, what
    stands before it is set anew, without its last letter. Without an opportunity the answer is `start`.
    """
    fitting = limit
    for seam in (*reversed(seams), start):
        end = _end(text, start, fitting)
        if end > start and end >= seam:
            return end
        fitting = seam - 1
    return start


def word_end(text: str, start: int, limit: int, seams: Sequence[int] = ()) -> int:
    """Return where a word is cut that is wider than its line, when `start` to `limit` of it fit.

    That is before the last letter of its first style, when others follow; what is left is cut where it must.
    """
    at = seams[0] - 1 if seams and not _is_rest(text, start) else limit
    return max(at, start + 1)


def _is_rest(text: str, start: int) -> bool:
    """Whether a line begins with what is left of a word that was cut."""
    return start > 0 and text[start - 1] not in _BLANKS and not _is_boundary(text, start)


def _end(text: str, start: int, limit: int) -> int:
    if limit >= len(text):
        return limit
    if text[limit] == " ":
        return _after_spaces(text, limit)
    for at in range(limit, start, -1):
        if _is_boundary(text, at):
            if text[at - 1] != "/":
                return at
            if at < limit:
                return max(_before_path(text, at), start)
    return start


def _after_spaces(text: str, at: int) -> int:
    while at < len(text) and text[at] == " ":
        at += 1
    return at


def _before_path(text: str, at: int) -> int:
    """Return where the word begins that has a slash before `at`, or `at` when it is too long to be kept."""
    blanks = (place for place in range(at - 2, max(at - _LONG_PATH, 0) - 1, -1) if text[place] in _BLANKS)
    return next(blanks, at - 1) + 1


def _is_boundary(text: str, at: int) -> bool:
    """Whether the rules allow a break between the characters before and at `at`."""
    after, last = _KINDS[text[at]], at - 1
    if _KINDS[text[last]] == "ZW":
        return after not in _SPACES
    if after in _NOT_BEFORE:
        return False
    while last >= 0 and text[last] == " ":
        last -= 1
    spaced = last < at - 1
    if after == "CM":
        return spaced
    while last > 0 and _KINDS[text[last]] == "CM":
        last -= 1
    before = _KINDS[text[last]] if last >= 0 else "SP"
    if before == "OP" or (before, after) in _HELD_OVER_SPACES:
        return False
    return spaced or (_separates(before, after) and not _is_number(text, last, at))


def _separates(before: str, after: str) -> bool:
    """Whether a line may end between signs of two classes that stand side by side."""
    if before in _GLUE or after in _GLUE:
        return False
    if "CB" in {before, after}:
        return True
    return after not in _TRAILING and before != "BB" and (before, after) not in _PAIRS


def _is_number(text: str, last: int, at: int) -> bool:
    """Whether what ends at `last` and what begins at `at` are one number, with its signs and unit."""
    before, after = _KINDS[text[last]], _KINDS[text[at]]
    if before in _UNITS and after == "OP":
        return _KINDS[text[at + 1 : at + 2] or " "] == "NU"
    goes_on = after in _UNITS or text[at] == _DEGREE or (after == "NU" and before == "SY")
    return goes_on and before in _IN_NUMBERS and _NUMBER.search(text, 0, last + 1) is not None
