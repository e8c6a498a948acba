"""The draft of a year beside the plan before it: old | new | why."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TypeVar

from docgen.model.address import Address, addressed, task_address, task_of
from docgen.model.appendix import Subtask, Task
from docgen.model.comparison import ComparedRow, Comparison, Fate, TaskFate
from docgen.model.decision import Decision
from docgen.model.organisation import FormerAgency, Organisation
from docgen.model.plan import Plan
from docgen.model.text import unmarked
from docgen.transform.leaving_out import blocks_without
from docgen.transform.places import places_of
from docgen.transform.rollforward.doubt import Rewritten
from docgen.transform.rollforward.fates import Verdict
from docgen.transform.said import reworded_fields, said

T = TypeVar("T")

_CELLS = ("text", "product", "lead", "coordinating", "deadline", "budget", "note")
_HEAD = ("superior", "name", "place")

HEAD = "Phần đầu văn bản"
"""What the head is called, where the agency is named."""
_EMPTY = "Mục này không còn nhiệm vụ nào"
"""Why a heading of the appendix goes: nothing else outside of the tasks does."""


def compared(
    old: Plan,
    new: Plan,
    texts: Mapping[Address, Rewritten],
    fates: Mapping[str, Verdict],
    organisation: Organisation,
) -> Comparison:
    """Return `old` beside its draft `new`: what changed or is asked about, and what became of every task.

    `texts` has why each text of the draft is as it is, `fates` what became of each row of `old`.
    """
    return _Comparing(old, new, texts, fates).comparison(_head(old, new, organisation))


class _Comparing:
    """Two plans, and why they differ."""

    def __init__(
        self, old: Plan, new: Plan, texts: Mapping[Address, Rewritten], fates: Mapping[str, Verdict]
    ) -> None:
        self._old, self._new = old, new
        self._texts, self._verdicts = texts, fates
        self._before, self._after = addressed(old), addressed(new)
        self._rows = {row.id: row for row in new.rows()}
        self._there, self._here = places_of(old), places_of(new)
        gone = {row.id for row in old.rows()} - set(self._rows)
        self._moved = blocks_without(old, gone)
        self._cells = _by_row((address, address) for address in self._before)
        self._asked = _by_row((decision.place, decision) for decision in new.decisions)

    def comparison(self, head: Sequence[ComparedRow]) -> Comparison:
        return Comparison(
            old_year=self._old.year,
            new_year=self._new.year,
            rows=(*head, *self._compared()),
            fates=tuple(map(self._fate, self._old.rows())),
        )

    def _compared(self) -> Iterator[ComparedRow]:
        """Yield what differs or is asked about in the order of the page, each task once."""
        added = [address for address in self._texts if address not in self._before]
        rows = {row.id: row for row in self._old.rows()}
        for address in (*self._before, *added):
            task = task_of(address)
            row = rows.pop(task, None)
            compared = self._task(row) if row else None if task else self._text(address)
            if compared:
                yield compared

    def _text(self, address: Address) -> ComparedRow | None:
        """Return a text outside of the tasks; None where it stays and nothing is asked."""
        block, _, key = address.rpartition("/")
        here = f"{self._moved[block]}/{key}" if block in self._moved else address
        before, after = self._before.get(address, ""), self._after.get(here, "")
        asked = self._asked[_row_or_text(here)]
        if before == after and not asked:
            return None
        return ComparedRow(
            place=self._here.get(here) or self._there[address],
            before=unmarked(before),
            after=unmarked(after),
            reason=told_reason(self._why(address) if after else (_EMPTY,), asked),
            decisions=tuple(decision.id for decision in asked),
        )

    def _task(self, row: Subtask) -> ComparedRow | None:
        """Return a row of the appendix with the cells that differ; None where it stays as it was.

        One that went has the number of the old plan, which may be that of another row by now.
        """
        verdict, new = self._verdicts[row.id], self._rows.get(row.id)
        place = task_address(row.id)
        asked = self._asked[place]
        fate = self._fate(row)
        if fate.fate is Fate.KEPT and not asked:
            return None
        addresses = self._cells[place] if new else []
        why = tuple(dict.fromkeys(reason for address in addresses for reason in self._why(address)))
        before, after = changed_cells(row, new)
        return ComparedRow(
            place=self._here.get(place) or f"{self._there[place]} (cũ)",
            before=before,
            after=after,
            reason=told_reason((verdict.reason, *why), asked),
            decisions=tuple(decision.id for decision in asked),
            is_task=True,
        )

    def _fate(self, row: Subtask) -> TaskFate:
        verdict, new = self._verdicts[row.id], self._rows.get(row.id)
        changed = verdict.fate is Fate.KEPT and new is not None and is_changed(row, new)
        return TaskFate(
            id=row.id,
            text=row.text,
            fate=Fate.CHANGED if changed else verdict.fate,
            reason=verdict.reason,
            counted=isinstance(row, Task),
        )

    def _why(self, address: Address) -> tuple[str, ...]:
        found = self._texts.get(address)
        return found.reasons if found else ()


def _by_row(placed: Iterable[tuple[Address, T]]) -> defaultdict[Address, list[T]]:
    """Return values by the row, or by the text outside of the tasks, that their addresses are in."""
    found: defaultdict[Address, list[T]] = defaultdict(list)
    for address, value in placed:
        found[_row_or_text(address)].append(value)
    return found


def _row_or_text(address: Address) -> Address:
    """Return the address of the row that `address` is in; itself outside of the tasks."""
    task = task_of(address)
    return task_address(task) if task else address


def is_changed(old: Subtask, new: Subtask) -> bool:
    """Say whether a cell of a row differs."""
    return any(getattr(old, name) != getattr(new, name) for name in _CELLS)


def changed_cells(old: Subtask, new: Subtask | None) -> tuple[str, str]:
    """Return the words of a task before and after, and those of its other cells that differ."""
    if new is None:
        return old.text, ""
    changes = [change for change in reworded_fields(old, new, _CELLS) if change.field != "noi_dung"]
    titles = {field.alias: field.title for field in Subtask.model_fields.values()}
    before = (f"{titles[change.field]}: {change.before}" for change in changes)
    after = (f"{titles[change.field]}: {change.after}" for change in changes)
    return "\n".join((old.text, *before)), "\n".join((new.text, *after))


def told_reason(why: Sequence[str], asked: Sequence[Decision]) -> str:
    """Return why, one reason a line, then what is asked."""
    lines = [reason if reason.endswith((".", "?")) else f"{reason}." for reason in why]
    lines += [f"{decision.id}: {decision.question}" for decision in asked]
    return "\n".join(lines) or "Cho khớp với các chỗ khác."


def _head(old: Plan, new: Plan, organisation: Organisation) -> tuple[ComparedRow, ...]:
    """Return the head of the document, where the agency is named otherwise on the new plan's day."""
    then, now = organisation.on(old.day), organisation.on(new.day)
    fields = [name for name in _HEAD if getattr(then, name) != getattr(now, name)]
    if not fields:
        return ()
    past = [former for former in organisation.former if old.day <= former.valid_to < new.day]
    return (
        ComparedRow(
            place=HEAD,
            before="\n".join(said(getattr(then, name)) for name in fields),
            after="\n".join(said(getattr(now, name)) for name in fields),
            reason=f"{'; '.join(_bases(past)) or 'Tên gọi tại ngày ban hành dự thảo'}.",
        ),
    )


def _bases(past: Sequence[FormerAgency]) -> Iterator[str]:
    return (f"Theo {former.basis}" for former in past if former.basis)
