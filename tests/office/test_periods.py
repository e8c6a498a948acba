"""Periods: opened with what every unit owes, extended in order, closed, opened again for one unit."""

from datetime import date

import pytest
from answering import Q1, UNIT, coordinator, opened, reporter, send, task
from offices import at, desk_of
from sqlalchemy import delete, select

from docgen.errors import ConflictError, InvalidInputError, MissingError
from docgen.model.calendar import DisorderedDatesError
from docgen.model.collecting import PeriodState, SubmissionState
from docgen.model.obligation import Duty
from docgen.model.results import Punctuality
from docgen.office import agency, periods
from docgen.office.submissions import board, return_submission, save_row, sent, unit_page
from docgen.office.submissions.subject import subject_of
from docgen.store import tables
from docgen.transform.reporting import add_up

CLOSED = "2025-03-21 08:00"
ANSWER = {"tinh_trang": "dang_thuc_hien", "ket_qua": "Đang làm."}


def state_of(store, unit=UNIT):
    with store.reading() as session:
        return next(one.state for one in board(coordinator(session), Q1).units if one.unit == unit)


def close(store, moment=CLOSED):
    with store.writing() as session:
        periods.close(coordinator(session, moment), Q1)


def write(store, moment):
    with store.writing() as session:
        row = unit_page(reporter(session, moment), Q1, UNIT).row(task("ra-soat-vbqppl"))
        return save_row(reporter(session, moment), Q1, UNIT, row.name, ANSWER, row.version)


def test_a_period_opens_with_what_every_unit_owes(founded):
    units = opened(founded)
    with founded.reading() as session:
        owed = [*session.scalars(select(tables.Obligation))]
        kept = {one.unit_id for one in session.scalars(select(tables.Submission))}
    assert kept == {*units} >= {one.unit_id for one in owed}
    assert {one.duty for one in owed} == {*Duty}
    assert UNIT in units


def test_it_opens_once(office):
    with office.writing() as session, pytest.raises(ConflictError, match="đã mở từ trước"):
        periods.open_period(coordinator(session), Q1)


def test_what_was_done_before_is_not_asked_again(half_year):
    with half_year.reading() as session:
        rows = {row.name.key for row in unit_page(reporter(session), "2025-6T", UNIT).rows}
    assert "pho-bien-giao-duc-phap-luat" not in rows
    assert "ra-soat-vbqppl" in rows


@pytest.mark.parametrize(
    ("moment", "opens"), [("2025-02-10 08:00", date(2025, 2, 10)), ("2025-03-05 08:00", date(2025, 2, 28))]
)
def test_it_may_be_opened_before_its_day_and_after(sqlite_founded, moment, opens):
    opened(sqlite_founded, moment=moment)
    with sqlite_founded.reading() as session:
        assert periods.period_of(session, Q1).dates.opens == opens


def test_periods_not_yet_open_follow_the_calendar(sqlite_founded):
    with sqlite_founded.writing() as session:
        desk = coordinator(session)
        periods.open_period(coordinator(session, "2025-06-02 07:00"), "2025-6T")
        agency.settle(desk, agency.CALENDAR, {"quy_dinh_chung": {"so_ngay_don_vi_gui": 3}})
        planned = periods.plan_periods(desk, 2025)
        assert planned[1].dates.unit_due == date(2025, 6, 17), "as it was when it opened"
        assert [view.code for view in planned] == ["2025-Q1", "2025-6T", "2025-Q3", "2025-9T", "2025-N"]
        assert planned[0].dates.unit_due == date(2025, 3, 19)


def test_no_plan_no_periods(sqlite_founded):
    with sqlite_founded.writing() as session, pytest.raises(MissingError, match="kế hoạch năm 2031"):
        periods.plan_periods(coordinator(session), 2031)
    with sqlite_founded.reading() as session, pytest.raises(MissingError, match="2031-Q1"):
        periods.period_of(session, "2031-Q1")


