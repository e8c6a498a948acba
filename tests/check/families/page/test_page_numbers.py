"""Page numbers, spoiled in one place: found under their rule and no other, and mended."""

import copy

import good
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from numbered import (
    FIRST_LINE,
    absolute_tab,
    aligned,
    behind_tabs,
    broken_before,
    broken_behind,
    copied_to_footer,
    counted,
    element,
    framed,
    in_one_section,
    moved_to_footer,
    much_longer,
    number_in_first_header,
    on_a_page_of_its_own,
    set_number,
    shown_first,
    without_number,
    written,
)
from plant import planted
from spoiled import expect, found, mended, newly_found

from docgen.check import check, fix
from docgen.package import open_package
from docgen.word.reading import read_document

ERROR, WARNING = "error", "warning"


DEFECTS = [
    ("P07", ERROR, "chi-thi", "word", moved_to_footer, True),
    ("P07", ERROR, "ke-hoach", "google", copied_to_footer, True),
    ("P07", ERROR, "phu-luc-nhieu", "wps", moved_to_footer, True),
    ("P07", ERROR, "chi-thi", "word", aligned("right"), True),
    ("P07", ERROR, "chi-thi", "word-theme", aligned("left"), True),
    ("P07", ERROR, "chi-thi", "word", behind_tabs(2), True),
    ("P07", ERROR, "chi-thi", "word", absolute_tab("right"), True),
    ("P07", ERROR, "chi-thi", "word", framed("right"), True),
    ("P08", ERROR, "chi-thi", "word", shown_first(), True),
    ("P08", ERROR, "ke-hoach", "google", number_in_first_header, True),
    ("P08", ERROR, "phu-luc-nhieu", "word", shown_first(1), True),
    ("P09", WARNING, "chi-thi", "word", set_number(bold=True), True),
    ("P09", WARNING, "ke-hoach", "google", set_number(size=11), True),
    ("P09", WARNING, "chi-thi", "word-styles", set_number(italic=True, size=12), True),
    ("P09", WARNING, "chi-thi", "word", counted(fmt="upperRoman"), True),
    ("P09", WARNING, "chi-thi", "word", written(r" PAGE \* roman "), True),
    ("P09", WARNING, "chi-thi", "word", counted(start=3), True),
    ("P10", ERROR, "phu-luc-nhieu", "word", counted(1), True),
    ("P10", ERROR, "ke-hoach", "wps", counted(1, start=5), True),
    ("P10", ERROR, "phu-luc-nhieu", "word", in_one_section, False),
]


@pytest.mark.parametrize(
    ("rule", "severity", "name", "make", "spoil", "mends"),
    DEFECTS,
    ids=[f"{rule}-{at}" for at, (rule, *_) in enumerate(DEFECTS)],
)
def test_a_defect_is_found_under_its_rule(rule, severity, name, make, spoil, mends):
    expect(good.document(name, make), spoil, rule, severity, mends=mends)


@pytest.mark.parametrize(
    ("name", "change"),
    [
        ("chi-thi", behind_tabs(1)),
        ("chi-thi", absolute_tab("center")),
        ("chi-thi", framed("center")),
        ("chi-thi", without_number),
        ("quyet-dinh-gian-tiep", without_number),
        ("quyet-dinh-gian-tiep", shown_first(1)),
        ("quyet-dinh-gian-tiep", counted(1)),
    ],
)
def test_what_is_right_is_left_alone(name, change):
    whole = good.document(name, "word")
    file = planted(whole)
    change(file)
    assert newly_found(whole, file.bytes()) == set()


@pytest.mark.parametrize(
    "longer",
    [broken_before("Yêu cầu Thủ trưởng"), broken_behind(FIRST_LINE), much_longer, on_a_page_of_its_own],
)
def test_a_text_on_more_than_one_page_needs_numbers(longer):
    file = planted(good.document("chi-thi", "word"))
    longer(file)
    numbered = file.bytes()
    without_number(file)
    assert newly_found(numbered, file.bytes()) == {("P07", ERROR)}
    assert found(mended(file.bytes())) == found(mended(numbered))


