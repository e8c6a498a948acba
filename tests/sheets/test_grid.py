"""Sheets of anyone: what is merged, hidden or stands beside the cells, and where all of it is."""

import pytest
from packages import arrow, listing
from workbooks import NAMED, grid, read_rows, sheet, text, workbook

from docgen.errors import RefusedError
from docgen.package.xml import MAX_ROWS
from docgen.sheets import read_workbook
from docgen.sheets.grid import MAX_COLUMNS

DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/main"


def merged(*areas):
    cells = "".join(f'<mergeCell ref="{area}"/>' for area in areas)
    return f"<mergeCells>{cells}</mergeCells>"


def told(found):
    return [str(finding) for finding in found.findings]


def test_cells_know_where_they_stand():
    (table,) = read_workbook(workbook(sheet(grid(["STT", "Nhiệm vụ"], [], ["1", "", "Quý I"])))).tables
    assert [[(cell.place, cell.column, cell.text) for cell in row.cells] for row in table.rows] == [
        [("ô A1", 0, "STT"), ("ô B1", 1, "Nhiệm vụ")],
        [("ô A3", 0, "1"), ("ô C3", 2, "Quý I")],
    ]
    assert table.place == "trang tính “Trang 1”"


def test_places_name_the_sheet_where_there_are_several():
    first, second = read_workbook(workbook(sheet(grid(["a"])), sheet(grid(["b"])))).tables
    assert first.rows[0].cells[0].place == "trang tính “Trang 1”, ô A1"
    assert second.rows[0].cells[0].place == "trang tính “Trang 2”, ô A1"


def test_cells_and_rows_without_address_follow_each_other():
    rows = (
        "<row><c t='str'><v>a</v></c><c t='str'><v>b</v></c></row><row><c r='C2' t='str'><v>c</v></c></row>"
    )
    (table,) = read_workbook(workbook(sheet(rows))).tables
    assert read_rows(table) == [[(0, "a"), (1, "b")], [(2, "c")]]


def test_merged_cells_cover_columns_and_rows():
    """Rows without words do not count: they are no rows of the table."""
    rows = grid(["STT", "Nhiệm vụ", "Cơ quan", ""], ["", "", "Chủ trì", "Phối hợp"], [], ["1", "a", "b", "c"])
    (table,) = read_workbook(workbook(sheet(rows, behind=merged("A1:A3", "C1:D1", "B4:XFD9")))).tables
    spans = {cell.text: (cell.columns, cell.rows) for row in table.rows for cell in row.cells}
    assert (spans["STT"], spans["Cơ quan"], spans["a"]) == ((1, 2), (2, 1), (MAX_COLUMNS - 1, 1))


def test_words_under_a_merged_cell_are_told():
    found = read_workbook(workbook(sheet(grid(["a", "b"]), behind=merged("A1:B2"))))
    assert read_rows(found.tables[0]) == [[(0, "a")]]
    assert told(found) == ["ô B1: bị ô gộp che mất, không được đọc: “b”. Hãy bỏ gộp ô, hoặc xóa chữ bị che."]


@pytest.mark.parametrize("area", ["A1", "B2:A1", "nonsense", ""])
def test_areas_that_are_none_are_left_aside(area):
    found = read_workbook(workbook(sheet(grid(["a", "b"]), behind=merged(area))))
    assert (read_rows(found.tables[0]), told(found)) == ([[(0, "a"), (1, "b")]], [])


def test_hidden_rows_and_columns_are_read_and_told():
    rows = grid(*[["a"]] * 6)
    for number in (2, 3, 4, 6):
        rows = rows.replace(f'<row r="{number}"', f'<row r="{number}" hidden="1"')
    rows += '<row r="9" hidden="1"/>'
    before = '<cols><col min="1" max="1" hidden="1"/><col min="5" max="9" hidden="1"/></cols>'
    found = read_workbook(workbook(sheet(rows, before)))
    assert len(found.tables[0].rows) == 6
    assert told(found) == [
        "trang tính “Trang 1”: có 4 dòng đang ẩn (2–4, 6), vẫn được đọc. Hãy bỏ ẩn để kiểm tra.",
        "trang tính “Trang 1”: có 1 cột đang ẩn (A), vẫn được đọc. Hãy bỏ ẩn để kiểm tra.",
    ]


