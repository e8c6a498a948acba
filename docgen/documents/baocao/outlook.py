"""The last two blocks of a report: what is to be done next, and what units propose."""

from collections.abc import Iterator, Sequence
from operator import itemgetter

from docgen import rules
from docgen.documents import wording
from docgen.documents.baocao import voices
from docgen.documents.baocao.areas import leading
from docgen.documents.baocao.counting import CALENDAR, ORGANISATION, PLAN, counted, day
from docgen.documents.baocao.frame import TYPE_NAME, addressee, agency, subject
from docgen.documents.baocao.gaps import quoted, references
from docgen.documents.baocao.inward import proposals
from docgen.documents.baocao.lines import Line, dash, item, section, text
from docgen.documents.baocao.sentences import ended, phrase
from docgen.language.dates import last_day_of_month
from docgen.model.appendix import Task
from docgen.model.deadline import DeadlineKind
from docgen.model.figure import Figure, Quotation, Sentence, Source
from docgen.model.results import PeriodResults, Standing, TaskResult, TextKind
from docgen.rules.reports import YEAR, Period, named, periods, row_of

_LATE = frozenset({Standing.OVERDUE, Standing.NOT_STARTED})
_OPEN = _LATE | {Standing.ONGOING, Standing.NOT_DUE, Standing.UNREPORTED}
_ENDLESS = frozenset({DeadlineKind.WHOLE_YEAR, DeadlineKind.REGULARLY})
_MONTHS = YEAR.months[1]
_UNKNOWN = "chưa có số liệu; "
_NOBODY = "chưa xác định đơn vị tiếp tục chủ trì"
_NO_TASKS = "Kế hoạch không giao nhiệm vụ nào"
_ALL_DONE = "Các nhiệm vụ của Kế hoạch đã được thực hiện xong"
_NONE_LEFT = "Không còn nhiệm vụ nào của Kế hoạch phải tiếp tục thực hiện"
_NO_NEW_TASKS = "; các đơn vị chưa đề xuất nhiệm vụ mới."
PROPOSALS = "Kiến nghị, đề xuất"
"""The title of the last block."""
_NO_PROPOSALS = "Trong kỳ, các đơn vị không có kiến nghị, đề xuất."


def outlook(results: PeriodResults) -> Iterator[Line]:
    """Yield what is to be done in the period after: late tasks first, then by deadline, then what waits."""
    yield section(phrase("Phương hướng, nhiệm vụ ", _next_figure(results)))
    found = [*_late(results), *_due(results), *_running(results), *_waiting(results), *_from_units(results)]
    yield from found or [text((_nothing_left(results), _NO_NEW_TASKS))]


def _nothing_left(results: PeriodResults) -> str:
    """Return why nothing of the plan is to be done next."""
    if not results.counted:
        return _NO_TASKS
    return _ALL_DONE if all(task.standing.is_done for task in results.counted) else _NONE_LEFT


def _next_figure(results: PeriodResults) -> Figure:
    row, year = next_period(results)
    return Figure(named(row, year), "Kỳ sau", sources=(Source(CALENDAR, str(results.period)),))


def next_period(results: PeriodResults) -> tuple[Period, int]:
    """Return the part of a year that follows: as long as the period where there is one, else the rest."""
    period = results.period
    first, last = row_of(period).months
    if last == _MONTHS:
        return YEAR, period.year + 1
    following = [row for row in periods() if row.months[0] == last + 1]
    length = last - first
    return next((row for row in following if row.months[1] - last - 1 == length), following[0]), period.year


def _open(results: PeriodResults) -> list[TaskResult]:
    """Return what is still to be done: tasks, and the sub-tasks of those that are told to be done."""
    settled = (task.task for task in results.counted if task.standing not in _OPEN)
    alone = {row.id for task in settled if isinstance(task, Task) for row in task.subtasks}
    return [
        task for task in results.tasks if task.standing in _OPEN and (task.counted or task.task.id in alone)
    ]


def _late(results: PeriodResults) -> Iterator[Line]:
    if tasks := [task for task in _open(results) if _is_late(task, results)]:
        yield item("Tập trung hoàn thành các nhiệm vụ quá hạn, chậm tiến độ")
        for task in tasks:
            known = task.standing is not Standing.UNREPORTED
            yield dash(ended(_task(task, () if known else (_UNKNOWN,))))


def _task(task: TaskResult, before: Sentence = ()) -> Sentence:
    lead = phrase(leading(task), " chủ trì") if task.leads else (_NOBODY,)
    return phrase(quoted(task), " (", before, lead, ")")


def _due(results: PeriodResults) -> Iterator[Line]:
    """Yield what comes due until the end of the period after, by deadline."""
    row, year = next_period(results)
    end = last_day_of_month(row.months[1], year)
    tasks = [(task.due, task) for task in _in_time(results) if task.due and task.due <= end]
    if tasks:
        yield item("Hoàn thành đúng thời hạn các nhiệm vụ")
    for due, task in sorted(tasks, key=itemgetter(0)):
        until = day(due, "Hạn hoàn thành", Source(PLAN, task.task.id))
        yield dash(ended(phrase("Chậm nhất ngày ", until, ": ", _task(task))))


