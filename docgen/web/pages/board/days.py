"""A period is opened, extended, closed; one that is closed is opened again with new days."""

from datetime import date
from typing import Annotated

from fastapi import Form
from starlette.responses import HTMLResponse, Response

from docgen.errors import InvalidInputError
from docgen.language.dates import parse_date, short_date
from docgen.language.quantities import count
from docgen.model.collecting import PeriodState
from docgen.office.periods import close, extend, open_period, period_of
from docgen.office.reminders import announce
from docgen.office.submissions import board
from docgen.office.submissions.views import PeriodView
from docgen.web.door import pages
from docgen.web.form import PageForm, Text
from docgen.web.visit import Visit

router = pages()
_DAYS = {"han_don_vi": "unit_due", "han_bao_cao": "due", "dong_ky": "closes"}
"""The fields of the form, and the days of a period that they are."""
_UNREADABLE = "Ngày “{}” không đọc được. Hãy ghi như 15/3/2025."


class DaysForm(PageForm):
    """The days of a period as they are typed, and why they are moved."""

    han_don_vi: Text = ""
    han_bao_cao: Text = ""
    dong_ky: Text = ""
    ly_do: Text = ""


@router.post("/ky/{period}/mo", name="ky_mo")
def open_(visit: Visit, period: str) -> Response:
    """Open a period, and tell the units."""
    units = open_period(visit.desk, period)
    announce(visit.desk, period)
    told = f"Đã mở kỳ báo cáo và báo cho {count(len(units))} đơn vị."
    return visit.go("ky", told, period=period)


@router.get("/ky/{period}/gia-han", name="ky_gia_han")
def ask_days(visit: Visit, period: str) -> HTMLResponse:
    """Show the days of a period, to be changed."""
    view = period_of(visit.desk.session, period)
    days = {name: short_date(getattr(view.dates, day)) for name, day in _DAYS.items()}
    return _asked(visit, view, DaysForm(**days), {})


def _asked(
    visit: Visit,
    view: PeriodView,
    form: DaysForm,
    errors: dict[str, str],
    problem: InvalidInputError | None = None,
) -> HTMLResponse:
    status = 422 if errors or problem else 200
    return visit.page("ky/gia_han.html", status, period=view, form=form, errors=errors, problem=problem)


@router.post("/ky/{period}/gia-han", name="ky_gia_han_luu")
def move_days(visit: Visit, period: str, form: Annotated[DaysForm, Form()]) -> Response:
    """Move the days of a period; one that is closed opens again."""
    view, errors = period_of(visit.desk.session, period), dict[str, str]()
    days = {day: read_day(getattr(form, name), name, errors) for name, day in _DAYS.items()}
    if not form.ly_do:
        errors["ly_do"] = "Chưa ghi lý do. Lý do được lưu cùng nhật ký."
    if errors:
        return _asked(visit, view, form, errors)
    try:
        moved = extend(visit.desk, period, {name: day for name, day in days.items() if day}, form.ly_do)
    except InvalidInputError as problem:
        return _asked(visit, view, form, {}, problem)
    done = "Đã mở lại kỳ báo cáo" if view.state is PeriodState.CLOSED else "Đã đổi các ngày của kỳ"
    told = f"{done}: đơn vị gửi đến hết ngày {short_date(moved.dates.unit_due)}."
    return visit.go("ky", told, period=period)


def read_day(text: str, name: str, errors: dict[str, str]) -> date | None:
    """Return a day that was typed into the field `name`; what is wrong with it goes to `errors`."""
    try:
        return parse_date(text)
    except ValueError:
        errors[name] = _UNREADABLE.format(text) if text else "Chưa ghi ngày. Hãy ghi như 15/3/2025."
        return None


@router.get("/ky/{period}/dong", name="ky_dong")
def ask_closing(visit: Visit, period: str) -> HTMLResponse:
    """Show whom closing a period locks out."""
    shown = board(visit.desk, period)
    waiting = [one for one in shown.units if not one.has_sent and not one.exception]
    return visit.page("ky/dong.html", board=shown, waiting=waiting)


@router.post("/ky/{period}/dong", name="ky_dong_luu")
def close_(visit: Visit, period: str) -> Response:
    """Close a period."""
    close(visit.desk, period)
    return visit.go("ky", "Đã đóng kỳ báo cáo; phần chưa gửi đã được khóa.", period=period)
