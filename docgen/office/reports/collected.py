"""What is in the store of a period, gathered for its report."""

from collections.abc import Iterator

from sqlalchemy import select
from sqlalchemy.orm import Session

from docgen.errors import MissingError
from docgen.model.calendar import DAYS, OfficeCalendar
from docgen.model.collecting import PeriodState
from docgen.model.papers import PaperKind
from docgen.model.period import ReportingPeriod
from docgen.model.results import PeriodResults
from docgen.model.statistics import NO_FORMS
from docgen.office.documents import document_of_period, snapshot_of
from docgen.office.reports.snapshot import KeptDays, KeptFile, Snapshot
from docgen.office.submissions.sending import sent
from docgen.office.submissions.subject import find_period, subject_of, view_of
from docgen.store import tables


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


def _gathered(session: Session, period: tables.Period) -> Snapshot:
    subject = subject_of(session, view_of(period))
    return Snapshot(
        period=subject.period.period,
        plan_version=_plan_version(session, period),
        plan=subject.plan,
        organisation=subject.organisation,
        forms=None if subject.forms == NO_FORMS else subject.forms,
        calendar=subject.calendar.model_copy(update={"periods": ()}),
        days=tuple(_days(subject.calendar, subject.period.period.year)),
        sent=tuple(_sent(session, subject.period.period)),
        edits=_edits(session, period),
        pictured=period.pictured,
    )


def _plan_version(session: Session, period: tables.Period) -> int:
    return period.plan_version or session.get_one(tables.Plan, period.plan_id).version


def _days(calendar: OfficeCalendar, year: int) -> Iterator[KeptDays]:
    for one in calendar.periods:
        if one.period.year == year:
            yield KeptDays(**{name: getattr(one, name) for name in ("period", *DAYS)})


def _sent(session: Session, period: ReportingPeriod) -> Iterator[KeptFile]:
    """Yield what counts of what units sent for the period and for earlier ones of its year."""
    received = sent(session, period).received
    files = [file for of_period in received.values() for file in of_period.values()]
    wanted = select(tables.Dispatch.code, tables.Dispatch.sha256)
    hashes = dict(session.execute(wanted.where(tables.Dispatch.code.in_(file.file for file in files))).all())
    for file in files:
        said = {"code": file.file, "sha256": hashes[file.file], "submission": file.submission}
        yield KeptFile(period=file.period, unit=file.unit, **said)


def _edits(session: Session, period: tables.Period) -> dict[str, str]:
    wanted = select(tables.ReportEdit.place, tables.ReportEdit.text).where(
        tables.ReportEdit.period_id == period.id
    )
    return dict(session.execute(wanted.order_by(tables.ReportEdit.place)).all())
