"""The first page of the administration, what the office has settled, a backup, the audit log gone through."""

from pathlib import Path
from tempfile import mkdtemp
from typing import Annotated, Any, Literal

from fastapi import Form
from starlette.background import BackgroundTask
from starlette.responses import FileResponse, HTMLResponse, Response

from docgen.errors import DocgenError, InvalidInputError
from docgen.model.calendar import CalendarRules, Shift
from docgen.model.people import Role
from docgen.office import agency, audit, calendars
from docgen.office.audit import record
from docgen.office.desk import VIETNAM, Desk
from docgen.office.numbers import register
from docgen.office.plans.fields import InvalidFieldsError
from docgen.store.backup import backup
from docgen.web.door import pages
from docgen.web.form import PageForm, Text
from docgen.web.visit import Caller, Visit

router = pages()
_SHIFTS = [
    (Shift.BEFORE.value, "Lùi về ngày làm việc liền trước"),
    (Shift.AFTER.value, "Chuyển sang ngày làm việc kế tiếp"),
    (Shift.STAY.value, "Giữ nguyên"),
]


class CalendarForm(PageForm):
    """What holds for every period; an empty field is as the law has it."""

    ngay_gui_bao_cao: Text = ""
    gap_ngay_nghi: Text = ""
    so_ngay_don_vi_gui: Text = ""
    so_ngay_mo_truoc: Text = ""

    @property
    def data(self) -> dict[str, Any]:
        """What was typed, under the keys of `CalendarRules`."""
        typed = self.model_dump(exclude={"ma_phien"})
        return {key: int(text) if text.isdecimal() else text for key, text in typed.items() if text}


class ApprovalForm(PageForm):
    """Whether the head of a unit approves first."""

    duyet_truoc: Literal["", "co"] = ""


@router.get("/quan-tri", name="quan_tri")
def index(visit: Visit) -> HTMLResponse:
    """Show what there is to administrate."""
    from docgen.web.admin.site import SITE  # noqa: PLC0415 - its routes come behind ours

    views = [view for view in SITE.views if view.is_accessible(visit.request)]
    is_administrator = visit.desk.actor.role is Role.ADMINISTRATOR
    return visit.page("quan_tri/trang.html", views=views, is_administrator=is_administrator)


@router.get("/quan-tri/cai-dat", name="quan_tri_cai_dat")
def show(visit: Visit) -> HTMLResponse:
    """Show what the office has settled."""
    return _page(visit)


@router.post("/quan-tri/cai-dat/lich", name="quan_tri_lich")
def settle_calendar(visit: Visit, form: Annotated[CalendarForm, Form()]) -> Response:
    """Settle the days of all periods."""
    try:
        calendars.settle_rules(visit.desk, form.data)
    except InvalidInputError as problem:
        return _page(visit, problem, lich=form)
    return visit.go("quan_tri_cai_dat", "Đã lưu lịch báo cáo; các kỳ chưa mở được tính lại ngày.")


@router.post("/quan-tri/cai-dat/duyet", name="quan_tri_duyet")
def settle_approval(visit: Visit, form: Annotated[ApprovalForm, Form()]) -> Response:
    """Settle whether the head of a unit approves first."""
    agency.settle(visit.desk, agency.SECOND_APPROVAL, bool(form.duyet_truoc))
    told = "Từ nay lãnh đạo đơn vị duyệt trước khi gửi." if form.duyet_truoc else "Từ nay đơn vị gửi thẳng."
    return visit.go("quan_tri_cai_dat", told)


@router.post("/quan-tri/sao-luu", name="quan_tri_sao_luu")
def save(caller: Caller) -> Response:
    """Give all that the service keeps in one file, which has been read again and found whole."""
    with caller.writing() as visit:
        record(visit.desk, "sao-luu", "he-thong")
        now = visit.desk.now
    folder = Path(mkdtemp(prefix="docgen-sao-luu-"))
    target = folder / f"docgen-{now.astimezone(VIETNAM):%Y%m%d-%H%M%S}.zip"
    try:
        backup(caller.house.store, target, now)
    except DocgenError:
        folder.rmdir()
        raise
    return FileResponse(target, filename=target.name, background=BackgroundTask(_remove, target))


@router.get("/quan-tri/kiem-chuoi", name="quan_tri_kiem_chuoi")
def verify(visit: Visit) -> HTMLResponse:
    """Go through the audit log and show whether it is as it was written."""
    return visit.page("quan_tri/kiem_chuoi.html", verdict=audit.verify(visit.desk.session))


def _remove(target: Path) -> None:
    target.unlink()
    target.parent.rmdir()


def _page(
    visit: Visit, problem: InvalidInputError | None = None, lich: CalendarForm | None = None
) -> HTMLResponse:
    fields = problem.fields if isinstance(problem, InvalidFieldsError) else {}
    return visit.page(
        "quan_tri/cai_dat.html",
        422 if problem else 200,
        problem=problem,
        errors={name: " ".join(told) for name, told in fields.items() if name},
        shifts=_SHIFTS,
        titles={str(one.alias): one.title for one in CalendarRules.model_fields.values()},
        approval=agency.second_approval(visit.desk.session),
        register=register(visit.desk.session),
        lich=lich or _calendar(visit.desk),
    )


def _calendar(desk: Desk) -> CalendarForm:
    rules = agency.calendar(desk.session).rules.as_data()
    return CalendarForm(**{key: str(value) for key, value in rules.items()})
