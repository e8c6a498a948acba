"""The head, spoiled in one place: found under its rule and no other; what is certain is mended."""

import good
import pytest
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from spoiled import expect

ERROR, WARNING, INFO = "error", "warning", "info"
NATION, MOTTO = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc"
NUMBER, DATE = "Số: 06/CT-UBND", "Gia Lai, ngày 12 tháng 3 năm 2026"

SUBJECT = "Về lịch tiếp công dân quý III năm 2026 của lãnh đạo Sở Nội vụ"


def replaced(old, new):
    return lambda file: file.replace(old, new)


def set_face(words, **face):
    return lambda file: file.paragraph(words).run(words, **face)


def formatted(words, **layout):
    return lambda file: file.paragraph(words).format(**layout)


def removed(words):
    return lambda file: file.remove(words)


def both(*changes):
    def change(file):
        for one in changes:
            one(file)

    return change


def swapped(one, other):
    """Let two paragraphs of a cell change places, each with its look."""

    def change(file):
        upper, lower = file.paragraph(one).node, file.paragraph(other).node
        upper.addprevious(lower)

    return change


def columns_swapped(file):
    row = file.paragraph("CỘNG H").row().node
    cells = row.findall(qn("w:tc"))
    cells[0].addprevious(cells[1])


def in_a_paragraph_of_its_own(file):
    """Take place and date out of the table of the head, below it."""
    date = file.paragraph("ngày 12 tháng").node
    table = next(date.iterancestors(qn("w:tbl")))
    date.addprevious(OxmlElement("w:p"))
    table.addnext(date)


def number_below(file):
    """Put the number on a row below that of the date."""
    row = file.paragraph("Số: ").row()
    twin = row.repeat()
    row.cell(0).remove()
    twin.cell(1).remove()


def one_line(type_name, subject):
    """Join type and subject to one paragraph."""

    def change(file):
        above, below = file.paragraph(type_name), file.paragraph(subject)
        for run in below.runs():
            above.node.append(run._r)
        below.remove()
        above.replace(type_name, f"{type_name} ")

    return change


def line_scaled(words, share):
    """Make the line drawn under a paragraph longer or shorter."""

    def change(file):
        node = file.paragraph(words).node
        extents = [one for one in node.iter() if one.tag.endswith(("}extent", "}ext")) and one.get("cx")]
        assert extents
        for extent in extents:
            extent.set("cx", str(round(int(extent.get("cx")) * share)))

    return change


def line_moved(words, millimetres):
    def change(file):
        offsets = [
            one for one in file.paragraph(words).node.iter() if one.tag.endswith("}posOffset") and one.text
        ]
        offsets[0].text = str(int(offsets[0].text) + millimetres * 36000)

    return change


def unlined(words):
    return lambda file: file.unlined(words)


