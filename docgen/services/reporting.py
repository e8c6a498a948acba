"""What is written on a period: its report, and the letter to the units that have not answered."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from pathlib import Path

from docgen import rules
from docgen.documents import baocao, congvan
from docgen.documents.base import ParagraphKind, PrintedDocument
from docgen.documents.pictures import PlacedPicture
from docgen.documents.reported import Report
from docgen.files import write_together
from docgen.language.dates import short_date
from docgen.model.finding import Finding, warning
from docgen.model.period import ReportingPeriod
from docgen.model.results import PeriodResults
from docgen.pdf import convert
from docgen.pdf.fonts import Fonts
from docgen.pictures import drawn, png
from docgen.resources import shipped
from docgen.rules.working_days import WorkingDays
from docgen.services.periods import Asked, added_up, asked, gathered
from docgen.services.rendered import Progress
from docgen.services.submissions import GatheredSubmissions
from docgen.transform.reporting import picture_of
from docgen.word import load_template, make_docx


class Extra(StrEnum):
    """What a report may have beside it."""

    TRACE = "nguon-so-lieu"
    PICTURE = "hinh"


@dataclass(frozen=True)
class Sources:
    """What a paper on a period is made from.

    `plan` is a file in YAML; organisation, calendar and forms of statistics are read from beside it, or those
    shipped. `period` is of its year. `submissions` is a folder of what units sent for the period, with those
    of earlier periods below or beside it.
    """

    plan: Path
    period: ReportingPeriod
    submissions: Path


@dataclass(frozen=True)
class Made:
    """The files written, the period as it was added up, and what is told."""

    files: tuple[Path, ...]
    results: PeriodResults
    findings: tuple[Finding, ...]


def report_period(
    sources: Sources,
    folder: Path,
    *,
    extras: Collection[Extra] = (),
    issue: baocao.Issue | None = None,
    template: Path | None = None,
    progress: Progress = lambda _: None,
) -> Made:
    """Write the report of a period to `folder`, all its files or none.

    Written are the report (DOCX, PDF); with `Extra.TRACE` the table of the sources of its numbers (XLSX),
    with `Extra.PICTURE` the picture of the period (SVG, PNG), which then stands in the report, too.

    Args:
        sources: the plan, the period, what units sent.
        folder: made when it is not there.
        extras: what is wanted beside the report.
        issue: number and day, once they are given.
        template: the office's own template of the report.
        progress: told, in Vietnamese, what is being done.

    Raises:
        DocgenError: what is given cannot be used; nothing was written.

    """
    progress("Đang đọc số liệu của các đơn vị")
    question = asked(sources.plan, sources.period)
    results, findings = _results(question, gathered(question, sources.submissions))
    progress("Đang soạn báo cáo")
    name = folder / f"bao-cao-{sources.period}"
    pictured = Extra.PICTURE in extras
    composed = baocao.compose(results, issue, pictured=pictured)
    report, files = composed.report, dict[Path, bytes]()
    if pictured:
        report, files = _pictured(report, results, question, name)
    files = _printed(report, template, name) | files
    if Extra.TRACE in extras:
        files[_suffixed(name, "-nguon-so-lieu.xlsx")] = _trace(composed)
    doubts = _doubted_day(issue, question) if issue else ()
    return Made(write_together(files, source=sources.plan), results, (*findings, *doubts))


def remind_units(
    sources: Sources,
    folder: Path,
    *,
    as_of: date | None = None,
    template: Path | None = None,
    progress: Progress = lambda _: None,
) -> Made:
    """Write the letter to the units that still owe answers for a period: DOCX and PDF; as `report_period`.

    What was sent after `as_of` does not count. Where nobody has sent anything yet the folder may be empty.

    Raises:
        ConflictError: no unit owes anything.

    """
    progress("Đang đọc số liệu của các đơn vị")
    question = asked(sources.plan, sources.period)
    sent = gathered(question, sources.submissions, needed=False)
    results, findings = _results(question, sent.until(as_of) if as_of else sent)
    progress("Đang soạn công văn")
    letter = congvan.compose_reminder(results, as_of, WorkingDays.of(question.office.calendar))
    files = _printed(letter, template, folder / f"cong-van-don-doc-{sources.period}")
    doubts = _not_yet_due(as_of, question) if as_of else ()
    return Made(write_together(files, source=sources.plan), results, (*findings, *doubts))


def _doubted_day(issue: baocao.Issue, question: Asked) -> tuple[Finding, ...]:
    """Return what is doubtful in the day of issue: it is before the data end."""
    end = question.dates.data_to
    if issue.day is None or issue.day > end:
        return ()
    message = f"{short_date(issue.day)} chưa qua ngày cuối lấy số liệu của kỳ ({short_date(end)})."
    return (warning("ngay-ban-hanh-som", "Ngày ban hành", message, "Hãy xem lại ngày (--date)."),)


def _not_yet_due(as_of: date, question: Asked) -> tuple[Finding, ...]:
    """Return that no unit is late yet on a day."""
    due = question.dates.unit_due
    if as_of >= due:
        return ()
    message = f"{short_date(as_of)} còn trong hạn gửi của các đơn vị (đến hết ngày {short_date(due)})."
    return (warning("chua-den-han-gui", "Ngày tính", message, "Hãy xem lại ngày (--as-of)."),)


def _results(question: Asked, sent: GatheredSubmissions) -> tuple[PeriodResults, tuple[Finding, ...]]:
    """Return the period, added up, and all that is told of what it comes from."""
    results = added_up(question, sent)
    return results, (*question.findings, *sent.findings, *results.findings)


def _printed(document: PrintedDocument, template: Path | None, name: Path) -> dict[Path, bytes]:
    """Return a document as a Word file and its PDF."""
    folder = template or shipped("templates") / document.document_type
    docx = make_docx(document, load_template(folder))
    return {_suffixed(name, ".docx"): docx, _suffixed(name, ".pdf"): convert(docx).data}


def _pictured(
    report: Report, results: PeriodResults, question: Asked, name: Path
) -> tuple[Report, dict[Path, bytes]]:
    """Return the report with the picture above its caption, and the files of the picture."""
    picture = picture_of(results, question.year)
    fonts, family = Fonts(), rules.text("font")
    faces = [fonts.font(family, bold=bold, italic=False).path for bold in (False, True)]
    svg = drawn(picture)
    pixels = png(svg, faces)
    caption = next(one.text for one in report.body if one.kind is ParagraphKind.CAPTION)
    position = [*report.printed_texts()].index(caption)
    placed = PlacedPicture(position=position, png=pixels, alt=picture.alt_text())
    files = {_suffixed(name, "-hinh.svg"): svg.encode(), _suffixed(name, "-hinh.png"): pixels}
    return report.model_copy(update={"pictures": (placed,)}), files


def _trace(composed: baocao.ComposedReport) -> bytes:
    from docgen.sheets import write_trace  # noqa: PLC0415 - it takes longer to load than all the rest

    return write_trace(composed)


def _suffixed(name: Path, end: str) -> Path:
    return name.with_name(name.name + end)
