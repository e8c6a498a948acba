"""Paragraphs of a Word file as lines: their words, bold ones marked, and where they stand."""

import re
from collections import defaultdict
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
        self.of_text = bool(numbers)
        self._taken: set[Paragraph] = set()
        self._pieces: dict[Paragraph, list[Piece]] = defaultdict(list)

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
        self._pieces[piece.paragraph].append(piece)
        return self._told(piece.paragraph, f"{label.text} {text}" if label else text)

    def pieces(self, pieces: Iterable[Piece]) -> list[Line]:
        """Return several pieces as lines."""
        return [self.piece(piece) for piece in pieces]

    def take(self, paragraphs: Iterable[Paragraph]) -> None:
        """Note paragraphs whose words stand in lines made elsewhere."""
        self._taken.update(paragraphs)

    def rest(self, paragraphs: Iterable[Paragraph]) -> Iterator[Line]:
        """Yield lines of the words that became no line: whole paragraphs, or what stands beside pieces."""
        for paragraph in [one for one in paragraphs if not one.is_empty and one not in self._taken]:
            pieces = self._pieces.get(paragraph)
            line = self._line(paragraph, _beside(paragraph, pieces)) if pieces else self.whole(paragraph)
            if not pieces or any(map(str.isalnum, line.text)):
                yield line

    def cleaned(self, text: str) -> str:
        """Return words as they are taken over."""
        text = text.translate(_BREAKS)
        if self._exact:
            return text.strip()
        return "\n".join(filter(None, (_BLANKS.sub(" ", part).strip() for part in text.split("\n"))))

    def place(self, paragraph: Paragraph) -> str:
        """Return where a paragraph stands: its number, or the line of the text that it was made from."""
        if self.of_text:
            return f"dòng {self._numbers[paragraph.number - 1]}"
        return f"đoạn {paragraph.number}"

    def _line(self, paragraph: Paragraph, text: str) -> Line:
        self._taken.add(paragraph)
        return self._told(paragraph, text)

    def _told(self, paragraph: Paragraph, text: str) -> Line:
        return Line(self.cleaned(text), self.place(paragraph))


def _beside(paragraph: Paragraph, pieces: Iterable[Piece]) -> str:
    """Return the words of a paragraph that stand in none of its pieces."""
    letters = list(paragraph.text)
    for piece in pieces:
        letters[piece.start : piece.end] = "\t" * (piece.end - piece.start)
    return "".join(letters)


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
