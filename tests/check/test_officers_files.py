"""Files as officers have them, typed by no rule: what `docgen check` tells of them is true, and no more."""

import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Cm
from typed import MOTTO, NATION, Typed

from docgen.check import check, fix
from docgen.errors import InvalidInputError
from docgen.package import open_package

BODY = "Các phòng, đơn vị triển khai thực hiện Kế hoạch này./."


def plan(**head):
    """Return a plan begun: head, type and subject, with the line below it."""
    typed = Typed().head("Số: 15/KH-SNV", "Gia Lai, ngày 15 tháng 01 năm 2026", **head)
    return typed.lines("[c b] KẾ HOẠCH\n[c b] Cải cách hành chính năm 2026")


def letter(below=""):
    """Return a letter begun, with what stands below its number."""
    return Typed().head(f"Số: 120/SNV-VP{below}", "Gia Lai, ngày 15 tháng 01 năm 2026")


def found(typed, rule=""):
    """Return what of a file is found, of one rule if it is told."""
    findings = check(open_package(typed.saved()))
    return [one for one in findings if one.rule == rule or not rule]


def messages(typed, rule):
    return [one.message for one in found(typed, rule)]


@pytest.mark.parametrize("line", ["-----oOo-----", "***", "--- o0o ---"])
def test_an_ornament_below_the_subject_is_a_line_and_no_words(line):
    typed = plan().lines(f"[c] {line}\n{BODY}").closing("UBND tỉnh;", "Lưu: VT, VP.")
    assert messages(typed, "H17") == []
    assert "nét đứt" in messages(typed, "H18")[0]


def test_a_signature_placed_by_blanks_is_found():
    far = " " * 70
    typed = plan().lines(
        f"""{BODY}
[l] ~Nơi nhận:~{far}*GIÁM ĐỐC*
[l s=11] - UBND tỉnh;
[l s=11] - Lưu: VT, VP.
[l]
[l] {far}    *Nguyễn Văn An*"""
    )
    assert messages(typed, "H20") == []
    assert all("Nguyễn Văn An" not in one.where.text for one in found(typed))


@pytest.mark.parametrize("title", ["ĐẢNG CỘNG SẢN VIỆT NAM", "ĐOÀN TNCS HỒ CHÍ MINH"])
@pytest.mark.parametrize("work", [lambda data: check(open_package(data)), fix])
def test_documents_of_the_party_are_not_judged_by_the_decree(work, title):
    head = ("[c] TỈNH ỦY GIA LAI\n[c b] ĐẢNG ỦY\n[c] *\n[c] Số 25-KH/ĐU", f"[c b u s=15] {title}")
    typed = Typed().table((7, 9), head).lines(f"[c b] KẾ HOẠCH\n[c b] kiểm tra năm 2026\n{BODY}")
    with pytest.raises(InvalidInputError, match="không theo Nghị định số 30/2020"):
        work(typed.saved())


def test_a_line_in_english_below_the_agency_is_no_agency():
    typed = Typed().head(
        "Số/No.: 45/GM-SNgV",
        "Gia Lai, ngày 02 tháng 6 năm 2026",
        issuer="SỞ NGOẠI VỤ\n[c s=12] DEPARTMENT OF FOREIGN AFFAIRS",
    )
    typed.lines(f"[c b] GIẤY MỜI\n[c b] Dự hội nghị\n{BODY}").closing("UBND tỉnh;", "Lưu: VT, VP.")
    assert messages(typed, "H08") == messages(typed, "H10") == []


def test_an_invitation_is_called_by_its_name_in_the_list():
    typed = Typed().head("Số: 45/GM-SNV", "Gia Lai, ngày 02 tháng 6 năm 2026")
    typed.lines(f"[c b] THƯ MỜI\n{BODY}").closing("UBND tỉnh;", "Lưu: VT, VP.")
    assert "Gần nhất là “GIẤY MỜI”" in messages(typed, "H16")[0]


def test_the_kind_of_a_contract_belongs_to_its_name():
    typed = Typed().lines(f"[c b s=13] {NATION}\n[c b] {MOTTO}\n[c b s=16] HỢP ĐỒNG MUA SẮM HÀNG HÓA\n{BODY}")
    size = found(typed, "H16")
    assert [(one.expected, one.where.text) for one in size] == [
        ("cỡ chữ 13 đến 14", "HỢP ĐỒNG MUA SẮM HÀNG HÓA")
    ]
    assert messages(typed, "H17") == []


def test_only_a_letter_shortens_its_subject():
    typed = plan().closing("UBND tỉnh;", "Lưu: VT, VP.")
    assert messages(typed, "H17") == []
    typed = Typed().head("Số: 15/TB-SNV", "Gia Lai, ngày 15 tháng 01 năm 2026")
    typed.lines(f"[c b] THÔNG BÁO\n[c b] V/v nghỉ lễ Quốc khánh\n{BODY}").closing("Lưu: VT, VP.")
    assert "chỉ viết ở công văn" in messages(typed, "H17")[0]


