"""Paper, margins, fonts and colours, spoiled in one place: found under its rule and no other, and mended."""

import good
import pytest
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from plant import planted
from spoiled import expect, found, mended, newly_found

from docgen.check import check
from docgen.check.families.page.letters import color_name
from docgen.package import open_package

ERROR, WARNING = "error", "warning"
DATE = "Gia Lai, ngày 12 tháng 3 năm 2026"


def margins(number=0, **lengths):
    return lambda file: file.section(number).margin(**lengths)


def sized(*size, number=0):
    return lambda file: file.section(number).size(*size)


def set_face(words, **face):
    return lambda file: file.paragraph(words).run(words, **face)


def bound_within(file):
    """Take of the left margin just what binding gives to it: together they are three centimetres."""
    file.section().margin(left=25).word.gutter = 180000


def in_font(name):
    """Set the whole text in another font."""

    def change(file):
        for paragraph in file.paragraphs():
            paragraph.run(font=name)

    return change


def fonts_of_scripts(words, **fonts):
    """Name the fonts of some scripts in a run that holds the words."""

    def change(file):
        for run in file.paragraph(words)._runs(words):
            for script, name in fonts.items():
                run._element.get_or_add_rPr().get_or_add_rFonts().set(qn(f"w:{script}"), name)

    return change


def wide_table(file):
    """Let a margin be too small for a table that needs the room."""
    file.section(2).margin(left=20)
    file.table("Văn phòng Sở").widen(1.05)


def bound(file):
    """Take of the left margin what binding gives to it, and half a centimetre more."""
    file.section().margin(left=20).word.gutter = 180000


def in_header(**face):
    return lambda file: file.header().run(**face)


def label(**told):
    """Set the numbers of the first level of every list."""

    def change(file):
        for level in file.word.part.numbering_part.element.iter(qn("w:lvl")):
            properties = level.find(qn("w:rPr"))
            if properties is None:
                properties = OxmlElement("w:rPr")
                level.append(properties)
            for name, attributes in told.items():
                properties.append(
                    OxmlElement(f"w:{name}", {qn(f"w:{key}"): at for key, at in attributes.items()})
                )

    return change


def numbers_like_their_marks(file):
    """Let lists say nothing of their numbers, and the marks of paragraphs that they are in Arial."""
    for level in file.word.part.numbering_part.element.iter(qn("w:lvl")):
        for properties in level.findall(qn("w:rPr")):
            level.remove(properties)
    for mark in file.body.iter(qn("w:rPr")):
        if mark.getparent().tag == qn("w:pPr"):
            for fonts in mark.findall(qn("w:rFonts")):
                mark.remove(fonts)
            mark.insert(0, OxmlElement("w:rFonts", {qn(f"w:{script}"): "Arial" for script in ARIAL}))


ARIAL = {"ascii": "Arial", "hAnsi": "Arial", "cs": "Arial"}

DEFECTS = [
    ("P01", ERROR, "chi-thi", "word", sized(215.9, 279.4), True),
    ("P01", ERROR, "thong-bao", "google", sized(297, 420), False),
    ("P01", ERROR, "phu-luc-nhieu", "word", sized(215.9, 279.4, number=1), True),
    ("P02", ERROR, "chi-thi", "word", margins(top=15), True),
    ("P02", ERROR, "chi-thi", "wps", margins(left=25, right=25), True),
    ("P02", ERROR, "chi-thi", "google", margins(bottom=30), True),
    ("P02", ERROR, "phu-luc-nhieu", "word", wide_table, False),
    ("P02", ERROR, "thong-bao", "word", bound, True),
    ("P03", WARNING, "ke-hoach", "word", margins(number=1, top=30), True),
    ("P03", WARNING, "ke-hoach", "word", margins(number=1, bottom=10, right=10), True),
    ("P03", WARNING, "cong-van", "theme-tabs", lambda file: file.section().turn(), False),
    ("P04", ERROR, "chi-thi", "word", set_face("Sở Nội vụ kiểm tra", font="Arial"), True),
    ("P04", ERROR, "chi-thi", "word-theme", in_font("Calibri"), True),
    ("P04", ERROR, "ke-hoach", "word-tabs", in_font("Arial"), True),
    ("P04", ERROR, "chi-thi", "google", fonts_of_scripts("Sở Nội vụ kiểm tra", hAnsi="Calibri"), True),
    ("P04", ERROR, "chi-thi", "word", in_header(font="Calibri"), True),
    ("P04", ERROR, "ke-hoach", "wps", label(rFonts=ARIAL), True),
    ("P04", ERROR, "ke-hoach", "wps", numbers_like_their_marks, True),
    ("P04", ERROR, "ke-hoach", "wps", label(rFonts={"ascii": ".VnTime", "hAnsi": ".VnTime"}), True),
    ("P04", WARNING, "chi-thi", "word", set_face("Sở Nội vụ kiểm tra", font="Liberation Serif"), True),
    ("P04", WARNING, "chi-thi", "wps", in_font("Tinos;Times New Roman"), True),
    ("P06", ERROR, "chi-thi", "word", set_face("Sở Nội vụ kiểm tra", color="FF0000"), True),
    ("P06", ERROR, "chi-thi", "google", set_face(DATE, color="0070C0"), True),
    ("P06", ERROR, "chi-thi", "word", in_header(color="7F7F7F"), True),
    ("P06", ERROR, "ke-hoach", "wps", label(color={"val": "00B050"}), True),
    ("P06", ERROR, "chi-thi", "word", set_face("Sở Nội vụ kiểm tra", color="FFFFFF"), False),
]


