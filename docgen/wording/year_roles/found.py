"""The years of a text, in the groups in which they are written: days, months, quarters, stretches, lists."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from docgen.wording.year_roles.tokens import BESIDE, REACH, SHORT, TO, Form, Token, Written, year_tokens


@dataclass(frozen=True)
class Group:
    """Years written together, and the letters of the phrase that they make."""

    form: Form
    years: tuple[Written, ...]
    start: int
    end: int

    @property
    def last(self) -> int:
        """The latest of the years."""
        return max(written.year for written in self.years)


_CENTURY, _LONGEST_SHORT = 100, 10
"""Years; one of two digits ends no longer stretch."""
_STRETCH_WORDS = re.compile(
    r"(?<!\w)(?:giai\s+đoạn|nhiệm\s+k[ỳì]|niên\s+khóa|niên\s+vụ|năm\s+học|thời\s+k[ỳì]|khóa\s+\w+"
    r"|từ(?:\s+năm)?|các\s+năm"
    r"|(?:niên\s+vụ|(?:vụ|mùa)\s+(?:đông|hè|thu|xuân|khô|mưa|mùa|lũ)(?:\s+\w+)?)|(?:(?:\d+|hai|ba"
    r"|bốn)\s+)?năm)[\s:,(]*$"
)
_LEADING = re.compile(
    r"(?<!\w)(?:các|những|(?:(?:tính\s+)?đến\s+)?(?:hết|cuối)|đến|tới|từ|kể\s+từ|từ\s+đầu|trước|sau"
    r"|tầm\s+nhìn|định\s+hướng"
    r"|tầm\s+nhìn\s+đến|định\s+hướng\s+đến)\s+$"
)


def year_groups(text: str, year: int, is_cited: Callable[[int], bool]) -> tuple[Group, ...]:
    """Return the years of `text`, the key of one of the plan of `year`, in order and groups; no amounts.

    `is_cited` tells whether a place belongs to the number, date or name of a cited document.
    """
    tokens = list(year_tokens(text, year, is_cited))
    return tuple(_groups(text, tokens, is_cited))


def _groups(text: str, tokens: Sequence[Token], is_cited: Callable[[int], bool]) -> Iterator[Group]:
    """Put together what is written together: two ends of a stretch, the items of a list."""
    rest = list(tokens)
    while rest:
        size, form = _together(text, rest)
        size, form = _of_one_kind(rest[:size], form, is_cited)
        taken, rest = rest[:size], rest[size:]
        years = tuple(token.written for token in taken)
        end = years[-1].end
        if form is Form.STRETCH and (short := _short_end(text, years[0])) and size == 1:
            years, end = (*years, short), short.end
        start = _phrase_start(text, taken[0], form)
        closes = text.startswith(")", end) and "(" in text[start:end]
        yield Group(form, years, start, end + closes)


def _together(text: str, tokens: Sequence[Token]) -> tuple[int, Form]:
    """Return how many of the first tokens make one group, and its form."""
    first = tokens[0]
    if first.form not in {Form.YEAR, Form.BARE}:
        return 1, first.form
    if _short_end(text, first.written):
        return 1, Form.STRETCH
    if len(tokens) > 1 and _is_stretch(text, first, tokens[1]):
        return 2, Form.STRETCH
    size = 1
    while size < len(tokens) and _is_listed(
        text, tokens[size - 1], tokens[size], tokens[size + 1 : size + 2]
    ):
        size += 1
    return size, Form.LIST if size > 1 else first.form


def _of_one_kind(tokens: Sequence[Token], form: Form, is_cited: Callable[[int], bool]) -> tuple[int, Form]:
    """Return a list cut where the years of a document end and others begin: "NĐ 30/2020, năm 2025"."""
    if form is not Form.LIST:
        return len(tokens), form
    kinds = [is_cited(token.written.start) for token in tokens]
    size = next((at for at, kind in enumerate(kinds) if kind != kinds[0]), len(tokens))
    return size, Form.LIST if size > 1 else tokens[0].form


def _short_end(text: str, first: Written) -> Written | None:
    """Return the year of two digits that ends a stretch, as in "năm học 2024-25"."""
    short = SHORT.match(text, first.end)
    if short is None:
        return None
    year = first.year // _CENTURY * _CENTURY + int(short[1])
    return Written(*short.span(1), year) if 0 < year - first.year <= _LONGEST_SHORT else None


def _is_stretch(text: str, one: Token, other: Token) -> bool:
    between = text[one.written.end : other.written.start]
    return (
        one.written.year < other.written.year
        and other.form in {Form.YEAR, Form.BARE}
        and TO.fullmatch(between) is not None
        and ("/" not in between or one.written.year + 1 == other.written.year)
    )


def _is_listed(text: str, one: Token, other: Token, after: Sequence[Token]) -> bool:
    between = text[one.written.end : other.written.start]
    starts_a_stretch = bool(after) and _is_stretch(text, other, after[0])
    return other.form in {Form.YEAR, Form.BARE} and bool(BESIDE.fullmatch(between)) and not starts_a_stretch


def _phrase_start(text: str, token: Token, form: Form) -> int:
    """Return where the phrase begins that an officer would quote."""
    start = token.written.start if form is Form.STRETCH else token.start
    begin = max(0, start - REACH)
    leading = _STRETCH_WORDS if form is Form.STRETCH else _LEADING
    found = leading.search(text[begin:start])
    if form in {Form.STRETCH, Form.YEAR, Form.LIST} or (form is Form.BARE and found):
        return begin + found.start() if found else start
    return start
