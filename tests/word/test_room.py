"""How wide a text may be: what the template says, or else the rules."""

import pytest
from lxml import etree

from docgen.rules import length
from docgen.word.ooxml import W
from docgen.word.room import room_around, text_width

PAGE = length("page.width").twips - length("margin.left").twips - length("margin.right").twips
CELL = length("layout.cell_margin").twips
SECTION = '<w:sectPr><w:pgSz w:w="10000"/><w:pgMar w:left="2000" w:right="1000" w:gutter="{}"/></w:sectPr>'


def parsed(xml):
    return etree.fromstring(f'<w:body xmlns:w="{W.strip("{}")}">{xml}</w:body>')


def room(xml):
    return room_around(next(parsed(xml).iter(f"{W}drawing")))


def table(cell, of_table=""):
    return (
        f"<w:tbl><w:tblPr>{of_table}</w:tblPr><w:tr><w:tc><w:tcPr>{cell}</w:tcPr>"
        f"<w:p><w:r><w:drawing/></w:r></w:p></w:tc></w:tr></w:tbl>"
    )


LINE = "<w:p><w:r><w:drawing/></w:r></w:p>"
WIDE = '<w:tcW w:w="5000" w:type="dxa"/>'
OWN = '<w:tcMar><w:left w:w="0" w:type="dxa"/></w:tcMar>'
STRICT = '<w:tblCellMar><w:start w:w="50"/><w:end w:w="70"/></w:tblCellMar>'


@pytest.mark.parametrize(
    ("xml", "twips"),
    [
        (LINE, PAGE),
        (LINE + "<w:sectPr/>", PAGE),
        (LINE + SECTION.format(0), 7000),
        (LINE + SECTION.format(300), 6700),
        (LINE + f"<w:p><w:pPr>{SECTION.format(100)}</w:pPr></w:p>" + SECTION.format(0), 6900),
        (f"<w:p><w:pPr>{SECTION.format(100)}</w:pPr><w:r><w:drawing/></w:r></w:p><w:sectPr/>", 6900),
        (table(WIDE), 5000 - 2 * CELL),
        (table(WIDE + OWN), 5000 - CELL),
        (table(WIDE, STRICT), 5000 - 120),
        (table(WIDE + OWN, STRICT), 5000 - 70),
        (table('<w:tcW w:w="50%" w:type="pct"/>') + SECTION.format(0), 7000),
        (table("") + SECTION.format(0), 7000),
    ],
)
def test_the_room_is_what_the_template_says(xml, twips):
    assert room(xml) == twips


def test_margins_that_leave_nothing_leave_a_twip():
    (section,) = parsed(SECTION.format(9000))
    assert text_width(section) == 1
