"""The register of numbers: taken or entered, cancelled with a reason, never given twice."""

from typing import Annotated, Literal

from fastapi import Form, Query
from pydantic import Field
from starlette.responses import Response

from docgen.errors import ConflictError, InvalidInputError
from docgen.model.papers import PaperKind, Register
from docgen.model.plan import EARLIEST_YEAR, LATEST_YEAR
from docgen.office import numbers
from docgen.web.door import pages
from docgen.web.errors import status_of
from docgen.web.form import PageForm, Text
from docgen.web.pages.documents import KINDS
from docgen.web.pages.typed import read_number
from docgen.web.visit import Visit

router = pages()


class NumberForm(PageForm):
    """A number that is wanted; `so` is empty where the next one is taken."""

    loai: PaperKind = PaperKind.REPORT
    nam: int = Field(ge=EARLIEST_YEAR, le=LATEST_YEAR)
    so: str = ""


class ReasonForm(PageForm):
    """Why a number is cancelled."""

    ly_do: Text = ""


class RegisterForm(PageForm):
    """Where numbers come from."""

    so_dung: Register


@router.get("/so-van-ban", name="so_van_ban")
def show(
    visit: Visit,
    loai: Annotated[PaperKind | Literal[""], Query()] = "",
    nam: Annotated[int | None, Query(ge=EARLIEST_YEAR, le=LATEST_YEAR)] = None,
) -> Response:
    """Show the numbers of a year."""
    return _page(visit, NumberForm(nam=nam or visit.desk.today.year), loai or None)


@router.post("/so-van-ban", name="so_van_ban_lay")
def take(visit: Visit, form: Annotated[NumberForm, Form()]) -> Response:
    """Take the next number, or enter one from the office's own register."""
    session = visit.desk.session
    try:
        if numbers.register(session) is Register.BUILT_IN:
            made = numbers.take_number(visit.desk, form.loai, form.nam)
        else:
            made = numbers.enter_number(visit.desk, form.loai, form.nam, read_number(form.so))
    except (ConflictError, InvalidInputError) as problem:
        return _page(visit, form, problem=problem)
    visit.tell(f"Đã cấp số {made.number} loại {made.kind.label} năm {made.year}.")
    return visit.go("so_van_ban")


@router.get("/so-van-ban/{number}/huy", name="so_van_ban_huy")
def ask(visit: Visit, number: int) -> Response:
    """Show a number with a field for the reason why it is cancelled."""
    return _cancel_page(visit, number, ReasonForm())


@router.post("/so-van-ban/{number}/huy", name="so_van_ban_huy_luu")
def cancel(visit: Visit, number: int, form: Annotated[ReasonForm, Form()]) -> Response:
    """Cancel a number."""
    try:
        cancelled = numbers.cancel(visit.desk, number, form.ly_do)
    except (ConflictError, InvalidInputError) as problem:
        return _cancel_page(visit, number, form, problem)
    return visit.go("so_van_ban", f"Đã hủy số {cancelled.number} loại {cancelled.kind.label}.")


@router.post("/so-van-ban/so-dung", name="so_van_ban_so")
def settle(visit: Visit, form: Annotated[RegisterForm, Form()]) -> Response:
    """Settle which register numbers come from."""
    numbers.use_register(visit.desk, form.so_dung)
    return visit.go("so_van_ban", f"Từ nay lấy số từ {form.so_dung.label}.")


def _page(
    visit: Visit,
    form: NumberForm,
    kind: PaperKind | None = None,
    problem: ConflictError | InvalidInputError | None = None,
) -> Response:
    session = visit.desk.session
    years = {*numbers.years(session), visit.desk.today.year, form.nam}
    return visit.page(
        "so_van_ban/danh_sach.html",
        status_of(problem) if problem else 200,
        numbers=numbers.numbers(session, form.nam, kind),
        register=numbers.register(session),
        registers=Register,
        years=[(year, str(year)) for year in sorted(years, reverse=True)],
        kinds=KINDS,
        kind=kind,
        form=form,
        problem=problem,
    )


def _cancel_page(
    visit: Visit, number: int, form: ReasonForm, problem: ConflictError | InvalidInputError | None = None
) -> Response:
    found = numbers.number_of(visit.desk.session, number)
    status = status_of(problem) if problem else 200
    return visit.page("so_van_ban/huy.html", status, number=found, form=form, problem=problem)
