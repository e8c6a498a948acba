"""Stretches of the calendar as plans write them.

"Tháng 3/2025", "Quý II, Quý III", "Từ tháng 3 đến tháng 6", "Trước ngày 15/12/2025", "6 tháng đầu năm".
"""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from docgen.language.dates import calendar_day, last_day_of_month
from docgen.language.text import fold, plain


class DeadlineKind(StrEnum):
    """What a deadline, or one phase of it, says."""

    DAY = "ngay"
    MONTH = "thang"
    QUARTER = "quy"
    PART_OF_YEAR = "phan_nam"
    WHOLE_YEAR = "ca_nam"
    WITHIN_YEAR = "trong_nam"
    REGULARLY = "thuong_xuyen"
    EVENT = "su_kien"
    SUPERIOR_PLAN = "ke_hoach_cap_tren"
    UNKNOWN = "khong_ro"

    @property
    def is_endless(self) -> bool:
        """Say whether it goes on all the year, so that it comes due in no period of it.

        What is to be done *within* the year comes due in the last.
        """
        return self in {DeadlineKind.WHOLE_YEAR, DeadlineKind.REGULARLY}


@dataclass(frozen=True)
class Timeframe:
    """A stretch of days, both ends included."""

    kind: DeadlineKind
    earliest: date
    latest: date


_MONTHS_OF: tuple[tuple[re.Pattern[str], DeadlineKind, Callable[[int], tuple[int, int]]], ...] = (
    (re.compile(r"thang (\d{1,2})"), DeadlineKind.MONTH, lambda month: (month, month)),
    (
        re.compile(r"quy (i{1,3}|iv|[1-4])"),
        DeadlineKind.QUARTER,
        lambda quarter: (3 * quarter - 2, 3 * quarter),
    ),
    (re.compile(r"([369]) thang dau(?: nam)?"), DeadlineKind.PART_OF_YEAR, lambda months: (1, months)),
    (re.compile(r"([36]) thang cuoi(?: nam)?"), DeadlineKind.PART_OF_YEAR, lambda months: (13 - months, 12)),
    (re.compile(r"ca(?: nam)?()"), DeadlineKind.WHOLE_YEAR, lambda _: (1, 12)),
    (re.compile(r"nam()"), DeadlineKind.WITHIN_YEAR, lambda _: (1, 12)),
    (
        re.compile(r"(?:thuong xuyen|dinh ky|(?:dinh ky )?hang (?:tuan|thang|quy|nam))(?: trong nam)?()"),
        DeadlineKind.REGULARLY,
        lambda _: (1, 12),
    ),
)
_NUMBERS = {"": 0, "i": 1, "ii": 2, "iii": 3, "iv": 4}
_DAY = re.compile(r"(?:ngay )?(\d{1,2})(?:/| thang )(\d{1,2})")
_YEAR = re.compile(r"(?P<words>.+?)(?:(?:/| |/? ?nam )(?P<year>\d{4}))?")
_BARE_NUMBER = re.compile(r"(?:\d{1,2}|i{1,3}|iv)(?:/\d{4})?")
_INTRODUCTION = re.compile(r"(?:hoan thanh )?(?:trong )?(?=.)")
_UNTIL = re.compile(r"(?P<word>truoc|cham nhat|den)(?: het| la)? (?P<end>.+)")
_RANGE = re.compile(r"(?:tu )?(?P<start>.+?)(?: den(?: het)? | ?- ?)(?P<end>.+)")
_AND = re.compile(r" ?[,;] ?| va ")


def read_timeframes(phrase: str, year: int) -> tuple[Timeframe, ...]:
    """Return every stretch that `phrase` names, in its order; none when it is not understood.

    A month, quarter or day without a year takes the next year named behind it, at last `year`, the year of
    the plan. "Trước ngày 15/12" ends on the 14th and, like "Đến ngày …", begins with its year.
    """
    key = _INTRODUCTION.sub("", plain(fold(phrase)), count=1)
    try:
        return _read(key, year)
    except (ValueError, OverflowError):
        return ()


def _read(key: str, year: int) -> tuple[Timeframe, ...]:
    if until := _UNTIL.fullmatch(key):
        (end,) = _each([until["end"]], year)
        return (_until(end, before=until["word"] == "truoc"),)
    if stretch := _RANGE.fullmatch(key):
        return (_range(*_each(stretch.group("start", "end"), year)),)
    return _each(_AND.split(key), year)


def _until(end: Timeframe, *, before: bool) -> Timeframe:
    latest = end.earliest - timedelta(days=1) if before else end.latest
    return Timeframe(end.kind, date(latest.year, 1, 1), latest)


def _range(start: Timeframe, end: Timeframe) -> Timeframe:
    if start.earliest > end.latest:
        raise ValueError(f"{start.earliest} > {end.latest}")
    return Timeframe(end.kind, start.earliest, end.latest)


def _each(pieces: Sequence[str], year: int) -> tuple[Timeframe, ...]:
    """Read pieces from the last to the first: a piece without a year takes that of the next one."""
    frames = []
    for piece in reversed(list(_with_nouns(pieces))):
        found = _YEAR.fullmatch(piece)
        if found is None:
            raise ValueError(piece)
        year = int(found["year"] or year)
        frames.append(_one(found["words"], year))
    return tuple(reversed(frames))


def _with_nouns(pieces: Iterable[str]) -> Iterable[str]:
    """Give a bare number the noun of the piece before it: "quý I, II" → "quý I", "quý II"."""
    noun = ""
    for piece in pieces:
        whole = f"{noun} {piece}" if _BARE_NUMBER.fullmatch(piece) else piece
        noun = whole.split(" ")[0]
        yield whole


def _one(words: str, year: int) -> Timeframe:
    """Read one day, month, quarter or part of a year; ValueError when it is none."""
    if day := _DAY.fullmatch(words):
        found = calendar_day(int(day[1]), int(day[2]), year)
        return Timeframe(DeadlineKind.DAY, found, found)
    for pattern, kind, months in _MONTHS_OF:
        if match := pattern.fullmatch(words):
            first, last = months(_NUMBERS[match[1]] if match[1] in _NUMBERS else int(match[1]))
            return Timeframe(kind, calendar_day(1, first, year), last_day_of_month(last, year))
    raise ValueError(words)
