"""Every day of every period, by hand; and what an office may settle."""

import pytest

from docgen.language.dates import parse_date, short_date
from docgen.model.calendar import DAYS, DisorderedDatesError, OfficeCalendar
from docgen.model.period import ReportingPeriod
from docgen.rules.reporting_dates import dates_of

LAW = OfficeCalendar()

# opens, data from, data to, units due, report due, closes
BY_HAND = {
    "2025-Q1": "28/02/2025 15/12/2024 14/3/2025 18/3/2025 20/3/2025 20/3/2025",
    "2025-6T": "02/6/2025 15/12/2024 14/6/2025 17/6/2025 20/6/2025 20/6/2025",
    "2025-Q3": "28/8/2025 15/6/2025 14/9/2025 16/9/2025 19/9/2025 19/9/2025",
    "2025-9T": "28/8/2025 15/12/2024 14/9/2025 16/9/2025 19/9/2025 19/9/2025",
    "2025-N": "01/12/2025 15/12/2024 14/12/2025 16/12/2025 19/12/2025 19/12/2025",
    "2026-Q1": "02/3/2026 15/12/2025 14/3/2026 17/3/2026 20/3/2026 20/3/2026",
    "2026-6T": "01/6/2026 15/12/2025 14/6/2026 16/6/2026 19/6/2026 19/6/2026",
    "2026-Q3": "26/8/2026 15/6/2026 14/9/2026 16/9/2026 18/9/2026 18/9/2026",
    "2026-9T": "26/8/2026 15/12/2025 14/9/2026 16/9/2026 18/9/2026 18/9/2026",
    "2026-N": "30/11/2026 15/12/2025 14/12/2026 16/12/2026 18/12/2026 18/12/2026",
}


def told(period, calendar=LAW):
    dates = dates_of(ReportingPeriod.parse(period), calendar)
    return " ".join(short_date(getattr(dates, day)) for day in DAYS)


def office(days=(), **rules):
    return OfficeCalendar.model_validate({"quy_dinh_chung": rules, "ky_bao_cao": list(days)})


@pytest.mark.parametrize("period", BY_HAND)
def test_a_period_has_its_days(period):
    assert told(period) == BY_HAND[period]


def test_dates_say_which_period_they_are_of():
    assert dates_of(ReportingPeriod(2025, "Q1"), LAW).period == ReportingPeriod(2025, "Q1")


@pytest.mark.parametrize(
    ("period", "rules", "day", "expected"),
    [
        ("2025-Q3", {"gap_ngay_nghi": "sau"}, "due", "22/9/2025"),
        ("2025-Q3", {"gap_ngay_nghi": "sau"}, "closes", "22/9/2025"),
        ("2025-Q3", {"gap_ngay_nghi": "giu_nguyen"}, "due", "20/9/2025"),
        ("2025-Q1", {"gap_ngay_nghi": "sau"}, "due", "20/3/2025"),
        ("2025-6T", {"ngay_gui_bao_cao": 31}, "due", "30/6/2025"),
        ("2025-Q1", {"ngay_gui_bao_cao": 31}, "due", "31/3/2025"),
        ("2027-N", {"ngay_gui_bao_cao": 31, "gap_ngay_nghi": "sau"}, "due", "31/12/2027"),
        ("2028-N", {"ngay_gui_bao_cao": 31, "gap_ngay_nghi": "sau"}, "due", "02/01/2029"),
        ("2025-6T", {"so_ngay_don_vi_gui": 1}, "unit_due", "16/6/2025"),
        ("2025-6T", {"so_ngay_don_vi_gui": 5}, "unit_due", "20/6/2025"),
        ("2025-6T", {"so_ngay_mo_truoc": 0}, "opens", "14/6/2025"),
        ("2024-Q1", {"so_ngay_mo_truoc": 11}, "opens", "28/02/2024"),
        ("2024-Q1", {"so_ngay_mo_truoc": 10}, "opens", "29/02/2024"),
        ("2028-Q1", {"so_ngay_mo_truoc": 10}, "opens", "29/02/2028"),
    ],
)
def test_general_rules(period, rules, day, expected):
    dates = dates_of(ReportingPeriod.parse(period), office(**rules))
    assert short_date(getattr(dates, day)) == expected