def stories(data):
    """Return what stands above and below the text of each section: {kind: words} of both."""
    document = read_document(open_package(data))
    return [
        {
            (place, kind): " ".join(paragraph.words for paragraph in story.paragraphs).strip()
            for place, told in (("above", section.headers), ("below", section.footers))
            for kind, story in told.items()
        }
        for section in document.sections
    ]


def test_other_words_of_a_footer_stay():
    file = planted(good.document("chi-thi", "word"))
    footer = file.footer()
    footer.word.add_run("Văn phòng Ủy ban nhân dân tỉnh\t").font.name = "Times New Roman"
    for node in file.header().node:
        if node.tag != qn("w:pPr"):
            footer.node.append(copy.deepcopy(node))
    (told,) = stories(mended(file.bytes()))
    assert told["below", "default"] == "Văn phòng Ủy ban nhân dân tỉnh"
    assert told["above", "default"] == "2"


def test_a_number_among_other_words_is_left_to_a_person():
    file = planted(good.document("chi-thi", "word"))
    footer = file.footer()
    footer.word.add_run("Ủy ban nhân dân tỉnh, tờ số ").font.name = "Times New Roman"
    for node in file.header().node:
        if node.tag != qn("w:pPr"):
            footer.node.append(copy.deepcopy(node))
    (finding,) = [one for one in check(open_package(file.bytes())) if one.rule == "P07"]
    assert not finding.fixable
    assert finding.where.part == "chân trang"


def test_other_words_stay_above_the_first_page_when_its_number_is_hidden():
    file = planted(good.document("chi-thi", "word"))
    file.section().first_page_like_others()
    header = file.header().node
    line = copy.deepcopy(header)
    for node in list(line):
        if node.tag != qn("w:pPr"):
            line.remove(node)
    header.addnext(line)
    run = element("r")
    run.append(copy.deepcopy(next(header.iter(qn("w:rPr")))))
    run.append(element("t"))
    run[-1].text = "DỰ THẢO LẦN 2"
    line.append(run)
    (told,) = stories(mended(file.bytes()))
    assert told["above", "default"] == "2 DỰ THẢO LẦN 2"
    assert told["above", "first"] == "DỰ THẢO LẦN 2"


def test_a_file_without_any_header_gets_one():
    file = planted(good.document("phu-luc-nhieu", "word"))
    for section in file.word.sections:
        for name in ("headerReference", "titlePg"):
            for node in section._sectPr.findall(qn(f"w:{name}")):
                section._sectPr.remove(node)
    broken_before("Điều 3.")(file)
    told = stories(mended(file.bytes()))
    assert [one["above", "default"] for one in told] == ["2", "2", "2"]
    document = read_document(open_package(mended(file.bytes())))
    assert [section.title_page for section in document.sections] == [True, True, True]
    assert {one.rule for one in check(open_package(mended(file.bytes())))} & {
        "P07",
        "P08",
        "P09",
        "P10",
    } == set()


def test_a_first_header_that_no_page_showed_comes_without_its_number():
    file = planted(good.document("chi-thi", "word"))
    number_in_first_header(file)
    page = file.section().word._sectPr
    page.remove(page.find(qn("w:titlePg")))
    page.remove(
        next(node for node in page.findall(qn("w:headerReference")) if node.get(qn("w:type")) == "default")
    )
    much_longer(file)
    (told,) = stories(mended(file.bytes()))
    assert told == {("above", "default"): "2", ("above", "first"): ""}


def test_even_pages_need_numbers_too():
    file = planted(good.document("ke-hoach", "word"))
    broken_before("Có ít nhất 80%")(file)
    whole = file.bytes()
    file.word.settings.odd_and_even_pages_header_footer = True
    assert newly_found(whole, file.bytes()) == {("P07", ERROR)}
    assert stories(mended(file.bytes()))[0]["above", "even"] == "2"
    assert found(mended(file.bytes())) == found(whole)


