"""Typed access to reports.toml: the periods of reports, the contents of administrative reform."""

import datetime as dt
import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

from pydantic import BaseModel, ConfigDict

_MONTHS = 12


class _Row(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Period(_Row):
    """A part of a year that reports are made for, by its first and last month.

    `also` are other words for it; `sure` says whether the decree lists it.
    """

    name: str
    months: tuple[int, int]
    also: tuple[str, ...] = ()
    sure: bool = True


class Content(_Row):
    """One of the contents of administrative reform: its name, other good ones, and ones no longer used."""

    name: str
    also: tuple[str, ...] = ()
    old: tuple[str, ...] = ()


def periods() -> tuple[Period, ...]:
    """Return the parts of a year; whole years and single months are no rows."""
    return tuple(Period(**row) for row in _tables()["period"])


def month(number: int) -> Period:
    """Return a month as a period."""
    return Period(name=f"tháng {number}", months=(number, number))


YEAR = Period(name="năm", months=(1, _MONTHS))
"""The whole year."""


def data_window(period: Period, year: int) -> tuple[dt.date, dt.date]:
    """Return the first and the last day whose data a report holds (Nghị định số 09/2019/NĐ-CP, Điều 12)."""
    cut_off = _tables()["cut_off"]
    first, last = period.months
    begins = dt.date(year - 1, _MONTHS, cut_off["first"])
    if first > 1:
        begins = dt.date(year, first - 1, cut_off["first"])
    return begins, dt.date(year, last, cut_off["last"])


def contents() -> tuple[Content, ...]:
    """Return the contents of administrative reform in their order."""
    return tuple(Content(**row) for row in _tables()["content"])


@cache
def _tables() -> dict[str, Any]:
    return tomllib.loads(files("docgen.rules").joinpath("reports.toml").read_text("utf-8"))