def test_a_deadline_is_moved_with_a_reason(office):
    with office.writing() as session:
        desk = coordinator(session)
        days = {"unit_due": date(2025, 3, 20), "due": date(2025, 3, 25), "closes": date(2025, 3, 25)}
        moved = periods.extend(desk, Q1, days, "Sở chuyển trụ sở")
        assert moved.dates.closes == date(2025, 3, 25)
        entry = session.scalars(select(tables.AuditEntry).order_by(tables.AuditEntry.id.desc())).first()
    assert entry.action == "gia-han"
    assert entry.detail["before"]["unit_due"] == "2025-03-18"
    assert entry.detail["reason"] == "Sở chuyển trụ sở"


@pytest.mark.parametrize(
    ("days", "reason", "error", "told"),
    [
        ({"unit_due": date(2025, 3, 24)}, "Lý do", DisorderedDatesError, "Hạn gửi báo cáo"),
        ({"closes": date(2025, 3, 17)}, "Lý do", DisorderedDatesError, "Ngày đóng kỳ"),
        ({"closes": date(2026, 3, 17)}, "Lý do", InvalidInputError, "xa kỳ"),
        ({"closes": date(2025, 3, 25)}, " ", InvalidInputError, "lý do"),
    ],
)
def test_a_deadline_moved_wrongly_is_refused(office, days, reason, error, told):
    with office.writing() as session, pytest.raises(error, match=told):
        periods.extend(coordinator(session), Q1, days, reason)
    with office.reading() as session:
        assert periods.period_of(session, Q1).dates.unit_due == date(2025, 3, 18)


def test_what_is_past_is_no_new_deadline(office):
    with office.writing() as session, pytest.raises(InvalidInputError, match="đã qua"):
        periods.extend(coordinator(session, CLOSED), Q1, {"closes": date(2025, 3, 20)}, "Lý do")


def test_a_period_that_closes_locks_what_is_not_sent(filled):
    send(filled)
    close(filled)
    assert state_of(filled) is SubmissionState.SENT
    assert state_of(filled, "thanh-tra") is SubmissionState.LOCKED


def test_after_the_last_day_nothing_is_written_though_nobody_closed_it(office):
    write(office, "2025-03-20 23:59:59.999")
    with pytest.raises(ConflictError, match="đã đóng"):
        write_something_else(office, "2025-03-21 00:00:00")


def write_something_else(store, moment):
    with store.writing() as session:
        save_row(reporter(session, moment), Q1, UNIT, task("ra-soat-vbqppl"), ANSWER | {"ly_do": "x"}, 1)


def test_extended_again_it_is_open_again(office):
    close(office)
    with office.writing() as session:
        days = {"unit_due": date(2025, 3, 24), "due": date(2025, 3, 26), "closes": date(2025, 3, 26)}
        view = periods.extend(coordinator(session, CLOSED), Q1, days, "Chờ số liệu")
    assert view.state is PeriodState.OPEN
    assert state_of(office) is SubmissionState.DRAFT
    assert write(office, CLOSED).is_new


def test_an_exception_lets_one_unit_write_until_the_end_of_its_day(office):
    close(office)
    with office.writing() as session:
        periods.except_unit(coordinator(session, CLOSED), Q1, UNIT, date(2025, 3, 24), "Mất điện")
    assert state_of(office) is SubmissionState.DRAFT
    assert state_of(office, "thanh-tra") is SubmissionState.LOCKED
    assert write(office, "2025-03-24 23:59:59.999").is_new
    with pytest.raises(ConflictError, match="đã đóng"):
        write_something_else(office, "2025-03-25 00:00:00")


def test_what_comes_by_an_exception_is_taken_into_the_report(filled):
    close(filled)
    with filled.writing() as session:
        periods.except_unit(coordinator(session, CLOSED), Q1, UNIT, date(2025, 3, 24), "Mất điện")
    send(filled, moment="2025-03-24 16:00", late_reason="Mất điện")
    with filled.reading() as session:
        subject = subject_of(session, periods.period_of(session, Q1))
        received = sent(session, subject.period.period).received
    plan, organisation, period = subject.plan, subject.organisation, subject.period.period
    results = add_up(plan, organisation, period, received, subject.calendar, subject.forms)
    assert results.received[0].punctuality is Punctuality.LATE


