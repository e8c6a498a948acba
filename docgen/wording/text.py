"""What the rules of wording read (`Text`, `Context`) and what they tell (`Hit`, `Edit`)."""

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from docgen.language.text import fold
from docgen.model.citation import Citation, find_citations
from docgen.model.finding import Severity
from docgen.rules.lexicon import Expired, Term

_MAY_CITE = re.compile(r"\d[a-zđ]?[/\u2010\u2011\u2013-][A-ZĐƯ\d]|[Ll]uật|LUẬT|Pháp lệnh")
_SENTENCE_END = re.compile(r"[.;\n](?:\s|$)|\n|$")
_ALIKE = (
    ("\u00a0", " "),
    ("\u2010", "-"),
    ("\u2011", "-"),
    ("\u2013", "-"),
    ("\u2014", "-"),
    ("uỷ", "ủy"),
    ("oà", "òa"),
    ("oá", "óa"),
)


@dataclass(frozen=True)
class Text:
    """One paragraph or cell as it reads, in NFC; `place` is the caller's own, handed back in a `Hit`."""

    words: str
    place: object = None
    in_table: bool = False

    @cached_property
    def key(self) -> str:
        """The words without regard to case, dash, space and place of the tone; as long as `words`."""
        return key(self.words)

    @cached_property
    def citations(self) -> tuple[Citation, ...]:
        """The documents cited here, in their order."""
        return find_citations(self.words) if _MAY_CITE.search(self.words) else ()

    @cached_property
    def cited(self) -> tuple[tuple[int, int], ...]:
        """Where documents are cited, each with its title: from its type to the end of the sentence."""
        return tuple((found.start, self.sentence_end(found.end)) for found in self.citations)

    def sentence_end(self, start: int) -> int:
        """Return where the sentence (or the part up to a semicolon) around `start` ends."""
        found = _SENTENCE_END.search(self.words, start)
        return found.start() if found else len(self.words)

    def sentence(self, start: int) -> str:
        """Return the key of the sentence around `start`, up to full stops and semicolons."""
        before = max(self.key.rfind(sign, 0, start) for sign in (". ", "; ", "\n"))
        return self.key[before + 1 : self.sentence_end(start)]

    def is_cited(self, start: int) -> bool:
        """Tell whether what stands at `start` belongs to a cited document or its title."""
        return any(first <= start < last for first, last in self.cited)


@dataclass(frozen=True)
class Context:
    """What the rules know of the document: its day of issue, its year, type, number and symbol, issuer.

    `terms` and `expired` are what the office adds to the lists of docgen.
    """

    date: dt.date | None = None
    year: int | None = None
    type_name: str = ""
    own_number: str = ""
    agency: str = ""
    terms: tuple[Term, ...] = ()
    expired: tuple[Expired, ...] = ()

    @property
    def is_report(self) -> bool:
        """Tell whether the document looks back."""
        return fold(self.type_name) == fold("Báo cáo")

    @property
    def day(self) -> dt.date | None:
        """The day whose law the wording must keep; None when neither a day nor a year is known.

        A draft counts as of the end of its year. A report uses the names that held when its year began.
        """
        if self.year is None:
            return self.date
        if self.is_report:
            begun = dt.date(self.year, 1, 1)
            return min(self.date, begun) if self.date else begun
        return self.date or dt.date(self.year, 12, 31)


@dataclass(frozen=True, slots=True)
class Edit:
    """One certain correction: the letters of `text` from `start` to `end` become `replacement`."""

    text: Text
    start: int
    end: int
    replacement: str


@dataclass(frozen=True, slots=True)
class Hit:
    """One place that breaks `rule`; `severity` is None where it is the rule's own."""

    rule: str
    text: Text
    start: int
    end: int
    message: str
    expected: str = ""
    found: str = ""
    severity: Severity | None = None
    edits: tuple[Edit, ...] = ()
    """What mends it, in this text and in others; empty where a person must decide."""
    others: tuple[Text, ...] = ()
    """Further texts that have the same."""

    @property
    def replacement(self) -> str | None:
        """What the letters from `start` to `end` become; None when that is not certain or not all."""
        if not self.edits or any(edit.text is not self.text for edit in self.edits):
            return None
        return "".join(self._mended())

    def _mended(self) -> Iterator[str]:
        """Yield the letters from `start` to `end`, each edit made."""
        place = self.start
        for edit in self.edits:
            yield self.text.words[place : edit.start]
            yield edit.replacement
            place = edit.end
        yield self.text.words[place : self.end]


def key(words: str) -> str:
    """Return what two spellings of `words` share, letter for letter."""
    lowered = words.lower()
    if len(lowered) != len(words):
        lowered = "".join(letter.lower()[0] for letter in words)
    for one, other in _ALIKE:
        lowered = lowered.replace(one, other)
    return lowered
