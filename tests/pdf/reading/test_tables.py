"""Tables on their grid."""

import pytest
from described import blocks, par, text, warnings

from docgen.pdf.description import Axis, edges_of
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
    assert [(border.kind, border.width) for border in edges_of(cell)][:2] == [("double", 3), ("nil", 0)]


@pytest.mark.parametrize(("compatibility", "left"), [(15, 0), (14, -5.4)])
def test_old_word_lets_the_border_stand_in_the_margin(compatibility, left):
    assert blocks("table 1000 border\n+ a", compatibility=compatibility)[0].left == left


def test_a_table_in_a_table_stands_alike_in_old_word_and_new():
    inner = f"<w:tbl>{tr(tc('trong'))}</w:tbl>"
    (table,) = blocks(f"<w:tbl><w:tr><w:tc>{inner}<w:p/></w:tc></w:tr></w:tbl>", compatibility=12)
    assert (table.left, table.rows[0].cells[0].blocks[0].left) == (-5.4, 0)


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


def edge(name, width=4, kind="single", color="auto"):
    return f'<w:{name} w:val="{kind}" w:sz="{width}" w:color="{color}"/>'


def tc(content="", *edges, more=""):
    borders = f"<w:tcBorders>{''.join(edges)}</w:tcBorders>" if edges else ""
    return f"<w:tc><w:tcPr>{more}{borders}</w:tcPr>{par(text(content))}</w:tc>"


def tr(*cells, more=""):
    return f"<w:tr><w:trPr>{more}</w:trPr>{''.join(cells)}</w:tr>"


def tbl(*rows, columns=2, more="", told=""):
    grid = '<w:gridCol w:w="1000"/>' * columns
    (table,) = blocks(
        f"<w:tbl><w:tblPr>{more}</w:tblPr><w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>", styles=told
    )
    return table


def cells(table):
    return [[cell.blocks[0].content[0].text for cell in row.cells] for row in table.rows]


ALL = "".join(map(edge, ("top", "left", "bottom", "right", "insideH", "insideV")))
GRID = f"<w:tblBorders>{ALL}</w:tblBorders>"
INNER = f"<w:tblBorders>{edge('insideH', 8)}{edge('insideV', 16)}{edge('top', 24)}</w:tblBorders>"


def widths(table):
    return [[tuple(border.width for border in edges_of(cell)) for cell in row.cells] for row in table.rows]


def test_a_table_has_other_borders_at_its_rims():
    assert widths(tbl(tr(tc("a"), tc("b")), tr(tc("c"), tc("d")), more=INNER)) == [
        [(3, 2, 1, 0), (3, 0, 1, 2)],
        [(1, 2, 0, 0), (1, 0, 0, 2)],
    ]


def test_cells_within_have_the_inner_borders():
    table = tbl(*[tr(tc("a"), tc("b"), tc("c"), tc("d")) for _ in range(3)], columns=4, more=INNER)
    assert widths(table)[1][1] == widths(table)[1][2] == (1, 2, 1, 2)


def test_the_first_and_last_cell_of_a_row_stand_at_the_rim():
    short = tr(tc("a"), more='<w:gridBefore w:val="1"/>')
    (row,) = widths(tbl(short, columns=3, more=INNER.replace("insideV", "left")))
    assert row == [(3, 0, 0, 2)]


def test_two_cells_share_the_stronger_border():
    table = tbl(
        tr(tc("a", edge("right", 24), edge("bottom", 4)), tc("b", edge("left", 8, color="FF0000"))),
        tr(tc("c", edge("top", 4, "double")), tc("d", edge("left", 0, "nil"))),
        more=GRID,
    )
    (a, b), (c, d) = (row.cells for row in table.rows)
    assert (a.edges.right.width, b.edges.left.width, b.edges.left.color) == (3, 3, "000000")
    assert (a.edges.bottom.kind, c.edges.top.kind) == ("double", "double")
    assert (c.edges.right.width, d.edges.left.width) == (0.5, 0.5)


