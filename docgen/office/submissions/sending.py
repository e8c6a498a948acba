"""What counts for a report: of each unit what it sent last, and what the office must know of it."""

from collections import defaultdict
from collections.abc import Iterator

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from docgen.model.collecting import SubmissionState
from docgen.model.finding import Finding, warning
from docgen.model.period import ReportingPeriod
from docgen.model.submission import ReceivedFile, Submission
from docgen.office.desk import VIETNAM
from docgen.office.submissions.stored import counting_dispatch
from docgen.services.submissions import ByUnit, GatheredSubmissions
from docgen.store import tables

_NOT_ACCEPTED = {
    SubmissionState.SENT: "chưa được duyệt",
    SubmissionState.RETURNED: "đã bị trả lại để sửa, chưa gửi lại",
    SubmissionState.FOR_APPROVAL: "đã bị trả lại để sửa, đang chờ lãnh đạo đơn vị duyệt",
}


def sent(session: Session, period: ReportingPeriod) -> GatheredSubmissions:
    """Return what units have sent for a period and for the earlier ones of its year.

    Of each unit the last dispatch counts that was not taken back; what is not accepted yet is told, of the
    period itself. Files are named by the codes of their receipts. The day of the first sending is that of
    all: who mends what was returned is not late by that.
    """
    received: dict[ReportingPeriod, dict[str, ReceivedFile]] = defaultdict(dict)
    findings = list[Finding]()
    for code, submission in session.execute(_wanted(period)):
        of = ReportingPeriod.parse(code)
        dispatch = counting_dispatch(session, submission) if of <= period else None
        if dispatch:
            received[of][submission.unit_id] = _received(submission, dispatch, of)
        if of == period:
            findings += _told(submission, dispatch)
    return GatheredSubmissions(period, dict[ReportingPeriod, ByUnit](received), tuple(findings))


def _wanted(period: ReportingPeriod) -> Select[str, tables.Submission]:
    """Return the query for the submissions of a year, in the order of its periods."""
    return (
        select(tables.Period.code, tables.Submission)
        .join(tables.Period, tables.Period.id == tables.Submission.period_id)
        .where(tables.Period.code.startswith(f"{period.year}-"))
        .order_by(tables.Period.unit_due, tables.Period.code, tables.Submission.id)
    )


def _received(
    submission: tables.Submission, dispatch: tables.Dispatch, period: ReportingPeriod
) -> ReceivedFile:
    first = submission.first_sent_at or dispatch.sent_at
    data = Submission.model_validate(dispatch.data)
    data = data.model_copy(update={"sent_on": first.astimezone(VIETNAM).date()})
    return ReceivedFile(data, dispatch.code, period, submission.unit_id)


def _told(submission: tables.Submission, dispatch: tables.Dispatch | None) -> Iterator[Finding]:
    """Yield that what is used is not accepted yet, or that something was taken back."""
    name = dispatch.code if dispatch else ""
    if dispatch and (why := _NOT_ACCEPTED.get(submission.state)):
        yield warning("chua-duyet", name, f"{why}; vẫn được tổng hợp.", "Hãy duyệt rồi tổng hợp lại.")
    if not dispatch and submission.rounds:
        message = f"đơn vị đã thu hồi báo cáo gửi lần {submission.rounds}, chưa gửi lại."
        yield warning("da-thu-hoi", submission.unit_id, message, "Hãy đôn đốc đơn vị gửi lại.")
