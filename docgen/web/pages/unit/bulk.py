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
from docgen.office.submissions import RowName, UnitPage, keep_unchanged, set_many, unit_page
from docgen.store.tables import RowKind
from docgen.web.door import pages
from docgen.web.errors import status_of
from docgen.web.form import PageForm
from docgen.web.pages.unit.lines import Filter, Line
from docgen.web.pages.unit.row import Place, to_list
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
        _change(visit.desk, period, unit, form)
    except ConflictError as problem:
        return _asked(visit, period, unit, form, problem)
    visit.tell(f"Đã lưu {count(len(versions))} dòng.")
    return to_list(visit, Place(period, unit, *next(iter(versions)), form.loc, form.tim))


_NOWHERE = RowName(RowKind.TASK, "")


def _change(desk: Desk, period: str, unit: str, form: BulkForm) -> None:
    if form.viec == "trang_thai" and form.trang_thai:
        set_many(desk, period, unit, form.versions, form.trang_thai)
    else:
        _keep_unchanged(desk, period, unit, form.versions)


def _keep_unchanged(desk: Desk, period: str, unit: str, versions: Mapping[RowName, int]) -> None:
    """Say of rows what was said for the period before.

    Raises:
        ConflictError: of some it cannot be said now; its problems name each, and why.

    """
    page, refused = unit_page(desk, period, unit), list[str]()
    for name, version in versions.items():
        try:
            keep_unchanged(desk, period, unit, name, version)
        except ConflictError as why:
            refused.append(f"{_called(page, name)}: {why.message}")
    if refused:
        raise ConflictError(
            f"Chưa lưu dòng nào, vì {count(len(refused))} dòng không lưu được:",
            "Hãy bỏ chọn các dòng này rồi làm lại.",
            refused,
        )


def _called(page: UnitPage, name: RowName) -> str:
    row = page.row(name)
    return (row.asked.number or row.asked.text) if row else name.key


def _asked(
    visit: Visit, period: str, unit: str, form: BulkForm, problem: ConflictError | None = None
) -> Response:
    """Show which rows would be changed, and why they were not if they were to be."""
    page = unit_page(visit.desk, period, unit)
    rows = (page.row(name) for name in form.versions)
    lines = [Line(row, visit.desk.today) for row in rows if row]
    status = status_of(problem) if problem else 200
    return visit.page("don_vi/hang_loat.html", status, page=page, lines=lines, form=form, problem=problem)
