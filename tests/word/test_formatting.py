"""How paragraphs, runs and tables really look, whatever layer says so."""

import pytest
from wordfile import WordFile, word_file

from docgen.errors import InvalidInputError
from docgen.word.formatting import Border, Formatting, Sides, TabStop
from docgen.word.formatting.tables import Area
from docgen.word.ooxml import W, is_on, points
from docgen.word.package import open_package

THEME = """<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:themeElements>
<a:clrScheme name="x"><a:accent1><a:srgbClr val="112233"/></a:accent1></a:clrScheme>
<a:fontScheme name="x"><a:majorFont><a:latin typeface="Tinos"/></a:majorFont></a:fontScheme>
</a:themeElements></a:theme>"""


def style(name, properties, *, kind="paragraph", based=""):
    below = f'<w:basedOn w:val="{based}"/>' if based else ""
    return (
        f'<w:style w:type="{kind}" w:styleId="{name}"><w:name w:val="{name}"/>{below}{properties}</w:style>'
    )


def opened(data):
    """Return the formatting of a file and its body."""
    package = open_package(data)
    return Formatting(package), package.xml(package.main)


def first(text, tag, **parts):
    """Return the effective format of the first element `tag` of a file."""
    formatting, body = opened(word_file(text, **parts))
    ask = {"p": formatting.paragraph, "r": formatting.run, "tbl": formatting.table}[tag]
    return ask(next(body.iter(W + tag)))


def paragraph(properties, run="", content="<w:t>chữ</w:t>"):
    return f"<w:p><w:pPr>{properties}</w:pPr><w:r><w:rPr>{run}</w:rPr>{content}</w:r></w:p>"


RUNS = [
    ("", "size", 14),
    ("", "font", "Times New Roman"),
    ('<w:sz w:val="26"/>', "size", 13),
    ("<w:b/>", "bold", True),
    ('<w:b w:val="0"/>', "bold", False),
    ("<w:i/>", "italic", True),
    ('<w:u w:val="single"/>', "underline", "single"),
    ("<w:dstrike/>", "strike", True),
    ('<w:color w:val="auto"/>', "color", ""),
    ('<w:color w:val="ff0000"/>', "color", "FF0000"),
    ('<w:spacing w:val="-6"/>', "letter_spacing", -0.3),
    ('<w:kern w:val="28"/>', "kerned", True),
    ('<w:kern w:val="32"/>', "kerned", False),
    ('<w:vertAlign w:val="superscript"/>', "raised", "superscript"),
    ('<w:rStyle w:val="Dam"/>', "bold", True),
    ('<w:rStyle w:val="Dam"/>', "letter_spacing", 1),
]
BOLD = style("Dam", '<w:rPr><w:b/><w:spacing w:val="20"/></w:rPr>', kind="character")


@pytest.mark.parametrize(("properties", "name", "value"), RUNS)
def test_a_run_looks_as_its_layers_say(properties, name, value):
    assert getattr(first(paragraph("", properties), "r", styles=BOLD), name) == value


PARAGRAPHS = [
    ('<w:jc w:val="both"/>', "align", "both"),
    ('<w:ind w:left="720" w:hanging="360"/>', "first_line", -18),
    ('<w:spacing w:before="120" w:line="360" w:lineRule="auto"/>', "line", 1.5),
    ('<w:spacing w:line="400" w:lineRule="exact"/>', "line", 20),
    ("<w:keepNext/>", "keep_next", True),
    ("", "widow_control", True),
    ('<w:widowControl w:val="0"/>', "widow_control", False),
    ('<w:outlineLvl w:val="2"/>', "outline", 2),
    ('<w:numPr><w:ilvl w:val="1"/><w:numId w:val="4"/></w:numPr>', "list", (4, 1)),
    ('<w:numPr><w:numId w:val="0"/></w:numPr>', "list", None),
    ('<w:pStyle w:val="Con"/>', "before", 6),
    ('<w:pStyle w:val="Con"/>', "widow_control", False),
    ('<w:pStyle w:val="Khong co"/>', "style", "Normal"),
]
PARENT = style("Cha", '<w:pPr><w:widowControl w:val="0"/><w:spacing w:before="120"/></w:pPr>')
CHILD = PARENT + style(
    "Con", '<w:pPr><w:tabs><w:tab w:val="left" w:pos="900"/></w:tabs></w:pPr>', based="Cha"
)


@pytest.mark.parametrize(("properties", "name", "value"), PARAGRAPHS)
def test_a_paragraph_is_set_as_its_layers_say(properties, name, value):
    assert getattr(first(paragraph(properties), "p", styles=CHILD), name) == value


