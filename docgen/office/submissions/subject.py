"""What a period is collected about: the plan as it was when it opened, the agency, forms, calendar."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property, lru_cache
from typing import Any

from sqlalchemy import ScalarSelect, Text, cast, func, select
from sqlalchemy.orm import Session

from docgen.errors import MissingError
from docgen.model.appendix import Subtask
from docgen.model.calendar import DAYS, OfficeCalendar, PeriodDays, ReportingDates
from docgen.model.organisation import Organisation
from docgen.model.period import ReportingPeriod
from docgen.model.plan import Plan
from docgen.model.statistics import NO_FORMS, Form, Forms
from docgen.office import agency
from docgen.office.same import Same
from docgen.office.submissions.views import PeriodView
from docgen.sheets import told_by
from docgen.store import tables
from docgen.transform.reporting.placed import Placed, placed_rows
from docgen.transform.submissions import Known


@dataclass(frozen=True)
class Planned:
    """A plan with its rows by their ids."""

    plan: Plan

    @cached_property
    def placed(self) -> Mapping[str, Placed]:
        """The rows with their places on the page, in its order."""
        return {row.row.id: row for row in placed_rows(self.plan)}

    @cached_property
    def tasks(self) -> Mapping[str, Subtask]:
        """The tasks and sub-tasks."""
        return {task: placed.row for task, placed in self.placed.items()}

    @cached_property
    def parts(self) -> Mapping[str, str]:
        """The titles of the parts, by their letters."""
        return {part.mark: part.title for part in self.plan.marked_parts()}


@lru_cache(maxsize=8)
def _planned(text: str) -> Planned:
    """Return a plan from its JSON: it takes longer to read than to compare."""
    return Planned(Plan.model_validate_json(text))


@lru_cache(maxsize=8)
def _forms(text: str) -> Forms:
    return Forms.model_validate_json(text)


@lru_cache(maxsize=8)
def _known(plan: str, organisation: Same[Organisation], forms: str, calendar: Same[OfficeCalendar]) -> Known:
    return Known(_planned(plan).plan, organisation.value, _forms(forms) if forms else None, calendar.value)


@dataclass(frozen=True)
class Subject:
    """What a period is collected about; `known` is what submissions are held against."""

    period: PeriodView
    planned: Planned
    organisation: Organisation
    known: Known

    @property
    def plan(self) -> Plan:
        """The plan as it was when the period opened."""
        return self.planned.plan

    @property
    def forms(self) -> Forms:
        """The forms of statistics."""
        return self.known.forms or NO_FORMS

    @property
    def calendar(self) -> OfficeCalendar:
        """The office's calendar, with the days of periods as they hold now."""
        return self.known.calendar or OfficeCalendar()

    def unit_name(self, unit: str) -> str:
        """Return the full name of a unit on the last day of data."""
        units = self.organisation.on(self.period.dates.data_to).units
        return next((one.name for one in units if one.id == unit), unit)

    def forms_of(self, unit: str) -> tuple[Form, ...]:
        """Return the forms with only the indicators that a unit owes."""
        return told_by(unit, self.forms, self.organisation, self.period.dates.data_to)


def subject_of(session: Session, period: PeriodView) -> Subject:
    """Return what a period is collected about: with few questions, for every row that is saved asks them."""
    wanted = select(_plan(period), _setting(agency.FORMS), _setting(agency.CALENDAR))
    plan, forms, calendar = session.execute(wanted).one()
    if plan is None:
        raise MissingError(
            f"Chưa có kế hoạch năm {period.period.year}.", "Hãy nhập kế hoạch trước khi mở kỳ báo cáo."
        )
    organisation = agency.organisation(session)
    known = _known(plan, Same(organisation), forms or "", Same(_calendar(session, calendar or "{}")))
    return Subject(period, _planned(plan), organisation, known)


def _plan(period: PeriodView) -> ScalarSelect[str]:
    """Return the part of a query that gives the plan as it was when a period opened."""
    wanted = select(cast(tables.PlanVersion.data, Text)).where(tables.PlanVersion.plan_id == period.plan_id)
    if period.plan_version is not None:
        wanted = wanted.where(tables.PlanVersion.version == period.plan_version)
    return wanted.order_by(tables.PlanVersion.version.desc()).limit(1).scalar_subquery()


def _setting(name: str) -> ScalarSelect[str]:
    wanted = select(cast(tables.Setting.value, Text)).where(tables.Setting.name == name)
    return wanted.scalar_subquery()


def find_period(session: Session, code: str) -> tables.Period:
    """Return the row of a period.

    Raises:
        MissingError: there is none.

    """
    wanted = select(tables.Period).where(tables.Period.code == code)
    row = session.scalar(wanted)
    if row is None:
        raise MissingError(f"Không có kỳ báo cáo “{code}”.", "Hãy chọn kỳ trong danh sách kỳ báo cáo.")
    return row


def view_of(row: tables.Period) -> PeriodView:
    """Return a period as it is shown."""
    dates = ReportingDates(ReportingPeriod.parse(row.code), **{name: getattr(row, name) for name in DAYS})
    return PeriodView(row.id, row.state, dates, row.plan_id, row.plan_version, row.version)


def _calendar(session: Session, settled: str) -> OfficeCalendar:
    """Return the office's calendar, `settled` as JSON, with the days that its periods have by now."""
    return _calendar_with(settled, tuple(map(tuple, session.execute(_PERIODS))))


_LAST_EXCEPTION = (
    select(func.max(tables.LockException.until))
    .where(tables.LockException.period_id == tables.Period.id)
    .scalar_subquery()
)
_PERIODS = select(
    tables.Period.code, _LAST_EXCEPTION, *(getattr(tables.Period, name) for name in DAYS)
).order_by(tables.Period.code)


@lru_cache(maxsize=8)
def _calendar_with(settled: str, periods: tuple[tuple[Any, ...], ...]) -> OfficeCalendar:
    calendar = OfficeCalendar.model_validate_json(settled)
    days = [_days(*row) for row in periods]
    codes = {one.period for one in days}
    others = (one for one in calendar.periods if one.period not in codes)
    return calendar.model_copy(update={"periods": (*days, *others)})


def _days(code: str, exception: date | None, *days: date) -> PeriodDays:
    """Return the days of a period. It closes with its last exception: what such a unit sends is taken in."""
    named: dict[str, Any] = dict(zip(DAYS, days, strict=True))
    closes = max(named["closes"], exception or named["closes"])
    return PeriodDays.model_construct(period=ReportingPeriod.parse(code), **named | {"closes": closes})
