"""One font file: how wide its letters are, how high its lines, which glyphs show a text.

HarfBuzz reads the tables; opening a file takes 0.1 ms. Heights and advances are those that LibreOffice 7.4
sets lines with.
"""

import math
import string
import unicodedata
from functools import cached_property
from itertools import product
from pathlib import Path
from typing import NamedTuple

import uharfbuzz as hb

from docgen.pdf.fonts.matching import Match

DOTS = 120
"""LibreOffice measures text on a grid of 120 dots a point; lines are whole twips high, six dots each."""

_TWIP = 6
_UNLED = "OpenSymbol"
"""Its external leading is not counted by LibreOffice."""
_SAME_GLYPH = {"\u00a0": " ", "\u2011": "-"}
"""Characters shown as others when the font has no glyph of their own: the same, not to be broken at."""
_COMBINING = ("Mn", "Mc", "Me")
_INVISIBLE = ("Cf", "Cc")
_LATIN = ("DFLT", "latn")
_JOINING = {"liga", "clig", "calt", "rlig"}
"""The scripts of a font that Latin text may use, and the features that join letters unasked."""
_LATIN_ENDS = 0x0530
"""Scripts from Armenian on may join, reorder or stack letters; those named below do not."""
_ONE_BY_ONE = ((0x1E00, 0x2E80), (0x3000, 0xA000), (0xE000, 0xFB00), (0xFF00, 0xFFF0))
"""Latin with Vietnamese tones, signs and symbols; ideographs; private signs; wide and narrow forms."""


class Glyph(NamedTuple):
    """One shaped glyph; lengths in font units, `cluster` is the place in the text that it belongs to."""

    id: int
    advance: int
    x: int
    y: int
    cluster: int


class _Advances(dict[str, int]):
    """The advance width at one size of each character that was asked for, in dots of the grid."""

    def __init__(self, font: "Font", size: float) -> None:
        super().__init__()
        self._font, self._size = font, size

    def __missing__(self, char: str) -> int:
        self[char] = dots = self._font.dots(self._font.advance(char), self._size)
        return dots


class _Sizes(dict[float, _Advances]):
    """The advance widths of a font by size."""

    def __init__(self, font: "Font") -> None:
        super().__init__()
        self._font = font

    def __missing__(self, size: float) -> _Advances:
        self[size] = advances = _Advances(self._font, size)
        return advances


