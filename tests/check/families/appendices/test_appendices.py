"""The titles of appendices, spoiled in one place: found under the rule, mended where certain."""

import good
import pytest
from docx.oxml.ns import qn
from plant import planted
from spoiled import expect

from docgen.check import check, read_settings
from docgen.package import open_package

ERROR, WARNING = "error", "warning"
LABEL, REFERENCE = "Phụ lục", "(Kèm theo Kế hoạch số 09/KH-SNV ngày 19 tháng 01 năm 2026 của Sở Nội vụ)"
TITLE = "NHIỆM VỤ ĐÀO TẠO, BỒI DƯỠNG CÔNG CHỨC, VIÊN CHỨC NĂM 2026"


def replaced(old, new):
    return lambda file: file.replace(old, new)


def label(old, new):
    """Change the line "Phụ lục", which comes last among the paragraphs that hold its words."""

    def change(file):
        next(one for one in file.paragraphs(old) if one.text == old).replace(old, new)

    return change


def swapped(one, other):
    def change(file):
        first, second = (
            next(line for line in file.paragraphs(words) if line.text == words) for words in (one, other)
        )
        first.write(other)
        second.write(one)

    return change


def label_face(words, **face):
    def change(file):
        next(one for one in file.paragraphs(words) if one.text == words).run(**face)

    return change


def set_face(words, **face):
    return lambda file: file.paragraph(words, -1).run(words, **face)


def formatted(words, **layout):
    return lambda file: file.paragraph(words, -1).format(**layout)


def unlined(words):
    return lambda file: file.unlined(words)


def second_dated(file):
    """Let the second appendix name another day than the head and the first."""
    file.paragraph("(Kèm theo", 1).replace("ngày 24 tháng", "ngày 25 tháng")


DEFECTS = [
    ("A01", ERROR, "ke-hoach", "word", label(LABEL, "PHỤ LỤC"), False),
    ("A01", ERROR, "ke-hoach", "google", label(LABEL, "Phụ lục: Nhiệm vụ"), False),
    ("A01", ERROR, "ke-hoach", "word-tabs", label_face(LABEL, size=13), True),
    ("A01", ERROR, "ke-hoach", "wps", label_face(LABEL, bold=False), True),
    ("A01", ERROR, "phu-luc-nhieu", "word", formatted("Phụ lục II", align="left"), True),
    ("A02", ERROR, "ke-hoach", "word", label(LABEL, "Phụ lục I"), False),
    ("A02", ERROR, "phu-luc-nhieu", "word", label("Phụ lục II", "Phụ lục 2"), False),
    ("A02", ERROR, "phu-luc-nhieu", "google", label("Phụ lục II", "Phụ lục"), False),
    ("A02", ERROR, "phu-luc-nhieu", "wps", swapped("Phụ lục I", "Phụ lục II"), False),
    ("A02", ERROR, "phu-luc-nhieu", "word", label("Phụ lục II", "Phụ lục III"), False),
    ("A02", ERROR, "phu-luc-nhieu", "word", label("Phụ lục II", "Phụ lục I"), False),
    ("A03", ERROR, "ke-hoach", "word", set_face(TITLE, bold=False), True),
    ("A03", ERROR, "ke-hoach", "word-columns", set_face(TITLE, size=12), True),
    ("A03", ERROR, "phu-luc-nhieu", "word", replaced("DANH MỤC MÁY TÍNH", "Danh mục máy tính"), False),
    ("A03", WARNING, "phu-luc-nhieu", "word", lambda file: file.remove("DANH MỤC MÁY TÍNH"), False),
    ("A04", ERROR, "ke-hoach", "word", replaced("theo Kế hoạch số 09", "theo Kế hoạch số: 09"), False),
    ("A04", ERROR, "ke-hoach", "word-tabs", set_face(REFERENCE, italic=False), True),
    ("A04", ERROR, "ke-hoach", "google", formatted(REFERENCE, align="both"), True),
    ("A04", ERROR, "ke-hoach", "wps", replaced(REFERENCE, REFERENCE.strip("()")), False),
    ("A04", WARNING, "ke-hoach", "word", unlined("(Kèm theo"), False),
    ("A04", WARNING, "ke-hoach", "google", unlined("(Kèm theo"), False),
    ("A05", ERROR, "ke-hoach", "word", replaced("theo Kế hoạch số 09", "theo Kế hoạch số 90"), False),
    ("A05", ERROR, "ke-hoach", "google", replaced("hoạch số 09/KH", "hoạch số 09/QĐ"), False),
    ("A05", ERROR, "ke-hoach", "wps", replaced("SNV ngày 19 tháng", "SNV ngày 20 tháng"), False),
    ("A05", ERROR, "ke-hoach", "word", replaced("(Kèm theo Kế hoạch", "(Kèm theo Quyết định"), False),
    ("A05", ERROR, "ke-hoach", "word", replaced("2026 của Sở Nội vụ)", "2026 của Sở Tài chính)"), False),
    ("A05", ERROR, "phu-luc-nhieu", "word", second_dated, False),
    ("A05", WARNING, "ke-hoach", "word", replaced("09/KH-SNV ngày 19", " /KH-SNV ngày  "), False),
]  # fmt: skip