def in_a_table(column):
    """Put the number into a cell of a row of three."""

    def change(file):
        header = file.header().format(align="left" if column != 1 else "center")
        table = element("tbl")
        table.append(element("tblPr"))
        grid, row = element("tblGrid"), element("tr")
        for at in range(3):
            grid.append(element("gridCol", w=3118))
            cell = element("tc")
            cell.append(element("tcPr"))
            cell.append(copy.deepcopy(header.node) if at == column else element("p"))
            row.append(cell)
        table.extend([grid, row])
        header.node.addprevious(table)
        for node in list(header.node):
            if node.tag != qn("w:pPr"):
                header.node.remove(node)

    return change


def behind_blanks(file):
    run = element("r")
    run.append(element("t"))
    run[-1].text = " " * 60
    run[-1].set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    file.header().format(align="left").node.find(qn("w:pPr")).addnext(run)


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (in_a_table(0), {("P07", ERROR)}),
        (in_a_table(1), set()),
        (in_a_table(2), {("P07", ERROR)}),
        (behind_tabs(3), set()),
        (behind_blanks, set()),
    ],
)
def test_where_only_the_page_shows_the_place_nothing_is_said(change, expected):
    whole = good.document("chi-thi", "word")
    file = planted(whole)
    change(file)
    assert newly_found(whole, file.bytes()) == expected
    assert newly_found(whole, mended(file.bytes())) == set()


def test_a_number_in_a_box_in_the_middle_is_centred():
    whole = good.document("chi-thi", "word")
    file = planted(whole)
    header = file.header().node
    inner = copy.deepcopy(header)
    box = parse_xml(BOX.format(declared=nsdecls("w", "wp", "a")))
    next(box.iter(qn("w:txbxContent"))).append(inner)
    for node in list(header):
        if node.tag != qn("w:pPr"):
            header.remove(node)
    header.append(box)
    assert newly_found(whole, file.bytes()) == set()


BOX = (
    '<w:r {declared} xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><w:drawing>'
    '<wp:anchor><wp:positionH relativeFrom="margin"><wp:align>center</wp:align></wp:positionH>'
    '<wp:positionV relativeFrom="paragraph"><wp:posOffset>0</wp:posOffset></wp:positionV>'
    '<wp:extent cx="720000" cy="360000"/><a:graphic><a:graphicData><wps:wsp><wps:txbx><w:txbxContent/>'
    "</wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></w:r>"
)


@pytest.mark.parametrize("make", ["word", "google", "wps-tabs", "word-theme"])
def test_all_of_it_wrong_at_once_is_mended_at_once(make):
    whole = good.document("phu-luc-nhieu", make)
    file = planted(whole)
    file.section().margin(top=12, left=20).word.different_first_page_header_footer = False
    for paragraph in file.paragraphs():
        paragraph.run(font="Arial", color="C00000")
    broken_before("Chánh Văn phòng Sở và")(file)
    counted(1)(file)
    moved_to_footer(file)
    file.footer().run(bold=True, size=9, font="Calibri").format(align="right")
    spoiled = file.bytes()
    rules = {rule for rule, _ in found(spoiled)}
    assert {"P02", "P04", "P06", "P07", "P10"} <= rules
    once = mended(spoiled)
    assert {rule for rule, _ in found(once) if rule.startswith("P")} == set()
    assert fix(once).changes == ()


@pytest.mark.parametrize("name", ["chi-thi", "phu-luc-nhieu"])
def test_a_number_moved_is_one_change(name):
    file = planted(good.document(name, "word"))
    moved_to_footer(file)
    told = [change.message for change in fix(file.bytes()).changes]
    assert told == ["Số trang đang ở chân trang → giữa lề trên"]
