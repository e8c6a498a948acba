"""What the reader sees in a Word file."""

import pytest
from wordfile import WordFile, paragraph, word_file

from docgen.errors import InvalidInputError
from docgen.pdf.description import (
    Line,
    LineBreak,
    PageBreak,
    PageNumber,
    Paragraph,
    Tab,
    Table,
    Text,
    edges_of,
    inlines,
)
from docgen.pdf.reading import read
from docgen.word.formatting import Sides


def blocks(text, **parts):
    return read(word_file(text, **parts)).sections[0].blocks


def shown(text, **parts):
    """Return the words of a file, with the marks of the notation for what is no word."""
    marks = {Tab: "⇥", LineBreak: "↵", PageBreak: "⤓", Line: "―"}
    pieces = inlines(read(word_file(text, **parts)))
    return "".join(piece.text if isinstance(piece, Text) else marks.get(type(piece), "№") for piece in pieces)


def run(content):
    return f"<w:r>{content}</w:r>"


def field(code, result="1", *, closed=True):
    end = '<w:fldChar w:fldCharType="end"/>' if closed else ""
    return run(
        f'<w:fldChar w:fldCharType="begin"/><w:instrText>{code}</w:instrText>'
        f'<w:fldChar w:fldCharType="separate"/><w:t>{result}</w:t>{end}'
    )


PIECES = {
    "tab": ("<w:t>a</w:t><w:tab/><w:t>b</w:t>", "a⇥b"),
    "line break": ("<w:t>a</w:t><w:br/><w:cr/>", "a↵↵"),
    "page break": ('<w:br w:type="page"/><w:t>a</w:t>', "⤓a"),
    "hyphen that does not break": (
        "<w:t>30/2020/N</w:t><w:noBreakHyphen/><w:t>CP</w:t>",
        "30/2020/N\u2011CP",
    ),
    "soft hyphen": ("<w:t>a</w:t><w:softHyphen/><w:t>b</w:t>", "a\u00adb"),
    "capitals": ("<w:rPr><w:caps/></w:rPr><w:t>Điều lệ</w:t>", "ĐIỀU LỆ"),
    "small capitals": ("<w:rPr><w:smallCaps/></w:rPr><w:t>Điều 1</w:t>", "ĐIỀU 1"),
    "hidden": ("<w:rPr><w:vanish/></w:rPr><w:t>a</w:t>", ""),
    "nothing": ("<w:t/>", ""),
    "decomposed": ("<w:t>Kê\u0301 hoa\u0323ch</w:t>", "Kế hoạch"),
}


@pytest.mark.parametrize("name", PIECES)
def test_what_stands_in_a_run(name):
    content, expected = PIECES[name]
    assert shown(f"<w:p>{run(content)}</w:p>") == expected


AROUND = {
    "content control": "<w:sdt><w:sdtContent>{}</w:sdtContent></w:sdt>",
    "link": "<w:hyperlink>{}</w:hyperlink>",
    "insertion": "<w:ins>{}</w:ins>",
    "smart tag": "<w:smartTag>{}</w:smartTag>",
    "field": '<w:fldSimple w:instr="TITLE">{}</w:fldSimple>',
}


@pytest.mark.parametrize("name", AROUND)
def test_runs_are_seen_through_what_stands_around_them(name):
    assert shown(f"<w:p>{AROUND[name].format(run('<w:t>chữ</w:t>'))}</w:p>") == "chữ"


def test_paragraphs_are_seen_in_a_content_control():
    assert (
        shown(f"<w:sdt><w:sdtContent>{paragraph('một')}{paragraph('hai')}</w:sdtContent></w:sdt>") == "mộthai"
    )


def test_a_deletion_is_gone():
    assert shown("<w:p><w:del><w:r><w:delText>cũ</w:delText></w:r></w:del></w:p>") == ""


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (field(" PAGE "), "№"),
        (field(" NUMPAGES \\* MERGEFORMAT "), "№"),
        (field(" DATE ", "05/3/2020"), "05/3/2020"),
        (field("", "chữ"), "chữ"),
        (field(" DATE ", "mở", closed=False), "mở"),
        (run('<w:fldChar w:fldCharType="end"/><w:instrText>PAGE</w:instrText><w:t>a</w:t>'), "a"),
        (run('<w:fldChar w:fldCharType="separate"/><w:t>a</w:t>'), "a"),
        ('<w:fldSimple w:instr=" PAGE "/>', "№"),
    ],
)
def test_page_numbers_are_fields_and_other_fields_their_stored_result(content, expected):
    assert shown(f"<w:p>{content}</w:p>") == expected


