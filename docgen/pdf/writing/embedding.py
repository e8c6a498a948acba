"""Fonts inside a PDF (ISO 32000-1, 9.7): what of a font file is used, and what each glyph of it means."""

import hashlib
from collections.abc import Iterator, Sequence
from string import ascii_uppercase
from unicodedata import category

import uharfbuzz
from fontTools.ttLib import TTFont

from docgen.pdf.fonts import Font
from docgen.pdf.writing.objects import File, Ready, array, name, number

_THOUSAND = 1000
_NEEDED = frozenset({"head", "hhea", "maxp", "hmtx", "loca", "glyf", "CFF "})
"""The tables that a reader takes from an embedded font whose characters are glyph ids (9.9)."""
_HOW = (
    uharfbuzz.SubsetFlags.RETAIN_GIDS
    | uharfbuzz.SubsetFlags.NO_HINTING
    | uharfbuzz.SubsetFlags.NO_LAYOUT_CLOSURE
    | uharfbuzz.SubsetFlags.CFF_IDENTITY_CHARSET
)
_FILE_INDEX = 0xFFFF
"""The part of a font's index that counts in a collection; the rest names an instance of a variable font."""
_BOX_IN_HEAD = range(36, 44, 2)
"""Where the table "head" has xMin, yMin, xMax and yMax."""

_FIXED_PITCH, _SERIF, _SYMBOLIC, _SCRIPT, _ITALIC = 1, 2, 4, 8, 64
"""Flags of a font (9.8.2)."""
_LATIN_TEXT, _LATIN_HAND, _MONOSPACED, _SERIFS = 2, 3, 9, range(2, 11)
"""Values of PANOSE that say so."""

_CMAP = """/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <FFFF>
endcodespacerange
{}
endcmap
CMapName currentdict /CMap defineresource pop
end
end"""
_MOST_IN_BLOCK = 100
"""How many characters a block of a CMap may map (Adobe Technical Note 5014)."""
_LOOKALIKES = str.maketrans({"\u00a0": " ", "\u00ad": "-", "\u2010": "-", "\u2011": "-"})
"""Spaces and hyphens of a kind, which fonts show with the glyph of the plain one."""
_PRIVATE = "Co"


