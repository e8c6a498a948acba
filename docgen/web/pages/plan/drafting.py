"""Next year's draft, made of this year's plan and of what units told of it."""

from typing import Annotated, Literal

from fastapi import Form
from starlette.responses import HTMLResponse, Response

from docgen.errors import ConflictError, DocgenError
from docgen.model.papers import PlanState
from docgen.office.plans import PlanEntry, plans, roll_forward, year_outcomes
from docgen.web.door import pages
from docgen.web.errors import status_of
from docgen.web.form import PageForm
from docgen.web.pages.plan.shown import plan_page
from docgen.web.visit import Visit

router = pages()
_ADDRESS = "/ke-hoach/{year}/du-thao-nam-sau"


class DraftingForm(PageForm):
    """`phien_ban` is that of the draft that is drafted anew, 0 where there is none; `xac_nhan` agrees."""

    phien_ban: int = 0
    xac_nhan: Literal["", "co"] = ""


@router.get(_ADDRESS, name="ke_hoach_nam_sau")
def ask(visit: Visit, year: int) -> HTMLResponse:
    """Explain what is drafted, and of what."""
    return _page(visit, year)


def _page(visit: Visit, year: int, problem: DocgenError | None = None, error: str = "") -> HTMLResponse:
    there = _plan_of(visit, year + 1)
    return plan_page(
        visit,
        "du_thao_nam_sau.html",
        year,
        422 if error else status_of(problem) if problem else 200,
        gathered=year_outcomes(visit.desk.session, year),
        there=there,
        is_fixed=there is not None and there.state is PlanState.ISSUED,
        problem=problem,
        errors={"xac_nhan": error} if error else {},
    )


def _plan_of(visit: Visit, year: int) -> PlanEntry | None:
    return next((one for one in plans(visit.desk.session) if one.year == year), None)


@router.post(_ADDRESS, name="ke_hoach_nam_sau_soan")
def draft(visit: Visit, year: int, form: Annotated[DraftingForm, Form()]) -> Response:
    """Draft the plan of the next year; anew only where that is confirmed."""
    if form.phien_ban and not form.xac_nhan:
        return _page(
            visit, year, error="Chưa xác nhận thay dự thảo đang có. Hãy đánh dấu vào ô rồi soạn lại."
        )
    try:
        kept = roll_forward(visit.desk, year, form.phien_ban)
    except ConflictError as problem:
        return _page(visit, year, problem)
    told = f"Đã soạn dự thảo kế hoạch năm {kept.plan.year}; hãy quyết định các việc dưới đây."
    return visit.go("ke_hoach_quyet_dinh", told, year=kept.plan.year)