def test_a_field_inside_a_field():
    inner = field(" PAGE ")
    outer = run('<w:fldChar w:fldCharType="begin"/><w:instrText>IF</w:instrText>') + inner
    outer += run('<w:fldChar w:fldCharType="separate"/><w:t>kết quả</w:t><w:fldChar w:fldCharType="end"/>')
    assert shown(f"<w:p>{outer}</w:p>") == "kết quả"


def drawing(shape, *, extent='cx="1270000" cy="0"', around="", kind="anchor"):
    return (
        f"<w:p><w:r><w:drawing><wp:{kind}>{around}<wp:extent {extent}/><a:graphic><a:graphicData>{shape}"
        f"</a:graphicData></a:graphic></wp:{kind}></w:drawing></w:r></w:p>"
    )


PEN = '<a:ln w="6350"><a:solidFill><a:srgbClr val="FF0000"/></a:solidFill></a:ln>'
LINE = f'<wps:wsp><wps:spPr><a:prstGeom prst="line"/>{PEN}</wps:spPr></wps:wsp>'
PLACE = (
    '<wp:positionH relativeFrom="{0}"><wp:{1}>{2}</wp:{1}></wp:positionH>'
    '<wp:positionV relativeFrom="{3}"><wp:posOffset>25400</wp:posOffset></wp:positionV>'
)


def test_a_drawn_line_has_length_place_and_pen():
    found = blocks(drawing(LINE, around=PLACE.format("column", "align", "center", "paragraph")))[0].content[0]
    assert (found.width, found.height, found.align, found.top) == (100, 0, "center", 2)
    assert (found.stroke.width, found.stroke.color) == (0.5, "FF0000")


def test_a_line_may_stand_at_a_distance_or_in_the_text():
    away = blocks(drawing(LINE, around=PLACE.format("column", "posOffset", "635000", "line")))[0].content[0]
    inline = blocks(drawing(LINE.replace(PEN, ""), kind="inline"))[0].content[0]
    assert (away.left, away.align, away.inline) == (50, "", False)
    assert (inline.inline, inline.stroke.width) == (True, 0.75)


def test_a_line_that_libreoffice_saved_is_still_level():
    saved = blocks(drawing(LINE, extent='cx="1270000" cy="635"'))[0].content[0]
    assert (saved.width, saved.height) == (100, 0)


def test_a_line_without_a_place_stands_at_the_corner():
    bare = blocks(
        drawing(LINE.replace("<a:solidFill>", "").replace("</a:solidFill>", "").replace("srgbClr", "x"))
    )
    found = bare[0].content[0]
    assert (found.left, found.top, found.stroke.color) == (0, 0, "000000")


WARNED = {
    "a page-relative line": (
        drawing(LINE, around=PLACE.format("page", "posOffset", "1", "page")),
        "đường kẻ đặt theo trang",
    ),
    "a slanting line": (drawing(LINE, extent='cx="90000" cy="90000"'), "hình vẽ"),
    "a text box": (drawing("<wps:wsp><wps:txbx/></wps:wsp>"), "hộp chữ"),
    "a picture": (drawing("<a:blip/>"), "hình ảnh"),
    "a footnote": (f"<w:p>{run('<w:footnoteReference/>')}</w:p>", "chú thích cuối trang"),
    "a drawing without size": ("<w:p><w:r><w:drawing><wp:anchor/></w:drawing></w:r></w:p>", "hình ảnh"),
}


@pytest.mark.parametrize("name", WARNED)
def test_what_cannot_be_shown_is_a_warning(name):
    xml, words = WARNED[name]
    warnings = read(word_file(xml)).warnings
    assert words in str(warnings[0])


def test_a_warning_names_its_place_once():
    note = run("<w:footnoteReference/>") * 2
    inside = f"<w:p>{run('<w:t>trong ô</w:t>')}{note}</w:p>"
    cell = f"<w:tbl><w:tblGrid/><w:tr><w:tc>{inside}</w:tc></w:tr></w:tbl>"
    long = f"<w:p>{run('<w:t>' + 'dài ' * 20 + '</w:t>')}{note}</w:p>"
    places = [warning.place for warning in read(word_file(cell + long)).warnings]
    assert places == ["bảng 1, hàng 1, ô 1: “trong ô”", f"đoạn “{'dài ' * 10}…”"]


