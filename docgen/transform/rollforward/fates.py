"""What becomes of a task in the new year: by its nature and by how far it came; each with the reason."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from textwrap import shorten

from docgen.language.dates import short_date
from docgen.model.appendix import Subtask
from docgen.model.comparison import Fate
from docgen.model.deadline import Deadline
from docgen.model.outcome import Outcome, Status
from docgen.transform.rollforward.doubt import Concern, Doubt
from docgen.transform.rollforward.nature import Kind, Nature, nature_of

_LONGEST_RESULT = 300
"""Letters of what a unit says that are told again; the whole stands in its file."""


@dataclass(frozen=True)
class Verdict:
    """What becomes of a task, the reason as Vietnamese sentences, and what that leaves to a person."""

    fate: Fate
    reason: str
    doubts: tuple[Doubt, ...] = ()


def verdict(
    row: Subtask, deadline: Deadline, outcome: Outcome | None, new_year: int, *, old_year: int | None = None
) -> Verdict:
    """Return what becomes of a task of the plan of an earlier year.

    Args:
        row: the task or sub-task as it stood in that plan.
        deadline: its deadline as that plan meant it.
        outcome: how far it came; None when nobody told.
        new_year: the year of the draft.
        old_year: the year of that plan; the one before `new_year` unless it is told.

    """
    old_year = old_year or new_year - 1
    case = _Case(row, deadline, outcome, nature_of(row, deadline, old_year), old_year, new_year)
    return _RULES[case.nature.kind](case)


def settled_family(parent: Verdict, children: Sequence[Verdict], *, is_told: bool = False) -> Verdict:
    """Return the verdict of a task beside those of its sub-tasks: it goes only when they all go.

    While a sub-task stays for sure, the task stays as well, and nobody is asked about it but where its own
    outcome `is_told`. That it may be left out is proposed only where the same is of every sub-task.
    """
    there = [child for child in children if child.fate is not Fate.LEFT_OUT]
    kept = f"{parent.reason} Giữ lại vì còn {len(there):02} nhiệm vụ con trong dự thảo."
    if not there:
        return parent
    if parent.fate is Fate.LEFT_OUT:
        return Verdict(Fate.KEPT, kept)
    if parent.fate is Fate.ASKED and not is_told and any(child.fate is not Fate.ASKED for child in there):
        return Verdict(Fate.KEPT, kept)
    if all(any(doubt.leaves_out for doubt in child.doubts) for child in there):
        return parent
    doubts = tuple(_kept_for_children(doubt) if doubt.leaves_out else doubt for doubt in parent.doubts)
    return replace(parent, doubts=doubts)


def _kept_for_children(doubt: Doubt) -> Doubt:
    proposal = "Giữ nhiệm vụ, vì còn nhiệm vụ con trong dự thảo."
    return replace(doubt, proposal=proposal, leaves_out=False)


@dataclass(frozen=True)
class _Case:
    """A task to be judged."""

    row: Subtask
    deadline: Deadline
    outcome: Outcome | None
    nature: Nature
    old_year: int
    new_year: int

    @property
    def is_done(self) -> bool:
        return self.outcome is not None and self.outcome.is_done

    @property
    def is_dropped(self) -> bool:
        return self.outcome is not None and self.outcome.status is Status.DROPPED

    @property
    def when(self) -> str:
        """The phrase of the deadline on one line."""
        return "; ".join(line.strip(" ;") for line in str(self.deadline).splitlines())

    @property
    def because(self) -> str:
        """What shows the nature of the task, as a sentence."""
        return _sentence(self.nature.because)

    @property
    def ended(self) -> int | None:
        """The year in which all was due, when that is before the new one."""
        latest = self.deadline.latest
        return latest.year if latest and latest.year < self.new_year else None

    @property
    def goes_on(self) -> str:
        """That the time of the plan reached into the new year, as a sentence; empty when it did not."""
        latest = self.deadline.latest
        if latest is None or latest.year < self.new_year:
            return ""
        return f" Thời gian cũ “{self.when}” đã tính đến năm {latest.year}; dự thảo đã lùi thời gian này."

    @property
    def told(self) -> str:
        """How far the task came, as a sentence."""
        if self.outcome is None:
            return f"Chưa có kết quả thực hiện năm {self.old_year}."
        return _sentence(f"Năm {self.old_year}: {_said(self.outcome)}")

    @property
    def event_known(self) -> str:
        """What the plan recorded of the event, as a sentence; empty when nothing."""
        event = self.row.event
        if event is None:
            return ""
        document = f" ({event.document})" if event.document else ""
        return f" Kế hoạch năm {self.old_year} đã ghi nhận sự kiện ngày {short_date(event.day)}{document}."


_TOLD: Mapping[Status, str] = {
    Status.NOT_STARTED: "chưa thực hiện",
    Status.ONGOING: "đang thực hiện, chưa hoàn thành",
    Status.DONE: "đã hoàn thành",
    Status.LATE: "chậm tiến độ",
    Status.DROPPED: "không thực hiện",
}


def _said(outcome: Outcome) -> str:
    """Return how far a task came, with the day and what the unit says, on one line."""
    day = f" ngày {short_date(outcome.finished_on)}" if outcome.is_done and outcome.finished_on else ""
    late = ", đã hoàn thành" if day and outcome.status is Status.LATE else ""
    result = (
        f" ({shorten(outcome.result, _LONGEST_RESULT, placeholder=' …').rstrip('.;')})"
        if outcome.result
        else ""
    )
    return f"{_TOLD[outcome.status]}{late}{day}{result}"


def _recurring(case: _Case) -> Verdict:
    """Keep what is done every year; ask where it was dropped, or waits for an event again."""
    doubts: tuple[Doubt, ...] = ()
    if case.is_dropped:
        doubts = (_dropped(case, leaves_out=False),)
    elif case.nature.awaited:
        doubts = (_waits_again(case),)
    reason = f"{case.because} {case.told}" if case.outcome else case.because
    return Verdict(Fate.KEPT, reason, doubts)


def _one_off(case: _Case) -> Verdict:
    """Leave out what was done once and for all, and go on with what was not."""
    if case.is_done:
        return Verdict(Fate.LEFT_OUT, f"{case.told} {case.because}")
    if case.is_dropped:
        return _asked(case, _dropped(case, leaves_out=True))
    return _carried(case) or _asked(case, _is_it_done(case))


def _unknown(case: _Case) -> Verdict:
    """Ask about what may be done every year or once, unless it goes on."""
    if case.is_done:
        return _asked(case, _is_it_again(case))
    if case.is_dropped:
        return _asked(case, _dropped(case, leaves_out=True))
    return _carried(case) or _asked(case, _did_it_come(case) if case.nature.events else _is_it_kept(case))


_RULES: Mapping[Kind, Callable[[_Case], Verdict]] = {
    Kind.RECURRING: _recurring,
    Kind.ONE_OFF: _one_off,
    Kind.EVENT_BOUND: _unknown,
    Kind.UNCLEAR: _unknown,
}


def _carried(case: _Case) -> Verdict | None:
    """Carry over what is not finished; its new deadline must be confirmed."""
    if case.outcome is None or case.is_done or case.is_dropped:
        return None
    doubt = Doubt(
        Concern.DEADLINE,
        f"Nhiệm vụ chuyển tiếp từ năm {case.old_year}: hoàn thành vào thời gian nào của năm {case.new_year}?",
        "Xác nhận thời gian ghi trong dự thảo, hoặc ghi thời gian khác.",
        f"{case.told} Thời gian cũ: “{case.when}”.",
    )
    return Verdict(Fate.CARRIED, f"{case.told} Chuyển sang năm {case.new_year} để làm tiếp.", (doubt,))


def _asked(case: _Case, doubt: Doubt) -> Verdict:
    return Verdict(Fate.ASKED, f"{case.because} {case.told}", (doubt,))


def _is_it_done(case: _Case) -> Doubt:
    """Ask about a one-off task of which nothing was told: it goes only if its time is over."""
    if case.nature.events:
        return _did_it_come(case)
    question = f"Nhiệm vụ đã hoàn thành trong năm {case.old_year} chưa?"
    if case.ended:
        proposal = (
            f"Bỏ khỏi kế hoạch năm {case.new_year}; nếu chưa hoàn thành thì giữ lại và ghi thời gian mới."
        )
        reason = f"{case.because} Thời gian “{case.when}” nằm trong năm {case.ended}. {case.told}"
        return Doubt(Concern.TASK, question, proposal, reason, leaves_out=True)
    reason = f"{case.because}{case.goes_on} {case.told}"
    proposal = "Giữ nhiệm vụ; nếu đã hoàn thành thì bỏ."
    if case.goes_on:
        proposal = f"Giữ nhiệm vụ và ghi lại thời gian “{case.when}” nếu không lùi; nếu đã hoàn thành thì bỏ."
    return Doubt(Concern.TASK, question, proposal, reason)


def _did_it_come(case: _Case) -> Doubt:
    """Ask about a task that waits for an event of which nothing was told."""
    question = (
        f"Điều phải chờ (“{case.when}”) đã có chưa, nhiệm vụ đã làm xong trong năm {case.old_year} chưa?"
    )
    proposal = f"Giữ nhiệm vụ; nếu đã làm xong trong năm {case.old_year} thì bỏ."
    return Doubt(Concern.TASK, question, proposal, f"{case.because} {case.told}{case.event_known}")


def _is_it_kept(case: _Case) -> Doubt:
    question = f"Năm {case.new_year} còn làm nhiệm vụ này không?"
    proposal = f"Giữ nhiệm vụ; nếu đã làm xong trong năm {case.old_year} thì bỏ."
    return Doubt(Concern.TASK, question, proposal, f"{case.because} {case.told}")


def _is_it_again(case: _Case) -> Doubt:
    question = f"Nhiệm vụ đã hoàn thành năm {case.old_year}; năm {case.new_year} có làm lại không?"
    proposal = f"Bỏ khỏi kế hoạch năm {case.new_year}; nếu năm nào cũng làm thì giữ lại."
    return Doubt(Concern.TASK, question, proposal, f"{case.told} {case.because}", leaves_out=True)


def _dropped(case: _Case, *, leaves_out: bool) -> Doubt:
    question = f"Năm {case.old_year} nhiệm vụ không thực hiện; năm {case.new_year} có đưa vào kế hoạch không?"
    proposal = (
        "Bỏ nhiệm vụ; nếu vẫn phải làm thì giữ lại."
        if leaves_out
        else "Giữ nhiệm vụ; nếu không còn phải làm thì bỏ."
    )
    return Doubt(Concern.TASK, question, proposal, f"{case.told} {case.because}", leaves_out=leaves_out)


def _waits_again(case: _Case) -> Doubt:
    question = f"Kế hoạch năm {case.new_year} có còn ghi thời gian theo sự kiện này không?"
    proposal = "Giữ như trong dự thảo; nếu đã có mốc cụ thể thì ghi mốc đó."
    unknown = f"Chưa rõ sự kiện này đã diễn ra trong năm {case.old_year} hay chưa."
    known = case.told if case.outcome else unknown
    return Doubt(Concern.DEADLINE, question, proposal, case.event_known.strip() or known)


def _sentence(clause: str) -> str:
    """Return a clause as a sentence of its own."""
    return f"{clause[:1].upper()}{clause[1:]}{'' if clause.endswith('.') else '.'}"
