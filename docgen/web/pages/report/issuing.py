"""Issuing a report: what is doubtful, its number and day, a last look; then nothing changes any more."""

from hashlib import sha256
from typing import Annotated, Literal

from fastapi import Form
from starlette.responses import RedirectResponse, Response

from docgen.errors import ConflictError, InvalidInputError
from docgen.language.dates import short_date
from docgen.model.collecting import PeriodState
from docgen.model.day import Day
from docgen.model.papers import PaperKind
from docgen.office import documents, numbers, reports
from docgen.office.desk import Desk
from docgen.office.periods import period_of
from docgen.web.door import pages
from docgen.web.errors import status_of
from docgen.web.form import PageForm
from docgen.web.pages.numbering import NumberForm, chosen_number, number_fields
from docgen.web.pages.report.reading import ADDRESS, report_of
from docgen.web.pages.typed import read_day
from docgen.web.templating import address_of
from docgen.web.visit import Caller, Visit

router = pages()
_ISSUE = f"{ADDRESS}/ban-hanh"
_LOOK = f"{_ISSUE}/kiem-tra"


class IssueForm(PageForm):
    """What was looked at and is now issued; `da_xem` is the mark of all that was shown."""

    so: int
    ngay: Day
    da_xem: str = ""
    xac_nhan: Literal["", "co"] = ""


@router.get(_ISSUE, name="bao_cao_ban_hanh")
def show(visit: Visit, period: str) -> Response:
    """Show what is to be confirmed, with fields for number and day; or the issued document."""
    found = period_of(visit.desk.session, period)
    issued = documents.document_of_period(visit.desk.session, found.id, PaperKind.REPORT)
    if issued:
        return visit.go("van_ban", document_id=issued.id)
    return _number_page(visit, period, NumberForm(ngay=short_date(visit.desk.today)))


@router.post(_ISSUE, name="bao_cao_ban_hanh_so")
def choose(visit: Visit, period: str, form: Annotated[NumberForm, Form()]) -> Response:
    """Take or enter the number, then go on to the last look."""
    try:
        day = read_day(form.ngay)
        reports.refuse_day(visit.desk, period, day)
        number = chosen_number(visit.desk, PaperKind.REPORT, form, day.year)
    except (ConflictError, InvalidInputError) as problem:
        return _number_page(visit, period, form, problem)
    address = address_of(visit.request, "bao_cao_ban_hanh_xem", period=period)
    return RedirectResponse(f"{address}?so={number.id}&ngay={day.isoformat()}", 303)


@router.get(_LOOK, name="bao_cao_ban_hanh_xem")
def look(visit: Visit, period: str, so: int, ngay: Day) -> Response:
    """Show number, day and doubts once more before the report is issued."""
    return _last_page(visit, period, IssueForm(so=so, ngay=ngay))


@router.post(_LOOK, name="bao_cao_ban_hanh_gui")
def issue(caller: Caller, period: str, form: Annotated[IssueForm, Form()]) -> Response:
    """Make the report with its number and day, and issue it as it was looked at."""
    try:
        with caller.reading() as visit:
            _require_seen(visit.desk, period, form)
            prepared = reports.prepare_issue(visit.desk.session, period, form.so, form.ngay)
        with caller.writing() as visit:
            _require_seen(visit.desk, period, form)
            issued = reports.issue_report(visit.desk, prepared, confirmed=bool(form.xac_nhan))
    except (ConflictError, InvalidInputError) as problem:
        with caller.reading() as visit:
            return _last_page(visit, period, form, problem)
    told = f"Đã ban hành {issued.symbol}; số liệu của kỳ đã khóa."
    return caller.go("van_ban", told, document_id=issued.id)


def _number_page(
    visit: Visit, period: str, form: NumberForm, problem: ConflictError | InvalidInputError | None = None
) -> Response:
    return visit.page(
        "bao_cao/ban_hanh.html",
        status_of(problem) if problem else 200,
        report=report_of(visit.desk, period),
        doubts=reports.doubts(visit.desk.session, period),
        form=form,
        problem=problem,
        **number_fields(visit.desk, PaperKind.REPORT),
    )


def _last_page(
    visit: Visit, period: str, form: IssueForm, problem: ConflictError | InvalidInputError | None = None
) -> Response:
    return visit.page(
        "bao_cao/ban_hanh_xem.html",
        status_of(problem) if problem else 200,
        report=report_of(visit.desk, period),
        number=numbers.number_of(visit.desk.session, form.so),
        doubts=reports.doubts(visit.desk.session, period),
        mark=_mark(visit.desk, period),
        form=form,
        problem=problem,
    )


def _mark(desk: Desk, period: str) -> str:
    """Return what changes whenever the report, or anything to be confirmed in it, does."""
    said = [str(one) for one in reports.doubts(desk.session, period)]
    return sha256("\n".join([reports.snapshot(desk.session, period).content, *said]).encode()).hexdigest()


def _require_seen(desk: Desk, period: str, form: IssueForm) -> None:
    """Refuse to issue what was not confirmed, or is something else by now than what was looked at."""
    if period_of(desk.session, period).state is PeriodState.ISSUED:
        return
    if not form.xac_nhan and reports.doubts(desk.session, period):
        raise ConflictError(
            "Chưa xác nhận các việc chưa xong nên chưa ban hành.",
            "Hãy đánh dấu vào ô xác nhận dưới đây, hoặc làm xong các việc đó rồi ban hành.",
        )
    if form.da_xem != _mark(desk, period):
        raise ConflictError(
            "Báo cáo hoặc những việc cần xác nhận vừa thay đổi nên chưa ban hành.",
            "Hãy xem lại nội dung dưới đây rồi ban hành.",
        )
