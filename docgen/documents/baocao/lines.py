"""Paragraphs of a report before they are numbered: what they are and every piece of their words."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from docgen.documents.baocao.sentences import upper
from docgen.documents.base import Paragraph, ParagraphKind, Run
from docgen.language.lettering import letter
from docgen.language.numerals import to_roman
from docgen.model.figure import Sentence, read

OPENING = "Mở đầu"
"""Where a paragraph stands that is under no heading."""


@dataclass(frozen=True)
class Line:
    """A paragraph; `place` says in words where it stands: "I.1", "II.3.b".

    `about` tells it from others under its heading, where its words would not always do so.
    """

    kind: ParagraphKind
    words: Sentence
    number: str = ""
    bold: bool = False
    place: str = ""
    about: str = ""

    def paragraph(self) -> Paragraph:
        """Return it as it is printed."""
        return Paragraph(
            kind=self.kind, number=self.number, runs=(Run(text=read(self.words), bold=self.bold),)
        )


def section(title: Sentence) -> Line:
    """Return the heading of a section, in capitals."""
    return Line(ParagraphKind.SECTION, upper(title))


def item(title: str) -> Line:
    """Return the heading of a numbered item."""
    return Line(ParagraphKind.TITLED_ITEM, (title,))


def point(title: str) -> Line:
    """Return the heading of a lettered point."""
    return Line(ParagraphKind.TITLED_POINT, (title,))


def text(words: Sentence, about: str = "") -> Line:
    """Return a paragraph; one that ends in a colon leads in what follows."""
    leads = read(words).endswith(":")
    return Line(ParagraphKind.LEAD_IN if leads else ParagraphKind.TEXT, words, about=about)


def dash(words: Sentence, about: str = "") -> Line:
    """Return a paragraph behind a dash."""
    return Line(ParagraphKind.DASH, words, "-", about=about)


def numbered(lines: Iterable[Line]) -> Iterator[Line]:
    """Yield lines with their numbers: sections I., II., items 1., 2., points a), b); and their places."""
    counts = dict.fromkeys(DEPTHS, 0)
    for line in lines:
        if line.kind in DEPTHS:
            counts[line.kind] += 1
            counts |= dict.fromkeys(DEPTHS[DEPTHS.index(line.kind) + 1 :], 0)
        number = _NUMBERS[line.kind](counts[line.kind]) if line.kind in DEPTHS else line.number
        yield replace(line, number=number, place=_place(counts))


def _place(counts: dict[ParagraphKind, int]) -> str:
    names = (_NUMBERS[kind](count).rstrip(".)") for kind, count in counts.items() if count)
    return ".".join(names) or OPENING


DEPTHS = (ParagraphKind.SECTION, ParagraphKind.TITLED_ITEM, ParagraphKind.TITLED_POINT)
"""The kinds of headings, from the outermost."""
_NUMBERS = {
    ParagraphKind.SECTION: lambda count: f"{to_roman(count)}.",
    ParagraphKind.TITLED_ITEM: lambda count: f"{count}.",
    ParagraphKind.TITLED_POINT: lambda count: f"{letter(count)})",
}
