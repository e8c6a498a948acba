"""Paragraphs of a Word file as lines: their words, bold ones marked, and where they stand."""

import re
from collections.abc import Iterable, Iterator, Sequence

from docgen.components import Piece
from docgen.model.text import marked
from docgen.recognition.source import Line
from docgen.word.reading import PAGE_BREAK, Paragraph
from docgen.word.reading.document import COLUMN_BREAK

_BREAKS = str.maketrans({PAGE_BREAK: "\n", COLUMN_BREAK: "\n"})
_BLANKS = re.compile(r"[^\S\n]+")


class Lines:
    """Makes lines of paragraphs, and knows which paragraphs became one.

    Words of a file of ours are taken to the letter (`exact`); those that were typed by hand lose the blanks
    by which they were placed. `numbers` are the lines of the text that a file was made from, paragraph by
    paragraph.
    """

    def __init__(self, *, exact: bool, numbers: Sequence[int] = ()) -> None:
        self._exact = exact
        self._numbers = numbers
        self._taken: set[Paragraph] = set()

    def whole(self, paragraph: Paragraph) -> Line:
        """Return a paragraph with the number that Word writes."""
        label = f"{paragraph.numbered.text} " if paragraph.numbered else ""
        return self._line(paragraph, label + paragraph.text)

    def running(self, paragraph: Paragraph, skipped: int = 0) -> Line:
        """Return the words of a paragraph behind its first `skipped` letters, bold ones between `**`."""
        spans = ((span.text[max(0, skipped - span.start) :], span.face.bold) for span in paragraph.spans)
        stretches = ((text, bold) for text, bold in spans if text)
        return self._line(paragraph, marked(stretches if self._exact else _tight(stretches)))

    def piece(self, piece: Piece) -> Line:
        """Return what stands on one line of a column."""
        text = piece.paragraph.text[piece.start : piece.end]
        label = piece.paragraph.numbered if not piece.paragraph.text[: piece.start].strip() else None
        return self._line(piece.paragraph, f"{label.text} {text}" if label else text)

    def pieces(self, pieces: Iterable[Piece]) -> list[Line]:
        """Return several pieces as lines."""
        return [self.piece(piece) for piece in pieces]

    def take(self, paragraphs: Iterable[Paragraph]) -> None:
        """Note paragraphs whose words stand in lines made elsewhere."""
        self._taken.update(paragraphs)

    def left(self, paragraphs: Iterable[Paragraph]) -> Iterator[Paragraph]:
        """Yield the paragraphs with words that became no line."""
        return (one for one in paragraphs if not one.is_empty and one not in self._taken)

    def cleaned(self, text: str) -> str:
        """Return words as they are taken over."""
        text = text.translate(_BREAKS)
        if self._exact:
            return text.strip()
        return "\n".join(filter(None, (_BLANKS.sub(" ", part).strip() for part in text.split("\n"))))

    def text_line(self, paragraph: Paragraph) -> int | None:
        """Return the line of the text file that a paragraph was made from."""
        return self._numbers[paragraph.number - 1] if self._numbers else None

    def _line(self, paragraph: Paragraph, text: str) -> Line:
        self._taken.add(paragraph)
        line = self.text_line(paragraph)
        place = f"đoạn {paragraph.number}" if line is None else ""
        return Line(self.cleaned(text), place, line)


def _tight(stretches: Iterable[tuple[str, bool]]) -> Iterator[tuple[str, bool]]:
    """Yield stretches with the blanks at the edges of bold words outside of them."""
    for text, bold in stretches:
        if not bold or text == text.strip():
            yield text, bold
            continue
        words = text.strip()
        start = text.index(words) if words else len(text)
        parts = ((text[:start], False), (words, True), (text[start + len(words) :], False))
        yield from (part for part in parts if part[0])
