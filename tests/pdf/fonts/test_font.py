"""One font: its widths beside those of fontTools, its lines beside those that LibreOffice prints."""

import math

import pytest
from fontTools.ttLib import TTFont

from docgen.pdf.fonts import DOTS, Fonts, Glyph

TIMES, DEJAVU = "Times New Roman", "DejaVu Sans"


def face(family=TIMES, *, bold=False, italic=False):
    return Fonts().font(family, bold=bold, italic=italic)


@pytest.mark.parametrize("bold", [False, True])
@pytest.mark.parametrize("text", ["Cộng hòa xã hội chủ nghĩa Việt Nam", "AVAVAV To 1.234,56 “…”", ""])
def test_a_width_is_the_sum_of_advances(text, bold):
    font = face(bold=bold)
    with TTFont(font.path) as file:
        names, metrics = file.getBestCmap(), file["hmtx"].metrics
        expected = sum(metrics[names[ord(char)]][0] for char in text) * 14 / file["head"].unitsPerEm
    assert font.width(text, 14) == pytest.approx(expected, abs=len(text) / 2 / DOTS)


@pytest.mark.parametrize(
    ("letter", "size", "twips"),
    [("a", 14, 7903), ("n", 14, 6370), ("i", 14, 5052), ("a", 13, 7331), ("e", 12.5, 5613), ("s", 11, 5452)],
)
def test_a_text_is_as_wide_as_libreoffice_measures_it(letter, size, twips):
    """The narrowest column, in twips, that it sets these letters in on one line."""
    counts = {"a": (30, 33), "n": (23, 22), "i": (32, 32), "e": (21, 29), "s": (34, 29)}
    text = " ".join(letter * count for count in counts[letter])
    assert math.ceil(face().width(text, size) * 20 - 1e-9) == twips


@pytest.mark.parametrize("invisible", ["\u200b", "\u00ad", "\ufeff", "\u200d", "\u2060"])
def test_what_is_invisible_has_no_width(invisible):
    assert face().width(f"a{invisible}b", 14) == face().width("ab", 14)
    assert face().has(invisible)


@pytest.mark.parametrize(("shown", "like"), [("\u00a0", " "), ("\u2011", "-")])
@pytest.mark.parametrize("family", [TIMES, "OpenSymbol", "Courier New"])
def test_what_only_forbids_a_break_looks_like_what_it_replaces(family, shown, like):
    assert face(family).advance(shown) == face(family).advance(like)


def test_a_shaped_width_is_kerned():
    font = face()
    assert font.shaped_width("AVAVAV", 14) < font.width("AVAVAV", 14)
    assert font.shaped_width("nnn", 14) == font.width("nnn", 14)


@pytest.mark.parametrize(
    ("family", "pitches"),
    [
        ("Tinos", {7.5: 172, 8.5: 195, 9.5: 219, 10: 231, 10.5: 242, 11: 253, 13: 299, 13.5: 311, 14: 322}),
        ("Arimo", {7.5: 173, 9: 207, 10: 230, 12.5: 287, 13: 300, 14: 322, 16: 369, 17: 391, 19: 438}),
        ("Cousine", {7.5: 170, 10: 227, 11.5: 261, 13: 295, 14: 317, 16: 363, 17: 385, 22: 499}),
        ("DejaVu Sans", {7.5: 175, 10: 233, 10.5: 245, 13: 303, 14: 326, 18: 419, 20: 466, 24: 559}),
        ("OpenSymbol", {8: 146, 10: 182, 11.5: 209, 13: 237, 14: 255, 18: 327, 19: 346, 24: 437}),
        ("DejaVu Math TeX Gyre", {7.5: 180, 10: 240, 11.5: 276, 13: 312, 14: 336, 24: 576}),
    ],
)
def test_a_line_is_as_high_as_libreoffice_prints_it(family, pitches):
    """Measured in twips from base line to base line on pages of up to 41 lines."""
    font = face(family)
    heights = {size: round((font.ascent(size) + font.descent(size)) * 20, 6) for size in pitches}
    assert heights == pitches


def test_the_base_line_is_below_ascent_and_leading():
    assert (face().ascent(14), face().descent(14)) == (13.1, 3.0)


def test_a_missing_character_is_the_box_of_the_font():
    assert not face().has("漢")
    assert face().glyph("漢") == 0
    assert face().width("漢", 10) > 0


@pytest.mark.parametrize(
    ("text", "simple"),
    [
        ("Nghị quyết số 04/NQ-CP – “chữ”…", True),
        ("", True),
        ("a\u0301", False),
        ("a\u200bb", False),
        ("漢", False),
        ("שלום", False),
    ],
)
def test_text_is_simple_when_each_letter_has_a_glyph_of_its_own(text, simple):
    assert face().is_simple(text) is simple


def test_a_letter_that_may_begin_a_ligature_is_not_simple():
    font = face(DEJAVU)
    assert len(font.shape("fi", kerned=False)) == 1
    assert not font.is_simple("fi")
    assert font.is_simple("chữ")
    assert face().is_simple("fi")


def test_shaping_gives_glyphs_in_font_units():
    font = face()
    assert font.shape("A", kerned=False) == (Glyph(font.glyph("A"), font.advance("A"), 0, 0, 0),)
    assert [glyph.cluster for glyph in font.shape("Aa\u0301b", kerned=True)] == [0, 1, 3]


def test_the_lines_at_letters_come_from_the_file():
    font = face()
    with TTFont(font.path) as file:
        post, os2 = file["post"], file["OS/2"]
        told = (post.underlinePosition, post.underlineThickness, os2.yStrikeoutPosition)
        assert font.name == file["name"].getDebugName(6)
    assert (font.underline_position, font.underline_thickness, font.strikeout_position) == told
