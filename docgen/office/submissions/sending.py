"""What counts for a report: of each unit what it sent last, and what the office must know of it."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date, datetime
from functools import lru_cache
from typing import Any, NamedTuple

from sqlalchemy import Select, Text, and_, cast, func, select
from sqlalchemy.orm import Session

from docgen.model.collecting import SubmissionState
from docgen.model.finding import Finding, warning
from docgen.model.period import ReportingPeriod
from docgen.model.submission import ReceivedFile, Submission
from docgen.office.desk import VIETNAM
from docgen.services.submissions import ByUnit, GatheredSubmissions
from docgen.store import tables

_NOT_ACCEPTED = {
    SubmissionState.SENT: "chưa được duyệt",
    SubmissionState.RETURNED: "đã bị trả lại để sửa, chưa gửi lại",
    SubmissionState.FOR_APPROVAL: "đã bị trả lại để sửa, đang chờ lãnh đạo đơn vị duyệt",
}


class _Counted(NamedTuple):
    """The submission of a unit for a period, with what counts of it: the last that was not taken back."""

    period: str
    unit: str
    state: SubmissionState
    rounds: int
    first_sent_at: datetime | None
    code: str | None
    data: str
    sent_at: datetime


def sent(session: Session, period: ReportingPeriod) -> GatheredSubmissions:
    """Return what units have sent for a period and for the earlier ones of its year.

    Of each unit the last dispatch counts that was not taken back; what is not accepted yet is told, of the
    period itself. Files are named by the codes of their receipts. The day of the first sending is that of
    all: who mends what was returned is not late by that.
    """
    received: dict[ReportingPeriod, dict[str, ReceivedFile]] = defaultdict(dict)
    findings = list[Finding]()
    for one in _counted(session, period):
        of = ReportingPeriod.parse(one.period)
        if one.code and of <= period:
            received[of][one.unit] = ReceivedFile(_said(one), one.code, of, one.unit)
        if of == period:
            findings += _told(one)
    return GatheredSubmissions(period, dict[ReportingPeriod, ByUnit](received), tuple(findings))


def _counted(session: Session, period: ReportingPeriod) -> Iterable[_Counted]:
    """Return the submissions of a year, in the order of its periods: in one question, for there are many."""
    rows = map(_Counted._make, session.execute(_wanted(period)))
    return {(one.period, one.unit): one for one in rows}.values()  # of one moment the last round


def _wanted(period: ReportingPeriod) -> Select[Any]:
    of, counts = tables.Submission, tables.Dispatch
    moment = func.coalesce(of.sent_at, of.first_sent_at)
    return (
        select(tables.Period.code, of.unit_id, of.state, of.rounds, of.first_sent_at)
        .add_columns(counts.code, cast(counts.data, Text), counts.sent_at)
        .join(tables.Period, tables.Period.id == of.period_id)
        .outerjoin(counts, and_(counts.submission_id == of.id, counts.sent_at == moment))
        .where(tables.Period.code.startswith(f"{period.year}-"))
        .order_by(tables.Period.unit_due, tables.Period.code, of.id, counts.round)
    )


def _said(counted: _Counted) -> Submission:
    first = counted.first_sent_at or counted.sent_at
    return _submission(counted.data, first.astimezone(VIETNAM).date())


@lru_cache(maxsize=512)
def _submission(text: str, sent_on: date) -> Submission:
    """Return what a unit said from its JSON: it takes longer to read than to compare."""
    return Submission.model_validate_json(text).model_copy(update={"sent_on": sent_on})


def _told(counted: _Counted) -> Iterator[Finding]:
    """Yield that what is used is not accepted yet, or that something was taken back."""
    if counted.code and (why := _NOT_ACCEPTED.get(counted.state)):
        yield warning("chua-duyet", counted.code, f"{why}; vẫn được tổng hợp.", "Hãy duyệt rồi tổng hợp lại.")
    if not counted.code and counted.rounds:
        message = f"đơn vị đã thu hồi báo cáo gửi lần {counted.rounds}, chưa gửi lại."
        yield warning("da-thu-hoi", counted.unit, message, "Hãy đôn đốc đơn vị gửi lại.")
