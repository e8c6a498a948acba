"""The file as a whole."""

import pytest
from described import blocks
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
