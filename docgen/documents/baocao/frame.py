"""What stands around the words of a report: head, addressee, recipients, how it is called and cited."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from docgen import rules
from docgen.documents import wording
from docgen.documents.baocao import counting
from docgen.documents.baocao.sentences import phrase
from docgen.documents.baocao.tracing import Told
from docgen.documents.base import Head, Recipients
from docgen.documents.reported import Addressees
from docgen.language.text import fold
from docgen.model.figure import Figure, Quotation, Sentence, Source, read
from docgen.model.organisation import Organisation, Unit, UnitGroup, UnitKind
from docgen.model.period import ReportingPeriod
from docgen.model.results import PeriodResults
from docgen.rules.report_words import written_out
from docgen.rules.reports import name_of

TYPE_NAME = "Báo cáo"
_WORK = "công tác cải cách hành chính"
_TO = "Kính gửi"
_EVERY_UNIT = tuple(fold(f"các {kind}") for kind in ("đơn vị", "phòng", "cơ quan"))
"""How a line of recipients begins that means the units of the agency."""
_BRACKETED = re.compile(r"\s*\([^()]*\)\s*$")


@dataclass(frozen=True)
class Issue:
    """What the clerk gives a report when it is issued; both are empty on a draft."""

    number: int | None = None
    day: date | None = None

    def signed(self, results: PeriodResults) -> PeriodResults:
        """Return results with the agency as it is on the day of issue: it and its superior sign and are told.

        A draft has the agency of the period.
        """
        then = results.organisation
        return replace(results, organisation=then.on(self.day)) if self.day else results


def period_figure(period: ReportingPeriod) -> Figure:
    """Return what a period is called, as a figure: its year is a number too."""
    return Figure(name_of(period), "Kỳ báo cáo", sources=(Source(counting.CALENDAR, str(period)),))


def agency(results: PeriodResults) -> Quotation:
    """Return the name of the agency: on the last day of data, or as `Issue.signed` returned the results."""
    organisation = results.organisation
    return Quotation(organisation.name, Source(counting.ORGANISATION, organisation.id))


def subject(results: PeriodResults) -> Sentence:
    """Return what the report is about: "Kết quả công tác cải cách hành chính quý I năm 2025"."""
    return phrase(f"Kết quả {_WORK} ", period_figure(results.period))


def head(results: PeriodResults, issue: Issue, *, draft: bool) -> tuple[Head, list[Told]]:
    """Return cells 1 to 5a of page 1, and what they are made of."""
    organisation = issue.signed(results).organisation
    year = results.dates.due.year
    about = Source("Văn bản", said="Số, ngày ghi khi ban hành")
    symbol = wording.number_symbol(issue.number, TYPE_NAME, organisation)
    issued = Figure(wording.day_of_issue(issue.day, year), "Ngày ban hành", sources=(about,))
    office = Source(counting.ORGANISATION, organisation.id)
    said: dict[str, Sentence] = {
        "superior": phrase(Quotation(organisation.superior.upper(), office)),
        "issuer": (Quotation(organisation.name.upper(), office),),
        "number_line": phrase(
            f"{rules.text('number_label')} ", Figure(symbol, "Số, ký hiệu", sources=(about,))
        ),
        "place_date": (Quotation(organisation.place, office), ", ", issued),
        "subject": subject(results),
    }
    made = Head(
        national_title=rules.text("national_title"),
        motto=rules.text("motto"),
        type_name=TYPE_NAME.upper(),
        draft_mark=rules.text("draft_mark") if draft else "",
        **{name: read(sentence) for name, sentence in said.items()},
    )
    return made, [Told("Đầu văn bản", said.get(name, (text,))) for name, text in made.texts()]


def addressees(organisation: Organisation) -> tuple[Addressees, list[Told]]:
    """Return who the report is for: the superior, written out; nobody where none is known."""
    superior = addressee(organisation)
    if not superior:
        return Addressees(label=rules.text("addressee"), lines=()), []
    made = wording.addressees([superior])
    office = Source(counting.ORGANISATION, organisation.id)
    said: list[Sentence] = [(made.label,), *((Quotation(line, office),) for line in made.lines)]
    return made, [Told(_TO, words) for words in said]


def addressee(organisation: Organisation) -> str:
    """Return the name of the superior, written out; "" where none is known."""
    return written_out(organisation.superior)


def recipients(results: PeriodResults) -> tuple[Recipients, list[Told]]:
    """Return the list of recipients: "Như trên", those of the plan but the superior, who leads a task."""
    planned = results.plan.recipients
    lines = [line for line in planned.lines if not _is_superior(line, results.organisation)]
    first = "Như trên" if results.organisation.superior else ""
    names = tuple(filter(None, (first, *lines, *_left_out(results))))
    made = Recipients(
        label=rules.text("recipients_label"),
        lines=wording.recipient_lines(names, planned.drafting_unit, planned.copies),
    )
    source = Source(counting.PLAN, "noi_nhan")
    told = [Told("Nơi nhận", (Quotation(line, source),)) for line in made.lines]
    return made, [Told("Nơi nhận", (made.label,)), *told]


def _is_superior(line: str, organisation: Organisation) -> bool:
    """Say whether a line of the plan means the superior: "UBND tỉnh (để báo cáo)"."""
    name = fold(written_out(_BRACKETED.sub("", line)))
    superior = fold(addressee(organisation))
    return bool(superior) and f"{superior} ".startswith(f"{name} ")


def _left_out(results: PeriodResults) -> Iterator[str]:
    """Yield the units that lead a task and that no line names, neither by name nor all at once."""
    organisation = results.organisation
    lines = [fold(line) for line in results.plan.recipients.lines]
    if any(line.startswith(_EVERY_UNIT) for line in lines):
        return
    groups = [entry for entry in organisation.groups if _is_named(entry, lines)]
    served = {unit.id for group in groups for unit in organisation.members(group)}
    for unit in dict.fromkeys(_leading(results)):
        if unit.id not in served and not _is_named(unit, lines):
            yield unit.name


def _leading(results: PeriodResults) -> Iterator[Unit]:
    """Yield the units of the agency, as they are on the last day of data, that lead a task."""
    organisation = results.organisation
    for name in dict.fromkeys(name for row in results.plan.rows() for name in row.lead):
        entry = organisation.find(name)
        units = organisation.members(entry) if isinstance(entry, UnitGroup) else filter(None, (entry,))
        for unit in units:
            if unit.kind is not UnitKind.EXTERNAL and unit.exists_on(results.dates.data_to):
                yield unit


def _is_named(entry: Unit | UnitGroup, lines: list[str]) -> bool:
    return any(fold(name) in line for line in lines for name in entry.every_name)


def reference(results: PeriodResults, issue: Issue) -> Sentence:
    """Return "(Kèm theo Báo cáo số …/BC-SNV ngày … của Sở Nội vụ)" (Phụ lục I, Phần I, Mục III.1.c)."""
    signed = issue.signed(results)
    known = Issue() if results.plan.electronic else issue
    about = Source("Văn bản", said="Số, ngày ghi khi ban hành")
    year = issue.day.year if issue.day else results.dates.due.year
    symbol = wording.number_symbol(known.number, TYPE_NAME, signed.organisation)
    return phrase(
        f"({rules.text('appendix_reference')} {TYPE_NAME} số ",
        Figure(symbol, "Số, ký hiệu", sources=(about,)),
        " ",
        Figure(wording.day_of_issue(known.day, year), "Ngày ban hành", sources=(about,)),
        " của ",
        agency(signed),
        ")",
    )
