"""Signature, recipients and addressees, spoiled in one place: found under the rule, mended where certain."""

import good
import pytest
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from plant import planted
from spoiled import fixable, found, mended, newly_found

ERROR, WARNING, INFO = "error", "warning", "info"
TITLE, NAME = "KT. GIÁM ĐỐC", "Trần Thị Bình"
ABOVE, AS_ABOVE = "- Ủy ban nhân dân tỉnh (để báo cáo);", "- Như trên;"


def replaced(old, new):
    return lambda file: file.replace(old, new)


def replaced_last(old, new):
    return lambda file: file.replace(old, new, -1)


def set_face(words, **face):
    return lambda file: file.paragraph(words, -1).run(words, **face)


def formatted(words, **layout):
    return lambda file: file.paragraph(words, -1).format(**layout)


def removed(words):
    return lambda file: file.remove(words, -1)


def columns_swapped(file):
    """Put the recipients right of the signature."""
    cells = file.paragraph("Nơi nhận:").row().node.findall(qn("w:tc"))
    cells[0].addprevious(cells[1])


def rows_parted(file):
    """Put the recipients on a row below the signature."""
    row = file.paragraph("Nơi nhận:").row()
    below = row.repeat()
    for node in row.node.findall(qn("w:tc"))[0].findall(qn("w:p"))[:-1]:
        node.getparent().remove(node)
    row.cell(0).write("")
    for node in below.node.findall(qn("w:tc"))[1].findall(qn("w:p"))[:-1]:
        node.getparent().remove(node)
    below.cell(1).write("")


def rows_parted_by_hand(file):
    """Let the name stand on a row of its own, right below the title."""
    row = file.paragraph(NAME).row()
    row.repeat()
    first = row.node.findall(qn("w:tc"))
    second = row.node.getnext().findall(qn("w:tc"))
    for node in first[1].findall(qn("w:p"))[2:]:
        node.getparent().remove(node)
    for node in first[0].findall(qn("w:p"))[2:]:
        node.getparent().remove(node)
    for node in second[1].findall(qn("w:p"))[:-1]:
        node.getparent().remove(node)
    for node in second[0].findall(qn("w:p"))[:2]:
        node.getparent().remove(node)


def without_room(file):
    """Take out the empty paragraphs between title and name."""
    node = file.paragraph(NAME).node
    while not "".join(text.text or "" for text in node.getprevious().iter(qn("w:t"))):
        node.getparent().remove(node.getprevious())


def framed(file):
    table = next(file.paragraph("Nơi nhận:").node.iterancestors(qn("w:tbl")))
    borders = OxmlElement("w:tblBorders")
    for edge in ("top", "left", "bottom", "right", "insideH", "insideV"):
        borders.append(OxmlElement(f"w:{edge}", {qn("w:val"): "single", qn("w:sz"): "4"}))
    table.find(qn("w:tblPr")).find(qn("w:tblW")).addnext(borders)


def splittable(file):
    file.table("Nơi nhận:").without("w:cantSplit")


def repeated(words, text):
    return lambda file: file.paragraph(words, -1).repeat(text)


