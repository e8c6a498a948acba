"""Issuing the letter to late units: its number and day, a last look at whom it goes to."""

from typing import Annotated

from fastapi import Form
from starlette.responses import RedirectResponse, Response

from docgen.errors import ConflictError, InvalidInputError
from docgen.language.dates import short_date
from docgen.model.day import Day
from docgen.model.papers import PaperKind
from docgen.office import numbers, reports
from docgen.office.desk import Desk
from docgen.office.periods import period_of
from docgen.web.door import pages
from docgen.web.errors import status_of
from docgen.web.form import PageForm
from docgen.web.pages.board.letter import ADDRESS
from docgen.web.pages.numbering import NumberForm, chosen_number, number_fields
from docgen.web.pages.typed import read_day
from docgen.web.templating import address_of
from docgen.web.visit import Caller, Visit

router = pages()
_ISSUE = f"{ADDRESS}/ban-hanh"
_LOOK = f"{_ISSUE}/kiem-tra"


class LetterForm(PageForm):
    """What was looked at and is now issued; `da_xem` is the mark of all that the letter is made of."""

    so: int
    ngay: Day
    da_xem: str = ""


@router.get(_ISSUE, name="don_doc_ban_hanh")
def show(visit: Visit, period: str) -> Response:
    """Show whom the letter of today goes to, with fields for number and day."""
    return _number_page(visit, period, NumberForm(ngay=short_date(visit.desk.today)))


@router.post(_ISSUE, name="don_doc_ban_hanh_so")
def choose(visit: Visit, period: str, form: Annotated[NumberForm, Form()]) -> Response:
    """Take or enter the number, then go on to the last look."""
    try:
        day = read_day(form.ngay)
        reports.refuse_letter_day(visit.desk, period, day)
        number = chosen_number(visit.desk, PaperKind.LETTER, form, day.year)
    except (ConflictError, InvalidInputError) as problem:
        return _number_page(visit, period, form, problem)
    address = address_of(visit.request, "don_doc_ban_hanh_xem", period=period)
    return RedirectResponse(f"{address}?so={number.id}&ngay={day.isoformat()}", 303)


@router.get(_LOOK, name="don_doc_ban_hanh_xem")
def look(visit: Visit, period: str, so: int, ngay: Day) -> Response:
    """Show number, day and addressees once more before the letter is issued."""
    return _last_page(visit, period, LetterForm(so=so, ngay=ngay))


@router.post(_LOOK, name="don_doc_ban_hanh_gui")
def issue(caller: Caller, period: str, form: Annotated[LetterForm, Form()]) -> Response:
    """Make the letter with its number and day, and issue it as it was looked at."""
    try:
        with caller.reading() as visit:
            _require_seen(visit.desk, period, form)
            prepared = reports.prepare_letter(visit.desk.session, period, form.so, form.ngay)
        with caller.writing() as visit:
            issued = reports.issue_letter(visit.desk, prepared)
    except (ConflictError, InvalidInputError) as problem:
        with caller.reading() as visit:
            return _last_page(visit, period, form, problem)
    return caller.go("van_ban", f"Đã ban hành công văn số {issued.symbol}.", document_id=issued.id)


def _number_page(
    visit: Visit, period: str, form: NumberForm, problem: ConflictError | InvalidInputError | None = None
) -> Response:
    return visit.page(
        "ky/don_doc_ban_hanh.html",
        status_of(problem) if problem else 200,
        period=period_of(visit.desk.session, period),
        late=reports.late(visit.desk.session, period, visit.desk.today),
        issued=reports.issued_letters(visit.desk.session, period),
        form=form,
        problem=problem,
        **number_fields(visit.desk, PaperKind.LETTER),
    )


def _last_page(
    visit: Visit, period: str, form: LetterForm, problem: ConflictError | InvalidInputError | None = None
) -> Response:
    session = visit.desk.session
    return visit.page(
        "ky/don_doc_ban_hanh_xem.html",
        status_of(problem) if problem else 200,
        period=period_of(session, period),
        number=numbers.number_of(session, form.so),
        late=reports.late(session, period, form.ngay),
        mark=reports.letter_mark(session, period, form.ngay),
        form=form,
        problem=problem,
    )


def _require_seen(desk: Desk, period: str, form: LetterForm) -> None:
    """Refuse to issue a letter that is another one by now; one that is issued already is shown again."""
    is_issued = numbers.number_of(desk.session, form.so).document_id is not None
    if not is_issued and form.da_xem != reports.letter_mark(desk.session, period, form.ngay):
        raise ConflictError(
            "Số liệu của các đơn vị vừa thay đổi nên chưa ban hành công văn.",
            "Hãy xem lại nơi nhận dưới đây rồi ban hành.",
        )
