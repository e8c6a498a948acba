"""What a draft still lacks, unit by unit: said at its top, and at the place where it is missed."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from docgen.documents.baocao import counting
from docgen.documents.baocao.counting import FORMS, PLAN, counted, day
from docgen.documents.baocao.frame import addressee
from docgen.documents.baocao.lines import Line, dash
from docgen.documents.baocao.sentences import capital, ended, joined, named, phrase
from docgen.documents.base import ParagraphKind
from docgen.model.figure import Figure, Quotation, Sentence, Source
from docgen.model.results import PeriodResults, Punctuality, Received, TaskResult
from docgen.model.statistics import FormResult, IndicatorResult, Reckoning

_NOTICE = "Dự thảo còn thiếu số liệu, cần bổ sung trước khi ký:"
_NO_SUPERIOR = "Danh sách đơn vị chưa ghi cơ quan chủ quản, nên chưa có nơi nhận ở dòng “Kính gửi”"
_AT_THE_PLACE = " (ghi chú tại Phụ lục II)"
_NOT_TAKEN_IN = frozenset({Punctuality.MISSING, Punctuality.CLOSED})
_RECKONED = frozenset({Reckoning.SHARE, Reckoning.PLAN})
"""What no unit tells: it is there as soon as what it is reckoned from is."""
_LISTED = 20
"""So many numbers of indicators are read at most; the notes in the table tell of each."""


@dataclass(frozen=True)
class Gap:
    """What one unit still owes: answers on tasks, values of indicators, or all, when it sent nothing."""

    unit: str
    tasks: tuple[TaskResult, ...]
    indicators: tuple[IndicatorResult, ...]
    received: Received | None = None


def gaps(results: PeriodResults) -> tuple[Gap, ...]:
    """Return what every unit owes; none when the report is whole."""
    silent = {one.name: one for one in results.received if one.punctuality in _NOT_TAKEN_IN}
    indicators = [
        row for form in results.statistics for row in form.rows if row.indicator.reckoning not in _RECKONED
    ]
    names = dict.fromkeys(
        (*silent, *_units(results.tasks), *(unit for row in indicators for unit in row.silent))
    )
    return tuple(
        Gap(
            name,
            tuple(task for task in results.tasks if name in task.silent),
            tuple(row for row in indicators if name in row.silent),
            silent.get(name),
        )
        for name in names
    )


def _units(tasks: Iterable[TaskResult]) -> Iterator[str]:
    return (unit for task in tasks for unit in task.silent)


def notice(results: PeriodResults) -> Iterator[Line]:
    """Yield the block that says what is missing; nothing when the report is whole."""
    missing = [_told(gap, results) for gap in gaps(results)]
    if not addressee(results.organisation):
        missing.append((_NO_SUPERIOR,))
    if missing:
        yield Line(ParagraphKind.TEXT, (_NOTICE,), bold=True)
        *before, last = missing
        yield from (dash(ended(sentence, ";")) for sentence in before)
        yield dash(ended(last))


def _told(gap: Gap, results: PeriodResults) -> Sentence:
    """Return what a unit owes: "Thanh tra Sở: chưa gửi báo cáo (hạn gửi ngày 17/3/2025); thiếu …"."""
    lacking: list[Sentence] = []
    if gap.received:
        lacking.append(_not_taken_in(gap.received, results))
    if gap.tasks:
        number = _owed(gap.tasks, gap.unit)
        lacking.append(phrase("thiếu kết quả của ", number, " nhiệm vụ (", references(gap.tasks), ")"))
    if gap.indicators:
        numbers = printed_numbers(results.statistics)
        where = phrase("chỉ tiêu ", joined([(_place(row, numbers),) for row in gap.indicators], last=", "))
        told = phrase(" (", where, ")") if len(gap.indicators) <= _LISTED else (_AT_THE_PLACE,)
        lacking.append(phrase("thiếu ", _values(gap), " số liệu thống kê", told))
    return phrase(named(gap.unit), ": ", joined(lacking, "; ", "; "))


def _not_taken_in(received: Received, results: PeriodResults) -> Sentence:
    """Return why nothing of a unit is in the report: it sent nothing, or only after the period had closed."""
    if received.sent_on:
        sent = day(received.sent_on, "Ngày gửi", Source(received.name, submission=received.file))
        closed = day(results.dates.closes, "Ngày đóng kỳ")
        return phrase("gửi ngày ", sent, ", sau khi đóng kỳ (", closed, "), chưa được tổng hợp")
    return phrase("chưa gửi báo cáo (hạn gửi ngày ", day(results.dates.unit_due, "Hạn của đơn vị"), ")")


def _owed(tasks: Sequence[TaskResult], unit: str) -> Figure:
    return counted(
        tasks, f"Số nhiệm vụ chưa có số liệu của {unit}", (Source(PLAN, task.task.id) for task in tasks)
    )


def _values(gap: Gap) -> Figure:
    sources = (Source(FORMS, row.indicator.code) for row in gap.indicators)
    return counted(gap.indicators, f"Số chỉ tiêu chưa có số liệu của {gap.unit}", sources)


def _place(row: IndicatorResult, numbers: Mapping[str, str]) -> Figure:
    code = row.indicator.code
    return Figure(numbers[code], "Số thứ tự ở Phụ lục II", sources=(Source(FORMS, code),))


def printed_numbers(forms: Iterable[FormResult]) -> dict[str, str]:
    """Return the numbers under which indicators are printed, by their codes: without those left out."""
    return {
        row.indicator.code: f"{position}.{place}"
        for position, form in enumerate(forms, 1)
        for place, row in enumerate(form.rows, 1)
    }


def references(tasks: Sequence[TaskResult]) -> Sentence:
    """Return where tasks stand in the plan: "số 3, 7 phần A; số 1 phần B"."""
    parts = [
        phrase(
            "số ",
            joined([(_number(task),) for task in some], last=", "),
            *([f" phần {part}"] if part else []),
        )
        for part, some in ((part, list(some)) for part, some in groupby(tasks, key=lambda task: task.part))
    ]
    return joined(parts, "; ", "; ")


def _number(task: TaskResult) -> Figure:
    return Figure(task.number, "Số thứ tự trong Kế hoạch", sources=(Source(PLAN, task.task.id),))


def unreported(tasks: Sequence[TaskResult]) -> Iterator[Sentence]:
    """Yield, unit by unit, on which of some tasks there is no answer."""
    for unit in dict.fromkeys(_units(tasks)):
        missed = [task for task in tasks if unit in task.silent]
        names = joined([phrase("“", quoted(task), "”") for task in missed], "; ", "; ")
        head = phrase("chưa có số liệu của ", named(unit), " về ", _owed(missed, unit), " nhiệm vụ: ")
        yield ended(phrase(capital(head), names))


def quoted(task: TaskResult) -> Quotation:
    """Return what a task is, as the plan says it, on one line."""
    words = " ".join(task.task.text.split()).rstrip(" .;")
    return Quotation(words, Source(counting.PLAN, task.task.id))
