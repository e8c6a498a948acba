"""A task keeps its id through Word and from year to year; a new one gets an id that people can read."""

import pytest

from docgen.recognition.identity import copied, id_of, settle_ids
from docgen.recognition.ledger import Ledger


def draft_of(*groups):
    """Return a draft: groups of tasks, each a text or the cells of a task."""
    return {
        "phu_luc": [
            {
                "phan": [
                    {"ten": "Phần", "nhom": [{"ten": f"Nhóm {number}", "nhiem_vu": [*map(task, tasks)]}]}
                    for number, tasks in enumerate(groups)
                ]
            }
        ]
    }


def task(cells):
    return {"noi_dung": cells} if isinstance(cells, str) else dict(cells)


def rows(draft):
    for appendix in draft["phu_luc"]:
        for part in appendix["phan"]:
            for group in part["nhom"]:
                for row in group["nhiem_vu"]:
                    yield row
                    yield from row.get("nhiem_vu_con", ())


def settled(draft, base=None):
    ledger = Ledger()
    settle_ids(draft, base, ledger)
    return [row["id"] for row in rows(draft)], ledger.findings


def nameless(plan):
    draft = plan.model_dump(by_alias=True)
    for row in rows(draft):
        del row["id"]
    return draft


@pytest.mark.parametrize(
    ("bookmark", "task_id", "copy_of"),
    [
        ("nv_ra_soat_vbqppl", "ra-soat-vbqppl", ""),
        ("nv_de_an_06", "de-an-06", ""),
        ("nv_x_y_Copy_1", "", "x-y"),
        ("nv_x_y_Copy_1_Copy_2", "", "x-y"),
        ("nv_", "", ""),
        ("nv_x__y", "", ""),
        ("nv_X", "", ""),
        ("nv_x_Copy_", "", ""),
        ("nv_x_Copy_1_y", "", ""),
        ("_GoBack", "", ""),
        ("nv_" + "a" * 37, "", ""),
        ("", "", ""),
    ],
)
def test_a_bookmark_tells_whose_row_it_is(bookmark, task_id, copy_of):
    assert (id_of(bookmark), copied(bookmark)) == (task_id, copy_of)


def test_every_bookmark_of_a_plan_leads_back(plan_2025):
    assert [id_of(row.anchor) for row in plan_2025.rows()] == [row.id for row in plan_2025.rows()]


def test_tasks_of_the_old_plan_are_recognised(plan_2025):
    ids, findings = settled(nameless(plan_2025), plan_2025)
    assert ids == [row.id for row in plan_2025.rows()]
    assert not findings
