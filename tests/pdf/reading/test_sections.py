"""Sections, and what stands in the margins of their pages."""

from wordfile import WordFile, word_file

from docgen.pdf.reading import read
from docgen.word.formatting import Sides


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
