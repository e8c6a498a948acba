"""The list of a unit's rows, filtered as its address says."""

from typing import Annotated

from fastapi import Query
from starlette.responses import HTMLResponse

from docgen.language.text import nfc
from docgen.office.submissions import timeline, unit_page
from docgen.web.door import pages
from docgen.web.pages.unit.lines import Filter, Listing
from docgen.web.pages.unit.words import STATUSES
from docgen.web.visit import Visit

router = pages()


@router.get("/ky/{period}/don-vi/{unit}", name="don_vi")
def show(
    visit: Visit,
    period: str,
    unit: str,
    loc: Annotated[Filter, Query()] = Filter.ALL,
    tim: Annotated[str, Query(max_length=100)] = "",
) -> HTMLResponse:
    """Show the rows of a unit for a period."""
    page = unit_page(visit.desk, period, unit)
    listing = Listing(page, visit.desk.today, loc, nfc(tim.strip()))
    return visit.page(
        "don_vi/danh_sach.html",
        page=page,
        listing=listing,
        filters=Filter,
        statuses=STATUSES,
        events=timeline(visit.desk, period, unit),
    )
