"""The fonts of the pages: which file is taken for a name, how wide its letters are, which glyphs show a text.

Fonts      asks fontconfig as LibreOffice does, and remembers
Font       one file: widths, heights of lines, glyphs
"""

from docgen.pdf.fonts.choosing import Fonts, vietnamese_letters
from docgen.pdf.fonts.font import DOTS, Font, Glyph

__all__ = [
    "DOTS",
    "Font",
    "Fonts",
    "Glyph",
    "vietnamese_letters",
]
