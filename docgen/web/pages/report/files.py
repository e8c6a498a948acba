"""The files of a report: Word, PDF, and the table of the sources of its numbers."""

from typing import Literal

from starlette.responses import Response

from docgen.office import reports
from docgen.services.evidence import MEDIA_TYPES
from docgen.web.door import pages
from docgen.web.pages.report.reading import ADDRESS
from docgen.web.pages.unit.proof import attachment
from docgen.web.visit import Caller

router = pages()
Ending = Literal["docx", "pdf", "xlsx"]


@router.get(f"{ADDRESS}/tep/{{ending}}", name="bao_cao_tep")
def download(caller: Caller, period: str, ending: Ending) -> Response:
    """Give a file of the report as it is now, made if nobody has made it yet."""
    files = made(caller, period).files
    name = next(one for one in files if one.endswith(f".{ending}"))
    return attachment(files[name], name, MEDIA_TYPES[ending])


def made(caller: Caller, period: str) -> reports.Papers:
    """Return the files of the report of a period; those that are made now are kept."""
    with caller.reading() as visit:
        if kept := reports.kept_papers(visit.desk.session, period):
            return kept
        fresh = reports.report_papers(visit.desk.session, period)
    with caller.writing() as visit:
        reports.keep_papers(visit.desk, fresh)
    return fresh
