"""Working days in Viet Nam: what the law has off, and what an office changed."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from functools import cache
from itertools import islice
from typing import NamedTuple

from docgen.model.calendar import OfficeCalendar

_SATURDAY = 5
_DAY = timedelta(days=1)


class WorkingDays:
    """The calendar of working days of an office.

    Saturdays, Sundays and public holidays are off (Bộ luật Lao động số 45/2019/QH14, Điều 111, 112), with the
    days that are swapped nation-wide for agencies of the state. Days that the office has off or works itself
    go before all that.
    """

    def __init__(self, off: Iterable[date] = (), worked: Iterable[date] = ()) -> None:
        self._off, self._worked = frozenset(off), frozenset(worked)

    @classmethod
    def of(cls, calendar: OfficeCalendar) -> "WorkingDays":
        """Return the working days of an office's calendar."""
        off, worked = calendar.days_off, calendar.days_worked
        return cls((one.day for one in off), (one.day for one in worked))

    def is_working_day(self, day: date) -> bool:
        """Say whether the office works on a day."""
        if day in self._worked or day in self._off:
            return day in self._worked
        law = _year(day.year)
        return day in law.worked if day.weekday() >= _SATURDAY else day not in law.off

    def add(self, day: date, count: int) -> date:
        """Return the working day that is so many after a day, or before it when negative.

        The day itself is not counted; with a count of 0 it is what is returned.
        """
        if count == 0:
            return day
        step = _DAY if count > 0 else -_DAY
        return next(islice(self._from(day, step), abs(count) - 1, None))

    def next(self, day: date) -> date:
        """Return the day itself when it is a working day, else the first one after it."""
        return day if self.is_working_day(day) else self.add(day, 1)

    def previous(self, day: date) -> date:
        """Return the day itself when it is a working day, else the last one before it."""
        return day if self.is_working_day(day) else self.add(day, -1)

    def _from(self, day: date, step: timedelta) -> Iterator[date]:
        while True:
            day += step
            if self.is_working_day(day):
                yield day


class _Year(NamedTuple):
    """The days of a year that the law has off, and the Saturdays and Sundays worked for others."""

    off: frozenset[date]
    worked: frozenset[date]


@cache
def _year(year: int) -> _Year:
    """Return the days of a year; swaps with it may be listed with the years around it."""
    import holidays  # noqa: PLC0415 - takes a fifth of a second, and few commands count days

    listed = holidays.country_holidays("VN", years=range(year - 1, year + 2))
    return _Year(frozenset(listed), frozenset(listed.weekend_workdays))
