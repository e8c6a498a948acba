"""The file as a whole."""

import pytest
from described import blocks, shown
from wordfile import WordFile, word_file

from docgen.errors import InvalidInputError
from docgen.pdf.description import PageNumber, Paragraph, Table
from docgen.pdf.reading import read


def test_a_file_may_lack_all_that_is_optional():
    file = WordFile("")
    empty = (
        '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">{}</w:document>'
    )
    file.extra = {
        "word/_rels/document.xml.rels": '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"/>'
    }
    file.extra["word/document.xml"] = empty.format("<w:body><w:p/></w:body>")
    description = read(file.bytes())
    assert (description.title, description.language, description.tab_distance) == ("", "vi-VN", 36)
    assert description.sections[0].width == 612
    file.extra["word/document.xml"] = empty.format("")
    with pytest.raises(InvalidInputError, match="không có nội dung"):
        read(file.bytes())


def test_types_of_blocks():
    assert [type(block) for block in blocks("| a\ntable 9\n+ a\n| b")] == [Paragraph, Table, Paragraph]


def test_the_total_is_known_to_be_shown():
    assert read(word_file("| Σ")).shows_total
    assert not read(word_file("| №")).shows_total
    assert isinstance(blocks("| №")[0].content[0], PageNumber)


def test_a_file_says_how_it_is_laid_out():
    settings = '<w:defaultTabStop w:val="400"/>'
    found = read(word_file("| a", settings=settings, compatibility=14))
    assert (found.tab_distance, found.compatibility) == (20, 14)
    core = (
        '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"'
        ' xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title> Kế hoạch </dc:title></cp:coreProperties>'
    )
    assert read(word_file("| a", core=core)).title == "Kế hoạch"


def test_a_file_may_be_nested_as_deep_as_xml_may():
    runs = "<w:hyperlink>" * 200 + "<w:r><w:t>sâu</w:t></w:r>" + "</w:hyperlink>" * 200
    deep = "<w:tbl><w:tr><w:tc>" * 10 + f"<w:p>{runs}</w:p>" + "</w:tc></w:tr></w:tbl>" * 10
    assert shown(deep) == "sâu"


@pytest.mark.parametrize("name", ["altChunk", "subDoc"])
def test_text_from_another_file_is_warned_of(name):
    (warning,) = read(word_file(f'<w:{name} r:id="rIdX"/>')).warnings
    assert "tệp khác" in warning.message
