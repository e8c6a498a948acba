"""What counts for a report: of each unit what it sent last, and what the office must know of it."""

from collections import defaultdict
from collections.abc import Iterator
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


class Counted(NamedTuple):
    """The submission of a unit for a period, with what counts of it: the last that was not taken back.

    Where nothing counts there is no `code`, nor any of what stands behind it.
    """

    period: str
    unit: str
    state: SubmissionState
    rounds: int
    first_sent_at: datetime | None
    code: str | None
    sha256: str
    data: str
    sent_at: datetime

    @property
    def of(self) -> ReportingPeriod:
        """The period that it is for."""
        return ReportingPeriod.parse(self.period)

    @property
    def submission(self) -> Submission:
        """What the unit said; the very same value as long as that is the same."""
        first = self.first_sent_at or self.sent_at
        return _submission(self.data, first.astimezone(VIETNAM).date())


def sent(session: Session, period: ReportingPeriod) -> GatheredSubmissions:
    """Return what units have sent for a period and for the earlier ones of its year.

    Of each unit the last dispatch counts that was not taken back; what is not accepted yet is told, of the
    period itself. Files are named by the codes of their receipts. The day of the first sending is that of
    all: who mends what was returned is not late by that.
    """
    received: dict[ReportingPeriod, dict[str, ReceivedFile]] = defaultdict(dict)
    findings = list[Finding]()
    for one in counted(session, period):
        if one.code:
            received[one.of][one.unit] = ReceivedFile(one.submission, one.code, one.of, one.unit)
        if one.of == period:
            findings += _told(one)
    return GatheredSubmissions(period, dict[ReportingPeriod, ByUnit](received), tuple(findings))


def counted(session: Session, period: ReportingPeriod) -> tuple[Counted, ...]:
    """Return the submissions for a period and for the earlier ones of its year, in the order of these."""
    rows = map(Counted._make, session.execute(_wanted(period)))  # one question, for there are many
    last_of_a_moment = {(one.period, one.unit): one for one in rows}
    return tuple(one for one in last_of_a_moment.values() if one.of <= period)


def _wanted(period: ReportingPeriod) -> Select[Any]:
    of, counts = tables.Submission, tables.Dispatch
    moment = func.coalesce(of.sent_at, of.first_sent_at)
    return (
        select(tables.Period.code, of.unit_id, of.state, of.rounds, of.first_sent_at)
        .add_columns(counts.code, counts.sha256, cast(counts.data, Text), counts.sent_at)
        .join(tables.Period, tables.Period.id == of.period_id)
        .outerjoin(counts, and_(counts.submission_id == of.id, counts.sent_at == moment))
        .where(tables.Period.code.startswith(f"{period.year}-"))
        .order_by(tables.Period.unit_due, tables.Period.code, of.id, counts.round)
    )


@lru_cache(maxsize=512)
def _submission(text: str, sent_on: date) -> Submission:
    """Return what a unit said from its JSON: it takes longer to read than to compare."""
    return Submission.model_validate_json(text).model_copy(update={"sent_on": sent_on})


def _told(counted: Counted) -> Iterator[Finding]:
    """Yield that what is used is not accepted yet, or that something was taken back."""
    if counted.code and (why := _NOT_ACCEPTED.get(counted.state)):
        yield warning("chua-duyet", counted.code, f"{why}; vẫn được tổng hợp.", "Hãy duyệt rồi tổng hợp lại.")
    if not counted.code and counted.rounds:
        message = f"đơn vị đã thu hồi báo cáo gửi lần {counted.rounds}, chưa gửi lại."
        yield warning("da-thu-hoi", counted.unit, message, "Hãy đôn đốc đơn vị gửi lại.")
