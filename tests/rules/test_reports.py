"""The days of data of each period, as Nghị định số 09/2019/NĐ-CP, Điều 12 lists them."""

from datetime import date

import pytest

from docgen.rules.reports import YEAR, contents, data_window, month, periods


@pytest.mark.parametrize(
    ("name", "first", "last"),
    [
        ("quý I", date(2025, 12, 15), date(2026, 3, 14)),
        ("quý II", date(2026, 3, 15), date(2026, 6, 14)),
        ("quý III", date(2026, 6, 15), date(2026, 9, 14)),
        ("quý IV", date(2026, 9, 15), date(2026, 12, 14)),
        ("6 tháng đầu năm", date(2025, 12, 15), date(2026, 6, 14)),
        ("6 tháng cuối năm", date(2026, 6, 15), date(2026, 12, 14)),
        ("9 tháng", date(2025, 12, 15), date(2026, 9, 14)),
    ],
)
def test_a_part_of_a_year_has_its_days(name, first, last):
    (row,) = (row for row in periods() if row.name == name)
    assert data_window(row, 2026) == (first, last)


def test_years_and_months_have_their_days():
    assert data_window(YEAR, 2026) == (date(2025, 12, 15), date(2026, 12, 14))
    assert data_window(month(1), 2026) == (date(2025, 12, 15), date(2026, 1, 14))
    assert data_window(month(9), 2026) == (date(2026, 8, 15), date(2026, 9, 14))


def test_no_words_name_two_periods():
    words = [word for row in periods() for word in (row.name, *row.also)]
    assert len(words) == len(set(words))


def test_the_reform_has_its_steering_and_six_contents():
    names = [row.name for row in contents()]
    assert names[0] == "Công tác chỉ đạo, điều hành"
    assert len(names) == 7
    spellings = [word for row in contents() for word in (row.name, *row.also, *row.old)]
    assert len(spellings) == len(set(spellings))
