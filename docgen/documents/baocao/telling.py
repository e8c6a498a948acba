"""How numbers of tasks are said: none, one, some, all; more, fewer, as many as before."""

from collections.abc import Iterator

from docgen.documents.baocao.counting import day, difference
from docgen.documents.baocao.sentences import joined, phrase
from docgen.model.figure import Figure, Sentence
from docgen.model.results import Standing
from docgen.model.tally import Tally

_TASKS = " nhiệm vụ"
_MANY = 10
"""From so many on all are "toàn bộ", below "cả"."""

_DONE = "hoàn thành"
_STATES: tuple[tuple[str, dict[Standing, str]], ...] = (
    (_DONE, {Standing.DONE_IN_TIME: "đúng hạn", Standing.DONE_LATE: "quá hạn"}),
    ("đang thực hiện", {Standing.ONGOING: "trong hạn", Standing.OVERDUE: "chậm tiến độ"}),
    ("chưa thực hiện", {Standing.NOT_STARTED: "quá hạn"}),
    ("chưa đến thời gian thực hiện", {Standing.NOT_DUE: ""}),
    ("không thực hiện, điều chỉnh", {Standing.DROPPED: ""}),
    ("chưa có số liệu thực hiện", {Standing.UNREPORTED: ""}),
)
"""What is said of tasks by their standing: first the kind, which adds up, then in brackets what of it."""


def completion(tally: Tally, *, every: bool = True) -> Sentence:
    """Return "đã hoàn thành 23/26 nhiệm vụ, đạt 88,46% kế hoạch"; there is at least one task.

    `every` says whether all are told as "toàn bộ".
    """
    if not tally.done.value and tally.total.value == 1:
        return phrase("chưa hoàn thành ", tally.total, _TASKS, " được giao")
    if not tally.done.value:
        return phrase("chưa có nhiệm vụ nào hoàn thành trong tổng số ", tally.total, _TASKS)
    whole = "toàn bộ " if every and len(tally.tasks) > 1 and tally.done.value == tally.total.value else ""
    return phrase("đã hoàn thành ", whole, rate_of(tally), " kế hoạch")


def rate_of(tally: Tally) -> Sentence:
    """Return "23/26 nhiệm vụ, đạt 88,46%"."""
    return phrase(tally.done, "/", tally.total, _TASKS, ", đạt ", tally.done_share or "")


def due(tally: Tally) -> Sentence:
    """Return how many of the tasks that are due by the end of the period are done."""
    last = day(tally.until, "Ngày cuối của kỳ")
    until = phrase("có thời hạn hoàn thành đến ngày ", last)
    if not tally.due.value:
        return phrase("Không có nhiệm vụ nào ", until)
    if tally.due.value == 1:
        done = ", đã hoàn thành" if tally.due_done.value else ", chưa hoàn thành"
        return phrase("Có ", tally.due, _TASKS, " phải hoàn thành đến ngày ", last, done)
    if not tally.due_done.value:
        return phrase("Trong ", tally.due, _TASKS, " ", until, ", chưa hoàn thành nhiệm vụ nào")
    if tally.due_done.value == tally.due.value:
        return phrase(_all(tally.due).capitalize(), tally.due, _TASKS, " ", until, " đều đã hoàn thành")
    part = phrase(tally.due_done, "/", tally.due, _TASKS, ", đạt ", tally.due_share or "")
    return phrase("Trong ", tally.due, _TASKS, " ", until, ", đã hoàn thành ", part)


def states(tally: Tally) -> Sentence:
    """Return how many tasks the plan has, and how many are in which state: they add up."""
    found = [(kind, details) for kind, details in _STATES if tally.of(*details).value]
    given = phrase("Kế hoạch giao ", tally.total, _TASKS)
    if len(found) > 1:
        told = [_state(tally, kind, details) for kind, details in found]
        return phrase(given, ", trong đó: ", joined(told))
    ((kind, details),) = found
    verb = f"đã {kind}" if kind == _DONE else kind
    every = phrase(_all(tally.total), tally.total, _TASKS, " ") if len(tally.tasks) > 1 else ()
    return phrase(given, ", ", every, verb, _details(tally, details))


