"""The report as it is printed: pictures of its pages, in which every paragraph leads to its words."""

from collections.abc import Iterator
from dataclasses import dataclass

from starlette.responses import HTMLResponse, Response

from docgen.errors import ConflictError
from docgen.office import reports
from docgen.office.desk import Desk
from docgen.office.periods import period_of
from docgen.office.work import Errand, ask_for, open_errands
from docgen.services.page_pictures import Box, PagePicture
from docgen.web.door import pages
from docgen.web.pages.previews import PREVIEWS, Paper, page_picture
from docgen.web.pages.report.reading import ADDRESS, report_of
from docgen.web.pages.report.shown import NamedReport, ShownPassage, ShownReport
from docgen.web.visit import Caller

router = pages()
_PREVIEW = f"{ADDRESS}/xem-truoc"
_PAGE = f"{_PREVIEW}/{{page}}"
_JOB = "bao-cao"
_ENOUGH = 60
"""Letters that must stand on a page for a paragraph to be found there."""
_LEAST = 20


@dataclass(frozen=True)
class Place:
    """Where a paragraph stands on the picture of a page."""

    passage: ShownPassage
    boxes: tuple[Box, ...]


@router.post(f"{ADDRESS}/dung-lai", name="bao_cao_dung")
def make(caller: Caller, period: str) -> Response:
    """Ask for the files of the report; what was worded by hand stays."""
    with caller.reading() as visit:  # nobody who writes waits for it
        reports.snapshot(visit.desk.session, period)
        found = period_of(visit.desk.session, period)
    with caller.writing() as visit:
        ask_for(visit.desk, _JOB, f"Báo cáo {found.name}", {"ky": period})
    return caller.go("bao_cao_xem", period=period)


@router.get(_PREVIEW, name="bao_cao_xem")
def show(caller: Caller, period: str) -> HTMLResponse:
    """Show all pages, those further down once they come into sight; or how far they are."""
    with caller.reading() as visit:
        made = reports.snapshot(visit.desk.session, period)
        report = NamedReport(period_of(visit.desk.session, period), made.content)
        papers = reports.kept_papers(visit.desk.session, period, made)
        errand = _errand(visit.desk, period)
    paper = _paper(papers) if papers else None
    return caller.page(
        "bao_cao/xem_truoc.html",
        report=report,
        errand=errand,
        first=PREVIEWS.page(paper, 1) if paper else None,
        many=PREVIEWS.count(paper) if paper else 0,
    )


@router.get(f"{_PAGE}/anh", name="bao_cao_anh")
def picture(caller: Caller, period: str, page: int) -> Response:
    """Give the picture of a page."""
    with caller.reading() as visit:
        paper = _kept(visit.desk, period)
    return page_picture(paper, page)


@router.get(_PAGE, name="bao_cao_trang")
def show_page(caller: Caller, period: str, page: int) -> HTMLResponse:
    """Show a page with its text, and every paragraph on its picture as a link to its words."""
    with caller.reading() as visit:
        report = report_of(visit.desk, period)
        paper = _kept(visit.desk, period)
    drawn = PREVIEWS.page(paper, page)
    places = tuple(_places(report, drawn))
    many = PREVIEWS.count(paper)
    return caller.page("bao_cao/trang.html", report=report, picture=drawn, places=places, many=many)


def _kept(desk: Desk, period: str) -> Paper:
    """Return the report as it is printed now."""
    papers = reports.kept_papers(desk.session, period)
    if papers is None:
        raise ConflictError("Chưa có bản xem trước của báo cáo hiện tại.", "Hãy dựng bản xem trước.")
    return _paper(papers)


def _paper(papers: reports.Papers) -> Paper:
    name = next(one for one in papers.files if one.endswith(".pdf"))
    return Paper(papers.content, name, lambda: papers.files[name])


def _errand(desk: Desk, period: str) -> Errand | None:
    """Return the job that is making the files."""
    wanted = (_JOB, {"ky": period})
    return next((one for one in open_errands(desk.session) if (one.kind, one.parameters) == wanted), None)


def _places(report: ShownReport, picture: PagePicture) -> Iterator[Place]:
    """Yield the paragraphs that begin on a page and where; short ones could be anywhere."""
    for one in report.passages:
        words = one.passage.printed
        shown = sum(len(word.text) for word in picture.quoted(words)) if len(words) >= _LEAST else 0
        if shown >= min(_ENOUGH, len(words.replace(" ", ""))) > 0:
            yield Place(one, picture.places(words))
