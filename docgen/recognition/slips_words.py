"""The words of official Vietnamese made ready to be looked up: by spelling, by shape, by one syllable of two."""

from collections import defaultdict
from collections.abc import Hashable, Iterable
from functools import cache, cached_property, lru_cache
from typing import TypeVar

from docgen.recognition.slips_letters import bare, is_one_letter_off, is_possible, shape, spelled
from docgen.rules.slips import Pair, slip_words

_REMEMBERED = 1 << 15
_SHORTEST = 3
"""Letters of a syllable in which one may be wrong, missing or too many."""

Key = TypeVar("Key", bound=Hashable)
Value = TypeVar("Value")


class Words:
    """The words of `docgen.rules.slips`; every syllable it takes and gives is as `spelled`."""

    def __init__(self) -> None:
        words = slip_words()
        self.written = {_spelled(pair): pair for pair in words.compounds}
        self.compounds = frozenset(self.written)
        self.function = frozenset(map(spelled, words.function))
        self.standing = self.function.union(map(spelled, words.free))
        self.inventory = self.standing.union(map(spelled, words.real), *self.compounds)
        self.lone = {spelled(wrong): meant for wrong, meant in words.lone.items()}
        self.usual = _grouped(
            (_shape(row.meant), (row.meant, _spelled_all(row.before), _spelled_all(row.after)))
            for row in words.usual
        )
        openings = {one for one, _ in self.usual}
        self.sure = frozenset(word for word in self.standing if shape(word) not in openings)
        """What stands alone and begins no compound of `usual` in any reading."""
        self.missing = _grouped(
            (spelled(half), (whole, _spelled_all(after)))
            for whole, after in words.missing.items()
            for half in whole
        )

    @cached_property
    def _by_shape(self) -> dict[Pair, list[Pair]]:
        return _grouped((_shape(pair), pair) for pair in self.compounds)

    @cached_property
    def _by_first(self) -> dict[str, list[Pair]]:
        return _grouped((pair[0], pair) for pair in self.compounds)

    @cached_property
    def _by_second(self) -> dict[str, list[Pair]]:
        return _grouped((pair[1], pair) for pair in self.compounds)

    @cached_property
    def _by_letters(self) -> dict[str, list[Pair]]:
        return _grouped((bare(one) + bare(two), (one, two)) for one, two in self.compounds)

    def same_shape(self, pair: Pair) -> Pair | None:
        """Return the compound that differs from `pair` in marks or in letters that look alike only.

        Two syllables without any mark belong to no Vietnamese sentence, but to an address or a key.
        """
        if all(word == bare(word) for word in pair):
            return None
        return _nearest(pair, self._by_shape.get(_shape(pair), ()))

    def one_letter_off(self, pair: Pair) -> Pair | None:
        """Return the compound of which one syllable stands in `pair`, and the other but for one letter."""
        one, two = pair
        seconds = [c for c in self._by_first.get(one, ()) if self._is_misspelled(two, c[1])]
        firsts = [c for c in self._by_second.get(two, ()) if self._is_misspelled(one, c[0])]
        return _nearest(pair, seconds + firsts)

    def usual_like(self, one: str, two: str) -> Iterable[tuple[Pair, frozenset[str], frozenset[str]]]:
        """Return the usual compounds of the shape of two syllables, with what stands before and after each."""
        return self.usual.get((shape(one), shape(two)), ())

    def _is_misspelled(self, found: str, meant: str) -> bool:
        """Tell whether `found`, no word, is `meant` but for one letter; a possible syllable has the same marks."""
        if found in self.inventory or min(len(bare(found)), len(bare(meant))) < _SHORTEST:
            return False
        if is_possible(found):
            return is_one_letter_off(found, meant)
        return is_one_letter_off(bare(found), bare(meant))

    def run_together(self, word: str) -> Pair | None:
        """Return the compound that `word` is without its space."""
        return None if word == bare(word) else _nearest((word, ""), self._by_letters.get(bare(word), ()))


@cache
def known_words() -> Words:
    """Return the words, made ready once."""
    return Words()


def _nearest(pair: Pair, compounds: Iterable[Pair]) -> Pair | None:
    """Return the compound that changes the fewest syllables of `pair`, and of those the fewest letters."""
    return min(compounds, key=lambda other: _distance(pair, other), default=None)


def _distance(pair: Pair, other: Pair) -> tuple[int, int, int, Pair]:
    changed = sum(one != two for one, two in zip(pair, other, strict=True))
    lengths = abs(len("".join(pair)) - len("".join(other)))
    letters = sum(
        a != b for one, two in zip(pair, other, strict=True) for a, b in zip(one, two, strict=False)
    )
    return changed, letters, lengths, other


def _grouped(items: Iterable[tuple[Key, Value]]) -> dict[Key, list[Value]]:
    groups: dict[Key, list[Value]] = defaultdict(list)
    for key, value in items:
        groups[key].append(value)
    return dict(groups)


@lru_cache(_REMEMBERED)
def _shape(pair: Pair) -> Pair:
    return shape(spelled(pair[0])), shape(spelled(pair[1]))


def _spelled(pair: Pair) -> Pair:
    return spelled(pair[0]), spelled(pair[1])


def _spelled_all(syllables: Iterable[str]) -> frozenset[str]:
    return frozenset(map(spelled, syllables))
