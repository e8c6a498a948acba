"""The periods of a year: how each stands, and what can be done with it."""

from dataclasses import dataclass
from typing import Annotated

from fastapi import Form, Query
from pydantic import Field
from starlette.responses import HTMLResponse, Response

from docgen.language.quantities import count
from docgen.model.collecting import PeriodState
from docgen.model.plan import EARLIEST_YEAR, LATEST_YEAR
from docgen.office.periods import periods, plan_periods
from docgen.office.plans import plans
from docgen.office.submissions import Board, boards
from docgen.office.submissions.views import PeriodView
from docgen.web.door import pages
from docgen.web.form import PageForm
from docgen.web.visit import Visit

router = pages()


class YearForm(PageForm):
    """The year whose periods are wanted."""

    nam: int = Field(ge=EARLIEST_YEAR, le=LATEST_YEAR)


@dataclass(frozen=True)
class Line:
    """A period; `board` is None before it opens."""

    period: PeriodView
    board: Board | None

    @property
    def is_open(self) -> bool:
        """Say whether units may answer."""
        return self.period.state is PeriodState.OPEN


@router.get("/ky", name="ky_danh_sach")
def show(
    visit: Visit, nam: Annotated[int | None, Query(ge=EARLIEST_YEAR, le=LATEST_YEAR)] = None
) -> HTMLResponse:
    """Show the periods of a year, of the newest plan where none is told."""
    years = [entry.year for entry in plans(visit.desk.session)]
    year = nam or max(years, default=visit.desk.today.year)
    standing = {board.period.code: board for board in boards(visit.desk, year)}
    lines = [Line(view, standing.get(view.code)) for view in periods(visit.desk.session, year)]
    return visit.page(
        "ky/danh_sach.html", year=year, years=sorted(years), lines=lines, has_plan=year in years
    )


@router.post("/ky/lap", name="ky_lap")
def plan(visit: Visit, form: Annotated[YearForm, Form()]) -> Response:
    """Plan the periods of a year."""
    made = plan_periods(visit.desk, form.nam)
    return visit.go("ky_danh_sach", f"Đã lập {count(len(made))} kỳ báo cáo năm {form.nam}.")