@pytest.mark.parametrize(
    ("rule", "severity", "name", "make", "spoil", "mends"),
    DEFECTS,
    ids=[f"{rule}-{at}" for at, (rule, *_) in enumerate(DEFECTS)],
)
def test_a_defect_is_found_under_its_rule(rule, severity, name, make, spoil, mends):
    expect(good.document(name, make), spoil, rule, severity, mends=mends)


NEAR_MISSES = [
    ("cong-van", margins(top=20.4, left=29.6)),
    ("cong-van", margins(top=25, bottom=25, left=35, right=20)),
    ("cong-van", bound_within),
    ("chi-thi", set_face("Sở Nội vụ kiểm tra", color="000000")),
    ("chi-thi", set_face("Sở Nội vụ kiểm tra", color="1F1F1F")),
    ("chi-thi", set_face("Sở Nội vụ kiểm tra", font="times new roman")),
    ("chi-thi", fonts_of_scripts("Sở Nội vụ kiểm tra", eastAsia="SimSun", cs="Arial")),
]


@pytest.mark.parametrize(("name", "change"), NEAR_MISSES)
def test_what_is_right_is_left_alone(name, change):
    whole = good.document(name, "word-styles")
    file = planted(whole)
    change(file)
    assert newly_found(whole, file.bytes()) == set()


def test_a_font_is_told_once_with_the_number_of_its_places():
    file = planted(good.document("chi-thi", "word"))
    in_font("Arial")(file)
    (told,) = [one for one in check(open_package(file.bytes())) if one.rule == "P04"]
    shown = sum(1 for paragraph in file.paragraphs() if paragraph.text.strip())
    assert f"Chữ ở {shown} đoạn dùng phông Arial" in told.message
    assert told.where.paragraph == 1
    assert len({place.paragraph for place in told.places}) == len(told.places) == shown


def test_places_above_and_below_the_text_are_told_after_those_in_it():
    file = planted(good.document("ke-hoach"))
    file.header().run(color="FF0000")
    file.paragraph("Trong quá trình").run("Giám đốc Sở", color="FF0000")
    file.paragraph("Trong quá trình").run("Trong", color="FF0000")
    file.paragraph("Bồi dưỡng nghiệp vụ văn thư").run(color="FF0000")
    (told,) = [one for one in check(open_package(file.bytes())) if one.rule == "P06"]
    assert told.message.startswith("Chữ ở 3 đoạn có màu đỏ;")
    first, second, header = told.places
    assert (first.text, first.paragraph < second.paragraph) == (told.where.text, True)
    assert (header.paragraph, header.part) == (None, "đầu trang")


def test_the_stamp_of_urgency_may_be_red():
    whole = good.document("chi-thi", "word")
    file = planted(whole)
    twin = file.paragraph("Số: 06").repeat("HỎA TỐC")
    before = found(file.bytes())
    assert found(twin.run(color="FF0000").bytes()) == before


@pytest.mark.parametrize(
    ("color", "name"),
    [
        ("FF0000", "đỏ"),
        ("C00000", "đỏ"),
        ("FFC000", "cam"),
        ("FFFF00", "vàng"),
        ("00B050", "xanh lá cây"),
        ("0563C1", "xanh dương"),
        ("7030A0", "tím"),
        ("FF33CC", "hồng"),
        ("7F7F7F", "xám"),
        ("FFFFFF", "trắng"),
    ],
)
def test_a_colour_has_a_name(color, name):
    assert color_name(color) == name


def test_a_file_that_says_nothing_of_its_page_gets_paper_and_margins():
    file = planted(good.document("cong-van", "word-tabs"))
    before = found(file.bytes())
    section = file.section().word._sectPr
    section.getparent().remove(section)
    spoiled = file.bytes()
    assert {("P01", ERROR), ("P02", ERROR)} <= found(spoiled).keys()
    after = found(mended(spoiled))
    assert {rule for rule, _ in after - before} & {"P01", "P02", "P04", "P06"} == set()


def test_east_asian_letters_have_a_font_of_their_own():
    whole = good.document("chi-thi", "word")
    file = planted(whole)
    file.replace("Sở Nội vụ kiểm tra", "Sở Nội vụ (内務) kiểm tra")
    fonts_of_scripts("内務", eastAsia="SimSun")(file)
    assert newly_found(whole, file.bytes()) == {("P04", ERROR)}
    assert newly_found(whole, mended(file.bytes())) == set()
