"""What has been done in a content of reform, and what has not: its tasks, what units say, its statistics."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from docgen.documents import wording
from docgen.documents.baocao import voices
from docgen.documents.baocao.counting import PLAN, day
from docgen.documents.baocao.gaps import quoted, unreported
from docgen.documents.baocao.lines import Line, dash, item, point, section, text
from docgen.documents.baocao.sentences import ended, joined, phrase
from docgen.documents.baocao.statistics import shares
from docgen.documents.baocao.telling import states
from docgen.documents.baocao.voices import Voice
from docgen.documents.base import ParagraphKind
from docgen.language.text import fold
from docgen.model.figure import Quotation, Sentence, Source
from docgen.model.outcome import Status
from docgen.model.results import PeriodResults, Standing, TaskResult, TextKind
from docgen.model.tally import Tally, tallies_by_content
from docgen.rules.report_words import within
from docgen.rules.reports import contents

_TITLE = "Kết quả thực hiện các nhiệm vụ cải cách hành chính"
_OTHER = "Nhiệm vụ khác"
_ACHIEVED = "Những kết quả chủ yếu đã đạt được"
_LACKING = "Những vấn đề tồn tại, hạn chế"
_NO_LIMITS = "Trong kỳ, các đơn vị không báo cáo tồn tại, hạn chế đối với nội dung này."
_OFF_PLAN = "Ngoài các nhiệm vụ của Kế hoạch, các đơn vị đã thực hiện:"
_WAITING = "Nhiệm vụ chưa đến thời gian hoặc chưa đủ điều kiện thực hiện:"
_DROPPED = "Nhiệm vụ không thực hiện, điều chỉnh:"
_POINTER = "(Có Phụ lục I, Phụ lục II kèm theo)"
_DUE = "Hạn hoàn thành"
_SEVERAL = "Các "
_NOT_YET = fold("chưa ")
_STEERING = 0
"""The content that stands in a block of its own before the others."""


def areas(results: PeriodResults) -> Iterator[Line]:
    """Yield the block of the contents of reform in the order of the law, then what belongs to none."""
    yield section((_TITLE,))
    for content, row in enumerate(contents()):
        if content != _STEERING:
            yield item(row.name)
            yield from _area(content, row.name, results)
    if _tasks(results, None) or any(voices.beside(results, TextKind.RESULT, None)):
        yield item(_OTHER)
        yield from _area(None, _OTHER, results)
    yield Line(ParagraphKind.APPENDIX_POINTER, (_POINTER,))


def _area(content: int | None, name: str, results: PeriodResults) -> Iterator[Line]:
    tasks = _tasks(results, content)
    yield point(_ACHIEVED)
    yield text(ended(_counted(tallies_by_content(results).get(content), name)), "so-nhiem-vu")
    yield from achievements(tasks, voices.beside(results, TextKind.RESULT, content), results)
    yield from shares(content, results)
    yield point(_LACKING)
    found = [*limits(tasks, results), *shortcomings(content, results)]
    yield from map(dash, found) if found else [text((_NO_LIMITS,))]


def _tasks(results: PeriodResults, content: int | None) -> list[TaskResult]:
    return [task for task in results.tasks if task.content == content]


def _counted(tally: Tally | None, name: str) -> Sentence:
    """Return how many tasks the plan has of a content, and how they stand."""
    return states(tally) if tally else (f"Kế hoạch không giao nhiệm vụ về {wording.within_sentence(name)}",)


def achievements(
    tasks: Sequence[TaskResult], beside: Iterator[Voice], results: PeriodResults
) -> Iterator[Line]:
    """Yield what units have done, task by task; why others are not begun or dropped; what is beside."""
    for voice in voices.merged(voice for task in tasks for voice in _of_task(task, results)):
        if not _is_lacking(voice):
            yield dash(ended(voice.told()))
    waiting = [sentence for task in tasks for sentence in _not_begun(task, results)]
    if waiting:
        yield text((_WAITING,))
        yield from map(dash, waiting)
    if dropped := [task for task in tasks if task.standing is Standing.DROPPED]:
        yield text((_DROPPED,))
        yield from (dash(_about(task, "", "căn cứ", "basis", results)) for task in dropped)
    if more := voices.merged(beside):
        yield text((_OFF_PLAN,))
        yield from (dash(ended(voice.told())) for voice in more)


def _of_task(task: TaskResult, results: PeriodResults) -> Iterator[Voice]:
    """Yield what is said of a task; of one that is only told to be done or to go on, that."""
    for voice in voices.achieved(task, results, _BEGUN):
        if voice.text:
            yield voice
        elif task.standing in _VERBS:
            plan = quoted(task)
            lead = f"{_VERBS[task.standing]}: "
            yield Voice(plan.text, voice.sources, voice.products, lead, plan.source)


def _is_lacking(voice: Voice) -> bool:
    """Say whether a unit tells only what it has not done."""
    return fold(voice.text).startswith(_NOT_YET)


def _not_begun(task: TaskResult, results: PeriodResults) -> Iterator[Sentence]:
    """Yield what units say of a task that they have not begun, if it is neither late nor done."""
    if task.standing is not Standing.NOT_STARTED and not task.standing.is_done:
        for voice in voices.merged(voices.achieved(task, results, {Status.NOT_STARTED})):
            told = replace(voice, text=within(voice.text))
            yield ended(phrase("Nhiệm vụ “", quoted(task), "”: ", told.within()))


_BEGUN = frozenset({Status.DONE, Status.ONGOING, Status.LATE})
_VERBS = {
    Standing.DONE_IN_TIME: "Đã hoàn thành",
    Standing.DONE_LATE: "Đã hoàn thành",
    Standing.ONGOING: "Đang thực hiện",
}


def limits(tasks: Sequence[TaskResult], results: PeriodResults) -> Iterator[Sentence]:
    """Yield which tasks are late and why, on which there is no answer."""
    for task in tasks:
        if task.standing in _LIMITS:
            yield _about(task, *_LIMITS[task.standing], results)
    for voice in voices.merged(voice for task in tasks for voice in _of_task(task, results)):
        if _is_lacking(voice):
            yield ended(voice.told())
    yield from unreported(tasks)


def _about(task: TaskResult, how: str, label: str, field: str, results: PeriodResults) -> Sentence:
    """Return "Nhiệm vụ “…” hoàn thành quá hạn (hạn ngày …; … chủ trì). Lý do: …"."""
    days = _days(task)
    if task.standing is Standing.OVERDUE and (not task.due or task.due > results.dates.data_to):
        how, days = " đang thực hiện, chậm tiến độ", _steps(task, results) or days
    head = phrase("Nhiệm vụ “", quoted(task), f"”{how} (", days, leading(task), " chủ trì)")
    dropped = {Status.DROPPED} if task.standing is Standing.DROPPED else ()
    for voice in voices.merged(voices.achieved(task, results, dropped)):
        head = phrase(head, ": ", replace(voice, text=within(voice.text)).quotation)
    why = voices.reasons(task, field, results)
    if not why:
        return ended(phrase(head, f"; đơn vị chưa nêu {label}"))
    return ended(phrase(ended(head), f" {label.capitalize()}: ", why))


def _steps(task: TaskResult, results: PeriodResults) -> Sentence:
    """Return until when every step was to be done, of a task that ends later than its first."""
    source = Source(PLAN, task.task.id)
    steps = [
        phrase(
            "bước ",
            Quotation(wording.within_sentence(phase.label), source),
            " hạn ngày ",
            day(phase.latest, _DUE, source),
        )
        for phase in results.plan.deadline(task.task).phases
        if phase.label and phase.latest
    ]
    return phrase(joined(steps, last=", "), "; ") if len(steps) > 1 else ()


def _days(task: TaskResult) -> Sentence:
    """Return until when a late task was to be done, and when it was."""
    if not task.due or task.standing is Standing.DROPPED:
        return ()
    due = phrase("hạn ngày ", day(task.due, _DUE, Source(PLAN, task.task.id)))
    if task.finished_on:
        due = phrase(due, ", hoàn thành ngày ", day(task.finished_on, "Ngày hoàn thành", *task.sources))
    return phrase(due, "; ")


_LIMITS = {
    Standing.DONE_LATE: (" hoàn thành quá hạn", "lý do", "reason"),
    Standing.OVERDUE: (" đang thực hiện, đã quá hạn", "lý do", "reason"),
    Standing.NOT_STARTED: (" chưa thực hiện, đã quá hạn", "lý do", "reason"),
}
"""How tasks are told that did not go as planned: how they stand, and what field of an answer says why."""


def leading(task: TaskResult) -> Sentence:
    """Return who leads a task: the units by their names, a group as the plan calls it."""
    names = task.leads if len(task.leads) == len(task.task.lead) else task.task.lead
    source = Source(PLAN, task.task.id)
    return joined([(Quotation(_in_sentence(name), source),) for name in names])


def _in_sentence(name: str) -> str:
    """Return the name of a unit or group inside a sentence: "các đơn vị trực thuộc Sở"."""
    return name[:1].lower() + name[1:] if name.startswith(_SEVERAL) else name


def shortcomings(content: int | None, results: PeriodResults) -> Iterator[Sentence]:
    """Yield what units say to be lacking in a content."""
    found = voices.merged(voices.beside(results, TextKind.SHORTCOMING, content))
    return (ended(voice.told()) for voice in found)
