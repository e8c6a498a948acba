"""The rows of a plan changed or taken out, wherever they stand."""

from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

from docgen.model.appendix import Appendix, Group, Part, Subtask, Task
from docgen.model.plan import Plan

T = TypeVar("T")
Change = Callable[[Subtask], Subtask | None]


def with_rows(plan: Plan, change: Change) -> Plan:
    """Return `plan` with each row as `change` gives it; rows that it gives None for are taken out.

    Sub-tasks go with their task; groups, parts and appendices that become empty go too.
    """
    appendices = (_appendix(appendix, change) for appendix in plan.appendices)
    return plan.model_copy(update={"appendices": _there(appendices)})


def _appendix(appendix: Appendix, change: Change) -> Appendix | None:
    parts = _there(_part(part, change) for part in appendix.parts)
    return appendix.model_copy(update={"parts": parts}) if parts else None


def _part(part: Part, change: Change) -> Part | None:
    groups = _there(_group(group, change) for group in part.groups)
    return part.model_copy(update={"groups": groups}) if groups else None


def _group(group: Group, change: Change) -> Group | None:
    tasks = tuple(_tasks(group.tasks, change))
    return group.model_copy(update={"tasks": tasks}) if tasks else None


def _tasks(tasks: Iterable[Task], change: Change) -> Iterator[Task]:
    for task in tasks:
        changed = change(task)
        if isinstance(changed, Task):
            yield changed.model_copy(update={"subtasks": _there(map(change, task.subtasks))})


def _there(values: Iterable[T | None]) -> tuple[T, ...]:
    return tuple(value for value in values if value is not None)
