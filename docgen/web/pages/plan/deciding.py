"""What is left to decide about a draft: settled one after another, or many at once."""

from typing import Annotated

from fastapi import Form
from pydantic import Field
from starlette.responses import HTMLResponse, Response

from docgen.errors import ConflictError, DocgenError, InvalidInputError
from docgen.language.quantities import count
from docgen.model.address import task_of
from docgen.model.decision import Settlement
from docgen.model.plan import Plan
from docgen.office.conflicts import ChangedMeanwhileError
from docgen.office.plans import decide, decisions, plan
from docgen.services.open_decisions import words_at
from docgen.web.door import pages
from docgen.web.errors import status_of
from docgen.web.form import PageForm, Text
from docgen.web.pages.plan.shown import Both, Conflict, plan_page
from docgen.web.visit import Visit

router = pages()
_ADDRESS = "/ke-hoach/{year}/quyet-dinh"


class DecidingForm(PageForm):
    """Which decisions (`viec`, ids) are settled how; `loi` are the words where they are reworded."""

    phien_ban: int = 0
    viec: Annotated[list[str], Field(default_factory=list)]
    ket_luan: Settlement
    loi: Text = ""


@router.get(_ADDRESS, name="ke_hoach_quyet_dinh")
def show(visit: Visit, year: int) -> HTMLResponse:
    """Show what is left to decide, and what was decided."""
    return _page(visit, year)


def _page(
    visit: Visit, year: int, form: DecidingForm | None = None, problem: DocgenError | None = None
) -> HTMLResponse:
    kept = plan(visit.desk.session, year)
    return plan_page(
        visit,
        "quyet_dinh.html",
        year,
        status_of(problem) if problem else 200,
        kept=kept,
        found=decisions(visit.desk.session, year),
        settled=[one for one in kept.plan.decisions if not one.is_open],
        typed=dict.fromkeys(form.viec, form.loi) if form else {},
        problem=problem,
        conflict=_conflict(kept.plan, form, problem)
        if form and isinstance(problem, ChangedMeanwhileError)
        else None,
        task_of=task_of,
    )


def _conflict(plan: Plan, form: DecidingForm, error: ChangedMeanwhileError) -> Conflict:
    """Return what others have decided meanwhile beside what was to be decided."""
    taken = [one for one in plan.decisions if one.id in form.viec and one.settlement]
    mine = _said(form.ket_luan, form.loi)
    return Conflict(
        error, tuple(Both(one.question, _said(one.settlement, words_at(plan, one)), mine) for one in taken)
    )


def _said(settlement: Settlement | None, words: str) -> str:
    return "\n".join(filter(None, (settlement.label if settlement else "", words)))


@router.post(_ADDRESS, name="ke_hoach_quyet_dinh_luu")
def settle(visit: Visit, year: int, form: Annotated[DecidingForm, Form()]) -> Response:
    """Settle decisions, all of those that were chosen, or none."""
    try:
        _refuse_none(form)
        decide(visit.desk, year, form.viec, form.ket_luan, form.loi, form.phien_ban)
    except (InvalidInputError, ConflictError) as problem:
        return _page(visit, year, form, problem)
    left = len(decisions(visit.desk.session, year).open)
    rest = f"còn {count(left)} việc." if left else "không còn việc nào cần quyết định."
    told = f"Đã ghi {count(len(form.viec))} việc: {form.ket_luan.label.lower()}; {rest}"
    return visit.go("ke_hoach_quyet_dinh", told, year=year)


def _refuse_none(form: DecidingForm) -> None:
    if not form.viec:
        raise InvalidInputError("Chưa chọn việc nào.", "Hãy đánh dấu các việc cần quyết định rồi chọn lại.")
