"""How paragraphs, runs and tables really look, whatever layer says so."""

import pytest
from wordfile import WordFile, word_file

from docgen.errors import InvalidInputError
from docgen.package import open_package
from docgen.word.formatting import Border, Formatting, Sides, TabStop
from docgen.word.formatting.tables import Area
from docgen.word.ooxml import W, is_on, points

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
    ('<w:u w:val="wave" w:color="FF0000"/>', "underline_color", "FF0000"),
    ("<w:dstrike/>", "double_strike", True),
    ('<w:w w:val="90%"/>', "scale", 0.9),
    ('<w:w w:val="7000"/>', "scale", 6),
    ('<w:position w:val="-6"/>', "raised_by", -3),
    ('<w:bdr w:val="single" w:sz="8" w:space="1"/>', "border", Border(1, "single", "000000", 1)),
    ('<w:bdr w:val="nil"/>', "border", None),
    ('<w:shd w:val="clear" w:fill="00FF00"/>', "fill", "00FF00"),
    ('<w:shd w:val="clear" w:fill="auto"/>', "fill", ""),
    ('<w:shd w:val="solid" w:color="FF0000" w:fill="auto"/>', "fill", "FF0000"),
    ('<w:shd w:val="pct50" w:color="auto" w:fill="FFFFFF"/>', "fill", "808080"),
    ('<w:shd w:val="thinDiagStripe" w:fill="00FF00"/>', "fill", "00FF00"),
    ('<w:highlight w:val="yellow"/>', "highlight", "yellow"),
    ('<w:sz w:val="0"/>', "size", 10),
    ('<w:sz w:val="99999"/>', "size", 1638),
    ('<w14:shadow xmlns:w14="urn:x"/>', "bold", False),
    ('<w:rStyle w:val="Dam"/>', "bold", True),
    ('<w:rStyle w:val="Dam"/>', "letter_spacing", 1),
]
BOLD = style("Dam", '<w:rPr><w:b/><w:spacing w:val="20"/></w:rPr>', kind="character")


@pytest.mark.parametrize(("properties", "name", "value"), RUNS)
def test_a_run_looks_as_its_layers_say(properties, name, value):
    assert getattr(first(paragraph("", properties), "r", styles=BOLD), name) == value


EDGE = '<w:top w:val="nil"/><w:bottom w:val="single" w:sz="4" w:space="1"/>'
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
    ('<w:jc w:val="end"/>', "align", "right"),
    ('<w:ind w:start="720"/>', "left", 36),
    ('<w:ind w:leftChars="200"/>', "left", 28),
    ('<w:ind w:firstLineChars="100" w:firstLine="400"/>', "first_line", 20),
    ('<w:ind w:hangingChars="100"/>', "first_line", -14),
    ('<w:spacing w:beforeLines="200"/>', "before", 24),
    ('<w:spacing w:before="60" w:beforeAutospacing="1"/>', "before", 14),
    ('<w:spacing w:after="60" w:afterAutospacing="1"/>', "after_auto", True),
    ('<w:spacing w:before="-60"/>', "before", 0),
    ('<w:spacing w:line="0"/>', "line", 1),
    ('<w:spacing w:line="2cm" w:lineRule="exact"/>', "line", pytest.approx(56.69, abs=0.01)),
    ('<w:outlineLvl w:val="9"/>', "outline", None),
    ('<w:shd w:val="clear" w:fill="EEEEEE"/>', "fill", "EEEEEE"),
    (f"<w:pBdr>{EDGE}</w:pBdr>", "borders", (("bottom", Border(0.5, "single", "000000", 1)),)),
    ('<w:framePr w:x="20" w:w="40"/>', "frame", (("w", "40"), ("x", "20"))),
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


def test_an_attribute_puts_out_its_rival_of_a_weaker_layer():
    hanging = style("Treo", '<w:pPr><w:ind w:left="720" w:hanging="360"/></w:pPr>')
    found = first(paragraph('<w:pStyle w:val="Treo"/><w:ind w:firstLine="200"/>'), "p", styles=hanging)
    assert (found.left, found.first_line) == (36, 10)


def test_a_style_turns_round_what_another_says():
    styles = style("Dam doan", "<w:rPr><w:b/></w:rPr>") + BOLD
    both = paragraph('<w:pStyle w:val="Dam doan"/>', '<w:rStyle w:val="Dam"/>')
    formatting, body = opened(word_file(both, styles=styles))
    assert not formatting.run(next(body.iter(f"{W}r")), "Dam doan").bold


def test_the_default_style_is_normal_where_none_says_so():
    styles = '<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">{}</w:styles>'
    normal = style("Normal", '<w:pPr><w:jc w:val="center"/></w:pPr>')
    for told, align in ((normal, "center"), ("", "left")):
        file = WordFile("| a", extra={"word/styles.xml": styles.format(told)})
        formatting, body = opened(file.bytes())
        assert formatting.paragraph(next(body.iter(f"{W}p"))).align == align


LEVEL = '<w:lvl w:ilvl="0"><w:pPr><w:ind w:left="1440" w:hanging="720"/></w:pPr></w:lvl>'
LIST = (
    f'<w:abstractNum w:abstractNumId="0">{LEVEL}</w:abstractNum>'
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
)
ITEM = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'


@pytest.mark.parametrize(
    ("properties", "left", "first_line"),
    [
        (ITEM, 72, -36),
        (f'{ITEM}<w:ind w:left="400"/>', 20, -36),
        (f'<w:pStyle w:val="Lui"/>{ITEM}', 72, -36),
        ('<w:pStyle w:val="Muc"/>', 144, -36),
        ('<w:pStyle w:val="Muc"/><w:numPr><w:numId w:val="0"/></w:numPr>', 144, -36),
    ],
)
def test_a_list_stands_between_a_style_and_what_names_it(properties, left, first_line):
    styles = style("Lui", '<w:pPr><w:ind w:left="4000"/></w:pPr>')
    styles += style("Muc", f'<w:pPr>{ITEM}<w:ind w:left="2880"/></w:pPr>')
    found = first(paragraph(properties), "p", styles=styles, numbering=LIST)
    assert (found.left, found.first_line) == (left, first_line)


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