DEFECTS = [
    ("G01", ERROR, "ke-hoach", "word", columns_swapped, False),
    ("G01", ERROR, "chuong-trinh", "word-styles", columns_swapped, False),
    ("G01", ERROR, "chuong-trinh", "word", rows_parted, False),
    ("G02", ERROR, "ke-hoach", "word", set_face(TITLE, bold=False), True),
    ("G02", ERROR, "ke-hoach", "word-tabs", set_face(TITLE, size=12), True),
    ("G02", ERROR, "ke-hoach", "google", set_face("PHÓ GIÁM ĐỐC", italic=True), True),
    ("G02", ERROR, "ke-hoach", "wps", replaced("PHÓ GIÁM ĐỐC", "Phó Giám đốc"), False),
    ("G02", WARNING, "ke-hoach", "word", formatted(TITLE, align="left"), True),
    ("G03", ERROR, "ke-hoach", "word", replaced(TITLE, "KT.GIÁM ĐỐC"), False),
    ("G03", ERROR, "ke-hoach", "wps", replaced(TITLE, "KT GIÁM ĐỐC"), False),
    ("G03", ERROR, "ke-hoach", "word-tabs", replaced(TITLE, "K/T GIÁM ĐỐC"), False),
    ("G03", ERROR, "phieu-gui", "word", replaced("TL. GIÁM ĐỐC", "THỪA LỆNH GIÁM ĐỐC"), False),
    ("G03", ERROR, "ke-hoach", "google", replaced("PHÓ GIÁM ĐỐC", "GIÁM ĐỐC"), False),
    ("G03", ERROR, "ke-hoach", "google", removed("PHÓ GIÁM ĐỐC"), False),
    ("G03", ERROR, "phieu-gui", "word", removed("TRƯỞNG PHÒNG"), False),
    ("G04", ERROR, "ke-hoach", "word", repeated(TITLE, "TM. BAN GIÁM ĐỐC"), False),
    ("G04", ERROR, "chuong-trinh", "wps", replaced_last("GIÁM ĐỐC", "TM. SỞ NỘI VỤ"), False),
    ("G04", ERROR, "cong-van-dia-chi", "word", replaced("TM. ỦY BAN NHÂN DÂN", "TM. CHỦ TỊCH"), False),
    ("G05", ERROR, "ke-hoach", "word", replaced(NAME, "TS. Trần Thị Bình"), False),
    ("G05", ERROR, "ke-hoach", "word-tabs", replaced(NAME, "ThS Trần Thị Bình"), False),
    ("G05", ERROR, "ke-hoach", "google", replaced(NAME, NAME.upper()), False),
    ("G05", ERROR, "ke-hoach", "word-columns", set_face(NAME, bold=False), True),
    ("G05", ERROR, "ke-hoach", "word", formatted(NAME, align="right"), True),
    ("G06", WARNING, "ke-hoach", "word", without_room, False),
    ("G06", WARNING, "ke-hoach", "word-columns", without_room, False),
    ("G06", WARNING, "chuong-trinh", "word", framed, False),
    ("G06", WARNING, "ke-hoach", "wps", rows_parted_by_hand, False),
    ("G06", INFO, "chuong-trinh", "word", splittable, False),
    ("G07", ERROR, "ke-hoach", "word", set_face("Nơi nhận:", size=13), True),
    ("G07", ERROR, "ke-hoach", "word-tabs", set_face("Nơi nhận:", italic=False), True),
    ("G07", ERROR, "ke-hoach", "word", formatted("Nơi nhận:", align="center"), True),
    ("G07", ERROR, "ke-hoach", "word", formatted("Nơi nhận:", left=10), True),
    ("G07", ERROR, "ke-hoach", "google", replaced("Nơi nhận:", "Nơi nhận"), True),
    ("G07", ERROR, "ke-hoach", "wps", replaced("Nơi nhận:", "NƠI NHẬN:"), False),
    ("G07", ERROR, "ke-hoach", "word", replaced("Nơi nhận:", "Nơi nhận: Sở Tài chính"), False),
    ("G08", ERROR, "ke-hoach", "word", set_face(ABOVE, size=12), True),
    ("G08", ERROR, "ke-hoach", "word-tabs", set_face("- Văn phòng Sở;", italic=True), True),
    ("G08", ERROR, "ke-hoach", "word", formatted("- Văn phòng Sở;", left=10), True),
    ("G08", ERROR, "ke-hoach", "word", replaced("- Văn phòng Sở;", "- Văn phòng Sở,"), True),
    ("G08", ERROR, "ke-hoach", "google", replaced("- Văn phòng Sở;", "- Văn phòng Sở.;"), True),
    ("G08", ERROR, "ke-hoach", "word-columns", replaced("- Văn phòng Sở;", "+ Văn phòng Sở;"), True),
    ("G08", ERROR, "ke-hoach", "wps", replaced("- Văn phòng Sở;", "-Văn phòng Sở;"), True),
    ("G08", ERROR, "ke-hoach", "wps-tabs", replaced("- Văn phòng Sở;", "Văn phòng Sở;"), True),
    ("G08", ERROR, "ke-hoach", "word", replaced("- Văn phòng Sở;", "- Văn phòng Sở; Sở Tài chính;"), False),
    ("G09", ERROR, "ke-hoach", "word", replaced("- Lưu: VT, VP.", "- Lưu VT, VP."), True),
    ("G09", ERROR, "ke-hoach", "google", replaced("- Lưu: VT, VP.", "- Lưu, VT, VP"), True),
    ("G09", ERROR, "ke-hoach", "wps", replaced("- Lưu: VT, VP.", "-Lưu: VT; VP"), True),
    ("G09", ERROR, "ke-hoach", "word-tabs", replaced("- Lưu: VT, VP.", "- Lưu: Văn thư, VP."), False),
    ("G09", ERROR, "chuong-trinh", "word", replaced("- Lưu: VT, VP.", "- Văn thư, VP."), False),
    ("G09", WARNING, "ke-hoach", "word", replaced("- Lưu: VT, VP.", "- Lưu: VT."), False),
    ("G10", ERROR, "to-trinh", "word", removed("Kính gửi"), False),
    ("G10", WARNING, "bao-cao", "word", replaced(AS_ABOVE, ABOVE), False),
    ("G10", WARNING, "cong-van", "wps", replaced("- Như trên;", "- Các sở, ban, ngành;"), False),
    ("G10", WARNING, "chuong-trinh", "word", replaced(ABOVE, AS_ABOVE), False),
    ("G10", WARNING, "to-trinh", "word", set_face("Kính gửi: Ủy ban", bold=True), True),
    ("G10", WARNING, "to-trinh", "google", replaced("Kính gửi:", "Kính gửi"), True),
    ("G10", WARNING, "to-trinh", "wps", replaced("tỉnh Gia Lai.", "tỉnh Gia Lai; Sở Tài chính."), False),
    ("G10", WARNING, "cong-van", "word", replaced("- Các sở, ban, ngành;", "- Các sở, ban, ngành,"), True),
    ("G10", WARNING, "cong-van", "word-tabs", replaced("các xã, phường.", "các xã, phường;"), True),
]  # fmt: skip


@pytest.mark.parametrize(
    ("rule", "severity", "name", "make", "spoil", "mends"),
    DEFECTS,
    ids=[f"{rule}-{at}" for at, (rule, *_) in enumerate(DEFECTS)],
)
def test_a_defect_is_found_under_its_rule(rule, severity, name, make, spoil, mends):
    whole = good.document(name, make)
    file = planted(whole)
    spoil(file)
    spoiled = file.bytes()
    assert newly_found(whole, spoiled) == {(rule, severity)}
    assert fixable(spoiled, rule) == mends
    if mends:
        assert found(mended(spoiled)) == found(whole)
