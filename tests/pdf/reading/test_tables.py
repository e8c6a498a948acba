"""Tables on their grid."""

import pytest
from described import blocks

from docgen.pdf.description import edges_of
from docgen.word.formatting import Sides


def test_cells_stand_on_the_grid():
    (table,) = blocks("table 1000 2000 3000 border merge\n+ a >> 2 + b\n+ c + d + ^")
    assert table.columns == (50, 100, 150)
    assert [[(cell.columns, cell.rows) for cell in row.cells] for row in table.rows] == [
        [(2, 1), (1, 2)],
        [(1, 1), (1, 1)],
    ]


def test_a_merge_ends_where_another_begins():
    (table,) = blocks("table 1000 merge\n+ a\n+ ^\n+ b\n+ ^\n+ ^")
    assert [cell.rows for row in table.rows for cell in row.cells] == [2, 3]


def test_rows_and_cells_say_how_they_are_set():
    properties = '<w:tcMar><w:start w:w="40"/></w:tcMar><w:shd w:fill="EEEEEE"/><w:vAlign w:val="center"/>'
    own = '<w:tcBorders><w:top w:val="double" w:sz="8" w:color="00FF00"/><w:end w:val="nil"/></w:tcBorders>'
    height = '<w:trPr><w:trHeight w:val="400" w:hRule="exact"/></w:trPr>'
    row = f"<w:tr>{height}<w:tc><w:tcPr>{own}{properties}</w:tcPr><w:p/></w:tc></w:tr>"
    (table,) = blocks(f"<w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w='1000'/></w:tblGrid>{row}</w:tbl>")
    cell = table.rows[0].cells[0]
    assert table.rows[0].height == 20
    assert (cell.align, cell.fill, cell.margins) == ("center", "EEEEEE", Sides(0, 5.4, 0, 2))
    assert [(border.kind, border.width) for border in edges_of(cell)][:2] == [("double", 1), ("nil", 0)]


@pytest.mark.parametrize(("compatibility", "left"), [(15, 0), (14, -5.4)])
def test_old_word_lets_the_border_stand_in_the_margin(compatibility, left):
    assert blocks("table 1000 border\n+ a", compatibility=compatibility)[0].left == left


def test_a_grid_that_is_missing_is_read_from_the_cells():
    cell = '<w:tc><w:tcPr><w:tcW w:w="900"/></w:tcPr><w:p/></w:tc>'
    wide = '<w:tc><w:tcPr><w:tcW w:w="1800"/><w:gridSpan w:val="2"/></w:tcPr><w:p/></w:tc>'
    (table,) = blocks(f"<w:tbl><w:tr>{wide}</w:tr><w:tr>{cell}{cell}</w:tr></w:tbl>")
    (single,) = blocks(f"<w:tbl><w:tr>{wide}</w:tr></w:tbl>")
    (empty,) = blocks("<w:tbl/>")
    assert (table.columns, single.columns, empty.columns) == ((45, 45), (45, 45), ())


def test_a_span_of_millions_is_cut_to_what_word_allows():
    cell = '<w:tc><w:tcPr><w:gridSpan w:val="5000000"/></w:tcPr><w:p/></w:tc>'
    (table,) = blocks(f"<w:tbl><w:tr>{cell}</w:tr></w:tbl>")
    assert table.rows[0].cells[0].columns == 63


def test_rows_and_cells_are_seen_in_content_controls():
    cell = "<w:sdt><w:sdtContent><w:tc><w:p/></w:tc></w:sdtContent></w:sdt>"
    row = f"<w:sdt><w:sdtContent><w:tr>{cell}</w:tr></w:sdtContent></w:sdt>"
    (table,) = blocks(f"<w:tbl><w:tblGrid><w:gridCol w:w='20'/></w:tblGrid>{row}</w:tbl>")
    assert len(table.rows[0].cells) == 1


def test_tables_without_borders_and_spans_only_place_text():
    plain, bordered, spanned, headed = (
        blocks(text)[0]
        for text in (
            "table 9\n+ a",
            "table 9 border\n+ a",
            "table 9 9\n+ a >> 2\n+ b + c",
            "table 9 header\n+ a",
        )
    )
    assert [table.is_layout for table in (plain, bordered, spanned, headed)] == [True, False, False, False]
