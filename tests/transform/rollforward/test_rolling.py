"""Last year's plan into next year's draft: what moves, what stays, what is asked; nothing is lost."""

from datetime import date

import pytest
from hypothesis import given, settings
from plans import plans

from docgen.importers import read_organisation
from docgen.model.address import addressed, task_of
from docgen.model.appendix import EventRecord
from docgen.model.citation import find_citations
from docgen.model.comparison import Fate
from docgen.model.outcome import Outcome, Status
from docgen.model.text import unmarked
from docgen.resources import shipped
from docgen.transform.places import places_of
from docgen.transform.rollforward import rollforward
from docgen.transform.rows import with_rows

RANDOM = settings(max_examples=40, deadline=None)
OFFICE = read_organisation(shipped("data") / "don-vi.yaml")
ANY = plans(OFFICE).map(
    lambda plan: plan.model_copy(update={"year": 2025, "issue_year": 2024, "issued_on": None})
)
"""Random plans of the year that their words are of."""


@pytest.fixture(scope="module")
def rolled(plan_2025, organisation):
    return rollforward(plan_2025, 2026, organisation)


def _done(*ids):
    return {task: Outcome(id=task, status=Status.DONE, finished_on="15/5/2025") for task in ids}


def test_the_draft_is_of_the_new_year_and_not_issued_yet(rolled, plan_2025):
    draft = rolled.plan
    assert (draft.year, draft.issue_year, draft.number, draft.issued_on) == (2026, 2025, None, None)
    assert draft.subject == "Cải cách hành chính Sở Nội vụ năm 2026"
    assert draft.signature == plan_2025.signature


def test_without_outcomes_no_task_is_left_out(rolled, plan_2025):
    assert [row.id for row in rolled.plan.rows()] == [row.id for row in plan_2025.rows()]
    assert Fate.LEFT_OUT not in rolled.comparison.counts()


def test_every_citation_of_the_plan_is_as_it_was(rolled, plan_2025):
    before = [citation.text for citation in plan_2025.citations()]
    assert [citation.text for citation in rolled.plan.citations()] == before
    assert len(before) == 8


def test_no_year_of_the_old_plan_is_left_but_those_that_stay_by_their_role(rolled):
    """2025 stays in a cited title and a horizon; else it is looked back on, as 2024 was."""
    left = {at: text for at, text in addressed(rolled.plan).items() if "2024" in text or "2025" in text}
    assert set(left) == {
        "mo_dau/1",
        "noi_dung/2/khoan/2/gach/2",
        "noi_dung/3/khoan/10/noi_dung",
        "nhiem_vu/tong-ket-cchc-tinh/noi_dung",
        "nhiem_vu/cong-bo-chi-so/noi_dung",
        "nhiem_vu/truyen-thong-cchc-tinh/noi_dung",
        "nhiem_vu/chuong-trinh-hanh-dong-tinh-uy/noi_dung",
        "nhiem_vu/sap-xep-don-vi-cap-xa/noi_dung",
    }


def test_an_event_is_unrecorded_again(plan_2025, organisation):
    seen = EventRecord(day=date(2025, 3, 1), document="Kế hoạch số 12/KH-UBND")
    told = with_rows(plan_2025, lambda row: row.model_copy(update={"event": seen}))
    draft = rollforward(told, 2026, organisation).plan
    assert all(row.event is None for row in draft.rows())
    waiting = next(row for row in draft.rows() if row.id == "ra-soat-vbqppl")
    assert draft.deadline(waiting).earliest is None


def test_finished_one_off_tasks_go_and_say_why(plan_2025, organisation):
    outcomes = _done("kho-luu-tru-so", "thi-diem-bo-phan-mot-cua", "bao-cao-dinh-ky")
    rolled = rollforward(plan_2025, 2026, organisation, outcomes)
    gone = {row.id for row in plan_2025.rows()} - {row.id for row in rolled.plan.rows()}
    assert gone == {"kho-luu-tru-so", "thi-diem-bo-phan-mot-cua"}
    told = {task.id: task for task in rolled.comparison.fates if task.fate is Fate.LEFT_OUT}
    assert set(told) == gone
    assert "15/5/2025" in told["kho-luu-tru-so"].reason
    rows = [row for row in rolled.comparison.rows if row.is_task and not row.after]
    assert len(rows) == 2


