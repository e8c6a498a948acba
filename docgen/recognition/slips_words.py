"""The words of official Vietnamese, made ready to be looked up by shape or by one syllable of two."""

import unicodedata
from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable
from functools import cache, cached_property, lru_cache
from typing import TypeVar

from docgen.recognition.slips_letters import bare, is_foreign, is_one_letter_off, is_possible, shape, spelled
from docgen.rules.slips import Pair, Usual, slip_words

_REMEMBERED = 1 << 15
_SHORTEST = 3
"""Letters of a syllable in which one may be wrong, missing or too many."""
_SHORTEST_TOGETHER = 6
"""Letters of a compound written without its space."""

Key = TypeVar("Key", bound=Hashable)
Value = TypeVar("Value")


class Words:
    """The words of `docgen.rules.slips`; every syllable it takes and gives is as `spelled`."""

    def __init__(self) -> None:
        words = slip_words()
        self.function = frozenset(map(spelled, words.function))
        also = frozenset(map(_spelled, words.also))
        self.written = {key: pair for pair in words.compounds if (key := _spelled(pair)) not in also}
        self.compounds = also.union(self.written)
        self.standing = self.function.union(map(spelled, words.free))
        self.inventory = self.standing.union(map(spelled, words.real), *self.compounds)
        self.lone = {spelled(wrong): meant for wrong, meant in words.lone.items()}
        self.confused = {
            spelled(wrong): (meant, _spelled_all(after)) for (wrong, meant), after in words.confused.items()
        }
        self.usual = _grouped((_shape(row.meant), _spelled_row(row)) for row in words.usual)
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
        return _grouped((_shape(pair), pair) for pair in self.written)

    @cached_property
    def _by_first(self) -> dict[str, list[Pair]]:
        return _grouped((pair[0], pair) for pair in self.written)

    @cached_property
    def _by_second(self) -> dict[str, list[Pair]]:
        return _grouped((pair[1], pair) for pair in self.written)

    @cached_property
    def _by_letters(self) -> dict[str, list[Pair]]:
        return _grouped((bare(one) + bare(two), (one, two)) for one, two in self.written)

    @cached_property
    def _by_word(self) -> dict[str, list[str]]:
        return _grouped((shape(spelled(word)), word) for word in slip_words().alone)

    def is_suspect(self, before: str, token: str, after: str) -> bool:
        """Tell whether anything could be meant by `token` between these two, whatever stands further off."""
        if not token[1:] or not token[0].isalnum() or token.isdigit():
            return False
        if token in self.standing:
            return bool(self.usual_like(token, after))
        return bool(
            self.usual_like(token, after)
            or self.same_shape((before, token))
            or self.same_shape((token, after))
            or self.one_letter_off((before, token))
            or self.one_letter_off((token, after))
            or self.alone(token, after)
            or token in self.missing
            or self.run_together(token)
        )

    def same_shape(self, pair: Pair) -> Pair | None:
        """Return the compound that differs from `pair` in marks or in letters that look alike only."""
        if not _is_readable(pair):
            return None
        return _nearest(pair, self._by_shape.get(_shape(pair), ()))

    def one_letter_off(self, pair: Pair) -> Pair | None:
        """Return the compound of which one syllable stands in `pair`, and the other but for one letter."""
        if not _is_readable(pair):
            return None
        one, two = pair
        seconds = [c for c in self._by_first.get(one, ()) if self._is_misspelled(two, c[1])]
        firsts = [c for c in self._by_second.get(two, ()) if self._is_misspelled(one, c[0])]
        return _nearest(pair, seconds + firsts)

    def usual_like(self, one: str, two: str) -> Iterable[Usual]:
        """Return the usual compounds of the shape of two syllables, one of which may be meant."""
        return self.usual.get((shape(one), shape(two)), ())

    def _is_misspelled(self, found: str, meant: str) -> bool:
        """Tell whether `found`, no word, is `meant` but for one letter; if possible, with the same marks."""
        if found in self.inventory or min(len(bare(found)), len(bare(meant))) < _SHORTEST:
            return False
        if is_possible(found):
            return is_one_letter_off(found, meant)
        return not is_foreign(found) and is_one_letter_off(bare(found), bare(meant))

    def alone(self, token: str, after: str) -> str | None:
        """Return the single word meant by a token before the syllable `after`."""
        if token in self.lone and (after in self.inventory or not is_possible(token)):
            return self.lone[token]
        meant, followers = self.confused.get(token, ("", ()))
        return meant if after in followers else self._common(token)

    def _common(self, token: str) -> str | None:
        """Return the everyday word that `token`, which has marks and is no word, was meant to be."""
        if token in self.inventory or token == bare(token):
            return None
        words = self._by_word.get(shape(token), ())
        return min(words, key=lambda word: _letters(token, spelled(word)), default=None)

    def run_together(self, word: str) -> Pair | None:
        """Return the compound that `word`, no syllable, is without its space."""
        if word == bare(word) or is_possible(word) or len(bare(word)) < _SHORTEST_TOGETHER:
            return None
        return _nearest((word, ""), self._by_letters.get(bare(word), ()))


@lru_cache(_REMEMBERED)
def is_suspect(before: str, token: str, after: str) -> bool:
    """Remember `Words.is_suspect`: texts say the same again and again."""
    return known_words().is_suspect(before, token, after)


@cache
def known_words() -> Words:
    """Return the words, made ready once."""
    return Words()


def _is_readable(pair: Pair) -> bool:
    """Tell whether two tokens can be Vietnamese: without any mark they belong to an address or a key."""
    return any(word != bare(word) for word in pair) and not any(word.isdigit() for word in pair)


def _nearest(pair: Pair, compounds: Iterable[Pair]) -> Pair | None:
    """Return the compound that changes the fewest syllables of `pair`, and of those the fewest letters."""
    return min(compounds, key=lambda other: _distance(pair, other), default=None)


def _distance(pair: Pair, other: Pair) -> tuple[int, int]:
    changed = sum(one != two for one, two in zip(pair, other, strict=True))
    return changed, sum(_letters(one, two) for one, two in zip(pair, other, strict=True))


def _letters(found: str, meant: str) -> int:
    """Return how many letters and marks of two spellings differ; an exchanged one counts as a missing one."""
    one, two = (Counter(unicodedata.normalize("NFD", word)) for word in (found, meant))
    return max((one - two).total(), (two - one).total())


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


def _spelled_row(row: Usual) -> Usual:
    return Usual(meant=row.meant, before=_spelled_all(row.before), after=_spelled_all(row.after))


def _spelled_all(syllables: Iterable[str]) -> frozenset[str]:
    return frozenset(map(spelled, syllables))