DEFECTS = [
    ("H01", ERROR, "chi-thi", "word", replaced("CHỦ NGHĨA", "CHŨ NGHĨA"), False),
    ("H01", ERROR, "chi-thi", "google", replaced("XÃ HỘI CHỦ NGHĨA", "XÃ HỘI CHỦ NGHĨ"), False),
    ("H01", ERROR, "thong-bao", "wps-tabs", replaced("VIỆT NAM", "VIÊT NAM"), False),
    ("H02", ERROR, "chi-thi", "word", set_face(NATION, size=14), True),
    ("H02", ERROR, "chi-thi", "word-2007", set_face(NATION, bold=False), True),
    ("H02", ERROR, "chi-thi", "google", formatted(NATION, align="left"), True),
    ("H02", ERROR, "chi-thi", "word", replaced(NATION, "Cộng hòa xã hội chủ nghĩa Việt Nam"), False),
    ("H03", ERROR, "chi-thi", "word", replaced(MOTTO, "Độc lập – Tự do – Hạnh phúc"), True),
    ("H03", ERROR, "chi-thi", "word-tabs", replaced(MOTTO, "Độc lập-Tự do-Hạnh phúc"), True),
    ("H03", ERROR, "chi-thi", "wps", replaced(MOTTO, "Độc Lập - Tự Do - Hạnh Phúc"), False),
    ("H03", ERROR, "chi-thi", "wps", replaced(MOTTO, "Độc lập - Tự do - Hạnh phúc."), False),
    ("H04", ERROR, "chi-thi", "word", set_face(MOTTO, italic=True), True),
    ("H04", ERROR, "chi-thi", "word-columns", set_face(MOTTO, size=12), True),
    ("H04", ERROR, "chi-thi", "google-borders", formatted(MOTTO, align="both"), True),
    ("H04", ERROR, "chi-thi", "word", replaced(MOTTO, MOTTO.upper()), False),
    ("H05", WARNING, "chi-thi", "word", unlined(MOTTO), False),
    ("H05", WARNING, "chi-thi", "google", unlined(MOTTO), False),
    ("H05", WARNING, "chi-thi", "word-styles", unlined(MOTTO), False),
    ("H05", WARNING, "chi-thi", "word", line_scaled(MOTTO, 0.5), False),
    ("H06", WARNING, "chi-thi", "word", set_face(MOTTO, size=13), False),
    ("H06", WARNING, "chi-thi", "word-columns", set_face(DATE, size=14), False),
    ("H07", ERROR, "thong-bao", "word", set_face("UBND TỈNH GIA LAI", bold=True), True),
    ("H07", ERROR, "thong-bao", "word-styles", set_face("TỈNH GIA LAI", size=14), True),
    ("H07", ERROR, "thong-bao", "word-tabs", set_face("ỦY BAN NHÂN DÂN", italic=True), True),
    ("H08", ERROR, "thong-bao", "word", set_face("SỞ NỘI VỤ", bold=False), True),
    ("H08", ERROR, "chi-thi", "word-styles", set_face("ỦY BAN NHÂN DÂN", bold=False), True),
    ("H08", ERROR, "thong-bao", "wps", set_face("SỞ NỘI VỤ", size=14), True),
    ("H08", ERROR, "thong-bao", "word", swapped("UBND TỈNH GIA LAI", "SỞ NỘI VỤ"), False),
    ("H08", WARNING, "chi-thi", "word", replaced("ỦY BAN NHÂN DÂN", "UBND"), False),
    ("H09", WARNING, "thong-bao", "word", unlined("SỞ NỘI VỤ"), False),
    ("H09", WARNING, "thong-bao", "google-borders", unlined("SỞ NỘI VỤ"), False),
    ("H09", WARNING, "thong-bao", "word", line_scaled("SỞ NỘI VỤ", 2), False),
    ("H09", WARNING, "thong-bao", "word", line_moved("SỞ NỘI VỤ", 15), False),
    (
        "H09",
        WARNING,
        "thong-bao",
        "word",
        both(unlined("SỞ NỘI VỤ"), set_face("SỞ NỘI VỤ", underline=True)),
        False,
    ),
    ("H10", ERROR, "chi-thi", "word", replaced(NUMBER, "Số: 6/CT-UBND"), True),
    ("H10", ERROR, "chi-thi", "word-tabs", replaced(NUMBER, "Số 06/CT-UBND"), False),
    ("H10", ERROR, "chi-thi", "google", replaced(NUMBER, "Số: 06 / CT - UBND"), True),
    ("H10", ERROR, "chi-thi", "google", replaced(NUMBER, "Số: 06/CT–UBND"), True),
    ("H10", ERROR, "chi-thi", "word", replaced(NUMBER, "Số: 06/CT"), False),
    ("H10", ERROR, "chi-thi", "word", replaced(NUMBER, "Số: 06-CT/UBND"), False),
    ("H10", ERROR, "chi-thi", "word", set_face(NUMBER, size=14), True),
    ("H10", ERROR, "chi-thi", "word-theme", set_face(NUMBER, bold=True), True),
    ("H10", WARNING, "chi-thi", "word", replaced(NUMBER, "Số: 006/CT-UBND"), False),
    ("H10", INFO, "chi-thi", "word", replaced(NUMBER, "Số:      /CT-UBND"), False),
    ("H11", ERROR, "chi-thi", "word", replaced(NUMBER, "Số: 06/KH-UBND"), False),
    ("H11", ERROR, "quy-dinh", "word", replaced("QyĐ", "QYĐ"), False),
    ("H11", ERROR, "chuong-trinh", "wps", replaced("CTr-", "CTR-"), False),
    ("H11", ERROR, "cong-van", "word", replaced("05/SNV", "05/CV"), False),
    ("H11", ERROR, "cong-van", "google", replaced("05/SNV", "05/TB"), False),
    ("H12", ERROR, "quy-dinh", "word", replaced("ngày 05 tháng 02", "ngày 5 tháng 02"), True),
    ("H12", ERROR, "quy-dinh", "google", replaced("ngày 05 tháng 02", "ngày 05 tháng 2"), True),
    ("H12", ERROR, "quy-dinh", "wps", replaced("ngày 05 tháng 02", "ngày 30 tháng 02"), False),
    ("H12", ERROR, "quy-dinh", "wps", replaced("Đề Gi, ngày 05", "Đề Gi ngày 05"), False),
    ("H12", ERROR, "quy-dinh", "word", replaced("Đề Gi, ngày 05", "đề Gi, ngày 05"), False),
    ("H12", ERROR, "quy-dinh", "word", replaced("Đề Gi, ngày 05", "ngày 05"), False),
    (
        "H12",
        ERROR,
        "quy-dinh",
        "word-tabs",
        replaced("ngày 05 tháng 02 năm 2026", "ngày 5/2/2026"),
        False,
    ),
    ("H12", ERROR, "chi-thi", "wps", replaced("ngày 12 tháng 3 năm 2026", "18/3/2026"), False),
    ("H12", INFO, "chi-thi", "word", replaced("ngày 12 tháng 3", "ngày    tháng 3"), False),
    ("H13", WARNING, "chi-thi", "word", replaced("12 tháng 3", "12 tháng 03"), True),
    ("H13", WARNING, "thong-bao", "word-columns", replaced("03 tháng 6", "03 tháng 06"), True),
    ("H14", ERROR, "chi-thi", "word", set_face(DATE, italic=False), True),
    ("H14", ERROR, "chi-thi", "wps-tabs", set_face(DATE, bold=True), True),
    ("H14", ERROR, "chi-thi", "google", formatted(DATE, align="right"), True),
    ("H14", ERROR, "chi-thi", "google", set_face(DATE, size=12), True),
    ("H14", ERROR, "chi-thi", "word", in_a_paragraph_of_its_own, False),
    ("H14", ERROR, "chi-thi", "word", number_below, False),
    ("H15", WARNING, "chi-thi", "word", replaced("Gia Lai, ngày", "Pleiku, ngày"), False),
    ("H15", WARNING, "quy-dinh", "word", replaced("Đề Gi, ngày", "Gia Lai, ngày"), False),
    ("H15", WARNING, "chi-thi", "word", replaced("Gia Lai, ngày", "Đắk Lắk, ngày"), False),
    ("H15", ERROR, "chi-thi", "wps", replaced("Gia Lai, ngày", "Bình Định, ngày"), False),
    ("H16", ERROR, "chi-thi", "word", set_face("CHỈ THỊ", bold=False), True),
    ("H16", ERROR, "chi-thi", "google", set_face("CHỈ THỊ", size=16), True),
    ("H16", ERROR, "chi-thi", "wps", replaced("CHỈ THỊ", "Chỉ thị"), False),
    ("H16", ERROR, "ke-hoach", "word", replaced("KẾ HOẠCH", "KẾ HẠCH"), False),
    ("H16", ERROR, "thong-cao", "word", replaced("THÔNG CÁO", "THÔNG CÁO BÁO"), False),
    ("H17", ERROR, "chi-thi", "word", set_face("Về tăng cường", bold=False), True),
    ("H17", ERROR, "thong-bao", "word", replaced(SUBJECT, SUBJECT.upper()), False),
    ("H17", ERROR, "thong-bao", "google", one_line("THÔNG BÁO", "Về lịch tiếp"), False),
    ("H17", WARNING, "thong-bao", "word", replaced("lãnh đạo Sở Nội vụ", "lãnh đạo Sở Nội vụ."), False),
    ("H17", WARNING, "chi-thi", "google", lambda file: file.paragraph("CHỈ THỊ").add_empty(), False),
    ("H18", WARNING, "thong-bao", "word", unlined("Về lịch tiếp"), False),
    ("H18", WARNING, "thong-bao", "google", unlined("Về lịch tiếp"), False),
    ("H18", WARNING, "thong-bao", "word", line_scaled("Về lịch tiếp", 0.3), False),
    ("H19", ERROR, "cong-van", "word", replaced("V/v báo cáo", "Về việc báo cáo"), False),
    ("H19", ERROR, "cong-van", "google", set_face("V/v báo cáo", italic=True), True),
    ("H19", ERROR, "cong-van", "word", removed("V/v báo cáo"), False),
    ("H19", WARNING, "cong-van", "word", formatted("V/v báo cáo", before=0), True),
    ("H20", ERROR, "thong-bao", "word", removed("Số: 118/TB-SNV"), False),
    ("H20", ERROR, "thong-bao", "word", removed("Gia Lai, ngày 03"), False),
    ("H20", ERROR, "chi-thi", "word", removed("ỦY BAN NHÂN DÂN"), False),
    ("H20", ERROR, "thong-bao", "word", removed(MOTTO), False),
]  # fmt: skip


@pytest.mark.parametrize(
    ("rule", "severity", "name", "make", "spoil", "mends"),
    DEFECTS,
    ids=[f"{rule}-{at}" for at, (rule, *_) in enumerate(DEFECTS)],
)
def test_a_defect_is_found_under_its_rule(rule, severity, name, make, spoil, mends):
    expect(good.document(name, make), spoil, rule, severity, mends=None if severity == INFO else mends)
