"""What differs between two lists whose entries have no ids: texts, or blocks with texts in them."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from operator import itemgetter
from typing import Generic, TypeVar

from docgen.transform.numbered import numbered
from docgen.transform.pairing import paired, words_in_common
from docgen.transform.plan_change import ChangeKind, PlanChange
from docgen.transform.said import inside

T = TypeVar("T")


@dataclass(frozen=True)
class Entries(Generic[T]):
    """A kind of list: its YAML key, the words of an entry, what differs in two."""

    field: str
    texts: Callable[[T], Sequence[str]]
    within: Callable[[T, T, str], Iterator[PlanChange]]


def entry_changes(
    old: Sequence[T], new: Sequence[T], kind: Entries[T], where: str = ""
) -> Iterator[PlanChange]:
    """Yield what differs between two lists at `where`: by the new list, then what was deleted."""
    if old == new:
        return
    olds, news = [kind.texts(entry) for entry in old], [kind.texts(entry) for entry in new]

    def likeness(before: int, after: int) -> float:
        return words_in_common("\n".join(olds[before]), "\n".join(news[after]))

    def change(sort: ChangeKind, position: int, **more: str) -> PlanChange:
        place = inside(where, numbered(kind.field, position + 1))
        return PlanChange(kind=sort, place=place, field=kind.field, **more)

    pairing = paired([texts[0] for texts in olds], [texts[0] for texts in news], likeness)
    added = dict.fromkeys(pairing.added)
    known = {after: before for before, after in pairing.pairs}
    for after, before in sorted((known | added).items(), key=itemgetter(0)):
        if before is None:
            yield change(ChangeKind.ADDED, after, after="\n".join(news[after]))
            continue
        if before in pairing.moved:
            origin = inside(where, numbered(kind.field, before + 1))
            yield change(ChangeKind.MOVED, after, before=olds[before][0], after=news[after][0], origin=origin)
        yield from kind.within(old[before], new[after], inside(where, numbered(kind.field, after + 1)))
    for before in pairing.deleted:
        yield change(ChangeKind.DELETED, before, before="\n".join(olds[before]))


def text_changes(old: Sequence[str], new: Sequence[str], field: str, where: str = "") -> Iterator[PlanChange]:
    """Yield what differs between two lists of texts under the YAML key `field`."""

    def reworded(before: str, after: str, place: str) -> Iterator[PlanChange]:
        if before != after:
            yield PlanChange(ChangeKind.REWORDED, place, before, after, field)

    yield from entry_changes(old, new, Entries(field, lambda text: (text,), reworded), where)
