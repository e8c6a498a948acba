"""Typed access to reports.toml: the periods of reports, the contents of administrative reform."""

import datetime as dt
import re
import tomllib
from difflib import SequenceMatcher
from functools import cache
from importlib.resources import files
from typing import Any

from pydantic import BaseModel, ConfigDict

from docgen.language.text import fold, plain
from docgen.model.calendar import Shift
from docgen.model.period import ReportingPeriod

LONGEST_TITLE = 160
"""Letters: what is longer is no heading."""

_MONTHS = 12
_ALIKE = 0.86
"""How like a name must be to be meant."""
_SAME = 4
"""So many letters at its beginning are those of the name."""

_LABEL = re.compile(
    r"^(?:[ivxlc]+|\d+(?:\.\d+)*|[a-z])\s*[.)/-]+\s*|^(?:phan|muc)\s+(?:[ivxlc]+|\d+)\s*[.:-]*\s*"
)
_LEAD = re.compile(
    r"^(?:(?:ve|cong tac|ket qua|tinh hinh|thuc hien|nhiem vu|linh vuc|noi dung|muc tieu|trien khai)\s+)+"
)
_TRAIL = re.compile(r"(?:\s+(?:cai cach hanh chinh|cchc|nha nuoc))+$|\s+(?:quy|nam|thang)\s+\w+.*$")
_APART = re.compile(r"[^\w\s]+|\bva\b")
_RUN_IN = re.compile(r"[:.](?=\s|$)")


class _Row(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Period(_Row):
    """A part of a year that reports are made for, by its first and last month.

    `also` are other words for it; `sure` says whether the decree lists it. A period of reports has a `code`,
    which stands behind its year, and codes of periods that it is compared with, the nearest first.
    """

    name: str
    months: tuple[int, int]
    also: tuple[str, ...] = ()
    sure: bool = True
    code: str = ""
    previous: tuple[str, ...] = ()


class Content(_Row):
    """One of the contents of administrative reform: its name, other good ones, and ones no longer used."""

    name: str
    also: tuple[str, ...] = ()
    old: tuple[str, ...] = ()


class CalendarDefaults(_Row):
    """What holds where an office's calendar says nothing.

    `due_day` is the day of a period's last month until which its report is sent, and goes where `shift` says
    when it is a day off; `unit_days` are working days after the data have ended, `opening_days` before.
    """

    due_day: int
    shift: Shift
    unit_days: int
    opening_days: int


@cache
def _tables() -> dict[str, Any]:
    return tomllib.loads(files("docgen.rules").joinpath("reports.toml").read_text("utf-8"))


YEAR = Period(**_tables()["year"])
"""The whole year."""


@cache
def periods() -> tuple[Period, ...]:
    """Return the parts of a year; whole years and single months are no rows."""
    return tuple(Period(**row) for row in _tables()["period"])


def month(number: int) -> Period:
    """Return a month as a period."""
    return Period(name=f"tháng {number}", months=(number, number))


def data_window(period: Period, year: int) -> tuple[dt.date, dt.date]:
    """Return the first and the last day whose data a report holds (Nghị định số 09/2019/NĐ-CP, Điều 12)."""
    cut_off = _tables()["cut_off"]
    first, last = period.months
    begins = dt.date(year - 1, _MONTHS, cut_off["first"])
    if first > 1:
        begins = dt.date(year, first - 1, cut_off["first"])
    return begins, dt.date(year, last, cut_off["last"])


def calendar_defaults() -> CalendarDefaults:
    """Return what holds where an office's calendar says nothing."""
    return CalendarDefaults(**_tables()["calendar"])


def row_of(period: ReportingPeriod) -> Period:
    """Return the part of a year that a period of reports is."""
    return next(row for row in (YEAR, *periods()) if row.code == period.part)


def named(row: Period, year: int) -> str:
    """Return what a part of a year is called with it: "quý I năm 2025", "năm 2025"."""
    joint = " " if row == YEAR else " năm "
    return f"{row.name.removesuffix(' năm')}{joint}{year}"


def name_of(period: ReportingPeriod) -> str:
    """Return what a period is called inside a sentence: "6 tháng đầu năm 2025", "9 tháng năm 2025"."""
    return named(row_of(period), period.year)


def previous_of(period: ReportingPeriod) -> tuple[ReportingPeriod, ...]:
    """Return the periods of the same year that one is compared with, the nearest first."""
    return tuple(ReportingPeriod(period.year, code) for code in row_of(period).previous)


def whole_year_of(period: ReportingPeriod) -> ReportingPeriod:
    """Return the period of the whole year that one is of."""
    return ReportingPeriod(period.year, YEAR.code)


def is_cumulative(period: ReportingPeriod) -> bool:
    """Say whether the data of a period are those of the year so far."""
    return row_of(period).months[0] == 1


def added_to(period: ReportingPeriod) -> ReportingPeriod | None:
    """Return the period to whose data those of this one are added for the year so far: Q3 to 6T.

    None when they are those of the year so far already.
    """
    if is_cumulative(period):
        return None
    before = (1, row_of(period).months[0] - 1)
    return ReportingPeriod(period.year, next(row.code for row in periods() if row.months == before))


@cache
def contents() -> tuple[Content, ...]:
    """Return the contents of administrative reform in their order."""
    return tuple(Content(**row) for row in _tables()["content"])


def content_of(title: str) -> int | None:
    """Return the number among `contents` of the one that a heading names, rightly or not; None for none."""
    content, _ = named_content(title)
    return content


def named_content(title: str) -> tuple[int | None, bool]:
    """Return the number of the content that a heading names, and whether it is the right name.

    Its number ("II.", "a)"), what follows a colon, and words such as "Kết quả thực hiện" do not count.
    """
    words = _LABEL.sub("", _key(title[: LONGEST_TITLE * 2]))
    name = _RUN_IN.split(words, maxsplit=1)[0]
    if len(name) > LONGEST_TITLE:
        return None, True
    spellings = _spellings()
    bare = _bare(name)
    led = _LEAD.sub("", bare)
    core = _TRAIL.sub("", led)
    if exact := next((one for one in (bare, led, core) if one in spellings), None):
        return spellings[exact]
    return next(((at, False) for known, (at, _) in spellings.items() if _is_like(core, known)), (None, True))


@cache
def _spellings() -> dict[str, tuple[int, bool]]:
    """Return the number of a content by each of its spellings, and whether that is a right one."""
    return {
        _LEAD.sub("", _bare(_key(name))): (at, good)
        for at, row in enumerate(contents())
        for good, names in ((False, row.old), (True, (row.name, *row.also)))
        for name in names
    }


def _is_like(one: str, known: str) -> bool:
    if one[:_SAME] != known[:_SAME] or abs(len(one) - len(known)) > len(known) / 4:
        return False
    matcher = SequenceMatcher(None, one, known, autojunk=False)
    return matcher.real_quick_ratio() >= _ALIKE and matcher.ratio() >= _ALIKE


def _bare(name: str) -> str:
    """Return a key without signs and "và"."""
    return " ".join(_APART.sub(" ", name).split())


def _key(text: str) -> str:
    """Return words without case and marks."""
    return plain(fold(text))
