"""The periods of a plan: planned, opened for the units, extended, closed, and who may still answer then."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from pydantic import ValidationError
from sqlalchemy import select, update
from sqlalchemy.orm import Session

from docgen.errors import ConflictError, InvalidInputError, MissingError
from docgen.language.dates import short_date
from docgen.model.calendar import DAYS, DisorderedDatesError, PeriodDays, ReportingDates
from docgen.model.collecting import Act, PeriodState, SubmissionState, after
from docgen.model.people import Role
from docgen.model.period import PERIODS, ReportingPeriod
from docgen.office import agency
from docgen.office.access import require_role
from docgen.office.audit import record
from docgen.office.desk import Desk
from docgen.office.submissions.opening import ask_units
from docgen.office.submissions.subject import find_period, subject_of, view_of
from docgen.office.submissions.views import PeriodView
from docgen.rules.reporting_dates import dates_of
from docgen.store import tables

_KEEPERS = (Role.COORDINATOR, Role.ADMINISTRATOR)
_UNSENT = {SubmissionState.DRAFT, SubmissionState.FOR_APPROVAL, SubmissionState.RETURNED}
_EXTENDED = ("unit_due", "due", "closes")
"""The days of a period that are moved while units answer."""


@dataclass(frozen=True)
class DueToday:
    """Codes of the periods to `open_period`, to `close` and, with units, to `lock_expired` on a day."""

    to_open: tuple[str, ...]
    to_close: tuple[str, ...]
    to_lock: tuple[tuple[str, str], ...]


def period_of(session: Session, code: str) -> PeriodView:
    """Return a period.

    Raises:
        MissingError: there is none.

    """
    return view_of(find_period(session, code))


def periods(session: Session, year: int | None = None) -> tuple[PeriodView, ...]:
    """Return the periods of a year, or all, in time."""
    rows = session.scalars(select(tables.Period))
    views = sorted(map(view_of, rows), key=lambda view: view.period)
    return tuple(view for view in views if year in {None, view.period.year})


def plan_periods(desk: Desk, plan_year: int) -> tuple[PeriodView, ...]:
    """Plan the periods of the plan of a year, or, where they are not open yet, their days again.

    Raises:
        MissingError: there is no plan of that year.
        DisorderedDatesError: the days that the office has settled contradict each other.

    """
    require_role(desk, *_KEEPERS)
    plan = desk.session.scalar(select(tables.Plan).where(tables.Plan.year == plan_year))
    if plan is None:
        raise MissingError(f"Chưa có kế hoạch năm {plan_year}.", "Hãy nhập kế hoạch trước.")
    calendar = agency.calendar(desk.session)
    for part in PERIODS:
        _plan(desk, plan, dates_of(ReportingPeriod(plan_year, part), calendar))
    desk.session.flush()
    return periods(desk.session, plan_year)


def _plan(desk: Desk, plan: tables.Plan, dates: ReportingDates) -> None:
    row = desk.session.scalar(select(tables.Period).where(tables.Period.code == str(dates.period)))
    if row is None:
        row = tables.Period(plan_id=plan.id, code=str(dates.period), state=PeriodState.PLANNED)
        desk.session.add(row)
    if row.state is PeriodState.PLANNED:
        for name in DAYS:
            setattr(row, name, getattr(dates, name))


def open_period(desk: Desk, code: str) -> tuple[str, ...]:
    """Open a period: write down who owes what, after what was told for earlier ones; return the units' ids.

    Raises:
        MissingError: there is none, or no plan.
        ConflictError: it is open already, or was.

    """
    require_role(desk, *_KEEPERS)
    row = find_period(desk.session, code)
    if row.state is not PeriodState.PLANNED:
        raise ConflictError(f"Kỳ báo cáo {code} đã mở từ trước.", "")
    row.opens = min(row.opens, max(desk.today, row.data_from))
    row.plan_version = desk.session.get_one(tables.Plan, row.plan_id).version
    units = ask_units(desk.session, subject_of(desk.session, view_of(row)))
    row.state, row.version = PeriodState.OPEN, row.version + 1
    record(desk, "mo-ky", f"ky/{code}", units=[*units], plan_version=row.plan_version)
    return units


def extend(desk: Desk, code: str, days: Mapping[str, date], reason: str) -> PeriodView:
    """Move days of a period: of "unit_due", "due", "closes" those in `days`; one that was closed opens again.

    Raises:
        MissingError: there is no such period.
        InvalidInputError: no reason, or a day far from the period or already past.
        DisorderedDatesError: the days would contradict each other.
        ConflictError: it is not open yet, or its report is issued.

    """
    require_role(desk, *_KEEPERS)
    row = find_period(desk.session, code)
    if row.state not in {PeriodState.OPEN, PeriodState.CLOSED}:
        raise ConflictError(f"Kỳ báo cáo {code}: {row.state.label.lower()}, không gia hạn được.", "")
    _require(reason, "Chưa ghi lý do gia hạn.", "Hãy ghi lý do; lý do được lưu cùng nhật ký.")
    moved = _moved(row, {name: days[name] for name in _EXTENDED if name in days})
    if moved.closes < desk.today:
        message = f"Ngày đóng kỳ {short_date(moved.closes)} đã qua."
        raise InvalidInputError(message, f"Hãy chọn từ ngày {short_date(desk.today)} trở đi.")
    before = {name: getattr(row, name).isoformat() for name in days}
    for name in _EXTENDED:
        setattr(row, name, getattr(moved, name))
    row.state, row.version = PeriodState.OPEN, row.version + 1
    _each(desk, row, Act.UNLOCK)
    now = {name: day.isoformat() for name, day in days.items()}
    record(desk, "gia-han", f"ky/{code}", reason=reason, before=before, now=now)
    return view_of(row)


def _moved(row: tables.Period, days: Mapping[str, date]) -> ReportingDates:
    dates = view_of(row).dates
    try:
        PeriodDays.model_validate({"period": dates.period, **days})
        return ReportingDates(dates.period, **{name: getattr(row, name) for name in DAYS} | {**days})
    except ValidationError as wrong:
        told = [str(one["ctx"]["error"]) for one in wrong.errors()]
        raise InvalidInputError("Ngày mới chưa hợp lý:", "Hãy sửa lại các ngày này.", told) from wrong
    except DisorderedDatesError as wrong:
        wrong.remedy = "Hãy sửa lại các ngày này."
        raise


def close(desk: Desk, code: str) -> None:
    """Close a period: what is not sent is locked, but for units with a lock exception.

    Raises:
        MissingError: there is no such period.
        ConflictError: it is not open.

    """
    require_role(desk, *_KEEPERS)
    row = find_period(desk.session, code)
    if row.state is not PeriodState.OPEN:
        raise ConflictError(f"Kỳ báo cáo {code} không ở trạng thái đang mở nên không đóng được.", "")
    row.state, row.version = PeriodState.CLOSED, row.version + 1
    units = _lock_unsent(desk, row)
    record(desk, "dong-ky", f"ky/{code}", locked=units)


def lock_expired(desk: Desk, code: str) -> tuple[str, ...]:
    """Lock the units of a closed period whose exceptions have ended; return their ids."""
    require_role(desk, *_KEEPERS)
    row = find_period(desk.session, code)
    units = _lock_unsent(desk, row) if row.state is PeriodState.CLOSED else []
    if units:
        record(desk, "khoa-lai", f"ky/{code}", locked=units)
    return tuple(units)


def except_unit(desk: Desk, code: str, unit: str, until: date, reason: str) -> None:
    """Let a unit answer until the end of a day although the period closes or has closed.

    Raises:
        MissingError: there is no such period, or the unit is not asked in it.
        InvalidInputError: no reason, or a day that is past.
        ConflictError: the period is not open yet, or its report is issued.

    """
    require_role(desk, *_KEEPERS)
    row = find_period(desk.session, code)
    if row.state not in {PeriodState.OPEN, PeriodState.CLOSED}:
        raise ConflictError(f"Kỳ báo cáo {code}: {row.state.label.lower()}, không mở khóa được.", "")
    _require(reason, "Chưa ghi lý do mở khóa.", "Hãy ghi lý do; lý do được lưu cùng nhật ký.")
    if until < max(desk.today, row.closes):
        first = short_date(max(desk.today, row.closes))
        raise InvalidInputError("Ngày hết hạn mở khóa quá sớm.", f"Hãy chọn từ ngày {first} trở đi.")
    submission = _submissions(desk.session, row).get(unit)
    if submission is None:
        raise MissingError(f"Đơn vị “{unit}” không phải báo cáo trong kỳ {code}.", "")
    _except(desk, row, submission, until, reason)
    record(desk, "mo-khoa", f"bao-cao/{code}/{unit}", until=until.isoformat(), reason=reason)


def _except(desk: Desk, row: tables.Period, submission: tables.Submission, until: date, reason: str) -> None:
    exceptions = {one.unit_id: one for one in _exceptions(desk.session, row)}
    exception = exceptions.get(submission.unit_id)
    if exception is None:
        exception = tables.LockException(period_id=row.id, unit_id=submission.unit_id)
        desk.session.add(exception)
    exception.until, exception.reason = until, reason
    exception.made_at, exception.made_by = desk.now, desk.actor.user_id
    rows = update(tables.Row).where(tables.Row.submission_id == submission.id)
    desk.session.execute(rows.values(returned=False))
    _act(submission, Act.UNLOCK)


def mark_issued(desk: Desk, code: str) -> None:
    """Write down that the report of a period is issued: nothing of it changes any more.

    Raises:
        MissingError: there is no such period.
        ConflictError: it was never open.

    """
    require_role(desk, *_KEEPERS, Role.CLERK)
    row = find_period(desk.session, code)
    if row.state is PeriodState.PLANNED:
        raise ConflictError(f"Kỳ báo cáo {code} chưa mở nên chưa ban hành báo cáo được.", "")
    row.state, row.version = PeriodState.ISSUED, row.version + 1
    _each(desk, row, Act.LOCK)
    record(desk, "khoa-so-lieu", f"ky/{code}")


def due_today(session: Session, today: date) -> DueToday:
    """Return what is to be done with periods by a day."""
    rows = [*session.scalars(select(tables.Period).order_by(tables.Period.data_to, tables.Period.code))]
    return DueToday(
        tuple(
            one.code for one in rows if one.state is PeriodState.PLANNED and one.opens <= today <= one.closes
        ),
        tuple(one.code for one in rows if one.state is PeriodState.OPEN and one.closes < today),
        tuple((one.code, unit) for one in rows for unit in _expired(session, one, today)),
    )


def _expired(session: Session, row: tables.Period, today: date) -> list[str]:
    """Return the units of a closed period that are not locked though their exceptions have ended."""
    if row.state is not PeriodState.CLOSED:
        return []
    ended = {one.unit_id for one in _exceptions(session, row) if one.until < today}
    return [unit for unit, one in _submissions(session, row).items() if unit in ended and _is_unsent(one)]


def _lock_unsent(desk: Desk, row: tables.Period) -> list[str]:
    """Lock what is not sent, but for units whose exception has not ended; return the ids of the units."""
    excepted = {one.unit_id for one in _exceptions(desk.session, row) if desk.today <= one.until}
    submissions = _submissions(desk.session, row)
    units = [unit for unit, one in submissions.items() if unit not in excepted and _is_unsent(one)]
    for unit in units:
        _act(submissions[unit], Act.LOCK)
    return units


def _is_unsent(submission: tables.Submission) -> bool:
    return submission.state in _UNSENT


def _each(desk: Desk, row: tables.Period, act: Act) -> None:
    for submission in _submissions(desk.session, row).values():
        _act(submission, act)


def _act(submission: tables.Submission, act: Act) -> None:
    """Do what can be done with a submission; where nothing can it stays as it is."""
    state = after(submission.state, act, was_returned=bool(submission.return_reason))
    if state:
        submission.state, submission.version = state, submission.version + 1


def _submissions(session: Session, row: tables.Period) -> dict[str, tables.Submission]:
    """Return the submissions of a period by their units."""
    wanted = select(tables.Submission).where(tables.Submission.period_id == row.id)
    return {one.unit_id: one for one in session.scalars(wanted.order_by(tables.Submission.id))}


def _exceptions(session: Session, row: tables.Period) -> list[tables.LockException]:
    wanted = select(tables.LockException).where(tables.LockException.period_id == row.id)
    return [*session.scalars(wanted)]


def _require(reason: str, message: str, remedy: str) -> None:
    if not reason.strip():
        raise InvalidInputError(message, remedy)
