"""Which font is taken for the name that a Word file gives, and which one helps where it lacks a letter."""

import unicodedata
from collections.abc import Iterator
from functools import cache
from itertools import product

from docgen.errors import MissingError
from docgen.pdf.fonts.font import Font
from docgen.pdf.fonts.matching import Match, match, plain

_TIMES = "timesnewroman"
_PREFERRED = {
    _TIMES: ("Liberation Serif", "Tinos"),
    "arial": ("Liberation Sans", "Arimo"),
    "couriernew": ("Liberation Mono", "Cousine"),
    **dict.fromkeys(("wingdings", "wingdings2", "wingdings3", "webdings"), ("OpenSymbol",)),
}
"""What LibreOffice takes itself when it is installed; for all other names it asks fontconfig."""
_ALIKE = (
    {_TIMES, "times", "liberationserif", "tinos"},
    {"arial", "helvetica", "liberationsans", "arimo"},
    {"couriernew", "courier", "liberationmono", "cousine"},
    {"calibri", "carlito"},
    {"cambria", "caladea"},
    {"symbol", "wingdings", "wingdings2", "wingdings3", "webdings", "opensymbol"},
)
"""Families of the same advance widths, and of the same signs."""
_REMEDY = "Hãy cài phông: sudo apt-get install fonts-croscore (hoặc fonts-liberation2), rồi chạy lại."
_TONES = ("", "\u0300", "\u0301", "\u0303", "\u0309", "\u0323")
_VOWELS = "aăâeêioôơuưy"


@cache
def vietnamese_letters() -> frozenset[str]:
    """Return 146 letters: the vowels of Vietnamese with every tone, and đ, in both cases, composed."""
    small = {unicodedata.normalize("NFC", vowel + tone) for vowel, tone in product(_VOWELS, _TONES)} | {"đ"}
    return frozenset(small | {letter.upper() for letter in small})


class Fonts:
    """The fonts of one conversion; each name is asked for once.

    `substituted` tells for the families that are not installed which other one was taken, unless its letters
    have the same widths.
    """

    def __init__(self) -> None:
        self.substituted: dict[str, str] = {}
        self._fonts: dict[tuple[str, bool, bool], Font] = {}
        self._helpers: dict[tuple[Font, str], Font] = {}

    def font(self, family: str, *, bold: bool, italic: bool) -> Font:
        """Return the font that LibreOffice takes for a family and style.

        Raises:
            MissingError: Times New Roman is asked for and no family of its widths with all Vietnamese
                letters is installed; or no font at all is.

        """
        key = family, bold, italic
        if key not in self._fonts:
            self._fonts[key] = self._choose(family, bold=bold, italic=italic)
        return self._fonts[key]

    def pieces(self, text: str, font: Font) -> Iterator[tuple[str, Font]]:
        """Cut a text where another font must supply characters; what no font has stays with `font`."""
        if font.is_simple(text):
            yield text, font
            return
        start, current = 0, font
        for at, char in enumerate(text):
            helper = font if font.has(char) else self._helper(font, char)
            if helper is not current and at > start:
                yield text[start:at], current
                start = at
            current = helper
        yield text[start:], current

    def _choose(self, family: str, *, bold: bool, italic: bool) -> Font:
        found = _choice(family, bold=bold, italic=italic)
        if not _has_widths_of(family, found):
            self.substituted[family] = found.families[0]
        return _opened(found)

    def _helper(self, font: Font, char: str) -> Font:
        key = font, char
        if key not in self._helpers:
            self._helpers[key] = _supplier(font, char)
        return self._helpers[key]


def _choice(family: str, *, bold: bool, italic: bool) -> Match:
    """Return the file for a name: its own family, what LibreOffice prefers, or what fontconfig answers."""
    for name in _names(family):
        found = match(name, bold=bold, italic=italic)
        if found and found.is_called(name) and (plain(family) != _TIMES or _is_vietnamese(found)):
            return found
    answer = match(family, bold=bold, italic=italic)
    if answer is None or plain(family) == _TIMES:
        raise MissingError("Máy chưa có phông chữ thay được Times New Roman để tạo PDF.", _REMEDY)
    return answer


def _names(families: str) -> Iterator[str]:
    """Yield the families to look for: each that is named, the best first, before those that replace it."""
    for name in families.split(";"):
        yield name
        yield from _PREFERRED.get(plain(name), ())


def _is_vietnamese(found: Match) -> bool:
    """Whether a face has every Vietnamese letter, and its style is drawn, not made."""
    made = found.bold_made or found.italic_made
    return not made and all(map(_opened(found).has, vietnamese_letters()))


def _has_widths_of(asked: str, taken: Match) -> bool:
    wanted = plain(asked.split(";", maxsplit=1)[0])
    alike = next((names for names in _ALIKE if wanted in names), {wanted})
    return any(taken.is_called(name) for name in alike)


def _supplier(font: Font, char: str) -> Font:
    """Return the font that fontconfig has for a character, or `font` when none has it."""
    found = match(font.family, bold=font.bold, italic=font.italic, char=char)
    helper = _opened(found) if found else font
    return helper if helper.has(char) else font


@cache
def _opened(found: Match) -> Font:
    return Font(found)
