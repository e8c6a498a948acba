"""What stands on no page is kept when an edited page comes back: decisions at their places, and events."""

import pytest
from marked import decision
from plan_edits import data_of

from docgen.model.address import addressed
from docgen.model.decision import Settlement
from docgen.model.plan import Plan
from docgen.transform import compare
from docgen.transform.beside_the_page import kept_beside_the_page, strayed
from docgen.transform.places import text_address

TASK, ITEM = "nhiem_vu/giao-bien-che", "noi_dung/3/khoan/10/noi_dung"
EVENT = {"ngay": "05/3/2025", "van_ban": "Quyết định số 5"}


@pytest.fixture
def came_back(plan_2025):
    """Return a function that edits the page of a plan with decisions: the base, and the plan kept."""

    def came_back(change, *places):
        data = data_of(plan_2025)
        data["can_quyet_dinh"] = [decision(number, *place) for number, place in enumerate(places)]
        tasks(data)[0]["su_kien"] = EVENT
        base = Plan.model_validate(data)
        page = data_of(plan_2025)
        change(page)
        return base, kept_beside_the_page(base, Plan.model_validate(page))

    return came_back


def tasks(data):
    return next(
        group["nhiem_vu"]
        for group in data["phu_luc"][0]["phan"][0]["nhom"]
        if group["nhiem_vu"][0]["id"] == "giao-bien-che"
    )


def items(data):
    return data["noi_dung"][2]["khoan"]


def put(key, value):
    """Return a change of the last item of section III."""
    return lambda data: items(data)[9].update({key: value})


def test_a_page_that_nobody_edited_is_the_plan_again(came_back):
    base, plan = came_back(lambda _: None, (TASK, ""), (ITEM, "2023 - 2025"), ("noi_dung/77/tieu_de", ""))
    assert plan == base
    assert [*strayed(base, plan)] == []


def test_a_task_taken_out_on_the_page_takes_its_decisions_along(came_back):
    base, plan = came_back(
        lambda data: tasks(data).pop(0), (TASK, ""), (f"{TASK}/thoi_gian", "01"), (ITEM, "")
    )
    assert [one.settlement for one in plan.decisions] == [Settlement.LEFT_OUT, Settlement.LEFT_OUT, None]
    assert [row.event for row in plan.rows() if row.event] == []
    assert len(compare(base, plan)) == 1


@pytest.mark.parametrize(
    ("change", "place"),
    [
        (lambda data: items(data).insert(0, {"noi_dung": "Việc mới"}), "noi_dung/3/khoan/11/noi_dung"),
        (lambda data: items(data).pop(2), "noi_dung/3/khoan/9/noi_dung"),
        (lambda data: data["noi_dung"].insert(0, {"tieu_de": "Mới"}), "noi_dung/4/khoan/10/noi_dung"),
        (put("noi_dung", "Lời hoàn toàn khác"), ITEM),
    ],
)
def test_a_decision_follows_its_text(came_back, change, place):
    base, plan = came_back(change, (ITEM, "2023 - 2025"), (ITEM.removesuffix("/noi_dung"), ""))
    assert [one.place for one in plan.decisions] == [place, place.removesuffix("/noi_dung")]
    assert all(one.is_open for one in plan.decisions)
    same = addressed(plan).get(place) == addressed(base)[ITEM]
    assert [one.id for one in strayed(base, plan)] == ([] if same else ["viec-0", "viec-1"])


def test_a_text_that_was_moved_and_reworded_is_found_by_its_words(came_back):
    def change(data):
        last = items(data).pop()
        items(data).insert(0, {"noi_dung": last["noi_dung"].replace("2023 - 2025", "2026 - 2030")})

    base, plan = came_back(change, (ITEM, "2023 - 2025"), (ITEM, "an toàn thông tin mạng"))
    assert {one.place for one in plan.decisions} == {"noi_dung/3/khoan/1/noi_dung"}
    assert [one.id for one in strayed(base, plan)] == ["viec-0"]


def test_a_settled_decision_is_left_as_it_was(came_back):
    base, _ = came_back(lambda _: None, (TASK, ""))
    settled = base.decisions[0].model_copy(update={"settlement": Settlement.KEPT})
    base = base.model_copy(update={"decisions": (settled,)})
    page = data_of(base) | {"can_quyet_dinh": []}
    tasks(page).pop(0)
    assert kept_beside_the_page(base, Plan.model_validate(page)).decisions == (settled,)


def test_neither_decisions_nor_events_are_changes_of_the_plan(came_back, plan_2025):
    base, _ = came_back(lambda _: None, (TASK, ""), (ITEM, ""))
    assert base != plan_2025
    assert compare(plan_2025, base) == compare(base, plan_2025) == ()
    assert text_address(addressed(base), "noi_dung/3/khoan/10") == ITEM