def test_a_group_goes_with_its_last_task_and_decisions_keep_to_their_places(plan_2025, organisation):
    rolled = rollforward(plan_2025, 2026, organisation, _done("kho-luu-tru-so"))
    (gone,) = [row for row in rolled.comparison.rows if not row.after and not row.is_task]
    assert gone.reason == "Mục này không còn nhiệm vụ nào."
    *_, part = rolled.plan.appendices[0].parts
    assert len(part.groups) == 3
    places = places_of(rolled.plan)
    assert all(decision.place in places for decision in rolled.plan.decisions)


def test_a_task_that_was_not_finished_is_carried_over_and_its_deadline_asked_about(plan_2025, organisation):
    late = {"sua-doi-bo-chi-so": Outcome(id="sua-doi-bo-chi-so", status=Status.LATE)}
    rolled = rollforward(plan_2025, 2026, organisation, late)
    fate = next(task for task in rolled.comparison.fates if task.id == "sua-doi-bo-chi-so")
    assert fate.fate is Fate.CARRIED
    assert any(
        decision.place == "nhiem_vu/sua-doi-bo-chi-so/thoi_gian" for decision in rolled.plan.open_decisions()
    )


def test_every_row_of_the_old_plan_has_its_fate_and_reason(rolled, plan_2025):
    assert [task.id for task in rolled.comparison.fates] == [row.id for row in plan_2025.rows()]
    assert rolled.comparison.counts().total() == 48


def test_the_head_is_that_of_the_day_of_the_draft(rolled):
    head = rolled.comparison.rows[0]
    assert head.before == "UBND tỉnh Bình Định\nBình Định"
    assert head.after == "UBND tỉnh Gia Lai\nGia Lai"
    assert "202/2025/QH15" in head.reason


def test_every_place_that_differs_is_in_the_comparison(rolled, plan_2025):
    before, after = addressed(plan_2025), addressed(rolled.plan)
    places = places_of(rolled.plan)
    told = {row.place for row in rolled.comparison.rows}
    for address in before:
        if before[address] != after[address]:
            task = task_of(address)
            assert places[f"nhiem_vu/{task}" if task else address] in told


@RANDOM
@given(ANY)
def test_two_years_are_one_year_twice(plan):
    once = rollforward(plan, plan.year + 1, OFFICE).plan
    twice = rollforward(once, plan.year + 2, OFFICE).plan
    at_once = rollforward(plan, plan.year + 2, OFFICE).plan
    assert addressed(twice) == addressed(at_once)


@RANDOM
@given(ANY)
def test_nothing_is_lost_without_outcomes(plan):
    draft = rollforward(plan, plan.year + 1, OFFICE).plan
    assert [row.id for row in draft.rows()] == [row.id for row in plan.rows()]
    assert [len(section.items) for section in draft.sections] == [
        len(section.items) for section in plan.sections
    ]


@RANDOM
@given(ANY)
def test_citations_never_change(plan):
    draft = rollforward(plan, plan.year + 1, OFFICE).plan
    before, after = addressed(plan), addressed(draft)
    for address in before:
        cited = [found.number_symbol for found in find_citations(unmarked(before[address]))]
        assert [found.number_symbol for found in find_citations(unmarked(after[address]))] == cited


@RANDOM
@given(ANY)
def test_every_decision_is_about_words_that_stand_once_at_its_place(plan):
    draft = rollforward(plan, plan.year + 1, OFFICE).plan
    texts, places = addressed(draft), places_of(draft)
    for decision in draft.decisions:
        assert decision.place in places
        if decision.quote:
            assert texts[decision.place].count(decision.quote) == 1


def test_a_task_that_went_is_told_by_its_old_number_and_why_it_went_only(plan_2025, organisation):
    rolled = rollforward(plan_2025, 2026, organisation, _done("thi-diem-bo-phan-mot-cua"))
    (row,) = (row for row in rolled.comparison.rows if row.is_task and not row.after)
    assert row.place.endswith(" (cũ)")
    assert "Thời hạn" not in row.why()
