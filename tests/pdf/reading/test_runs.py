"""What stands in runs, and what stands around them."""

import pytest
from described import MARKS, blocks, description, first, par, run, shown, text, warnings
from wordfile import paragraph

from docgen.pdf.description import LineBreak, Tab, Text

PIECES = {
    "tab": ("<w:t>a</w:t><w:tab/><w:t>b</w:t>", "a⇥b"),
    "line break": ("<w:t>a</w:t><w:br/><w:cr/>", "a↵↵"),
    "page break": ('<w:br w:type="page"/><w:t>a</w:t>', "⤓a"),
    "column break": ('<w:br w:type="column"/><w:t>a</w:t>', "⇓a"),
    "hyphen that does not break": (
        "<w:t>30/2020/N</w:t><w:noBreakHyphen/><w:t>CP</w:t>",
        "30/2020/N\u2011CP",
    ),
    "soft hyphen": ("<w:t>a</w:t><w:softHyphen/><w:t>b</w:t>", "a\u00adb"),
    "capitals": ("<w:rPr><w:caps/></w:rPr><w:t>Điều lệ</w:t>", "ĐIỀU LỆ"),
    "small capitals": ("<w:rPr><w:smallCaps/></w:rPr><w:t>Điều 1</w:t>", "ĐIỀU 1"),
    "hidden": ("<w:rPr><w:vanish/></w:rPr><w:t>a</w:t>", ""),
    "hidden on the web": ("<w:rPr><w:webHidden/></w:rPr><w:t>a</w:t>", "a"),
    "nothing": ("<w:t/>", ""),
    "a line of XML": ("<w:t>a&#10;b&#9;c</w:t>", "a b c"),
    "decomposed": ("<w:t>Kê\u0301 hoa\u0323ch</w:t>", "Kế hoạch"),
    "page number": ("<w:pgNum/>", "№"),
    "a known symbol": ('<w:sym w:font="Wingdings" w:char="F0FC"/>', "✓"),
    "a Greek symbol": ('<w:sym w:font="Symbol" w:char="F061"/>', "α"),
    "an unknown symbol": ('<w:sym w:font="Webdings" w:char="F061"/>', "\uf061"),
    "a symbol of Unicode": ('<w:sym w:font="Symbol" w:char="2713"/>', "✓"),
    "no symbol": ('<w:sym w:font="Symbol" w:char="x"/><w:sym w:char="7"/>', ""),
    "ruby": (
        "<w:ruby><w:rt><w:r><w:t>a</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>b</w:t></w:r></w:rubyBase></w:ruby><w:ruby/>",
        "b",
    ),
}


@pytest.mark.parametrize("name", PIECES)
def test_what_stands_in_a_run(name):
    content, expected = PIECES[name]
    assert shown(par(run(content))) == expected


AROUND = {
    "content control": "<w:sdt><w:sdtPr/><w:sdtContent>{}</w:sdtContent></w:sdt>",
    "empty content control": "<w:sdt><w:sdtPr/></w:sdt>{}",
    "link": "<w:hyperlink>{}</w:hyperlink>",
    "insertion": "<w:ins>{}</w:ins>",
    "smart tag": "<w:smartTag>{}</w:smartTag>",
    "field": '<w:fldSimple w:instr="TITLE">{}</w:fldSimple>',
    "choice": '<mc:AlternateContent><mc:Choice Requires="w14">{}</mc:Choice></mc:AlternateContent>',
}


@pytest.mark.parametrize("name", AROUND)
def test_runs_are_seen_through_what_stands_around_them(name):
    assert shown(par(AROUND[name].format(text("chữ")))) == "chữ"


def test_paragraphs_are_seen_in_a_content_control():
    control = "<w:sdt><w:sdtContent>{}</w:sdtContent></w:sdt>"
    assert shown(control.format(paragraph("một") + control.format(paragraph("hai")))) == "mộthai"


def test_blocks_are_seen_in_what_stands_around_them():
    custom = f"<w:customXml>{paragraph('một')}</w:customXml>"
    choice = f'<mc:Choice Requires="w14">{paragraph("hai")}</mc:Choice>'
    row = f"<w:tbl><w:customXml><w:tr><w:tc>{paragraph('ba')}</w:tc></w:tr></w:customXml></w:tbl>"
    assert shown(f"{custom}<mc:AlternateContent>{choice}</mc:AlternateContent>{row}") == "mộthaiba"


def test_runs_of_one_face_are_one():
    content = par(text("một ") + '<w:bookmarkStart w:id="1"/>' + text("hai ") + text("ba", "<w:b/>"))
    assert [piece.text for piece in blocks(content)[0].content] == ["một hai ", "ba"]


