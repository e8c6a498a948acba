"""Two versions of a plan: exactly what differs, each difference once."""

import pytest

from docgen.model.plan import Plan
from docgen.transform import ChangeKind, compare


@pytest.fixture
def changed(plan_2025):
    """Return a function that compares the 2025 plan with itself, changed."""

    def changed(change):
        data = plan_2025.model_dump(by_alias=True, mode="json")
        change(data)
        return compare(plan_2025, Plan.model_validate(data))

    return changed


def groups(data, part=0):
    return data["phu_luc"][0]["phan"][part]["nhom"]


def test_a_plan_does_not_differ_from_itself(plan_2025):
    assert compare(plan_2025, plan_2025.model_copy(deep=True)) == ()


def test_a_row_moved_is_one_change_and_its_new_number_none(changed):
    def move(data):
        tasks = groups(data)[0]["nhiem_vu"]
        groups(data)[1]["nhiem_vu"].insert(0, tasks.pop(1))

    (change,) = changed(move)
    assert (change.kind, change.task) == (ChangeKind.MOVED, "ke-hoach-truyen-thong-noi-bo")
    assert change.place == "Phụ lục, phần A, nhóm II, nhiệm vụ 5"
    assert change.origin == "Phụ lục, phần A, nhóm I, nhiệm vụ 2"
