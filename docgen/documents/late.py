"""Which units have not answered for a period, and for which tasks of the plan."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from docgen.model.appendix import Subtask
from docgen.model.obligation import Obligation
from docgen.model.results import PeriodResults, Punctuality, TaskResult


@dataclass(frozen=True)
class Unanswered:
    """A task that a unit leads and has not answered for."""

    task: Subtask
    obligation: Obligation


@dataclass(frozen=True)
class LateUnit:
    """A unit that has not answered for all it leads: it sent nothing, or left out some tasks.

    `name` is its full name, `owes` what it has not answered, in the order of the plan.
    """

    name: str
    has_sent: bool
    owes: tuple[Unanswered, ...]


def late_units(results: PeriodResults) -> tuple[LateUnit, ...]:
    """Return the units that still owe answers, in the order of the list of what was received.

    Only what the report lacks without it counts: the tasks that a unit leads.
    """
    tasks = {result.task.id: result for result in results.tasks}
    required = defaultdict[str, list[Obligation]](list)
    for obligation in results.obligations:
        if obligation.is_required:
            required[obligation.unit].append(obligation)
    late = []
    for received in results.received:
        has_sent = received.punctuality is not Punctuality.MISSING
        if owes := tuple(_unanswered(tasks, required[received.unit], has_sent=has_sent)):
            late.append(LateUnit(received.name, has_sent, owes))
    return tuple(late)


def _unanswered(
    tasks: Mapping[str, TaskResult], required: Sequence[Obligation], *, has_sent: bool
) -> Iterator[Unanswered]:
    for obligation in required:
        result = tasks[obligation.task]
        if not has_sent or not {obligation.unit, obligation.name}.isdisjoint(result.silent):
            yield Unanswered(result.task, obligation)
