"""One row: shown with all that belongs to it, filled in, kept; two people's texts side by side."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Annotated, ClassVar

from fastapi import Depends, Form, Query, Request
from starlette.responses import HTMLResponse, JSONResponse, RedirectResponse, Response

from docgen.errors import DocgenError, MissingError
from docgen.model.finding import Severity
from docgen.office.conflicts import ChangedMeanwhileError
from docgen.office.desk import Desk
from docgen.office.submissions import (
    PastEvidence,
    RowName,
    RowView,
    Saved,
    UnitPage,
    VersionView,
    comment,
    give_way,
    history,
    judged,
    keep_unchanged,
    past_evidence,
    save_row,
    unit_page,
)
from docgen.office.submissions.understanding import errors
from docgen.office.submissions.views import Judged, Typed
from docgen.store.tables import RowKind
from docgen.web.door import pages
from docgen.web.errors import status_of
from docgen.web.form import PageForm, Text
from docgen.web.house import wants_json
from docgen.web.pages.unit.lines import Filter, Line, after, anchor_of, query_of
from docgen.web.pages.unit.typing import RowForm, merged, sentence, told_of
from docgen.web.pages.unit.words import HINTS, STATUSES, shown_size, shown_value, title_of
from docgen.web.visit import Caller, Visit

router = pages()
ADDRESS = "/ky/{period}/don-vi/{unit}/dong/{kind}/{key}"

TEMPLATE = "don_vi/dong.html"


class CommentForm(PageForm):
    """Something said about a row."""

    trao_doi: Text = ""


@dataclass(frozen=True)
class Place:
    """Which row of which unit in which period is meant; `loc` and `tim` lead back to the list as it was."""

    period: str
    unit: str
    kind: RowKind
    key: str
    loc: Filter = Filter.ALL
    tim: Annotated[str, Query(max_length=100)] = ""

    @property
    def name(self) -> RowName:
        """Which row it is."""
        return RowName(self.kind, self.key)

    @property
    def anchor(self) -> str:
        """What the list calls the row."""
        return anchor_of(self.name)

    @property
    def path(self) -> dict[str, str]:
        """The parameters of its address."""
        return {"period": self.period, "unit": self.unit, "kind": self.kind.value, "key": self.key}


RowPlace = Annotated[Place, Depends()]
"""A row as the address of a page names it."""


@dataclass(frozen=True)
class Conflict:
    """What somebody else has put into the row meanwhile: by whom, when, and the fields that differ."""

    who: str
    when: datetime
    theirs: Typed
    differing: tuple[str, ...]


@dataclass(frozen=True)
class RowPage:
    """A row as it is shown: `typed` stands in its fields, which are kept over `version`."""

    place: Place
    page: UnitPage
    row: RowView
    typed: Typed
    version: int
    line: Line
    history: tuple[VersionView, ...]
    told: Mapping[str, str]
    doubts: Mapping[str, str]
    past: PastEvidence | None
    conflict: Conflict | None = None
    problem: DocgenError | None = None
    refused: tuple[DocgenError, ...] = ()

    hints: ClassVar = HINTS
    statuses: ClassVar = STATUSES
    value_of = staticmethod(shown_value)
    size_of = staticmethod(shown_size)

    def title_of(self, key: str) -> str:
        """Return what a field is called."""
        return title_of(self.place.name, key)


@router.get(ADDRESS, name="dong")
def show(visit: Visit, place: RowPlace) -> HTMLResponse:
    """Show a row with its fields."""
    return visit.page(TEMPLATE, shown=row_page(visit.desk, place))


def row_page(desk: Desk, place: Place) -> RowPage:
    """Return a row as it is kept.

    Raises:
        MissingError: there is no such row, or it is another's.

    """
    page = unit_page(desk, place.period, place.unit)
    row = page.row(place.name)
    if row is None:
        raise MissingError("Đơn vị không có dòng này trong kỳ báo cáo.", "Hãy mở lại trang nhập của đơn vị.")
    return RowPage(
        place=place,
        page=page,
        row=row,
        typed=row.typed,
        version=row.version,
        line=Line(row, desk.today),
        history=history(desk, place.period, place.unit, place.name),
        told=told_of(errors(row.findings)),
        doubts=told_of(one for one in row.findings if one.severity is not Severity.ERROR),
        past=past_evidence(desk, place.period, place.unit, place.name) if row.editable else None,
    )


@router.post(ADDRESS, name="dong_luu")
def save(caller: Caller, place: RowPlace, form: Annotated[RowForm, Form()]) -> Response:
    """Keep what was typed; or put last period's text, or two people's texts, into the fields."""
    place = replace(place, loc=form.loc, tim=form.tim)
    if form.chep or form.viec == "ghep":
        return _filled(caller, place, form)
    try:
        with caller.writing() as visit:
            saved = _kept(visit.desk, place, form)
    except ChangedMeanwhileError as error:
        return _both(caller, place, form, error)
    except DocgenError as problem:
        if isinstance(problem, MissingError) or wants_json(caller.request):
            raise
        return _again(caller, place, form, problem)
    return _answered(caller, place, form, saved)


def _kept(desk: Desk, place: Place, form: RowForm) -> Saved:
    if form.viec == "khong_doi":
        return keep_unchanged(desk, place.period, place.unit, place.name, form.phien_ban)
    typed = form.typed(place.name)
    if form.viec == "lay":
        return give_way(desk, place.period, place.unit, place.name, typed)
    return save_row(desk, place.period, place.unit, place.name, typed, form.phien_ban)


def _answered(caller: Caller, place: Place, form: RowForm, saved: Saved) -> Response:
    """Go on after a row was kept; a script is told in a few words."""
    if wants_json(caller.request):
        with caller.reading() as visit:
            return JSONResponse(_told(visit, saved, judged(visit.desk, place.period, place.unit, saved)))
    if form.viec == "tiep":
        return _to_next(caller, place)
    if form.viec == "lay":
        caller.tell("Đã lấy bản kia; bản vừa nhập còn trong lịch sử của dòng.")
        return RedirectResponse(address_of(caller.request, place), 303)
    if form.viec == "them":
        return RedirectResponse(f"{address_of(caller.request, place)}#o-so_ky_hieu", 303)
    return to_list(caller, place)


def _told(visit: Visit, saved: Saved, of_it: Judged) -> dict[str, object]:
    """Return what a script shows beside the row."""
    time = visit.house.templates.filters["time"](saved.at)
    said = [sentence(one) for one in of_it.findings]
    return {"phien_ban": saved.version, "luc": time, "trang_thai": of_it.filling.label, "loi": said}


def _to_next(caller: Caller, place: Place) -> Response:
    """Go to the next row in which something is to be done; to the check when there is none."""
    with caller.reading() as visit:
        page = unit_page(visit.desk, place.period, place.unit)
        row = page.row(place.name)
        line = after(page, visit.desk.today, row) if row else None
    if line is None:
        told = "Đã lưu; không còn dòng nào chưa xong."
        return caller.go("kiem_tra_lai", told, period=place.period, unit=place.unit)
    caller.tell("Đã lưu; đây là dòng chưa xong tiếp theo.")
    return RedirectResponse(address_of(caller.request, replace(place, **line.row.name._asdict())), 303)


def address_of(request: Request, place: Place) -> str:
    """Return the address of a row, which leads back to the list as it was."""
    return f"{request.app.url_path_for('dong', **place.path)}{query_of(place.loc, place.tim)}"


def to_list(caller: Caller, place: Place) -> RedirectResponse:
    """Go to the list, filtered as it was, to the row."""
    address = caller.request.app.url_path_for("don_vi", period=place.period, unit=place.unit)
    return RedirectResponse(f"{address}{query_of(place.loc, place.tim)}#{place.anchor}", 303)


def _filled(caller: Caller, place: Place, form: RowForm) -> Response:
    """Show the row with last period's text in a field, or with both texts in all; nothing is kept yet."""
    with caller.reading() as visit:
        shown = row_page(visit.desk, place)
        typed = form.typed(place.name)
        if form.viec == "ghep":
            return visit.page(TEMPLATE, shown=replace(shown, typed=merged(typed, shown.row.typed)))
        copied = {form.chep: shown.row.last[form.chep]} if form.chep in shown.row.last else {}
        return visit.page(TEMPLATE, shown=replace(shown, typed={**typed, **copied}, version=form.phien_ban))


