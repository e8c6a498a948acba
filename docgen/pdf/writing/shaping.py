"""Text that HarfBuzz has shaped: ligatures, marks above letters, kerning, letters that the font lacks."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from operator import attrgetter
from unicodedata import category

from docgen.pdf.fonts import Glyph
from docgen.pdf.pages import Glyphs
from docgen.pdf.writing.embedding import Embedding, tells

_THOUSAND = 1000
_SPACE = " "
_INVISIBLE = frozenset({"Cc", "Cf"})


class Shaped:
    """The glyphs of a text and the moves between them, as the operators that show it.

    `is_clear` says whether who reads the glyphs finds the text. A letter that the font lacks is a gap
    (ISO 19005-2, 6.2.11.8, forbids the box that fonts have for it).
    """

    def __init__(self, item: Glyphs, text: str, embedding: Embedding) -> None:
        self._embedding = embedding
        self._units, self._size = item.font.units, item.size
        per_point = self._units / item.size / item.scale
        self._word_gap, self._letter_gap = item.word_gap * per_point, item.letter_gap * per_point
        self._blank = item.font.glyph(_SPACE)
        self._pieces: list[str] = []
        self._read: list[str] = []
        self._move = self._rise = 0.0
        for cluster, letters in _clusters(item.font.shape(text, kerned=item.kerned), text):
            self._show(cluster, letters)
        self.is_clear = tells("".join(self._read), "".join(filter(_is_visible, text)))

    def operators(self) -> str:
        """Return what shows the text."""
        return f"[<{''.join(self._pieces)}>]TJ{' 0 Ts' if self._rise else ''}"

    def _show(self, cluster: Sequence[Glyph], letters: str) -> None:
        one_by_one = len(cluster) == len(letters)
        meanings = letters if one_by_one else [letters, *letters[-1] * (len(cluster) - 1)]
        for glyph, meaning in zip(cluster, meanings, strict=True):
            self._add(glyph, meaning)
        self._move += self._letter_gap + self._word_gap * (letters == _SPACE)

    def _add(self, glyph: Glyph, meaning: str) -> None:
        shown = glyph.id or self._blank
        self._go_to(self._move + glyph.x, glyph.y)
        self._pieces.append(f"{shown:04X}")
        self._read.append(self._embedding.use(shown, meaning if glyph.id else _SPACE))
        self._move = glyph.advance - glyph.x - self._embedding.advance(shown)

    def _go_to(self, move: float, rise: float) -> None:
        if rise != self._rise:
            self._pieces.append(f">]TJ {rise * self._size / self._units:.3f} Ts[<")
            self._rise = rise
        if move:
            self._pieces.append(f">{-move * _THOUSAND / self._units:.2f}<")


def _clusters(glyphs: Sequence[Glyph], text: str) -> Iterator[tuple[list[Glyph], str]]:
    """Yield glyphs that belong together with the visible letters that they show."""
    starts = sorted({glyph.cluster for glyph in glyphs})
    ends = dict(zip(starts, [*starts[1:], len(text)], strict=True))
    for start, cluster in groupby(glyphs, key=attrgetter("cluster")):
        letters = "".join(filter(_is_visible, text[start : ends[start]]))
        if letters:
            yield list(cluster), letters


def _is_visible(char: str) -> bool:
    return category(char) not in _INVISIBLE
