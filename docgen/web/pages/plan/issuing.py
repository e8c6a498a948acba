"""A plan issued: what stands in the way, its number and day, confirmed, frozen."""

from datetime import date
from typing import Annotated

from fastapi import Form
from starlette.responses import HTMLResponse, RedirectResponse, Response

from docgen.errors import ConflictError, DocgenError, InvalidInputError
from docgen.language.dates import short_date
from docgen.model.papers import PaperKind
from docgen.office.numbers import number_of
from docgen.office.plans import (
    check_plan,
    decisions,
    issue_plan,
    issued_plan,
    prepare_issue,
    refuse_plan_day,
)
from docgen.web.door import pages
from docgen.web.errors import status_of
from docgen.web.form import PageForm
from docgen.web.pages.numbering import NumberForm, chosen_number, number_fields
from docgen.web.pages.plan.shown import plan_page
from docgen.web.pages.typed import read_day
from docgen.web.visit import Caller, Visit

router = pages()
_ADDRESS = "/ke-hoach/{year}/ban-hanh"


class IssuingForm(PageForm):
    """The number (its id) and the day (ISO 8601) that are confirmed."""

    so: int
    ngay: date


@router.get(_ADDRESS, name="ke_hoach_ban_hanh")
def ask(visit: Visit, year: int) -> HTMLResponse:
    """Show what stands in the way of issuing; where nothing does, ask for number and day."""
    return _page(visit, year, NumberForm(ngay=short_date(visit.desk.today)))


def _page(visit: Visit, year: int, form: NumberForm, problem: DocgenError | None = None) -> HTMLResponse:
    session = visit.desk.session
    issued = issued_plan(session, year)
    return plan_page(
        visit,
        "ban_hanh.html",
        year,
        status_of(problem) if problem else 200,
        form=form,
        open=decisions(session, year).open,
        issued=issued,
        checked=None if issued else check_plan(session, year),
        problem=problem,
        **number_fields(visit.desk, PaperKind.PLAN),
    )


@router.post(_ADDRESS, name="ke_hoach_ban_hanh_so")
def take(caller: Caller, year: int, form: Annotated[NumberForm, Form()]) -> Response:
    """Take the number, then show once more what is to be issued."""
    try:
        day = read_day(form.ngay)
        with caller.writing() as visit:
            refuse_plan_day(visit.desk, year, day)
            taken = chosen_number(visit.desk, PaperKind.PLAN, form, day.year)
    except (InvalidInputError, ConflictError) as problem:
        with caller.reading() as visit:
            return _page(visit, year, form, problem)
    address = caller.request.app.url_path_for("ke_hoach_ban_hanh_xem", year=year)
    return RedirectResponse(f"{address}?so={taken.id}&ngay={day.isoformat()}", 303)


@router.get(f"{_ADDRESS}/xac-nhan", name="ke_hoach_ban_hanh_xem")
def confirm(visit: Visit, year: int, so: int, ngay: date) -> HTMLResponse:
    """Show number and day once more before the plan is issued."""
    return _confirm(visit, year, so, ngay)


def _confirm(
    visit: Visit, year: int, number: int, day: date, problem: DocgenError | None = None
) -> HTMLResponse:
    return plan_page(
        visit,
        "xac_nhan_ban_hanh.html",
        year,
        status_of(problem) if problem else 200,
        number=number_of(visit.desk.session, number),
        day=day,
        problem=problem,
    )


@router.post(f"{_ADDRESS}/xac-nhan", name="ke_hoach_phat_hanh")
def issue(caller: Caller, year: int, form: Annotated[IssuingForm, Form()]) -> Response:
    """Issue the plan: from now on nothing of it changes."""
    try:
        with caller.reading() as visit:
            prepared = prepare_issue(visit.desk.session, year, form.so, form.ngay)
        with caller.writing() as visit:
            document = issue_plan(visit.desk, prepared)
    except (InvalidInputError, ConflictError) as problem:
        with caller.reading() as visit:
            return _confirm(visit, year, form.so, form.ngay, problem)
    told = f"Đã ban hành Kế hoạch số {document.symbol} ngày {short_date(document.day)}."
    return caller.go("ke_hoach", told, year=year)
