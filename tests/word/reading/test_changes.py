"""Tracked changes settled: nothing of them is left, and what is left is in the order of the schema."""

import pytest
from lxml import etree
from wordfile import word_file

from docgen.package import open_package
from docgen.word.ooxml import W
from docgen.word.reading import Changes, read_document
from docgen.word.reading.changes import open_changes, settle

RUN = "<w:r><w:t>a</w:t></w:r>"
BOLD = "<w:r><w:rPr><w:b/><w:rPrChange><w:rPr/></w:rPrChange></w:rPr><w:t>a</w:t></w:r>"
CHANGED = {
    "the look of letters": f"<w:p>{BOLD}</w:p>",
    "a paragraph": "<w:p><w:pPr><w:pPrChange><w:pPr/></w:pPrChange></w:pPr></w:p>",
    "its mark": "<w:p><w:pPr><w:rPr><w:ins/></w:rPr></w:pPr></w:p>",
    "a number": "<w:p><w:pPr><w:numPr><w:numId w:val='1'/><w:ins/></w:numPr></w:pPr></w:p>",
    "a row": "<w:tbl><w:tr><w:trPr><w:ins/></w:trPr><w:tc><w:p/></w:tc></w:tr></w:tbl><w:p/>",
    "a cell": "<w:tbl><w:tr><w:tc><w:tcPr><w:cellIns/></w:tcPr><w:p/></w:tc></w:tr></w:tbl><w:p/>",
    "moved words": f"<w:p><w:moveToRangeStart/><w:moveTo>{RUN}</w:moveTo><w:moveToRangeEnd/></w:p>",
}


@pytest.mark.parametrize("changes", Changes)
@pytest.mark.parametrize("name", CHANGED)
def test_nothing_is_left_of_what_was_settled(name, changes):
    root = read_document(open_package(word_file(CHANGED[name])), changes).root
    assert open_changes(root) == []
    assert not [node for node in root.iter() if "Range" in str(node.tag)]


def test_a_section_taken_back_keeps_its_headers_first():
    section = etree.fromstring(
        f'<w:sectPr xmlns:w="{W[1:-1]}"><w:headerReference/><w:pgMar w:top="1"/>'
        '<w:sectPrChange><w:sectPr><w:type/><w:pgMar w:top="2"/></w:sectPr></w:sectPrChange></w:sectPr>'
    )
    settle(section, Changes.ORIGINAL)
    assert [node.tag.removeprefix(W) for node in section] == ["headerReference", "type", "pgMar"]
    assert section[-1].get(f"{W}top") == "2"


def test_a_table_whose_rows_are_all_gone_is_none():
    row = "<w:tr><w:trPr><w:del/></w:trPr><w:tc><w:p/></w:tc></w:tr>"
    package = open_package(word_file(f"<w:tbl><w:tblPr/><w:tblGrid/>{row}</w:tbl><w:p/>"))
    assert read_document(package).tables == ()
    assert len(read_document(package, Changes.ORIGINAL).tables) == 1
