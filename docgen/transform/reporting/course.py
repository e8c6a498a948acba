"""The course of a task: what every unit told of it, period by period."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from itertools import takewhile

from docgen.model.appendix import Subtask
from docgen.model.deadline import Deadline
from docgen.model.period import ReportingPeriod
from docgen.model.results import Answer
from docgen.transform.merging import is_settled, least_far

History = tuple[Answer, ...]
"""What one unit told of a task, oldest first; nothing when it never told anything."""


@dataclass(frozen=True)
class Course:
    """What was told of a row of the plan until the end of a period.

    `leads` are the histories of the units that lead it now, `others` those of all others that told of it;
    `data_to` gives the last day of data of every period of them.
    """

    row: Subtask
    deadline: Deadline
    period: ReportingPeriod
    leads: tuple[History, ...]
    others: tuple[History, ...]
    data_to: Mapping[ReportingPeriod, date]

    @property
    def day(self) -> date:
        """The last day of data of the period."""
        return self.data_to[self.period]

    @property
    def answers(self) -> tuple[Answer, ...]:
        """The latest answers of every unit, leads first."""
        return tuple(answer for history in (*self.leads, *self.others) for answer in _last_told(history))

    @property
    def now(self) -> tuple[Answer, ...]:
        """The answers of the period itself."""
        return tuple(answer for answer in self.answers if answer.period == self.period)

    @property
    def was_settled(self) -> bool:
        """Say whether every unit that leads it had told before the period that nothing is left to do."""
        return bool(self.leads) and all(was_settled(history, self.period) for history in self.leads)


def _last_told(history: History) -> History:
    """Return the answers for the last period: more than one where units have become one since."""
    return tuple(answer for answer in history if answer.period == history[-1].period)


def latest(history: History) -> Answer:
    """Return the answer for the last period; of units that have become one, one that is least far."""
    return least_far(_last_told(history))[0]


def first_done(history: History) -> Answer | None:
    """Return the answer that first told as done what is done still; None when it is not."""
    done = list(takewhile(lambda answer: answer.outcome.is_done, reversed(history)))
    return done[-1] if done else None


def was_settled(history: History, period: ReportingPeriod) -> bool:
    """Say whether the last answer before a period says that nothing is left to do."""
    before = tuple(answer for answer in history if answer.period < period)
    return bool(before) and is_settled(latest(before).outcome)


def finished(course: Course) -> tuple[date | None, ReportingPeriod | None]:
    """Return the last day that the leads of a task that is done name, and the first period that told it."""
    days = [latest(history).outcome.finished_on for history in course.leads if history]
    told = [done.period for history in course.leads if (done := first_done(history))]
    return max(filter(None, days), default=None), max(told, default=None)
