"""Dates as the decree and the plan of 2025 write them."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docgen.language.dates import blank_date, last_day_of_month, long_date, parse_date, short_date


@pytest.mark.parametrize(
    ("day", "formal", "short"),
    [
        (date(2025, 1, 5), "ngày 05 tháng 01 năm 2025", "05/01/2025"),
        (date(2022, 2, 10), "ngày 10 tháng 02 năm 2022", "10/02/2022"),
        (date(2023, 8, 7), "ngày 07 tháng 8 năm 2023", "07/8/2023"),
        (date(2023, 9, 14), "ngày 14 tháng 9 năm 2023", "14/9/2023"),
        (date(2023, 12, 6), "ngày 06 tháng 12 năm 2023", "06/12/2023"),
        (date(2024, 12, 24), "ngày 24 tháng 12 năm 2024", "24/12/2024"),
    ],
)
def test_both_forms(day, formal, short):
    assert (long_date(day), short_date(day)) == (formal, short)


@given(st.dates(min_value=date(1000, 1, 1)))
def test_both_forms_are_read_back(day):
    assert parse_date(long_date(day)) == parse_date(short_date(day)) == day


@pytest.mark.parametrize(
    "text",
    [
        "5/3/2020",
        "05/03/2020",
        "05-03-2020",
        "5.3.2020",
        "Ngày 5 tháng 03 năm 2020",
        " ngày  05 tháng 3\nnăm 2020 ",
    ],
)
def test_other_spellings_are_read_too(text):
    assert parse_date(text) == date(2020, 3, 5)


def test_a_draft_leaves_room_for_the_pen():
    assert blank_date(2024) == "ngày     tháng     năm 2024"
    assert blank_date(None) == "ngày     tháng     năm    "


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("31/4/2025", "tháng 4 năm 2025 chỉ có ngày 1 đến 30"),
        ("29/02/2025", "tháng 2 năm 2025 chỉ có ngày 1 đến 28"),
        ("00/5/2025", "tháng 5 năm 2025 chỉ có ngày 1 đến 31"),
        ("ngày 05 tháng 13 năm 2025", "một năm chỉ có tháng 1 đến tháng 12"),
        ("05/0/2025", "một năm chỉ có tháng 1 đến tháng 12"),
        ("05/01/0000", "không có năm 0000"),
    ],
)
def test_dates_of_no_calendar(text, reason):
    with pytest.raises(ValueError, match=f"không có trong lịch: {reason}"):
        parse_date(text)


@pytest.mark.parametrize("text", ["", "hôm nay", "05/01", "05/01/25", "05/01-2025", "ngày tháng năm 2024"])
def test_what_is_no_date(text):
    with pytest.raises(ValueError, match=f"“{text}” không phải ngày; hãy viết như 05/01/2025"):
        parse_date(text)


@pytest.mark.parametrize("month", range(1, 13))
def test_the_day_after_the_last_of_a_month_is_a_first(month):
    assert (last_day_of_month(month, 2024) + timedelta(days=1)).day == 1
