"""What a letter to late units says: what was due, who has not answered, what is asked for by when."""

from collections.abc import Iterator, Sequence
from datetime import date

from docgen import rules
from docgen.documents import wording
from docgen.documents.base import Paragraph, ParagraphKind
from docgen.documents.late import LateUnit
from docgen.language.dates import short_date
from docgen.language.quantities import count
from docgen.model.organisation import Organisation
from docgen.model.plan import Plan
from docgen.model.results import PeriodResults
from docgen.rules.reports import name_of
from docgen.rules.working_days import WorkingDays


def reminder(
    results: PeriodResults, late: Sequence[LateUnit], as_of: date | None, working: WorkingDays
) -> Iterator[Paragraph]:
    """Yield what a letter says to the units that are `late` on the day `as_of`; None where it names none.

    It asks for answers until the period closes; on that day or after it, within some working days.
    """
    units = "đơn vị" if len(late) == 1 else "các đơn vị"
    name = results.organisation.name
    yield _paragraph(ParagraphKind.TEXT, _duty(results))
    yield _paragraph(ParagraphKind.TEXT, _found(late, name, as_of))
    yield _paragraph(
        ParagraphKind.TEXT,
        f"Để bảo đảm tiến độ tổng hợp, báo cáo cấp có thẩm quyền theo quy định, {name} đề nghị {units}"
        " thực hiện các nội dung sau:",
    )
    for number, text in enumerate(_asked(results, _limit(results, as_of, working)), 1):
        yield _paragraph(ParagraphKind.ITEM, text, f"{number}.")
    end = f"{name} đề nghị Thủ trưởng {units} quan tâm chỉ đạo, thực hiện đúng thời hạn nêu trên"
    yield _paragraph(ParagraphKind.TEXT, wording.with_end_mark(end))


def _duty(results: PeriodResults) -> str:
    """Return what was due when, by which plan."""
    dates, organisation = results.dates, results.organisation
    return (
        f"Thực hiện {_cited(results.plan, organisation)}, các đơn vị được giao chủ trì nhiệm vụ"
        f" có trách nhiệm gửi báo cáo kết quả thực hiện {name_of(results.period)}"
        f" (số liệu từ ngày {short_date(dates.data_from)} đến ngày {short_date(dates.data_to)})"
        f" về {_drafting_unit(results)} chậm nhất ngày {short_date(dates.unit_due)}."
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
    return f"{told} ({'; '.join(unit.name for unit in units)})" if named else f"{told} nêu trên"


def _asked(results: PeriodResults, limit: date) -> Iterator[str]:
    yield (
        "Báo cáo kết quả, tiến độ thực hiện từng nhiệm vụ nêu tại Phụ lục kèm theo Công văn này; nhiệm vụ"
        " chậm tiến độ thì nêu rõ nguyên nhân, trách nhiệm và thời gian hoàn thành; nhiệm vụ không thực hiện"
        " hoặc đề nghị điều chỉnh thì nêu rõ căn cứ."
    )
    yield (f"Gửi báo cáo về {_drafting_unit(results)} chậm nhất ngày {short_date(limit)} để tổng hợp.")
    yield (
        f"Thủ trưởng đơn vị chịu trách nhiệm trước {results.organisation.head_title}"
        f" {results.organisation.name} về nội dung, số liệu và thời hạn báo cáo của đơn vị mình."
    )


def _limit(results: PeriodResults, as_of: date | None, working: WorkingDays) -> date:
    closes = results.dates.closes
    if as_of is None or as_of < closes:
        return closes
    return working.add(as_of, round(rules.figure("reminder.days").use))


def _drafting_unit(results: PeriodResults) -> str:
    """Return the full name of the unit that drafts, to which answers are sent; else of the agency.

    Nobody sends anything to letters that stand for a unit which the agency does not list.
    """
    name = results.plan.recipients.drafting_unit
    if known := results.organisation.find(name):
        return known.name
    return name if " " in name else results.organisation.name


def _paragraph(kind: ParagraphKind, text: str, number: str = "") -> Paragraph:
    return Paragraph(kind=kind, number=number, runs=wording.runs(text))