def test_a_high_cell_keeps_its_own_border_where_its_neighbours_differ():
    high = tc("a", edge("right", 8), more='<w:vMerge w:val="restart"/>')
    table = tbl(tr(high, tc("b", edge("left", 24))), tr(tc("", more="<w:vMerge/>"), tc("c")))
    (a, b), (c,) = (row.cells for row in table.rows)
    assert (a.edges.right.width, b.edges.left.width, c.edges.left.width) == (1, 3, 1)


def test_cells_begin_where_the_grid_says():
    table = tbl(tr(tc("a"), tc("b"), more='<w:gridBefore w:val="2"/>'), tr(tc("c")), columns=4)
    assert [[cell.column for cell in row.cells] for row in table.rows] == [[2, 3], [0]]


def test_a_merge_that_continues_nothing_is_a_cell_of_its_own():
    merged = "<w:vMerge/>"
    table = tbl(tr(tc("a", more=merged), tc("b")), tr(tc("c", more=merged), tc("d")))
    assert cells(table) == [["a", "b"], ["c", "d"]]


def test_words_in_a_merged_cell_are_in_a_warning():
    rows = tr(tc("a", more='<w:vMerge w:val="restart"/>')) + tr(tc("b", more="<w:vMerge/>"))
    assert "“b”" in warnings(f"<w:tbl>{rows}</w:tbl>")


def test_cells_merged_sideways_are_one():
    table = tbl(
        tr(tc("a", more='<w:hMerge w:val="restart"/>'), tc("b", more="<w:hMerge/>"), tc("c")), columns=3
    )
    first, second = table.rows[0].cells
    assert (first.columns, len(first.blocks), second.column) == (2, 2, 2)


def test_an_empty_row_has_no_cells():
    assert tbl("<w:tr/>").rows[0].cells == ()


@pytest.mark.parametrize(
    ("told", "columns"),
    [
        ('w:w="4000" w:type="dxa"', (100, 100)),
        ('w:w="0" w:type="auto"', (50, 50)),
        ('w:w="2001" w:type="dxa"', (50, 50)),
        ('w:w="50%" w:type="pct"', (116.9375, 116.9375)),
        ('w:w="2500" w:type="pct"', (116.9375, 116.9375)),
    ],
)
def test_a_table_has_its_own_width(told, columns):
    table = tbl(tr(tc("a"), tc("b")), more=f"<w:tblW {told}/>")
    assert table.columns == pytest.approx(columns)


def test_a_table_with_empty_columns_keeps_them():
    assert blocks('<w:tbl><w:tblPr><w:tblW w:w="9"/></w:tblPr></w:tbl>')[0].columns == ()


@pytest.mark.parametrize(("type_", "left"), [("dxa", 25), ("auto", 0)])
def test_a_table_may_be_indented(type_, left):
    assert tbl(tr(tc("a")), more=f'<w:tblInd w:w="500" w:type="{type_}"/>').left == left


def test_a_table_may_float():
    told = 'w:leftFromText="180" w:topFromText="20" w:vertAnchor="text" w:horzAnchor="margin"'
    table = tbl(tr(tc("a")), more=f'<w:tblpPr {told} w:tblpXSpec="right" w:tblpY="40"/>')
    assert (table.place.horizontal, table.place.vertical) == (
        Axis("margin", 0, "right"),
        Axis("paragraph", 2),
    )
    assert table.place.distances == Sides(top=1, left=9)
    assert tbl(tr(tc("a")), more="<w:tblpPr/>").place.vertical.relative == "page"


def test_rows_may_be_of_exact_height():
    height = '<w:trHeight w:val="400" w:hRule="{}"/>'
    table = tbl(tr(tc("a"), more=height.format("exact")), tr(tc("b"), more=height.format("atLeast")))
    assert [(row.height, row.exact) for row in table.rows] == [(20, True), (20, False)]


@pytest.mark.parametrize(("told", "direction"), [("btLr", "btLr"), ("tbRl", "tbRl"), ("lrTb", "")])
def test_words_in_a_cell_may_be_turned(told, direction):
    table = tbl(tr(tc("a", more=f'<w:textDirection w:val="{told}"/>')))
    assert table.rows[0].cells[0].direction == direction


