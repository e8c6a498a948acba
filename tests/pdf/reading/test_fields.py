"""Fields: what is counted, what is answered, and what was stored."""

import pytest
from described import first, par, run, shown, text, warnings

from docgen.pdf.description import PageNumber, StyleText

HEADING = (
    '<w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Ten"><w:name w:val="Tên văn bản"/></w:style>'
)


def mark(kind, content=""):
    return f'<w:fldChar w:fldCharType="{kind}">{content}</w:fldChar>'


def field(code, result="1", *, closed=True, form=""):
    """Return a field spread over several runs, as Word writes it."""
    half = len(code) // 2
    codes = run(f"<w:instrText>{code[:half]}</w:instrText>") + run(
        f"<w:instrText>{code[half:]}</w:instrText>"
    )
    begin, separate, end = (
        run(mark(kind, form * (kind == "begin"))) for kind in ("begin", "separate", "end")
    )
    return begin + codes + separate + text(result) + end * closed


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (field(" PAGE "), "№"),
        (field(" NUMPAGES \\* MERGEFORMAT "), "№"),
        (field(" DATE ", "05/3/2020"), "05/3/2020"),
        (field(' HYPERLINK "http://a" ', "trang web"), "trang web"),
        (field("", "chữ"), "chữ"),
        (field(" DATE ", "mở", closed=False), "mở"),
        (field(' STYLEREF "Tên văn bản" \\n ', "2.1"), "2.1"),
        (run(f"{mark('end')}<w:instrText>PAGE</w:instrText><w:t>a</w:t>"), "a"),
        (run(f"{mark('separate')}<w:t>a</w:t>"), "a"),
        ('<w:fldSimple w:instr=" PAGE "/>', "№"),
        (f'<w:fldSimple w:instr=" TITLE ">{text("tên")}</w:fldSimple>', "tên"),
        (field(" SYMBOL 183 \\f Symbol \\s 10", ""), "•"),
        (field(" SYMBOL 65 ", ""), "A"),
        (field(" SYMBOL x ", "?"), "?"),
        (field(" SYMBOL ", ""), ""),
    ],
)
def test_page_numbers_are_fields_and_other_fields_their_stored_result(content, expected):
    assert shown(par(content)) == expected


def test_a_field_inside_a_field():
    inside = run(mark("begin") + "<w:instrText>IF</w:instrText>") + field(" PAGE ")
    assert shown(par(inside + run(mark("separate")) + text("kết quả") + run(mark("end")))) == "kết quả"
    around = run(mark("begin") + "<w:instrText>TITLE</w:instrText>" + mark("separate"))
    assert shown(par(around + text("trang ") + field(" PAGE ") + run(mark("end")))) == "trang №"


def test_a_field_goes_on_over_paragraphs():
    begin = par(run(mark("begin") + "<w:instrText>TOC</w:instrText>" + mark("separate")) + text("mục một"))
    assert shown(begin + par(text("mục hai") + run(mark("end")))) == "mục mộtmục hai"


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("PAGE", PageNumber),
        ("page \\* roman", "lowerRoman"),
        ("PAGE \\* ROMAN \\* MERGEFORMAT", "upperRoman"),
        ("PAGE \\* alphabetic", "lowerLetter"),
        ("PAGE \\* ALPHABETIC", "upperLetter"),
        ("PAGE \\* Arabic", "decimal"),
        ("PAGE \\* ArabicDash", "numberInDash"),
        ("PAGE \\* MERGEFORMAT", ""),
    ],
)
def test_a_page_number_may_have_numerals_of_its_own(code, expected):
    found = first(par(field(code)))
    assert isinstance(found, PageNumber)
    assert expected in {PageNumber, found.style}


def test_what_is_counted():
    kinds = [first(par(field(code))) for code in ("PAGE", "NUMPAGES", "SECTIONPAGES")]
    assert [(kind.total, kind.section) for kind in kinds] == [(False, False), (True, False), (False, True)]


def test_a_page_number_looks_like_the_one_that_was_stored():
    stored = text("7", "<w:b/>")
    number = (
        run(mark("begin") + "<w:instrText>PAGE</w:instrText>" + mark("separate")) + stored + run(mark("end"))
    )
    assert first(par(number)).face.bold


def test_the_words_of_a_style_are_asked_for_by_its_name_or_the_level_of_a_heading():
    by_name = first(par(field(' STYLEREF "tên văn bản" \\l ', "KẾ HOẠCH")), styles=HEADING)
    by_level = first(par(field(" STYLEREF 1 ", "Điều 1")), styles=HEADING)
    unknown = first(par(field(" STYLEREF ", "")))
    assert (by_name.style, by_name.stored, by_name.last) == ("Ten", "KẾ HOẠCH", True)
    assert (by_level.style, by_level.last) == ("Heading1", False)
    assert (type(unknown), unknown.style) == (StyleText, "")


BOX = "<w:ffData><w:checkBox>{}</w:checkBox></w:ffData>"
LIST = '<w:ffData><w:ddList>{}<w:listEntry w:val="Nam"/><w:listEntry w:val="Nữ"/></w:ddList></w:ffData>'


@pytest.mark.parametrize(
    ("code", "form", "expected"),
    [
        ("FORMCHECKBOX", BOX.format('<w:default w:val="0"/><w:checked/>'), "☒"),
        ("FORMCHECKBOX", BOX.format('<w:default w:val="1"/>'), "☒"),
        ("FORMCHECKBOX", BOX.format(""), "☐"),
        ("FORMDROPDOWN", LIST.format('<w:result w:val="1"/>'), "Nữ"),
        ("FORMDROPDOWN", LIST.format(""), "Nam"),
        ("FORMDROPDOWN", LIST.format('<w:result w:val="7"/>'), ""),
        ("FORMDROPDOWN", "", ""),
        ("FORMTEXT", "<w:ffData/>", "Nguyễn Văn A"),
    ],
)
def test_forms_show_their_answer(code, form, expected):
    stored = "Nguyễn Văn A" if code == "FORMTEXT" else ""
    assert shown(par(field(code, stored, form=form))) == expected


def test_words_in_a_field_that_is_not_closed_are_in_a_warning():
    begin = run(mark("begin") + "<w:instrText>DATE</w:instrText>")
    assert "“mất”" in warnings(par(begin + text("mất")))
    assert warnings(par(begin)) == ""


def test_a_simple_field_ends_those_inside_it_and_is_not_ended_by_them():
    begin = run(mark("begin") + "<w:instrText>DATE</w:instrText>")
    simple = '<w:fldSimple w:instr="TITLE">{}</w:fldSimple>'
    unclosed = par(simple.format(begin + text("mất")) + text("còn"))
    assert "“mất”" in warnings(unclosed)
    assert shown(unclosed) == "còn"
    assert shown(par(simple.format(run(mark("end")) + text("tên")) + text(" và số"))) == "tên và số"


def test_a_hidden_field_shows_nothing():
    hidden = "<w:vanish/>"
    number = run(mark("begin") + "<w:instrText>PAGE</w:instrText>" + mark("end"), hidden)
    assert shown(par(number + text("a"))) == "a"
