"""The days of a period of reports, by the decree and by what an office has settled."""

from datetime import date

from docgen.model.calendar import CalendarRules, OfficeCalendar, ReportingDates, Shift
from docgen.model.period import ReportingPeriod
from docgen.rules.reports import CalendarDefaults, calendar_defaults, data_window, row_of
from docgen.rules.working_days import WorkingDays


def dates_of(period: ReportingPeriod, calendar: OfficeCalendar) -> ReportingDates:
    """Return the days of a period; those that the office has not settled follow from those that it has.

    Raises:
        DisorderedDatesError: they contradict each other.

    """
    settled, rules = calendar.settled(period), settled_rules(calendar.rules)
    working_days = WorkingDays.of(calendar)
    begins, ends = data_window(row_of(period), period.year)
    ends = settled.get("data_to", ends)
    due = settled.get("due") or _due(period, rules, working_days)
    derived = {
        "opens": working_days.add(ends, -rules.opening_days),
        "data_from": begins,
        "unit_due": working_days.add(ends, rules.unit_days),
        "due": due,
        "closes": due,
    }
    return ReportingDates(period, **{"data_to": ends} | derived | settled)


def settled_rules(rules: CalendarRules) -> CalendarDefaults:
    """Return the rules of an office, filled up by those that hold everywhere."""
    return calendar_defaults().model_copy(update=rules.model_dump(exclude_none=True))


def _due(period: ReportingPeriod, rules: CalendarDefaults, working_days: WorkingDays) -> date:
    """Return the day until which a report is sent; in a month that has no such day, the last."""
    last = period.last_day
    day = last.replace(day=min(rules.due_day, last.day))
    if rules.shift is Shift.STAY:
        return day
    return working_days.previous(day) if rules.shift is Shift.BEFORE else working_days.next(day)