def test_hidden_sheets_are_read_apart_and_told():
    data = workbook(
        sheet(grid(["a"])), sheet(grid(["b"])), sheet(), states=("visible", "veryHidden", "hidden")
    )
    found = read_workbook(data)
    assert [read_rows(table) for table in found.tables] == [[[(0, "a")]]]
    assert [read_rows(table) for table in found.hidden] == [[[(0, "b")]]]
    assert told(found) == ["trang tính “Trang 2”: đang ẩn, có 1 dòng. Hãy bỏ ẩn để kiểm tra."]


def test_sheets_without_cells_are_told():
    links = listing(
        arrow("rId1", "worksheet", "worksheets/sheet1.xml"),
        arrow("rId2", "chartsheet", "chartsheets/sheet1.xml"),
    )
    more = {"xl/_rels/workbook.xml.rels": links, "xl/chartsheets/sheet1.xml": "<chartsheet/>"}
    found = read_workbook(workbook(sheet(grid(["a"])), sheet(), more=more))
    assert told(found) == [
        "trang tính “Trang 2”: không phải bảng (biểu đồ, hộp thoại hoặc macro), không được đọc."
    ]


def test_remarks_and_words_in_drawings_are_told():
    links = listing(arrow("a", "comments", "../comments1.xml"), arrow("b", "drawing", "../drawings/d.xml"))
    remark = '<comment ref="B2"><text><r><t>Xem </t></r><r><t>lại</t></r></text></comment>'
    boxes = "".join(f"<a:p><a:r><a:t>{words}</a:t></a:r></a:p>" for words in ("Dự thảo", " "))
    more = {
        "xl/worksheets/_rels/sheet1.xml.rels": links,
        "xl/comments1.xml": f"<comments {NAMED}><commentList>{remark}</commentList></comments>",
        "xl/drawings/d.xml": f'<wsDr xmlns:a="{DRAWING}">{boxes}</wsDr>',
    }
    drawn = "có chữ trong hình vẽ, không đưa vào dữ liệu: “Dự thảo”."
    assert told(read_workbook(workbook(sheet(grid(["a"])), more=more))) == [
        "ô B2: có ghi chú, không đưa vào dữ liệu: “Xem lại”.",
        f"trang tính “Trang 1”: {drawn} Hãy gõ chữ đó vào ô nếu cần.",
    ]


def test_limits_are_told_with_their_place():
    with pytest.raises(RefusedError, match=rf"^Ô BI1 nằm ngoài {MAX_COLUMNS} cột đầu"):
        read_workbook(workbook(sheet(f"<row>{text('BI1', 'a')}</row>")))
    many = "".join(f"<row><c t='str'><v>{number}</v></c></row>" for number in range(MAX_ROWS + 1))
    with pytest.raises(RefusedError, match=rf"^Trang tính “Trang 1” có quá {MAX_ROWS} dòng có chữ"):
        read_workbook(workbook(sheet(many)))
    with pytest.raises(RefusedError, match="quá nhiều ô gộp"):
        read_workbook(workbook(sheet(grid(["a"]), behind=merged(*["A1:B2"] * 60_000))))


def test_what_says_nothing_does_not_count():
    """Excel keeps a format for every cell that was ever touched."""
    styled = "".join(f'<row r="{number}"><c r="XFD{number}" s="1"/></row>' for number in range(2, 20_000))
    assert read_rows(read_workbook(workbook(sheet(grid(["a"]) + styled))).tables[0]) == [[(0, "a")]]
