"""Wording a paragraph of a report by hand; where two texts compete, both are shown."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from typing import Annotated, Any, Literal

from fastapi import Form
from starlette.responses import RedirectResponse, Response

from docgen.documents.baocao import Passage
from docgen.errors import InvalidInputError, MissingError
from docgen.office import reports
from docgen.office.conflicts import ChangedMeanwhileError
from docgen.office.desk import Desk
from docgen.web.door import pages
from docgen.web.errors import status_of
from docgen.web.form import PageForm, Text
from docgen.web.pages.report.reading import ADDRESS, report_of
from docgen.web.pages.report.shown import anchor_of
from docgen.web.templating import address_of
from docgen.web.visit import Caller, Visit

router = pages()
_PASSAGE = f"{ADDRESS}/doan/{{place:path}}"


class EditForm(PageForm):
    """What is to stand in a paragraph, over which version of its edit."""

    viec: Literal["luu", "bo", "giu", "moi"] = "luu"
    loi_van: Text = ""
    phien_ban: int = 0


class PictureForm(PageForm):
    """Whether the picture of the period stands in the report: "co", or "" where not."""

    hinh: Literal["", "co"] = ""


@dataclass(frozen=True)
class Typed:
    """What stands in the field, over which version, and what the data say in its place if that is known."""

    text: str
    version: int
    written: Passage | None = None


@router.get(_PASSAGE, name="bao_cao_doan")
def show(visit: Visit, period: str, place: str) -> Response:
    """Show a paragraph with a field for its words."""
    return _page(visit, period, place)


@router.post(_PASSAGE, name="bao_cao_doan_luu")
def change(caller: Caller, period: str, place: str, form: Annotated[EditForm, Form()]) -> Response:
    """Word a paragraph otherwise, leave it out, or settle which of two texts stands."""
    with caller.reading() as visit:  # to word a report takes long: nobody who writes waits for it
        typed = Typed(form.loi_van, form.phien_ban, _written(visit.desk, period, place))
    try:
        with caller.writing() as visit:
            told = _ACTS[form.viec](visit.desk, period, place, typed)
    except ChangedMeanwhileError as problem:
        with caller.reading() as visit:
            return _page(visit, period, place, Typed(typed.text, problem.version), conflict=problem)
    except InvalidInputError as problem:
        with caller.reading() as visit:
            return _page(visit, period, place, typed, problem=problem)
    caller.tell(told)
    address = address_of(caller.request, "bao_cao", period=period)
    return RedirectResponse(f"{address}#{anchor_of(place)}", 303)


def _written(desk: Desk, period: str, place: str) -> Passage | None:
    """Return what the data say in a place; None where there is no such place."""
    with suppress(MissingError):
        return reports.passage(desk.session, period, place)
    return None


@router.post(f"{ADDRESS}/hinh", name="bao_cao_hinh")
def place_picture(visit: Visit, period: str, form: Annotated[PictureForm, Form()]) -> Response:
    """Let the picture of the period stand in the report, or take it out."""
    reports.place_picture(visit.desk, period, wanted=bool(form.hinh))
    told = "Đã đặt hình vào báo cáo." if form.hinh else "Đã bỏ hình khỏi báo cáo."
    return visit.go("bao_cao", told, period=period)


def _page(
    visit: Visit,
    period: str,
    place: str,
    typed: Typed | None = None,
    *,
    conflict: ChangedMeanwhileError | None = None,
    problem: InvalidInputError | None = None,
) -> Response:
    report = report_of(visit.desk, period)
    shown = report.at(place)
    refused = conflict or problem
    if shown is None or not shown.passage.passage.editable:
        raise refused or _not_there()
    values: dict[str, Any] = {"report": report, "shown": shown, "conflict": conflict, "problem": problem}
    values["typed"] = typed or Typed(shown.passage.printed, shown.passage.version)
    return visit.page("bao_cao/doan.html", status_of(refused) if refused else 200, **values)


def _not_there() -> MissingError:
    return MissingError("Báo cáo không có đoạn này, hoặc đoạn này không sửa được.", "Hãy mở lại báo cáo.")


_OTHER_NUMBERS = "; có số khác với số liệu của các đơn vị"


def _save(desk: Desk, period: str, place: str, typed: Typed) -> str:
    if not typed.text:
        raise InvalidInputError(
            "Chưa nhập lời văn của đoạn.", "Hãy nhập lời văn; không cần đoạn này thì chọn “Bỏ đoạn này”."
        )
    made = reports.edit(desk, period, place, typed.text, typed.version, typed.written)
    return f"Đã lưu lời văn{_OTHER_NUMBERS if made.findings else ''}."


def _leave_out(desk: Desk, period: str, place: str, typed: Typed) -> str:
    reports.edit(desk, period, place, "", typed.version, typed.written)
    return "Đã bỏ đoạn khỏi báo cáo; lấy lại được bằng “Lấy lời mới”."


def _keep(desk: Desk, period: str, place: str, typed: Typed) -> str:
    reports.keep_mine(desk, period, place, typed.version, typed.written)
    return "Đã giữ lời đã sửa."


def _take(desk: Desk, period: str, place: str, typed: Typed) -> str:
    reports.take_new(desk, period, place, typed.version)
    return "Đã lấy lời mới theo số liệu."


_ACTS: dict[str, Callable[[Desk, str, str, Typed], str]] = {
    "luu": _save,
    "bo": _leave_out,
    "giu": _keep,
    "moi": _take,
}
"""What the buttons do, and what is said of it."""
