"""What contradicts in the answers of a period: each other, earlier ones, the deadline.

What can be told of an answer alone is told where it is read (`docgen.transform.submissions`).
"""

from collections.abc import Iterable, Iterator, Sequence

from docgen.language.dates import short_date
from docgen.language.text import cut
from docgen.model.appendix import Subtask, Task
from docgen.model.finding import Finding, Severity
from docgen.model.obligation import Duty
from docgen.model.outcome import Status
from docgen.model.results import Answer, Standing, TaskResult
from docgen.transform.merging import farness, is_settled, least_far
from docgen.transform.places import QUOTED, quoted
from docgen.transform.reporting.course import Course, History, first_done, latest
from docgen.transform.reporting.standings import waits

_SETTLED = frozenset({Standing.DONE_IN_TIME, Standing.DONE_LATE, Standing.DROPPED})
_ONGOING = f"“{Status.ONGOING.label}”"


def contradictions(course: Course) -> Iterator[Finding]:
    """Yield what contradicts in what was told of one task in the period."""
    yield from _among_leads(course)
    yield from _beside_leads(course)
    for history in (*course.leads, *course.others):
        if _is_new(course, history):
            yield from _undone(course, history)
    for history in course.leads:
        if _is_new(course, history):
            yield from _lateness(course, history)


def undone_subtasks(results: Sequence[TaskResult]) -> Iterator[Finding]:
    """Yield the tasks that are told as done while one of their sub-tasks is not settled."""
    standings = {result.task.id: result.standing for result in results}
    for result in results:
        subtasks = result.task.subtasks if isinstance(result.task, Task) else ()
        undone = [row for row in subtasks if standings[row.id] not in _SETTLED]
        if result.standing.is_done and undone:
            named = "; ".join(
                f"“{cut(row.text, QUOTED)}”: {standings[row.id].label.lower()}" for row in undone
            )
            message = f"được báo hoàn thành mà nhiệm vụ con chưa xong ({named}); vẫn tính là hoàn thành."
            remedy = "Hãy hỏi lại đơn vị chủ trì."
            yield _of_row(result.task, "nhiem-vu-con-chua-xong", message, remedy, Severity.WARNING)


def _among_leads(course: Course) -> Iterator[Finding]:
    """Tell units that lead a task and are not equally far; it matters most when some of them are done."""
    leads = [latest(history) for history in course.leads if _is_new(course, history)]
    if len({farness(answer.outcome) for answer in leads}) > 1:
        done = {answer.outcome.is_done for answer in leads}
        severity = Severity.WARNING if len(done) > 1 else Severity.INFO
        message = f"các đơn vị chủ trì báo cáo khác nhau ({_listed(leads)}); lấy tình trạng chậm nhất."
        yield _of_row(course.row, "ket-qua-khac-nhau", message, "Hãy hỏi lại các đơn vị.", severity)


def _beside_leads(course: Course) -> Iterator[Finding]:
    """Tell units that coordinate and say otherwise than the leads; a share may well be done before all is."""
    leads = [latest(history) for history in course.leads if history]
    if not leads:
        return
    done = is_settled(least_far(leads)[0].outcome)
    others = [answer for answer in course.now if answer.duty is Duty.COORDINATE]
    if differing := [answer for answer in others if is_settled(answer.outcome) != done]:
        message = (
            f"đơn vị phối hợp báo cáo khác đơn vị chủ trì ({_listed((*leads, *differing))});"
            " lấy theo đơn vị chủ trì."
        )
        severity = Severity.WARNING if done else Severity.INFO
        yield _of_row(course.row, "phoi-hop-khac-chu-tri", message, "Hãy hỏi lại các đơn vị.", severity)


def _undone(course: Course, history: History) -> Iterator[Finding]:
    """Tell what a unit had told as done and tells no longer."""
    now, before = latest(history), [answer for answer in history if answer.period < course.period]
    if before and before[-1].outcome.is_done and not now.outcome.is_done:
        message = (
            f"{now.unit} báo hoàn thành ở kỳ {before[-1].period} mà kỳ này báo"
            f" {now.outcome.status.label.lower()}; lấy kỳ này."
        )
        yield _of_answer(course, now, "hoan-thanh-roi-lai-chua", message, "Hãy hỏi lại đơn vị.")


def _lateness(course: Course, history: History) -> Iterator[Finding]:
    """Tell what a unit says of the deadline, or does not say, that its days do not bear out."""
    answer, outcome, due = latest(history), latest(history).outcome, course.deadline.latest
    done = first_done(history)
    if outcome.status is Status.DONE and done and due and not outcome.finished_on:
        if course.data_to[done.period] > due:
            message = (
                f"{answer.unit} báo hoàn thành mà không ghi ngày; khi chốt số liệu đã quá hạn"
                f" {short_date(due)} nên tính là hoàn thành quá hạn."
            )
            yield _of_answer(course, answer, "thieu-ngay-hoan-thanh", message, "Hãy ghi ngày hoàn thành.")
    elif outcome.status is Status.LATE and outcome.finished_on and due and outcome.finished_on <= due:
        message = (
            f"{answer.unit} báo chậm tiến độ mà hoàn thành ngày {short_date(outcome.finished_on)}, còn trong"
            f" hạn {short_date(due)}; tính là hoàn thành quá hạn."
        )
        remedy = f"Hãy hỏi lại: đúng hạn thì ghi “{Status.DONE.label}”."
        yield _of_answer(course, answer, "cham-ma-trong-han", message, remedy)
    elif outcome.status is Status.LATE and not outcome.finished_on and not _is_any_past(course):
        counted = "vẫn tính là đang thực hiện trong hạn"
        if not waits(course.deadline, course.day):
            counted = "tính là đang thực hiện quá hạn"
        message = f"{answer.unit} báo chậm tiến độ khi chưa có thời hạn nào đã qua; {counted}."
        remedy = f"Hãy hỏi lại: còn trong hạn thì ghi {_ONGOING}."
        yield _of_answer(course, answer, "cham-ma-chua-den-han", message, remedy)


def _is_new(course: Course, history: History) -> bool:
    """Say whether a unit has answered in the period itself."""
    return bool(history) and history[-1].period == course.period


def _is_any_past(course: Course) -> bool:
    return any(phase.latest and phase.latest < course.day for phase in course.deadline.phases)


def _listed(answers: Iterable[Answer]) -> str:
    return "; ".join(f"{answer.unit}: {answer.outcome.status.label.lower()}" for answer in answers)


def _of_row(row: Subtask, code: str, message: str, remedy: str, severity: Severity) -> Finding:
    place = f"Nhiệm vụ {quoted(row)}"
    return Finding(code=code, severity=severity, place=place, message=message, remedy=remedy)


def _of_answer(course: Course, answer: Answer, code: str, message: str, remedy: str) -> Finding:
    return _of_row(course.row, code, message, remedy, Severity.WARNING).in_file(answer.file)