def test_a_table_stands_in_a_cell_without_the_empty_paragraph_after_it():
    inner = f"<w:tbl>{tr(tc('trong'))}</w:tbl>"
    for after, count in (("<w:p/>", 1), (par(text("sau")), 2)):
        table = tbl(f"<w:tr><w:tc>{inner}{after}</w:tc></w:tr>")
        assert len(table.rows[0].cells[0].blocks) == count


@pytest.mark.parametrize(
    ("more", "said"),
    [('<w:tblCellSpacing w:w="20"/>', "khoảng cách giữa các ô"), ("<w:bidiVisual/>", "từ phải sang trái")],
)
def test_what_a_table_cannot_have_is_warned_of(more, said):
    assert said in warnings(f"<w:tbl><w:tblPr>{more}</w:tblPr>{tr(tc('a'))}</w:tbl>")


def branch(name, cell="", run=""):
    return f'<w:tblStylePr w:type="{name}"><w:rPr>{run}</w:rPr><w:tcPr>{cell}</w:tcPr></w:tblStylePr>'


def fill(color):
    return f'<w:shd w:val="clear" w:fill="{color}"/>'


HEAD = f"<w:tcBorders>{edge('bottom', 24)}{edge('insideV', 16)}</w:tcBorders>"
STYLE = (
    '<w:style w:type="table" w:styleId="Bang"><w:name w:val="Bảng"/><w:tblPr>'
    f'<w:tblStyleRowBandSize w:val="1"/><w:tblBorders>{edge("top", 8)}</w:tblBorders></w:tblPr>'
    + branch(
        "firstRow",
        f"<w:tcBorders>{edge('bottom', 24)}{edge('insideV', 16)}</w:tcBorders>{fill('111111')}",
        "<w:b/>",
    )
    + branch("firstCol", fill("222222") + '<w:vAlign w:val="center"/>', "<w:i/>")
    + branch("band1Horz", fill("333333"))
    + branch("nwCell", fill("444444"))
    + "</w:style>"
)


def styled(look, rows=3):
    table = tbl(
        *[tr(tc("a"), tc("b")) for _ in range(rows)],
        more=f'<w:tblStyle w:val="Bang"/><w:tblLook {look}/>',
        told=STYLE,
    )
    return table, [[cell.fill for cell in row.cells] for row in table.rows]


def test_branches_of_a_table_style_look_as_they_are_told():
    table, fills = styled('w:firstRow="1" w:firstColumn="1" w:noHBand="0"')
    assert fills == [["444444", "111111"], ["222222", "333333"], ["222222", ""]]
    (first, second), (below, _), _ = (row.cells for row in table.rows)
    assert (first.edges.top.width, first.edges.bottom.width, below.edges.top.width) == (1, 3, 3)
    assert (first.edges.right.width, first.edges.left.width, second.edges.right.width) == (2, 0, 0)
    faces = [row.cells[0].blocks[0].content[0].face for row in table.rows]
    assert [(face.bold, face.italic) for face in faces] == [(True, True), (False, True), (False, True)]
    assert [cell.align for cell in (first, second)] == ["center", "top"]


def test_a_style_may_look_alike_in_every_cell():
    told = f'<w:style w:type="table" w:styleId="Nen"><w:tcPr>{fill("ABCDEF")}</w:tcPr></w:style>'
    table = tbl(tr(tc("a")), more='<w:tblStyle w:val="Nen"/>', told=told)
    assert table.rows[0].cells[0].fill == "ABCDEF"


def test_a_table_asks_for_branches_by_name_or_by_number():
    assert styled('w:val="0020"')[1] == [["111111", "111111"], ["333333", "333333"], ["", ""]]
    assert styled('w:val="0600"')[1] == [["", ""]] * 3
    assert styled('w:noHBand="0"')[1] == [["333333", "333333"], ["", ""], ["333333", "333333"]]


def test_a_table_that_does_not_say_asks_for_all():
    assert styled('w:val="x"')[1][0][0] == "444444"
    table = tbl(tr(tc("a")), more='<w:tblStyle w:val="Bang"/>', told=STYLE)
    assert table.rows[0].cells[0].fill == "444444"
