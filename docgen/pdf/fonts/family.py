"""The font of the pages: one family with the measures of Times New Roman and every Vietnamese letter.

fontconfig answers every question with some font, and Pango fills holes from another one; so the family is
looked for by name, its faces are opened and their letters counted before a page is set.
"""

import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, cached_property

from fontTools.ttLib import TTFont
from weasyprint.text.ffi import ffi, fontconfig

from docgen.errors import MissingError
from docgen.pdf.fonts.choosing import vietnamese_letters

FAMILIES = ("Times New Roman", "Tinos", "Liberation Serif")
"""Families of equal advance widths, the best first; Tinos and Liberation Serif were drawn to replace the
first."""

_STYLES = {
    (False, False): "Regular",
    (True, False): "Bold",
    (False, True): "Italic",
    (True, True): "Bold Italic",
}
_TWIPS = 20
_REMEDY = "Hãy cài phông: sudo apt-get install fonts-croscore (hoặc fonts-liberation2), rồi chạy lại."


class Face:
    """One font file: its letters, advance widths and line height."""

    def __init__(self, path: str) -> None:
        with TTFont(path, lazy=True) as font:
            self._units: int = font["head"].unitsPerEm
            self._ascent: int = font["hhea"].ascent + font["hhea"].lineGap
            self._descent: int = -font["hhea"].descent
            self._glyphs: dict[int, str] = font.getBestCmap()
            self._advances: dict[str, tuple[int, int]] = font["hmtx"].metrics

    def missing(self, characters: Iterable[str]) -> set[str]:
        """Return the visible characters that the face has no glyph for."""
        return {char for char in characters if ord(char) not in self._glyphs and _is_visible(char)}

    def width(self, text: str, size: float) -> float:
        """Return the width of `text` in points, without kerning."""
        return sum(self._advance(char) for char in text) * size / self._units

    def line_height(self, size: float) -> float:
        """Return the height of a line in points: above and below the base line, each in whole twips."""
        above, below = (round(part * size / self._units * _TWIPS) for part in (self._ascent, self._descent))
        return (above + below) / _TWIPS

    def _advance(self, char: str) -> int:
        glyph = self._glyphs.get(ord(char), ".notdef")
        return self._advances[glyph][0] if _is_visible(char) else 0


@dataclass(frozen=True)
class Family:
    """The four faces of a family, opened when they are asked for."""

    name: str
    files: dict[tuple[bool, bool], str]

    @cached_property
    def _faces(self) -> dict[tuple[bool, bool], Face]:
        return {style: Face(path) for style, path in self.files.items()}

    def face(self, *, bold: bool = False, italic: bool = False) -> Face:
        """Return the face of a weight and slope."""
        return self._faces[bold, italic]

    def is_vietnamese(self) -> bool:
        """Whether every face has every Vietnamese letter."""
        return not any(face.missing(vietnamese_letters()) for face in self._faces.values())


@cache
def times() -> Family:
    """Return the family that pages are set in.

    Raises:
        MissingError: no family of the measures of Times New Roman with all Vietnamese letters is installed.

    """
    return choose(FAMILIES)


def choose(names: Iterable[str]) -> Family:
    """Return the first of the families `names` that is installed whole.

    Raises:
        MissingError: there is none; the problems say what each of them lacks.

    """
    problems = []
    for name in names:
        family = Family(name, dict(_installed(name)))
        if len(family.files) < len(_STYLES):
            problems.append(f"{name}: chưa cài đủ bốn kiểu chữ (đứng, đậm, nghiêng, đậm nghiêng)")
        elif not family.is_vietnamese():
            problems.append(f"{name}: thiếu chữ cái tiếng Việt (bản cũ)")
        else:
            return family
    raise MissingError("Máy chưa có phông chữ thay được Times New Roman để tạo PDF.", _REMEDY, problems)


def _installed(family: str) -> Iterator[tuple[tuple[bool, bool], str]]:
    """Yield the files of the faces that fontconfig has under this very name."""
    for style, words in _STYLES.items():
        found = _match(family, words)
        if found["family"] == family and found["style"] == words:
            yield style, found["file"]


def _match(family: str, style: str) -> dict[str, str]:
    """Ask fontconfig, as Pango will, for a face; it may answer with any other."""
    config = fontconfig.FcInitLoadConfigAndFonts()
    pattern = ffi.gc(fontconfig.FcPatternCreate(), fontconfig.FcPatternDestroy)
    for name, wanted in (("family", family), ("style", style)):
        fontconfig.FcPatternAddString(pattern, name.encode(), wanted.encode())
    result = ffi.new("FcResult *")
    found = ffi.gc(fontconfig.FcFontMatch(config, pattern, result), fontconfig.FcPatternDestroy)
    answer = {name: _string(found, name) for name in ("family", "style", "file")}
    fontconfig.FcConfigDestroy(config)
    return answer


def _string(pattern: object, name: str) -> str:
    value = ffi.new("FcChar8 **")
    fontconfig.FcPatternGetString(pattern, name.encode(), 0, value)
    return "" if value[0] == ffi.NULL else ffi.string(ffi.cast("char *", value[0])).decode()


def _is_visible(char: str) -> bool:
    return unicodedata.category(char) not in {"Cf", "Cc"}
