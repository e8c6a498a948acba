"""The page that everybody begins with."""

from starlette.responses import HTMLResponse

from docgen.web.door import pages
from docgen.web.pages.awaiting import awaiting_number
from docgen.web.pages.board.attention import attention
from docgen.web.pages.unit.standing import own_periods
from docgen.web.visit import Visit

router = pages()


@router.get("/", name="trang_chu")
def home(visit: Visit) -> HTMLResponse:
    """Show what a role can do here."""
    return visit.page(
        "trang_chu.html",
        own_periods=own_periods(visit.desk),
        attention=attention(visit.desk),
        awaiting=awaiting_number(visit.desk),
    )