def test_tab_stops_gather_and_may_be_cleared():
    own = '<w:pStyle w:val="Con"/><w:tabs><w:tab w:val="right" w:leader="dot" w:pos="2000"/>{}</w:tabs>'
    cleared = own.format('<w:tab w:val="clear" w:pos="900"/>')
    right = TabStop(100, "right", "dot")
    assert first(paragraph(own.format("")), "p", styles=CHILD).tabs == (TabStop(45), right)
    assert first(paragraph(cleared), "p", styles=CHILD).tabs == (right,)


def test_the_mark_of_a_paragraph_has_a_format_of_its_own():
    found = first(paragraph('<w:rPr><w:sz w:val="2"/></w:rPr>'), "p")
    assert found.mark.size == 1


def test_equal_formatting_is_resolved_once():
    formatting, body = opened(word_file("both | một\nboth | hai\nleft | ba"))
    one, two, three = (formatting.paragraph(node) for node in body.iter(f"{W}p"))
    assert one is two
    assert one is not three


def test_styles_in_a_circle_are_refused():
    circle = style("A", "", based="B") + style("B", "", based="A")
    with pytest.raises(InvalidInputError, match="dựa vòng tròn"):
        first(paragraph('<w:pStyle w:val="A"/>'), "p", styles=circle)


def test_a_table_has_borders_and_margins_of_its_style_under_its_own():
    edge = '<w:{} w:val="single" w:sz="8" w:color="auto"/>'
    below = f"<w:tblBorders>{edge.format('top')}{edge.format('start')}</w:tblBorders>"
    margins = '<w:tblCellMar><w:left w:w="60"/><w:bottom w:w="x"/></w:tblCellMar>'
    styles = style("Luoi", f"<w:tblPr>{below}{margins}</w:tblPr>", kind="table")
    own = '<w:tblStyle w:val="Luoi"/><w:tblBorders><w:top w:val="nil"/></w:tblBorders>'
    table = first(f"<w:tbl><w:tblPr>{own}</w:tblPr></w:tbl>", "tbl", styles=styles)
    assert table.borders == {"top": Border(), "left": Border(1, "single")}
    assert table.margins == Sides(0, 5.4, 0, 3)


def test_the_default_table_style_holds_where_none_is_named():
    margins = '<w:tblPr><w:tblCellMar><w:left w:w="20"/></w:tblCellMar></w:tblPr>'
    default = style("Bang", margins, kind="table").replace("w:styleId", 'w:default="1" w:styleId')
    assert first("<w:tbl/>", "tbl", styles=default).margins.left == 1


def test_a_table_style_reaches_the_text_in_its_cells():
    branch = '<w:tblStylePr w:type="firstRow"><w:rPr><w:b/></w:rPr></w:tblStylePr>'
    styles = style("Dau", branch, kind="table")
    row = f"<w:tr><w:tc>{paragraph('')}</w:tc></w:tr>"
    look = '<w:tblPr><w:tblStyle w:val="Dau"/><w:tblLook w:firstRow="1" w:val="0020"/></w:tblPr>'
    formatting, body = opened(word_file(f"<w:tbl>{look}{row}{row}</w:tbl>", styles=styles))
    table = formatting.table(next(body.iter(f"{W}tbl")))
    places = [table.around(Area((at, at + 1), (0, 1), (2, 1))) for at in (0, 1)]
    runs = zip(body.iter(f"{W}r"), places, strict=True)
    assert [formatting.run(run, "Normal", around).bold for run, around in runs] == [True, False]


def test_colours_and_fonts_of_the_theme_are_read_where_they_are_used():
    run = '<w:rFonts w:asciiTheme="majorHAnsi"/><w:color w:val="000001" w:themeColor="accent1"/>'
    file = WordFile(paragraph("", run))
    links = file.parts()["word/_rels/document.xml.rels"]
    arrow = links[links.index("<Relationship ") : links.index("/>") + 2]
    theme = arrow.replace("rId1", "rId9").replace("/styles", "/theme").replace("styles.xml", "theme.xml")
    file.extra = {
        "word/theme.xml": THEME,
        "word/_rels/document.xml.rels": links.replace(arrow, arrow + theme),
    }
    formatting, body = opened(file.bytes())
    found = formatting.run(next(body.iter(f"{W}r")))
    assert (found.font, found.color) == ("Tinos", "112233")


def test_a_file_without_styles_has_words_own_defaults():
    file = WordFile("| a")
    file.extra = {
        "word/_rels/document.xml.rels": '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"/>'
    }
    formatting, body = opened(file.bytes())
    found = formatting.run(next(body.iter(f"{W}r")))
    assert (found.font, found.size) == ("Times New Roman", 10)


def test_small_readers():
    assert [points(text) for text in ("20", None, "x", "nan", "-inf")] == [1, 0, 0, 0, 0]
    assert is_on(None, absent=True)
    assert not is_on(None)
