"""Dates as the decree writes them: days below 10 and months 1 and 2 padded, no others.

Source: Decree 30, Phụ lục I, Mục II.4.
"""

import re
from calendar import monthrange
from datetime import MINYEAR, date

_LAST_PADDED_MONTH = 2
_MONTHS = 12
_BLANK = " " * 3
_LONG = re.compile(r"ngày\s+(\d{1,2})\s+tháng\s+(\d{1,2})\s+năm\s+(\d{4})", re.IGNORECASE)
_SHORT = re.compile(r"(\d{1,2})([/.-])(\d{1,2})\2(\d{4})")


def long_date(day: date) -> str:
    """Return the formal form: "ngày 05 tháng 01 năm 2025", "ngày 29 tháng 6 năm 2025"."""
    return f"ngày {day.day:02} tháng {_month(day.month)} năm {day.year}"


def blank_date(year: int | None) -> str:
    """Return the formal form of a draft: five spaces for each part that is filled in by hand."""
    return f"ngày {_BLANK} tháng {_BLANK} năm {year or _BLANK}"


def short_date(day: date) -> str:
    """Return the form used inside running text: "24/12/2024", "07/8/2023", "10/02/2022"."""
    return f"{day.day:02}/{_month(day.month)}/{day.year}"


def _month(month: int) -> str:
    """Return a month with its leading zero where the decree wants one."""
    return f"{month:02}" if month <= _LAST_PADDED_MONTH else str(month)


def parse_date(text: str) -> date:
    """Return the date written as `text` in the formal or the short form, padded or not.

    Raises:
        ValueError: `text` is no date, or one that no calendar has.

    """
    if found := _LONG.fullmatch(text.strip()):
        return calendar_day(*map(int, found.groups()))
    if found := _SHORT.fullmatch(text.strip()):
        return calendar_day(*map(int, found.group(1, 3, 4)))
    raise ValueError(f"“{text}” không phải ngày; hãy viết như 05/01/2025 hoặc ngày 05 tháng 01 năm 2025")


def calendar_day(day: int, month: int, year: int) -> date:
    """Return a date from its parts.

    Raises:
        ValueError: no calendar has such a date; the message says why.

    """
    written = f"{day:02}/{month:02}/{year:04}"
    if year < MINYEAR:
        raise ValueError(f"ngày {written} không có trong lịch: không có năm {year:04}")
    if not 1 <= month <= _MONTHS:
        raise ValueError(f"ngày {written} không có trong lịch: một năm chỉ có tháng 1 đến tháng {_MONTHS}")
    last = last_day_of_month(month, year).day
    if not 1 <= day <= last:
        raise ValueError(
            f"ngày {written} không có trong lịch: tháng {month} năm {year} chỉ có ngày 1 đến {last}"
        )
    return date(year, month, day)


def last_day_of_month(month: int, year: int) -> date:
    """Return the last day of a month; ValueError when there is no such month."""
    return date(year, month, monthrange(year, month)[1])
