"""What the service has told somebody: the page behind the bell."""

from starlette.responses import HTMLResponse, RedirectResponse, Response

from docgen.office.notices import notices, read_all, read_notice
from docgen.web.door import pages
from docgen.web.visit import Visit

router = pages()


@router.get("/thong-bao", name="thong_bao")
def show(visit: Visit) -> HTMLResponse:
    """Show the newest notices."""
    return visit.page("thong_bao.html", notices=notices(visit.desk))


@router.post("/thong-bao/da-doc", name="thong_bao_da_doc")
def have_read(visit: Visit) -> Response:
    """Mark all of them as read."""
    read_all(visit.desk)
    return visit.go("thong_bao", "Đã đánh dấu tất cả là đã đọc.")


@router.post("/thong-bao/{notice}", name="thong_bao_mo")
def open_(visit: Visit, notice: int) -> Response:
    """Go on to the page that a notice is about; it has been read then."""
    return RedirectResponse(read_notice(visit.desk, notice), 303)
