"""The appendices of one plan, laid out for a comparison: blocks and rows, with their places in words."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from docgen.model.appendix import Appendix, Group, Part, Subtask
from docgen.transform.numbered import numbered
from docgen.transform.said import inside


@dataclass(eq=False)
class Block:
    """An appendix, a part or a group: one of the model, its place, the blocks in it, the ids of its rows."""

    model: Appendix | Part | Group
    place: str
    blocks: list["Block"] = field(default_factory=list)
    ids: set[str] = field(default_factory=set)

    def all(self) -> Iterator["Block"]:
        """Yield it and every block in it, in the order of the page."""
        yield self
        for block in self.blocks:
            yield from block.all()


@dataclass(frozen=True)
class Row:
    """A task or sub-task: its place, its position in the plan, its home: a group, or the id of a task."""

    model: Subtask
    place: str
    home: Block | str
    position: int


class Outline:
    """The blocks of the appendices of a plan, and its rows by their ids, in the order of the page."""

    def __init__(self, appendices: Sequence[Appendix]) -> None:
        self.appendices: list[Block] = []
        self.rows: dict[str, Row] = {}
        for number, appendix in enumerate(appendices, 1):
            place = numbered("phu_luc", number) if len(appendices) > 1 else "phụ lục"
            self.appendices.append(self._appendix(appendix, inside("", place)))

    def _appendix(self, appendix: Appendix, place: str) -> Block:
        block = Block(appendix, place)
        for number, part in enumerate(appendix.parts, 1):
            block.blocks.append(self._part(part, _place(part, block, numbered("phan", number))))
            block.ids |= block.blocks[-1].ids
        return block

    def _part(self, part: Part, place: str) -> Block:
        block, task_number = Block(part, place), 1
        for number, group in enumerate(part.groups, 1):
            inner = Block(group, _place(group, block, numbered("nhom", number)))
            self._group(inner, group, task_number)
            task_number += len(group.tasks)
            block.blocks.append(inner)
            block.ids |= inner.ids
        return block

    def _group(self, block: Block, group: Group, first: int) -> None:
        for number, task in enumerate(group.tasks, first):
            self._row(task, f"{block.place}, nhiệm vụ {number}", block)
            for sub_number, subtask in enumerate(task.subtasks, 1):
                self._row(subtask, f"{block.place}, nhiệm vụ con {number}.{sub_number}", task.id)
        block.ids.update(row.id for row in group.rows())

    def _row(self, row: Subtask, place: str, home: Block | str) -> None:
        self.rows[row.id] = Row(row, place, home, len(self.rows))


def _place(block: Part | Group, around: Block, name: str) -> str:
    """Return the place of a block; one without a title is printed without a row and has no name."""
    return inside(around.place, name) if block.title else around.place
