"""What is in the store of a period, gathered for its report."""

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from sqlalchemy import select
from sqlalchemy.orm import Session

from docgen.errors import MissingError
from docgen.model.calendar import DAYS, OfficeCalendar
from docgen.model.collecting import PeriodState
from docgen.model.papers import PaperKind
from docgen.model.period import ReportingPeriod
from docgen.model.results import PeriodResults
from docgen.model.statistics import NO_FORMS
from docgen.model.submission import Submission
from docgen.office.documents import document_of_period, snapshot_of
from docgen.office.reports.snapshot import KeptDays, KeptFile, Snapshot
from docgen.office.same import Same
from docgen.office.submissions.sending import counted
from docgen.office.submissions.subject import find_period, subject_of, view_of
from docgen.store import tables
from docgen.transform.submissions import Known


def results(session: Session, code: str) -> PeriodResults:
    """Return what a period has come to by what units have sent.

    Raises:
        MissingError: there is no such period, or no plan of its year.

    """
    return snapshot(session, code).results()


def snapshot(session: Session, code: str) -> Snapshot:
    """Return all that the report of a period is made of; once it is issued, of what it was made then.

    Raises:
        MissingError: there is no such period, no plan of its year, or the period has not been opened yet.

    """
    period = find_period(session, code)
    if period.state is PeriodState.PLANNED:
        raise MissingError(f"Kỳ báo cáo {code} chưa mở nên chưa có báo cáo.", "Hãy mở kỳ trước.")
    frozen = document_of_period(session, period.id, PaperKind.REPORT)
    return Snapshot.model_validate(snapshot_of(session, frozen.id)) if frozen else _gathered(session, period)


class _Gathered(NamedTuple):
    """What is in the store of a period, quickly compared: pages of its report are opened again and again."""

    period: ReportingPeriod
    plan_version: int
    known: Same[Known]
    sent: tuple[tuple[ReportingPeriod, str, str, str, Same[Submission]], ...]
    edits: tuple[tuple[str, str], ...]
    pictured: bool


def _gathered(session: Session, period: tables.Period) -> Snapshot:
    subject = subject_of(session, view_of(period))
    code = subject.period.period
    return _snapshot(
        _Gathered(
            period=code,
            plan_version=_plan_version(session, period),
            known=Same(subject.known),
            sent=tuple(
                (one.of, one.unit, one.code, one.sha256, Same(one.submission))
                for one in counted(session, code)
                if one.code
            ),
            edits=_edits(session, period),
            pictured=period.pictured,
        )
    )


@lru_cache(maxsize=8)
def _snapshot(there: _Gathered) -> Snapshot:
    """Return the snapshot of what is there; the very same as long as that is the same."""
    known, calendar = there.known.value, there.known.value.calendar or OfficeCalendar()
    return Snapshot(
        period=there.period,
        plan_version=there.plan_version,
        plan=known.plan,
        organisation=known.organisation,
        forms=None if known.forms == NO_FORMS else known.forms,
        calendar=calendar.model_copy(update={"periods": ()}),
        days=tuple(_days(calendar, there.period.year)),
        sent=tuple(_file(*one) for one in there.sent),
        edits=dict(there.edits),
        pictured=there.pictured,
    )


def _plan_version(session: Session, period: tables.Period) -> int:
    return period.plan_version or session.get_one(tables.Plan, period.plan_id).version


def _days(calendar: OfficeCalendar, year: int) -> Iterator[KeptDays]:
    for one in calendar.periods:
        if one.period.year == year:
            yield KeptDays(**{name: getattr(one, name) for name in ("period", *DAYS)})


def _file(period: ReportingPeriod, unit: str, code: str, sha256: str, said: Same[Submission]) -> KeptFile:
    return KeptFile(period=period, unit=unit, code=code, sha256=sha256, submission=said.value)


def _edits(session: Session, period: tables.Period) -> tuple[tuple[str, str], ...]:
    wanted = select(tables.ReportEdit.place, tables.ReportEdit.text).where(
        tables.ReportEdit.period_id == period.id
    )
    return tuple((place, text) for place, text in session.execute(wanted.order_by(tables.ReportEdit.place)))
