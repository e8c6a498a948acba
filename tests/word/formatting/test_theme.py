"""Colours and fonts of the theme."""

import pytest
from lxml import etree
from wordfile import NAMESPACES, WordFile

from docgen.package import open_package
from docgen.word.formatting import Formatting
from docgen.word.formatting.theme import Theme, changed
from docgen.word.ooxml import W

THEME = f"""<a:theme {NAMESPACES}><a:themeElements>
<a:clrScheme name="x"><a:dk1><a:sysClr val="windowText" lastClr="101010"/></a:dk1>
<a:lt1><a:srgbClr val="fefefe"/></a:lt1><a:dk2><a:srgbClr val="222222"/></a:dk2>
<a:accent1><a:srgbClr val="4472C4"/></a:accent1><a:accent2/></a:clrScheme>
<a:fontScheme name="x"><a:majorFont><a:latin typeface="Tinos"/><a:ea typeface="Gothic"/></a:majorFont>
<a:minorFont><a:latin typeface="Carlito"/></a:minorFont></a:fontScheme></a:themeElements></a:theme>"""


def file(text="| a", **parts):
    return WordFile(
        text, links={"rIdT": ("theme", "theme/theme1.xml")}, extra={"word/theme/theme1.xml": THEME}, **parts
    )


def theme(**parts):
    return Theme(open_package(file(**parts).bytes()))


def face(properties):
    package = open_package(file(f"<w:p><w:r><w:rPr>{properties}</w:rPr></w:r></w:p>").bytes())
    return Formatting(package).run(next(package.xml(package.main).iter(f"{W}r")))


COLORS = {"text1": "101010", "tx1": "101010", "background1": "FEFEFE", "dark2": "222222", "accent1": "4472C4"}


@pytest.mark.parametrize("name", COLORS)
def test_colours_have_the_names_of_word_and_of_drawings(name):
    assert theme().color(name) == COLORS[name]


def test_what_is_not_in_the_theme_is_empty():
    found = theme()
    assert (found.color("accent2"), found.color("accent9"), found.font("minorEastAsia")) == ("", "", "")
    without = Theme(open_package(WordFile("| a").bytes()))
    assert (without.color("text1"), without.font("minorHAnsi")) == ("", "")


def test_the_settings_may_map_colours_otherwise():
    mapping = '<w:clrSchemeMapping w:bg1="dark1" w:t1="accent1" w:t2="dark2"/>'
    found = theme(settings=mapping)
    assert [found.color(name) for name in ("bg1", "background1", "tx1", "text2")] == [
        "101010",
        "101010",
        "101010",
        "222222",
    ]


@pytest.mark.parametrize(
    ("told", "font"),
    [
        ('w:asciiTheme="majorHAnsi"', "Tinos"),
        ('w:asciiTheme="minorAscii" w:ascii="Arimo"', "Carlito"),
        ('w:asciiTheme="lạ" w:ascii="Arimo"', "Arimo"),
        ('w:hAnsi="Arimo"', "Times New Roman"),
    ],
)
def test_a_font_of_the_theme_goes_before_one_that_is_named(told, font):
    assert face(f"<w:rFonts {told}/>").font == font


def test_a_theme_may_have_a_font_for_east_asian_letters():
    assert face('<w:rFonts w:eastAsiaTheme="majorEastAsia"/>').asian_font == "Gothic"


@pytest.mark.parametrize(
    ("told", "color"),
    [
        ('w:themeColor="accent1"', "4472C4"),
        ('w:themeColor="accent1" w:themeTint="99"', "8FAADC"),
        ('w:themeColor="accent1" w:themeShade="BF"', "2F5496"),
        ('w:themeColor="accent1" w:themeShade="zz"', "4472C4"),
        ('w:themeColor="none" w:val="FF0000"', "FF0000"),
        ('w:val="đỏ"', "000000"),
    ],
)
def test_a_colour_may_be_tinted_and_shaded(told, color):
    assert near(face(f"<w:color {told}/>").color or "000000", color)


def near(one, other):
    parts = [[int(color[at : at + 2], 16) for at in (0, 2, 4)] for color in (one, other)]
    return all(abs(a - b) <= 1 for a, b in zip(*parts, strict=True))


@pytest.mark.parametrize(
    ("changes", "color"),
    [
        ('<a:lumMod val="60000"/><a:lumOff val="40000"/>', "8FAADC"),
        ('<a:lumMod val="75000"/>', "2F5496"),
        ('<a:shade val="0"/>', "000000"),
        ('<a:tint val="0"/>', "FFFFFF"),
        ('<a:alpha val="0"/>', "4472C4"),
    ],
)
def test_a_colour_of_a_drawing_may_be_changed(changes, color):
    node = etree.fromstring(f"<a:schemeClr {NAMESPACES}>{changes}</a:schemeClr>")
    assert near(changed("4472C4", node), color)