def test_the_newest_word_decides_between_two_drawings():
    choice = f'<mc:Choice Requires="wps">{run_inside(LINE)}</mc:Choice><mc:Fallback><w:pict/></mc:Fallback>'
    assert shown(f"<w:p><w:r><mc:AlternateContent>{choice}</mc:AlternateContent></w:r></w:p>") == "―"
    empty = "<mc:Choice/><mc:Fallback><w:t>cũ</w:t></mc:Fallback>"
    assert shown(f"<w:p><w:r><mc:AlternateContent>{empty}</mc:AlternateContent></w:r></w:p>") == "cũ"
    assert shown("<w:p><w:r><mc:AlternateContent/></w:r></w:p>") == ""


def run_inside(shape):
    return drawing(shape).removeprefix("<w:p><w:r>").removesuffix("</w:r></w:p>")


def test_a_hidden_paragraph_is_gone():
    mark = "<w:pPr><w:rPr><w:vanish/></w:rPr></w:pPr>"
    assert len(blocks(f"<w:p>{mark}</w:p>\n| thấy")) == 1


LEVEL = '<w:lvl w:ilvl="{0}"><w:start w:val="{1}"/><w:numFmt w:val="{2}"/><w:lvlText w:val="{3}"/>{4}</w:lvl>'
LISTS = [
    ("decimal", "%1.", ["1.", "2.", "3."]),
    ("upperRoman", "%1)", ["I)", "II)", "III)"]),
    ("lowerRoman", "%1", ["i", "ii", "iii"]),
    ("lowerLetter", "%1)", ["a)", "b)", "c)"]),
    ("upperLetter", "%1", ["A", "B", "C"]),
    ("decimalZero", "%1", ["01", "02", "03"]),
    ("bullet", "\uf0b7", ["•", "•", "•"]),
    ("none", "-%1", ["-", "-", "-"]),
]


def numbering(*levels, override=""):
    lists = "".join(LEVEL.format(*level) for level in levels)
    return (
        f'<w:abstractNum w:abstractNumId="0">{lists}</w:abstractNum>'
        f'<w:num w:numId="1"><w:abstractNumId w:val="0"/>{override}</w:num>'
    )


@pytest.mark.parametrize(("kind", "pattern", "labels"), LISTS)
def test_lists_are_written_out(kind, pattern, labels):
    space = '<w:suff w:val="space"/>'
    found = blocks("level=0 | x\nlevel=0 | x\nlevel=0 | x", numbering=numbering((0, 1, kind, pattern, space)))
    assert [block.label[0].text for block in found] == [f"{label} " for label in labels]


def test_a_list_counts_its_levels_anew_below_each_number():
    levels = numbering((0, 3, "decimal", "%1.", ""), (1, 1, "decimal", "%1.%2", '<w:suff w:val="nothing"/>'))
    found = blocks("level=0 |\nlevel=1 |\nlevel=1 |\nlevel=0 |\nlevel=1 |\nlevel=7 |", numbering=levels)
    assert [block.label[0].text for block in found[:5]] == ["3.", "3.1", "3.2", "4.", "4.1"]
    assert isinstance(found[0].label[1], Tab)
    assert len(found[1].label) == 1
    assert found[5].label == ()


def test_a_level_may_be_overridden_and_a_list_missing():
    level = LEVEL.format(0, 7, "decimal", "%1", "")
    override = f'<w:lvlOverride w:ilvl="0">{level}</w:lvlOverride>'
    assert shown("level=0 |", numbering=numbering((0, 1, "decimal", "%1.", ""), override=override)) == "7⇥"
    assert shown("level=0 | chữ") == "chữ"


def test_many_letters_and_numbers_past_roman():
    levels = numbering((0, 28, "lowerLetter", "%1", ""), (1, 5000, "upperRoman", "%2", ""))
    assert shown("level=0 |\nlevel=1 |", numbering=levels) == "bb⇥5000⇥"


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


def test_types_of_blocks():
    assert [type(block) for block in blocks("| a\ntable 9\n+ a\n| b")] == [Paragraph, Table, Paragraph]


def test_the_total_is_known_to_be_shown():
    assert read(word_file("| Σ")).shows_total
    assert not read(word_file("| №")).shows_total
    assert isinstance(blocks("| №")[0].content[0], PageNumber)
