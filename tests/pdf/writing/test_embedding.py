"""Fonts are embedded with what PDF/A asks of them, whatever kind of file they are."""

from io import BytesIO

import pikepdf
import pytest
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.t2CharStringPen import T2CharStringPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTCollection, TTFont
from fontTools.ttLib.tables.TupleVariation import TupleVariation

from docgen.pdf.fonts import Font
from docgen.pdf.fonts.matching import Match

WIDTHS = {".notdef": (500, 0), "space": (250, 0), "A": (700, 50), "f": (300, 0), "f_f": (620, 0)}
ALIKE = "\u0391\uf0a7"
"""A Greek letter and a private sign that look like an A."""


def square(pen, width):
    pen.moveTo((50, 0))
    pen.lineTo((50, 700))
    pen.lineTo((width - 50, 700))
    pen.lineTo((width - 50, 0))
    pen.closePath()
    return pen


def built(name, *, outlines, panose=None, italic=0):
    """Return a font with a space, an A, an f and a ligature of two."""
    builder = FontBuilder(1000, isTTF=outlines == "TrueType")
    builder.setupGlyphOrder(list(WIDTHS))
    builder.setupCharacterMap({32: "space", 65: "A", 102: "f", **dict.fromkeys(map(ord, ALIKE), "A")})
    widths = {glyph: width for glyph, (width, _) in WIDTHS.items()}
    if outlines == "TrueType":
        builder.setupGlyf({glyph: square(TTGlyphPen(None), width).glyph() for glyph, width in widths.items()})
    else:
        drawn = {
            glyph: square(T2CharStringPen(width, None), width).getCharString()
            for glyph, width in widths.items()
        }
        builder.setupCFF(name, {}, drawn, {})
    builder.setupHorizontalMetrics(WIDTHS)
    builder.setupHorizontalHeader(ascent=800, descent=-200)
    builder.setupNameTable({"familyName": name, "styleName": "Regular", "psName": name})
    builder.setupOS2(sTypoAscender=800, usWinAscent=800, usWinDescent=200)
    vars(builder.font["OS/2"].panose).update(panose or {})
    builder.setupPost(italicAngle=italic)
    builder.addOpenTypeFeatures("feature liga { sub f f by f_f; } liga;")
    return builder.font


def opened(path, index=0):
    return Font(
        Match(str(path), index, ("Thử",), bold=False, italic=False, bold_made=False, italic_made=False)
    )


@pytest.fixture
def embedded(line, printed):
    """Return the font dictionary, its descendant and descriptor of the only font of a text."""

    def look(text, font):
        file = pikepdf.open(BytesIO(printed(line(text, font))))
        (whole,) = file.pages[0].Resources.Font.values()
        return file, whole, whole.DescendantFonts[0]

    return look


@pytest.fixture(params=["TrueType", "CFF"])
def font(request, tmp_path):
    built("Thu", outlines=request.param).save(tmp_path / "font")
    return opened(tmp_path / "font")


def test_text_in_any_font_comes_back_equal_and_is_seen(font, line, printed, read, ink):
    pdf = printed(line("A ffA", font))
    assert read(pdf) == "A ffA"
    assert ink(pdf) == tuple(pytest.approx(edge, abs=1) for edge in (20, 143, 43, 150))


@pytest.mark.parametrize("text", ["AA \u0391A", "ff \u0391A"])
def test_letters_that_look_alike_come_back_as_they_are(font, line, printed, read, text):
    assert read(printed(line(text, font))) == text


def test_private_signs_are_told_beside_the_glyphs(font, line, printed):
    """ISO 19005-2, 6.2.11.7.3."""
    with pikepdf.open(BytesIO(printed(line("A\uf0a7", font)))) as file:
        spans = [
            operands[1]
            for operands, operator in pikepdf.parse_content_stream(file.pages[0])
            if str(operator) == "BDC"
        ]
    assert [str(span.ActualText) for span in spans] == ["A\uf0a7"]


