"""The letter to units that have not answered for a period (*công văn đôn đốc*), worded: Mẫu 1.5."""

from collections.abc import Iterator, Sequence
from datetime import date

from docgen import rules
from docgen.documents import wording
from docgen.documents.appendix import NO_BREAK_SPACE, balanced
from docgen.documents.base import (
    Paragraph,
    ParagraphKind,
    Properties,
    Recipients,
    RowKind,
    SignatureBlock,
)
from docgen.documents.late import LateUnit, Unanswered, late_units
from docgen.documents.reported import (
    LETTER,
    Letter,
    LetterHead,
    OwedColumns,
    OwedRow,
    OwedTable,
)
from docgen.errors import ConflictError
from docgen.language.dates import short_date
from docgen.language.numerals import to_roman
from docgen.language.quantities import count
from docgen.language.text import fold
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


def compose_reminder(results: PeriodResults, as_of: date | None = None) -> Letter:
    """Word the letter to all units that still owe answers on the day `as_of`; number and date stay blank.

    It asks for them until the period closes; on that day or after it, within some working days of `as_of`.

    Raises:
        ConflictError: no unit owes anything, so there is nothing to remind of.

    """
    late = late_units(results)
    if not late:
        raise ConflictError(
            f"Các đơn vị đã báo cáo đủ nhiệm vụ chủ trì trong {name_of(results.period)}, không cần đôn đốc.",
            "Không có công văn nào được lập.",
        )
    subject = f"đôn đốc báo cáo kết quả cải cách hành chính {_held(name_of(results.period))}"
    return Letter(
        document_type=NAME,
        properties=Properties(
            title=f"{_TYPE} {subject}", author=results.organisation.name, subject=f"Về việc {subject}"
        ),
        head=_head(results, f"{rules.text('letter_subject')} {subject}", _year(results, as_of)),
        addressees=wording.addressees([unit.name for unit in late]),
        body=tuple(_body(results, late, as_of)),
        recipients=_recipients(results.plan, results.organisation),
        signature=SignatureBlock(authority=results.plan.signature.lines(), name=results.plan.signature.name),
        owed=_owed(results, late, _year(results, as_of)),
    )


def _year(results: PeriodResults, as_of: date | None) -> int:
    return (as_of or results.dates.closes).year


def _head(results: PeriodResults, subject: str, year: int) -> LetterHead:
    organisation = results.organisation
    return LetterHead(
        superior=organisation.superior.upper(),
        issuer=organisation.name.upper(),
        national_title=rules.text("national_title"),
        motto=rules.text("motto"),
        number_line=f"{rules.text('number_label')} {_symbol(results)}",
        subject=subject,
        place_date=f"{organisation.place}, {wording.day_of_issue(None, year)}",
    )


def _symbol(results: PeriodResults) -> str:
    return wording.letter_symbol(None, results.organisation, results.plan.recipients.drafting_unit)


def _body(results: PeriodResults, late: Sequence[LateUnit], as_of: date | None) -> Iterator[Paragraph]:
    units = "đơn vị" if len(late) == 1 else "các đơn vị"
    name = results.organisation.name
    yield _paragraph(ParagraphKind.TEXT, _duty(results))
    yield _paragraph(ParagraphKind.TEXT, _found(late, name, as_of))
    yield _paragraph(
        ParagraphKind.TEXT,
        f"Để bảo đảm tiến độ tổng hợp, báo cáo cấp có thẩm quyền theo quy định, {name} đề nghị {units}"
        " thực hiện các nội dung sau:",
    )
    for number, text in enumerate(_asked(results, as_of), 1):
        yield _paragraph(ParagraphKind.ITEM, text, f"{number}.")
    end = f"{name} đề nghị Thủ trưởng {units} quan tâm chỉ đạo, thực hiện đúng thời hạn nêu trên"
    yield _paragraph(ParagraphKind.TEXT, wording.with_end_mark(end))


def _duty(results: PeriodResults) -> str:
    """Return what was due when, by which plan."""
    dates, organisation = results.dates, results.organisation
    return (
        f"Thực hiện {_cited(results.plan, organisation)}, các đơn vị được giao chủ trì nhiệm vụ"
        f" có trách nhiệm gửi báo cáo kết quả thực hiện {name_of(results.period)}"
        f" (số liệu từ ngày {short_date(dates.data_from)} đến ngày {short_date(dates.data_to)}) về {_drafting_unit(results)}"
        f" chậm nhất ngày {short_date(dates.unit_due)}."
    )


def _cited(plan: Plan, organisation: Organisation) -> str:
    """Return a plan as it is cited for the first time; a draft has neither number nor day."""
    subject = wording.within_sentence(plan.subject)
    if plan.number is None or plan.issued_on is None:
        return f"{plan.type_name} {subject}"
    issuer = organisation.on(plan.day)
    symbol = wording.number_symbol(plan.number, plan.type_name, issuer)
    return f"{plan.type_name} số {symbol} ngày {short_date(plan.issued_on)} của {issuer.name} về {subject}"


