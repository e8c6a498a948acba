"""Where every number of a report comes from: one entry for each that is printed."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from docgen.model.figure import Figure, Piece, Quotation, Sentence

NUMBER = re.compile(r"\d+(?:[.,/-]\d+)*%?")
"""A number as Vietnamese writes it, a share or a day."""


@dataclass(frozen=True)
class Told:
    """A printed text, piece by piece, and where it stands in words: "I.1", "Phụ lục I, dòng 12"."""

    place: str
    words: Sentence


@dataclass(frozen=True)
class TracedNumber:
    """A number that is printed: in the text at `position` of `printed_texts`, from the letter `start` on."""

    position: int
    start: int
    place: str
    text: str
    figure: Figure


def traced(told: Sequence[Told]) -> Iterator[TracedNumber]:
    """Yield every number of the printed texts in their order; those of quoted words with who said them."""
    for position, one in enumerate(told):
        for start, figure in _figures(one.words):
            yield TracedNumber(position, start, one.place, figure.text, figure)


def _figures(words: Iterable[Piece]) -> Iterator[tuple[int, Figure]]:
    """Yield the figures of a sentence with where they begin."""
    start = 0
    for piece in words:
        if isinstance(piece, Figure):
            yield start, piece
        elif isinstance(piece, Quotation):
            yield from ((start + at, figure) for at, figure in _quoted(piece))
        start += len(str(piece))


def _quoted(quotation: Quotation) -> Iterator[tuple[int, Figure]]:
    """Yield the numbers that stand in quoted words, with the letters right around them."""
    meaning = f"Số trong lời của {quotation.source.unit}"
    for found in NUMBER.finditer(quotation.text):
        yield found.start(), Figure(found[0], meaning, sources=quotation.sources)
