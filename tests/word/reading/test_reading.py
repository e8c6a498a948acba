"""A Word file read for those who judge and mend it: words, looks, tables, sections, drawings."""

import io
import zipfile

import pytest
from wordfile import WordFile, word_file

from docgen.errors import InvalidInputError
from docgen.package import open_package
from docgen.word.ooxml import W
from docgen.word.reading import BODY, TEXT_BOX, Changes, Table, read_document

NUMBERING = (
    '<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/>'
    '<w:lvlText w:val="%1."/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>'
)
ALTERNATIVES = (
    "<mc:AlternateContent><mc:Choice Requires='wps'><w:r><w:t>mới</w:t></w:r></mc:Choice>"
    "<mc:Fallback><w:r><w:t>cũ</w:t></w:r></mc:Fallback></mc:AlternateContent>"
)
LINE = (
    "<w:p><w:r><w:drawing><wp:anchor>"
    "<wp:positionH relativeFrom='column'><wp:align>center</wp:align></wp:positionH>"
    "<wp:positionV relativeFrom='paragraph'><wp:posOffset>127000</wp:posOffset></wp:positionV>"
    "<wp:extent cx='1270000' cy='0'/><a:graphic><a:graphicData><wps:wsp><wps:spPr><a:prstGeom prst='line'/>"
    "</wps:spPr></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></w:r></w:p>"
)
BOX = (
    "<w:p><w:r><w:t>Trước</w:t></w:r><w:r><mc:AlternateContent><mc:Choice Requires='wps'>"
    "<w:drawing><wp:anchor><wp:extent cx='1270000' cy='1270000'/><a:graphic><a:graphicData>"
    "<wps:wsp><wps:txbx><w:txbxContent>"
    "<w:p><w:r><w:t>KHẨN</w:t></w:r></w:p></w:txbxContent></wps:txbx></wps:wsp></a:graphicData></a:graphic>"
    "</wp:anchor></w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape style='width:1pt'><v:textbox>"
    "<w:txbxContent><w:p><w:r><w:t>KHẨN</w:t></w:r></w:p></w:txbxContent></v:textbox></v:shape></w:pict>"
    "</mc:Fallback></mc:AlternateContent></w:r></w:p>"
)


def read(text, changes=Changes.ACCEPTED, **parts):
    return read_document(open_package(word_file(text, **parts)), changes)


def test_words_stand_in_spans_that_know_their_place_and_node():
    (paragraph,) = read("Một *hai* ba").paragraphs
    assert paragraph.text == "Một hai ba"
    assert [(span.text, span.start, span.face.bold) for span in paragraph.spans] == [
        ("Một ", 0, False),
        ("hai", 4, True),
        (" ba", 7, False),
    ]
    assert all(span.node.text == span.text and span.run.tag == f"{W}r" for span in paragraph.spans)
    assert [face.bold for face in paragraph.faces] == [False, True]


def test_tabs_and_breaks_are_characters():
    (paragraph,) = read("a⇥b↵c⤓d").paragraphs
    assert paragraph.text == "a\tb\nc\fd"
    assert paragraph.words == "a b c d"


@pytest.mark.parametrize(
    ("inside", "text"),
    [
        ("<w:r><w:t>a</w:t><w:noBreakHyphen/><w:t>b</w:t><w:softHyphen/><w:t>c</w:t></w:r>", "a-b\u00adc"),
        ("<w:r><w:br w:type='column'/><w:cr/></w:r>", "\v\n"),
        ('<w:r><w:sym w:font="Symbol" w:char="F0B7"/></w:r>', "\uf0b7"),
        ('<w:r><w:sym w:char="xyz"/></w:r>', ""),
        ("<w:r><w:rPr><w:vanish/></w:rPr><w:t>ẩn</w:t></w:r><w:r><w:t>hiện</w:t></w:r>", "hiện"),
        ("<w:hyperlink><w:r><w:t>liên kết</w:t></w:r></w:hyperlink>", "liên kết"),
        ("<w:sdt><w:sdtContent><w:r><w:t>ô nhập</w:t></w:r></w:sdtContent></w:sdt>", "ô nhập"),
        (ALTERNATIVES, "mới"),
    ],
)
def test_what_stands_in_a_run_is_read(inside, text):
    (paragraph,) = read(f"<w:p>{inside}</w:p>").paragraphs
    assert paragraph.text == text


def test_a_field_gives_its_result_and_its_name():
    code = "<w:r><w:fldChar w:fldCharType='{}'/></w:r>"
    field = f"{code.format('begin')}<w:r><w:instrText> page \\* Arabic </w:instrText></w:r>"
    field += f"{code.format('separate')}<w:r><w:t>7</w:t></w:r>{code.format('end')}"
    (complex_, simple) = read(f"<w:p>{field}<w:r><w:t>!</w:t></w:r></w:p>\n№").paragraphs
    assert [(span.text, span.field) for span in complex_.spans] == [("7", "PAGE"), ("!", "")]
    assert [(span.text, span.field) for span in simple.spans] == [("0", "PAGE")]


def test_what_is_broken_in_a_field_does_no_harm():
    marks = "<w:r><w:fldChar w:fldCharType='separate'/><w:fldChar w:fldCharType='end'/></w:r>"
    lone = "<w:r><w:instrText>PAGE</w:instrText><w:t>a</w:t></w:r>"
    assert [one.text for one in read(f"<w:p>{marks}{lone}</w:p>").paragraphs] == ["a"]


def test_the_number_that_word_writes_is_read_with_its_paragraph():
    paragraphs = read("level=0 | Mục đích\nlevel=0 | Yêu cầu", numbering=NUMBERING).paragraphs
    assert [paragraph.words for paragraph in paragraphs] == ["1. Mục đích", "2. Yêu cầu"]
    assert paragraphs[0].text == "Mục đích"


