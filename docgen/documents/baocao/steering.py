"""The first block of a report: how far the plan is, and how reform is steered, checked and made known."""

import re
from collections.abc import Iterator, Sequence

from docgen.documents.baocao import areas, counting, voices
from docgen.documents.baocao.counting import day
from docgen.documents.baocao.frame import agency, period_figure
from docgen.documents.baocao.lines import Line, dash, item, section, text
from docgen.documents.baocao.sentences import ended, phrase
from docgen.documents.baocao.statistics import shares
from docgen.documents.baocao.telling import (
    against_target,
    against_time,
    compared,
    completion,
    due,
    states,
)
from docgen.documents.base import ParagraphKind
from docgen.model.figure import Figure, Quotation, Sentence, Source
from docgen.model.results import PeriodResults, TaskResult, TextKind
from docgen.model.tally import Tally, tallies_by_part, tally
from docgen.model.text import unmarked
from docgen.rules.report_words import Point, point_of, points
from docgen.rules.reports import contents, is_cumulative, previous_of

_PLAN = "Kế hoạch cải cách hành chính"
_CAPTION = f"Hình. Tiến độ thực hiện {_PLAN}, "
_LACKING = "Tồn tại, hạn chế trong chỉ đạo, điều hành"
_NOTHING = "Trong kỳ, các đơn vị không báo cáo kết quả đối với nội dung này."
_TARGET = re.compile(r"\b[Hh]oàn thành (?P<rate>\d{1,3})% (?:các |số )?nhiệm vụ")
_STEERING = 0
_WHOLE = 100


def steering(results: PeriodResults, *, pictured: bool) -> Iterator[Line]:
    """Yield the block on steering: the plan, with its picture if `pictured`; then point by point."""
    yield section((f"{contents()[_STEERING].name} cải cách hành chính",))
    yield item(_PLAN)
    yield from progress(results)
    if pictured:
        yield Line(ParagraphKind.CAPTION, (_CAPTION, period_figure(results.period)))
    tasks = [task for task in results.tasks if task.content == _STEERING]
    for row in points():
        yield item(row.title)
        yield from _point(row, [task for task in tasks if point_of(task.task.text) == row], results)
    limits = [*areas.limits(tasks, results), *areas.shortcomings(_STEERING, results)]
    if limits:
        yield item(_LACKING)
        yield from map(dash, limits)


def _point(row: Point, tasks: Sequence[TaskResult], results: PeriodResults) -> Iterator[Line]:
    headings = {row.heading} if row.words else {row.heading, ""}
    beside = voices.beside(results, TextKind.RESULT, _STEERING, headings)
    lines = list(areas.achievements(tasks, beside, results))
    if not row.words:
        lines += shares(_STEERING, results)
    yield from lines or [text((_NOTHING,))]


def progress(results: PeriodResults) -> Iterator[Line]:
    """Yield how far the plan is: done, states that add up, due, against last time, time and target, parts."""
    whole = tally(results)
    if not whole.tasks:
        yield text(("Kế hoạch không giao nhiệm vụ nào.",))
        return
    yield text(ended(_so_far(whole, results)))
    yield text(ended(states(whole)), "tinh-trang")
    yield text(phrase(ended(due(whole)), *_against_before(whole, results)), "den-han")
    if measured := [*_against_time(whole, results), *_against_target(whole, results)]:
        yield text(tuple(measured[measured[0] == " " :]), "tien-do")
    yield from _parts(results)


def _so_far(whole: Tally, results: PeriodResults) -> Sentence:
    """Return how much is done until the last day of data; what of it in the period, if it began later."""
    until = day(results.dates.data_to, "Ngày cuối của số liệu")
    head = phrase("Tính đến hết ngày ", until, ", ", agency(results), " ", completion(whole))
    told = phrase(head, " (kết quả từng nhiệm vụ tại Phụ lục I)")
    if is_cumulative(results.period) or not whole.done.value:
        return told
    new = tuple(task for task in whole.tasks if task.finished_in == results.period)
    number = Tally("trong kỳ", new, whole.until).done
    return phrase(told, "; riêng trong kỳ hoàn thành ", number, " nhiệm vụ")


def _against_before(whole: Tally, results: PeriodResults) -> Sentence:
    """Return how it was at the end of the period before; that it is not known, where there should be one."""
    expected = previous_of(results.period)
    if not expected:
        return ()
    if results.previous is None:
        return ended(phrase(" Chưa có số liệu ", period_figure(expected[0]), " để so sánh"))
    return ended(
        phrase(" ", compared(whole, tally(results.previous), period_figure(results.previous.period)))
    )


def _against_time(whole: Tally, results: PeriodResults) -> Sentence:
    """Return how far the tasks are behind the time that has passed; () once all of it has."""
    rate, gone = whole.done_share, results.elapsed
    if not rate or not gone or gone.value == _WHOLE:
        return ()
    return ended(phrase(" ", against_time(rate, gone)))


def _against_target(whole: Tally, results: PeriodResults) -> Sentence:
    """Return how far it is to what the plan itself wants; () where it names no share of tasks."""
    for words in map(unmarked, results.plan.texts()):
        if (found := _TARGET.search(words)) and whole.done_share:
            source = Source(counting.PLAN, "muc_tieu", said=found[0])
            target = Figure(
                f"{found['rate']}%", "Mục tiêu của Kế hoạch", int(found["rate"]), sources=(source,)
            )
            return ended(phrase(" ", against_target(whole.done_share, target)))
    return ()


def _parts(results: PeriodResults) -> Iterator[Line]:
    """Yield how far each part of the plan is, where it has several."""
    parts = tallies_by_part(results)
    titles = {part.mark: part.title for part in results.plan.marked_parts()}
    for mark, some in parts.items() if len(parts) > 1 else ():
        title = Quotation(titles[mark], Source(counting.PLAN, f"phần {mark}"))
        yield dash(ended(phrase(f"Phần {mark} (", title, "): ", completion(some))))
