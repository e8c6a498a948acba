"""The numbers of rows, "A", "II.", "01", "1.1", "a)", "-", alone in a cell or before the words."""

import re
from dataclasses import dataclass
from enum import StrEnum, auto

from docgen.language.numerals import is_roman


class Mark(StrEnum):
    """How a row is numbered, outermost first."""

    PART = auto()
    LETTER = auto()
    ROMAN = auto()
    ARABIC = auto()
    DECIMAL = auto()
    POINT = auto()
    DASH = auto()


TITLES = (Mark.PART, Mark.LETTER, Mark.ROMAN)
"""The marks of titles."""
UNDER_TASKS = (Mark.DECIMAL, Mark.POINT, Mark.DASH)
"""The marks of what stands under a task."""


@dataclass(frozen=True)
class RowNumber:
    """A number: its kind and what it says, without the stop, bracket or noughts around it."""

    mark: Mark
    text: str


_PART = r"[Pp](?:hần|HẦN)\s+(?:thứ\s+\w+|THỨ\s+\w+|[A-ZĐ]|[IVXLC]+|\d{1,2})"
_KINDS = (
    (Mark.PART, re.compile(_PART)),
    (Mark.ARABIC, re.compile(r"(?:[A-ZĐ]|[IVXLC]+)\.\d{1,4}|\d{1,4}[a-zđ]?")),
    (Mark.DECIMAL, re.compile(r"(?:(?:[A-ZĐ]|[IVXLC]+)\.)?\d{1,4}(?:[.,]\d{1,4})+[a-zđ]?")),
    (Mark.POINT, re.compile(r"[a-zđ]")),
    (Mark.DASH, re.compile(r"[-–—+•*]")),
)
_LETTER = re.compile(r"[A-ZĐ]")
_ROMAN_FIRST = "IVX"
"""Letters that alone are Roman numerals; C, D, L and M are parts."""
_BEFORE_TITLE = re.compile(
    rf"({_PART})(?:\s*[.:)/]\s*|\s*[–—-]\s*|\s+)(?=\S)"
    r"|([A-ZĐ]|[IVXLC]+)(?:\s*[.:)/]\s*|\s*[–—-]\s+)(?=[^\W\d]|[\"“(])"
)
_BEFORE_WORDS = re.compile(
    r"((?:(?:[A-ZĐ]|[IVXLC]+)\.)?\d{1,4}(?:\.\d{1,4})*)[.)/]\s+(?=\S)|(\d{1,2}(?:\.\d{1,2})+)\s+(?=\S)"
    r"|([a-zđ])\)\s+(?=\S)|([-–—+•])\s+(?=\S)"
)
_FIGURE = re.compile(r"\d+(?:\.\d+)+\s")
"""A number that before a small letter is a figure: "2.5 tỷ đồng"."""
_AROUND = " .):/(\n\t\u00a0"


def row_number(text: str) -> RowNumber | None:
    """Return the number that `text` is, None when it is none."""
    bare = text.strip(_AROUND)
    if not bare or len(bare) > 20:  # noqa: PLR2004  "Phần thứ mười lăm" is the longest
        return None
    if _LETTER.match(bare) and is_roman(bare) and (len(bare) > 1 or bare in _ROMAN_FIRST):
        return RowNumber(Mark.ROMAN, bare)
    if _LETTER.fullmatch(bare):
        return RowNumber(Mark.LETTER, bare)
    for mark, pattern in _KINDS:
        if pattern.fullmatch(bare):
            return RowNumber(mark, (bare.lstrip("0") or bare).replace(",", "."))
    return None


def number_before(text: str) -> tuple[RowNumber | None, str]:
    """Return the number before the words of `text`, if one stands there, and the words."""
    text = text.strip()
    for pattern in (_BEFORE_TITLE, _BEFORE_WORDS):
        found = pattern.match(text)
        number = row_number(next(filter(None, found.groups()))) if found else None
        if found and number and not (_FIGURE.match(text) and text[found.end()].islower()):
            return number, text[found.end() :]
    return None, text
