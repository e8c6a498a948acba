"""The two appendices of a report: what has become of every row of the plan, and the statistics."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from docgen import rules
from docgen.documents.appendix import balanced
from docgen.documents.baocao import voices
from docgen.documents.baocao.areas import goal, measured
from docgen.documents.baocao.citing import cited
from docgen.documents.baocao.counting import FORMS, PLAN, day
from docgen.documents.baocao.frame import Issue, reference, subject
from docgen.documents.baocao.gaps import printed_numbers
from docgen.documents.baocao.sentences import bare, capital, joined, named, phrase, units, upper
from docgen.documents.baocao.telling import labels
from docgen.documents.baocao.tracing import Told
from docgen.documents.base import RowKind
from docgen.documents.reported import (
    ResultColumns,
    ResultRow,
    ResultTable,
    StatisticsColumns,
    StatisticsRow,
    StatisticsRowKind,
    StatisticsTable,
)
from docgen.language.lettering import letter
from docgen.language.numerals import to_roman
from docgen.model.appendix import Part
from docgen.model.figure import Figure, Quotation, Sentence, Source, read
from docgen.model.results import Answer, PeriodResults, Standing, TaskResult
from docgen.model.statistics import IndicatorResult
from docgen.model.tally import Tally, tally
from docgen.rules.reports import name_of

_RESULTS = ResultColumns(
    number="STT",
    text="Nhiệm vụ",
    lead=balanced("Đơn vị chủ trì"),
    coordinating=balanced("Đơn vị phối hợp"),
    deadline=balanced("Thời hạn theo kế hoạch"),
    result=balanced("Kết quả, sản phẩm"),
    standing="Tình trạng",
    note="Ghi chú",
)
_STATISTICS = StatisticsColumns(
    number="STT",
    text=balanced("Chỉ tiêu thống kê"),
    measure="Đơn vị tính",
    value="Số liệu",
    previous="Kỳ trước",
    note="Ghi chú",
)
RESULTS, STATISTICS = 1, 2
"""The numbers of the appendices."""

_NO_STATISTICS = "Không có chỉ tiêu thống kê trong kỳ"

Cells = Mapping[str, Sentence]
"""What stands in the cells of a row, by the names of the columns; an empty one may be left out."""


@dataclass(frozen=True)
class _Line:
    """A row of a table before it is printed."""

    kind: RowKind | StatisticsRowKind
    cells: Cells

    def texts(self) -> dict[str, str]:
        """Return what its cells read."""
        return {name: read(words) for name, words in self.cells.items()}


def result_table(results: PeriodResults, issue: Issue) -> tuple[ResultTable, list[Told]]:
    """Return appendix I, and what it is made of."""
    lines = list(_result_lines(results))
    title = phrase("Kết quả thực hiện các nhiệm vụ cải cách hành chính ", _period(results))
    heading, told = _heading(RESULTS, title, results, issue)
    rows = tuple(ResultRow(kind=RowKind(line.kind), **line.texts()) for line in lines)
    return ResultTable(columns=_RESULTS, rows=rows, **heading), [*told, *_told(RESULTS, _RESULTS, lines)]


def statistics_table(results: PeriodResults, issue: Issue) -> tuple[StatisticsTable, list[Told]]:
    """Return appendix II, and what it is made of."""
    lines = list(_statistics_lines(results))
    title = phrase("Số liệu thống kê cải cách hành chính ", _period(results))
    heading, told = _heading(STATISTICS, title, results, issue)
    rows = tuple(StatisticsRow(kind=StatisticsRowKind(line.kind), **line.texts()) for line in lines)
    return StatisticsTable(columns=_STATISTICS, rows=rows, **heading), [
        *told,
        *_told(STATISTICS, _STATISTICS, lines),
    ]


def _period(results: PeriodResults) -> Figure:
    figure = subject(results)[-1]
    return figure if isinstance(figure, Figure) else Figure(name_of(results.period), "Kỳ báo cáo")


def appendix_label(number: int) -> str:
    """Return "Phụ lục I": the number of an appendix is Roman (Phụ lục I, Phần I, Mục III.1.a)."""
    return f"{rules.text('appendix_label')} {to_roman(number)}"


def _heading(
    number: int, title: Sentence, results: PeriodResults, issue: Issue
) -> tuple[dict[str, str], list[Told]]:
    label = appendix_label(number)
    said: dict[str, Sentence] = {
        "label": (label,),
        "title": upper(title),
        "reference": reference(results, issue),
    }
    return {name: read(words) for name, words in said.items()}, [
        Told(label, words) for words in said.values()
    ]


def _told(number: int, columns: ResultColumns | StatisticsColumns, lines: Iterable[_Line]) -> Iterator[Told]:
    """Yield the headings of the columns, then the cells, in the order of the page."""
    label = appendix_label(number)
    yield from (Told(label, (heading,)) for _, heading in columns)
    for place, line in enumerate(lines, 1):
        for name in type(columns).model_fields:
            if words := line.cells.get(name):
                yield Told(f"{label}, dòng {place}", words)


def _result_lines(results: PeriodResults) -> Iterator[_Line]:
    """Yield the rows of the plan: parts, groups, tasks with sub-tasks, and what a part adds up to."""
    by_id = {task.task.id: task for task in results.tasks}
    parts = [part for appendix in results.plan.appendices for part in appendix.parts]
    for position, part in enumerate(parts, 1):
        if part.title:
            yield _titled(RowKind.PART, letter(position).upper(), part.title)
        yield from _part_lines(part, by_id, results)
        yield _Line(RowKind.TOTAL, {"text": _total(part, by_id, results)})


def _part_lines(part: Part, by_id: Mapping[str, TaskResult], results: PeriodResults) -> Iterator[_Line]:
    for position, group in enumerate(part.groups, 1):
        if group.title:
            yield _titled(RowKind.GROUP, to_roman(position), group.title)
        for row in group.rows():
            task = by_id[row.id]
            kind = RowKind.TASK if task.counted else RowKind.SUBTASK
            yield _Line(kind, _task_cells(task, results))


def _titled(kind: RowKind, number: str, title: str) -> _Line:
    return _Line(kind, {"number": (number,), "text": (Quotation(title.upper(), Source(PLAN, title)),)})


def _total(part: Part, by_id: Mapping[str, TaskResult], results: PeriodResults) -> Sentence:
    """Return "Tổng số: 26 nhiệm vụ; hoàn thành đúng hạn 05, chưa đến hạn 21": it adds up."""
    tasks = tuple(by_id[task.id] for task in part.tasks())
    of_part = Tally(f"phần {tasks[0].part}".strip(), tasks, tally(results).until)
    return phrase("Tổng số: ", of_part.total, " nhiệm vụ; ", joined(list(labels(of_part)), last=", "))


def _task_cells(task: TaskResult, results: PeriodResults) -> Cells:
    row = task.task
    cells: dict[str, Sentence] = {
        "number": (task.number,),
        "text": _of_plan(row.text, row.id),
        "lead": _of_plan(", ".join(row.lead), row.id),
        "coordinating": _of_plan(", ".join(row.coordinating), row.id),
        "deadline": _of_plan(row.deadline, row.id),
        "result": _result(task, results),
        "standing": (task.standing.label,),
        "note": _note(task, results),
    }
    return {name: words for name, words in cells.items() if words}


def _of_plan(text: str, row: str) -> Sentence:
    return phrase(Quotation(text, Source(PLAN, row)))


def _result(task: TaskResult, results: PeriodResults) -> Sentence:
    """Return what the units say, then their documents; each unit by name where there are several."""
    told = [(answer, words) for answer in voices.answers(task, results) if (words := _answer(answer))]
    if len(told) == 1:
        return told[0][1]
    return (
        joined([phrase(named(answer.unit), ": ", words) for answer, words in told], "\n", "\n")
        if told
        else ()
    )


def _answer(answer: Answer) -> Sentence:
    outcome = answer.outcome
    words = bare(outcome.result)
    said = [capital((Quotation(words, answer.source),))] if words else []
    said += [cited(product, answer) for product in outcome.products]
    return joined(said, "; ", "; ") if said else ()


def _note(task: TaskResult, results: PeriodResults) -> Sentence:
    """Return when it was done if late, why, by what it was dropped, who has not answered."""
    notes: list[Sentence] = []
    if task.standing is Standing.DONE_LATE and task.finished_on:
        notes.append(phrase("Hoàn thành ngày ", day(task.finished_on, "Ngày hoàn thành", *task.sources)))
    for label, field in (("Lý do", "reason"), ("Căn cứ", "basis")):
        notes += [phrase(f"{label}: ", voice.quotation) for voice in voices.why(task, field, results)]
    if task.silent:
        notes.append(phrase("Chưa có số liệu của ", units(task.silent)))
    return joined(notes, ".\n", ".\n") if notes else ()


def _statistics_lines(results: PeriodResults) -> Iterator[_Line]:
    numbers = printed_numbers(results.statistics)
    for position, form in enumerate(results.statistics, 1):
        title = (Quotation(form.form.title.upper(), _form(form.form.number)),)
        yield _Line(StatisticsRowKind.FORM, {"number": (str(position),), "text": title})
        for row in form.rows:
            number = numbers[row.indicator.code]
            yield _Line(StatisticsRowKind.INDICATOR, {"number": (number,), **_indicator_cells(row)})
    if not results.statistics:
        yield _Line(StatisticsRowKind.FORM, {"text": (_NO_STATISTICS,)})


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
