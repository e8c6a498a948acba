"""Appendix II of a report: the statistics, form by form."""

from collections.abc import Iterator

from docgen.documents.appendix import balanced
from docgen.documents.baocao.counting import FORMS
from docgen.documents.baocao.frame import Issue, period_figure
from docgen.documents.baocao.gaps import printed_numbers
from docgen.documents.baocao.sentences import bare, joined, phrase, units
from docgen.documents.baocao.statistics import goal, measured
from docgen.documents.baocao.tables import STATISTICS, Cells, TableRow, heading, told_rows
from docgen.documents.baocao.tracing import Told
from docgen.documents.reported import StatisticsColumns, StatisticsRow, StatisticsRowKind, StatisticsTable
from docgen.model.figure import Quotation, Sentence, Source
from docgen.model.results import PeriodResults
from docgen.model.statistics import IndicatorResult

_STATISTICS = StatisticsColumns(
    number="STT",
    text=balanced("Chỉ tiêu thống kê"),
    measure="Đơn vị tính",
    value="Số liệu",
    previous="Kỳ trước",
    note="Ghi chú",
)
_NO_STATISTICS = "Không có chỉ tiêu thống kê trong kỳ"


def statistics_table(results: PeriodResults, issue: Issue) -> tuple[StatisticsTable, list[Told]]:
    """Return appendix II, and what it is made of."""
    lines = list(_statistics_lines(results))
    title = phrase("Số liệu thống kê cải cách hành chính ", period_figure(results.period))
    head, told = heading(STATISTICS, title, results, issue)
    rows = tuple(StatisticsRow(kind=StatisticsRowKind(line.kind), **line.texts()) for line in lines)
    return StatisticsTable(columns=_STATISTICS, rows=rows, **head), [
        *told,
        *told_rows(STATISTICS, _STATISTICS, lines),
    ]


def _statistics_lines(results: PeriodResults) -> Iterator[TableRow]:
    numbers = printed_numbers(results.statistics)
    for position, form in enumerate(results.statistics, 1):
        title = (Quotation(form.form.title.upper(), _form(form.form.number)),)
        yield TableRow(StatisticsRowKind.FORM, {"number": (str(position),), "text": title})
        for row in form.rows:
            number = numbers[row.indicator.code]
            yield TableRow(StatisticsRowKind.INDICATOR, {"number": (number,), **_indicator_cells(row)})
    if not results.statistics:
        yield TableRow(StatisticsRowKind.FORM, {"text": (_NO_STATISTICS,)})


def _indicator_cells(row: IndicatorResult) -> Cells:
    indicator = row.indicator
    source = _form(indicator.code)
    cells: dict[str, Sentence] = {
        "text": (Quotation(indicator.name, source),),
        "measure": (Quotation(indicator.measure, source),),
        "value": (row.value,) if row.value else (),
        "previous": (row.previous,) if row.previous else (),
        "note": _indicator_note(row),
    }
    return {name: words for name, words in cells.items() if words}


def _indicator_note(row: IndicatorResult) -> Sentence:
    """Return the year so far where it is more than the period, the target, the unit's note, who is silent."""
    notes: list[Sentence] = []
    source = _form(row.indicator.code)
    if row.cumulated and row.cumulated.text != (row.value.text if row.value else ""):
        notes.append(phrase("Lũy kế: ", row.cumulated, measured(row.cumulated, row)))
    if row.target:
        basis = phrase(" theo ", Quotation(row.target.basis, source)) if row.target.basis else ()
        reached = {True: " (đã đạt)", False: " (chưa đạt)", None: ""}[row.is_reached]
        notes.append(phrase("Mục tiêu năm: ", goal(row.target, row), basis, reached))
    if row.note:
        notes.append((Quotation(bare(row.note), source),))
    if silent := [unit for unit in row.silent if unit not in row.note]:
        notes.append(phrase("Chưa có số liệu của ", units(silent)))
    return joined(notes, ".\n", ".\n") if notes else ()


def _form(row: str) -> Source:
    return Source(FORMS, row)
