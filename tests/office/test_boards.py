"""The board: who has sent, in time or late, who has not; of one period and of a year."""

import pytest
from answering import Q1, UNIT, brought, coordinator, opened, reporter, send
from offices import desk_of

from docgen.errors import MissingError
from docgen.model.collecting import SubmissionState
from docgen.model.outcome import Status
from docgen.model.results import Punctuality
from docgen.office import submissions
from docgen.office.submissions import board, boards, last_acts


def test_the_numbers_of_a_board_count_every_unit_once(founded):
    opened(founded)
    brought(founded, moment="2025-03-19 10:00")
    with founded.writing() as session:
        desk = coordinator(session, "2025-03-19 11:00")
        submissions.return_submission(desk, Q1, "thanh-tra", "Thiếu số liệu", {})
        submissions.accept(desk, Q1, "ccvc", 1)
    with founded.reading() as session:
        shown = board(coordinator(session), Q1)
    assert (shown.expected, shown.received, shown.missing) == (9, 8, 1)
    assert (shown.on_time, shown.late, shown.returned, shown.accepted) == (0, 8, 1, 1)
    (missing,) = (one for one in shown.units if not one.has_sent)
    assert (missing.unit, missing.state) == ("thi-dua-khen-thuong", SubmissionState.DRAFT)
    assert shown.units[0].late_days == 1


def test_what_is_filled_in_is_counted_before_it_is_sent(filled):
    with filled.reading() as session:
        first = board(coordinator(session), Q1).units[0]
    assert (first.unit, first.required, first.filled, first.punctuality) == (
        UNIT,
        81,
        81,
        Punctuality.MISSING,
    )


def test_a_year_is_its_open_periods(filled):
    send(filled)
    opened(filled, "2025-6T", "2025-06-02 07:00")
    with filled.reading() as session:
        year = boards(desk_of(session, "lanh_dao"), 2025)
        assert boards(desk_of(session, "lanh_dao"), 2024) == ()
    assert [one.period.code for one in year] == [Q1, "2025-6T"]
    assert [one.received for one in year] == [1, 0]


def test_a_period_that_is_not_open_has_nobody_on_its_board(office):
    with office.reading() as session:
        assert board(coordinator(session), "2025-N").expected == 0


def test_units_do_not_see_how_others_stand(office):
    with office.reading() as session:
        for ask in (lambda desk: board(desk, Q1), lambda desk: boards(desk, 2025)):
            with pytest.raises(MissingError):
                ask(reporter(session))


def test_the_tasks_of_a_unit_are_counted_by_what_is_told_of_them(filled):
    with filled.reading() as session:
        first, second = board(coordinator(session), Q1).units[:2]
    assert first.tasks == {Status.ONGOING: 15}
    assert second.tasks == {None: 3}


def test_the_last_act_of_every_unit_is_told(filled):
    send(filled)
    with filled.writing() as session:
        submissions.return_submission(coordinator(session), Q1, UNIT, "Thiếu số liệu", {})
        told = last_acts(coordinator(session), Q1)
    assert [(unit, event.label, event.made_by) for unit, event in told.items()] == [
        (UNIT, "Trả lại", "Đầu mối cải cách hành chính")
    ]
