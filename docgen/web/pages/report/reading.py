"""The text of a report: what it lacks, every paragraph, and where each number in it comes from."""

from itertools import islice

from starlette.responses import HTMLResponse

from docgen.errors import ConflictError, MissingError
from docgen.model.collecting import PeriodState
from docgen.model.papers import PaperKind
from docgen.office import reports
from docgen.office.desk import Desk
from docgen.office.documents import document_of_period
from docgen.office.periods import period_of
from docgen.web.access import may_open
from docgen.web.door import pages
from docgen.web.pages.report.shown import ShownReport
from docgen.web.pages.unit.lines import anchor_of
from docgen.web.visit import Visit

router = pages()
ADDRESS = "/ky/{period}/bao-cao"


@router.get(ADDRESS, name="bao_cao")
def show(visit: Visit, period: str) -> HTMLResponse:
    """Show the report of a period, paragraph by paragraph."""
    report = report_of(visit.desk, period)
    issued = document_of_period(visit.desk.session, report.period.id, PaperKind.REPORT)
    return visit.page("bao_cao/loi_van.html", report=report, issued=issued, may_edit=may_edit(visit, report))


def report_of(desk: Desk, code: str) -> ShownReport:
    """Return the report of a period as it is shown; raises as `docgen.office.reports.draft` does."""
    return ShownReport(period_of(desk.session, code), reports.draft(desk.session, code))


def may_edit(visit: Visit, report: ShownReport) -> bool:
    """Say whether whoever reads a report may word it otherwise."""
    is_editor = may_open(visit.visitor.actor.role, "bao_cao_doan_luu")
    return is_editor and report.period.state is not PeriodState.ISSUED


@router.get(f"{ADDRESS}/nguon/{{mark}}/{{number}}", name="bao_cao_nguon")
def source(visit: Visit, period: str, mark: str, number: int) -> HTMLResponse:
    """Show where a number or quoted words come from: who said it, in which row, when it was sent."""
    report = report_of(visit.desk, period)
    if mark != report.mark:
        raise ConflictError(
            "Báo cáo đã thay đổi sau khi mở trang nên không chắc đây là số liệu nào.",
            "Hãy mở lại báo cáo rồi chọn lại số liệu.",
        )
    piece = next(islice(reports.sourced(report.draft), max(number, 0), None), None)
    if piece is None:
        raise MissingError("Báo cáo không có số liệu này.", "Hãy mở lại báo cáo.")
    passage = next(one for one in report.passages if any(number == shown.number for shown in one.pieces))
    rows = reports.source_rows(visit.desk.session, report.draft, piece)
    return visit.page(
        "bao_cao/nguon.html", report=report, passage=passage, piece=piece, rows=rows, anchor_of=anchor_of
    )
