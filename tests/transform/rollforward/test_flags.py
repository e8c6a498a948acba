"""What is out of date at the end of the new year is asked about, with the words that could stand instead."""

import pytest

from docgen.transform.rollforward.flags import disagreements, flags, unit_flags

DISTRICTS = "Hướng dẫn Ủy ban nhân dân các huyện, thị xã, thành phố thực hiện"


@pytest.mark.parametrize(
    ("text", "year", "replacement"),
    [
        (DISTRICTS, 2026, "Ủy ban nhân dân các xã, phường"),
        (DISTRICTS, 2025, "Ủy ban nhân dân các xã, phường"),
        ("Các xã, phường, thị trấn báo cáo", 2026, "Các xã, phường"),
        ("trên địa bàn tỉnh Bình Định", 2026, "tỉnh Gia Lai"),
        ("trên địa bàn tỉnh Quảng Nam", 2027, "thành phố Đà Nẵng"),
        ("phối hợp với Sở Kế hoạch và Đầu tư", 2026, "Sở Tài chính"),
        ("nhiệm vụ của cấp huyện", 2026, ""),
        ("thuộc thẩm quyền của UBND cấp huyện", 2026, "UBND cấp xã"),
        ("thuộc thẩm quyền của UBND cấp huyện, cấp xã", 2026, ""),
        ("các xã, phường và các huyện, thị xã, thành phố", 2026, ""),
    ],
)
def test_an_old_term_is_asked_about_with_what_can_stand_for_it(text, year, replacement):
    (doubt,) = flags(text, year)
    assert doubt.replacement == replacement
    assert text.count(doubt.quote) == 1
    assert doubt.concern == "thuat-ngu"


@pytest.mark.parametrize(
    ("text", "year"),
    [
        (DISTRICTS, 2024),
        ("trên địa bàn tỉnh Bình Định", 2024),
        ("trên địa bàn tỉnh Bình Định (cũ)", 2026),
        ("Quyết định số 12/QĐ-UBND ngày 01/02/2023 của UBND tỉnh Bình Định", 2026),
        ("Kế hoạch số 153/KH-UBND ngày 07/8/2023 của UBND tỉnh về triển khai thực hiện phân cấp", 2026),
        ("Tháng 3/2026", 2026),
    ],
)
def test_what_holds_on_the_day_or_belongs_to_a_cited_document_is_left_alone(text, year):
    assert list(flags(text, year)) == []


def test_each_of_two_old_terms_has_a_quote_of_its_own():
    text = "Lập hồ sơ công nhận thị xã Hoài Nhơn; nâng cấp thị xã Hoài Nhơn"
    quotes = [doubt.quote for doubt in flags(text, 2026)]
    assert len(set(quotes)) == 2
    assert all(text.count(quote) == 1 for quote in quotes)


@pytest.mark.parametrize(
    ("text", "quote", "instead"),
    [
        (
            "tỷ lệ dịch vụ công trực tuyến mức độ 3, 4 đạt 60%",
            "dịch vụ công trực tuyến mức độ 3, 4",
            "toàn trình",
        ),
        ("báo cáo UBND thị xã qua Phòng Nội vụ", "UBND thị xã", "UBND xã, phường hoặc UBND tỉnh"),
        ("chỉ đạo của UBND các huyện", "UBND các huyện", "UBND các xã, phường"),
    ],
)
def test_all_the_words_of_an_old_term_are_quoted(text, quote, instead):
    (doubt,) = flags(text, 2026)
    assert doubt.quote == quote
    assert instead in doubt.proposal


def test_what_is_asked_about_already_is_not_asked_about_again():
    assert list(flags("Thanh tra Sở thực hiện", 2026, ["Thanh tra Sở"])) == []


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("theo Nghị định số 61/2018/NĐ-CP ngày 23/4/2018 của Chính phủ", "hết hiệu lực từ ngày 01/7/2025"),
        (
            "Thực hiện Quyết định số 4447/QĐ-UBND ngày 24/12/2024 của UBND tỉnh ban hành Kế hoạch năm 2025",
            "của năm 2025",
        ),
        ("Nghị quyết số 12/NQ-HĐND ngày 10 tháng 12 năm 2024 của HĐND tỉnh về dự toán năm 2025", "năm 2025"),
    ],
)
def test_a_cited_document_that_is_over_is_asked_about_and_not_changed(text, reason):
    (doubt,) = flags(text, 2026)
    assert doubt.concern == "vien-dan"
    assert reason in doubt.reason
    assert doubt.replacement == ""


@pytest.mark.parametrize(
    "text",
    [
        "Nghị quyết số 12/NQ-HĐND ngày 10 tháng 12 năm 2024 của HĐND tỉnh về phí, lệ phí",
        "Đề án số 5/ĐA-UBND ngày 01/02/2022 của UBND tỉnh về phát triển đô thị đến năm 2025",
        "Kế hoạch số 7/KH-UBND ngày 02/3/2021 của UBND tỉnh về chuyển đổi số giai đoạn 2021 - 2025",
        "Kế hoạch số 9/KH-UBND ngày 20/12/2025 của UBND tỉnh về cải cách hành chính năm 2026",
    ],
)
def test_a_cited_document_of_more_than_a_year_or_of_the_new_one_stays(text):
    assert list(flags(text, 2026)) == []


def test_a_law_cited_by_its_year_is_quoted_with_it():
    (doubt,) = flags("Căn cứ Luật Ban hành văn bản quy phạm pháp luật năm 2015 và các nghị định", 2026)
    assert doubt.quote == "Luật Ban hành văn bản quy phạm pháp luật năm 2015"


@pytest.mark.parametrize(("asked", "count"), [((), 1), (["năm 2025"], 0), (["giai đoạn 2026 - 2030"], 1)])
def test_a_year_that_is_asked_about_is_not_said_to_be_of_the_document(asked, count):
    assert len([*flags("Triển khai Nghị quyết số 57-NQ/TW năm 2025", 2026, asked)]) == count


@pytest.mark.parametrize(
    ("name", "known", "replacement", "proposal"),
    [
        ("UBND các huyện, thị xã, thành phố", True, "UBND các xã, phường", "Ghi “UBND các xã, phường”."),
        (
            "UBND các huyện, thị xã, thành phố",
            False,
            "",
            "Ghi “UBND các xã, phường”, sau khi thêm tên này vào danh sách đơn vị.",
        ),
        ("UBND các huyện", False, "", "Ghi tên mới: UBND các xã, phường (và đặc khu, nếu có)."),
    ],
)
def test_the_cell_of_a_unit_is_asked_about_with_a_name_that_may_stand_there(
    name, known, replacement, proposal
):
    (doubt,) = unit_flags(name, 2026, lambda _: known)
    assert (doubt.quote, doubt.replacement, doubt.proposal) == (name, replacement, proposal)


def test_one_document_with_two_dates_is_asked_about_where_it_is_said_otherwise():
    texts = {
        "mo_dau/1": "Kế hoạch số 153/KH-UBND ngày 07/8/2023 của UBND tỉnh",
        "mo_dau/2": "Kế hoạch số 153/KH-UBND ngày 07/9/2023 của UBND tỉnh",
    }
    ((place, doubt),) = disagreements(texts)
    assert place == "mo_dau/2"
    assert doubt.quote == texts["mo_dau/2"]
    assert "07/8/2023" in doubt.reason