def test_the_subject_of_a_letter_stands_under_its_number():
    text = "[c] Kính gửi: Sở Y tế."
    inside = letter(below="\n[c s=12] V/v báo cáo số liệu").lines(text)
    outside = letter().lines(f"[l s=12] V/v báo cáo số liệu\n{text}")
    assert [one.found for one in found(inside, "H19") if "pt" not in one.found] == []
    assert [one.found for one in found(outside, "H19")] == ["sát lề trái"]


def test_a_note_typed_behind_the_end_is_no_content():
    note = "[s=10] (1) Ban hành kèm theo Quyết định số 200/QĐ-UBND ngày 05/02/2026 của UBND tỉnh."
    typed = plan().lines(f"{BODY}\n{note}").closing("UBND tỉnh;", "Lưu: VT, VP.")
    assert messages(typed, "B15") == []


def test_a_recipient_may_be_an_abbreviation():
    typed = plan().lines(BODY).closing("GVCN;", "HĐND;", "CÁC SỞ;", "Lưu: VT, VP.")
    assert [one.where.text for one in found(typed, "G08")] == ["- CÁC SỞ;"]


def test_the_national_title_needs_a_column_wide_enough():
    assert messages(plan(right=10), "H02") == []
    narrow = found(plan(right=9), "H02")
    assert [(one.expected, one.found) for one in narrow] == [("96 mm", "86 mm")]


def test_words_marked_by_who_drafts_are_told_and_left_to_them():
    typed = plan().lines(f"[hl] Nội dung cần xem lại.\n{BODY}").closing("UBND tỉnh;", "Lưu: VT, VP.")
    marked = found(typed, "P06")
    assert [(one.where.text, one.fixable) for one in marked] == [("Nội dung cần xem lại.", False)]
    assert "bỏ tô nền" in marked[0].message


def test_a_signature_that_the_end_of_a_page_may_part_is_told_and_left():
    left = fix(plan().lines(BODY).closing("UBND tỉnh;", "Lưu: VT, VP.").saved()).left
    assert [(one.severity, one.fixable) for one in left if one.rule == "G06"] == [("info", False)]


@pytest.mark.parametrize(
    ("issuer", "looks", "told"),
    [
        ("SỞ XÂY DỰNG", "c b u", "là chữ gạch chân, dài 32 mm"),
        ("SỞ KHOA HỌC VÀ CÔNG NGHỆ\n[c] _______________", "c b", "tức khoảng 19 đến 28 mm"),
    ],
)
def test_a_line_below_the_agency_is_told_by_how_it_was_made_and_what_is_seen(issuer, looks, told):
    typed = plan(issuer=issuer, looks=looks).lines(BODY)
    assert told in messages(typed, "H09")[0]


def test_the_lines_that_name_the_parties_of_a_contract_are_set_as_they_like():
    head = f"[c b s=13] {NATION}\n[c b] {MOTTO}\n[c b] HỢP ĐỒNG MUA SẮM HÀNG HÓA"
    parties = (
        "[l] BÊN A: SỞ NỘI VỤ TỈNH GIA LAI\n[l] Địa chỉ: 01 Trần Phú\n[l] Đại diện: Ông An\tChức vụ: Giám đốc"
    )
    typed = Typed().lines(
        f"{head}\n{parties}\nĐiều 1. Nội dung hợp đồng\n[l] Bên B cung cấp cho Bên A máy tính."
    )
    assert [one.where.text for one in found(typed, "B06")] == ["Bên B cung cấp cho Bên A máy tính."]


def test_bases_with_a_dash_before_them_are_bases():
    typed = Typed().head("Số: 15/QĐ-SNV", "Gia Lai, ngày 15 tháng 01 năm 2026")
    typed.lines(
        """[c b] QUYẾT ĐỊNH
[c b] Về việc bổ nhiệm Trưởng phòng
[c b] GIÁM ĐỐC SỞ NỘI VỤ
[i] - Căn cứ Luật Cán bộ, công chức số 80/2025/QH15;
[i] - Theo đề nghị của Chánh Văn phòng Sở,
[c b] QUYẾT ĐỊNH:
*Điều 1.* Bổ nhiệm bà Trần Thị Bình./."""
    )
    assert [(one.where.text, one.found) for one in found(typed, "B02")] == [
        ("- Theo đề nghị của Chánh Văn phòng Sở,", "“,”")
    ]


def test_those_who_are_wired_may_be_listed_in_the_middle_of_the_page():
    typed = Typed().head("Số: 05/CĐ-SNV", "Gia Lai, ngày 01 tháng 11 năm 2026")
    typed.lines(
        f"""[c b] CÔNG ĐIỆN
[c b] Về việc ứng phó khẩn cấp với bão số 13
[c] GIÁM ĐỐC SỞ NỘI VỤ ĐIỆN:
[l first=3] - Trưởng các phòng, đơn vị thuộc Sở.
{BODY}"""
    )
    assert messages(typed, "B06") == []


