"""What an office may say in its calendar of reports."""

from datetime import date

import pytest
from pydantic import ValidationError

from docgen.model.calendar import DAYS, OfficeCalendar, PeriodDays, ReportingDates, title_of_day
from docgen.model.period import ReportingPeriod


def test_a_calendar_may_say_nothing():
    assert OfficeCalendar.model_validate({}) == OfficeCalendar()
    assert OfficeCalendar().settled(ReportingPeriod(2025, "Q1")) == {}


def test_the_days_of_one_period_are_found():
    days = {"ky": "2025-6T", "han_bao_cao": "18/6/2025", "ly_do": "Công văn số 12/SNV-CCHC"}
    calendar = OfficeCalendar.model_validate({"ky_bao_cao": [days]})
    assert calendar.settled(ReportingPeriod(2025, "6T")) == {"due": date(2025, 6, 18)}
    assert calendar.settled(ReportingPeriod(2026, "6T")) == {}
    assert OfficeCalendar.model_validate(calendar.as_data()) == calendar


def test_every_day_has_a_name():
    assert [title_of_day(day) for day in DAYS] == [
        "ngày mở kỳ",
        "ngày đầu của số liệu",
        "ngày cuối của số liệu",
        "hạn của đơn vị",
        "hạn gửi báo cáo",
        "ngày đóng kỳ",
    ]
    assert set(DAYS) | {"period"} == set(ReportingDates.__dataclass_fields__)
    assert set(DAYS) | {"period", "reason"} == set(PeriodDays.model_fields)


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (
            {"ky_bao_cao": [{"ky": "2025-6T"}, {"ky": "2025-6T"}]},
            "kỳ 2025-6T ghi nhiều lần; hãy gộp lại làm một",
        ),
        (
            {"ngay_nghi": [{"ngay": "02/5/2025", "ly_do": "A"}, {"ngay": "2025-05-02", "ly_do": "B"}]},
            "ngày 02/5/2025 ghi nhiều lần; hãy giữ một",
        ),
        (
            {
                "ngay_nghi": [{"ngay": "26/4/2025", "ly_do": "A"}],
                "ngay_lam_viec": [{"ngay": "26/4/2025", "ly_do": "B"}],
            },
            "ngày 26/4/2025 vừa là ngày nghỉ vừa là ngày làm việc; hãy bỏ ở một danh sách",
        ),
        ({"ngay_nghi": [{"ngay": "26/4/2025", "ly_do": " "}]}, "để trống; hãy điền vào"),
        (
            {"ky_bao_cao": [{"ky": "2025-6T", "dong_ky": "31/6/2025"}]},
            "tháng 6 năm 2025 chỉ có ngày 1 đến 30",
        ),
    ],
)
def test_what_contradicts_itself_is_refused(data, said):
    with pytest.raises(ValidationError) as error:
        OfficeCalendar.model_validate(data)
    assert said in str(error.value)


@pytest.mark.parametrize(
    ("period", "key", "day", "is_near"),
    [
        ("2025-6T", "han_bao_cao", "31/7/2025", True),
        ("2025-6T", "han_bao_cao", "01/8/2025", False),
        ("2025-6T", "han_bao_cao", "20/6/2026", False),
        ("2025-6T", "so_lieu_den", "01/5/2025", True),
        ("2025-6T", "so_lieu_den", "30/4/2025", False),
        ("2025-N", "dong_ky", "31/01/2026", True),
        ("2025-N", "dong_ky", "01/02/2026", False),
        ("2025-Q1", "so_lieu_tu", "01/12/2024", True),
        ("2025-Q1", "so_lieu_tu", "30/11/2024", False),
        ("2025-N", "mo_ky", "15/12/2024", True),
        ("2025-N", "mo_ky", "01/12/2025", True),
        ("2025-Q1", "mo_ky", "01/3/2026", False),
    ],
)
def test_a_day_lies_near_its_period(period, key, day, is_near):
    data = {"ky": period, key: day}
    if is_near:
        assert len(PeriodDays.model_validate(data).settled) == 1
        return
    with pytest.raises(ValidationError, match=f"ở xa kỳ {period}; hãy kiểm tra lại tháng, năm"):
        PeriodDays.model_validate(data)


def test_a_day_of_an_unknown_period_is_not_judged():
    with pytest.raises(ValidationError) as error:
        PeriodDays.model_validate({"ky": "2025-Q2", "dong_ky": "20/6/2025"})
    assert error.value.error_count() == 1
