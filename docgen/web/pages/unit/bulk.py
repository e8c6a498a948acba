"""Many rows at once: a status, or “as for the period before”; all of them, or none."""

from collections.abc import Mapping
from typing import Annotated, Literal

from fastapi import Form
from pydantic import Field
from starlette.responses import Response

from docgen.errors import ConflictError, InvalidInputError
from docgen.language.quantities import count
from docgen.model.outcome import Status
from docgen.office.desk import Desk
from docgen.office.submissions import (
    UNDOABLE,
    RowName,
    RowView,
    Saved,
    UnitPage,
    keep_unchanged,
    reusable,
    set_many,
    undo_many,
    unit_page,
)
from docgen.store.tables import RowKind
from docgen.web.door import pages
from docgen.web.errors import status_of
from docgen.web.form import PageForm
from docgen.web.pages.unit.lines import Filter, Line
from docgen.web.pages.unit.row import Place, to_list
from docgen.web.told import Button
from docgen.web.visit import Visit

router = pages()


class BulkForm(PageForm):
    """The rows that are ticked, as `Line.mark` names them; or one of them, by its own button.

    `xac_nhan` says that the list of them has been looked at.
    """

    viec: Literal["", "trang_thai", "khong_doi"] = ""
    chon: Annotated[list[str], Field(default_factory=list)]
    mot: str = ""
    trang_thai: Status | Literal[""] = ""
    xac_nhan: Literal["", "co"] = ""
    loc: Filter = Filter.ALL
    tim: str = ""

    @property
    def versions(self) -> dict[RowName, int]:
        """The rows, and their versions when they were ticked."""
        return dict(map(_named, [self.mot] if self.mot else self.chon))


def _named(mark: str) -> tuple[RowName, int]:
    kind, _, rest = mark.partition(":")
    key, _, version = rest.rpartition(":")
    if kind not in {*RowKind} or not version.isdecimal():
        raise InvalidInputError("Không đọc được các dòng đã chọn.", "Hãy tải lại trang rồi chọn lại.")
    return RowName(RowKind(kind), key), int(version)


@router.post("/ky/{period}/don-vi/{unit}/hang-loat", name="hang_loat")
def change(visit: Visit, period: str, unit: str, form: Annotated[BulkForm, Form()]) -> Response:
    """Show which rows would be changed; change them once that is confirmed."""
    versions = form.versions
    if not versions or (form.viec == "trang_thai" and not form.trang_thai):
        lacking = "chọn tình trạng" if versions else "chọn dòng nào"
        visit.tell(f"Chưa {lacking}; chưa thay đổi gì.", "warning")
        return to_list(visit, Place(period, unit, *_NOWHERE, form.loc, form.tim))
    if not (form.xac_nhan or form.mot):
        return _asked(visit, period, unit, form)
    try:
        saved = _change(visit.desk, period, unit, form)
    except ConflictError as problem:
        return _asked(visit, period, unit, form, problem)
    _tell(visit, period, unit, form, saved)
    return to_list(visit, Place(period, unit, *next(iter(versions)), form.loc, form.tim))


def _tell(visit: Visit, period: str, unit: str, form: BulkForm, saved: tuple[Saved, ...]) -> None:
    """Say how many rows were changed, and offer to undo it."""
    changed = [one for one in saved if one.is_new]
    if not changed:
        visit.tell("Các dòng đã như vậy; không có gì thay đổi.", "info")
        return
    address = visit.request.app.url_path_for("hang_loat_hoan_tac", period=period, unit=unit)
    marks = [("chon", f"{one.row.kind}:{one.row.key}:{one.version}") for one in changed]
    button = Button("Hoàn tác", address, (*marks, ("loc", form.loc), ("tim", form.tim)))
    text = f"Đã lưu {count(len(changed))} dòng; hoàn tác được trong {UNDOABLE.seconds} giây."
    visit.tell(text, button=button)


class UndoForm(PageForm):
    """The rows that were changed, and the versions that they have since."""

    chon: Annotated[list[str], Field(default_factory=list)]
    loc: Filter = Filter.ALL
    tim: str = ""