class Embedding:
    """One font file in a PDF: the glyphs that pages show, each with the characters that it stands for."""

    def __init__(self, key: str, font: Font) -> None:
        self.key = key
        self._font = font
        self._face = uharfbuzz.Face(uharfbuzz.Blob.from_file_path(font.path), font.index)
        self._measures = uharfbuzz.Font(self._face)
        self._first = {font.glyph(char): char for char in " -"}
        self._texts: dict[int, str] = {}

    def use(self, glyph: int, text: str) -> str:
        """Note that `glyph` is shown for `text`; return what a reader will take it for."""
        return self._texts.setdefault(glyph, self._first.get(glyph, text))

    def advance(self, glyph: int) -> int:
        """Return how far `glyph` moves on, in units of the font."""
        return int(self._measures.get_glyph_h_advance(glyph))

    def write(self, file: File) -> Ready:
        """Add the font to a file, and return it."""
        subset = self._subset()
        is_cff = "CFF " in subset.table_tags
        base = f"/{_six_letters(subset.blob.data)}+{name(self._font.name)[1:]}"
        descriptor = file.add(self._descriptor(base, _program(file, subset)))
        descendant = file.add(
            f"<</Type/Font/Subtype/CIDFontType{'0' if is_cff else '2/CIDToGIDMap/Identity'}/BaseFont{base}"
            f"/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>"
            f"/FontDescriptor {descriptor}/W{self._widths()}>>"
        )
        meaning = file.add_stream(_to_unicode(sorted(self._texts.items())))
        return file.add(
            f"<</Type/Font/Subtype/Type0/BaseFont{base}{'-Identity-H' if is_cff else ''}/Encoding/Identity-H"
            f"/DescendantFonts[{descendant}]/ToUnicode {meaning}>>"
        )

    def _subset(self) -> uharfbuzz.Face:
        wanted = uharfbuzz.SubsetInput()
        wanted.flags = _HOW
        wanted.glyph_set.update(self._texts)
        for axis, value in zip(self._face.axis_infos, self._measures.get_var_coords_design(), strict=True):
            wanted.pin_axis_location(self._face, axis.tag, value)
        unneeded = set(self._face.table_tags) - _NEEDED
        wanted.drop_table_tag_set.update(int.from_bytes(tag.encode("ascii"), "big") for tag in unneeded)
        return uharfbuzz.subset(self._face, wanted)

    def _widths(self) -> str:
        return array(f"{glyph}[{self._scaled(self.advance(glyph))}]" for glyph in sorted(self._texts))

    def _descriptor(self, base: str, program: str) -> str:
        extents = self._measures.get_font_extents("ltr")
        capitals = self._measures.get_metric_position_with_fallback(uharfbuzz.OTMetricsTag.CAP_HEIGHT)
        slant = self._measures.get_style_value(uharfbuzz.StyleTag.SLANT_ANGLE)
        stem = self._measures.get_style_value(uharfbuzz.StyleTag.WEIGHT) / 5
        return (
            f"<</Type/FontDescriptor/FontName{base}/Flags {self._flags() | _ITALIC * bool(slant)}"
            f"/FontBBox{array(self._box())}/ItalicAngle {number(slant)}/CapHeight {self._scaled(capitals)}"
            f"/Ascent {self._scaled(extents.ascender)}/Descent {self._scaled(extents.descender)}"
            f"/StemV {number(stem)}{program}>>"
        )

    def _box(self) -> Iterator[str]:
        head = self._face.reference_table("head").data
        for at in _BOX_IN_HEAD:
            yield self._scaled(int.from_bytes(head[at : at + 2], "big", signed=True))

    def _flags(self) -> int:
        with TTFont(self._font.path, fontNumber=self._font.index & _FILE_INDEX, lazy=True) as tables:
            shape = tables["OS/2"].panose
        is_latin = shape.bFamilyType == _LATIN_TEXT
        return int(
            _SYMBOLIC
            | _FIXED_PITCH * (is_latin and shape.bProportion == _MONOSPACED)
            | _SERIF * (is_latin and shape.bSerifStyle in _SERIFS)
            | _SCRIPT * (shape.bFamilyType == _LATIN_HAND)
        )

    def _scaled(self, units: float) -> str:
        return number(units * _THOUSAND / self._face.upem)


def tells(read: str, text: str) -> bool:
    """Whether who reads `read` knows `text`: kinds of spaces and hyphens are one, private characters unknown.

    PDF/A asks that a text of private characters is given beside them (ISO 19005-2, 6.2.11.7.3).
    """
    private = any(category(char) == _PRIVATE for char in text)
    return read.translate(_LOOKALIKES) == text.translate(_LOOKALIKES) and not private


def _program(file: File, subset: uharfbuzz.Face) -> str:
    """Add the outlines to the file; return the entry of a descriptor that names them."""
    if "CFF " in subset.table_tags:
        outlines = file.add_stream(subset.reference_table("CFF ").data, "/Subtype/CIDFontType0C")
        return f"/FontFile3 {outlines}"
    data = subset.blob.data
    return f"/FontFile2 {file.add_stream(data, f'/Length1 {len(data)}')}"


def _six_letters(data: bytes) -> str:
    """Return the tag of a subset (9.6.4), the same for the same glyphs."""
    digest = hashlib.sha256(data).digest()
    return "".join(ascii_uppercase[byte % len(ascii_uppercase)] for byte in digest[:6])


def _to_unicode(meanings: Sequence[tuple[int, str]]) -> bytes:
    """Return the CMap that says which characters each glyph stands for (9.10.3)."""
    blocks = []
    for at in range(0, len(meanings), _MOST_IN_BLOCK):
        block = meanings[at : at + _MOST_IN_BLOCK]
        lines = [f"<{glyph:04X}> <{text.encode('utf-16-be').hex().upper()}>" for glyph, text in block]
        blocks.append("\n".join([f"{len(block)} beginbfchar", *lines, "endbfchar"]))
    return _CMAP.format("\n".join(blocks)).encode("ascii")
