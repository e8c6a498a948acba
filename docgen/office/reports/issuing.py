"""Issuing a report: its number and day are written into it, all that it was made of is frozen."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from docgen.documents import wording
from docgen.documents.baocao.frame import TYPE_NAME
from docgen.documents.baocao.lines import OPENING
from docgen.documents.base import ParagraphKind
from docgen.errors import ConflictError, InvalidInputError
from docgen.language.dates import short_date
from docgen.model.collecting import PeriodState, SubmissionState
from docgen.model.finding import Finding, warning
from docgen.model.papers import PaperKind
from docgen.office import documents
from docgen.office.desk import Desk
from docgen.office.documents import IssuedDocument, Signed
from docgen.office.numbers import number_of
from docgen.office.periods import mark_issued
from docgen.office.reports.collected import snapshot
from docgen.office.reports.draft import ReportDraft, draft
from docgen.office.reports.snapshot import Snapshot
from docgen.office.submissions.subject import find_period
from docgen.store import tables

_MEND = "Hãy xem lại trên trang báo cáo."


@dataclass(frozen=True)
class PreparedReport:
    """A report with its number and day, made and not issued yet.

    `symbol` is its number with the letters behind it, `subject` what it is about.
    """

    code: str
    number_id: int
    day: date
    symbol: str
    subject: str
    snapshot: Snapshot
    docx: bytes
    pdf: bytes


def doubts(session: Session, code: str) -> tuple[Finding, ...]:
    """Return what must be confirmed before the report of a period is issued; nothing once it is.

    It is what is lacking, what nobody has accepted, a plan without its number, and edits that no longer fit
    the data.

    Raises:
        MissingError: as `draft` does.

    """
    period = find_period(session, code)
    if period.state is PeriodState.ISSUED:
        return ()
    made = draft(session, code)
    return (*_lacking(made), *_unread(session, period), *_unnumbered(session, made), *_unfit(made))


def prepare_issue(session: Session, code: str, number_id: int, day: date) -> PreparedReport:
    """Make a report with its number and day; it takes seconds: in a job, or where nothing is written.

    Raises:
        MissingError: as `draft` does, or there is no such number.
        InvalidInputError: the number is not one of a report.

    """
    number = number_of(session, number_id)
    if number.kind is not PaperKind.REPORT:
        raise InvalidInputError(
            f"Số {number.number} được cấp cho {number.kind.label.lower()}, không phải báo cáo.",
            "Hãy chọn số của báo cáo.",
        )
    made = snapshot(session, code).issued(number.number, day)
    agency, files = made.results().organisation.on(day), made.files()
    return PreparedReport(
        code=code,
        number_id=number_id,
        day=day,
        symbol=wording.number_symbol(number.number, TYPE_NAME, agency),
        subject=made.composed().report.properties.subject,
        snapshot=made,
        docx=files[f"bao-cao-{code}.docx"],
        pdf=files[f"bao-cao-{code}.pdf"],
    )


def issue_report(desk: Desk, prepared: PreparedReport, *, confirmed: bool = False) -> IssuedDocument:
    """Issue a report that was prepared: nothing of its period changes any more.

    Issued again under the same number and day it stays the same document.

    Args:
        desk: of whoever issues it.
        prepared: the report.
        confirmed: what `doubts` tells is known and accepted.

    Raises:
        ConflictError: there are doubts that are not confirmed, the data have changed since it was prepared,
            or the report is issued under another number.
        InvalidInputError: the day has not come yet, or is within the days of data.

    """
    period = find_period(desk.session, prepared.code)
    if period.state is PeriodState.ISSUED:
        return _again(desk.session, period, prepared)
    refuse_day(desk, prepared.code, prepared.day)
    _refuse(desk.session, prepared, confirmed=confirmed)
    mark_issued(desk, prepared.code)
    return documents.issue(desk, _signed(period, prepared), prepared.number_id, prepared.day)


def refuse_day(desk: Desk, code: str, day: date) -> None:
    """Refuse a day on which the report of a period cannot be issued.

    Raises:
        InvalidInputError: the day has not come yet, or is within the days of data.
        MissingError: there is no such period.

    """
    documents.refuse_future(desk, day)
    end = find_period(desk.session, code).data_to
    if day <= end:
        raise InvalidInputError(
            f"Ngày {short_date(day)} chưa qua ngày cuối lấy số liệu của kỳ ({short_date(end)}).",
            "Hãy xem lại ngày ban hành.",
        )


def _signed(period: tables.Period, prepared: PreparedReport) -> Signed:
    return Signed(
        kind=PaperKind.REPORT,
        subject=prepared.subject,
        symbol=prepared.symbol,
        docx=prepared.docx,
        pdf=prepared.pdf,
        snapshot=prepared.snapshot.data(),
        plan_id=period.plan_id,
        period_id=period.id,
    )


def _again(session: Session, period: tables.Period, prepared: PreparedReport) -> IssuedDocument:
    """Return the report that is issued already."""
    found = documents.document_of_period(session, period.id, PaperKind.REPORT)
    if found is None or (found.number_id, found.day) != (prepared.number_id, prepared.day):
        symbol = f" số {found.symbol} ngày {short_date(found.day)}" if found else ""
        raise ConflictError(f"Báo cáo kỳ {prepared.code} đã ban hành{symbol}.", "Hãy mở danh sách văn bản.")
    return found


def _refuse(session: Session, prepared: PreparedReport, *, confirmed: bool) -> None:
    now = snapshot(session, prepared.code)
    if now.issued(prepared.snapshot.number or 0, prepared.day).content != prepared.snapshot.content:
        raise ConflictError(
            "Số liệu hoặc lời văn của báo cáo vừa thay đổi nên chưa ban hành.",
            "Hãy xem lại báo cáo rồi ban hành.",
        )
    if not confirmed and (found := doubts(session, prepared.code)):
        raise ConflictError(
            f"Báo cáo kỳ {prepared.code} còn việc chưa xong:",
            "Hãy xử lý, hoặc xác nhận vẫn ban hành.",
            found,
        )


def _lacking(made: ReportDraft) -> Iterator[Finding]:
    """Yield what the draft says at its top that it lacks, which the report does not say."""
    for one in made.passages:
        if one.passage.line.kind is ParagraphKind.DASH and not one.passage.editable:
            yield warning("thieu-so-lieu", "", f"{one.printed.rstrip(';.')}.")


def _unread(session: Session, period: tables.Period) -> Iterator[Finding]:
    """Yield the units that have sent something which nobody has accepted."""
    wanted = (
        select(tables.Unit.name, tables.Submission.state)
        .join(tables.Submission, tables.Submission.unit_id == tables.Unit.id)
        .where(tables.Submission.period_id == period.id, tables.Submission.sent_at.is_not(None))
        .where(tables.Submission.state != SubmissionState.ACCEPTED)
        .order_by(tables.Unit.position)
    )
    for name, state in session.execute(wanted):
        message = f"báo cáo chưa được duyệt ({state.label.lower()})."
        yield warning("chua-duyet", name, message, "Hãy duyệt hoặc trả lại.")


def _unnumbered(session: Session, made: ReportDraft) -> Iterator[Finding]:
    """Yield that the report begins by citing a plan without its number and day."""
    plan = snapshot(session, str(made.period)).plan
    opening = next(one for one in made.passages if one.passage.editable)
    if opening.edit is None and (plan.number is None or plan.issued_on is None):
        message = "báo cáo viện dẫn Kế hoạch chưa có số và ngày ban hành."
        yield warning("ke-hoach-chua-co-so", OPENING, message, "Hãy ban hành Kế hoạch, hoặc sửa lời mở đầu.")


def _unfit(made: ReportDraft) -> Iterator[Finding]:
    """Yield the edits that no longer fit the data."""
    for passage in made.outdated:
        yield warning("loi-van-cu", passage.where, "số liệu đã đổi sau khi sửa lời văn.", _MEND)
    for passage in made.passages:
        yield from passage.findings
    if made.lost:
        message = f"có {len(made.lost)} đoạn đã sửa nay không còn chỗ trong báo cáo."
        yield warning("loi-van-mat-cho", "", message, _MEND)
