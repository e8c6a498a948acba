from datetime import date

import pytest
from offices import at, desk_of
from sqlalchemy import select

from docgen.errors import ConflictError
from docgen.model.collecting import PeriodState, SubmissionState
from docgen.office.notices import notices
from docgen.office.reminders import remind, remind_now
from docgen.store.tables import Period, Submission

UNIT = "van-phong"
STILL_A_WEEK = "Báo cáo quý I năm 2025 còn 07 ngày làm việc: hạn gửi là hết ngày 24/3/2025."
LATE = (
    "Báo cáo quý I năm 2025 đã quá hạn gửi ngày 24/3/2025. Báo cáo gửi chậm được nhận đến hết ngày 28/3/2025."
)
"""24/3/2025 is a Monday."""


@pytest.fixture
def session(sqlite_founded):
    """Return the office while quarter I is open and the unit has sent nothing."""
    with sqlite_founded.writing() as session:
        period = session.scalars(select(Period).where(Period.code == "2025-Q1")).one()
        period.state, period.unit_due, period.closes = PeriodState.OPEN, date(2025, 3, 24), date(2025, 3, 28)
        session.add(Submission(period_id=period.id, unit_id=UNIT))
        session.flush()
        yield session


def told(session, role="chuyen_vien_don_vi", unit=UNIT):
    return [one.text for one in notices(desk_of(session, role, unit))]


def remind_on(session, *mornings):
    return [remind(desk_of(session, "dau_moi", now=at(f"{morning} 07:00"))) for morning in mornings]


@pytest.mark.parametrize(
    ("morning", "text"),
    [
        ("2025-03-12", None),
        ("2025-03-13", STILL_A_WEEK),
        ("2025-03-19", "Báo cáo quý I năm 2025 còn 03 ngày làm việc: hạn gửi là hết ngày 24/3/2025."),
        ("2025-03-21", "Báo cáo quý I năm 2025 còn 01 ngày làm việc: hạn gửi là hết ngày 24/3/2025."),
        ("2025-03-24", "Báo cáo quý I năm 2025 đến hạn gửi: chậm nhất hết ngày 24/3/2025."),
        ("2025-03-25", LATE),
    ],
)
def test_a_unit_is_told_how_long_it_has(session, morning, text):
    remind_on(session, morning)
    assert told(session) == ([text] if text else [])


def test_each_reminder_comes_once(session):
    assert remind_on(session, "2025-03-13", "2025-03-13", "2025-03-14", "2025-03-15") == [1, 1, 1, 1]
    assert told(session) == [STILL_A_WEEK]


def test_a_reminder_missed_on_its_day_comes_late_and_says_what_is_left(session):
    remind_on(session, "2025-03-17")
    assert told(session) == ["Báo cáo quý I năm 2025 còn 05 ngày làm việc: hạn gửi là hết ngày 24/3/2025."]


def test_who_has_sent_is_left_in_peace(session):
    session.scalars(select(Submission)).one().state = SubmissionState.SENT
    assert remind_on(session, "2025-03-21", "2025-03-25") == [0, 0]
    assert told(session) == told(session, "dau_moi", None) == []


def test_who_mends_what_came_in_time_is_not_late(session):
    submission = session.scalars(select(Submission)).one()
    submission.state, submission.first_sent_at = SubmissionState.RETURNED, at("2025-03-20 10:00")
    assert remind_on(session, "2025-03-24", "2025-03-25") == [1, 0]


def test_the_office_hears_who_is_late(session):
    remind_on(session, "2025-03-24")
    assert told(session, "dau_moi", None) == []
    remind_on(session, "2025-03-25")
    line = "01 đơn vị chưa gửi báo cáo quý I năm 2025 khi đã quá hạn: Văn phòng Sở."
    assert told(session, "dau_moi", None) == told(session, "lanh_dao", None) == [line]


def test_of_a_period_that_is_not_open_nobody_is_reminded(session):
    session.scalars(select(Period).where(Period.code == "2025-Q1")).one().state = PeriodState.CLOSED
    assert remind_on(session, "2025-03-25") == [0]


def test_of_a_period_that_is_over_nobody_is_reminded(session):
    assert remind_on(session, "2025-03-28", "2025-03-29") == [1, 0]


def test_the_office_reminds_when_it_likes_once_a_day(session):
    desk = desk_of(session, "dau_moi", now=at("2025-03-26 09:00"))
    assert [remind_now(desk, "2025-Q1"), remind_now(desk, "2025-Q1")] == [1, 1]
    assert told(session) == [LATE]
    period = session.scalars(select(Period).where(Period.code == "2025-Q1")).one()
    period.state = PeriodState.CLOSED
    with pytest.raises(ConflictError, match="đang mở"):
        remind_now(desk, "2025-Q1")
