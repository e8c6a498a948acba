"""Text on a page (ISO 32000-1, 9.4): characters become glyph ids, gaps become moves."""

import math

from docgen.pdf.fonts import Font
from docgen.pdf.pages import Glyphs
from docgen.pdf.writing.canvas import Canvas, rgb
from docgen.pdf.writing.embedding import Embedding, tells
from docgen.pdf.writing.objects import File, string
from docgen.pdf.writing.shaping import Shaped

_THOUSAND = 1000
_SPACE, _SOFT_HYPHEN = " ", "\u00ad"
_FILLED, _THICKENED = 0, 2
"""Ways to draw letters (9.3.6)."""
_BOLD_STROKE, _SLANT = 1 / 25, 1 / 3
"""How LibreOffice makes a font bold or italic that has no such face, in parts of the size."""
_WIDE_GAP = 0.08
"""From which part of the size on readers begin to take a gap between letters for a space."""


class Alphabet(dict[str, str]):
    """How the characters of a font are written: its glyph ids in hexadecimal digits.

    A space is followed by white space, which means nothing there, to find it again. `unclear` are those whose
    glyph is taken for something else.
    """

    def __init__(self, font: Font, embedding: Embedding) -> None:
        super().__init__()
        self.embedding = embedding
        self.unclear: set[str] = set()
        self._font = font

    def __missing__(self, char: str) -> str:
        """Return how a character is written that is met for the first time."""
        glyph = self._font.glyph(char)
        if not tells(self.embedding.use(glyph, char), char):
            self.unclear.add(char)
        self[char] = f"{glyph:04X}{_SPACE * (char == _SPACE)}"
        return self[char]


class Texts:
    """The text of a file, and the fonts that it needs; a font file is embedded once."""

    def __init__(self) -> None:
        self._embeddings: dict[tuple[str, int], Embedding] = {}
        self._alphabets: dict[Font, Alphabet] = {}

    def paint(self, item: Glyphs, canvas: Canvas) -> None:
        """Write a text on a page."""
        alphabet = self._alphabet(item.font)
        text = item.text[:-1] + "-" if item.text.endswith(_SOFT_HYPHEN) else item.text
        is_plain = not item.kerned and item.font.is_simple(text)
        canvas.begin_text()
        _set_state(item, alphabet.embedding.key, canvas)
        canvas.set("Tc", item.letter_gap / item.scale if is_plain else 0)
        canvas.write(_matrix(item, canvas.height))
        if is_plain:
            shown, is_clear = _plain(item, text, alphabet), alphabet.unclear.isdisjoint(text)
        else:
            shaped = Shaped(item, text, alphabet.embedding)
            shown, is_clear = shaped.operators(), shaped.is_clear
        if not is_clear or item.letter_gap > _WIDE_GAP * item.size:
            shown = f"/Span<</ActualText{string(text)}>>BDC\n{shown}\nEMC"
        canvas.write(shown)

    def write(self, file: File) -> str:
        """Add the fonts to a file; return the entries of the resources that name them."""
        return "".join(f"/{one.key} {one.write(file)}" for one in self._embeddings.values())

    def _alphabet(self, font: Font) -> Alphabet:
        if font not in self._alphabets:
            place = (font.path, font.index)
            if place not in self._embeddings:
                self._embeddings[place] = Embedding(f"F{len(self._embeddings)}", font)
            self._alphabets[font] = Alphabet(font, self._embeddings[place])
        return self._alphabets[font]


def _set_state(item: Glyphs, key: str, canvas: Canvas) -> None:
    color = rgb(item.color)
    canvas.set("Tf", f"/{key}", item.size)
    canvas.set("rg", color)
    canvas.set("Tz", item.scale * 100)
    canvas.set("Tr", _THICKENED if item.font.bold_made else _FILLED)
    if item.font.bold_made:
        canvas.set("RG", color)
        canvas.set("w", item.size * _BOLD_STROKE)


def _matrix(item: Glyphs, height: float) -> str:
    """Return the operator that says where a text begins, and which way it goes (9.4.2)."""
    place = f"{item.x:.2f} {height - item.y:.2f} Tm"
    slant = _SLANT if item.font.italic_made else 0.0
    if not item.angle:
        return f"1 0 {slant:.3f} 1 {place}" if slant else f"1 0 0 1 {place}"
    sine, cosine = math.sin(math.radians(item.angle)), math.cos(math.radians(item.angle))
    return f"{cosine:.5f} {sine:.5f} {slant * cosine - sine:.5f} {slant * sine + cosine:.5f} {place}"


def _plain(item: Glyphs, text: str, alphabet: Alphabet) -> str:
    """Return the operator that shows a text whose characters have one glyph each."""
    codes = "".join(map(alphabet.__getitem__, text))
    if not item.word_gap:
        return f"<{codes}>Tj"
    move = item.word_gap * _THOUSAND / item.size / item.scale
    return f"[<{codes.replace(_SPACE, f'>{-move:.2f}<')}>]TJ"
