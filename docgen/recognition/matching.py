"""Tasks of two plans that are one: by their exact words, else by the words they share."""

from collections import Counter, defaultdict, deque
from collections.abc import Callable, Hashable, Iterator, Sequence
from math import log
from typing import Any, NamedTuple

LIKE = 0.75
"""So much of their words, rare ones counting more, two tasks share that are one."""
_RARE = 6
"""So many of its rarest words lead from a task to those that may be the same."""
_CROWD = 40
"""A word of more tasks than these leads nowhere, so that long plans take no longer than their length."""


class Entry(NamedTuple):
    """A task for comparing: its data; folded its text, group and words; its place as told, its order."""

    data: dict[str, Any]
    text: str
    group: str
    place: str
    order: int
    words: frozenset[str]


def matched(new: Sequence[Entry], old: Sequence[Entry]) -> Iterator[tuple[Entry, Entry]]:
    """Yield each new task that is one of the old, with it; no task twice.

    Equal texts come first, of those the ones with equal cells and in the same group; then likeness decides,
    where it is equal the group and the order.
    """
    for same in _SAME:
        pairs = [*_equal(new, old, same)]
        yield from pairs
        found = {id(entry.data) for pair in pairs for entry in pair}
        new, old = _without(new, found), _without(old, found)
    yield from _alike(new, old)


_SAME: tuple[Callable[[Entry], Hashable], ...] = (
    lambda entry: (entry.text, entry.group, entry.words),
    lambda entry: (entry.text, entry.group),
    lambda entry: entry.text,
)
"""What equal tasks have in common, the surest first."""


def _without(entries: Sequence[Entry], found: set[int]) -> list[Entry]:
    return [entry for entry in entries if id(entry.data) not in found]


def _equal(
    new: Sequence[Entry], old: Sequence[Entry], same: Callable[[Entry], Hashable]
) -> Iterator[tuple[Entry, Entry]]:
    """Yield the tasks with the same key, the first with the first."""
    waiting: dict[Hashable, deque[Entry]] = defaultdict(deque)
    for entry in old:
        waiting[same(entry)].append(entry)
    for entry in new:
        if entry.text and waiting[same(entry)]:
            yield entry, waiting[same(entry)].popleft()


def _alike(new: Sequence[Entry], old: Sequence[Entry]) -> Iterator[tuple[Entry, Entry]]:
    """Yield the tasks that are most alike, the surest pairs first."""
    likeness = _Likeness([*new, *old])
    by_word = defaultdict(list)
    for entry in old:
        for word in entry.words:
            by_word[word].append(entry)
    pairs = [
        (-score, one.group != other.group, abs(one.order - other.order), one, other)
        for one in new
        for other in _candidates(one, by_word)
        if (score := likeness.of(one, other)) >= LIKE
    ]
    taken: set[int] = set()
    for *_, one, other in sorted(pairs, key=lambda pair: (*pair[:3], pair[3].order, pair[4].order)):
        if not taken & {id(one.data), id(other.data)}:
            taken |= {id(one.data), id(other.data)}
            yield one, other


def _candidates(entry: Entry, by_word: dict[str, list[Entry]]) -> list[Entry]:
    """Return the old tasks that share one of the rarest words of `entry`."""
    words = sorted((len(by_word[word]), word) for word in entry.words if word in by_word)
    found = {other.order: other for many, word in words[:_RARE] if many <= _CROWD for other in by_word[word]}
    return [*found.values()]


class _Likeness:
    """How alike tasks are among others: words that few of them have count more."""

    def __init__(self, entries: Sequence[Entry]) -> None:
        tasks = Counter(word for entry in entries for word in entry.words)
        self._weight = {word: log(1 + len(entries) / many) for word, many in tasks.items()}

    def of(self, one: Entry, other: Entry) -> float:
        """Return the weight of the words that both have in that of all their words: 0 to 1."""
        shared = 2 * self._sum(one.words & other.words)
        return shared / (self._sum(one.words) + self._sum(other.words))

    def _sum(self, words: frozenset[str]) -> float:
        return sum(map(self._weight.__getitem__, words))
