"""What the picture of a period shows, and how it is told to one who cannot see it."""

import re

import pytest
from periods_drawn import bar, bars, picture, progress
from pydantic import ValidationError


@pytest.mark.parametrize(
    ("done", "total", "value", "told"),
    [
        (23, 26, "23/26 (88,46%)", "23/26 nhiệm vụ (88,46%)"),
        (0, 3, "0/3 (0%)", "0/3 nhiệm vụ (0%)"),
        (1200, 1200, "1.200/1.200 (100%)", "1.200/1.200 nhiệm vụ (100%)"),
        (0, 0, "không có nhiệm vụ", "không có nhiệm vụ"),
    ],
)
def test_a_bar_tells_part_whole_and_share(done, total, value, told):
    assert bar("Thanh tra", done, total).value() == value
    assert bar("Thanh tra", done, total).told() == told


def test_the_whole_picture_is_told():
    shown = picture(areas=bars("3/4 Cải cách thể chế\n0/0 Tài chính công"), units=bars("1/3 Văn phòng"))
    assert shown.alt_text() == (
        "Biểu đồ: Tiến độ thực hiện kế hoạch cải cách hành chính quý I năm 2025. "
        "Tỷ lệ nhiệm vụ đã hoàn thành theo lĩnh vực: Cải cách thể chế 3/4 nhiệm vụ (75%); "
        "Tài chính công không có nhiệm vụ. "
        "Tỷ lệ nhiệm vụ đã hoàn thành theo đơn vị chủ trì: Văn phòng 1/3 nhiệm vụ (33,33%). "
        "Tiến độ chung so với thời gian trong năm: đã hoàn thành 23/26 nhiệm vụ (88,46%); "
        "thời gian đã qua 90/365 ngày (24,66%)."
    )


def test_groups_without_bars_are_not_told():
    assert picture(areas=(), units=()).alt_text() == (
        "Biểu đồ: Tiến độ thực hiện kế hoạch cải cách hành chính quý I năm 2025. "
        "Tiến độ chung so với thời gian trong năm: đã hoàn thành 23/26 nhiệm vụ (88,46%); "
        "thời gian đã qua 90/365 ngày (24,66%)."
    )


@pytest.mark.parametrize(
    ("done", "total", "told"),
    [(23, 26, "đã hoàn thành 23/26 nhiệm vụ (88,46%)"), (0, 0, "không có nhiệm vụ")],
)
def test_how_far_the_plan_is_in_words(done, total, told):
    assert progress(done, total).told() == told


@pytest.mark.parametrize(
    ("made", "problem"),
    [
        (lambda: bar("Thanh tra", 3, 2), "“Thanh tra”: số nhiệm vụ đã hoàn thành (3) nhiều hơn tổng số (2)"),
        (lambda: progress(done=27), "kế hoạch: số nhiệm vụ đã hoàn thành (27) nhiều hơn tổng số (26)"),
        (lambda: progress(elapsed=366), "thời gian: số ngày đã qua (366) nhiều hơn tổng số (365)"),
    ],
)
def test_a_part_is_not_more_than_its_whole(made, problem):
    with pytest.raises(ValidationError, match=re.escape(problem)):
        made()
