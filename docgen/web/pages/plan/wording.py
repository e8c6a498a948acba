"""The texts of a plan outside of its tasks: read, worded otherwise, added, taken out."""

from dataclasses import dataclass
from typing import Annotated, Literal

from fastapi import Form, Query
from starlette.responses import HTMLResponse, RedirectResponse, Response

from docgen.errors import ConflictError, DocgenError, InvalidInputError, MissingError
from docgen.office.conflicts import ChangedMeanwhileError
from docgen.office.plans import KeptPlan, PlanText, add_text, edit_texts, plan, remove_text, texts
from docgen.web.door import pages
from docgen.web.errors import status_of
from docgen.web.form import PageForm, Text
from docgen.web.pages.plan.shown import Conflict, conflict_of, plan_page, wrong_with
from docgen.web.visit import Visit

router = pages()
_OF_HEAD = ("trich_yeu", "ky/", "noi_nhan/don_vi", "noi_nhan/so_ban", "loai")
"""How the addresses begin of what has fields of its own on the page of the head."""
_FIELD = "loi"
_TITLES = {_FIELD: "Nội dung", "loi_them": "Nội dung thêm"}


class WordingForm(PageForm):
    """What is done at the place `cho`: worded otherwise, one more put behind it, or taken out."""

    phien_ban: int = 0
    cho: str = ""
    viec: Literal["luu", "them", "bo", "bo_that"] = "luu"
    loi: Text = ""
    loi_them: Text = ""


@dataclass(frozen=True)
class Refused:
    """Why a text was not kept; both people's texts where somebody else has changed it."""

    error: DocgenError
    conflict: Conflict | None = None


@router.get("/ke-hoach/{year}/loi-van", name="ke_hoach_loi_van")
def show(visit: Visit, year: int) -> HTMLResponse:
    """Show all texts in the order of the page."""
    kept = plan(visit.desk.session, year)
    shown = [one for one in texts(kept.plan) if not one.address.startswith(_OF_HEAD)]
    return plan_page(visit, "loi_van.html", year, kept=kept, texts=shown, anchor_of=anchor_of)


def anchor_of(address: str) -> str:
    """Return what the list calls a place."""
    return "c-" + address.replace("/", "-")


@router.get("/ke-hoach/{year}/loi-van/sua", name="ke_hoach_loi_van_sua")
def ask(visit: Visit, year: int, cho: Annotated[str, Query(max_length=200)] = "") -> HTMLResponse:
    """Show one text in its field."""
    kept = plan(visit.desk.session, year)
    place = _place(kept, cho)
    form = WordingForm(cho=cho, loi=place.text, phien_ban=kept.version)
    return _page(visit, kept, place, form)


def _page(
    visit: Visit, kept: KeptPlan, place: PlanText, form: WordingForm, refused: Refused | None = None
) -> HTMLResponse:
    """Return the page of a text, with what is wrong with it."""
    problem = refused.error if refused else None
    conflict = refused.conflict if refused else None
    told = wrong_with(problem, _TITLES, {form.cho: _FIELD, "noi_dung": "loi_them"})
    return plan_page(
        visit,
        "sua_loi_van.html",
        kept.plan.year,
        status_of(problem) if problem else 200,
        kept=kept,
        place=place,
        form=form,
        conflict=conflict,
        version=conflict.error.version if conflict else form.phien_ban,
        problem=None if conflict else told.whole,
        errors=told.errors,
    )


def _place(kept: KeptPlan, address: str) -> PlanText:
    found = next((one for one in texts(kept.plan) if one.address == address), None)
    if found is None:
        raise MissingError("Kế hoạch không có chỗ này.", "Hãy mở lại trang lời văn của kế hoạch.")
    return found


@router.post("/ke-hoach/{year}/loi-van/sua", name="ke_hoach_loi_van_luu")
def save(visit: Visit, year: int, form: Annotated[WordingForm, Form()]) -> Response:
    """Keep a text, put one behind it, or take it out after that was confirmed."""
    session = visit.desk.session
    kept = plan(session, year)
    place = _place(kept, form.cho)
    if form.viec in {"bo", "bo_that", "them"} and not place.entry:
        raise MissingError(
            "Chỗ này không bỏ được, không thêm được.", "Hãy mở lại trang lời văn của kế hoạch."
        )
    if form.viec == "bo":
        gone = [one for one in texts(kept.plan) if f"{one.address}/".startswith(f"{place.entry}/")]
        return plan_page(visit, "bo_loi_van.html", year, kept=kept, place=place, gone=gone)
    try:
        return _done(visit, year, place, form)
    except ChangedMeanwhileError as error:
        both = conflict_of(error, {_FIELD: place.text}, {_FIELD: form.loi}, {_FIELD: place.place})
        return _page(visit, kept, place, form, Refused(error, both))
    except (InvalidInputError, ConflictError) as problem:
        return _page(visit, kept, place, form, Refused(problem))


def _done(visit: Visit, year: int, place: PlanText, form: WordingForm) -> Response:
    if form.viec == "bo_that":
        remove_text(visit.desk, year, place.entry, form.phien_ban)
        return visit.go("ke_hoach_loi_van", "Đã bỏ.", year=year)
    if form.viec == "them":
        add_text(visit.desk, year, place.entry, form.loi_them, form.phien_ban)
        visit.tell("Đã thêm.")
    else:
        edit_texts(visit.desk, year, {place.address: form.loi}, form.phien_ban)
        visit.tell("Đã lưu.")
    address = visit.request.app.url_path_for("ke_hoach_loi_van", year=year)
    return RedirectResponse(f"{address}#{anchor_of(place.address)}", 303)
