"""The documents that a text cites, those of the 2025 plan first."""

import time
from datetime import date
from pathlib import Path

import pytest

from docgen.model.citation import Citation, find_citations

SOURCE = Path(__file__).parents[1] / "data" / "ke-hoach-cchc-2025.txt"
PLAN_2025 = [
    (
        "Quyết định số 4447/QĐ-UBND ngày 24/12/2024 của Ủy ban nhân dân (UBND) tỉnh ban hành Kế hoạch",
        ("Quyết định", "4447/QĐ-UBND", date(2024, 12, 24), "Ủy ban nhân dân (UBND) tỉnh"),
    ),
    (
        "chỉ tiêu đề ra theo Quyết định số 3416/QĐ-UBND ngày 14/9/2023 của UBND tỉnh.",
        ("Quyết định", "3416/QĐ-UBND", date(2023, 9, 14), "UBND tỉnh"),
    ),
    (
        "thực hiện Kế hoạch số 1646/KH-SNV ngày 19/9/2023 của Sở Nội vụ về thực hiện",
        ("Kế hoạch", "1646/KH-SNV", date(2023, 9, 19), "Sở Nội vụ"),
    ),
    (
        "về thực hiện Kế hoạch số 153/KH-UBND ngày 07/8/2023 của UBND tỉnh",
        ("Kế hoạch", "153/KH-UBND", date(2023, 8, 7), "UBND tỉnh"),
    ),
    (
        "thực hiện Kế hoạch số 153/KH-UBND ngày 07/9/2023 của UBND tỉnh về triển khai",
        ("Kế hoạch", "153/KH-UBND", date(2023, 9, 7), "UBND tỉnh"),
    ),
    (
        "thực hiện Nghị quyết số 04/NQ-CP ngày 10/02/2022 của Chính phủ về đẩy mạnh phân cấp",
        ("Nghị quyết", "04/NQ-CP", date(2022, 2, 10), "Chính phủ"),
    ),
    (
        "sửa đổi Nghị quyết số 41/2023/NQ-HĐND ngày 06/12/2023 của HĐND tỉnh quy định chức danh",
        ("Nghị quyết", "41/2023/NQ-HĐND", date(2023, 12, 6), "HĐND tỉnh"),
    ),
]
LAW_2025 = "theo quy định của Luật ban hành văn bản quy phạm pháp luật."


def only(text):
    (citation,) = find_citations(text)
    assert text[citation.start : citation.end] == citation.text
    return citation


@pytest.mark.parametrize(("text", "expected"), PLAN_2025)
def test_the_citations_of_the_plan(text, expected):
    found = only(text)
    assert (found.type, found.number_symbol, found.date, found.issuer) == expected
    assert found.text.startswith(f"{found.type} số {found.number_symbol}")
    assert found.text.endswith(found.issuer)


def test_the_law_of_the_plan():
    assert only(LAW_2025) == Citation(
        type="Luật",
        title="ban hành văn bản quy phạm pháp luật",
        text="Luật ban hành văn bản quy phạm pháp luật",
        start=18,
    )


def test_all_are_found_in_their_order():
    text = "\n".join([*(text for text, _ in PLAN_2025), LAW_2025])
    found = find_citations(text)
    assert [each.number_symbol for each in found] == [*(symbol for _, (_, symbol, *_) in PLAN_2025), ""]
    assert [text[each.start : each.end] for each in found] == [each.text for each in found]


def test_nothing_else_is_found_in_the_whole_plan():
    found = find_citations(SOURCE.read_text("utf-8"))
    expected = {(type_name, symbol, day) for _, (type_name, symbol, day, _) in PLAN_2025} | {
        ("Luật", "", None)
    }
    assert {(each.type, each.number_symbol, each.date) for each in found} == expected
    assert len(found) == 8


