"""What fields say on a page: its number, how many there are, the words of a style."""

from dataclasses import dataclass, field, replace

from docgen.pdf.description import PageNumber, StyleText
from docgen.word.reading.numerals import numeral


@dataclass(frozen=True, slots=True)
class Totals:
    """How many pages the file and each of its sections have; guesses the first time."""

    file: int = 1
    sections: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Fields:
    """What is known of the page being made: its number as it is written, and words by style."""

    number: int = 1
    number_style: str = "decimal"
    section: int = 0
    totals: Totals = field(default_factory=Totals)
    first_words: dict[str, str] = field(default_factory=dict)
    last_words: dict[str, str] = field(default_factory=dict)

    def text(self, inline: PageNumber | StyleText) -> str:
        """Return what a field shows."""
        if isinstance(inline, StyleText):
            words = self.last_words if inline.last else self.first_words
            return words.get(inline.style, inline.stored)
        return numeral(self._count(inline), inline.style or self._style_of(inline))

    def on(self, number: int) -> "Fields":
        """Return the same for the page with this number."""
        return replace(self, number=number)

    def with_words(self, first: dict[str, str], last: dict[str, str]) -> "Fields":
        """Return the same for a page with these words by style; words of the pages before stay."""
        return replace(
            self,
            first_words={**self.last_words, **first},
            last_words={**self.last_words, **last},
        )

    def _count(self, inline: PageNumber) -> int:
        if inline.total:
            return self.totals.file
        if inline.section:
            known = self.totals.sections
            return known[self.section] if self.section < len(known) else 1
        return self.number

    def _style_of(self, inline: PageNumber) -> str:
        return "decimal" if inline.total or inline.section else self.number_style
