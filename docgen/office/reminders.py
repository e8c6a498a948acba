"""Reminders of a period: before it is late, on the day, and after; each is sent once."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from docgen.errors import ConflictError
from docgen.language.dates import short_date
from docgen.language.quantities import count
from docgen.model.collecting import PeriodState, SubmissionState
from docgen.model.people import Role
from docgen.model.period import ReportingPeriod
from docgen.office.access import require_role
from docgen.office.agency import calendar
from docgen.office.audit import record
from docgen.office.desk import Desk
from docgen.office.notices import notify, users_of_unit, users_with
from docgen.office.periods import period_of
from docgen.office.submissions.subject import find_period
from docgen.rules.reports import name_of
from docgen.rules.working_days import WorkingDays
from docgen.store.tables import Period, Submission, Unit

_MOMENTS = (-7, -3, -1, 0, 1)
"""When people are reminded: working days after the day until which units answer, or before it."""
_OWING = (SubmissionState.DRAFT, SubmissionState.FOR_APPROVAL, SubmissionState.RETURNED)


@dataclass(frozen=True)
class _Reminder:
    """What is told of a period today, under a key by which it is told once."""

    key: str
    name: str
    period: Period
    days_left: int
    """Working days after today until the last one; negative once that is over."""

    @property
    def for_unit(self) -> str:
        due = short_date(self.period.unit_due)
        if self.days_left < 0:
            return (
                f"Báo cáo {self.name} đã quá hạn gửi ngày {due}. Báo cáo gửi chậm được nhận đến hết ngày"
                f" {short_date(self.period.closes)}."
            )
        if self.days_left == 0:
            return f"Báo cáo {self.name} đến hạn gửi: chậm nhất hết ngày {due}."
        return f"Báo cáo {self.name} còn {count(self.days_left)} ngày làm việc: hạn gửi là hết ngày {due}."


def announce(desk: Desk, code: str) -> None:
    """Tell the units of a period that it is open, each once.

    Raises:
        MissingError: there is no such period.

    """
    view = period_of(desk.session, code)
    asked = select(Submission.unit_id).where(Submission.period_id == view.id)
    text = f"Kỳ báo cáo {view.name} đã mở: hạn gửi là hết ngày {short_date(view.dates.unit_due)}."
    for unit in desk.session.scalars(asked):
        notify(desk, users_of_unit(desk.session, unit), f"mo-ky/{code}", text, f"/ky/{code}/don-vi/{unit}")


def remind(desk: Desk) -> int:
    """Remind the units that owe answers of open periods; tell the office whom once they are late.

    A reminder that was missed, because the computer was off, is sent late unless the next one is due.

    Returns:
        How many units were reminded, or had been today.

    """
    working = WorkingDays.of(calendar(desk.session))
    still_open = select(Period).where(Period.state == PeriodState.OPEN, Period.closes >= desk.today)
    due = [_reminder(period, working, desk.today) for period in desk.session.scalars(still_open)]
    return sum(_send(desk, one) for one in due if one)


def remind_now(desk: Desk, code: str) -> int:
    """Remind the units that owe answers of a period, because the office wants it; once a day.

    Returns:
        How many units were reminded.

    Raises:
        MissingError: there is no such period.
        ConflictError: it is not open, so nothing can be sent.

    """
    require_role(desk, Role.COORDINATOR)
    period = find_period(desk.session, code)
    if period.state is not PeriodState.OPEN:
        raise ConflictError(
            f"Kỳ báo cáo {code} không ở trạng thái đang mở nên không nhắc được.", "Cần thì gia hạn trước."
        )
    working = WorkingDays.of(calendar(desk.session))
    left = _working_days_left(working, desk.today, period.unit_due)
    key = f"nhac-ngay/{code}/{desk.today.isoformat()}"
    reminder = _Reminder(key, name_of(ReportingPeriod.parse(code)), period, left)
    units = _owing(desk.session, reminder)
    _tell_units(desk, reminder, units)
    record(desk, "nhac-han", f"ky/{code}", units=[unit.id for unit in units])
    return len(units)


def _reminder(period: Period, working: WorkingDays, today: date) -> _Reminder | None:
    """Return what is told today, if anything: the last of the moments that have come."""
    come = [moment for moment in _MOMENTS if working.add(period.unit_due, moment) <= today]
    if not come:
        return None
    name = name_of(ReportingPeriod.parse(period.code))
    key = f"nhac-han/{period.code}/{period.unit_due.isoformat()}/{come[-1]}"
    return _Reminder(key, name, period, _working_days_left(working, today, period.unit_due))


def _working_days_left(working: WorkingDays, today: date, last: date) -> int:
    """Return how many working days come after today until the last day; -1 when that is over."""
    days = (last - today).days
    ahead = (today + timedelta(number) for number in range(1, days + 1))
    return -1 if days < 0 else sum(map(working.is_working_day, ahead))


def _send(desk: Desk, reminder: _Reminder) -> int:
    """Remind the units that owe answers; return how many they are."""
    units = _owing(desk.session, reminder)
    _tell_units(desk, reminder, units)
    if units and reminder.days_left < 0:
        office = users_with(desk.session, Role.COORDINATOR, Role.LEADER)
        notify(desk, office, reminder.key, _for_office(reminder, units), f"/ky/{reminder.period.code}")
    return len(units)


def _tell_units(desk: Desk, reminder: _Reminder, units: Iterable[Unit]) -> None:
    for unit in units:
        link = f"/ky/{reminder.period.code}/don-vi/{unit.id}"
        notify(desk, users_of_unit(desk.session, unit.id), reminder.key, reminder.for_unit, link)


def _owing(session: Session, reminder: _Reminder) -> list[Unit]:
    """Return the units that have not sent what they owe; who is mending what came in time is not late."""
    wanted = (
        select(Unit)
        .join(Submission, Submission.unit_id == Unit.id)
        .where(Submission.period_id == reminder.period.id, Submission.state.in_(_OWING))
        .order_by(Unit.position)
    )
    if reminder.days_left < 0:
        wanted = wanted.where(Submission.first_sent_at.is_(None))
    return list(session.scalars(wanted))


def _for_office(reminder: _Reminder, units: list[Unit]) -> str:
    names = "; ".join(unit.name for unit in units)
    return f"{count(len(units))} đơn vị chưa gửi báo cáo {reminder.name} khi đã quá hạn: {names}."
