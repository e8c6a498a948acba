"""Working days in Viet Nam, judged by lists from the calendar and by counting day after day."""

from datetime import date, timedelta

import pytest

from docgen.language.dates import parse_date
from docgen.model.calendar import OfficeCalendar
from docgen.rules.working_days import WorkingDays

LAW = WorkingDays()

OFF_IN_WEEKS = {
    2024: "01/01 08/02 09/02 12/02 13/02 14/02 18/4 29/4 30/4 01/5 02/9 03/9",
    2025: "01/01 27/01 28/01 29/01 30/01 31/01 07/4 30/4 01/5 02/5 01/9 02/9",
    2026: "01/01 16/02 17/02 18/02 19/02 20/02 27/4 30/4 01/5 31/8 01/9 02/9 24/11",
}
WORKED_IN_WEEKENDS = {2024: "04/5", 2025: "26/4", 2026: "22/8"}
"""Days other than Saturdays and Sundays that were off, and those that were worked, by the state's notices."""


def days(written, year):
    return {parse_date(f"{day}/{year}") for day in written.split()}


def every_day(year):
    return [
        date(year, 1, 1) + timedelta(number)
        for number in range((date(year + 1, 1, 1) - date(year, 1, 1)).days)
    ]


@pytest.mark.parametrize("year", OFF_IN_WEEKS)
def test_a_year_of_the_state(year):
    off = {day for day in every_day(year) if not LAW.is_working_day(day)}
    weekends = {day for day in every_day(year) if day.weekday() in {5, 6}}
    assert off - weekends == days(OFF_IN_WEEKS[year], year)
    assert weekends - off == days(WORKED_IN_WEEKENDS[year], year)


def test_a_day_swapped_across_new_year_is_known_in_both_years():
    assert not LAW.is_working_day(date(2018, 12, 31))
    assert LAW.is_working_day(date(2019, 1, 5))


@pytest.mark.parametrize(
    ("day", "count", "expected"),
    [
        ("14/3/2025", 2, "18/3/2025"),
        ("14/6/2025", 2, "17/6/2025"),
        ("14/02/2026", 2, "24/02/2026"),
        ("13/02/2026", 1, "23/02/2026"),
        ("23/02/2026", -1, "13/02/2026"),
        ("25/4/2025", 1, "26/4/2025"),
        ("26/4/2025", 1, "28/4/2025"),
        ("29/4/2025", 1, "05/5/2025"),
        ("05/5/2025", -1, "29/4/2025"),
        ("29/4/2026", 1, "04/5/2026"),
        ("28/8/2026", 1, "03/9/2026"),
        ("21/8/2026", 1, "22/8/2026"),
        ("23/11/2026", 1, "25/11/2026"),
        ("24/11/2025", 1, "25/11/2025"),
        ("28/02/2024", 1, "29/02/2024"),
        ("28/02/2024", 2, "01/3/2024"),
        ("28/02/2028", 1, "29/02/2028"),
        ("28/02/2025", 1, "03/3/2025"),
        ("31/12/2025", 1, "02/01/2026"),
        ("01/3/2024", -1, "29/02/2024"),
        ("14/6/2025", 0, "14/6/2025"),
    ],
)
def test_working_days_are_counted_without_the_day_itself(day, count, expected):
    assert LAW.add(parse_date(day), count) == parse_date(expected)


@pytest.mark.parametrize("year", [2024, 2025, 2026])
def test_counting_day_after_day_comes_to_the_same(year):
    off = days(OFF_IN_WEEKS[year], year)
    worked = days(WORKED_IN_WEEKENDS[year], year)
    working = [day for day in every_day(year) if day in worked or (day.weekday() < 5 and day not in off)]
    for start in every_day(year)[20:-20]:
        after = [day for day in working if day > start]
        before = [day for day in working if day < start]
        assert LAW.add(start, 7) == after[6]
        assert LAW.add(start, -3) == before[-3]
        assert LAW.next(start) == next(day for day in working if day >= start)
        assert LAW.previous(start) == max(day for day in working if day <= start)


def test_an_office_has_days_of_its_own():
    calendar = OfficeCalendar.model_validate(
        {
            "ngay_nghi": [
                {"ngay": "17/3/2025", "ly_do": "Mất điện"},
                {"ngay": "26/4/2025", "ly_do": "Không hoán đổi"},
            ],
            "ngay_lam_viec": [
                {"ngay": "15/3/2025", "ly_do": "Làm bù"},
                {"ngay": "02/5/2025", "ly_do": "Trực"},
            ],
        }
    )
    own = WorkingDays.of(calendar)
    assert own.add(date(2025, 3, 14), 1) == date(2025, 3, 15)
    assert own.add(date(2025, 3, 14), 2) == date(2025, 3, 18)
    assert own.add(date(2025, 4, 25), 1) == date(2025, 4, 28)
    assert own.next(date(2025, 5, 1)) == date(2025, 5, 2)


@pytest.mark.parametrize("year", [2000, 2100])
def test_the_first_and_the_last_year_of_plans_have_their_tet(year):
    tet = {2000: date(2000, 2, 5), 2100: date(2100, 2, 9)}[year]
    assert [LAW.is_working_day(tet + timedelta(count)) for count in (-1, 0, 1, 2)] == [False] * 4
