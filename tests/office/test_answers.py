"""Answers that programs were given."""

from dataclasses import replace
from datetime import timedelta

from offices import NOW, desk_of

from docgen.model.people import Role
from docgen.office.answers import KEPT, KeptAnswer, keep_answer, kept_answer
from docgen.office.desk import Actor, Desk

GIVEN = KeptAnswer("a1b2", 201, '{"so": 45}', {"location": "/api/v1/so-van-ban/1"})


def program(session, token=1, now=NOW):
    return Desk(session, Actor("Trục liên thông", Role.CLERK, token_id=token), now)


def test_an_answer_is_kept_for_its_owner_and_key(founded):
    with founded.writing() as session:
        keep_answer(program(session), "a", GIVEN)
    with founded.reading() as session:
        assert kept_answer(session, "chuong-trinh:1", "a", NOW) == GIVEN
        assert kept_answer(session, "chuong-trinh:1", "b", NOW) is None
        assert kept_answer(session, "chuong-trinh:2", "a", NOW) is None


def test_answers_that_are_too_old_make_room(founded):
    later = NOW + KEPT
    with founded.writing() as session:
        keep_answer(program(session), "a", GIVEN)
        keep_answer(program(session, now=NOW + timedelta(hours=1)), "b", GIVEN)
        assert kept_answer(session, "chuong-trinh:1", "a", later) is None
        keep_answer(program(session, now=later), "a", replace(GIVEN, status=200))
        assert kept_answer(session, "chuong-trinh:1", "a", later).status == 200
        assert kept_answer(session, "chuong-trinh:1", "b", later) == GIVEN


def test_a_person_has_answers_of_their_own(founded):
    with founded.writing() as session:
        desk = desk_of(session, Role.CLERK)
        keep_answer(desk, "a", GIVEN)
        assert kept_answer(session, desk.actor.mark, "a", NOW) == GIVEN
