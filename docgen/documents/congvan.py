"""The letter to units that have not answered for a period (*công văn đôn đốc*), worded: Mẫu 1.5."""

import re
from collections.abc import Iterator, Sequence
from datetime import date

from docgen import rules
from docgen.documents import wording
from docgen.documents.appendix import NO_BREAK_SPACE, balanced
from docgen.documents.baocao import Issue
from docgen.documents.base import Properties, Recipients, RowKind, SignatureBlock
from docgen.documents.late import LateUnit, Unanswered, late_units
from docgen.documents.reminding import reminder
from docgen.documents.reported import (
    LETTER,
    Letter,
    LetterHead,
    OwedColumns,
    OwedRow,
    OwedTable,
)
from docgen.errors import ConflictError
from docgen.language.numerals import to_roman
from docgen.language.quantities import count
from docgen.language.text import fold, plain
from docgen.model.organisation import Organisation
from docgen.model.plan import Plan
from docgen.model.results import PeriodResults
from docgen.rules.reports import name_of
from docgen.rules.working_days import WorkingDays

NAME = LETTER
_TYPE = "Công văn"
_FOR_REPORT = "(để báo cáo)"
_UNITS = tuple(fold(words) for words in ("các đơn vị", "các cơ quan", "các phòng"))
"""How a line of recipients begins that means units of the agency: they are written to."""
_LEADERS = re.compile(
    r"\b(?:lanh dao|giam doc|chu tich|ct|pct|thuong truc|tt|bi thu|\w+ uy|ban can su|bo truong)\b"
)
"""What a line of recipients names that is reported to, in plain letters."""


def compose_reminder(
    results: PeriodResults,
    as_of: date | None = None,
    working: WorkingDays | None = None,
    issue: Issue | None = None,
) -> Letter:
    """Word the letter to all units that still owe answers on the day `as_of`.

    It asks for them until the period closes; on that day or after it, within some working days of `as_of`,
    as the office works, or as the law has it where that is not known. Number and day stay blank until an
    `issue` gives them.

    Raises:
        ConflictError: no unit owes anything, so there is nothing to remind of.

    """
    late = late_units(results)
    if not late:
        raise ConflictError(
            f"Các đơn vị đã báo cáo đủ nhiệm vụ chủ trì trong {name_of(results.period)}, không cần đôn đốc.",
            "Không có công văn nào được lập.",
        )
    issue = issue or Issue()
    results = issue.signed(results)
    subject = f"đôn đốc báo cáo kết quả cải cách hành chính {name_of(results.period)}"
    return Letter(
        document_type=NAME,
        properties=Properties(
            title=f"{_TYPE} {subject}",
            author=results.organisation.name,
            subject=f"Về việc {subject}",
            created=issue.day,
        ),
        head=_head(results, subject, _day(results, as_of, issue), issue),
        addressees=wording.addressees([unit.name for unit in late]),
        body=tuple(reminder(results, late, as_of, working or WorkingDays())),
        recipients=_recipients(results.plan, results.organisation),
        signature=SignatureBlock(authority=results.plan.signature.lines(), name=results.plan.signature.name),
        owed=_owed(results, late, _day(results, as_of, issue), issue),
    )


def letter_symbol(results: PeriodResults, issue: Issue) -> str:
    """Return number and symbol of a letter of a period: "45/SNV-CCHC-VTLT"."""
    agency, unit = issue.signed(results).organisation, results.plan.recipients.drafting_unit
    return wording.letter_symbol(issue.number, agency, unit)


def _day(results: PeriodResults, as_of: date | None, issue: Issue) -> str:
    return wording.day_of_issue(issue.day, (as_of or results.dates.closes).year)


def _head(results: PeriodResults, subject: str, day: str, issue: Issue) -> LetterHead:
    organisation, period = results.organisation, name_of(results.period)
    return LetterHead(
        superior=organisation.superior.upper(),
        issuer=organisation.name.upper(),
        national_title=rules.text("national_title"),
        motto=rules.text("motto"),
        number_line=f"{rules.text('number_label')} {letter_symbol(results, issue)}",
        subject=f"{rules.text('letter_subject')} {subject.replace(period, _held(period))}",
        place_date=f"{organisation.place}, {day}",
    )


def _recipients(plan: Plan, organisation: Organisation) -> Recipients:
    """Return the plan's recipients, without whom the letter is not for or is addressed to."""
    known = {fold(agency.superior) for agency in (organisation, organisation.on(plan.day))}
    lines = [line for line in plan.recipients.lines if not _is_left_out(line, organisation, known)]
    reported = (f"{line} {_FOR_REPORT}" if _is_reported_to(line) else line for line in lines)
    return Recipients(
        label=rules.text("recipients_label"),
        lines=wording.recipient_lines(
            (rules.text("as_above"), *reported), plan.recipients.drafting_unit, plan.recipients.copies
        ),
    )


def _is_reported_to(line: str) -> bool:
    """Say whether a line of recipients names leaders, and does not say itself what for."""
    return not line.endswith(")") and _LEADERS.search(plain(fold(line))) is not None


def _is_left_out(line: str, organisation: Organisation, superiors: set[str]) -> bool:
    """Say whether a line of recipients is the superior, or units of the agency."""
    bare = fold(line.partition("(")[0])
    is_superior = any(superior.startswith(bare) for superior in superiors)
    return is_superior or bare.startswith(_UNITS) or organisation.find(bare) is not None


def _owed(results: PeriodResults, late: Sequence[LateUnit], day: str, issue: Issue) -> OwedTable:
    reference = f"{rules.text('appendix_reference')} {_TYPE} số {letter_symbol(results, issue)}"
    issuer = _held(f"của {results.organisation.name}")
    return OwedTable(
        label=rules.text("appendix_label"),
        title=f"Các nhiệm vụ chưa báo cáo kết quả thực hiện {_held(name_of(results.period))}".upper(),
        reference=f"({reference} {day} {issuer})",
        columns=OwedColumns(
            number="STT",
            text="Nhiệm vụ",
            deadline=balanced("Thời gian thực hiện"),
            urgency=balanced("Tình trạng thời hạn"),
        ),
        rows=tuple(_rows(late)),
    )


def _held(words: str) -> str:
    """Return words that stay on one line."""
    return words.replace(" ", NO_BREAK_SPACE)


def _rows(late: Sequence[LateUnit]) -> Iterator[OwedRow]:
    """Yield every unit, numbered as the groups of a plan are, with what it owes; then the total."""
    number = 0
    for position, unit in enumerate(late, 1):
        yield OwedRow(kind=RowKind.GROUP, number=to_roman(position), text=unit.name.upper())
        for number, owed in enumerate(unit.owes, number + 1):  # noqa: B020  the count goes on
            yield _row(str(number), owed)
    yield OwedRow(kind=RowKind.TOTAL, text=f"Tổng số: {count(number)} nhiệm vụ")


def _row(number: str, owed: Unanswered) -> OwedRow:
    return OwedRow(
        kind=RowKind.TASK,
        number=number,
        text=owed.task.text,
        deadline=owed.task.deadline,
        urgency=owed.obligation.urgency.label,
    )
