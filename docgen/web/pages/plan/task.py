"""One task: its cells edited, a new one added, moved, taken out."""

from collections.abc import Mapping, Sequence
from typing import Annotated, Any, Literal

from fastapi import Form
from starlette.responses import HTMLResponse, RedirectResponse, Response

from docgen.errors import ConflictError, DocgenError, InvalidInputError, MissingError
from docgen.language.dates import short_date
from docgen.model.appendix import Subtask, Task
from docgen.model.schema import title_of
from docgen.office.conflicts import ChangedMeanwhileError
from docgen.office.plans import (
    KeptPlan,
    TaskRow,
    add_task,
    edit_task,
    move_task,
    plan,
    remove_task,
    rows,
    shift_task,
)
from docgen.web.door import pages
from docgen.web.errors import status_of
from docgen.web.form import PageForm, Text
from docgen.web.pages.plan.shown import conflict_of, groups_in, plan_page, wrong_with
from docgen.web.visit import Visit

router = pages()
_TASKS = "/ke-hoach/{year}/nhiem-vu"
_TEXTS = ("noi_dung", "chu_tri", "phoi_hop", "thoi_gian", "san_pham", "kinh_phi", "ghi_chu")
_UNITS = frozenset({"chu_tri", "phoi_hop"})
"""Cells with several names, one a line."""
_EVENT = "su_kien"
_EVENT_FIELD = "su_kien_ngay"
TITLES = {key: title_of(Task, [key]) for key in _TEXTS} | {
    "su_kien_ngay": "Ngày sự kiện đã xảy ra",
    "su_kien_van_ban": "Văn bản nêu sự kiện",
}
"""What the fields of a task are called."""


class TaskForm(PageForm):
    """The cells of a task, names of units one a line; `nhom` and `vi_tri` say where a new one goes."""

    phien_ban: int = 0
    nhom: Text = ""
    noi_dung: Text = ""
    chu_tri: Text = ""
    phoi_hop: Text = ""
    thoi_gian: Text = ""
    san_pham: Text = ""
    kinh_phi: Text = ""
    ghi_chu: Text = ""
    su_kien_ngay: Text = ""
    su_kien_van_ban: Text = ""

    def fields(self) -> Mapping[str, Any]:
        """Return the cells under the keys of the data."""
        texts = {key: getattr(self, key) for key in _TEXTS}
        units = {key: [line.strip() for line in texts[key].split("\n") if line.strip()] for key in _UNITS}
        event = {"ngay": self.su_kien_ngay, "van_ban": self.su_kien_van_ban}
        return texts | units | {_EVENT: event}


class MovingForm(PageForm):
    """Where a task goes: up or down among those beside it, or `nhiem_vu` into the group `nhom`."""

    phien_ban: int = 0
    len: str = ""
    xuong: str = ""
    nhiem_vu: str = ""
    nhom: str = ""
    vi_tri: str = ""


class RemovalForm(PageForm):
    """A task is taken out once that is confirmed."""

    phien_ban: int = 0
    xac_nhan: Literal["", "co"] = ""


@router.get(_TASKS, name="ke_hoach_nhiem_vu_moi")
def new(visit: Visit, year: int, nhom: str = "") -> HTMLResponse:
    """Show an empty task, to be put into a group."""
    kept = plan(visit.desk.session, year)
    return _new(visit, kept, TaskForm(phien_ban=kept.version, nhom=nhom))


def _new(visit: Visit, kept: KeptPlan, form: TaskForm, problem: DocgenError | None = None) -> HTMLResponse:
    shown = {"row": None, "form": form, "version": form.phien_ban, "conflict": None}
    return _page(visit, kept, problem, **shown)


@router.post(_TASKS, name="ke_hoach_nhiem_vu_them")
def add(visit: Visit, year: int, form: Annotated[TaskForm, Form()]) -> Response:
    """Put a new task behind the others of its group."""
    try:
        kept = add_task(visit.desk, year, form.nhom, form.fields(), form.phien_ban)
    except (InvalidInputError, ConflictError) as problem:
        return _new(visit, plan(visit.desk.session, year), form, problem)
    visit.tell(f"Đã thêm nhiệm vụ (phiên bản {kept.version}).")
    return _to_table(visit, year, _newest_task(visit, year, kept))


def _newest_task(visit: Visit, year: int, kept: KeptPlan) -> str:
    """Return the id of the task that the version before did not have."""
    before = {row.id for row in plan(visit.desk.session, year, kept.version - 1).plan.rows()}
    return next(row.id for row in kept.plan.rows() if row.id not in before)


@router.get(f"{_TASKS}/{{task}}", name="ke_hoach_nhiem_vu")
def show(visit: Visit, year: int, task: str) -> HTMLResponse:
    """Show a task with its cells."""
    kept = plan(visit.desk.session, year)
    row = _row(kept, task)
    return _page(visit, kept, row=row, form=_form(row.row), version=kept.version, conflict=None)


