"""B22: years left over in a plan of 2025."""

from datetime import date

import pytest

from docgen.model.finding import Severity
from docgen.wording import Text

PLAN = {"year": 2025, "type_name": "Kế hoạch"}
REPORT = {"year": 2025, "type_name": "Báo cáo"}


def cell(words):
    return Text(words, in_table=True)


@pytest.mark.parametrize(
    "text",
    [
        cell("Tháng 01/2024"),
        cell("Ban hành Kế hoạch: Quý I/2024"),
        cell("Trước ngày 15/12/2024"),
        cell("Trong năm 2024"),
        "Các đơn vị hoàn thành trong năm 2024.",
        "Thời gian thực hiện: từ tháng 01/2024",
        "chậm nhất ngày 30/11/2024",
    ],
)
def test_a_deadline_of_an_older_year_is_stray(hits, text):
    (hit,) = hits("B22", text, **PLAN)
    assert (hit.found, hit.expected, hit.severity) == ("2024", "2025", None)
    assert "hãy sửa thành 2025" in hit.message


def test_each_phase_is_judged(hits):
    found = hits(
        "B22", cell("Ban hành: Tháng 3/2023\nThực hiện: Tháng 6/2025\nTổng kết: Tháng 7/2024"), **PLAN
    )
    assert [hit.found for hit in found] == ["2023", "2024"]


def test_a_document_of_many_years_has_no_stray_ones(hits):
    assert not hits("B22", *[cell(f"Tháng {month}/2024") for month in (3, 6, 9)], **PLAN)
    assert not hits("B22", cell("Tháng 12/2026"), year=2030, type_name="Kế hoạch", date=date(2026, 1, 5))


@pytest.mark.parametrize(
    "words", ["Truyền thông về cải cách hành chính năm 2024", "CÁC NHIỆM VỤ CẢI CÁCH HÀNH CHÍNH NĂM 2024"]
)
def test_a_task_of_the_year_before_is_worth_a_look(hits, words):
    (hit,) = hits("B22", cell(words), **PLAN)
    assert hit.severity is Severity.INFO


@pytest.mark.parametrize(
    "words",
    [
        "Trên đây là Kế hoạch chuyển đổi số năm 2024 của Sở Nội vụ",
        "Sở Nội vụ ban hành Kế hoạch chuyển đổi số năm 2024 như sau:",
    ],
)
def test_a_document_names_itself_with_its_year(hits, words):
    (hit,) = hits("B22", words, "I. MỤC ĐÍCH", **PLAN)
    assert (hit.found, hit.severity) == ("2024", None)


def test_what_a_document_opens_with_is_worth_a_look(hits):
    opening = "Nhằm thực hiện tốt nhiệm vụ chuyển đổi số năm 2024, Sở Nội vụ triển khai như sau:"
    (hit,) = hits("B22", opening, "I. MỤC ĐÍCH, YÊU CẦU", "Nhiệm vụ chuyển đổi số năm 2024.", **PLAN)
    assert (hit.text.words, hit.severity) == (opening, Severity.INFO)


def test_a_subject_of_a_year_that_is_over(hits):
    texts = ("Chuyển đổi số năm 2025", "Năm 2026", "Trong năm 2026", "Quý I/2026")
    (hit,) = hits("B22", *texts, **PLAN, date=date(2026, 1, 12))
    assert (hit.text.words, hit.found, hit.expected) == (texts[0], "2025", "2026")
    assert not hits("B22", *texts[:2], **PLAN, date=date(2026, 1, 12))


@pytest.mark.parametrize(
    "text",
    [
        cell("Tháng 12/2025"),
        cell("Tháng 01/2026"),
        cell("Tháng 3/2027"),
        cell("Quý I"),
        cell("Từ tháng 10/2024 đến tháng 6/2025"),
        cell("Trước Tết: Sau khi có Kế hoạch năm 2024 của UBND tỉnh"),
        cell("15/3/2024"),
        cell("Năm 2024"),
        "I. TÌNH HÌNH THỰC HIỆN NHIỆM VỤ NĂM 2024",
        cell("Trước mắt, các đơn vị tiếp tục thực hiện nhiệm vụ được giao của năm 2024 " * 3),
        cell("Tổ chức tổng kết công tác cải cách hành chính, khen thưởng năm 2024"),
        cell("Công bố kết quả đánh giá Chỉ số cải cách hành chính năm 2024"),
        cell("Triển khai Chương trình giai đoạn 2021-2025"),
        cell("Xây dựng Đề án phát triển nguồn nhân lực đến năm 2022"),
        "Triển khai Quyết định số 12/QĐ-UBND ngày 05/3/2024 của UBND tỉnh về Kế hoạch năm 2024",
        "tăng điểm hơn so với năm 2024",
        "Kết quả đạt được trong năm 2024 là cơ sở để triển khai.",
        "Hoàn thành trong giai đoạn 2021 - 2024",
        "Hoàn thành trong năm 2024 và năm 2025",
        "Bình Định, ngày 05 tháng 12 năm 2024",
        "các nhiệm vụ năm 2024 của Sở",
    ],
)
def test_years_that_belong_are_left_alone(hits, text):
    assert not hits("B22", text, **PLAN)


@pytest.mark.parametrize(
    ("context", "stray"),
    [
        (REPORT, []),
        (REPORT | {"year": 2026}, ["2024"]),
        ({"year": None, "type_name": "Kế hoạch"}, []),
        ({"year": 2025, "type_name": "Quyết định"}, []),
        ({"year": 2025, "type_name": "KẾ HOẠCH"}, ["2024"]),
    ],
)
def test_reports_look_back_and_other_types_are_free(hits, context, stray):
    assert [hit.found for hit in hits("B22", cell("Tháng 12/2024"), **context)] == stray
