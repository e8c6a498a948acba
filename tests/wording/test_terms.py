"""B21: terms of before the mergers and the two-tier government."""

from datetime import date

import pytest

from docgen.model.finding import Severity
from docgen.rules.lexicon import Term

NOW = {"date": date(2026, 3, 1), "year": 2026, "type_name": "Kế hoạch"}


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("UBND các huyện, thị xã, thành phố phối hợp", "UBND các huyện, thị xã, thành phố"),
        ("tại các xã, phường, thị trấn trên địa bàn", "các xã, phường, thị trấn"),
        ("cán bộ cấp huyện", "cấp huyện"),
        ("UBND TỈNH BÌNH ĐỊNH", "TỈNH BÌNH ĐỊNH"),
        ("thị xã Hoài Nhơn", "thị xã Hoài Nhơn"),
        ("Phòng Nội vụ huyện Hoài Ân", "huyện Hoài Ân"),
        ("TP. Quy Nhơn", "TP. Quy Nhơn"),
        ("Sở Lao động – Thương binh và Xã hội", "Sở Lao động – Thương binh và Xã hội"),
        ("Uỷ ban nhân dân huyện", "Uỷ ban nhân dân huyện"),
        ("dịch vụ công trực tuyến mức độ 4", "dịch vụ công trực tuyến mức độ 4"),
        ("tỉnh Hoà Bình", "tỉnh Hoà Bình"),
    ],
)
def test_an_old_term_is_told_with_the_new(hits, words, found):
    (hit,) = hits("B21", words, **NOW)
    assert (hit.found, hit.severity) == (found, None)
    assert f"“{found}” là cách gọi cũ, đã thay từ ngày" in hit.message
    assert f"Hãy ghi: {hit.expected}." in hit.message


@pytest.mark.parametrize("words", ["Thanh tra Sở", "Ban Tôn giáo", "Sở Giao thông vận tải"])
def test_what_depends_on_the_office_is_a_remark(hits, words):
    (hit,) = hits("B21", words, **NOW)
    assert hit.severity is Severity.INFO


@pytest.mark.parametrize(
    "words",
    [
        "UBND các xã, phường, đặc khu; cấp xã; tỉnh Gia Lai; phường Hoài Nhơn",
        "tỉnh Bình Định (cũ)",
        "trên cơ sở sáp nhập tỉnh Bình Định và tỉnh Gia Lai",
        "Quyết định số 12/QĐ-UBND ngày 05/3/2023 của UBND tỉnh Bình Định về giao biên chế cho UBND cấp huyện",
        "Trung tâm Phục vụ hành chính công tỉnh; Trung tâm Phục vụ hành chính công cấp xã",
        "thị trấnX",
    ],
)
def test_new_terms_and_the_past_are_left_alone(hits, words):
    assert not hits("B21", words, **NOW)


@pytest.mark.parametrize(
    ("day", "found"),
    [
        (date(2025, 2, 28), []),
        (date(2025, 3, 1), ["Sở Giao thông vận tải"]),
        (date(2025, 6, 30), ["Sở Giao thông vận tải"]),
        (date(2025, 7, 1), ["Sở Giao thông vận tải", "cấp huyện"]),
    ],
)
def test_departments_merged_before_districts_ended(hits, day, found):
    words = "Sở Giao thông vận tải phối hợp với cấp huyện"
    assert [hit.found for hit in hits("B21", words, **NOW | {"date": day})] == found


def test_a_citation_ends_with_its_sentence(hits):
    words = "Theo Quyết định số 12/QĐ-UBND ngày 05/3/2023 của UBND tỉnh Bình Định. Giao cấp huyện thực hiện."
    assert [hit.found for hit in hits("B21", words, **NOW)] == ["cấp huyện"]


def test_the_centre_needs_its_level(hits):
    (hit,) = hits("B21", "hồ sơ tại Trung tâm Phục vụ hành chính công.", **NOW)
    assert "chưa ghi rõ cấp tỉnh hay cấp xã" in hit.message
    assert "(cũ)" not in hit.message


def test_one_term_is_told_once_a_text(hits):
    assert len(hits("B21", "cấp huyện và cấp huyện; thị trấn", **NOW)) == 2


@pytest.mark.parametrize("context", [{}, {"date": date(2025, 6, 30)}, {"year": 2024}])
def test_before_the_change_the_term_is_right(hits, context):
    assert not hits("B21", "cấp huyện", **context)


def test_an_office_adds_its_own_terms(hits):
    own = Term(old=("Phòng CCVC",), new="Phòng Công chức", since=date(2026, 1, 1), sure=True, source="Sở")
    (hit,) = hits("B21", "giao Phòng CCVC", terms=(own,), **NOW)
    assert hit.expected == "Phòng Công chức"
