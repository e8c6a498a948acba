"""A plan without one of its tasks: blocks that become empty go with it, decisions keep to their places."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from docgen.errors import ConflictError
from docgen.model.address import Address, task_of
from docgen.model.decision import Decision, Settlement
from docgen.model.plan import Plan
from docgen.transform.outline import Block, Outline

_Data = Mapping[str, Any]
_LISTS = ("phan", "nhom", "nhiem_vu")
_BLOCKS = ("phu_luc", "phan", "nhom")


def without_task(plan: Plan, task: str) -> Plan:
    """Return `plan` without the task or sub-task with the id `task`, and without blocks empty then.

    Open decisions about what went are settled with it; those about blocks that got another number follow.

    Raises:
        ConflictError: it is the last task of the plan.

    """
    gone = {row.id for row in _with_subtasks(plan, task)}
    if all(row.id in gone for row in plan.rows()):
        raise ConflictError(
            f"Nhiệm vụ “{task}” là nhiệm vụ cuối cùng của kế hoạch nên không bỏ được.",
            "Hãy thêm nhiệm vụ khác trước, hoặc xóa hẳn phụ lục trong tệp.",
        )
    data = plan.model_dump(mode="json", by_alias=True, exclude_defaults=True)
    data["phu_luc"] = _kept(data["phu_luc"], task, _LISTS)
    moved = dict(_moved(Outline(plan.appendices).appendices, gone))
    decisions = tuple(_beside(decision, gone, moved) for decision in plan.decisions)
    return Plan.model_validate(data).model_copy(update={"decisions": decisions})


def _with_subtasks(plan: Plan, task: str) -> Iterator[Any]:
    """Yield the row with that id, then its sub-tasks."""
    for row in plan.rows():
        if row.id == task:
            yield from (row, *getattr(row, "subtasks", ()))


def _kept(entries: Sequence[_Data], task: str, lists: Sequence[str]) -> list[_Data]:
    """Return blocks that hold `lists`, one in the other, without the task and without those empty then."""
    if not lists:
        return [_without_subtask(entry, task) for entry in entries if entry["id"] != task]
    key, *below = lists
    kept = ({**entry, key: _kept(entry[key], task, below)} for entry in entries)
    return [entry for entry in kept if entry[key]]


def _without_subtask(task: _Data, subtask: str) -> _Data:
    return {**task, "nhiem_vu_con": [row for row in task.get("nhiem_vu_con", ()) if row["id"] != subtask]}


def _moved(
    blocks: Sequence[Block], gone: set[str], old: str = "", new: str = "", lists: Sequence[str] = _BLOCKS
) -> Iterator[tuple[Address, Address]]:
    """Yield the address of each block and the one that it gets; "" for one that goes."""
    number = 0
    for position, block in enumerate(blocks, 1):
        stays = not block.ids <= gone
        number += stays
        here, there = f"{old}{lists[0]}/{position}", f"{new}{lists[0]}/{number}" if stays else ""
        yield here, there
        yield from _moved(block.blocks, gone, f"{here}/", f"{there}/", lists[1:])


def _beside(decision: Decision, gone: set[str], moved: Mapping[Address, Address]) -> Decision:
    """Return a decision as it is beside what went: settled with it, at its new address, or as it was."""
    steps = decision.place.split("/")
    starts = ("/".join(steps[:size]) for size in range(len(steps), 0, -1))
    start = next((start for start in starts if start in moved), "")
    if task_of(decision.place) in gone or (start and not moved[start]):
        return decision.model_copy(update={"settlement": decision.settlement or Settlement.LEFT_OUT})
    place = moved.get(start, "") + decision.place.removeprefix(start)
    return decision.model_copy(update={"place": place})
