"""A plan worded as the decree asks: head, body, recipients, signature."""

import json

import pytest

from docgen.documents import Document


def body(document: Document) -> list[str]:
    return [paragraph.text for paragraph in document.body]


def test_the_head_of_a_draft_leaves_room_for_number_and_day(document_2025):
    head = document_2025.head
    assert (head.superior, head.issuer) == ("UBND TỈNH BÌNH ĐỊNH", "SỞ NỘI VỤ")
    assert (head.national_title, head.motto) == (
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc",
    )
    assert head.number_line.split() == ["Số:", "/KH-SNV"]
    assert head.place_date.split() == ["Bình", "Định,", "ngày", "tháng", "năm", "2024"]
    assert (head.type_name, head.subject) == ("KẾ HOẠCH", "Cải cách hành chính Sở Nội vụ năm 2025")


@pytest.mark.parametrize(
    ("changes", "number", "day"),
    [
        ("{so: 5, ngay_ban_hanh: 05/01/2026}", "Số: 05/KH-SNV", "Gia Lai, ngày 05 tháng 01 năm 2026"),
        ("{so: 153, ngay_ban_hanh: 31/12/2024}", "Số: 153/KH-SNV", "Bình Định, ngày 31 tháng 12 năm 2024"),
        ("{so: 10, ngay_ban_hanh: 09/3/2026}", "Số: 10/KH-SNV", "Gia Lai, ngày 09 tháng 3 năm 2026"),
    ],
)
def test_number_and_day_are_padded_as_the_decree_says(composed, changes, number, day):
    document = composed(changes)
    assert document.head.number_line == number
    assert document.head.place_date == day
    assert document.appendices[0].reference.startswith(
        f"(Kèm theo Kế hoạch số {number.removeprefix('Số: ')} ngày"
    )


def test_levels_are_numbered_from_the_structure(composed):
    document = composed("""
        noi_dung:
          - tieu_de: Mục đích, yêu cầu
            doan: [Đoạn dẫn.]
            khoan:
              - {tieu_de: Mục đích, diem: [A một., A hai., A ba., A bốn., {noi_dung: "A năm:", gach: [Một.]}]}
              - {tieu_de: Yêu cầu, doan: [Đoạn một.], gach: [Hai.]}
          - {tieu_de: Kinh phí, khoan: [{noi_dung: Ngân sách.}], chi_dan: có Phụ lục kèm theo}
    """)
    assert body(document) == [
        "I. MỤC ĐÍCH, YÊU CẦU",
        "Đoạn dẫn.",
        "1. Mục đích",
        "a) A một.",
        "b) A hai.",
        "c) A ba.",
        "d) A bốn.",
        "đ) A năm:",
        "- Một.",
        "2. Yêu cầu",
        "Đoạn một.",
        "- Hai.",
        "II. KINH PHÍ",
        "1. Ngân sách.",
        "(có Phụ lục kèm theo)./.",
    ]


def test_legal_bases_end_with_semicolons_and_a_full_stop(composed):
    document = composed("can_cu: [Căn cứ Luật A, Căn cứ Nghị định B;, Theo đề nghị của Văn phòng Sở]")
    assert body(document)[:3] == ["Căn cứ Luật A;", "Căn cứ Nghị định B;", "Theo đề nghị của Văn phòng Sở."]


def test_emphasis_becomes_a_bold_run(composed):
    document = composed("noi_dung: [{tieu_de: Mục đích, khoan: [{noi_dung: Tinh thần **“bứt phá”** rõ.}]}]")
    assert [(run.text, run.bold) for run in document.body[-1].runs] == [
        ("Tinh thần ", False),
        ("“bứt phá”", True),
        (" rõ./.", False),
    ]


def test_the_end_mark_closes_the_content_once(document_2025):
    marked = [text for text in body(document_2025) if "./." in text]
    assert marked == [body(document_2025)[-1]]
    assert marked[0].endswith("Giám đốc Sở giao./.")


@pytest.mark.parametrize("ending", ["", ".", ";", ":", " ,"])
def test_the_end_mark_replaces_what_ended_the_text(composed, ending):
    text = f"noi_dung: [{{tieu_de: Kinh phí, khoan: [{{noi_dung: 'Theo quy định{ending}'}}]}}]"
    assert body(composed(text))[-1] == "1. Theo quy định./."


def test_recipients_have_dashes_semicolons_and_the_archive_line(document_2025):
    assert document_2025.recipients.label == "Nơi nhận:"
    assert document_2025.recipients.lines == (
        "- UBND tỉnh (để báo cáo);",
        "- Giám đốc, các Phó Giám đốc Sở;",
        "- Các đơn vị thuộc, trực thuộc Sở;",
        "- Lưu: VT, CCHC-VTLT.",
    )


@pytest.mark.parametrize(
    ("archive", "line"),
    [
        ("", "- Lưu: VT."),
        ("don_vi_soan_thao: VP", "- Lưu: VT, VP."),
        ("don_vi_soan_thao: VP, so_ban: 2", "- Lưu: VT, VP (02 bản)."),
    ],
)
def test_the_archive_line(composed, archive, line):
    document = composed(f"noi_nhan: {{danh_sach: [UBND tỉnh], {archive}}}")
    assert document.recipients.lines[-1] == line


def test_the_signature_of_a_deputy(document_2025):
    assert document_2025.signature.authority == ("KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC")
    assert document_2025.signature.name == "Nguyễn Thanh Vũ"


def test_properties_say_what_the_file_is(composed):
    properties = composed("{ngay_ban_hanh: 05/01/2026}").properties
    assert properties.title == "Kế hoạch Cải cách hành chính năm 2026"
    assert (properties.author, properties.language) == ("Sở Nội vụ", "vi-VN")
    assert properties.created.isoformat() == "2026-01-05"


def test_a_document_prints_as_json_and_reads_back(document_2025):
    printed = document_2025.model_dump_json(by_alias=True)
    assert json.loads(printed)["dau"]["ten_loai"] == "KẾ HOẠCH"
    assert Document.model_validate_json(printed) == document_2025
