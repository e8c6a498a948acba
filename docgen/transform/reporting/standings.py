"""How a task stands on the last day of data, by what units told and the deadline of the plan."""

from datetime import date

from docgen.model.deadline import Deadline
from docgen.model.outcome import Outcome, Status
from docgen.model.results import Standing
from docgen.transform.merging import is_settled, least_far
from docgen.transform.reporting.course import Course, History, first_done, latest

_ORDER = tuple(Standing)


def standing_of(outcome: Outcome, deadline: Deadline, day: date, told_by: date) -> Standing:
    """Return how a task stands by the answer of one unit.

    A last day is in time until it has passed: what is due on 31 March is not overdue on 14 March, nor on the
    31st. What is done without a day was done by `told_by` at the latest: nobody is called in time whose last
    day was past then. What waits for an event that has not come is never overdue.

    Args:
        outcome: what the unit told.
        deadline: of the task, understood.
        day: the last day of data.
        told_by: the last day of data of the period that first told the task as done.

    """
    if outcome.is_done:
        return Standing.DONE_LATE if _is_late(outcome, deadline.latest, told_by) else Standing.DONE_IN_TIME
    if outcome.status is Status.DROPPED:
        return Standing.DROPPED
    if outcome.status is Status.LATE:
        return Standing.ONGOING if waits(deadline, day) else Standing.OVERDUE
    is_past = deadline.latest is not None and deadline.latest < day
    if outcome.status is Status.NOT_STARTED:
        return Standing.NOT_STARTED if is_past else Standing.NOT_DUE
    return Standing.OVERDUE if is_past else Standing.ONGOING


def waits(deadline: Deadline, day: date) -> bool:
    """Say whether all that is due waits for an event, or a superior's plan, that has not come by a day."""
    return bool(deadline.events) and (deadline.earliest is None or deadline.earliest > day)


def standing_in(course: Course, *, begun: bool) -> Standing:
    """Return how a task stands: as far as the least far of the units that lead it.

    A unit that leads and never told anything keeps the task from being done, but not from being called
    overdue, not started or under way when another tells so.

    Args:
        course: all that was told of the task.
        begun: whether anybody owes an answer on it yet, so that silence is a gap.

    """
    told = [history for history in course.leads if history]
    least = least_far(latest(history) for history in told)
    if least and (len(told) == len(course.leads) or not is_settled(least[0].outcome)):
        standings = (_of(history, course) for history in told if latest(history) in least)
        return max(standings, key=_ORDER.index)
    return Standing.UNREPORTED if begun else Standing.NOT_DUE


def _of(history: History, course: Course) -> Standing:
    """Return how a task stands by what one unit told."""
    done = first_done(history)
    told_by = course.data_to[done.period] if done else course.day
    return standing_of(latest(history).outcome, course.deadline, course.day, told_by)


def _is_late(outcome: Outcome, due: date | None, told_by: date) -> bool:
    if outcome.status is Status.LATE:
        return True
    return due is not None and (outcome.finished_on or told_by) > due
