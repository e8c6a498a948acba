"""What the first run leaves behind."""

import pytest
from offices import at, desk_of
from sqlalchemy import func, select

from docgen.errors import MissingError
from docgen.model.people import Role
from docgen.model.plan import Plan
from docgen.model.submission import Submission
from docgen.office import agency
from docgen.office.audit import verify
from docgen.office.founding import bring_answers, open_trial
from docgen.office.submissions import board, history, take_in, timeline, unit_page
from docgen.store.tables import Period, PlanVersion, User


def test_the_office_is_the_one_that_comes_along(founded, organisation, calendar_2025, forms_2025):
    with founded.reading() as session:
        assert agency.organisation(session) == organisation
        assert agency.calendar(session) == calendar_2025
        assert agency.forms(session) == forms_2025


def test_the_plan_of_2025_is_there_with_its_periods(founded, plan_2025):
    with founded.reading() as session:
        assert Plan.model_validate(session.scalars(select(PlanVersion)).one().data) == plan_2025
        due = dict(session.execute(select(Period.code, Period.unit_due)).all())
    assert due["2025-Q1"] == at("2025-03-18 00:00").date()
    assert len(due) == 5


@pytest.mark.parametrize("role", Role)
def test_every_role_has_somebody(sqlite_founded, role):
    with sqlite_founded.reading() as session:
        assert desk_of(session, role).actor.role is role


def test_every_unit_has_somebody_who_answers_for_it(sqlite_founded):
    with sqlite_founded.reading() as session:
        assert session.scalar(select(func.count()).where(User.role == Role.REPORTER)) == 9
        assert desk_of(session, Role.REPORTER, "ton-giao").actor.name == "Cán bộ Ban Tôn giáo"


def test_founding_is_written_down(sqlite_founded):
    with sqlite_founded.reading() as session:
        assert verify(session).fault == ""


def test_units_have_answered_for_the_first_quarter_some_late_some_not(sqlite_founded):
    with sqlite_founded.writing() as session:
        bring_answers(session)
        seen = board(desk_of(session, Role.COORDINATOR, now=at("2025-03-21 08:00")), "2025-Q1")
    assert (seen.on_time, seen.late, seen.missing) == (6, 2, 1)
    with sqlite_founded.reading() as session:
        assert verify(session).fault == ""


def test_each_answer_is_sent_and_written_down_by_somebody_of_its_unit(sqlite_founded):
    with sqlite_founded.writing() as session:
        bring_answers(session)
        desk = desk_of(session, Role.REPORTER, "van-phong", now=at("2025-03-21 08:00"))
        page = unit_page(desk, "2025-Q1", "van-phong")
        assert page.dispatch.sent_by == "Cán bộ Văn phòng Sở"
        assert {one.made_by for one in timeline(desk, "2025-Q1", "van-phong")} == {"Cán bộ Văn phòng Sở"}
        row = next(one.name for one in page.rows if one.typed)
        versions = history(desk, "2025-Q1", "van-phong", row)
        assert {one.made_by for one in versions} == {"Cán bộ Văn phòng Sở"}
        with pytest.raises(MissingError):
            take_in(desk, Submission.model_construct(), "2025-Q1", "ccvc", desk.now)


@pytest.mark.parametrize(
    ("day", "opens"), [("2025-03-01 08:00", False), ("2025-06-10 08:00", True), ("2026-11-23 08:00", True)]
)
def test_there_is_a_period_to_try_whatever_the_day(sqlite_founded, day, opens):
    with sqlite_founded.writing() as session:
        bring_answers(session)
        open_trial(desk_of(session, Role.COORDINATOR, now=at(day)))
        states = dict(session.execute(select(Period.code, Period.state)).all())
        assert (states["2025-6T"] != "chua_mo") == opens
        if opens:
            page = unit_page(
                desk_of(session, Role.REPORTER, "van-phong", now=at(day)), "2025-6T", "van-phong"
            )
            assert page.editable