def _both(caller: Caller, place: Place, form: RowForm, error: ChangedMeanwhileError) -> Response:
    """Show both texts: the one that was typed, and what somebody else has put there meanwhile."""
    mine: Typed = form.typed(place.name)
    keys = (key for key in dict.fromkeys((*mine, *error.theirs)) if mine.get(key) != error.theirs.get(key))
    conflict = Conflict(error.who, error.when, error.theirs, tuple(keys))
    with caller.reading() as visit:
        shown = row_page(visit.desk, place)
        shown = replace(shown, typed=mine, version=error.version, conflict=conflict, told={})
        return visit.page(TEMPLATE, 409, shown=shown)


def _again(caller: Caller, place: Place, form: RowForm, problem: DocgenError) -> Response:
    """Show the row again with what was typed, and why it was not kept."""
    with caller.reading() as visit:
        shown = row_page(visit.desk, place)
        shown = replace(shown, typed=form.typed(place.name), version=form.phien_ban, problem=problem)
        return visit.page(TEMPLATE, status_of(problem), shown=shown)


@router.post(f"{ADDRESS}/trao-doi", name="dong_trao_doi")
def say(visit: Visit, place: RowPlace, form: Annotated[CommentForm, Form()]) -> Response:
    """Say something about a row to the office, or to the unit."""
    comment(visit.desk, place.period, place.unit, form.trao_doi, place.name)
    visit.tell("Đã gửi ý kiến.")
    return RedirectResponse(address_of(visit.request, place), 303)