def test_what_was_sent_is_returned_after_closing_by_an_exception(filled):
    send(filled)
    close(filled)
    with filled.writing() as session:
        desk = coordinator(session, CLOSED)
        with pytest.raises(ConflictError, match="mở khóa cho đơn vị"):
            return_submission(desk, Q1, UNIT, "Sai số liệu", {})
        periods.except_unit(desk, Q1, UNIT, date(2025, 3, 24), "Sửa số liệu")
        return_submission(desk, Q1, UNIT, "Sai số liệu", {})
    assert send(filled, moment="2025-03-24 16:00").round == 2


def test_when_its_exception_has_ended_a_unit_is_locked_again(office):
    close(office)
    with office.writing() as session:
        periods.except_unit(coordinator(session, CLOSED), Q1, UNIT, date(2025, 3, 24), "Mất điện")
        assert periods.due_today(session, date(2025, 3, 24)).to_lock == ()
        assert periods.due_today(session, date(2025, 3, 25)).to_lock == ((Q1, UNIT),)
    with office.writing() as session:
        assert periods.lock_expired(coordinator(session, "2025-03-25 07:00"), Q1) == (UNIT,)
        assert periods.lock_expired(coordinator(session, "2025-03-25 07:00"), Q1) == ()
    assert state_of(office) is SubmissionState.LOCKED


def test_an_exception_given_before_closing_holds_and_can_be_prolonged(office):
    with office.writing() as session:
        periods.except_unit(coordinator(session), Q1, UNIT, date(2025, 3, 24), "Đi công tác")
        periods.except_unit(coordinator(session), Q1, UNIT, date(2025, 3, 26), "Đi công tác thêm")
    close(office)
    assert state_of(office) is SubmissionState.DRAFT
    with office.reading() as session:
        timing = unit_page(reporter(session, CLOSED), Q1, UNIT).timing
    assert (timing.until, timing.exception) == (date(2025, 3, 26), "Đi công tác thêm")


@pytest.mark.parametrize(
    ("unit", "until", "reason", "error"),
    [
        (UNIT, date(2025, 3, 24), "", InvalidInputError),
        (UNIT, date(2025, 3, 19), "Mất điện", InvalidInputError),
        ("khong-co", date(2025, 3, 24), "Mất điện", MissingError),
    ],
)
def test_an_exception_needs_a_unit_a_day_and_a_reason(office, unit, until, reason, error):
    with office.writing() as session, pytest.raises(error):
        periods.except_unit(coordinator(session), Q1, unit, until, reason)


def test_once_its_report_is_issued_nothing_changes_any_more(filled):
    send(filled)
    with filled.writing() as session:
        periods.mark_issued(desk_of(session, "van_thu", now=at(CLOSED)), Q1)
        assert {one.state for one in session.scalars(select(tables.Submission))} == {SubmissionState.LOCKED}
        desk = coordinator(session, CLOSED)
        for act in (
            lambda: periods.close(desk, Q1),
            lambda: periods.extend(desk, Q1, {"closes": date(2025, 4, 1)}, "Lý do"),
            lambda: periods.except_unit(desk, Q1, UNIT, date(2025, 4, 1), "Lý do"),
        ):
            with pytest.raises(ConflictError):
                act()


def test_a_period_never_opened_is_not_issued(sqlite_founded):
    with sqlite_founded.writing() as session, pytest.raises(ConflictError, match="chưa mở"):
        periods.mark_issued(coordinator(session), Q1)
    with sqlite_founded.reading() as session, pytest.raises(MissingError, match="chưa mở"):
        unit_page(reporter(session), Q1, UNIT)


def test_what_a_day_asks_for(office):
    with office.reading() as session:
        assert periods.due_today(session, date(2025, 3, 20)).to_close == ()
        assert periods.due_today(session, date(2025, 3, 21)).to_close == (Q1,)
        assert periods.due_today(session, date(2025, 6, 2)).to_open == ("2025-6T",)
        assert periods.due_today(session, date(2025, 7, 1)).to_open == ()


def test_a_period_not_yet_open_is_about_the_newest_plan(sqlite_founded):
    with sqlite_founded.writing() as session:
        view = periods.period_of(session, "2025-N")
        assert subject_of(session, view).plan.year == 2025
        session.execute(delete(tables.PlanVersion))
        with pytest.raises(MissingError, match="kế hoạch năm 2025"):
            subject_of(session, view)


def test_units_do_not_move_deadlines(office):
    with office.writing() as session, pytest.raises(MissingError):
        periods.close(reporter(session), Q1)
