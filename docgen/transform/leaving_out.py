"""A plan without one of its tasks: blocks that become empty go with it, decisions keep to their places."""

from collections.abc import Collection, Iterator, Mapping, Sequence

from docgen.errors import ConflictError
from docgen.model.address import Address, task_of
from docgen.model.appendix import Subtask
from docgen.model.decision import Decision, Settlement
from docgen.model.plan import Plan
from docgen.transform.outline import Block, Outline
from docgen.transform.rows import with_rows

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
    return without_rows(plan, gone)


def without_rows(plan: Plan, gone: Collection[str]) -> Plan:
    """Return `plan` without the rows with the ids `gone`, as `without_task` does; all of them may go."""
    moved = blocks_without(plan, gone)
    decisions = tuple(_beside(decision, gone, moved) for decision in plan.decisions)
    kept = with_rows(plan, lambda row: None if row.id in gone else row)
    return kept.model_copy(update={"decisions": decisions})


def blocks_without(plan: Plan, gone: Collection[str]) -> dict[Address, Address]:
    """Return the address of each block, and the one that it gets without the rows `gone`; "" if it goes."""
    return dict(_moved(Outline(plan.appendices).appendices, set(gone)))


def _with_subtasks(plan: Plan, task: str) -> Iterator[Subtask]:
    """Yield the row with that id, then its sub-tasks."""
    for row in plan.rows():
        if row.id == task:
            yield from (row, *getattr(row, "subtasks", ()))


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


def _beside(decision: Decision, gone: Collection[str], moved: Mapping[Address, Address]) -> Decision:
    """Return a decision as it is beside what went: settled with it, at its new address, or as it was."""
    steps = decision.place.split("/")
    starts = ("/".join(steps[:size]) for size in range(len(steps), 0, -1))
    start = next((start for start in starts if start in moved), "")
    if task_of(decision.place) in gone or (start and not moved[start]):
        return decision.model_copy(update={"settlement": decision.settlement or Settlement.LEFT_OUT})
    place = moved.get(start, "") + decision.place.removeprefix(start)
    return decision.model_copy(update={"place": place})
