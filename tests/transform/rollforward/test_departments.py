"""Plans of offices that nobody had in mind: next year's drafts of all of them, read by hand."""

from collections import Counter

import pytest
from departments import departments
from departments.comparing import plan_of

from docgen.language.text import fold
from docgen.model.address import addressed
from docgen.model.comparison import Fate
from docgen.model.organisation import Organisation
from docgen.transform.places import places_of
from docgen.transform.rollforward import rollforward

OFFICES = {name: office for name, office in departments().items() if "noi-vu" not in name}
"""Without the two that type the plan of 2025 in another way."""

READ = """
so-cong-thuong                 kept 8   changed 0   asked 3   decisions 5
so-giao-duc-va-dao-tao         kept 3   changed 2   asked 5   decisions 6
so-giao-thong                  kept 6   changed 0   asked 3   decisions 6
so-khoa-hoc-va-cong-nghe       kept 1   changed 1   asked 6   decisions 9
so-lao-dong                    kept 2   changed 3   asked 3   decisions 4
so-nong-nghiep-va-moi-truong   kept 1   changed 10  asked 3   decisions 3
so-tai-chinh                   kept 1   changed 7   asked 0   decisions 3
so-thong-tin-va-truyen-thong   kept 2   changed 2   asked 4   decisions 4
so-tu-phap                     kept 3   changed 5   asked 2   decisions 2
so-van-hoa                     kept 1   changed 2   asked 8   decisions 10
so-xay-dung                    kept 3   changed 3   asked 2   decisions 4
so-y-te                        kept 4   changed 4   asked 2   decisions 4
ubnd-huyen                     kept 8   changed 3   asked 5   decisions 16
ubnd-phuong                    kept 3   changed 2   asked 4   decisions 4
"""
"""What becomes of the rows of each office, and how much is left to a person."""


def _office(plan):
    """Return an agency that has the units that a plan names, and nothing else."""
    named = {fold(name): name for row in plan.rows() for name in (*row.lead, *row.coordinating)}
    units = [
        {"id": f"don-vi-{at}", "ten": name, "loai": "ngoai"} for at, name in enumerate(named.values(), 1)
    ]
    head = {"id": "co-quan", "ten": "Cơ quan", "ky_hieu": "CQ", "dia_danh": "Gia Lai"}
    return Organisation.model_validate(
        head | {"chuc_vu_cap_truong": "Giám đốc", "che_do_tap_the": False, "don_vi": units}
    )


@pytest.fixture(scope="module")
def drafts():
    """The plan of each office, and its draft for the next year."""
    plans = {name: plan_of(office.expected) for name, office in OFFICES.items()}
    return {name: (plan, rollforward(plan, plan.year + 1, _office(plan))) for name, plan in plans.items()}


def test_what_becomes_of_the_tasks(drafts):
    lines = READ.strip().splitlines()
    assert [_shown(name, drafts[name][1]) for name in sorted(drafts)] == lines


def _shown(name, rolled):
    fates = Counter(task.fate for task in rolled.comparison.fates)
    counts = (fates[Fate.KEPT], fates[Fate.CHANGED], fates[Fate.ASKED])
    assert sum(counts) == fates.total()
    kept, changed, asked = counts
    decisions = len(rolled.plan.open_decisions())
    return f"{name:30} kept {kept:<3} changed {changed:<3} asked {asked:<3} decisions {decisions}"


@pytest.mark.parametrize("name", OFFICES)
def test_nothing_is_lost_and_no_citation_changes(name, drafts):
    plan, rolled = drafts[name]
    assert [row.id for row in rolled.plan.rows()] == [row.id for row in plan.rows()]
    assert addressed(plan).keys() <= addressed(rolled.plan).keys()
    assert [one.text for one in rolled.plan.citations()] == [one.text for one in plan.citations()]


@pytest.mark.parametrize("name", OFFICES)
def test_every_decision_can_be_understood_and_found(name, drafts):
    draft = drafts[name][1].plan
    texts, places = addressed(draft), places_of(draft)
    for decision in draft.decisions:
        assert decision.place in places
        assert decision.question.endswith("?")
        assert all(one.endswith(".") for one in (decision.proposal, decision.reason))
        assert not decision.quote or texts[decision.place].count(decision.quote) == 1
        assert not decision.replacement or decision.replacement in decision.proposal


@pytest.mark.parametrize("name", OFFICES)
def test_no_question_is_asked_twice_at_one_place(name, drafts):
    asked = Counter((one.place, one.quote, one.question) for one in drafts[name][1].plan.decisions)
    assert [question for question, times in asked.items() if times > 1] == []
