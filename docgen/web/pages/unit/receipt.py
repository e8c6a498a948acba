"""The receipt of what was sent: on a page, as a Word file, as a PDF."""

from starlette.responses import HTMLResponse, Response

from docgen.errors import MissingError
from docgen.model.collecting import Act
from docgen.office.submissions import reading_of, receipt, timeline, unit_page
from docgen.office.submissions.subject import subject_of
from docgen.services.evidence import MEDIA_TYPES
from docgen.web.door import pages
from docgen.web.pages.unit.proof import attachment
from docgen.web.visit import Caller, Visit

router = pages()
_ADDRESS = "/ky/{period}/don-vi/{unit}/bien-nhan"


@router.get(_ADDRESS, name="bien_nhan")
def show(visit: Visit, period: str, unit: str) -> HTMLResponse:
    """Show what was sent last: when, under which code, and who looks at it."""
    page = unit_page(visit.desk, period, unit)
    if page.dispatch is None:
        raise MissingError("Đơn vị chưa gửi báo cáo nên chưa có biên nhận.", "Hãy gửi báo cáo trước.")
    reading = reading_of(subject_of(visit.desk.session, page.period), page.dispatch)
    events = timeline(visit.desk, period, unit)
    return visit.page(
        "don_vi/bien_nhan.html", page=page, sent=page.dispatch, reading=reading, acts=Act, events=events
    )


@router.get(f"{_ADDRESS}.docx", name="bien_nhan_docx")
def as_word(visit: Visit, period: str, unit: str) -> Response:
    """Give the receipt as a Word file."""
    made = receipt(visit.desk, period, unit)
    return attachment(made.docx, f"{made.name}.docx", MEDIA_TYPES["docx"])


@router.get(f"{_ADDRESS}.pdf", name="bien_nhan_pdf")
def as_pdf(caller: Caller, period: str, unit: str) -> Response:
    """Give the receipt as a PDF."""
    with caller.reading() as visit:
        made = receipt(visit.desk, period, unit)
    return attachment(made.pdf(), f"{made.name}.pdf", MEDIA_TYPES["pdf"])
