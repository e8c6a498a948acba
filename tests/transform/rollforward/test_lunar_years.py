"""Names of lunar years are asked about, with the name of the new year at hand."""

import pytest

from docgen.transform.rollforward.lunar_years import lunar_name
from docgen.transform.rollforward.years import moved_years


@pytest.mark.parametrize(
    ("year", "name"),
    [(1945, "Ất Dậu"), (1968, "Mậu Thân"), (1984, "Giáp Tý"), (2023, "Quý Mão"), (2025, "Ất Tỵ")],
)
def test_a_lunar_year_has_its_name(year, name):
    assert lunar_name(year) == name


@pytest.mark.parametrize(
    ("text", "quote", "replacement"),
    [
        ("Trực Tết Nguyên đán Ất Tỵ", "Ất Tỵ", "Bính Ngọ"),
        ("Vui xuân Ất Tị năm 2025", "Ất Tị", "Bính Ngọ"),
        ("MỪNG XUÂN ẤT TỴ 2025", "ẤT TỴ", "BÍNH NGỌ"),
        ("Tết Ất Tỵ, xuân Ất Tỵ", "Tết Ất Tỵ", "Tết Bính Ngọ"),
        ("Chuẩn bị Tết Bính Ngọ", "Bính Ngọ", "Đinh Mùi"),
        ("Tổng kết dịp Tết Giáp Thìn", "Giáp Thìn", "Ất Tỵ"),
    ],
)
def test_the_name_of_a_lunar_year_is_asked_about(text, quote, replacement):
    doubt = moved_years(text, 2025, 2026).doubts[0]
    assert (doubt.quote, doubt.replacement) == (quote, replacement)
    assert moved_years(text, 2025, 2026).text.count(doubt.quote) == 1


@pytest.mark.parametrize("text", ["Tết Mậu Thân 1968", "Khu phố Tân Mùi", "Hằng quý, Tỵ nạn"])
def test_other_names_are_left_alone(text):
    assert not [doubt for doubt in moved_years(text, 2025, 2026).doubts if "âm lịch" in doubt.reason]
