"""The files of a plan: to be kept, and to be looked at page for page; extracts of all units."""

from collections.abc import Sequence
from typing import Literal

from starlette.responses import HTMLResponse, Response

from docgen.errors import MissingError
from docgen.office.plans import content_of, paper_names, papers, plan, yaml_file
from docgen.office.work import ask_for
from docgen.services.evidence import MEDIA_TYPES
from docgen.web.door import pages
from docgen.web.pages.plan.shown import plan_page
from docgen.web.pages.previews import Paper, page_count, page_picture
from docgen.web.pages.unit.proof import attachment
from docgen.web.visit import Visit

router = pages()
_TYPES = {**MEDIA_TYPES, "yaml": "application/yaml"}
View = Literal["ke-hoach", "so-sanh", "nam-truoc"]
"""What is looked at: the plan, the paper that compares it, the plan before as the tracked changes have it."""
_FILES: dict[str, tuple[str, str]] = {
    "ke-hoach": (".pdf", "accepted"),
    "so-sanh": ("-so-sanh.docx", "accepted"),
    "nam-truoc": ("-thay-doi.docx", "original"),
}
"""By what is looked at: how the name of the file ends, and how its tracked changes are taken."""


@router.get("/ke-hoach/{year}/tep/{ten}", name="ke_hoach_tep")
def download(visit: Visit, year: int, ten: str, phien_ban: int | None = None) -> Response:
    """Give a file of a plan by its name; the data of an earlier version too."""
    ending = ten.rpartition(".")[2]
    if ten == f"ke-hoach-{year}.yaml":
        data = yaml_file(visit.desk.session, year, phien_ban)
    else:
        data = papers(visit.desk.session, year, [ten]).files[ten]
    return attachment(data, ten, _TYPES[ending])


@router.get("/ke-hoach/{year}/xem-truoc", name="ke_hoach_xem_truoc")
def look(visit: Visit, year: int, xem: View = "ke-hoach") -> HTMLResponse:
    """Show the pages of a plan, of its comparison, or of both plans side by side."""
    kept = plan(visit.desk.session, year)
    names = paper_names(visit.desk.session, year)
    shown = ("ke-hoach", xem) if xem == "nam-truoc" else (xem,)
    counts = {one: page_count(_paper(visit, year, one, names)) for one in shown}
    return plan_page(
        visit,
        "xem_truoc.html",
        year,
        kept=kept,
        names=names,
        view=xem,
        counts=counts,
        most=max(counts.values()),
    )


@router.get("/ke-hoach/{year}/xem-truoc/{view}/{page}", name="ke_hoach_trang")
def picture(visit: Visit, year: int, view: View, page: int) -> Response:
    """Give the picture of a page."""
    return page_picture(_paper(visit, year, view, paper_names(visit.desk.session, year)), page)


def _paper(visit: Visit, year: int, view: str, names: Sequence[str]) -> Paper:
    end, changes = _FILES[view]
    name, session = f"ke-hoach-{year}{end}", visit.desk.session
    if name not in names:
        raise MissingError(f"Kế hoạch năm {year} không soạn từ kế hoạch năm trước nên không có bản so sánh.")
    return Paper(content_of(session, year), name, lambda: papers(session, year, [name]).files[name], changes)


@router.post("/ke-hoach/{year}/trich", name="ke_hoach_trich")
def extracts(visit: Visit, year: int) -> Response:
    """Ask for what each unit has to do, as files of its own; they are made while one works on."""
    plan(visit.desk.session, year)
    ask_for(visit.desk, "trich-ke-hoach", f"Trích kế hoạch năm {year} cho các đơn vị", {"nam": year})
    return visit.go("ke_hoach", "Đang trích kế hoạch cho các đơn vị; xong sẽ có thông báo.", year=year)