@pytest.mark.parametrize(
    ("text", "type_name", "number_symbol", "issuer"),
    [
        ("Nghị định 30/2020/NĐ-CP của Chính phủ", "Nghị định", "30/2020/NĐ-CP", "Chính phủ"),
        ("Nghị quyết số 57-NQ/TW của Bộ Chính trị", "Nghị quyết", "57-NQ/TW", "Bộ Chính trị"),
        ("công văn số 4625/BNV-CCHC", "Công văn", "4625/BNV-CCHC", ""),
        ("CÔNG VĂN số: 4625/BNV\u2011CCHC", "Công văn", "4625/BNV-CCHC", ""),
        ("Thông tư liên\u00a0tịch số 01/2019/TTLT-BNV-BTC", "Thông tư liên tịch", "01/2019/TTLT-BNV-BTC", ""),
        ("Quyết định số 28/2018/QĐ-TTg", "Quyết định", "28/2018/QĐ-TTg", ""),
        ("Luật số 64/2025/QH15 của Quốc hội", "Luật", "64/2025/QH15", "Quốc hội"),
        ("Thông tư số 05/2025/TT-BNV của Bộ Nội vụ và các sở", "Thông tư", "05/2025/TT-BNV", "Bộ Nội vụ"),
        (
            "Kế hoạch số 9/KH-BGDĐT của Bộ Giáo dục và Đào tạo, năm 2025",
            "Kế hoạch",
            "9/KH-BGDĐT",
            "Bộ Giáo dục và Đào tạo",
        ),
        (
            "Quyết định số 12/QĐ-UBND của Ủy ban nhân dân tỉnh Bình Định (sau đây gọi là Quyết định)",
            "Quyết định",
            "12/QĐ-UBND",
            "Ủy ban nhân dân tỉnh Bình Định",
        ),
    ],
)
def test_other_numbers_types_and_issuers(text, type_name, number_symbol, issuer):
    found = only(text)
    assert (found.type, found.number_symbol, found.issuer) == (type_name, number_symbol, issuer)


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("ngày 05 tháng 3 năm 2020", date(2020, 3, 5)),
        (", ngày 5/3/2020", date(2020, 3, 5)),
        ("ngày 05-03-2020", date(2020, 3, 5)),
        ("ngày 31/02/2020", None),
        ("năm 2020", None),
        ("", None),
    ],
)
def test_the_date_in_every_form(written, day):
    assert only(f"Nghị định số 30/2020/NĐ-CP {written}".replace(" ,", ",")).date == day


@pytest.mark.parametrize(
    ("text", "title", "day"),
    [
        ("Luật Cán bộ, công chức", "Cán bộ, công chức", None),
        ("Luật Phòng, chống tham nhũng năm 2018", "Phòng, chống tham nhũng", None),
        ("Bộ luật Lao động; các luật khác", "Lao động", None),
        ("Luật Tổ chức Chính phủ ngày 18 tháng 02 năm 2025", "Tổ chức Chính phủ", date(2025, 2, 18)),
        ("Luật Lưu trữ ngày 21/6/2024 của Quốc hội", "Lưu trữ", date(2024, 6, 21)),
        ("Luật Viên chức được sửa đổi", "Viên chức", None),
    ],
)
def test_laws_are_cited_by_title(text, title, day):
    found = only(text)
    assert (found.title, found.date) == (title, day)


def test_a_law_may_have_title_and_number():
    found = only("Luật Tổ chức chính quyền địa phương số 72/2025/QH15 ngày 16/6/2025")
    assert (found.title, found.number_symbol, found.date) == (
        "Tổ chức chính quyền địa phương",
        "72/2025/QH15",
        date(2025, 6, 16),
    )


def test_two_laws_in_one_breath():
    found = find_citations("Luật Cán bộ, công chức và Luật Viên chức")
    assert [law.title for law in found] == ["Cán bộ, công chức", "Viên chức"]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Kế hoạch này",
        "Đề án 06 của tỉnh",
        "pháp luật của nhà nước",
        "Luật này",
        "Luật sư Hải",
        "Số: 05/KH-SNV",
    ],
)
def test_what_is_no_citation(text):
    assert find_citations(text) == ()


@pytest.mark.parametrize("piece", ["Luật ", "Luật a, ", " ", "Quyết định số ", "Luật a của b ", "9/A-"])
def test_long_texts_take_no_time(piece):
    started = time.process_time()
    find_citations(f"Luật {piece * (20_000 // len(piece))}")
    assert time.process_time() - started < 2