def _found(late: Sequence[LateUnit], agency: str, as_of: date | None) -> str:
    """Return who has sent nothing, and who has left out something."""
    until = f"Đến hết ngày {short_date(as_of)}" if as_of else "Đến nay"
    silent = [unit for unit in late if not unit.has_sent]
    partial = [unit for unit in late if unit.has_sent]
    named = bool(silent and partial)
    told = [f"{agency} chưa nhận được báo cáo của {_counted(silent, named=named)}"] * bool(silent)
    told += [f"{_counted(partial, named=named)} {_left_out(partial)}"] * bool(partial)
    return f"{until}, {'; '.join(told)}."


def _left_out(partial: Sequence[LateUnit]) -> str:
    number = f"{count(len(partial[0].owes))} nhiệm vụ" if len(partial) == 1 else "nhiệm vụ"
    return f"đã gửi báo cáo nhưng còn {number} được giao chủ trì chưa báo cáo kết quả"


def _counted(units: Sequence[LateUnit], *, named: bool) -> str:
    """Return one unit by its name, several by their number; `named` says whether their names follow."""
    if len(units) == 1:
        return units[0].name
    told = f"{count(len(units))} đơn vị"
    return f"{told} ({', '.join(unit.name for unit in units)})" if named else f"{told} nêu trên"


def _asked(results: PeriodResults, as_of: date | None) -> Iterator[str]:
    yield (
        "Báo cáo kết quả, tiến độ thực hiện từng nhiệm vụ nêu tại Phụ lục kèm theo Công văn này; nhiệm vụ"
        " chậm tiến độ thì nêu rõ nguyên nhân, trách nhiệm và thời gian hoàn thành; nhiệm vụ không thực hiện"
        " hoặc đề nghị điều chỉnh thì nêu rõ căn cứ."
    )
    yield (
        f"Gửi báo cáo về {_drafting_unit(results)} chậm nhất ngày {short_date(_limit(results, as_of))} để"
        " tổng hợp."
    )
    yield (
        f"Thủ trưởng đơn vị chịu trách nhiệm trước {results.organisation.head_title}"
        f" {results.organisation.name} về nội dung, số liệu và thời hạn báo cáo của đơn vị mình."
    )


def _limit(results: PeriodResults, as_of: date | None) -> date:
    closes = results.dates.closes
    if as_of is None or as_of < closes:
        return closes
    return WorkingDays().add(as_of, round(rules.figure("reminder.days").use))


def _drafting_unit(results: PeriodResults) -> str:
    """Return the full name of the unit that drafts, to which answers are sent."""
    name = results.plan.recipients.drafting_unit
    known = results.organisation.find(name)
    return known.name if known else name or results.organisation.name


def _recipients(plan: Plan, organisation: Organisation) -> Recipients:
    """Return the plan's recipients, without whom the letter is not for or is addressed to."""
    known = {fold(agency.superior) for agency in (organisation, organisation.on(plan.day))}
    lines = [line for line in plan.recipients.lines if not _is_left_out(line, organisation, known)]
    reported = (line if line.endswith(")") else f"{line} {_FOR_REPORT}" for line in lines)
    return Recipients(
        label=rules.text("recipients_label"),
        lines=wording.recipient_lines(
            (rules.text("as_above"), *reported), plan.recipients.drafting_unit, plan.recipients.copies
        ),
    )


def _is_left_out(line: str, organisation: Organisation, superiors: set[str]) -> bool:
    """Say whether a line of recipients is the superior, or units of the agency."""
    bare = fold(line.partition("(")[0])
    is_superior = any(superior.startswith(bare) for superior in superiors)
    return is_superior or bare.startswith(_UNITS) or organisation.find(bare) is not None


def _owed(results: PeriodResults, late: Sequence[LateUnit], year: int) -> OwedTable:
    reference = f"{rules.text('appendix_reference')} {_TYPE} số {_symbol(results)}"
    return OwedTable(
        label=rules.text("appendix_label"),
        title=f"Các nhiệm vụ chưa báo cáo kết quả thực hiện {_held(name_of(results.period))}".upper(),
        reference=f"({reference} {wording.day_of_issue(None, year)} của {_held(results.organisation.name)})",
        columns=OwedColumns(
            number="STT",
            text="Nhiệm vụ",
            deadline=balanced("Thời gian thực hiện"),
            urgency=balanced("Lý do phải báo cáo"),
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


def _paragraph(kind: ParagraphKind, text: str, number: str = "") -> Paragraph:
    return Paragraph(kind=kind, number=number, runs=wording.runs(text))