def _state(tally: Tally, kind: str, details: dict[Standing, str]) -> Sentence:
    return phrase(kind, " ", tally.of(*details), _TASKS, _details(tally, details))


def _details(tally: Tally, details: dict[Standing, str]) -> Sentence:
    """Return in brackets how many were in time, and how many were not."""
    told = [(tally.of(standing), words) for standing, words in details.items() if words]
    there = [(number, words) for number, words in told if number.value]
    if len(there) > 1:
        return phrase(" (", joined([phrase(number, " ", words) for number, words in there], last=", "), ")")
    return tuple(f" (đều {words})" if number.value != 1 else f" ({words})" for number, words in there)


def labels(tally: Tally) -> Iterator[Sentence]:
    """Yield "hoàn thành đúng hạn 05" for every standing that a task has."""
    for standing in Standing:
        number = tally.of(standing)
        if number.value:
            yield phrase(standing.label[:1].lower(), standing.label[1:], " ", number)


def compared(now: Tally, before: Tally, when: Figure) -> Sentence:
    """Return how many more tasks are done than at the end of the period `when`."""
    rates = _compared_rates(now.done_share, before.done_share)
    if now.done.value == before.done.value:
        return phrase("Số nhiệm vụ hoàn thành không đổi so với ", when, " (", before.done, _TASKS, ")", rates)
    change = difference(now.done, before.done, "Chênh lệch số nhiệm vụ hoàn thành")
    counts = _changed(now.done, before.done, phrase(change, _TASKS), _TASKS)
    return phrase("So với ", when, ", số nhiệm vụ hoàn thành ", counts, rates)


def _compared_rates(now: Figure | None, before: Figure | None) -> Sentence:
    if not now or not before or now.text == before.text:
        return ()
    change = difference(now, before, "Chênh lệch tỷ lệ hoàn thành")
    return phrase(", tỷ lệ hoàn thành ", _changed(now, before, phrase(change, " điểm phần trăm")))


def _changed(now: Figure, before: Figure, change: Sentence, unit: str = "") -> Sentence:
    """Return "tăng 02 nhiệm vụ (từ 05 lên 07 nhiệm vụ)"."""
    verb, to = ("tăng ", " lên ") if (now.value or 0) > (before.value or 0) else ("giảm ", " xuống ")
    return phrase(verb, change, " (từ ", before, to, now, unit, ")")


def against_time(rate: Figure, elapsed: Figure) -> Sentence:
    """Return how much of the year has gone by, and how far the tasks are behind or ahead of it."""
    gone = phrase("So với tiến độ thời gian của năm (đã qua ", elapsed, "), tỷ lệ hoàn thành nhiệm vụ ")
    if rate.text == elapsed.text:
        return phrase(gone, "tương đương")
    less = "thấp hơn " if (rate.value or 0) < (elapsed.value or 0) else "cao hơn "
    apart = difference(rate, elapsed, "Chênh lệch giữa tỷ lệ hoàn thành và thời gian đã qua")
    return phrase(gone, less, apart, " điểm phần trăm")


def against_target(rate: Figure, target: Figure) -> Sentence:
    """Return how far the tasks are from what the plan wants of them."""
    goal = phrase("Mục tiêu cả năm của Kế hoạch là hoàn thành ", target, " nhiệm vụ")
    if (rate.value or 0) >= (target.value or 0):
        return phrase(goal, "; kết quả đến nay đã đạt mục tiêu")
    lacking = difference(target, rate, "Còn thiếu so với mục tiêu của Kế hoạch")
    return phrase(goal, "; kết quả đến nay còn cách mục tiêu ", lacking, " điểm phần trăm")


def _all(total: Figure) -> str:
    return "cả " if (total.value or 0) < _MANY else "toàn bộ "
