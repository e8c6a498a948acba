"""Who owes an answer on what, and how units stand: the office sees all, a unit itself alone."""

import pytest
from answering import Q1, UNIT, coordinator, reporter
from sqlalchemy import func, select

from docgen.errors import MissingError
from docgen.model.obligation import Duty
from docgen.office.submissions import obligations, standings
from docgen.store.tables import Obligation


def test_all_that_is_owed_is_told_in_the_order_of_the_plan(office):
    with office.reading() as session:
        owed = obligations(coordinator(session), Q1)
        assert len(owed) == session.scalar(select(func.count(Obligation.id)))
    assert owed[0].number == "A.1"
    assert owed[0].text.startswith("Ban hành và triển khai thực hiện Kế hoạch kiểm tra")
    assert {one.unit_name for one in owed if one.unit == UNIT} == {"Văn phòng Sở"}
    parts = [one.number[0] for one in owed]
    assert parts == sorted(parts)


def test_one_unit_can_be_asked_for(office):
    with office.reading() as session:
        owed = obligations(coordinator(session), Q1, UNIT)
    assert {one.unit for one in owed} == {UNIT}
    assert {one.duty for one in owed} == {*Duty}


def test_a_unit_sees_what_it_owes_itself(office):
    with office.reading() as session:
        desk = reporter(session)
        assert obligations(desk, Q1) == obligations(coordinator(session), Q1, UNIT)
        with pytest.raises(MissingError):
            obligations(desk, Q1, "cchc-vtlt")


def test_before_a_period_opens_nobody_owes_anything(office):
    with office.reading() as session:
        assert obligations(coordinator(session), "2025-N") == ()
        with pytest.raises(MissingError):
            obligations(coordinator(session), "2031-Q1")


def test_a_unit_sees_how_it_stands_itself(office):
    with office.reading() as session:
        assert [one.unit for one in standings(reporter(session), Q1)] == [UNIT]
        assert len(standings(coordinator(session), Q1)) > 1
