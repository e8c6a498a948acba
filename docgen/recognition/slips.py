"""Slips of scanning and typing: syllables that go with nothing beside them, though others like them would.

Nothing is changed. A syllable is doubted only where it makes a known word with neither neighbour, and told
only where a like one would, so that names and rare words are left alone.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from docgen.model.finding import Severity
from docgen.recognition.ledger import Ledger
from docgen.recognition.slips_letters import is_possible, spelled
from docgen.recognition.slips_words import Words, known_words
from docgen.recognition.source import Line
from docgen.rules.slips import Pair

_TOKEN = re.compile(r"(?:[^\W_]|[\u0300-\u036f])*[^\W\d_][\u0300-\u036f]*|\d+|\f|[^\w\s*]+|_+")
_WORD = re.compile(r"\w*[^\W\d_]\w*[\u0300-\u036f\w]+|\d+[^\W\d_]+")
_BETWEEN = re.compile(r"[\s*]+")
_NUMBER = re.compile(r"\d+")
_EDGE = "\f"
"""Stands before and after a text: no word goes across it."""


@dataclass(frozen=True, slots=True)
class Slip:
    """One doubtful place, `text[start:end]`: the words `found` and `suggested`, and `why`, in Vietnamese."""

    start: int
    end: int
    found: str
    suggested: str
    why: str


@dataclass(frozen=True, slots=True)
class _Doubt:
    """Tokens `first` to `last`, the words they were meant to be, and why."""

    first: int
    last: int
    meant: tuple[str, ...]
    why: str


def find_slips(text: str) -> tuple[Slip, ...]:
    """Return the slips of `text` in their order; words go on across spaces, ends of lines and `**`."""
    tokens = _TOKEN.findall(text)
    doubts = tuple(_Reading(tokens, known_words()).doubts())
    if not doubts:
        return ()
    spans = [token.span() for token in _TOKEN.finditer(text)]
    return tuple(_slip(text, spans, doubt) for doubt in doubts)


def _slip(text: str, spans: list[tuple[int, int]], doubt: _Doubt) -> Slip:
    start, end = spans[doubt.first][0], spans[doubt.last][1]
    found = _BETWEEN.sub(" ", text[start:end])
    return Slip(start, end, found, _in_case_of(found, " ".join(doubt.meant)), doubt.why)


def _in_case_of(found: str, meant: str) -> str:
    if found.isupper():
        return meant.upper()
    return meant[0].upper() + meant[1:] if found[0].isupper() else meant


class _Reading:
    """The tokens of a text, which of them go together, and what is doubtful in them."""

    def __init__(self, tokens: list[str], words: Words) -> None:
        self.tokens = [_EDGE, *tokens, _EDGE]
        self.spellings = list(map(spelled, self.tokens))
        self.words = words
        pairs = zip(self.spellings, self.spellings[1:], strict=False)
        self.known = [False, *map(words.compounds.__contains__, pairs), False]
        """Whether the token before each makes a word with it."""

    def doubts(self) -> Iterator[_Doubt]:
        """Yield what is doubtful, from left to right; nothing is doubted twice."""
        after = 0
        for place in self._suspects():
            doubt = self._judged(place) if place >= after else None
            if doubt and doubt.first >= after:
                after = doubt.last + 1
                yield _Doubt(doubt.first - 1, doubt.last - 1, doubt.meant, doubt.why)

    def _suspects(self) -> list[int]:
        """Return the tokens that make a word with neither neighbour and do not surely stand alone."""
        rows = enumerate(zip(self.known, self.known[1:], self.spellings, strict=False))
        sure = self.words.sure
        alone = [n for n, (left, right, token) in rows if not (left or right or token in sure)]
        return [n for n in alone if _WORD.fullmatch(self.tokens[n])]

    def _judged(self, place: int) -> _Doubt | None:
        """Return what was meant where the token at `place` stands."""
        if self.spellings[place] in self.words.standing:
            return self._usual(place)
        return (
            self._compound(place, self.words.same_shape)
            or self._compound(place, self.words.one_letter_off)
            or self._lone(place)
            or self._missing(place)
            or self._run_together(place)
        )

    def _compound(self, place: int, nearest: Callable[[Pair], Pair | None]) -> _Doubt | None:
        """Return the compound meant by a token and the one before or after it; rather that one of the two."""
        found = [doubt for first in (place, place - 1) if (doubt := self._pair(place, first, nearest))]
        return min(found, key=lambda doubt: self._changes(doubt.first, doubt.meant), default=None)

    def _pair(self, place: int, first: int, nearest: Callable[[Pair], Pair | None]) -> _Doubt | None:
        pair = self.spellings[first], self.spellings[first + 1]
        meant = nearest(pair)
        if meant is None or not self._may_be_meant(first, meant):
            return None
        taken = self.known[first] or self.known[first + 2]
        if taken and is_possible(self.spellings[place]):
            return None
        return _Doubt(first, first + 1, self.words.written[meant], self._why(first, meant))

    def _why(self, first: int, meant: Pair) -> str:
        for token, spelling, right in zip(self.tokens[first:], self.spellings[first:], meant, strict=False):
            if spelling != right and not is_possible(spelling):
                return f"“{token}” không phải là chữ tiếng Việt"
        return f"“{self.tokens[first]} {self.tokens[first + 1]}” không phải là từ quen dùng"

    def _changes(self, first: int, meant: tuple[str, ...]) -> int:
        return sum(
            found != spelled(right) for found, right in zip(self.spellings[first:], meant, strict=False)
        )

    def _may_be_meant(self, first: int, meant: Pair) -> bool:
        """Tell whether two tokens may be a compound: no names, no word that stands alone changed lightly."""
        one, two = self.tokens[first : first + 2]
        if two.istitle() or one.isupper() != two.isupper() or self._is_in_name(first, meant):
            return False
        standing = [n for n in self._changed(first, meant) if self.spellings[n] in self.words.standing]
        return not standing or (len(self._changed(first, meant)) == 1 and not one.isupper())

    def _changed(self, first: int, meant: Pair) -> list[int]:
        return [first + n for n, right in enumerate(meant) if self.spellings[first + n] != right]

    def _is_in_name(self, first: int, meant: Pair) -> bool:
        """Tell whether the first of two tokens would be changed and ends a name."""
        return (
            self.tokens[first].istitle()
            and self.tokens[first - 1].istitle()
            and first in self._changed(first, meant)
        )

    def _usual(self, place: int) -> _Doubt | None:
        """Return the compound that two tokens were meant to be, by what stands beside them."""
        if self.known[place + 2] or self.tokens[place + 1].istitle():
            return None
        for meant, before, after in self.words.usual_like(self.spellings[place], self.spellings[place + 1]):
            following = self.spellings[place + 2] if place + 2 < len(self.spellings) else _EDGE
            if self.spellings[place - 1] in before or _NUMBER.sub("#", following) in after:
                why = f"“{self.tokens[place + 2]}”"
                return _Doubt(place, place + 1, meant, f"cạnh {why}")
        return None

    def _lone(self, place: int) -> _Doubt | None:
        """Return the single word meant, with the word after it."""
        meant = self.words.lone.get(self.spellings[place])
        following = self.spellings[place + 1]
        if meant is None or self.tokens[place].istitle() and self.tokens[place - 1].istitle():
            return None
        if is_possible(self.spellings[place]) and following not in self.words.inventory:
            return None
        last = place + 1 + self.known[place + 2] if following in self.words.inventory else place
        rest = [token.lower() for token in self.tokens[place + 1 : last + 1]]
        return _Doubt(place, last, (meant, *rest), f"“{self.tokens[place]}” không đứng một mình")

    def _missing(self, place: int) -> _Doubt | None:
        """Return the compound of which only one half is there."""
        for whole, after in self.words.missing.get(self.spellings[place], ()):
            if self.spellings[place + 1] in after:
                meant = (*whole, self.tokens[place + 1].lower())
                return _Doubt(
                    place, place + 1, meant, f"“{self.tokens[place]}” không đứng một mình: thiếu chữ?"
                )
        return None

    def _run_together(self, place: int) -> _Doubt | None:
        spelling = self.spellings[place]
        meant = None if is_possible(spelling) else self.words.run_together(spelling)
        if meant is None:
            return None
        return _Doubt(place, place, self.words.written[meant], "thiếu dấu cách")


def tell_slips(lines: Iterable[Line], ledger: Ledger) -> None:
    """Tell the slips of `lines`, each kind once with all its places; the words stay as they are."""
    places: dict[tuple[str, str], list[tuple[Line, Slip]]] = defaultdict(list)
    for line in lines:
        for slip in find_slips(line.text):
            places[slip.found.lower(), slip.suggested.lower()].append((line, slip))
    for told in places.values():
        _tell(told, ledger)


def _tell(told: list[tuple[Line, Slip]], ledger: Ledger) -> None:
    """Tell one kind of slip; the lines it stands in are accounted for by others, so copies are told of."""
    slip = told[0][1]
    others = "; ".join(dict.fromkeys(line.place for line, _ in told[1:]))
    also = f" Cũng ở: {others}." if others else ""
    ledger.tell(
        "chu-nghi-sai",
        Severity.WARNING,
        [Line(slip.found, line.place, line.line) for line, slip in told],
        f"“{slip.found}”: có phải “{slip.suggested}”? ({slip.why}.){also}",
        "Hãy so với bản gốc; docgen không tự sửa.",
    )
