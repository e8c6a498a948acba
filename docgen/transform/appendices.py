"""What differs between the appendices of two plans: blocks by their titles, rows by their ids."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence

from docgen.model.appendix import Appendix, Group, Part, Task
from docgen.transform.matching import Matching
from docgen.transform.outline import Block, Outline, Row
from docgen.transform.pairing import rising
from docgen.transform.plan_change import ChangeKind, PlanChange
from docgen.transform.said import inside, reworded_fields

_HEADINGS = ("number", "text", "product", "lead", "coordinating", "deadline", "budget", "note")
_CELLS = ("text", "product", "lead", "coordinating", "deadline", "budget", "note")
_KEYS = {Appendix: "phu_luc", Part: "phan", Group: "nhom"}


def appendix_changes(old: Sequence[Appendix], new: Sequence[Appendix]) -> Iterator[PlanChange]:
    """Yield what differs between the appendices of two plans: by the new ones, then what was deleted."""
    if old != new:
        yield from _Comparison(Outline(old), Outline(new)).changes()


class _Comparison:
    """Two outlines, and what of one is what of the other."""

    def __init__(self, old: Outline, new: Outline) -> None:
        self._old, self._new = old, new
        self._matching = Matching(old.appendices, new.appendices)
        self._standing = self._standing_rows()

    def changes(self) -> Iterator[PlanChange]:
        for block in self._new.appendices:
            yield from self._of_block(block, alone=True)
        kept = set(self._matching.old_of.values())
        for block in _outermost(self._old.appendices, kept):
            yield _of_whole(ChangeKind.DELETED, block.place, block, before=_titles(block, kept))
        for task, row in self._old.rows.items():
            if task not in self._new.rows:
                yield _of_whole(ChangeKind.DELETED, row.place, row, before=row.model.text)

    def _of_block(self, block: Block, *, alone: bool) -> Iterator[PlanChange]:
        """Yield what is new in a block; one that is new itself is told where it stands `alone`."""
        old = self._matching.old_of.get(block)
        if old:
            yield from self._of_pair(old, block)
        elif alone:
            words = _titles(block, self._matching.old_of)
            yield _of_whole(ChangeKind.ADDED, block.place, block, after=words)
        for inner in block.blocks:
            yield from self._of_block(inner, alone=old is not None)
        if isinstance(block.model, Group):
            for row in block.model.rows():
                yield from self._of_row(self._new.rows[row.id])

    def _of_pair(self, old: Block, new: Block) -> Iterator[PlanChange]:
        if new in self._matching.moved:
            words = {"before": old.model.title, "after": new.model.title, "origin": old.place}
            yield _of_whole(ChangeKind.MOVED, new.place, new, **words)
        yield from reworded_fields(old.model, new.model, ("title",), new.place)
        if isinstance(old.model, Appendix) and isinstance(new.model, Appendix):
            yield from reworded_fields(old.model, new.model, ("orientation",), new.place)
            where = inside(new.place, "tiêu đề cột")
            yield from reworded_fields(old.model.headings, new.model.headings, _HEADINGS, where)

    def _of_row(self, new: Row) -> Iterator[PlanChange]:
        old = self._old.rows.get(new.model.id)
        if old is None:
            yield _of_whole(ChangeKind.ADDED, new.place, new, after=new.model.text)
            return
        if new.model.id not in self._standing:
            words = {"before": old.model.text, "after": new.model.text, "origin": old.place}
            yield _of_whole(ChangeKind.MOVED, new.place, new, **words)
        yield from reworded_fields(old.model, new.model, _CELLS, new.place, new.model.id)

    def _standing_rows(self) -> set[str]:
        """Return the ids of the rows that are where they were: the same home, behind the same neighbours."""
        homes: dict[Block | str, dict[int, str]] = defaultdict(dict)
        for task, row in self._new.rows.items():
            before = self._old.rows.get(task)
            if before and self._matching.is_same(row.home, before.home):
                homes[row.home][before.position] = task
        return {tasks[position] for tasks in homes.values() for position in rising(tuple(tasks))}


def _of_whole(kind: ChangeKind, place: str, what: Block | Row, **words: str) -> PlanChange:
    """Return a change of a whole block or row."""
    if isinstance(what, Block):
        return PlanChange(kind, place, field=_KEYS[type(what.model)], **words)
    field = "nhiem_vu" if isinstance(what.model, Task) else "nhiem_vu_con"
    return PlanChange(kind, place, field=field, task=what.model.id, **words)


def _outermost(blocks: Sequence[Block], known: Collection[Block]) -> Iterator[Block]:
    """Yield the blocks that are not `known` and stand in one that is, or in none."""
    for block in blocks:
        if block not in known:
            yield block
        yield from (inner for inner in _outermost(block.blocks, known) if block in known)


def _titles(block: Block, known: Collection[Block]) -> str:
    """Return the titles of a block and of the blocks in it that are not `known` either, one a line."""
    return "\n".join(inner.model.title for inner in block.all() if inner not in known and inner.model.title)
