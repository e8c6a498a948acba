"""Where something was met: said so that an officer finds it, wherever it stands in the XML."""

from lxml import etree

from docgen.pdf.reading.remarks import Remarks
from docgen.word.ooxml import W

NAMESPACE = f'xmlns:w="{W.strip("{}")}"'


def place_in(xml):
    return Remarks().place(next(etree.fromstring(xml).iter(f"{W}r")))


def test_a_cell_is_told_by_table_row_and_cell():
    run = "<w:p><w:r><w:t>chữ</w:t></w:r></w:p>"
    xml = f"<w:body {NAMESPACE}><w:tbl><w:tr><w:tc/><w:tc>{run}</w:tc></w:tr></w:tbl></w:body>"
    assert place_in(xml) == "bảng 1, hàng 1, ô 2: “chữ”"


def test_a_cell_outside_of_a_table_is_a_place_too():
    xml = f"<w:body {NAMESPACE}><w:tc><w:p><w:r><w:t>chữ</w:t></w:r></w:p></w:tc></w:body>"
    assert place_in(xml) == "ô ngoài bảng: “chữ”"