def _running(results: PeriodResults) -> Iterator[Line]:
    """Yield what goes on: how many tasks do so all the year, then those that wait for nothing more."""
    endless = [task for task in _open(results) if _is_endless(task, results) and not _is_late(task, results)]
    begun = [task for task in _undated(results) if not _waits(task, results)]
    if endless or begun:
        yield item("Tiếp tục thực hiện các nhiệm vụ thường xuyên, đang triển khai")
    if endless:
        number = _sum(endless, "Số nhiệm vụ thường xuyên, cả năm phải tiếp tục")
        where = phrase(" nhiệm vụ thường xuyên, cả năm (", references(endless), " tại Phụ lục I)")
        yield dash(ended(phrase(number, where)))
    yield from (dash(ended(_task(task, _plan_of(task, results)))) for task in begun)


def _plan_of(task: TaskResult, results: PeriodResults) -> Sentence:
    """Return by what a task goes on, in the words of the plan; () where that was an event, which has come."""
    kinds = {phase.kind for phase in results.plan.deadline(task.task).phases}
    has_come = task.standing is Standing.ONGOING and DeadlineKind.EVENT in kinds
    return () if has_come else phrase(_when(task), "; ")


def _sum(tasks: Sequence[TaskResult], meaning: str) -> Figure:
    return counted(tasks, meaning, (Source(PLAN, task.task.id) for task in tasks))


def _waiting(results: PeriodResults) -> Iterator[Line]:
    """Yield what waits for an event or a plan of the superior."""
    if tasks := [task for task in _undated(results) if _waits(task, results)]:
        yield item("Kịp thời triển khai khi có đủ điều kiện")
        yield from _when_due(tasks)


def _waits(task: TaskResult, results: PeriodResults) -> bool:
    """Say whether a task without a day cannot be begun yet: nobody has, and the plan names an event."""
    return task.standing is not Standing.ONGOING and bool(results.plan.deadline(task.task).events)


def _undated(results: PeriodResults) -> Iterator[TaskResult]:
    return (task for task in _in_time(results) if not task.due)


def _when_due(tasks: Sequence[TaskResult]) -> Iterator[Line]:
    """Yield tasks without a day, with the words of the plan on when they are due."""
    return (dash(ended(_task(task, phrase(_when(task), "; ")))) for task in tasks)


def _when(task: TaskResult) -> Quotation:
    """Return the deadline of the plan inside a sentence, its lines in a row."""
    steps = (" ".join(line.split()).split(": ") for line in task.task.deadline.splitlines())
    words = "; ".join(": ".join(map(_small, step)) for step in steps)
    return Quotation(words, Source(PLAN, task.task.id))


def _small(words: str) -> str:
    """Return words with a small letter first, unless an abbreviation is."""
    return words if words[1:2].isupper() else words[:1].lower() + words[1:]


def _from_units(results: PeriodResults) -> Iterator[Line]:
    if found := voices.merged(voices.of_kind(results, TextKind.NEXT, voices.by_name)):
        yield item("Nhiệm vụ trọng tâm khác")
        yield from (dash(ended(voice.told())) for voice in found)


def _in_time(results: PeriodResults) -> Iterator[TaskResult]:
    """Yield the open tasks that are not late and do not go on all the year."""
    for task in _open(results):
        if not _is_late(task, results) and not _is_endless(task, results):
            yield task


def _is_late(task: TaskResult, results: PeriodResults) -> bool:
    """Say whether the last day of an open task has passed, even if nobody has said how far it is."""
    return task.standing in _LATE or bool(task.due and task.due <= results.dates.data_to)


def _is_endless(task: TaskResult, results: PeriodResults) -> bool:
    return results.plan.deadline(task.task).kind in _ENDLESS


def proposed(results: PeriodResults, signed: PeriodResults) -> Iterator[Line]:
    """Yield what units propose to others than the agency, then the words that end the report."""
    yield section((PROPOSALS,))
    found = proposals(results, inward=False)
    yield from [dash(ended(voice.told())) for voice in found] or [text((_NO_PROPOSALS,))]
    yield text(_last_words(signed))


def _last_words(results: PeriodResults) -> Sentence:
    """Return "Trên đây là Báo cáo kết quả …, Sở Nội vụ kính báo cáo Ủy ban nhân dân tỉnh …./.".

    Without a superior it is the report "của Sở Nội vụ".
    """
    organisation = results.organisation
    kind, *period = subject(results)
    about = phrase(f"Trên đây là {TYPE_NAME} {wording.within_sentence(str(kind))}", *period)
    told = phrase(about, " của ", agency(results))
    if superior := addressee(organisation):
        office = Source(ORGANISATION, organisation.id)
        told = phrase(about, ", ", agency(results), " kính báo cáo ", Quotation(superior, office))
    return phrase(told, rules.text("end_mark"))
