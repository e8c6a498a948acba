"""Appendix I of a report: what has become of every row of the plan."""

from collections.abc import Iterator, Mapping

from docgen.documents.appendix import balanced
from docgen.documents.baocao import voices
from docgen.documents.baocao.citing import cited
from docgen.documents.baocao.counting import PLAN, day
from docgen.documents.baocao.frame import Issue, period_figure
from docgen.documents.baocao.sentences import bare, capital, joined, named, phrase, units
from docgen.documents.baocao.tables import RESULTS, Cells, TableRow, heading, told_rows
from docgen.documents.baocao.telling import labels
from docgen.documents.baocao.tracing import Told
from docgen.documents.base import RowKind
from docgen.documents.reported import ResultColumns, ResultRow, ResultTable
from docgen.language.numerals import to_roman
from docgen.model.appendix import Part
from docgen.model.figure import Quotation, Sentence, Source
from docgen.model.results import Answer, PeriodResults, Standing, TaskResult
from docgen.model.tally import Tally, tally

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


def result_table(results: PeriodResults, issue: Issue) -> tuple[ResultTable, list[Told]]:
    """Return appendix I, and what it is made of."""
    lines = list(_result_lines(results))
    title = phrase("Kết quả thực hiện các nhiệm vụ cải cách hành chính ", period_figure(results.period))
    head, told = heading(RESULTS, title, results, issue)
    rows = tuple(ResultRow(kind=RowKind(line.kind), **line.texts()) for line in lines)
    return ResultTable(columns=_RESULTS, rows=rows, **head), [*told, *told_rows(RESULTS, _RESULTS, lines)]


def _result_lines(results: PeriodResults) -> Iterator[TableRow]:
    """Yield the rows of the plan: parts, groups, tasks with sub-tasks, and what a part adds up to."""
    by_id = {task.task.id: task for task in results.tasks}
    for mark, title, part in results.plan.marked_parts():
        if title:
            yield _titled(RowKind.PART, mark, title)
        yield from _part_lines(part, by_id, results)
        yield TableRow(RowKind.TOTAL, {"text": _total(part, by_id, results)})


def _part_lines(part: Part, by_id: Mapping[str, TaskResult], results: PeriodResults) -> Iterator[TableRow]:
    for position, group in enumerate(part.groups, 1):
        if group.title:
            yield _titled(RowKind.GROUP, to_roman(position), group.title)
        for row in group.rows():
            task = by_id[row.id]
            kind = RowKind.TASK if task.counted else RowKind.SUBTASK
            yield TableRow(kind, _task_cells(task, results))


def _titled(kind: RowKind, number: str, title: str) -> TableRow:
    return TableRow(kind, {"number": (number,), "text": (Quotation(title.upper(), Source(PLAN, title)),)})


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
    told = [
        (answer, words)
        for answer in voices.answers(task, results)
        if (words := _answer(answer, voices.as_of(answer, results)))
    ]
    if len(told) == 1:
        return told[0][1]
    return (
        joined([phrase(named(answer.unit), ": ", words) for answer, words in told], "\n", "\n")
        if told
        else ()
    )


def _answer(answer: Answer, as_of: Sentence) -> Sentence:
    outcome = answer.outcome
    words = bare(outcome.result)
    said = [capital((Quotation(words, answer.source),))] if words else []
    said += [cited(product, answer) for product in outcome.products]
    old = phrase(" (", as_of, ")") if as_of else ()
    return phrase(joined(said, "; ", "; "), old) if said else ()


def _note(task: TaskResult, results: PeriodResults) -> Sentence:
    """Return when it was done if late, why, by what it was dropped, who has not answered."""
    notes: list[Sentence] = []
    if task.standing is Standing.DONE_LATE and task.finished_on:
        notes.append(phrase("Hoàn thành ngày ", day(task.finished_on, "Ngày hoàn thành", *task.sources)))
    for label, field in (("Lý do", "reason"), ("Căn cứ", "basis")):
        if why := voices.reasons(task, field, results):
            notes.append(phrase(f"{label}: ", why))
    if task.silent:
        notes.append(phrase("Chưa có số liệu của ", units(task.silent)))
    return joined(notes, ".\n", ".\n") if notes else ()
