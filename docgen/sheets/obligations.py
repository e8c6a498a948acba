"""What every unit is asked in a period, on one sheet: unit by unit, task by task, with counts."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from operator import attrgetter

from docgen.documents.appendix import worded_appendices
from docgen.documents.base import Row, Run
from docgen.language.dates import short_date
from docgen.language.quantities import count
from docgen.model.calendar import ReportingDates
from docgen.model.obligation import Duty, Obligation, Urgency
from docgen.model.organisation import Organisation
from docgen.model.plan import Plan
from docgen.rules.reports import name_of
from docgen.sheets.cells import refuse_cut
from docgen.sheets.looks import empty_book
from docgen.sheets.packing import packed
from docgen.sheets.printed import PrintedTable

_SHEET, _TITLE = "Đơn vị báo cáo", "Đơn vị báo cáo gì trong kỳ"
_COLUMNS = {
    "STT": "column.stt",
    "Đơn vị": "obligation.don_vi",
    "Nhiệm vụ": "obligation.nhiem_vu",
    "Vai trò": "obligation.vai_tro",
    "Yêu cầu": "obligation.yeu_cau",
    "Thời gian thực hiện": "obligation.thoi_gian",
    "Hạn hoàn thành": "obligation.han",
}
_CENTRED = (0, 3, 4, 5, 6)


def write_obligations(
    owed: Iterable[Obligation], plan: Plan, organisation: Organisation, dates: ReportingDates
) -> bytes:
    """Return the workbook of what units owe in the period of `dates`: the same bytes for the same duties.

    Units stand in the order of the agency, each with its counts over its tasks, in the order of the plan.

    Raises:
        InvalidInputError: a text is longer than Excel keeps.

    """
    period = name_of(dates.period)
    book = empty_book()
    table = PrintedTable(book.create_sheet(_SHEET), [*_COLUMNS.values()])
    table.line(f"{_TITLE}: {period}".upper(), "appendix_title")
    table.line(_reference(plan, dates), "appendix_reference")
    table.headings([*_COLUMNS])
    rows = _rows_of(plan, organisation)
    for unit in _by_unit(owed, organisation):
        table.group(_counted(unit))
        for one in unit:
            table.row([(Run(text=text),) for text in _cells(one, rows[one.task])], _CENTRED)
    table.filter()
    refuse_cut(table.problems)
    properties = book.properties
    properties.creator, properties.language = organisation.on(plan.day).name, "vi-VN"
    properties.title, properties.subject = f"{_TITLE}: {period}", plan.subject
    return packed(book, None)


def _reference(plan: Plan, dates: ReportingDates) -> str:
    window = f"số liệu từ {short_date(dates.data_from)} đến hết {short_date(dates.data_to)}"
    return f"({plan.type_name} {plan.subject}; {window}; đơn vị gửi đến hết {short_date(dates.unit_due)})"


def _rows_of(plan: Plan, organisation: Organisation) -> dict[str, Row]:
    """Return the rows of tasks as the plan prints them, by the ids of the tasks."""
    ids = {row.anchor: row.id for row in plan.rows()}
    appendices = worded_appendices(plan, organisation)
    return {ids[row.anchor]: row for appendix in appendices for row in appendix.rows if row.anchor in ids}


def _by_unit(owed: Iterable[Obligation], organisation: Organisation) -> Iterator[list[Obligation]]:
    """Yield what each unit owes."""
    order = {unit.id: place for place, unit in enumerate(organisation.units)}
    ordered = sorted(owed, key=lambda one: order[one.unit])
    for _, unit in groupby(ordered, key=attrgetter("unit")):
        yield [*unit]


def _counted(owed: Sequence[Obligation]) -> tuple[str, ...]:
    """Return the row of a unit: how many tasks it leads and coordinates, and how they are asked about."""
    duties, urgencies = Counter(one.duty for one in owed), Counter(one.urgency for one in owed)
    by_duty = (f"{duty.label.lower()} {count(duties[duty])}" for duty in Duty if duties[duty])
    by_urgency = (f"{why.label.lower()} {count(urgencies[why])}" for why in Urgency if urgencies[why])
    told = f"{count(len(owed))} nhiệm vụ: {', '.join(by_duty)}; trong đó {', '.join(by_urgency)}."
    return ("", owed[0].name, told, *[""] * (len(_COLUMNS) - 3))


def _cells(one: Obligation, row: Row) -> tuple[str, ...]:
    due = short_date(one.due) if one.due else ""
    return row.number, one.name, row.text, one.duty.label, one.urgency.label, row.deadline, due
