"""The draft of a year, worked on since it was drafted, beside the plan before it: old | new | why."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from docgen.model.address import Address, addressed, task_address, task_of
from docgen.model.appendix import Subtask
from docgen.model.comparison import ComparedRow, Comparison, Fate, TaskFate
from docgen.model.decision import Decision
from docgen.model.plan import Plan
from docgen.model.text import unmarked
from docgen.transform.comparison import compare
from docgen.transform.places import places_of
from docgen.transform.plan_change import ChangeKind, PlanChange
from docgen.transform.rollforward.compared import HEAD, changed_cells, is_changed, told_reason
from docgen.transform.rollforward.rolling import RolledForward

_BY_HAND = "Sửa khi soạn dự thảo"
_ADDED = "Bổ sung khi soạn dự thảo"
_TAKEN_OUT = "Bỏ khi soạn dự thảo"
_BACK = "Giữ lại khi soạn dự thảo"
_WITHOUT_WORDS = frozenset({"nam", "so", "ngay_ban_hanh", "nam_ban_hanh", "van_ban_dien_tu"})
"""Keys of the head that differ every year."""


def compared_now(old: Plan, draft: Plan, rolled: RolledForward) -> Comparison:
    """Return `old` beside `draft` as it is now, in the order of the page.

    `rolled` is what was drafted from `old` at first: its reasons hold where nothing was changed since.
    """
    return rolled.comparison if draft == rolled.plan else _Comparing(old, draft, rolled).comparison()


@dataclass(frozen=True)
class _Comparing:
    old: Plan
    draft: Plan
    rolled: RolledForward
    _asked: defaultdict[Address, list[Decision]] = field(default_factory=lambda: defaultdict(list))

    def comparison(self) -> Comparison:
        for decision in self.draft.open_decisions():
            task = task_of(decision.place)
            self._asked[task_address(task) if task else decision.place].append(decision)
        fates = {row.id: self._fate(row) for row in self.old.rows()}
        rows = (*self._head(), *self._texts(), *self._tasks(fates))
        before = self.rolled.comparison
        return Comparison(
            old_year=before.old_year, new_year=before.new_year, rows=rows, fates=tuple(fates.values())
        )

    def _head(self) -> Iterator[ComparedRow]:
        return (row for row in self.rolled.comparison.rows if row.place == HEAD)

    def _texts(self) -> Iterator[ComparedRow]:
        """Yield what differs outside of the tasks, then what is asked about there and does not differ."""
        told = set()
        for change in filter(_is_text, self._changes):
            address = self._address(change)
            told.add(address)
            yield self._text(change, self._here.get(address, ""), self._asked[address])
        left = ((address, asked) for address, asked in self._asked.items() if asked and not task_of(address))
        for address, asked in left:
            if address not in told and (drafted := self._drafted_about(asked)):
                yield drafted.model_copy(update={"decisions": tuple(one.id for one in asked)})

    def _text(self, change: PlanChange, place: str, asked: list[Decision]) -> ComparedRow:
        drafted = self._by_words.get((unmarked(change.before), unmarked(change.after)))
        gone = change.kind is ChangeKind.DELETED
        by_hand = _TAKEN_OUT if gone else _BY_HAND if change.before else _ADDED
        return ComparedRow(
            place=f"{change.place} (cũ)" if gone else place or change.place,
            before=unmarked(change.before),
            after=unmarked(change.after),
            reason=told_reason(_lines(drafted) or (by_hand,), asked),
            decisions=tuple(one.id for one in asked),
        )

    def _tasks(self, fates: Mapping[str, TaskFate]) -> Iterator[ComparedRow]:
        """Yield the tasks that differ or are asked about, those of the old plan first."""
        for row in self.old.rows():
            stays = fates[row.id].fate is Fate.KEPT and row.id not in self._origins
            if not stays or self._asked[task_address(row.id)]:
                yield self._task(row, fates[row.id])
        for new in self.draft.rows():
            if new.id not in fates:
                place = self._here[task_address(new.id)]
                yield ComparedRow(place=place, after=new.text, reason=f"{_ADDED}.", is_task=True)

    def _task(self, row: Subtask, fate: TaskFate) -> ComparedRow:
        address, new = task_address(row.id), self._rows.get(row.id)
        before, after = changed_cells(row, new)
        asked = self._asked[address]
        drafted = self._drafted.get(self._fresh.get(address) or f"{self._there[address]} (cũ)")
        as_drafted = drafted is not None and (drafted.before, drafted.after) == (before, after)
        why = _lines(drafted) if as_drafted else (fate.reason, _BY_HAND if new and before != after else "")
        return ComparedRow(
            place=self._here.get(address) or f"{self._there[address]} (cũ)",
            before=before,
            after=after,
            reason=told_reason([*filter(None, (*why, self._origins.get(row.id)))], asked),
            decisions=tuple(one.id for one in asked),
            is_task=True,
        )

    def _fate(self, row: Subtask) -> TaskFate:
        first, new = self._fates[row.id], self._rows.get(row.id)
        if new is None:
            return first.model_copy(update={"fate": Fate.LEFT_OUT, "reason": _reason_gone(first)})
        if first.fate is Fate.LEFT_OUT:
            first = first.model_copy(update={"reason": f"{_BACK}."})
        stays = first.fate is Fate.CARRIED or (first.fate is Fate.ASKED and self._is_asked(row.id))
        fate = first.fate if stays else Fate.CHANGED if is_changed(row, new) else Fate.KEPT
        return first.model_copy(update={"fate": fate})

    def _is_asked(self, task: str) -> bool:
        return any(one.place == task_address(task) for one in self._asked[task_address(task)])

    def _drafted_about(self, asked: list[Decision]) -> ComparedRow | None:
        names = {one.id for one in asked}
        return next((row for row in self.rolled.comparison.rows if names & {*row.decisions}), None)

    def _address(self, change: PlanChange) -> Address:
        """Return where in the draft a text that differs is, by its place or its words; "" if it is gone."""
        if change.kind is ChangeKind.DELETED:
            return ""
        found = (one for one, place in self._here.items() if place == change.place)
        alike = (one for one, text in self._words.items() if unmarked(text) == unmarked(change.after))
        return next(found, next(alike, ""))

    @cached_property
    def _changes(self) -> tuple[PlanChange, ...]:
        return compare(self.old, self.draft)

    @cached_property
    def _origins(self) -> dict[str, str]:
        """Where tasks that stand elsewhere now were, by their ids."""
        moved = (one for one in self._changes if one.kind is ChangeKind.MOVED and one.task)
        return {one.task: f"Chuyển từ {one.origin[:1].lower()}{one.origin[1:]}" for one in moved}

    @cached_property
    def _words(self) -> dict[Address, str]:
        return {address: text for address, text in addressed(self.draft).items() if not task_of(address)}

    @cached_property
    def _rows(self) -> dict[str, Subtask]:
        return {row.id: row for row in self.draft.rows()}

    @cached_property
    def _fates(self) -> dict[str, TaskFate]:
        return {one.id: one for one in self.rolled.comparison.fates}

    @cached_property
    def _drafted(self) -> dict[str, ComparedRow]:
        """What was told of each place when it was drafted."""
        return {row.place: row for row in self.rolled.comparison.rows}

    @cached_property
    def _by_words(self) -> dict[tuple[str, str], ComparedRow]:
        return {(row.before, row.after): row for row in self.rolled.comparison.rows if not row.is_task}

    @cached_property
    def _here(self) -> dict[Address, str]:
        return places_of(self.draft)

    @cached_property
    def _there(self) -> dict[Address, str]:
        return places_of(self.old)

    @cached_property
    def _fresh(self) -> dict[Address, str]:
        return places_of(self.rolled.plan)


def _reason_gone(first: TaskFate) -> str:
    """Return why a task that was drafted with a fate is not in the draft any more."""
    if first.fate is Fate.LEFT_OUT:
        return first.reason
    return f"{first.reason} {_TAKEN_OUT}." if first.fate is Fate.ASKED else f"{_TAKEN_OUT}."


def _is_text(change: PlanChange) -> bool:
    """Say whether a change is one of words outside of the tasks; whole blocks are told by their tasks."""
    if change.task or change.kind is ChangeKind.MOVED or change.field in _WITHOUT_WORDS:
        return False
    return change.kind is ChangeKind.REWORDED or not change.place.startswith("Phụ lục")


def _lines(row: ComparedRow | None) -> tuple[str, ...]:
    """Return the reasons of a row, without what is asked."""
    return tuple(row.why().split("\n")) if row else ()
