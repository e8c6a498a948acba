"""The period of a report, read from its subject, and the days whose data it holds, read from its text."""

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from docgen.components import key
from docgen.language.dates import calendar_day, last_day_of_month, short_date
from docgen.rules.reports import YEAR, Period, data_window, month, named, periods

_LONGEST_SHIFT = 45
_LEAST_OF_A_YEAR = 300
"""Days: less is no data of a year; an end that is farther off is not that of the year."""

_CITED_DAY = re.compile(
    r"ngay \d{1,2} ?(thang|[/.-]) ?\d{1,2} ?(nam|[/.-]) ?\d{4}|\d{1,2}[/.-]\d{1,2}[/.-]\d{4}"
)
_AHEAD = re.compile(
    r"\bphuong huong\b|"
    r"(?:[,;-]|\bva\b) *(?:nhiem vu|ke hoach|du kien|muc tieu|giai phap|chuong trinh|dinh huong)\b"
)
_SAID_YEAR = re.compile(r"(?:\bnam |/ ?)((?:19|20)\d\d)\b")
_AND_YEAR = re.compile(r" va (ca )?nam \d{4}")
_MONTH = re.compile(r"\bthang (0?[1-9]|1[0-2])\b")
_LONGER = re.compile(
    r"giai doan|nhiem ky|nam hoc|\b(tu|den) nam\b|\d{4} ?- ?\d{4}|\b\d+ nam\b|\b(hai|ba|bon|nam|muoi) nam\b"
)

_DAY = r"(?:hết\s+)?(?:ngày\s+)?(\d{1,2})(?:\s*[/.-]\s*|\s+tháng\s+)(\d{1,2})"
_OF_YEAR = r"(?:\s*[/.-]\s*|\s+năm\s+)(\d{4})"
_FROM_TO = re.compile(rf"từ\s+{_DAY}(?:{_OF_YEAR})?\s*(?:đến|tới|[-–])\s*{_DAY}{_OF_YEAR}", re.IGNORECASE)
_UNTIL = re.compile(
    rf"(?:số\s+liệu\s+(?:\w+\s+){{0,4}}?(?:tính|chốt|lấy)|chốt\s+số\s+liệu(?:\s+báo\s+cáo)?)\s+"
    rf"đến\s+{_DAY}{_OF_YEAR}",
    re.IGNORECASE,
)
_OF_DATA = re.compile(r"số liệu|kỳ báo cáo|chốt", re.IGNORECASE)
_COMPARED = re.compile(r"cùng kỳ|kỳ trước|năm trước|riêng|so với", re.IGNORECASE)
_SENTENCE_END = re.compile(r"[.;]\s")


@dataclass(frozen=True)
class Reported:
    """The period that a report is for: "quý I năm 2025"."""

    period: Period
    year: int

    @property
    def name(self) -> str:
        """How it is called."""
        return named(self.period, self.year)

    @property
    def window(self) -> tuple[dt.date, dt.date]:
        """The first and the last day of its data."""
        return data_window(self.period, self.year)

    def due(self, day: int) -> dt.date:
        """Return the day of its last month until which it is made, in a short month the last."""
        last = last_day_of_month(self.period.months[1], self.year)
        return min(last, last.replace(day=min(day, last.day)))


@dataclass(frozen=True)
class Window:
    """The days whose data a text says it holds; `first` is None where it says only until when."""

    first: dt.date | None
    last: dt.date
    text: str

    @property
    def told(self) -> str:
        """The days as they are written."""
        begins = f"từ ngày {short_date(self.first)} " if self.first else ""
        return f"{begins}đến ngày {short_date(self.last)}"

    def agrees(self, reported: Reported) -> bool:
        """Whether these are the days of a period."""
        first, last = reported.window
        return self.last == last and self.first in {None, first}

    def is_of_year(self, year: int) -> bool:
        """Whether these may be the days of a report on a whole year, and not of some event in it."""
        if self.first is not None:
            return (self.last - self.first).days >= _LEAST_OF_A_YEAR
        return abs((self.last - data_window(YEAR, year)[1]).days) <= _LONGEST_SHIFT


def read_period(subject: str, date: dt.date | None) -> Reported | None:
    """Return the period that a subject names; None where it names none, or several.

    What is planned for the next period does not count. `date` is the day of the report, for a subject without
    a year.
    """
    words = _CITED_DAY.sub("", key(subject))
    ahead = _AHEAD.search(words)
    past, rest = (words[: ahead.start()], words[ahead.start() :]) if ahead else (words, "")
    found = {one for one, _ in _named(past)}
    if not found:
        return _whole_year(past)
    if len(found) > 1 or _AND_YEAR.search(past):
        return None
    (period,) = found
    year = _SAID_YEAR.search(past) or (_SAID_YEAR.search(rest) if period.months[1] < YEAR.months[1] else None)
    if year is not None:
        return Reported(period, int(year[1]))
    return Reported(period, date.year) if date and period.months[1] < YEAR.months[1] else None


def _whole_year(past: str) -> Reported | None:
    years = set(_SAID_YEAR.findall(past))
    return Reported(YEAR, int(years.pop())) if len(years) == 1 and not _LONGER.search(past) else None


def _named(words: str) -> Iterator[tuple[Period, int]]:
    """Yield the parts of a year named in a key, and where."""
    pattern, known = _periods()
    for found in pattern.finditer(words):
        yield known[found[0]], found.start()
    for found in _MONTH.finditer(words):
        yield month(int(found[1])), found.start()


@cache
def _periods() -> tuple[re.Pattern[str], dict[str, Period]]:
    """Return what finds a period in a key, and the periods by their words."""
    known = {key(name): row for row in periods() for name in (row.name, *row.also)}
    names = "|".join(sorted(known, key=len, reverse=True))
    return re.compile(rf"\b(?:{names})\b"), known


def read_windows(words: str) -> Iterator[Window]:
    """Yield the days of data that a paragraph says; those of other periods, for comparison, are left out."""
    if _OF_DATA.search(words) is None:
        return
    for found in _FROM_TO.finditer(words):
        before = _SENTENCE_END.split(words[: found.start()])[-1]
        if _OF_DATA.search(before) and not _COMPARED.search(before):
            yield from _window(found)
    for found in _UNTIL.finditer(words):
        if not _COMPARED.search(_SENTENCE_END.split(words[: found.start()])[-1]):
            yield from _window(found)


def _window(found: re.Match[str]) -> Iterator[Window]:
    """Yield what was found if the calendar has such days."""
    *begins, day, month_, year = found.groups()
    try:
        last = calendar_day(int(day), int(month_), int(year))
        first = _first(begins, last) if begins else None
    except ValueError:
        return
    yield Window(first, last, found[0])


def _first(parts: Sequence[str | None], last: dt.date) -> dt.date:
    """Return the first day; one without a year is of the year of the last, or of the year before."""
    day, month_, year = parts
    day, month_ = str(day), str(month_)
    first = calendar_day(int(day), int(month_), int(year or last.year))
    return first if year or first <= last else calendar_day(int(day), int(month_), last.year - 1)
