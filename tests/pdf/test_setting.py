"""What is said to WeasyPrint, and what is seen of it on the page."""

import gc

import pytest
from likeness import lines_of
from wordfile import word_file

from docgen.errors import InvalidInputError
from docgen.pdf import convert, to_pdf
from docgen.pdf.fonts import times
from docgen.pdf.printing import Fetcher, quiet_memory
from docgen.pdf.reading import read
from docgen.pdf.setting import Numbers, set_section


def css(text, **parts):
    """Return the style sheet of the first section of a file."""
    description = read(word_file(text, **parts))
    return set_section(description.sections[0], description, times(), Numbers()).css


def words(text, **parts):
    """Return the words of each page, white space removed."""
    return ["".join(page) for page in lines_of(to_pdf(word_file(text, **parts)))]


def with_run(properties, text="chữ"):
    """Return a paragraph of a plain word and one of other looks."""
    return f"<w:p><w:r><w:t>thường</w:t></w:r><w:r><w:rPr>{properties}</w:rPr><w:t>{text}</w:t></w:r></w:p>"


LOOKS = {
    '<w:u w:val="single"/>': "text-decoration:underline",
    '<w:u w:val="double"/>': "text-decoration:underline double",
    "<w:strike/>": "text-decoration:line-through",
    '<w:highlight w:val="yellow"/>': "background:yellow",
    '<w:highlight w:val="darkGray"/>': "background:gray",
    '<w:color w:val="FF0000"/>': "color:#FF0000",
    '<w:sz w:val="40"/>': "font-size:20pt;line-height:23pt",
    "<w:b/>": "font-weight:bold",
    "<w:i/>": "font-style:italic",
    '<w:kern w:val="2"/>': "font-kerning:normal",
    '<w:spacing w:val="20"/>': "letter-spacing:1pt",
    '<w:vertAlign w:val="superscript"/>': "font-size:8.12pt;line-height:0;position:relative;top:-4.62pt",
    '<w:vertAlign w:val="subscript"/>': "font-size:8.12pt;line-height:0;position:relative;top:1.12pt",
}


@pytest.mark.parametrize("properties", LOOKS)
def test_a_look_becomes_a_declaration(properties):
    assert LOOKS[properties] in css(with_run(properties))


def test_kerning_below_its_size_is_off():
    assert "font-kerning:normal" not in css(with_run('<w:kern w:val="32"/>'))


def test_a_raised_word_takes_less_room():
    assert words(with_run('<w:vertAlign w:val="superscript"/>')) == ["thườngchữ"]


PARAGRAPHS = {
    "center": "text-align:center",
    "right": "text-align:right",
    "both": "text-align:justify",
    "before=120 left=20 right=40 after=60": "margin:6pt 2pt 3pt 1pt",
    "first=720": "text-indent:36pt",
    "newpage": "break-before:page",
    "keepnext": "break-after:avoid",
    "keeplines": "break-inside:avoid",
    "nowidow": "widows:1",
    "line=360 rule=auto": "line-height:24.15pt",
    "line=300 rule=exact": "line-height:15pt",
    "line=300 rule=atLeast": "line-height:16.1pt",
}


@pytest.mark.parametrize("options", PARAGRAPHS)
def test_a_paragraph_becomes_declarations(options):
    assert PARAGRAPHS[options] in css(f"{options} | chữ")


def cell(properties="", content="<w:p/>", table=""):
    """Return a table of one cell."""
    grid = '<w:tblGrid><w:gridCol w:w="2000"/></w:tblGrid>'
    edge = '<w:tblBorders><w:top w:val="single" w:sz="8"/></w:tblBorders>'
    row = f"<w:tr><w:tc><w:tcPr>{properties}</w:tcPr>{content}</w:tc></w:tr>"
    return f"<w:tbl><w:tblPr>{table}{edge}</w:tblPr>{grid}{row}</w:tbl>"


@pytest.mark.parametrize(
    ("xml", "declaration"),
    [
        (cell('<w:vAlign w:val="center"/>'), "vertical-align:middle"),
        (cell('<w:shd w:fill="DDDDDD"/>'), "background:#DDDDDD"),
        (cell('<w:tcBorders><w:left w:val="double" w:sz="4"/></w:tcBorders>'), "border-left:1.5pt double"),
        (cell(), "border-top:1pt solid #000000"),
        (cell(table='<w:jc w:val="center"/>'), "margin-left:183.875pt"),
        (cell(table='<w:tblInd w:w="200"/>'), "margin-left:10pt"),
    ],
)
def test_a_cell_becomes_declarations(xml, declaration):
    assert declaration in css(xml)


def test_space_before_and_after_the_only_paragraph_of_a_cell_is_padding():
    paragraph = '<w:p><w:pPr><w:spacing w:before="100" w:after="40"/></w:pPr><w:r><w:t>a</w:t></w:r></w:p>'
    assert "padding:5pt 5.415pt 2pt 5.4pt" in css(cell(content=paragraph))


