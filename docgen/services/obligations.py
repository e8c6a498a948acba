"""Who owes what in a period, written down before anyone answers, and a form for every unit to answer in."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from docgen.files import write_together
from docgen.model.calendar import ReportingDates
from docgen.model.finding import Finding
from docgen.model.obligation import Obligation
from docgen.model.period import ReportingPeriod
from docgen.model.submission import Submission
from docgen.rules.reports import previous_of
from docgen.services.periods import Asked, added_up, asked, gathered
from docgen.services.rendered import Progress
from docgen.services.submissions import NO_FILE, GatheredSubmissions
from docgen.sheets import UnitForm, told_by, write_obligations, write_unit_form
from docgen.transform.reporting import obligations


@dataclass(frozen=True)
class AskedFiles:
    """The files written, the days of the period, how many tasks each unit must answer, and what is told."""

    files: tuple[Path, ...]
    dates: ReportingDates
    counts: Mapping[str, int]
    findings: tuple[Finding, ...]


@dataclass(frozen=True)
class Owing:
    """What units owe, and what they sent last, by their ids; what is told of it."""

    obligations: tuple[Obligation, ...]
    last: Mapping[str, Submission]
    findings: tuple[Finding, ...] = ()


def form_files(question: Asked, owed: Owing) -> dict[str, bytes]:
    """Return who owes what in a period, and a workbook for every unit to fill in: XLSX, by their names.

    Those of the units are named "2025-Q1/van-phong.xlsx".
    """
    organisation, period = question.office.organisation, question.period
    overview = write_obligations(owed.obligations, question.plan, organisation, question.dates)
    forms = {f"{period}/{form.unit}.xlsx": write_unit_form(form) for form in unit_forms(question, owed)}
    return {f"don-vi-bao-cao-{period}.xlsx": overview} | forms


def write_forms(
    plan: Path,
    period: ReportingPeriod,
    folder: Path,
    earlier: Path | None = None,
    progress: Progress = lambda _: None,
) -> AskedFiles:
    """Write who owes what in a period, and a workbook for every unit to fill in, to `folder`.

    Workbooks lie in a folder of it that is named by the period: filled in, they are what `report_period`
    reads.

    Args:
        plan: a plan in YAML; organisation, calendar and forms are read from beside it, or those shipped.
        period: of the year of the plan.
        folder: made when it is not there.
        earlier: what units sent for earlier periods of the year; what is done is not asked again.
        progress: told, in Vietnamese, what is being done.

    Raises:
        DocgenError: what is given cannot be used; nothing was written.

    """
    progress("Đang đọc kế hoạch")
    question = asked(plan, period)
    owed = _owed_after(question, gathered(question, earlier)) if earlier else _owed(question)
    progress("Đang soạn biểu mẫu")
    files = {folder / name: data for name, data in form_files(question, owed).items()}
    required = (one.name for one in owed.obligations if one.is_required)
    findings = (*question.findings, *owed.findings)
    return AskedFiles(write_together(files, source=plan), question.dates, Counter(required), findings)


def _owed(question: Asked) -> Owing:
    found = obligations(question.plan, question.office.organisation, question.dates)
    return Owing(found.obligations, {}, found.findings)


def _owed_after(question: Asked, sent: GatheredSubmissions) -> Owing:
    """Return what is owed after earlier periods; that nothing is there of this one yet needs no word."""
    before = next((sent.received[one] for one in previous_of(question.period) if one in sent.received), {})
    last = {unit: file.submission for unit, file in before.items()}
    findings = tuple(finding for finding in sent.findings if finding.code != NO_FILE)
    return Owing(added_up(question, sent).obligations, last, findings)


def unit_forms(question: Asked, owed: Owing) -> Iterator[UnitForm]:
    """Yield the form of every unit that owes something, in the order of the agency."""
    organisation, day = question.office.organisation, question.dates.data_to
    for unit in organisation.on(day).units:
        told = told_by(unit.id, question.office.forms, organisation, day)
        theirs = tuple(one for one in owed.obligations if one.unit == unit.id)
        if theirs or told:
            yield UnitForm(
                question.plan,
                organisation,
                question.dates,
                unit.id,
                unit.name,
                theirs,
                told,
                owed.last.get(unit.id),
            )
