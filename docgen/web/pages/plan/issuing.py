"""A plan issued: what stands in the way, its number and day, confirmed, frozen."""

from datetime import date
from typing import Annotated

from fastapi import Form
from starlette.responses import HTMLResponse, RedirectResponse, Response

from docgen.errors import ConflictError, DocgenError, InvalidInputError
from docgen.language.dates import parse_date, short_date
from docgen.model.papers import PaperKind, Register
from docgen.office.numbers import number_of, open_numbers, register
from docgen.office.plans import (
    check_plan,
    decisions,
    issue_plan,
    issued_plan,
    prepare_issue,
    take_plan_number,
)
from docgen.web.door import pages
from docgen.web.errors import status_of
from docgen.web.form import PageForm, Text
from docgen.web.pages.plan.shown import plan_page
from docgen.web.visit import Caller, Visit

router = pages()
_ADDRESS = "/ke-hoach/{year}/ban-hanh"
_NEXT = "moi"


class NumberForm(PageForm):
    """The number, as entered, or "moi" for the next one of docgen's register, and the day of signing."""

    so: Text = ""
    ngay: Text = ""


class IssuingForm(PageForm):
    """The number (its id) and the day (ISO 8601) that are confirmed."""

    so: int
    ngay: date


@router.get(_ADDRESS, name="ke_hoach_ban_hanh")
def ask(visit: Visit, year: int) -> HTMLResponse:
    """Show what stands in the way of issuing; where nothing does, ask for number and day."""
    return _page(visit, year, NumberForm(ngay=short_date(visit.desk.today)))


def _page(
    visit: Visit,
    year: int,
    form: NumberForm,
    problem: DocgenError | None = None,
    errors: dict[str, str] | None = None,
) -> HTMLResponse:
    session = visit.desk.session
    issued, is_refused = issued_plan(session, year), bool(problem or errors)
    return plan_page(
        visit,
        "ban_hanh.html",
        year,
        status_of(problem) if problem else 422 if errors else 200,
        form=form,
        open=decisions(session, year).open,
        issued=issued,
        checked=None if issued or is_refused else check_plan(session, year),
        numbers=open_numbers(session, PaperKind.PLAN, visit.desk.today.year),
        is_built_in=register(session) is Register.BUILT_IN,
        problem=problem,
        errors=errors or {},
    )


@router.post(_ADDRESS, name="ke_hoach_ban_hanh_so")
def take(caller: Caller, year: int, form: Annotated[NumberForm, Form()]) -> Response:
    """Take the number, then show once more what is to be issued."""
    errors, day = _understood(form)
    if errors or day is None:
        with caller.reading() as visit:
            return _page(visit, year, form, errors=errors)
    number = None if form.so == _NEXT else int(form.so)
    try:
        with caller.writing() as visit:
            taken = take_plan_number(visit.desk, year, day, number)
    except (InvalidInputError, ConflictError) as problem:
        with caller.reading() as visit:
            return _page(visit, year, form, problem)
    address = caller.request.app.url_path_for("ke_hoach_ban_hanh_xem", year=year)
    return RedirectResponse(f"{address}?so={taken.id}&ngay={day.isoformat()}", 303)


def _understood(form: NumberForm) -> tuple[dict[str, str], date | None]:
    """Return what is wrong with the fields, and the day."""
    errors, day = {}, None
    if form.so != _NEXT and not form.so.isdecimal():
        errors["so"] = "Chưa nhập số văn bản. Hãy nhập số nguyên dương, ví dụ 45."
    try:
        day = parse_date(form.ngay)
    except ValueError:
        errors["ngay"] = "Ngày ban hành chưa đúng. Hãy nhập ngày, ví dụ 27/12/2025."
    return errors, day


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