def test_a_rate_of_what_is_done_is_reckoned():
    said = "Tổng số nhiệm vụ trong Kế hoạch: 45 nhiệm vụ; đã hoàn thành 30 nhiệm vụ (đạt 65%)."
    report = Typed().head("Số: 90/BC-SNV", "Gia Lai, ngày 14 tháng 6 năm 2026")
    report.lines(f"[c b] BÁO CÁO\n[c b] Kết quả công tác quý II năm 2026\n{said}")
    assert [one.expected for one in found(report, "R04")] == ["67%"]


def test_a_title_before_a_name_is_no_abbreviation_to_be_explained():
    typed = letter().lines("[c] Kính gửi: TS. Nguyễn Văn Minh.\nTrân trọng kính mời PGS.TS. Lê Hoàng./.")
    assert messages(typed, "A09") == []


def test_the_table_of_a_head_has_no_borders():
    typed = plan()
    assert messages(typed, "H02") == []
    typed.doc.tables[0].style = "Table Grid"
    assert [one.found for one in found(typed, "H02")] == ["có viền"]


@pytest.mark.parametrize(("side", "told"), [("right", ["có viền"]), ("bottom", [])])
def test_a_border_below_a_cell_of_the_head_may_be_a_line(side, told):
    typed = plan()
    own = typed.doc.tables[0].cell(0, 0)._tc.get_or_add_tcPr()
    own.append(parse_xml(f'<w:tcBorders {nsdecls("w")}><w:{side} w:val="single" w:sz="4"/></w:tcBorders>'))
    assert [one.found for one in found(typed, "H02")] == told


def test_what_a_person_applies_for_is_no_document_of_an_agency():
    typed = Typed().lines(
        f"[c b] {NATION}\n[c b] {MOTTO}\n[c b] ĐƠN XIN NGHỈ PHÉP\nTôi xin nghỉ phép 02 ngày."
    )
    with pytest.raises(InvalidInputError, match="đơn của cá nhân"):
        found(typed)


@pytest.mark.parametrize(("story", "place"), [("header", "đầu trang"), ("footer", "chân trang")])
def test_a_number_on_the_first_page_is_looked_for_where_it_stands(story, place):
    typed = plan().lines(BODY)
    paragraph = getattr(typed.doc.sections[0], story).paragraphs[0]
    paragraph._p.append(
        parse_xml(f'<w:fldSimple {nsdecls("w")} w:instr="PAGE"><w:r><w:t>1</w:t></w:r></w:fldSimple>')
    )
    assert [one.where.part for one in found(typed, "P08")] == [place]
    assert f"bấm đúp vào {place}" in messages(typed, "P08")[0]


def test_the_grey_of_text_from_the_web_is_not_black():
    typed = plan().lines(f"[col=333333] Chữ ký số là chữ ký điện tử.\n{BODY}")
    assert [(one.found, one.fixable) for one in found(typed, "P06")] == [("xám", True)]


@pytest.mark.parametrize(("ground", "told"), [("FFFFFF", []), ("FFFF00", ["có tô nền"])])
def test_the_white_ground_of_text_from_the_web_is_not_seen(ground, told):
    typed = plan().lines(BODY)
    properties = typed.doc.paragraphs[-1].runs[0]._r.get_or_add_rPr()
    properties.append(parse_xml(f'<w:shd {nsdecls("w")} w:val="clear" w:fill="{ground}"/>'))
    assert [one.found for one in found(typed, "P06")] == told


@pytest.mark.parametrize("lead", ["- ", "\t- ", "\t\t"])
def test_addressees_listed_below_are_no_running_text(lead):
    """Justified, far in and close together, or led by tabs: they are set as their writer likes."""
    names = ("Các sở, ban, ngành tỉnh;", "Ủy ban nhân dân các xã, phường;", "Các đơn vị trực thuộc Sở.")
    typed = letter("\n[c s=12] V/v báo cáo quý I").lines(f"Kính gửi:\n{f'{chr(10)}'.join(names)}\n{BODY}")
    for paragraph, name in zip(typed.doc.paragraphs[-4:-1], names, strict=True):
        paragraph.runs[0].text = f"{lead}{name}"
        paragraph.paragraph_format.left_indent, paragraph.paragraph_format.first_line_indent = Cm(5), 0
        paragraph.paragraph_format.space_after = 0
    typed.closing("Như trên;", "Lưu: VT, VP.")
    judged = {"B03", "B04", "B05", "B06", "B07", "B08", "B09"}
    assert [one.message for one in found(typed) if one.rule in judged] == []
    assert judged.isdisjoint(change.rule for change in fix(typed.saved()).changes)
