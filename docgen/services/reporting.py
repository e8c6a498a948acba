"""What is written on a period: its report, and the letter to the units that have not answered."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
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
from docgen.model.calendar import OfficeCalendar, ReportingDates
from docgen.model.finding import Finding, warning
from docgen.model.period import ReportingPeriod
from docgen.model.picture import Picture
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


@dataclass(frozen=True)
class Wanted:
    """How a report is made.

    Attributes:
        extras: what is wanted beside the report.
        issue: number and day, once they are given.
        edits: what an editor wants to stand in places of its body, see `baocao.Passage`.
        final: it is signed as it is; else what it lacks is said at its top and beside it.
        template: a folder with the office's own template of the report.

    """

    extras: Collection[Extra] = ()
    issue: baocao.Issue | None = None
    edits: Mapping[str, str] = field(default_factory=dict)
    final: bool = False
    template: Path | None = None


def report_files(results: PeriodResults, year: ReportingDates, wanted: Wanted) -> dict[str, bytes]:
    """Return the files of the report of a period, by their names: the same bytes for the same results.

    They are the report (DOCX, PDF); with `Extra.TRACE` the table of the sources of its numbers (XLSX), with
    `Extra.PICTURE` the picture of the period (SVG, PNG), which then stands in the report, too; it shows how
    much of the `year` has passed.

    Raises:
        MissingError: no font that can stand in for Times New Roman is installed.
        InvalidInputError: the template cannot be used.

    """
    name, pictured = f"bao-cao-{results.period}", Extra.PICTURE in wanted.extras
    composed = baocao.compose(
        results, wanted.issue, pictured=pictured, edits=wanted.edits, final=wanted.final
    )
    report, files = composed.report, dict[str, bytes]()
    if pictured:
        report, files = _pictured(report, picture_of(results, year), name)
    files = _printed(report, wanted.template, name) | files
    if Extra.TRACE in wanted.extras:
        files[f"{name}-nguon-so-lieu.xlsx"] = _trace(composed)
    return files


def letter_files(
    results: PeriodResults,
    as_of: date | None,
    calendar: OfficeCalendar,
    template: Path | None = None,
    issue: baocao.Issue | None = None,
) -> dict[str, bytes]:
    """Return the letter to the units that still owe answers for a period, as `report_files`.

    Number and day are blank until an `issue` gives them.

    Raises:
        ConflictError: no unit owes anything.

    """
    letter = congvan.compose_reminder(results, as_of, WorkingDays.of(calendar), issue)
    return _printed(letter, template, f"cong-van-don-doc-{results.period}")


def report_period(
    sources: Sources,
    folder: Path,
    *,
    extras: Collection[Extra] = (),
    issue: baocao.Issue | None = None,
    template: Path | None = None,
    progress: Progress = lambda _: None,
) -> Made:
    """Write the report of a period to `folder`, all its files or none, see `report_files`.

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
    files = report_files(results, question.year, Wanted(extras, issue, template=template))
    doubts = _doubted_day(issue, question) if issue else ()
    return Made(_written(files, folder, sources), results, (*findings, *doubts))


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
    files = letter_files(results, as_of, question.office.calendar, template)
    doubts = _not_yet_due(as_of, question) if as_of else ()
    return Made(_written(files, folder, sources), results, (*findings, *doubts))


def _written(files: Mapping[str, bytes], folder: Path, sources: Sources) -> tuple[Path, ...]:
    return write_together({folder / name: data for name, data in files.items()}, source=sources.plan)


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


def _printed(document: PrintedDocument, template: Path | None, name: str) -> dict[str, bytes]:
    """Return a document as a Word file and its PDF."""
    folder = template or shipped("templates") / document.document_type
    docx = make_docx(document, load_template(folder))
    return {f"{name}.docx": docx, f"{name}.pdf": convert(docx).data}


def _pictured(report: Report, picture: Picture, name: str) -> tuple[Report, dict[str, bytes]]:
    """Return the report with the picture above its caption, and the files of the picture."""
    fonts, family = Fonts(), rules.text("font")
    faces = [fonts.font(family, bold=bold, italic=False).path for bold in (False, True)]
    svg = drawn(picture)
    pixels = png(svg, faces)
    caption = next(one.text for one in report.body if one.kind is ParagraphKind.CAPTION)
    position = [*report.printed_texts()].index(caption)
    placed = PlacedPicture(position=position, png=pixels, alt=picture.alt_text())
    files = {f"{name}-hinh.svg": svg.encode(), f"{name}-hinh.png": pixels}
    return report.model_copy(update={"pictures": (placed,)}), files


def _trace(composed: baocao.ComposedReport) -> bytes:
    from docgen.sheets import write_trace  # noqa: PLC0415 - it takes longer to load than all the rest

    return write_trace(composed)
