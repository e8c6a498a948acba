"""Words of a report on administrative reform."""

import pytest

from docgen.model.submission import Steering
from docgen.rules.report_words import point_of, points, within, written_out


def test_points_are_those_that_submissions_name():
    assert [one.heading for one in points()] == [one.value for one in Steering]


@pytest.mark.parametrize(
    ("task", "heading"),
    [
        ("Kiểm tra cải cách hành chính năm 2025", "kiem_tra"),
        ("Truyền thông về cải cách hành chính", "tuyen_truyen"),
        ("Triển khai chấm điểm Chỉ số cải cách hành chính", "sang_kien"),
        ("Thực hiện chế độ báo cáo định kỳ", "chi_dao"),
    ],
)
def test_a_task_belongs_under_a_point_by_its_words(task, heading):
    assert point_of(task).heading == heading


@pytest.mark.parametrize(
    ("name", "full"),
    [
        ("UBND tỉnh Gia Lai", "Ủy ban nhân dân tỉnh Gia Lai"),
        ("HĐND xã", "Hội đồng nhân dân xã"),
        ("Bộ Nội vụ", "Bộ Nội vụ"),
        ("", ""),
    ],
)
def test_names_are_written_out(name, full):
    assert written_out(name) == full


@pytest.mark.parametrize(
    ("text", "inside"),
    [
        ("Đã xong", "đã xong"),
        ("Công bố cùng Hội nghị", "công bố cùng Hội nghị"),
        ("Công đoàn chưa họp", "Công đoàn chưa họp"),
        ("Trung ương chưa họp", "Trung ương chưa họp"),
        ("", ""),
    ],
)
def test_only_what_is_no_name_becomes_small(text, inside):
    assert within(text) == inside