@router.post("/ky/{period}/don-vi/{unit}/hang-loat/hoan-tac", name="hang_loat_hoan_tac")
def undo(visit: Visit, period: str, unit: str, form: Annotated[UndoForm, Form()]) -> Response:
    """Put the rows back to what they said before; tell of those that stay."""
    versions = dict(map(_named, form.chon))
    try:
        undone = undo_many(visit.desk, period, unit, versions)
    except ConflictError as problem:
        visit.tell(f"{problem.message} {problem.remedy}", "warning")
    else:
        if undone.count:
            visit.tell(f"Đã hoàn tác {count(undone.count)} dòng; lịch sử của dòng ghi cả hai lần đổi.")
        for why in undone.kept:
            visit.tell(f"Không hoàn tác dòng {why}", "warning")
    return to_list(visit, Place(period, unit, *next(iter(versions), _NOWHERE), form.loc, form.tim))


_NOWHERE = RowName(RowKind.TASK, "")


def _change(desk: Desk, period: str, unit: str, form: BulkForm) -> tuple[Saved, ...]:
    if form.viec == "trang_thai" and form.trang_thai:
        return set_many(desk, period, unit, form.versions, form.trang_thai)
    return _keep_unchanged(desk, period, unit, form.versions)


def _keep_unchanged(desk: Desk, period: str, unit: str, versions: Mapping[RowName, int]) -> tuple[Saved, ...]:
    """Say of rows what was said for the period before.

    Raises:
        ConflictError: of some it cannot be said now; its problems name each, and why.

    """
    page, refused, saved = unit_page(desk, period, unit), list[str](), list[Saved]()
    for name, version in versions.items():
        try:
            saved.append(keep_unchanged(desk, period, unit, name, version))
        except ConflictError as why:
            refused.append(f"{_called(page, name)}: {why.message}")
    if refused:
        raise ConflictError(
            f"Chưa lưu dòng nào, vì {count(len(refused))} dòng không lưu được:",
            "Hãy bỏ chọn các dòng này rồi làm lại.",
            refused,
        )
    return tuple(saved)


def _called(page: UnitPage, name: RowName) -> str:
    row = page.row(name)
    return (row.asked.number or row.asked.text) if row else name.key


def _asked(
    visit: Visit, period: str, unit: str, form: BulkForm, problem: ConflictError | None = None
) -> Response:
    """Show which rows would be changed, and why they were not if they were to be."""
    page = unit_page(visit.desk, period, unit)
    rows, left_out = [row for name in form.versions if (row := page.row(name))], list[str]()
    if form.viec == "khong_doi" and not problem:
        rows, left_out = _free(rows, reusable(visit.desk, period, unit))
    if not rows and left_out:
        visit.tell(" ".join(("Chưa thay đổi gì.", *left_out)), "warning")
        return to_list(visit, Place(period, unit, *next(iter(form.versions)), form.loc, form.tim))
    status = status_of(problem) if problem else 200
    lines = [Line(row, visit.desk.today) for row in rows]
    told = {"lines": lines, "left_out": left_out, "form": form, "problem": problem}
    return visit.page("don_vi/hang_loat.html", status, page=page, **told)


def _free(rows: list[RowView], can: frozenset[RowName]) -> tuple[list[RowView], list[str]]:
    """Return the rows that take over what was said before, and in words how many do not, and why."""
    typed = [row for row in rows if row.name in can and row.typed]
    free = [row for row in rows if row.name in can and not row.typed]
    left_out, nothing = list[str](), len(rows) - len(typed) - len(free)
    if nothing:
        left_out.append(f"{count(nothing)} dòng đã chọn không có nội dung kỳ trước dùng lại được.")
    if typed:
        left_out.append(
            f"{count(len(typed))} dòng đã chọn đã có nội dung của kỳ này nên giữ nguyên; muốn lấy nội dung kỳ"
            " trước thì bấm “Không thay đổi” ở từng dòng."
        )
    return free, left_out