def test_tracked_changes_are_settled():
    new, old = (
        "<w:ins><w:r><w:t>mới</w:t></w:r></w:ins>",
        "<w:del><w:r><w:delText>cũ</w:delText></w:r></w:del>",
    )
    changed = f"<w:p>{new}{old}</w:p>"
    assert read(changed).paragraphs[0].text == "mới"
    assert read(changed, Changes.ORIGINAL).paragraphs[0].text == "cũ"


def test_a_table_is_read_on_its_grid():
    document = read("Trên\ntable 2000 3000 border header cantsplit\n+ a + b\n+ c >> 2\nDưới")
    (table,) = document.tables
    assert [[(cell.words, cell.column, cell.columns) for cell in row.cells] for row in table.rows] == [
        [("a", 0, 1), ("b", 1, 1)],
        [("c", 0, 2)],
    ]
    assert (table.columns, table.width, table.bordered) == ((100.0, 150.0), 250.0, True)
    assert [(row.header, row.unsplittable) for row in table.rows] == [(True, True), (False, True)]
    assert all(paragraph.cell.table is table for paragraph in table.paragraphs)
    assert [paragraph.number for paragraph in document.paragraphs] == [1, 2, 3, 4, 5]


def test_a_table_without_lines_is_told_from_one_whose_cells_draw_them():
    cell = "<w:tc><w:tcPr><w:tcBorders>{}</w:tcBorders></w:tcPr><w:p/></w:tc>"
    drawn = cell.format('<w:top w:val="single" w:sz="4"/>')
    plain, lined = (
        read(f"<w:tbl><w:tblGrid><w:gridCol w:w='9'/></w:tblGrid><w:tr>{one}</w:tr></w:tbl>").tables[0]
        for one in (cell.format(""), drawn)
    )
    assert (plain.bordered, lined.bordered) == (False, True)


def test_blocks_are_seen_through_content_controls():
    document = read("<w:sdt><w:sdtContent><w:p><w:r><w:t>a</w:t></w:r></w:p></w:sdtContent></w:sdt>")
    assert [paragraph.text for paragraph in document.paragraphs] == ["a"]


def test_a_line_is_measured():
    (drawing,) = read(LINE).paragraphs[0].drawings
    assert (drawing.kind, drawing.width, drawing.height) == ("line", 100.0, 0.0)
    assert (drawing.floating, drawing.align, drawing.top) == (True, "center", 10.0)
    assert drawing.relative == ("column", "paragraph")


@pytest.mark.parametrize(
    ("shape", "kind", "width"),
    [
        ('<v:line from="10pt,2pt" to="80pt,2pt" style="position:absolute"/>', "line", 70.0),
        ('<v:shape type="#_x0000_t32" style="width:60pt;height:0"/>', "line", 60.0),
        ('<v:rect style="width:85pt;height:22.7pt"/>', "shape", 85.0),
    ],
)
def test_old_drawings_are_measured(shape, kind, width):
    (drawing,) = read(f"<w:p><w:r><w:pict>{shape}</w:pict></w:r></w:p>").paragraphs[0].drawings
    assert (drawing.kind, drawing.width) == (kind, width)


def test_words_in_a_text_box_follow_the_paragraph_it_is_anchored_in():
    anchor, boxed = read(BOX).paragraphs
    assert (anchor.text, anchor.story) == ("Trước", BODY)
    assert (boxed.text, boxed.story, boxed.box) == ("KHẨN", TEXT_BOX, anchor)


def test_a_picture_names_the_part_that_holds_it():
    picture = (
        '<w:p><w:r><w:drawing><wp:inline><wp:extent cx="12700" cy="12700"/><a:graphic><a:graphicData>'
        '<pic:pic><pic:blipFill><a:blip r:embed="rIdP"/></pic:blipFill></pic:pic></a:graphicData></a:graphic>'
        "</wp:inline></w:drawing></w:r></w:p>"
    )
    file = WordFile(picture, links={"rIdP": ("image", "media/a.png")}, extra={"word/media/a.png": b"png"})
    (drawing,) = read_document(open_package(file.bytes())).paragraphs[0].drawings
    assert (drawing.kind, drawing.image) == ("picture", "word/media/a.png")


def test_sections_have_their_pages_and_take_headers_over():
    document = read("Dọc\n--- landscape start=1\nNgang", header="№", first_header="")
    upright, lying = document.sections
    assert [section.landscape for section in document.sections] == [False, True]
    assert (round(upright.margins.left), upright.title_page, lying.starts_at) == (85, True, 1)
    assert [section.blocks[0].text for section in document.sections] == ["Dọc", "Ngang"]
    for section in document.sections:
        assert [span.field for span in section.headers["default"].paragraphs[0].spans] == ["PAGE"]
        assert section.headers["first"].is_empty
        assert not section.headers["default"].is_empty
        assert not section.footers
    assert document.even_headers is False


def test_every_block_stands_in_one_section():
    document = read("a\ntable 100\n+ b\n--- start=1\nc")
    assert [isinstance(block, Table) for block in document.blocks] == [False, True, False, False]
    assert [paragraph.section for paragraph in document.paragraphs] == [0, 0, 0, 1]


def test_a_file_without_text_is_refused():
    file = WordFile("")
    parts = file.parts()
    parts["word/document.xml"] = parts["word/document.xml"].replace("w:body", "w:leer")
    package = open_package(_zipped(parts))
    with pytest.raises(InvalidInputError, match="không có nội dung"):
        read_document(package)


def _zipped(parts):
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return buffer.getvalue()
