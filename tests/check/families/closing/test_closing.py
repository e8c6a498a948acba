"""Signature, recipients and addressees, spoiled in one place: found under the rule, mended where certain."""

import good
import pytest
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import qn
from plant import planted
from spoiled import expect, found, mended, newly_found

from docgen.check import check
from docgen.package import open_package

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
    ("G09", ERROR, "ke-hoach", "word", removed("- Lưu: VT, VP."), False),
    ("G09", ERROR, "chuong-trinh", "google", removed("- Lưu: VT, VP."), False),
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
    expect(good.document(name, make), spoil, rule, severity, mends=mends)


def listed(first, *more):
    """Put lines in place of one recipient."""

    def change(file):
        at = file.paragraph("- Văn phòng Sở;", -1).write(first)
        for line in more:
            at = at.repeat(line)

    return change


def undashed(file):
    for words in (
        ABOVE,
        "- Giám đốc, các Phó Giám đốc Sở;",
        "- Văn phòng Sở;",
        "- Các phòng, đơn vị thuộc Sở;",
    ):
        file.paragraph(words, -1).replace(words, words.strip("- ;"))
    file.replace("- Lưu: VT, VP.", "Lưu: VT, VP")


def signed(file):
    without_room(file)
    file.paragraph("PHÓ GIÁM ĐỐC", -1).add_empty()
    file.paragraph(NAME).node.getprevious().append(picture())


def picture():
    """Return a run with a picture in line."""
    drawing = (
        '<w:r xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
        ' xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'
        ' xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
        ' xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"><w:drawing><wp:inline>'
        '<wp:extent cx="900000" cy="400000"/><a:graphic><a:graphicData'
        ' uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic><pic:spPr/></pic:pic>'
        "</a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
    )
    return parse_xml(drawing)


def without_room_but(words):
    def change(file):
        without_room(file)
        file.paragraph("PHÓ GIÁM ĐỐC", -1).repeat(words).run(bold=False)

    return change


def broken_by_lines(times):
    """Let title and name stand in one paragraph, parted by line breaks."""

    def change(file):
        without_room(file)
        name = file.paragraph(NAME)
        title = name.node.getprevious()
        for run in list(name.node.iter(qn("w:r"))):
            for _ in range(times):
                run.insert(1, OxmlElement("w:br"))
            title.append(run)
        name.node.getparent().remove(name.node)

    return change


RIGHT = [
    ("a recipient over two lines", "ke-hoach", "word", listed("- Văn phòng Sở", "(để thực hiện);")),
    ("a list in the list", "ke-hoach", "word", listed("- Các phòng:", "+ Văn phòng;", "+ Phòng Lưu trữ;")),
    ("recipients still to be filled in", "ke-hoach", "google", replaced("- Văn phòng Sở;", "- ……………")),
    ("the mark of who drafted", "ke-hoach", "wps", replaced("- Lưu: VT, VP.", "- Lưu: VT, VP. PL.(300)")),
    ("a scanned signature", "ke-hoach", "word", signed),
    ("words in place of a signature", "ke-hoach", "word", without_room_but("(Đã ký)")),
    ("breaks between title and name", "ke-hoach", "word", broken_by_lines(6)),
    ("an officer's rank", "ke-hoach", "word", replaced(NAME, "Đại tá Trần Thị Bình")),
    ("a title still to be filled in", "ke-hoach", "word", replaced("PHÓ GIÁM ĐỐC", "PHÓ …………")),
    ("a board that decides together", "ke-hoach", "google", repeated(TITLE, "TM. HỘI ĐỒNG TUYỂN DỤNG")),
]  # fmt: skip


@pytest.mark.parametrize(
    ("name", "make", "change"), [row[1:] for row in RIGHT], ids=[row[0] for row in RIGHT]
)
def test_what_is_right_is_left_alone(name, make, change):
    whole = good.document(name, make)
    file = planted(whole)
    change(file)
    assert not {rule for rule, _ in newly_found(whole, file.bytes()) if rule.startswith("G")}


def addressed(file):
    """Let a plan be addressed to someone."""
    opening = file.paragraph("Thực hiện Quyết định số 2158")
    opening.repeat()
    opening.write("Kính gửi: Ủy ban nhân dân tỉnh.")


