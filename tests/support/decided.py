"""Random decisions and events for a random plan: what stands in its file and on none of its pages."""

from datetime import date

from hypothesis import strategies as st
from plan_edits import all_rows, data_of
from plans import BARE, slugs, texts

from docgen.model.address import addressed, task_of
from docgen.model.decision import Settlement
from docgen.model.plan import Plan

_WORDS = st.one_of(texts(most=8), st.sampled_from(BARE))


@st.composite
def with_decisions(draw, plan):
    """Return `plan` with some decisions about places of it, and events of some of its tasks."""
    places = addressed(plan)
    made = draw(st.lists(_decisions(places), max_size=4, unique_by=lambda one: one["id"]))
    data = data_of(plan)
    data["can_quyet_dinh"] = made
    for row in all_rows(data):
        if draw(st.integers(0, 4)) == 0:
            row["su_kien"] = draw(_EVENTS)
    return Plan.model_validate(data)


def _decisions(places):
    """Return decisions, some of them settled, about texts or whole tasks."""
    tasks = [f"nhiem_vu/{task}" for task in dict.fromkeys(map(task_of, places)) if task]
    return st.fixed_dictionaries(
        {
            "id": slugs(),
            "cho": st.sampled_from([*places, *tasks]),
            "cau_hoi": _WORDS,
            "de_xuat": _WORDS,
            "ly_do": _WORDS,
        },
        optional={
            "trich": _WORDS,
            "thay_bang": _WORDS,
            "bo_nhiem_vu": st.booleans(),
            "ket_luan": st.sampled_from([one.value for one in Settlement]),
        },
    )


_EVENTS = st.fixed_dictionaries(
    {"ngay": st.dates(min_value=date(2000, 1, 1), max_value=date(2100, 12, 31)).map(date.isoformat)},
    optional={"van_ban": _WORDS},
)