def test_small_capitals_are_smaller_where_letters_were():
    faces = [
        (piece.text, round(piece.face.size, 1))
        for piece in blocks(par(text("Ủy ban", "<w:smallCaps/>")))[0].content
    ]
    assert faces == [("Ủ", 14), ("Y", 11.2), (" ", 14), ("BAN", 11.2)]


def test_east_asian_letters_have_a_font_of_their_own():
    fonts = '<w:rFonts w:ascii="Tinos" w:eastAsia="MS Mincho"/>'
    pieces = blocks(par(text("Số 一 ạ", fonts)))[0].content
    assert [(piece.text, piece.face.font) for piece in pieces] == [
        ("Số ", "Tinos"),
        ("一", "MS Mincho"),
        (" ạ", "Tinos"),
    ]


def test_a_symbol_of_an_unknown_font_keeps_it():
    symbol = first(par(run('<w:sym w:font="Webdings" w:char="F061"/>')))
    assert symbol.face.font == "Webdings"


def test_a_known_symbol_leaves_its_font():
    symbol = run('<w:sym w:font="Symbol" w:char="F0B7"/>', '<w:rFonts w:ascii="Symbol"/>')
    found = first(par(symbol))
    assert (found.text, found.face.font) == ("•", "Times New Roman")


def test_a_tab_may_go_to_the_edge_of_the_column():
    found = first(par(run('<w:ptab w:relativeTo="margin" w:alignment="right" w:leader="dot"/>')))
    assert (type(found), found.align, found.leader) == (Tab, "right", "dot")


def test_a_line_break_may_go_below_what_floats():
    broken = par(run('<w:br w:type="textWrapping" w:clear="all"/><w:br/>'))
    assert [(type(one), one.clear) for one in blocks(broken)[0].content] == [
        (LineBreak, "all"),
        (LineBreak, ""),
    ]


def test_mathematics_are_words_with_a_warning():
    parts = "<m:num><m:r><m:t>a</m:t></m:r></m:num><m:den><m:r><m:t>b</m:t></m:r></m:den>"
    formula = f"<m:oMath><m:f>{parts}</m:f></m:oMath>"
    assert shown(par(formula)) == "ab"
    assert "công thức “ab”" in warnings(par(formula))
    assert warnings(par("<m:oMath/>")) == ""


@pytest.mark.parametrize(
    "xml",
    [
        f"<w:p><w:lạ>{text('mất')}</w:lạ></w:p>",
        par(run("<w:lạ><w:t>mất</w:t></w:lạ>")),
        f"<w:lạ>{paragraph('mất')}</w:lạ>",
        f"<w:tbl><w:lạ>{paragraph('mất')}</w:lạ></w:tbl>",
    ],
)
def test_words_in_what_is_not_known_are_in_a_warning(xml):
    assert "“mất”" in warnings(xml)


def test_a_date_of_today_is_warned_of():
    assert "tự điền" in warnings(par(run("<w:dayLong/>")))


def test_what_is_read_of_several_versions():
    choice = '<mc:Choice Requires="{}">{}</mc:Choice><mc:Fallback><w:t>cũ</w:t></mc:Fallback>'
    alternatives = {
        choice.format("wps", "<w:t>mới</w:t>"): "mới",
        choice.format("x99", "<w:t>mới</w:t>"): "cũ",
        choice.format("wps", ""): "cũ",
        "": "",
    }
    for versions, expected in alternatives.items():
        assert shown(par(run(f"<mc:AlternateContent>{versions}</mc:AlternateContent>"))) == expected


def test_a_paragraph_that_is_hidden_whole_is_gone():
    mark = "<w:rPr><w:vanish/></w:rPr>"
    hidden = par("", mark) + par(text("a", "<w:vanish/>"))
    assert len(blocks(f"{hidden}\n| thấy")) == 1


def test_a_warning_names_its_place_once():
    note = run("<w:footnoteReference/>") * 2
    inside = par(text("trong ô") + note)
    cell = f"<w:tbl><w:tblGrid/><w:tr><w:tc>{inside}</w:tc></w:tr></w:tbl>"
    long = par(text("dài " * 20) + note)
    places = [warning.place for warning in description(cell + long).warnings]
    assert places == ["bảng 1, hàng 1, ô 1: “trong ô”", f"đoạn “{'dài ' * 9}dài…”"]


def test_every_kind_of_inline_has_a_mark():
    assert not {Text}.intersection(MARKS)