@pytest.mark.parametrize(
    ("rule", "severity", "name", "make", "spoil", "mends"),
    DEFECTS,
    ids=[f"{rule}-{at}" for at, (rule, *_) in enumerate(DEFECTS)],
)
def test_a_defect_is_found_under_its_rule(rule, severity, name, make, spoil, mends):
    expect(good.document(name, make), spoil, rule, severity, mends=mends)


def test_an_appendix_of_an_electronic_document_leaves_number_and_date_blank():
    electronic = read_settings("electronic = true")
    whole = good.document("ke-hoach")
    blank = planted(whole)
    blank.replace(
        "(Kèm theo Kế hoạch số 09/KH-SNV ngày 19 tháng 01", "(Kèm theo Kế hoạch số …/KH-SNV ngày … tháng …"
    )
    told = {
        name: [(one.rule, one.severity) for one in check(open_package(data), electronic) if one.rule == "A05"]
        for name, data in (("filled", whole), ("blank", blank.bytes()))
    }
    assert told == {"filled": [("A05", "warning")], "blank": []}


def test_an_appendix_without_its_reference():
    file = planted(good.document("phu-luc-nhieu"))
    for at in (1, 0):
        node = file.paragraph("(Kèm theo", at).node
        line = node.getnext()
        if line.tag == qn("w:p"):
            line.getparent().remove(line)
        node.getparent().remove(node)
    broken = [one for one in check(open_package(file.bytes())) if one.rule == "A04"]
    assert [one.where.text for one in broken] == ["DANH MỤC MÁY TÍNH", "DANH MỤC BÀN, GHẾ"]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("của Sở Nội vụ)", "của Giám đốc Sở Nội vụ)"),
        ("của Sở Nội vụ)", "của Sở Nội vụ tỉnh Gia Lai)"),
        ("của Sở Nội vụ)", "của ………)"),
        ("ngày 19 tháng 01 năm 2026 của", "ngày 19/01/2026 của"),
        ("ngày 19 tháng 01 năm 2026 của", "ngày 19 tháng 1 năm 2026 của"),
    ],
)
def test_what_names_the_document_in_other_words_is_left_alone(old, new):
    file = planted(good.document("ke-hoach"))
    file.paragraph("(Kèm theo").replace(old, new)
    assert not [one for one in check(open_package(file.bytes())) if one.rule in {"A04", "A05"}]


def test_the_appendices_of_a_draft_leave_blank_what_it_leaves_blank():
    file = planted(good.document("ke-hoach"))
    file.replace("Số: 09/KH-SNV", "Số:      /KH-SNV")
    file.replace("Gia Lai, ngày 19 tháng 01", "Gia Lai, ngày     tháng    ")
    (told,) = [one for one in check(open_package(file.bytes())) if one.rule == "A05"]
    assert (told.expected, told.found) == ("để trống; để trống", "9; 19/1/2026")
    file.paragraph("(Kèm theo").replace(
        "số 09/KH-SNV ngày 19 tháng 01 năm 2026", "số    /KH-SNV ngày    tháng    năm 2025"
    )
    (told,) = [one for one in check(open_package(file.bytes())) if one.rule == "A05"]
    assert (told.expected, told.found) == ("2026", "2025")


def test_one_appendix_of_several_that_are_files_of_their_own_keeps_its_number():
    file = planted(good.document("ke-hoach"))
    next(one for one in file.paragraphs("Phụ lục") if one.text == "Phụ lục").write("Phụ lục I")
    file.replace("nêu tại Phụ lục kèm theo", "nêu tại Phụ lục I và Phụ lục II kèm theo")
    assert not [one for one in check(open_package(file.bytes())) if one.rule == "A02"]


def test_a_number_still_to_be_filled_in():
    file = planted(good.document("phu-luc-nhieu"))
    for words in ("Phụ lục I", "Phụ lục II"):
        next(one for one in file.paragraphs(words) if one.text == words).write("Phụ lục …")
    assert not [one for one in check(open_package(file.bytes())) if one.rule in {"A01", "A02"}]


def test_words_between_title_and_table_are_no_title():
    file = planted(good.document("ke-hoach"))
    title = next(one for one in file.paragraphs(TITLE) if one.text == TITLE)
    title.repeat("Biểu số 1").run(bold=False)
    assert not [one for one in check(open_package(file.bytes())) if one.rule == "A03"]


def test_an_underlined_reference_needs_no_other_line():
    file = planted(good.document("ke-hoach"))
    file.unlined("(Kèm theo")
    file.paragraph("(Kèm theo").run(underline=True)
    assert not [one for one in check(open_package(file.bytes())) if one.rule == "A04"]


def title_beside_label(file):
    file.remove("DANH MỤC BÀN, GHẾ")
    label("Phụ lục II", "Phụ lục II. Danh mục bàn, ghế")(file)


def title_below_reference(file):
    title = file.paragraph("DANH MỤC BÀN, GHẾ").node
    file.paragraph("(Kèm theo", 1).node.addnext(title)


@pytest.mark.parametrize(
    "change",
    [title_beside_label, title_below_reference],
)
def test_a_title_in_the_wrong_place_is_a_title(change):
    file = planted(good.document("phu-luc-nhieu"))
    change(file)
    assert not [one for one in check(open_package(file.bytes())) if one.rule == "A03"]
