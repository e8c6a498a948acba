"""Answers in a workbook: the form goes out; filled in it comes back, is looked through, then taken over."""

from typing import Annotated

from fastapi import File, Form, UploadFile
from starlette.responses import HTMLResponse, Response

from docgen.errors import ConflictError, InvalidInputError, RefusedError
from docgen.language.quantities import count
from docgen.office.submissions import (
    BroughtWorkbook,
    RowName,
    hold_workbook,
    read_workbook,
    take_workbook,
    unit_page,
    unit_workbook,
)
from docgen.office.submissions.views import Typed
from docgen.services.evidence import MEDIA_TYPES
from docgen.services.without_commands import without_commands
from docgen.web.door import pages
from docgen.web.errors import status_of
from docgen.web.form import PageForm
from docgen.web.pages.unit.proof import attachment
from docgen.web.pages.unit.words import shown_value, title_of
from docgen.web.visit import Caller, Visit

router = pages()
_ADDRESS = "/ky/{period}/don-vi/{unit}/bieu-mau"


class TakingForm(PageForm):
    """Which workbook, of those that were looked through, is taken over."""

    tep_giu: int


@router.get(_ADDRESS, name="bieu_mau")
def ask(visit: Visit, period: str, unit: str) -> HTMLResponse:
    """Offer the form, and take it back filled in."""
    page = unit_page(visit.desk, period, unit)
    return visit.page("don_vi/bieu_mau.html", page=page, problem=None, remedy="")


@router.get(f"{_ADDRESS}.xlsx", name="bieu_mau_xlsx")
def blank(visit: Visit, period: str, unit: str) -> Response:
    """Give the form to be filled in."""
    data = unit_workbook(visit.desk, period, unit)
    return attachment(data, f"bieu-mau-{period}-{unit}.xlsx", MEDIA_TYPES["xlsx"])


@router.post(f"{_ADDRESS}.xlsx", name="bieu_mau_gui")
def bring(
    caller: Caller, period: str, unit: str, tep: Annotated[UploadFile | None, File()] = None
) -> Response:
    """Show what a filled-in form would change; nothing of it is taken over yet."""
    name, data = (tep.filename or "", tep.file.read()) if tep else ("", b"")
    try:
        _refuse_none(data)
        with caller.reading() as visit:
            brought = read_workbook(visit.desk, period, unit, name, data)
    except (InvalidInputError, RefusedError, ConflictError) as problem:
        return _refused(caller, period, unit, problem)
    with caller.writing() as visit:
        held = hold_workbook(visit.desk, unit, brought, data)
    return _compared(caller, period, unit, brought, held)


def _refuse_none(data: bytes) -> None:
    if not data:
        message = "Chưa chọn tệp Excel nào, hoặc tệp rỗng."
        raise InvalidInputError(message, "Hãy chọn biểu mẫu đã điền (.xlsx).")


def _refused(
    caller: Caller, period: str, unit: str, problem: InvalidInputError | RefusedError | ConflictError
) -> Response:
    with caller.reading() as visit:
        shown = {"page": unit_page(visit.desk, period, unit), "remedy": without_commands(problem.remedy)}
        return visit.page("don_vi/bieu_mau.html", status_of(problem), problem=problem, **shown)


def _compared(caller: Caller, period: str, unit: str, brought: BroughtWorkbook, held: int) -> Response:
    with caller.reading() as visit:
        page = unit_page(visit.desk, period, unit)
        return visit.page(
            "don_vi/nhap_tep.html", page=page, brought=brought, held=held, cells=differing, title_of=title_of
        )


def differing(name: RowName, now: Typed, typed: Typed) -> list[tuple[str, str, str]]:
    """Return what a field is called, what is kept in it and what would be, of the fields that differ."""
    keys = (key for key in dict.fromkeys((*typed, *now)) if typed.get(key) != now.get(key))
    both = ((key, now.get(key), typed.get(key)) for key in keys)
    return [(title_of(name, key), shown_value(key, old), shown_value(key, new)) for key, old, new in both]


@router.post(f"{_ADDRESS}/ghi", name="bieu_mau_ghi")
def take(caller: Caller, period: str, unit: str, form: Annotated[TakingForm, Form()]) -> Response:
    """Take over what was looked through: all rows, or none."""
    try:
        with caller.writing() as visit:
            saved = take_workbook(visit.desk, period, unit, form.tep_giu)
    except ConflictError as problem:
        return _refused(caller, period, unit, problem)
    return caller.go("don_vi", f"Đã lưu {count(len(saved))} dòng từ tệp Excel.", period=period, unit=unit)