def unaddressed(file):
    file.remove("Kính gửi")
    file.replace(AS_ABOVE, ABOVE)


def of_a_school(file):
    file.replace("TRUNG TÂM", "TRƯỜNG CAO ĐẲNG")
    file.replace("Lê Thị Hồng Hạnh", "TS. Lê Thị Hồng Hạnh")


MORE = [
    ("G08", ERROR, "ke-hoach", undashed),
    ("G06", WARNING, "ke-hoach", broken_by_lines(1)),
    ("G10", WARNING, "ke-hoach", addressed),
    ("G10", WARNING, "bao-cao", unaddressed),
    ("G05", WARNING, "giay-nghi-phep", of_a_school),
]


@pytest.mark.parametrize(
    ("rule", "severity", "name", "spoil"), MORE, ids=[f"{row[0]}-{at}" for at, row in enumerate(MORE)]
)
def test_more_that_is_found(rule, severity, name, spoil):
    whole = good.document(name)
    file = planted(whole)
    spoil(file)
    assert (rule, severity) in newly_found(whole, file.bytes())


def test_a_list_without_dashes_is_mended():
    file = planted(good.document("ke-hoach"))
    undashed(file)
    assert found(mended(file.bytes())) == found(good.document("ke-hoach"))


def test_what_all_recipients_have_wrong_is_told_once():
    file = planted(good.document("ke-hoach"))
    for words in (ABOVE, "- Văn phòng Sở;", "- Lưu: VT, VP."):
        file.paragraph(words, -1).run(size=13)
    (told,) = [one for one in check(open_package(file.bytes())) if one.rule == "G08"]
    assert told.message == "Dòng nơi nhận phải cỡ chữ 11; hiện cỡ 13. Hãy đặt lại như vậy. (3 dòng)"
    assert [place.text for place in told.places][1:] == ["- Văn phòng Sở;", "- Lưu: VT, VP."]
    assert found(mended(file.bytes())) == found(good.document("ke-hoach"))


def counted(level):
    """Let Word itself write the dash of a recipient, or another label."""

    def change(file):
        one = file.paragraph("- Văn phòng Sở;", -1)
        one.write("Văn phòng Sở;")
        numbered = OxmlElement("w:numPr")
        numbered.append(OxmlElement("w:ilvl", {qn("w:val"): str(level)}))
        numbered.append(OxmlElement("w:numId", {qn("w:val"): "1"}))
        one.node.get_or_add_pPr().get_or_add_spacing().addprevious(numbered)
        one.format(left=0, first=0)

    return change


def test_a_dash_that_word_writes_is_a_dash():
    whole = good.document("ke-hoach", "word-styles")
    file = planted(whole)
    counted(3)(file)
    assert not newly_found(whole, file.bytes())
    file = planted(whole)
    counted(0)(file)
    assert ("G08", ERROR) in newly_found(whole, file.bytes())


def test_recipients_below_the_signature():
    whole = good.document("chuong-trinh", "word")
    file = planted(whole)
    cell = next(file.paragraph("Nơi nhận:").node.iterancestors(qn("w:tc")))
    table = next(cell.iterancestors(qn("w:tbl")))
    for node in reversed(cell.findall(qn("w:p"))):
        table.addnext(node)
    cell.append(OxmlElement("w:p"))
    assert ("G01", ERROR) in newly_found(whole, file.bytes())


def test_addressees_in_a_table_are_there():
    whole = good.document("to-trinh", "word")
    file = planted(whole)
    node = file.paragraph("Kính gửi").node
    table = OxmlElement("w:tbl")
    for name in ("w:tblPr", "w:tblGrid"):
        table.append(OxmlElement(name))
    table.find(qn("w:tblGrid")).append(OxmlElement("w:gridCol", {qn("w:w"): "9000"}))
    row, cell = OxmlElement("w:tr"), OxmlElement("w:tc")
    node.addprevious(table)
    table.append(row)
    row.append(cell)
    cell.append(node)
    assert not {rule for rule, _ in newly_found(whole, file.bytes()) if rule == "G10"}
