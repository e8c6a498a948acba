"""How characters are set: the font of a run, its size, and how wide and high that makes them."""

from collections.abc import Callable
from dataclasses import dataclass, field

from docgen.pdf.fonts import Font, Fonts
from docgen.word.formatting import RunFormat

RAISED_SIZE = 58
"""LibreOffice sets superscript and subscript at 58 % of the size, in whole twips."""

_TWIPS = 20

_RAISED = frozenset({"superscript", "subscript"})


class _Widths(dict[str, float]):
    """The width of each character of a style, in points; asked once of what measures it."""

    def __init__(self, measure: Callable[[str], float]) -> None:
        super().__init__()
        self._measure = measure

    def __missing__(self, char: str) -> float:
        width = self[char] = self._measure(char)
        return width


@dataclass(eq=False, slots=True)
class Style:
    """What setting needs of a run.

    `rise` lifts it off the base line; `ascent` and `descent` are those of its line.
    """

    face: RunFormat
    font: Font
    size: float
    rise: float
    ascent: float
    descent: float
    advances: _Widths
    """Widths as lines are broken by: on LibreOffice's grid."""
    printed: _Widths
    """Widths as they are printed."""
    others: "dict[Font, Style]" = field(default_factory=dict)

    @property
    def is_shaped(self) -> bool:
        """Whether widths depend on neighbours."""
        return self.face.kerned

    def width(self, text: str) -> float:
        """Return the width of `text` in points, without kerning."""
        return sum(map(self.advances.__getitem__, text))


class Styles:
    """The styles of a file by run format."""

    def __init__(self, fonts: Fonts) -> None:
        self._fonts = fonts
        self._known: dict[RunFormat, Style] = {}
        self.missing: dict[str, str] = {}
        """Characters that no font has, each with the text that it was first met in."""

    def of(self, face: RunFormat) -> Style:
        """Return how a run of this format is set."""
        style = self._known.get(face)
        if style is None:
            font = self._fonts.font(face.font, bold=face.bold, italic=face.italic)
            style = self._known[face] = _style(face, font)
        return style

    def pieces(self, text: str, face: RunFormat) -> list[tuple[str, Style]]:
        """Cut `text` where its font lacks characters that another font has."""
        style = self.of(face)
        if style.font.is_simple(text):
            return [(text, style)]
        pieces = list(self._fonts.pieces(text, style.font))
        for piece, font in pieces:
            lacking = (char for char in piece if not font.has(char))
            self.missing |= {char: text for char in lacking if char not in self.missing}
        return [(piece, _with_font(style, font)) for piece, font in pieces]


def _with_font(style: Style, font: Font) -> Style:
    if font is style.font:
        return style
    if font not in style.others:
        helper = _style(style.face, font)
        helper.ascent, helper.descent = style.ascent, style.descent
        style.others[font] = helper
    return style.others[font]


def _style(face: RunFormat, font: Font) -> Style:
    size = round(face.size * _TWIPS) * RAISED_SIZE // 100 / _TWIPS if face.raised in _RAISED else face.size
    scale, gap = face.scale, face.letter_spacing
    wide = size if scale == 1 else int(_TWIPS * size * scale) / _TWIPS
    line_size = face.line_size or face.size
    ascent, descent = font.ascent(line_size), font.descent(line_size)
    rise = int(face.raised_by / face.size * (ascent + descent) * _TWIPS) / _TWIPS
    ascent, descent = ascent + max(rise, 0.0), descent + max(-rise, 0.0)
    if face.raised == "superscript":
        rise += (1 - RAISED_SIZE / 100) * font.ascent(face.size)
    elif face.raised == "subscript":
        rise -= (1 - RAISED_SIZE / 100) * font.descent(face.size)
    return Style(
        face,
        font,
        size,
        rise,
        ascent,
        descent,
        _Widths(lambda char: font.width(char, wide) + gap),
        _Widths(lambda char: font.advance(char) * size / font.units * scale + gap),
    )
