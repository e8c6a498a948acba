"""The words around a year that tell its role: those of its own clause, and what they say."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from docgen.wording.year_roles.found import Group
from docgen.wording.year_roles.words import (
    AHEAD,
    AIM,
    ANNIVERSARY,
    BIRTH,
    BRACKET,
    CLOSING_QUOTE,
    COUNTED_YEAR,
    DONE,
    DONE_ON,
    EFFECT,
    EVENT,
    HISTORY,
    JOINED,
    LAST_DAY,
    LIST,
    LOOKING_BACK,
    NAMED,
    ONCE,
    PART_OF_YEAR,
    PHASE_BREAK,
    PROGRAMME,
    REGULATED,
    RESTART,
    SAID_BEHIND,
    SENTENCE_BREAK,
    VALUE_IN_FRONT,
    WAITING,
    WEEKDAY,
)

_LONGEST = 600
"""Letters on each side of a year in which its clause is looked for."""
_MOST_JOINED = 5
"""Groups of years that share the words before the first of them."""


@dataclass(frozen=True)
class Clause:
    """The words around one group of years, all as keys.

    `lead` begins the phrase ("đến năm "), `before` and `after` are the rest of its clause on both sides.
    """

    before: str
    lead: str
    after: str
    sentence: str
    segment: str
    beside: int | None
    """The year of what is joined to it: "quý IV năm 2024 và quý I năm 2025"."""
    opens: bool
    """Whether its sentence begins with it."""

    @property
    def looks_back(self) -> bool:
        """Tell whether the clause speaks of what was done."""
        return bool(
            LOOKING_BACK.search(self.before)
            or SAID_BEHIND.match(self.after)
            or VALUE_IN_FRONT.search(self.before)
            or (self.opens and DONE.search(self.after))
        )

    @property
    def looks_ahead(self) -> bool:
        """Tell whether the clause prepares something."""
        return bool(AHEAD.search(self.before + self.lead))

    @property
    def is_history(self) -> bool:
        """Tell whether the clause tells of a fact with its own date."""
        return bool(HISTORY.search(self.before))

    @property
    def is_effect(self) -> bool:
        """Tell whether the clause says from when a document is in force."""
        return bool(EFFECT.search(self.before))

    @property
    def is_list(self) -> bool:
        """Tell whether the clause is about the list of documents that is drawn up every year."""
        return bool(LIST.search(self.before))

    @property
    def is_birth(self) -> bool:
        """Tell whether the clause says when somebody was born."""
        return bool(BIRTH.search(self.before + self.lead))

    @property
    def is_event(self) -> bool:
        """Tell whether the clause is about a storm, an epidemic, a case: what has its own date."""
        return bool(EVENT.search(self.before))

    @property
    def is_regulated(self) -> bool:
        """Tell whether the sentence is about rates of a regulation, which have their own days of effect."""
        return bool(REGULATED.search(self.sentence))

    @property
    def is_done(self) -> bool:
        """Tell whether the day before which it stands is one on which something was done."""
        return bool(DONE_ON.search(self.before))

    @property
    def is_counted(self) -> bool:
        """Tell whether the sentence counts the years: "năm thứ hai"."""
        return bool(COUNTED_YEAR.search(self.sentence))

    @property
    def is_part_of_year(self) -> bool:
        """Tell whether the phrase is about some months of a year: "6 tháng đầu năm"."""
        return bool(PART_OF_YEAR.search(self.lead))

    @property
    def is_anniversary(self) -> bool:
        """Tell whether the sentence is about an anniversary."""
        return bool(ANNIVERSARY.search(self.sentence))

    @property
    def happens_once(self) -> bool:
        """Tell whether the clause, or what a date in brackets is told of, does not come every year."""
        before = self.sentence if BRACKET.search(self.before) else self.before
        return bool(ONCE.search(before) or ONCE.search(self.after))

    @property
    def is_aim(self) -> bool:
        """Tell whether the clause sets an aim or speaks of a programme: its year does not move."""
        return bool(AIM.search(self.before + self.lead) or PROGRAMME.search(self.before))

    @property
    def is_of_programme(self) -> bool:
        """Tell whether the clause speaks of a programme of several years."""
        return bool(PROGRAMME.search(self.before))

    @property
    def names(self) -> bool:
        """Tell whether a number alone may be part of a name: "Đề án 2025", “Kho lưu trữ 2025”."""
        return bool(NAMED.search(self.before) or CLOSING_QUOTE.match(self.after))

    @property
    def has_weekday(self) -> bool:
        """Tell whether a day of the week stands before it."""
        return bool(WEEKDAY.search(self.before))

    @property
    def is_last_day(self) -> bool:
        """Tell whether the phrase is the last day of a year."""
        return bool(LAST_DAY.search(self.lead))

    @cached_property
    def waits(self) -> bool:
        """Tell whether the phase of a deadline waits for an event or follows another plan."""
        return bool(WAITING.match(self.segment))


def clauses(text: str, groups: Sequence[Group]) -> Iterator[Clause]:
    """Yield the clause of each of the `groups` of `text`, a key."""
    sentences = [(0, 0), *(found.span() for found in SENTENCE_BREAK.finditer(text)), (len(text), len(text))]
    phases = [0, *(found.end() for found in PHASE_BREAK.finditer(text))]
    for at, group in enumerate(groups):
        after = bisect_right(sentences, (group.start, 0))
        begins, ends = sentences[after - 1][1], sentences[after][0]
        phase = phases[bisect_right(phases, group.start) - 1]
        yield _clause(text, groups, at, (begins, max(ends, group.end)), phase)


def _clause(text: str, groups: Sequence[Group], at: int, sentence: tuple[int, int], phase: int) -> Clause:
    group = groups[at]
    begins, ends = max(sentence[0], group.start - _LONGEST), min(sentence[1], group.end + _LONGEST)
    follower = groups[at + 1] if at + 1 < len(groups) else None
    before = text[max(begins, _left(text, groups, at)) : group.start]
    after = text[group.end : min(ends, follower.start) if follower else ends]
    return Clause(
        before=_own(before),
        lead=text[group.start : group.years[0].start],
        after=after,
        sentence=text[begins : min(ends, group.start + _LONGEST)],
        segment=text[phase : min(group.end, phase + _LONGEST)],
        beside=follower.last if follower and JOINED.fullmatch(after) else None,
        opens=not before.strip(" -+*"),
    )


def _left(text: str, groups: Sequence[Group], at: int) -> int:
    """Return where the words begin that lead to a group: what it is joined to shares its own."""
    first = max(0, at - _MOST_JOINED)
    while at > first and JOINED.fullmatch(text, groups[at - 1].end, groups[at].start):
        at -= 1
    return groups[at - 1].end if at else 0


def _own(before: str) -> str:
    """Return what is left of `before` where a new clause begins in it."""
    starts = [found.start() for found in RESTART.finditer(before)]
    return before[starts[-1] :] if starts else before