def test_outlines_are_embedded_as_their_kind_asks(tmp_path, embedded):
    built("TrueType", outlines="TrueType").save(tmp_path / "font.ttf")
    built("Cff", outlines="CFF").save(tmp_path / "font.otf")
    file, whole, descendant = embedded("A", opened(tmp_path / "font.ttf"))
    assert (descendant.Subtype, descendant.CIDToGIDMap) == ("/CIDFontType2", "/Identity")
    assert whole.BaseFont == descendant.BaseFont == descendant.FontDescriptor.FontName
    tables = TTFont(BytesIO(descendant.FontDescriptor.FontFile2.read_bytes()))
    assert set(tables.keys()) - {"GlyphOrder"} == {"head", "hhea", "maxp", "hmtx", "loca", "glyf"}
    file.close()
    file, whole, descendant = embedded("A", opened(tmp_path / "font.otf"))
    assert (descendant.Subtype, descendant.FontDescriptor.FontFile3.Subtype) == (
        "/CIDFontType0",
        "/CIDFontType0C",
    )
    assert str(whole.BaseFont) == f"{descendant.BaseFont}-Identity-H"
    file.close()


def test_only_glyphs_that_are_shown_are_embedded(tmp_path, embedded):
    built("Thu", outlines="TrueType").save(tmp_path / "font")
    file, _, descendant = embedded("A", opened(tmp_path / "font"))
    glyphs = TTFont(BytesIO(descendant.FontDescriptor.FontFile2.read_bytes()))["glyf"]
    assert [glyphs[name].numberOfContours for name in glyphs.keys()] == [0, 0, 1]  # noqa: SIM118 - no dict
    assert [int(descendant.W[0]), [int(width) for width in descendant.W[1]]] == [2, [700]]
    file.close()


def test_a_font_of_a_collection_is_found(tmp_path, embedded, line, printed, read):
    collection = TTCollection()
    collection.fonts = [built("Mot", outlines="TrueType"), built("Hai", outlines="TrueType")]
    collection.save(tmp_path / "both.ttc")
    first, second = (opened(tmp_path / "both.ttc", at) for at in (0, 1))
    file, whole, _ = embedded("A", second)
    assert str(whole.BaseFont).endswith("+Hai")
    assert len({font.name for font in (first, second)}) == 2
    assert read(printed(line("A", first), line("    AA", second))) == "A AA"
    file.close()


def test_an_instance_of_a_variable_font_is_embedded_as_it_looks(tmp_path, embedded, line, printed, ink):
    """The bold A is 200 units wider, and so is its square."""
    builder = FontBuilder(font=built("Bien", outlines="TrueType"))
    names = [{"location": {"wght": weight}, "stylename": str(weight)} for weight in (400, 700)]
    builder.setupFvar([("wght", 400, 400, 700, "Weight")], names)
    moves = [(0, 0), (0, 0), (200, 0), (200, 0), (0, 0), (200, 0), (0, 0), (0, 0)]
    builder.setupGvar({"A": [TupleVariation({"wght": (0, 1, 1)}, moves)]})
    builder.save(tmp_path / "font")
    regular, bold = (opened(tmp_path / "font", instance << 16) for instance in (1, 2))
    file, _, descendant = embedded("A", bold)
    assert int(descendant.W[1][0]) == 900
    file.close()
    widths = [
        right - left for left, _, right, _ in (ink(printed(line("A", font))) for font in (regular, bold))
    ]
    assert widths[1] - widths[0] == 2


@pytest.mark.parametrize(
    ("panose", "italic", "flags"),
    [
        ({"bFamilyType": 0, "bProportion": 9, "bSerifStyle": 3}, 0, 4),
        ({"bFamilyType": 2, "bProportion": 9, "bSerifStyle": 11}, 0, 4 + 1),
        ({"bFamilyType": 2, "bProportion": 3, "bSerifStyle": 3}, 0, 4 + 2),
        ({"bFamilyType": 3}, -12, 4 + 8 + 64),
    ],
)
def test_a_font_says_what_it_looks_like(tmp_path, embedded, panose, italic, flags):
    built("Thu", outlines="TrueType", panose=panose, italic=italic).save(tmp_path / "font")
    file, _, descendant = embedded("A", opened(tmp_path / "font"))
    descriptor = descendant.FontDescriptor
    assert (descriptor.Flags, descriptor.ItalicAngle) == (flags, italic)
    assert (descriptor.Ascent, descriptor.Descent, descriptor.StemV) == (800, -200, 80)
    assert [int(edge) for edge in descriptor.FontBBox] == [50, 0, 650, 700]
    file.close()


def test_a_font_of_many_letters_maps_each_of_them(fonts, line, printed, read):
    """A block of a CMap holds a hundred characters."""
    text = "".join(map(chr, (*range(0x21, 0x7F), *range(0x1EA0, 0x1EFA))))
    assert (
        read(printed(line(text, fonts.font("Times New Roman", bold=False, italic=False), scale=0.1))) == text
    )
