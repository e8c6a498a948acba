"""The letter to the units that are late: looked at as it is printed, downloaded."""

from collections.abc import Mapping
from functools import lru_cache

from starlette.responses import HTMLResponse, Response

from docgen.errors import ConflictError, MissingError
from docgen.office.periods import period_of
from docgen.office.reports import Papers, issued_letters, keep_papers, late, letter_papers
from docgen.services.evidence import MEDIA_TYPES
from docgen.services.isolation import Names
from docgen.services.page_pictures import PagePictures, page_pictures
from docgen.web.door import pages
from docgen.web.pages.unit.proof import attachment
from docgen.web.visit import Caller

router = pages()
ADDRESS = "/ky/{period}/don-doc"
_MOST_PAGES = 20


@router.get(ADDRESS, name="don_doc")
def show(caller: Caller, period: str) -> HTMLResponse:
    """Show the letter, page by page, and whom it goes to."""
    pictures, reason = None, ""
    try:
        pictures = _pictures(_files(caller, period)["pdf"])
    except ConflictError as nobody_owes:
        reason = nobody_owes.message
    with caller.reading() as visit:
        view = period_of(visit.desk.session, period)
        return visit.page(
            "ky/don_doc.html",
            period=view,
            pictures=pictures,
            late=late(visit.desk.session, period, visit.desk.today),
            issued=issued_letters(visit.desk.session, period),
            reason=reason,
        )


@router.get(f"{ADDRESS}/trang/{{page}}", name="don_doc_trang")
def picture(caller: Caller, period: str, page: int) -> Response:
    """Give the picture of a page of the letter."""
    found = _pictures(_files(caller, period)["pdf"])
    for one in found.drawn:
        if one.number == page:
            return Response(one.png, media_type="image/png")
    raise MissingError("Công văn không có trang này.", "Hãy mở lại trang công văn đôn đốc.")


@router.get(f"{ADDRESS}.docx", name="don_doc_docx")
def as_word(caller: Caller, period: str) -> Response:
    """Give the letter as a Word file."""
    return _download(caller, period, "docx")


@router.get(f"{ADDRESS}.pdf", name="don_doc_pdf")
def as_pdf(caller: Caller, period: str) -> Response:
    """Give the letter as a PDF."""
    return _download(caller, period, "pdf")


def _download(caller: Caller, period: str, kind: str) -> Response:
    data = _files(caller, period)[kind]
    return attachment(data, f"cong-van-don-doc-{period}.{kind}", MEDIA_TYPES[kind])


def _files(caller: Caller, period: str) -> Mapping[str, bytes]:
    """Return the files of the letter as of today, by their kinds; they are made once.

    Raises:
        ConflictError: no unit owes anything.

    """
    with caller.reading() as visit:
        papers = letter_papers(visit.desk.session, period, visit.desk.today)
    if not papers.is_kept:
        _keep(caller, papers)
    return {name.rpartition(".")[2]: data for name, data in papers.files.items()}


def _keep(caller: Caller, papers: Papers) -> None:
    with caller.writing() as visit:
        keep_papers(visit.desk, papers)


@lru_cache(maxsize=4)
def _pictures(pdf: bytes) -> PagePictures:
    """Return the pages of a PDF as pictures: they take a second to draw."""
    return page_pictures(pdf, Names("cong-van-don-doc.pdf"), range(1, _MOST_PAGES + 1))
