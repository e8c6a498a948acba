"""The periods of reports, their names and days of data; the contents of reform and their names."""

from datetime import date

import pytest

from docgen.check.families.reports.periods import read_period
from docgen.check.settings import DEFAULT
from docgen.model.period import PERIODS, ReportingPeriod
from docgen.rules.reports import (
    YEAR,
    added_to,
    calendar_defaults,
    content_of,
    contents,
    data_window,
    is_cumulative,
    month,
    name_of,
    named_content,
    periods,
    previous_of,
    row_of,
)

EVERY = [ReportingPeriod(year, part) for year in (2024, 2025, 2030) for part in PERIODS]


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


@pytest.mark.parametrize(
    ("period", "name", "previous", "added"),
    [
        ("2025-Q1", "quý I năm 2025", [], None),
        ("2025-6T", "6 tháng đầu năm 2025", ["2025-Q1"], None),
        ("2025-Q3", "quý III năm 2025", ["2025-6T"], "2025-6T"),
        ("2025-9T", "9 tháng năm 2025", ["2025-6T"], None),
        ("2025-N", "năm 2025", ["2025-9T", "2025-Q3", "2025-6T"], None),
    ],
)
def test_a_period_of_reports(period, name, previous, added):
    period = ReportingPeriod.parse(period)
    assert name_of(period) == name
    assert [str(one) for one in previous_of(period)] == previous
    assert added_to(period) == (ReportingPeriod.parse(added) if added else None)
    assert is_cumulative(period) is (added is None)


@pytest.mark.parametrize("period", EVERY, ids=str)
def test_a_period_is_read_back_from_a_subject(period):
    name = name_of(period)
    for written in (name, f"{name[:1].upper()}{name[1:]}", name.upper()):
        read = read_period(f"Kết quả công tác cải cách hành chính {written}", None)
        assert (read.period, read.year, read.name) == (row_of(period), period.year, name)


@pytest.mark.parametrize("period", EVERY, ids=str)
def test_a_period_ends_in_its_last_month_and_is_compared_with_earlier_ones(period):
    assert row_of(period).months[1] == period.last_month
    assert all(previous < period and is_cumulative(previous) for previous in previous_of(period)[:1])
    assert is_cumulative(period) == (data_window(row_of(period), period.year)[0].month == 12)


def test_data_that_are_added_lie_side_by_side():
    (third, half) = (ReportingPeriod(2025, "Q3"), ReportingPeriod(2025, "6T"))
    begins, _ = data_window(row_of(third), 2025)
    _, ends = data_window(row_of(half), 2025)
    assert (begins - ends).days == 1


def test_reports_are_due_on_one_day_for_the_calendar_and_for_the_check():
    assert calendar_defaults().due_day == DEFAULT.report_due_day


@pytest.mark.parametrize(
    ("title", "content", "is_good"),
    [
        ("Công tác chỉ đạo, điều hành", 0, True),
        ("CÔNG TÁC CHỈ ĐẠO ĐIỀU HÀNH", 0, True),
        ("I. CÔNG TÁC CHỈ ĐẠO, ĐIỀU HÀNH CCHC", 0, True),
        ("Chỉ đạo, điều hành", 0, True),
        ("1. Cải cách thể chế", 1, True),
        ("Cải cách thể chế hành chính", 1, False),
        ("Kết quả thực hiện cải cách TTHC", 2, True),
        ("Về thủ tục hành chính", 2, False),
        ("Cải cách tổ chức bộ máy hành chính nhà nước", 3, True),
        ("Cải cách chế độ công vụ: kết quả chủ yếu", 4, True),
        ("Cải cách chế độ công vụ, công chức", 4, False),
        ("Cải cách tài chính công quý I", 5, True),
        ("Cải cách tài chính cong", 5, True),
        ("Xây dựng và phát triển Chính quyền điện tử và Chính quyền số", 6, True),
        ("Xây dựng, phát triên chính quyền điện tử, chính quyền sô hóa", 6, False),
        ("Hiện đại hóa nền hành chính", 6, False),
        ("Mục đích, yêu cầu", None, True),
        ("", None, True),
        ("Cải cách thể chế " + "và các nhiệm vụ khác " * 10, None, True),
    ],
)
def test_a_title_names_a_content(title, content, is_good):
    assert named_content(title) == (content, is_good)
    assert content_of(title) == content


def test_every_spelling_names_its_content():
    for at, row in enumerate(contents()):
        assert [named_content(name) for name in (row.name, *row.also)] == [(at, True)] * (1 + len(row.also))
        assert [named_content(name) for name in row.old] == [(at, False)] * len(row.old)


def test_the_groups_of_the_2025_plan_are_the_contents_in_their_order(plan_2025):
    for part in plan_2025.appendices[0].parts:
        named = [content_of(group.title) for group in part.groups]
        assert named == sorted(named)
        assert None not in named