def test_a_line_lies_where_it_is_anchored():
    place = '<wp:positionH relativeFrom="column"><wp:align>{}</wp:align></wp:positionH>'
    drawn = (
        '<w:p><w:pPr><w:ind w:left="200" w:right="400"/></w:pPr><w:r><w:drawing><wp:anchor>{}'
        '<wp:extent cx="127000" cy="0"/><a:prstGeom prst="line"/></wp:anchor></w:drawing></w:r></w:p>'
    )
    centred, right, left = (css(drawn.format(place.format(side))) for side in ("center", "right", "left"))
    assert "left:-10pt}" in left
    assert "left:-10pt;right:-20pt;margin-left:auto;margin-right:auto" in centred
    assert "top:-0.375pt;right:-20pt" in right
    upright = css(
        drawn.format("").replace('cx="127000" cy="0"', 'cx="0" cy="127000"').replace("anchor", "inline")
    )
    assert "height:10pt;border-left:0.75pt solid #000000;display:inline-block" in upright


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("tabs=2000:left:dot | a⇥b", "a....................b"),
        ("tabs=400:left:hyphen | a⇥b", "a--b"),
        ("| a⇥", "a"),
        ("tabs=2000:right | a⇥№", "a1"),
        ("tabs=2000:clear | a⇥b", "ab"),
        ("tabs=300:bar,2000 | a⇥b", "ab"),
    ],
)
def test_tabs_are_filled_with_their_leader(line, expected):
    (page,) = words(line)
    assert page.startswith(expected[:4])
    assert page.endswith(expected[-1])


def test_a_tab_beyond_the_edge_goes_on_a_new_line():
    assert lines_of(to_pdf(word_file("tabs=12000 | trước⇥sau"))) == [["trước", "sau"]]


def test_a_last_tab_at_the_edge_is_nothing():
    assert lines_of(to_pdf(word_file(f"right=9000 | {'a' * 60}⇥")))[0][0].startswith("a")


def test_spaces_are_as_wide_as_typed():
    """Leading spaces and runs of spaces move the words after them."""
    narrow, wide = (css(f"| a{' ' * count}b") for count in (1, 5))
    assert "word-spacing" not in narrow
    assert "word-spacing:1em" in wide
    assert words("|    a") == ["a"]


def test_spaces_hang_at_the_end_of_a_line():
    assert lines_of(to_pdf(word_file("table 1200 border\n+ aaaaaa        bbb"))) == [["aaaaaa", "bbb"]]


def test_a_page_break_in_a_cell_is_none():
    assert words("table 4000 border\n+ a⤓b") == ["ab"]


def test_a_run_of_spaces_may_go_on_in_another_run():
    assert words("| a  *  b*") == ["ab"]


@pytest.mark.parametrize(("kind", "number"), [("upperRoman", "V"), ("lowerLetter", "e"), ("ordinal", "5")])
def test_page_numbers_are_written_as_the_section_says(kind, number):
    pages = words(f"| a\n--- start=5 fmt={kind}\n| b", header="| Trang №")
    assert pages == ["Trang1a", f"Trang{number}b"]


def test_page_numbers_go_on_from_section_to_section_and_the_total_counts_all():
    pages = words("| a⤓b\n---\n| c", header="| № trên Σ", first_header="")
    assert pages == ["a", "2trên3b", "c"]


def test_an_empty_head_takes_no_room():
    assert words("| a", header="| ") == ["a"]


def test_a_page_break_before_a_table_and_in_a_paragraph():
    assert words("| a\n| ⤓\ntable 2000 border\n+ b\n| c⤓d⤓") == ["a", "bc", "d"]


def test_blocks_below_one_another_in_a_cell():
    assert words("table 4000 border\n+ một¶hai¶ba") == ["mộthaiba"]


def test_a_table_all_of_headings_is_shown_once():
    assert words("table 4000 border header\n+ một") == ["một"]


def test_nothing_is_fetched():
    with pytest.raises(ValueError, match="không tải gì"):
        Fetcher().fetch("file:///etc/passwd")


@pytest.mark.parametrize("text", ["& < > \" '", "{{ 7+7 }} {% raw %}", "<p><script>", "]]>", "url(x)"])
def test_hostile_text_is_text(text):
    assert words(f"| {text}") == ["".join(text.split())]


def test_a_character_without_a_letter_in_the_font_is_named():
    with pytest.raises(InvalidInputError) as raised:
        to_pdf(word_file(f"| Kế hoạch 😀 {'rất dài ' * 9}\ntable 2000\n+ 漢", header="| 😀"))
    assert "“😀” (U+1F600) trong “😀”" in str(raised.value)
    assert "“漢” (U+6F22) trong “漢”" in str(raised.value)


def test_a_long_place_is_cut():
    with pytest.raises(InvalidInputError, match=r"trong “a{40}…”"):
        to_pdf(word_file(f"| {'a' * 50}😀"))


def test_warnings_come_with_the_pdf():
    result = convert(word_file("<w:p><w:r><w:footnoteReference/></w:r></w:p>"))
    assert [warning.code for warning in result.warnings] == ["pdf-chua-hien"]
    assert result.data.startswith(b"%PDF")


@pytest.mark.parametrize("was_on", [True, False])
def test_the_collector_of_garbage_is_left_as_it_was(was_on):
    (gc.enable if was_on else gc.disable)()
    try:
        with quiet_memory():
            assert not gc.isenabled()
        assert gc.isenabled() is was_on
    finally:
        gc.enable()
