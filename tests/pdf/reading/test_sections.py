"""Sections, and what stands in the margins of their pages."""

import pytest
from described import description
from wordfile import WordFile, word_file

from docgen.pdf.description import Column
from docgen.pdf.reading import read
from docgen.word.formatting import Border, Sides


def test_sections_have_their_pages():
    first, second = read(word_file("| a\n--- landscape start=5 fmt=upperRoman\n| b")).sections
    assert (first.width, first.height, first.starts_at, first.number_style) == (595.3, 841.9, None, "decimal")
    assert (second.width, second.height, second.starts_at, second.number_style) == (
        841.9,
        595.3,
        5,
        "upperRoman",
    )
    assert first.margins == Sides(56.7, 42.5, 56.7, 85.05)


def test_a_section_says_where_it_begins():
    sections = read(word_file("| a\n--- continuous\n| b")).sections
    assert [section.kind for section in sections] == ["nextPage", "continuous"]


def test_heads_are_those_of_the_section_before_until_named_again():
    first, second = read(
        word_file("| a\n---\n| b", header="| đầu", first_header="| trang nhất", footer="| chân")
    ).sections
    assert first.header == second.header
    assert [
        block.content[0].text
        for block in (*first.header.default, *first.header.on_first, *first.footer.default)
    ] == [
        "đầu",
        "trang nhất",
        "chân",
    ]


def test_a_head_that_is_missing_from_the_file_is_left_out():
    file = WordFile("| a", header="| đầu")
    file.extra = {
        "word/_rels/document.xml.rels": file.parts()["word/_rels/document.xml.rels"].replace(
            "header-default", "không-có"
        )
    }
    assert read(file.bytes()).sections[0].header.default == ()


def page(properties, **parts):
    """Return the only section of a file whose `w:sectPr` holds `properties`."""
    file = WordFile("| a", **parts)
    document = file.parts()["word/document.xml"]
    begin, end = document.index("<w:sectPr>"), document.index("</w:sectPr>")
    file.extra = {"word/document.xml": f"{document[:begin]}<w:sectPr>{properties}{document[end:]}"}
    return read(file.bytes()).sections[0]


def test_columns_of_one_width_share_the_room():
    columns = page('<w:cols w:num="3" w:space="600" w:sep="1"/><w:pgMar w:left="0" w:right="0"/>')
    assert columns.columns == (Column(184, 30), Column(184, 30), Column(184))
    assert columns.ruled


def test_columns_may_have_widths_of_their_own():
    told = '<w:col w:w="2000" w:space="400"/><w:col w:w="3000"/>'
    assert page(f'<w:cols w:num="2" w:equalWidth="0">{told}</w:cols>').columns == (
        Column(100, 20),
        Column(150),
    )
    assert page('<w:cols w:equalWidth="0"><w:col w:w="2000"/></w:cols>').columns == ()
    assert page('<w:cols w:num="1"/>').columns == ()
    assert len(page('<w:cols w:num="9999"/>').columns) == 45


def test_a_margin_that_is_negative_stays():
    section = page('<w:pgMar w:top="-400" w:bottom="200"/>')
    assert (section.margins.top, section.margins.bottom, section.fixed) == (20, 10, (True, False))


@pytest.mark.parametrize(
    ("more", "settings", "margins"),
    [
        ("", "", Sides(20, 20, 20, 30)),
        ("<w:rtlGutter/>", "", Sides(20, 30, 20, 20)),
        ("", "<w:gutterAtTop/>", Sides(30, 20, 20, 20)),
    ],
)
def test_the_gutter_makes_a_margin_longer(more, settings, margins):
    told = '<w:pgMar w:top="400" w:right="400" w:bottom="400" w:left="400" w:gutter="200"/>'
    assert page(told + more, settings=settings).margins == margins


def test_a_page_may_have_borders():
    edges = '<w:top w:val="single" w:sz="8" w:space="24"/><w:left w:val="nil"/>'
    section = page(f'<w:pgBorders w:offsetFrom="page" w:display="firstPage">{edges}</w:pgBorders>')
    assert section.borders == (("top", Border(1, "single", "000000", 24)),)
    assert (section.borders_from, section.borders_on) == ("page", "firstPage")


def test_what_else_a_section_says():
    section = page(
        '<w:vAlign w:val="center"/><w:docGrid w:type="lines" w:linePitch="400"/><w:type w:val="oddPage"/>'
    )
    assert (section.align, section.grid, section.kind) == ("center", 20, "oddPage")
    plain = page('<w:docGrid w:linePitch="400"/>', settings="<w:mirrorMargins/>")
    assert (plain.grid, plain.mirrored) == (0, True)


def test_a_page_is_never_without_size():
    section = page('<w:pgSz w:w="0" w:h="-5"/>')
    assert section.width == section.height > 0


def test_numbers_of_lines_are_warned_of():
    file = WordFile("| a")
    document = file.parts()["word/document.xml"]
    file.extra = {"word/document.xml": document.replace("</w:sectPr>", "<w:lnNumType/></w:sectPr>")}
    assert "số thứ tự dòng" in str(read(file.bytes()).warnings[0])


def test_numbers_of_pages_that_cannot_be_written_are_warned_of():
    assert "số trang" in str(description("| a\n--- fmt=thaiNumbers\n| b").warnings[0])


def test_even_pages_may_have_a_header_of_their_own():
    file = WordFile("| a", header="| lẻ", first_header="| chẵn", settings="<w:evenAndOddHeaders/>")
    document = file.parts()["word/document.xml"].replace('w:type="first"', 'w:type="even"')
    file.extra = {"word/document.xml": document.replace("<w:titlePg/>", "")}
    (section,) = read(file.bytes()).sections
    assert (section.header.even[0].content[0].text, section.header.first) == ("chẵn", None)
    file.settings = ""
    assert read(file.bytes()).sections[0].header.even is None


def test_an_empty_paragraph_that_ends_a_section_takes_no_room():
    first, alone, last = description("| a\n---\n---\n| b").sections
    assert [len(section.blocks) for section in (first, alone, last)] == [1, 1, 1]


def test_a_header_is_read_once():
    first, second = description("| a\n---\n| b", header="level=0 | x", numbering=ONE).sections
    assert first.header.default[0] is second.header.default[0]


ONE = (
    '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:lvlText w:val="%1"/></w:lvl>'
    '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
)
