"""Which entry of one list is which of another: equal ones wherever they stand, then like ones in order."""

from bisect import bisect_left
from collections import defaultdict, deque
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

Pair = tuple[int, int]
"""Positions of an entry in the old and in the new list."""

Likeness = Callable[[int, int], float]
"""How like an old and a new entry, named by their positions, are: 0 to 1."""

ALIKE = 0.5
"""From here on two entries count as one that was reworded."""

_MANY = 10_000
"""So many pairs are not all looked at; then only entries at the same place of a gap are compared."""


@dataclass(frozen=True)
class Pairing:
    """The pairs in the order of the new list, the old positions among them that moved, and what is alone."""

    pairs: tuple[Pair, ...]
    moved: frozenset[int]
    deleted: tuple[int, ...]
    added: tuple[int, ...]


def paired(old: Sequence[str], new: Sequence[str], likeness: Likeness) -> Pairing:
    """Pair the entries of two lists by their texts, and those that are left by their likeness."""
    if old == new:
        return Pairing(tuple((place, place) for place in range(len(old))), frozenset(), (), ())
    pairs = sorted(_equal(old, new), key=lambda pair: pair[1])
    standing = rising([before for before, _ in pairs])
    pairs += _alike(pairs, [pair for pair in pairs if pair[0] in standing], (len(old), len(new)), likeness)
    pairs.sort(key=lambda pair: pair[1])
    olds, news = {before for before, _ in pairs}, {after for _, after in pairs}
    return Pairing(
        pairs=tuple(pairs),
        moved=frozenset(olds - rising([before for before, _ in pairs])),
        deleted=tuple(place for place in range(len(old)) if place not in olds),
        added=tuple(place for place in range(len(new)) if place not in news),
    )


def rising(numbers: Sequence[int]) -> set[int]:
    """Return the longest series among different `numbers` that rises from the first to the last."""
    ends: list[int] = []
    before: dict[int, int | None] = {}
    for number in numbers:
        length = bisect_left(ends, number)
        before[number] = ends[length - 1] if length else None
        ends[length : length + 1] = [number]
    found: set[int] = set()
    last = ends[-1] if ends else None
    while last is not None:
        found.add(last)
        last = before[last]
    return found


def words_in_common(old: str, new: str) -> float:
    """Return how much of two texts is the same words in the same order: 0 to 1."""
    matcher = SequenceMatcher(None, old.split(), new.split(), autojunk=False)
    bounds = (matcher.real_quick_ratio, matcher.quick_ratio)
    return 0.0 if any(bound() < ALIKE for bound in bounds) else matcher.ratio()


def _equal(old: Sequence[str], new: Sequence[str]) -> Iterator[Pair]:
    """Yield pairs of equal texts: first in order, then those that changed places."""
    blocks = SequenceMatcher(None, old, new, autojunk=False).get_matching_blocks()
    in_order = [(block.a + step, block.b + step) for block in blocks for step in range(block.size)]
    yield from in_order
    olds, news = {before for before, _ in in_order}, {after for _, after in in_order}
    left: dict[str, deque[int]] = defaultdict(deque)
    for place, text in enumerate(old):
        if place not in olds:
            left[text].append(place)
    for place, text in enumerate(new):
        if place not in news and left[text]:
            yield left[text].popleft(), place


def _alike(
    pairs: Sequence[Pair], standing: Sequence[Pair], sizes: Pair, likeness: Likeness
) -> Iterator[Pair]:
    """Yield pairs of like entries among those left between two neighbours that stand where they stood."""
    olds, news = {before for before, _ in pairs}, {after for _, after in pairs}
    for (old_from, new_from), (old_to, new_to) in zip(((-1, -1), *standing), (*standing, sizes), strict=True):
        old_left = [place for place in range(old_from + 1, old_to) if place not in olds]
        new_left = [place for place in range(new_from + 1, new_to) if place not in news]
        yield from _likest(old_left, new_left, likeness)


def _likest(old: Sequence[int], new: Sequence[int], likeness: Likeness) -> Iterator[Pair]:
    """Yield the pairs in order that are together the most alike."""
    if len(old) * len(new) > _MANY:
        yield from (pair for pair in zip(old, new, strict=False) if likeness(*pair) >= ALIKE)
        return
    best: list[list[tuple[float, tuple[Pair, ...]]]] = [[(0.0, ())] * (len(new) + 1)]
    for before in old:
        row = [best[-1][0]]
        for column, after in enumerate(new):
            choices = [row[column], best[-1][column + 1]]
            if (ratio := likeness(before, after)) >= ALIKE:
                total, chosen = best[-1][column]
                choices.append((total + ratio, (*chosen, (before, after))))
            row.append(max(choices, key=lambda choice: choice[0]))
        best.append(row)
    yield from best[-1][-1][1]