@router.post(f"{_TASKS}/{{task}}", name="ke_hoach_nhiem_vu_luu")
def save(visit: Visit, year: int, task: str, form: Annotated[TaskForm, Form()]) -> Response:
    """Keep the cells of a task; where somebody else has changed them, show both."""
    session, mine = visit.desk.session, form
    try:
        kept = edit_task(visit.desk, year, task, form.fields(), form.phien_ban)
    except ChangedMeanwhileError as error:
        now = plan(session, year)
        row = _row(now, task)
        conflict = conflict_of(error, _form(row.row).model_dump(), mine.model_dump(), TITLES)
        return _page(visit, now, error, row=row, form=mine, version=error.version, conflict=conflict)
    except (InvalidInputError, ConflictError) as problem:
        now = plan(session, year)
        return _page(
            visit, now, problem, row=_row(now, task), form=mine, version=form.phien_ban, conflict=None
        )
    told = (
        f"Đã lưu nhiệm vụ (phiên bản {kept.version})."
        if kept.version != form.phien_ban
        else "Không có gì thay đổi."
    )
    visit.tell(told)
    return _to_table(visit, year, task)


def _page(visit: Visit, kept: KeptPlan, problem: DocgenError | None = None, **shown: Any) -> HTMLResponse:
    """Return the page of a task, with what is wrong with it."""
    groups = groups_in(kept)
    wrong = wrong_with(problem, TITLES, {_EVENT: _EVENT_FIELD, "id": "noi_dung"})
    is_conflict = isinstance(problem, ChangedMeanwhileError)
    return plan_page(
        visit,
        "nhiem_vu.html",
        kept.plan.year,
        status_of(problem) if problem else 200,
        kept=kept,
        titles=TITLES,
        problem=None if is_conflict else wrong.whole,
        errors=wrong.errors,
        groups=groups,
        beside=_beside(groups, shown["row"]),
        **shown,
    )


def _beside(groups: Sequence[Any], row: TaskRow | None) -> tuple[TaskRow, ...]:
    """Return the rows among which a task stands."""
    if row is None:
        return ()
    inner = next(group.rows for group in groups if group.address == row.group)
    return tuple(one for one in inner if one.parent == row.parent)


def _row(kept: KeptPlan, task: str) -> TaskRow:
    found = next((one for one in rows(kept.plan) if one.row.id == task), None)
    if found is None:
        raise MissingError(
            f"Kế hoạch năm {kept.plan.year} không có nhiệm vụ này.", "Hãy mở lại trang kế hoạch."
        )
    return found


def _form(row: Subtask) -> TaskForm:
    data = row.as_data()
    texts = {key: _text(data.get(key, "")) for key in _TEXTS}
    if row.event:
        texts |= {"su_kien_ngay": short_date(row.event.day), "su_kien_van_ban": row.event.document}
    return TaskForm(**texts)


def _text(value: Any) -> str:
    return value if isinstance(value, str) else "\n".join(value)


@router.post("/ke-hoach/{year}/chuyen", name="ke_hoach_chuyen")
def move(visit: Visit, year: int, form: Annotated[MovingForm, Form()]) -> Response:
    """Put a task elsewhere."""
    if task := form.len or form.xuong:
        shift_task(visit.desk, year, task, -1 if form.len else 1, form.phien_ban)
        return _to_table(visit, year, task)
    position = int(form.vi_tri) if form.vi_tri.isdecimal() else None
    move_task(visit.desk, year, form.nhiem_vu, form.phien_ban, form.nhom, position)
    visit.tell("Đã chuyển nhiệm vụ.")
    return _to_table(visit, year, form.nhiem_vu)


@router.post(f"{_TASKS}/{{task}}/bo", name="ke_hoach_nhiem_vu_bo")
def remove(visit: Visit, year: int, task: str, form: Annotated[RemovalForm, Form()]) -> Response:
    """Ask whether a task is to go, with what goes with it; then take it out."""
    if not form.xac_nhan:
        kept = plan(visit.desk.session, year)
        row = _row(kept, task)
        asked = [one for one in kept.plan.open_decisions() if one.place.startswith(f"nhiem_vu/{task}")]
        return plan_page(visit, "bo_nhiem_vu.html", year, kept=kept, row=row, asked=asked)
    remove_task(visit.desk, year, task, form.phien_ban)
    return visit.go("ke_hoach", "Đã bỏ nhiệm vụ.", year=year)


def _to_table(visit: Visit, year: int, task: str) -> RedirectResponse:
    address = visit.request.app.url_path_for("ke_hoach", year=year)
    return RedirectResponse(f"{address}#nv-{task}", 303)