class Font:
    """One face of one font file.

    `bold` and `italic` are the style it was asked for; what the file lacks of it is to be made.
    `name` is its PostScript name, `units` its units per em; `underline_position` (of the middle of the
    line), `underline_thickness` and `strikeout_position` are in those units, upwards from the base line.
    """

    def __init__(self, found: Match) -> None:
        self.path, self.index, self.family = found.path, found.index, found.families[0]
        self.bold, self.italic = found.bold, found.italic
        self.bold_made, self.italic_made = found.bold_made, found.italic_made
        self._face = hb.Face(hb.Blob.from_file_path(self.path), self.index)
        self._font = hb.Font(self._face)
        self.units: int = self._face.upem
        self._advances = _Sizes(self)
        self._heights: dict[float, tuple[float, float]] = {}
        self._simple: set[str] = set()

    @cached_property
    def name(self) -> str:
        """The PostScript name, or what else the file is called."""
        told = self._face.get_name(hb.OTNameIdPredefined.POSTSCRIPT_NAME)
        return (told or self.family or Path(self.path).stem).replace(" ", "")

    @cached_property
    def underline_position(self) -> int:
        """Where the underline lies: below the base line is negative."""
        return self._metric(hb.OTMetricsTag.UNDERLINE_OFFSET)

    @cached_property
    def underline_thickness(self) -> int:
        """How thick the underline is."""
        return self._metric(hb.OTMetricsTag.UNDERLINE_SIZE)

    @cached_property
    def strikeout_position(self) -> int:
        """Where a line through the letters lies."""
        return self._metric(hb.OTMetricsTag.STRIKEOUT_OFFSET)

    def width(self, text: str, size: float) -> float:
        """Return the width of `text` in points without kerning, each letter rounded to the grid."""
        return sum(map(self._advances[size].__getitem__, text)) / DOTS

    def shaped_width(self, text: str, size: float) -> float:
        """Return the width of `text` in points with kerning, as HarfBuzz shapes it, rounded likewise."""
        return sum(self.dots(glyph.advance, size) for glyph in self.shape(text, kerned=True)) / DOTS

    def dots(self, length: float, size: float) -> int:
        """Return a length in font units as whole dots of the grid at a size."""
        return _rounded(length * size * DOTS / self.units)

    def advance(self, char: str) -> int:
        """Return the advance width of a character in font units; what is invisible has none."""
        return 0 if _is_invisible(char) else int(self._font.get_glyph_h_advance(self.glyph(char)))

    def ascent(self, size: float) -> float:
        """Return the height of a line of the font above the base line in points, external leading too."""
        return self._height(size)[0]

    def descent(self, size: float) -> float:
        """Return the depth of a line of the font below the base line in points."""
        return self._height(size)[1]

    def has(self, char: str) -> bool:
        """Whether the font can show a character, or there is nothing to show."""
        return self.glyph(char) != 0 or _is_invisible(char)

    def glyph(self, char: str) -> int:
        """Return the number of the glyph of a character; 0 is the box for what is missing."""
        found = self._font.get_nominal_glyph(ord(char))
        if found is None and char in _SAME_GLYPH:
            found = self._font.get_nominal_glyph(ord(_SAME_GLYPH[char]))
        return found or 0

    def shape(self, text: str, *, kerned: bool) -> tuple[Glyph, ...]:
        """Return the glyphs that show `text`, left to right as they are painted."""
        buffer = hb.Buffer()
        buffer.add_str(text)
        buffer.guess_segment_properties()
        hb.shape(self._font, buffer, {"kern": kerned})
        return tuple(
            Glyph(info.codepoint, place.x_advance, place.x_offset, place.y_offset, info.cluster)
            for info, place in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True)
        )

    def is_simple(self, text: str) -> bool:
        """Whether each character is shown by one glyph of its own, one after the other."""
        if self._simple.issuperset(text):
            return True
        self._simple.update(char for char in text if self._stands_alone(char))
        return self._simple.issuperset(text)

    def _stands_alone(self, char: str) -> bool:
        return _is_shown_one_by_one(char) and self.glyph(char) != 0 and char not in self._ligating

    @cached_property
    def _ligating(self) -> set[str]:
        """The Latin letters that begin a ligature, such as the f of "fi"."""
        if not self._joins_latin():
            return set()
        pairs = ["".join(pair) for pair in product(string.ascii_letters, string.ascii_lowercase)]
        shown = {glyph.cluster for glyph in self.shape(" ".join(pairs), kerned=False)}
        return {pair[0] for at, pair in enumerate(pairs) if 3 * at + 1 not in shown}

    def _joins_latin(self) -> bool:
        scripts = self._face.get_table_script_tags("GSUB")
        found = (
            self._face.get_language_feature_tags("GSUB", at)
            for at, tag in enumerate(scripts)
            if tag in _LATIN
        )
        return any(not _JOINING.isdisjoint(features) for features in found)

    def _height(self, size: float) -> tuple[float, float]:
        if size not in self._heights:
            self._heights[size] = self._measure(size)
        return self._heights[size]

    def _measure(self, size: float) -> tuple[float, float]:
        """Return ascent and descent at a size.

        Each measure is rounded to the grid; then ascent, leading and their whole height to twips.
        """
        extents = self._font.get_font_extents("ltr")
        line_gap = 0 if self.family == _UNLED else extents.line_gap
        ascent, descent, leading = (
            self.dots(length, size) for length in (extents.ascender, -extents.descender, line_gap)
        )
        height, above, gap = (_rounded(dots / _TWIP) for dots in (ascent + descent, ascent, leading))
        return (above + gap) * _TWIP / DOTS, (height - above) * _TWIP / DOTS

    def _metric(self, tag: hb.OTMetricsTag) -> int:
        return int(self._font.get_metric_position_with_fallback(tag))


def _rounded(number: float) -> int:
    return math.floor(number + 0.5)


def _is_invisible(char: str) -> bool:
    return unicodedata.category(char) in _INVISIBLE


def _is_shown_one_by_one(char: str) -> bool:
    code = ord(char)
    known = code < _LATIN_ENDS or any(first <= code < end for first, end in _ONE_BY_ONE)
    return known and unicodedata.category(char) not in (*_COMBINING, *_INVISIBLE)
