"""`Figure`: a number that is printed, with what it means and every place that it comes from."""

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from docgen.language.quantities import number, parse_number, percent


@dataclass(frozen=True)
class Source:
    """One place that a number comes from: who said it, in which row of which file, what it says there.

    `unit` is the unit that answered, or what else is known ("Kế hoạch năm 2025", "Lịch báo cáo"); `row`
    the id of a task, the code of an indicator or an address; `submission` the name of the file, "" if none.
    """

    unit: str
    row: str = ""
    submission: str = ""
    said: str = ""


@dataclass(frozen=True)
class Figure:
    """A number: `text` as it is printed, `meaning` and `formula` for who asks where it comes from.

    A day is a figure without a value. Shares keep numerator and denominator in `formula`: "23/26 × 100".
    """

    text: str
    meaning: str
    value: Decimal | int | None = None
    formula: str = ""
    sources: tuple[Source, ...] = ()

    def __str__(self) -> str:
        return self.text


def share_figure(
    meaning: str, part: Decimal | int, whole: Decimal | int, sources: tuple[Source, ...]
) -> Figure:
    """Return the share of `part` in `whole`, which is not 0, with both in its formula."""
    exact = Fraction(part) / Fraction(whole)
    text = percent(exact.numerator, exact.denominator)
    formula = f"{number(part)}/{number(whole)} × 100"
    return Figure(text, meaning, parse_number(text.removesuffix("%")), formula, sources)


@dataclass(frozen=True)
class Quotation:
    """Words that are not ours: of a unit, or of the plan, letter for letter; its numbers are theirs.

    `also` are the other places where the same is said.
    """

    text: str
    source: Source
    also: tuple[Source, ...] = ()

    @property
    def sources(self) -> tuple[Source, ...]:
        """Every place where it is said."""
        return (self.source, *self.also)

    def __str__(self) -> str:
        return self.text


Piece = str | Figure | Quotation
"""A stretch of a sentence: our own words, which hold no number; a number; words that are quoted."""

Sentence = tuple[Piece, ...]
"""A sentence, piece by piece, so that every number in it is known to the trace."""


def read(sentence: Sentence) -> str:
    """Return a sentence as it reads."""
    return "".join(map(str, sentence))
