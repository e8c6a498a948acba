"""A text as syllables: which of them make words together, and what the others may have been meant to be."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from docgen.recognition.slips_letters import is_possible, spelled
from docgen.recognition.slips_words import is_suspect, known_words
from docgen.rules.slips import Pair

_EDGE = "\n"
"""Stands before and after a text: no word goes across it."""


@dataclass(frozen=True, slots=True)
class Doubt:
    """Tokens `first` to `last`, the words they were meant to be, and why, in Vietnamese."""

    first: int
    last: int
    meant: tuple[str, ...]
    why: str


class Reading:
    """The tokens of a text, which of them go together, and what is doubtful in them."""

    def __init__(self, tokens: list[str]) -> None:
        self.words = known_words()
        self.tokens = [_EDGE, *tokens, _EDGE]
        self.spellings = list(map(spelled, self.tokens))
        pairs = zip(self.spellings, self.spellings[1:], strict=False)
        self.known = [False, *map(self.words.compounds.__contains__, pairs), False]
        """Whether each token makes a word with the one before it."""

    def doubts(self) -> Iterator[Doubt]:
        """Yield what is doubtful, from left to right; no token is doubted twice."""
        free = 0
        for place in self._suspects():
            doubt = self._judged(place)
            if doubt and doubt.first >= free:
                free = doubt.last + 1
                yield replace(doubt, first=doubt.first - 1, last=doubt.last - 1)

    def _suspects(self) -> list[int]:
        """Return the tokens that make a word with neither neighbour, and may be meant to be another."""
        near, sure = self.spellings, self.words.sure
        rows = enumerate(zip(self.known, self.known[1:], near, strict=False))
        alone = [n for n, (left, right, token) in rows if not (left or right or token in sure)]
        return [n for n in alone[1:-1] if is_suspect(near[n - 1], near[n], near[n + 1])]

    def _judged(self, place: int) -> Doubt | None:
        """Return what was meant where the token at `place` stands, the surest first."""
        doubt = self._usual(place) or self._missing(place)
        if doubt or self.spellings[place] in self.words.standing:
            return doubt
        return (
            self._compound(place, self.words.same_shape)
            or self._alone(place)
            or self._compound(place, self.words.one_letter_off)
            or self._run_together(place)
        )

    def _usual(self, place: int) -> Doubt | None:
        """Return the compound that two tokens were meant to be, by what stands beside them."""
        if self.known[place + 2] or self.tokens[place + 1].istitle():
            return None
        for row in self.words.usual_like(self.spellings[place], self.spellings[place + 1]):
            if self._after(place + 1) in row.after or self.spellings[place - 1] in row.before:
                why = f"“{self.tokens[place]} {self.tokens[place + 1]}” ít khi đứng ở đây"
                return Doubt(place, place + 1, row.meant, why)
        return None

    def _after(self, place: int) -> str:
        """Return what stands after a token: "#" for a number, nothing for a name."""
        following = self.tokens[place + 1]
        return "" if following.istitle() else "#" if following.isdigit() else self.spellings[place + 1]

    def _missing(self, place: int) -> Doubt | None:
        """Return the compound of which only one half is there, with the token after it."""
        following = self.spellings[place + 1]
        for whole, after in self.words.missing.get(self.spellings[place], ()):
            if following in after:
                why = f"“{self.tokens[place]}” không đứng một mình: thiếu chữ?"
                return Doubt(place, place + 1, (*whole, self.tokens[place + 1]), why)
        return None

    def _compound(self, place: int, nearest: Callable[[Pair], Pair | None]) -> Doubt | None:
        """Return the compound meant by a token and the one after or before it."""
        found = [doubt for first in (place, place - 1) if (doubt := self._pair(place, first, nearest))]
        return min(found, key=lambda doubt: len(self._changed(doubt.first, doubt.meant)), default=None)

    def _pair(self, place: int, first: int, nearest: Callable[[Pair], Pair | None]) -> Doubt | None:
        """Return the compound meant by two tokens, unless the other makes a word with the one beyond it."""
        meant = nearest((self.spellings[first], self.spellings[first + 1]))
        taken = self.known[first] or self.known[first + 2]
        if meant is None or (taken and self.spellings[place] in self.words.inventory):
            return None
        written = self.words.written[meant]
        return Doubt(first, first + 1, written, self._why(first)) if self._may_be(first, written) else None

    def _may_be(self, first: int, meant: tuple[str, ...]) -> bool:
        """Tell whether two tokens may be `meant`: they are no name, and not both words of their own."""
        one, two = self.tokens[first : first + 2]
        changed = self._changed(first, meant)
        ends_name = one.istitle() and self.tokens[first - 1].istitle() and first in changed
        if two.istitle() or one.isupper() != two.isupper() or ends_name:
            return False
        if len(changed) > 1:
            return not all(is_possible(self.spellings[place]) for place in changed)
        found, kept = self.spellings[changed[0]], self.spellings[2 * first + 1 - changed[0]]
        if kept in self.words.function:  # goes with anything
            return found not in self.words.inventory
        return found not in self.words.standing or not one.isupper()

    def _changed(self, first: int, meant: tuple[str, ...]) -> list[int]:
        return [first + n for n, word in enumerate(meant) if self.spellings[first + n] != spelled(word)]

    def _why(self, first: int) -> str:
        for place in (first, first + 1):
            if not is_possible(self.spellings[place]):
                return f"“{self.tokens[place]}” không phải là chữ tiếng Việt"
        return f"“{self.tokens[first]} {self.tokens[first + 1]}” không phải là từ quen dùng"

    def _alone(self, place: int) -> Doubt | None:
        """Return the single word meant, with the word after it."""
        following = self.spellings[place + 1]
        meant = self.words.alone(self.spellings[place], following)
        if meant is None or (
            self.spellings[place] in self.words.confused and not self.tokens[place].islower()
        ):
            return None
        last = place + 1 + self.known[place + 2] if following in self.words.inventory else place
        why = f"“{self.tokens[place]}” không đứng một mình"
        return Doubt(place, last, (meant, *self.tokens[place + 1 : last + 1]), why)

    def _run_together(self, place: int) -> Doubt | None:
        meant = self.words.run_together(self.spellings[place])
        return Doubt(place, place, self.words.written[meant], "thiếu dấu cách") if meant else None
