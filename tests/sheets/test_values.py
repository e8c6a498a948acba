"""What a cell says, and what is told of one that says it badly."""

import pytest
from packages import arrow, listing
from workbooks import read_rows, sheet, strings, styles, workbook

from docgen.sheets import read_workbook

FORMATS = ("General", "dd/mm/yyyy", "0%", "#,##0", "mmm-yy", "h:mm", "dd/mm/yyyy hh:mm", "[Red]0.00", "@")
STYLES = {name: place for place, name in enumerate(FORMATS)}


def read(cell, *, properties="", shared=()):
    more = {"xl/styles.xml": styles(*FORMATS), "xl/sharedStrings.xml": strings(*shared)}
    data = workbook(sheet(f'<row r="4">{cell}</row>'), properties=properties, more=more)
    return read_workbook(data)


def words(found):
    return [text for table in found.tables for row in read_rows(table) for _, text in row]


def number(value, form="General"):
    return f'<c r="D4" s="{STYLES[form]}"><v>{value}</v></c>'


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        (number("12"), "12"),
        (number("12.5"), "12,5"),
        (number("0.30000000000000004"), "0,3"),
        (number("-3"), "-3"),
        (number("1E+15"), "1000000000000000"),
        (number("1E-5"), "0,00001"),
        (number("2025"), "2025"),
        (number("1234567.5", "#,##0"), "1.234.567,5"),
        (number("0.5", "0%"), "50%"),
        (number("0.125", "0%"), "12,5%"),
        (number("2.5", "[Red]0.00"), "2,5"),
        (number("46000", "dd/mm/yyyy"), "09/12/2025"),
        (number("46000.5", "dd/mm/yyyy hh:mm"), "09/12/2025 12:00"),
        (number("0.75", "h:mm"), "18:00"),
        (number("45992", "mmm-yy"), "12/2025"),
        (number("59", "dd/mm/yyyy"), "28/02/1900"),
        (number("61", "dd/mm/yyyy"), "01/03/1900"),
        (number("1", "@"), "1"),
        ('<c r="D4" t="str"><f>A1&amp;B1</f><v>Quý I</v></c>', "Quý I"),
        ('<c r="D4"><f>1+1</f><v>2</v></c>', "2"),
        ('<c r="D4" t="d"><v>2025-12-09T00:00:00</v></c>', "09/12/2025"),
        ('<c r="D4" t="d"><v>12:30:00</v></c>', "12:30:00"),
        ('<c r="D4" s="99"><v>5</v></c>', "5"),
        ('<c r="D4" t="s"><v>1</v></c>', "Rà soát văn bản"),
        ('<c r="D4" t="inlineStr"><is><r><t>Rà </t></r><r><t>soát</t></r></is></c>', "Rà soát"),
        ('<c r="D4" t="str"><v>dòng_x000D_\none_x0041__x005F_x0042_</v></c>', "dòng\noneA_x0042_"),
        ('<c r="D4" t="str"><v>_xD800_</v></c>', "_xD800_"),
    ],
)
def test_what_a_cell_says(cell, text):
    shared = (
        "<si><t>Một</t></si>",
        "<si><r><t>Rà soát</t></r><r><rPr/><t> văn bản</t></r><rPh><t>x</t></rPh></si>",
    )
    found = read(cell, shared=shared)
    assert (words(found), found.findings) == ([text], ())


@pytest.mark.parametrize(
    "cell",
    [
        '<c r="D4"/>',
        '<c r="D4"><v></v></c>',
        '<c r="D4" t="s"/>',
        '<c r="D4" t="inlineStr"/>',
        '<c r="D4" t="str"><f>""</f><v></v></c>',
        '<c r="D4" t="str"><v>   </v></c>',
    ],
)
def test_a_cell_that_says_nothing(cell):
    assert (read(cell).tables, read(cell).findings) == ((), ())


