"""What the office does with what a unit sent: seen, returned, accepted, unlocked, talked about."""

from itertools import zip_longest
from typing import Annotated

from fastapi import Form
from pydantic import Field
from starlette.responses import Response

from docgen.errors import InvalidInputError
from docgen.language.dates import short_date
from docgen.language.quantities import count
from docgen.office.periods import except_unit
from docgen.office.submissions import RowName, accept, comment, reopen, return_submission, see
from docgen.store.tables import RowKind
from docgen.web.door import pages
from docgen.web.form import PageForm, Text
from docgen.web.pages.board.days import read_day
from docgen.web.pages.board.reviewing import ADDRESS, Typing, shown
from docgen.web.visit import Visit

router = pages()


class ReturnForm(PageForm):
    """Why a submission is returned; `dong` names rows and `y_kien` says what is wrong in each."""

    ly_do_mau: Text = ""
    ly_do: Text = ""
    dong: Annotated[list[str], Field(default_factory=list)]
    y_kien: Annotated[list[Text], Field(default_factory=list)]

    @property
    def reason(self) -> str:
        """What is said of the whole."""
        return ". ".join(filter(None, (self.ly_do_mau, self.ly_do)))

    @property
    def notes(self) -> dict[str, str]:
        """What is wrong in rows, by their marks."""
        pairs = zip_longest(self.dong, self.y_kien, fillvalue="")
        return {mark: note for mark, note in pairs if mark and note.strip()}


class AcceptForm(PageForm):
    """Which round was looked at."""

    lan_gui: int


class ReasonForm(PageForm):
    """Why something is done."""

    ly_do: Text = ""


class ExceptionForm(ReasonForm):
    """Until when a unit may answer although the period is closed, and why."""

    han: Text = ""


class CommentForm(PageForm):
    """Something that is said."""

    trao_doi: Text = ""


@router.post(f"{ADDRESS}/da-xem", name="xem_da_xem")
def mark_seen(visit: Visit, period: str, unit: str) -> Response:
    """Write down that what was sent has been looked at."""
    see(visit.desk, period, unit)
    return visit.go("xem", "Đã đánh dấu là đã xem; đơn vị không thu hồi được nữa.", period=period, unit=unit)


@router.post(f"{ADDRESS}/tra-lai", name="tra_lai")
def return_(visit: Visit, period: str, unit: str, form: Annotated[ReturnForm, Form()]) -> Response:
    """Return what was sent, all of it or some rows."""
    rows = {_named(mark): note for mark, note in form.notes.items()}
    try:
        return_submission(visit.desk, period, unit, form.reason, rows)
    except InvalidInputError as problem:
        typed = Typing(form.ly_do, form.ly_do_mau, notes=form.notes, form="tra-lai")
        return shown(visit, period, unit, _refused(typed, problem))
    what = f"{count(len(rows))} dòng" if rows else "toàn bộ báo cáo"
    return visit.go("ky", f"Đã trả lại {what} để đơn vị sửa.", period=period)


def _refused(typed: Typing, problem: InvalidInputError) -> Typing:
    errors = {"ly_do": f"{problem.message} {problem.remedy}"}
    return Typing(typed.ly_do, typed.ly_do_mau, typed.han, typed.notes, errors, form=typed.form)


def _named(mark: str) -> RowName:
    kind, _, key = mark.partition(":")
    if kind not in {*RowKind}:
        raise InvalidInputError("Không đọc được dòng cần trả lại.", "Hãy tải lại trang rồi ghi lại ý kiến.")
    return RowName(RowKind(kind), key)


@router.post(f"{ADDRESS}/duyet", name="duyet")
def accept_(visit: Visit, period: str, unit: str, form: Annotated[AcceptForm, Form()]) -> Response:
    """Accept what was sent."""
    accept(visit.desk, period, unit, form.lan_gui)
    return visit.go("ky", "Đã duyệt báo cáo của đơn vị.", period=period)


@router.post(f"{ADDRESS}/bo-duyet", name="bo_duyet")
def take_back(visit: Visit, period: str, unit: str, form: Annotated[ReasonForm, Form()]) -> Response:
    """Take an acceptance back."""
    try:
        reopen(visit.desk, period, unit, form.ly_do)
    except InvalidInputError as problem:
        return shown(visit, period, unit, _refused(Typing(form="bo-duyet"), problem))
    return visit.go("xem", "Đã bỏ duyệt; báo cáo trở lại trạng thái đã gửi.", period=period, unit=unit)


@router.post(f"{ADDRESS}/mo-khoa", name="mo_khoa")
def unlock(visit: Visit, period: str, unit: str, form: Annotated[ExceptionForm, Form()]) -> Response:
    """Let a unit answer although the period is closed."""
    errors = dict[str, str]()
    until = read_day(form.han, "han", errors)
    if not form.ly_do:
        errors["ly_do"] = "Chưa ghi lý do mở khóa. Lý do được lưu cùng nhật ký."
    typed = Typing(form.ly_do, han=form.han, errors=errors, form="mo-khoa")
    if until is None or errors:
        return shown(visit, period, unit, typed)
    try:
        except_unit(visit.desk, period, unit, until, form.ly_do)
    except InvalidInputError as problem:
        errors["han"] = f"{problem.message} {problem.remedy}"
        return shown(visit, period, unit, typed)
    told = f"Đã mở khóa cho đơn vị đến hết ngày {short_date(until)}."
    return visit.go("xem", told, period=period, unit=unit)


@router.post(f"{ADDRESS}/trao-doi", name="xem_trao_doi")
def say(visit: Visit, period: str, unit: str, form: Annotated[CommentForm, Form()]) -> Response:
    """Say something to the unit about the whole."""
    try:
        comment(visit.desk, period, unit, form.trao_doi)
    except InvalidInputError as problem:
        errors = {"trao_doi": f"{problem.message} {problem.remedy}"}
        return shown(visit, period, unit, Typing(errors=errors, form="trao-doi"))
    return visit.go("xem", "Đã gửi ý kiến cho đơn vị.", period=period, unit=unit)
