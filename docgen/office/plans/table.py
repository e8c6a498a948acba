"""A plan as pages show it: its tasks as a table, and the texts of its body, each with its address."""

from collections.abc import Iterator
from dataclasses import dataclass

from docgen.model.address import TASK, Address, addressed, entries_around
from docgen.model.appendix import Subtask
from docgen.model.plan import Plan
from docgen.transform.outline import Block, Outline
from docgen.transform.places import places_of

_BLOCKS = ("phu_luc", "phan", "nhom")


@dataclass(frozen=True)
class TaskRow:
    """A row of the appendix as a table shows it.

    `number` is as printed ("3", "3.1"); `group` is the address of the group it is in, `parent` the id of the
    task that it is under, "" for a task. `appendix`, `part` and `heading` are the titles above it.
    """

    number: str
    row: Subtask
    appendix: str
    part: str
    heading: str
    group: Address
    parent: str


@dataclass(frozen=True)
class PlanText:
    """A text outside of the tasks: where it is, in words too.

    `entry` is the innermost entry of a list that it stands in, which can be taken out with all that is in it,
    or have another put behind it; "" of what has a place of its own.
    """

    address: Address
    place: str
    text: str
    entry: Address

    @property
    def is_entry(self) -> bool:
        """Say whether it is such an entry by itself."""
        return self.address == self.entry


def rows(plan: Plan) -> tuple[TaskRow, ...]:
    """Return the tasks and sub-tasks in the order of the page."""
    return tuple(_rows(plan))


def texts(plan: Plan) -> tuple[PlanText, ...]:
    """Return the texts outside of the tasks in the order of the page, with the titles of the appendix."""
    places = places_of(plan)
    return tuple(
        PlanText(address, places[address], text, _entry_around(address))
        for address, text in addressed(plan).items()
        if not address.startswith(f"{TASK}/")
    )


def _entry_around(address: Address) -> Address:
    if address.startswith(f"{_BLOCKS[0]}/"):
        return ""
    return next(entries_around(f"{address}/"), "")


def _rows(plan: Plan) -> Iterator[TaskRow]:
    for appendix, outer in enumerate(Outline(plan.appendices).appendices, 1):
        for part, middle in enumerate(outer.blocks, 1):
            number = 0
            for group, inner in enumerate(middle.blocks, 1):
                address = "/".join(
                    f"{key}/{at}" for key, at in zip(_BLOCKS, (appendix, part, group), strict=True)
                )
                yield from _of_group((outer, middle, inner), address, number)
                number += len(plan.appendices[appendix - 1].parts[part - 1].groups[group - 1].tasks)


def _of_group(around: tuple[Block, Block, Block], address: Address, before: int) -> Iterator[TaskRow]:
    appendix, part, group = (block.model.title for block in around)
    titles = {"appendix": appendix, "part": part, "heading": group, "group": address}
    for number, task in enumerate(getattr(around[-1].model, "tasks", ()), before + 1):
        yield TaskRow(f"{number}", task, parent="", **titles)
        for inner, subtask in enumerate(task.subtasks, 1):
            yield TaskRow(f"{number}.{inner}", subtask, parent=task.id, **titles)