@pytest.mark.parametrize(
    ("cell", "text", "told"),
    [
        (
            '<c r="D4"><f>SUM(A1:A3)</f></c>',
            "",
            "ô D4: công thức chưa được tính. Hãy mở bằng Excel và lưu lại.",
        ),
        ('<c r="D4"><f>SUM(A1:A3)</f><v></v></c>', "", "ô D4: công thức chưa được tính."),
        ('<c r="D4" t="e"><v>#REF!</v></c>', "", "ô D4: lỗi công thức #REF!, không đọc được nội dung."),
        (
            '<c r="D4" t="e"><f>A1</f><v>#N/A</v></c>',
            "",
            "ô D4: lỗi công thức #N/A, không đọc được nội dung.",
        ),
        ('<c r="D4" t="s"><v>7</v></c>', "", "ô D4: mất nội dung: tệp bị hỏng. Hãy mở bằng Excel,"),
        ('<c r="D4" t="s"><v>-1</v></c>', "", "ô D4: mất nội dung"),
        ('<c r="D4" t="s"><v>x</v></c>', "", "ô D4: mất nội dung"),
        ('<c r="D4" t="b"><v>1</v></c>', "TRUE", "ô D4: giá trị lô-gic, được đọc là “TRUE”."),
        ('<c r="D4" t="b"><v>0</v></c>', "FALSE", "ô D4: giá trị lô-gic, được đọc là “FALSE”."),
        (number("60", "dd/mm/yyyy"), "", "ô D4: ngày không có trong lịch (số 60)."),
        (number("-5", "dd/mm/yyyy"), "", "ô D4: ngày không có trong lịch (số -5)."),
        (number("9999999", "dd/mm/yyyy"), "", "ô D4: ngày không có trong lịch (số 9999999)."),
        (number("abc"), "abc", "ô D4: giá trị không phải số: “abc”. Hãy gõ lại."),
        (number("NaN"), "NaN", "ô D4: giá trị không phải số: “NaN”."),
        (number("1e400"), "1e400", "ô D4: giá trị không phải số: “1e400”."),
        ('<c r="D4" t="str"><v>a_x0007_b</v></c>', "ab", "ô D4: có 1 ký tự điều khiển, đã bỏ."),
        (
            '<c r="D4" t="str"><f>cmd|\'/c calc\'!A0</f><v>x</v></c>',
            "x",
            "ô D4: công thức gọi chương trình khác (“cmd|'/c calc'!A0”), không được chạy.",
        ),
        ("<c r=\"D4\"><f>cmd|'/c calc'!A0</f></c>", "", "ô D4: công thức gọi chương trình khác"),
    ],
)
def test_what_is_told_of_a_cell(cell, text, told):
    found = read(cell)
    (finding,) = found.findings
    assert str(finding).startswith(told)
    assert words(found) == [text] * bool(text)


def test_dates_of_old_macintosh():
    found = read(number("44538", "dd/mm/yyyy"), properties='<workbookPr date1904="1"/>')
    assert words(found) == ["09/12/2025"]
    assert words(read(number("60", "dd/mm/yyyy"), properties='<workbookPr date1904="true"/>')) == [
        "01/03/1904"
    ]


def test_usual_formats_need_no_entry():
    more = {"xl/styles.xml": styles().replace("<cellXfs>", '<cellXfs><xf numFmtId="14"/><xf numFmtId="9"/>')}
    rows = '<row r="1"><c r="A1" s="0"><v>46000</v></c><c r="B1" s="1"><v>1</v></c></row>'
    assert words(read_workbook(workbook(sheet(rows), more=more))) == ["09/12/2025", "100%"]


def test_a_workbook_without_styles_or_texts_is_read():
    links = {"xl/_rels/workbook.xml.rels": listing(arrow("rId1", "worksheet", "worksheets/sheet1.xml"))}
    assert words(read_workbook(workbook(sheet("<row><c><v>46000</v></c></row>"), more=links))) == ["46000"]