@pytest.mark.parametrize(
    ("settled", "expected"),
    [
        (
            {"ky": "2025-6T", "han_bao_cao": "18/6/2025"},
            "02/6/2025 15/12/2024 14/6/2025 17/6/2025 18/6/2025 18/6/2025",
        ),
        (
            {"ky": "2025-6T", "dong_ky": "18/6/2025"},
            "02/6/2025 15/12/2024 14/6/2025 17/6/2025 20/6/2025 18/6/2025",
        ),
        (
            {"ky": "2025-6T", "han_bao_cao": "21/6/2025"},
            "02/6/2025 15/12/2024 14/6/2025 17/6/2025 21/6/2025 21/6/2025",
        ),
        (
            {"ky": "2025-6T", "mo_ky": "16/6/2025", "han_don_vi": "16/6/2025", "so_lieu_tu": "01/01/2025"},
            "16/6/2025 01/01/2025 14/6/2025 16/6/2025 20/6/2025 20/6/2025",
        ),
        (
            {"ky": "2026-Q1", "so_lieu_den": "14/02/2026", "ly_do": "Nghỉ Tết"},
            "02/02/2026 15/12/2025 14/02/2026 24/02/2026 20/3/2026 20/3/2026",
        ),
        (
            {"ky": "2026-Q1", "so_lieu_den": "13/02/2026", "han_bao_cao": "27/02/2026"},
            "30/01/2026 15/12/2025 13/02/2026 24/02/2026 27/02/2026 27/02/2026",
        ),
    ],
)
def test_what_is_settled_stays_and_the_rest_follows(settled, expected):
    assert told(settled["ky"], office([settled])) == expected
    assert told("2025-Q1", office([settled])) == BY_HAND["2025-Q1"]


def test_own_days_count_where_days_are_counted():
    off = [{"ngay": "17/6/2025", "ly_do": "Bão"}, {"ngay": "20/6/2025", "ly_do": "Bão"}]
    calendar = OfficeCalendar.model_validate({"ngay_nghi": off})
    assert told("2025-6T", calendar) == "02/6/2025 15/12/2024 14/6/2025 18/6/2025 19/6/2025 19/6/2025"


@pytest.mark.parametrize(
    ("settled", "rules", "said"),
    [
        (
            {"ky": "2025-6T", "so_lieu_den": "20/6/2025"},
            {},
            ["Hạn gửi báo cáo (20/6/2025) phải từ hạn của đơn vị (24/6/2025) trở đi."],
        ),
        (
            {"ky": "2025-6T", "dong_ky": "16/6/2025", "han_bao_cao": "15/6/2025"},
            {},
            [
                "Hạn gửi báo cáo (15/6/2025) phải từ hạn của đơn vị (17/6/2025) trở đi.",
                "Ngày đóng kỳ (16/6/2025) phải từ hạn của đơn vị (17/6/2025) trở đi.",
            ],
        ),
        (
            {"ky": "2025-6T", "han_don_vi": "14/6/2025"},
            {},
            ["Hạn của đơn vị (14/6/2025) phải sau ngày cuối của số liệu (14/6/2025)."],
        ),
        (
            {"ky": "2025-6T", "mo_ky": "18/6/2025"},
            {},
            ["Hạn của đơn vị (17/6/2025) phải từ ngày mở kỳ (18/6/2025) trở đi."],
        ),
        (
            {"ky": "2025-6T", "so_lieu_tu": "03/6/2025"},
            {},
            ["Ngày mở kỳ (02/6/2025) phải từ ngày đầu của số liệu (03/6/2025) trở đi."],
        ),
        (
            {"ky": "2025-6T", "so_lieu_tu": "15/6/2025", "mo_ky": "16/6/2025"},
            {},
            ["Ngày cuối của số liệu (14/6/2025) phải từ ngày đầu của số liệu (15/6/2025) trở đi."],
        ),
        (
            {"ky": "2025-N"},
            {"ngay_gui_bao_cao": 17, "so_ngay_don_vi_gui": 4},
            ["Hạn gửi báo cáo (17/6/2025) phải từ hạn của đơn vị (19/6/2025) trở đi."],
        ),
    ],
)
def test_days_in_a_wrong_order_are_refused(settled, rules, said):
    with pytest.raises(DisorderedDatesError) as error:
        dates_of(ReportingPeriod.parse("2025-6T"), office([settled], **rules))
    assert error.value.message == "Lịch báo cáo của kỳ 2025-6T chưa hợp lý:"
    assert list(error.value.problems) == said


@pytest.mark.parametrize("year", range(2000, 2101))
def test_the_rules_that_hold_everywhere_agree_in_every_year(year):
    for part in ("Q1", "6T", "Q3", "9T", "N"):
        dates = dates_of(ReportingPeriod(year, part), LAW)
        assert dates.due.day <= 20
        assert (dates.data_to, dates.due.month) == (
            parse_date(f"14/{dates.due.month}/{year}"),
            dates.period.last_month,
        )
