"""A task keeps its id through Word and from year to year; a new one gets an id that people can read."""

import time
from copy import deepcopy

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter

from docgen.model.plan import Plan
from docgen.model.slug import Slug
from docgen.recognition.identity import copied, id_of, settle_ids
from docgen.recognition.ledger import Ledger


def draft_of(*groups):
    """Return a draft: groups of tasks, each a text or the cells of a task."""
    titled = [
        {"ten": f"Nhóm {number}", "nhiem_vu": [*map(task, tasks)]} for number, tasks in enumerate(groups)
    ]
    return {"phu_luc": [{"phan": [{"ten": "Phần", "nhom": titled}]}]}


def task(cells):
    return {"noi_dung": cells} if isinstance(cells, str) else dict(cells)


def rows(draft):
    groups = (group for appendix in draft["phu_luc"] for part in appendix["phan"] for group in part["nhom"])
    for row in (row for group in groups for row in group["nhiem_vu"]):
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
        ("nv_vi_tri_viec_lam_don_vi_su_nghiep_Copy", "", "vi-tri-viec-lam-don-vi-su-nghiep"),
        ("nv_" + "a" * 36 + "_", "", "a" * 36),
        ("nv_" + "a" * 35 + "_", "", ""),
        ("nv_" + "a" * 28 + "_Copy_1_C", "", "a" * 28),
        ("x_Copy_1", "", ""),
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


def plan_of(*groups):
    """Return a plan with the tasks of `draft_of`, whose ids are t0, t1 …"""
    draft = draft_of(*groups)
    for number, row in enumerate(rows(draft)):
        row.setdefault("id", f"t{number}")
        row.setdefault("chu_tri", "Văn phòng Sở")
        row.setdefault("thoi_gian", "Quý I")
    draft["phu_luc"][0]["ten"] = "Các nhiệm vụ"
    return Plan.model_validate(
        {
            "nam": 2025,
            "trich_yeu": "Cải cách hành chính",
            "noi_dung": [{"tieu_de": "Mục đích", "doan": ["Đẩy mạnh."]}],
            "noi_nhan": {"danh_sach": ["Như trên"]},
            "ky": {"chuc_vu": "Giám đốc", "ho_ten": "Nguyễn Văn A"},
            **draft,
        }
    )


INSPECT = "Ban hành Kế hoạch kiểm tra công tác cải cách hành chính tại các đơn vị"
REPORT = "Thực hiện chế độ báo cáo định kỳ hằng quý, sáu tháng và một năm"
TRAIN = "Tập huấn nghiệp vụ văn thư cho công chức của các phòng chuyên môn"


@pytest.mark.parametrize(
    ("old", "new", "ids"),
    [
        ([[INSPECT, REPORT]], [[REPORT, INSPECT]], ["t1", "t0"]),
        ([[INSPECT], [REPORT]], [[], [REPORT, INSPECT]], ["t1", "t0"]),
        ([[INSPECT], [INSPECT]], [[], [INSPECT]], ["t1"]),
        (
            [[{"noi_dung": INSPECT, "thoi_gian": "Quý I"}, {"noi_dung": INSPECT, "thoi_gian": "Quý II"}]],
            [[{"noi_dung": INSPECT, "chu_tri": ["Văn phòng Sở"], "thoi_gian": "Quý II"}, INSPECT]],
            ["t1", "t0"],
        ),
        (
            [[INSPECT]],
            [[{"noi_dung": INSPECT, "id": "t0"}, INSPECT]],
            ["t0", "ban-hanh-ke-hoach-kiem-tra-cchc"],
        ),
        (
            [
                [
                    {
                        "noi_dung": INSPECT,
                        "nhiem_vu_con": [{"noi_dung": REPORT, "chu_tri": "A", "thoi_gian": "B", "id": "s"}],
                    }
                ]
            ],
            [[{"noi_dung": REPORT, "nhiem_vu_con": [task(INSPECT)]}]],
            ["s", "t0"],
        ),
    ],
)
def test_equal_words_are_the_same_task_wherever_it_stands(old, new, ids):
    assert settled(draft_of(*new), plan_of(*old)) == (ids, [])


@pytest.mark.parametrize(
    ("new", "ids"),
    [
        ([INSPECT, TRAIN], ["t0", "tap-huan-nghiep-vu-van-thu-cong-chuc"]),
        ([TRAIN, INSPECT], ["tap-huan-nghiep-vu-van-thu-cong-chuc", "t0"]),
        ([TRAIN, f"{INSPECT} cấp huyện"], ["tap-huan-nghiep-vu-van-thu-cong-chuc", "t0"]),
    ],
)
def test_of_two_with_one_id_the_copy_gets_a_new_one(new, ids):
    told = [{"noi_dung": text, "id": "t0"} for text in new]
    found, findings = settled(draft_of(told), plan_of([INSPECT]))
    assert (found, findings) == (ids, [])


def test_without_a_plan_the_first_of_two_with_one_id_keeps_it():
    told = [{"noi_dung": text, "id": "t0"} for text in (TRAIN, INSPECT)]
    assert settled(draft_of(told))[0] == ["t0", "ban-hanh-ke-hoach-kiem-tra-cchc"]


def test_a_reworded_task_is_recognised_and_told():
    reworded = INSPECT.replace("tại các đơn vị", "tại mọi đơn vị")
    cells = {"noi_dung": reworded, "chu_tri": "Văn phòng Sở", "thoi_gian": "Quý I"}
    ids, [finding] = settled(draft_of([TRAIN], [cells]), plan_of([REPORT, INSPECT]))
    assert ids == ["tap-huan-nghiep-vu-van-thu-cong-chuc", "t1"]
    assert finding.place == "Phụ lục, phần A, nhiệm vụ 2"
    assert f"“{reworded}” được coi là nhiệm vụ “{INSPECT}” (mã t1)" in finding.message


def test_of_tasks_that_are_alike_the_one_in_the_same_group_is_meant():
    old = plan_of([f"{INSPECT} năm 2024"], [f"{INSPECT} năm 2024"])
    cells = {"noi_dung": f"{INSPECT} năm 2025", "chu_tri": "Văn phòng Sở", "thoi_gian": "Quý I"}
    assert settled(draft_of([], [cells]), old)[0] == ["t1"]
    assert settled(draft_of([cells, cells], []), old)[0] == ["t0", "t1"]


def test_where_a_task_stands_is_told_as_in_the_appendix():
    cells = {"noi_dung": INSPECT + " cấp xã", "chu_tri": "Văn phòng Sở", "thoi_gian": "Quý I"}
    draft = draft_of([{"noi_dung": TRAIN, "nhiem_vu_con": [cells]}])
    draft["phu_luc"].append(deepcopy(draft["phu_luc"][0]))
    draft["phu_luc"][0]["phan"][0].pop("ten")
    draft["phu_luc"][0]["phan"][0]["nhom"] = []
    assert settled(draft, plan_of([INSPECT + " cấp huyện"], [REPORT]))[1][0].place == (
        "Phụ lục II, phần A, nhiệm vụ con 1.1"
    )


@pytest.mark.parametrize(
    ("texts", "ids"),
    [
        (
            ["Ban hành và triển khai thực hiện Kế hoạch kiểm tra công tác cải cách hành chính"],
            ["ban-hanh-ke-hoach-kiem-tra-cchc"],
        ),
        (["Kiểm tra cải cách hành chính năm 2025"], ["kiem-tra-cchc"]),
        (["Rà soát Nghị quyết số 41/2023/NQ-HĐND ngày 06/12/2023"], ["ra-soat-nghi-quyet-41-nq-hdnd"]),
        (
            [
                f"Kiểm tra, giám sát, đánh giá kết quả {what}"
                for what in ("thu nợ", "thu phí", "thu đất", "trang thiết bị")
            ],
            [
                "kiem-tra-giam-sat-danh-gia-ket-qua",
                "kiem-tra-giam-sat-danh-gia-thu",
                "kiem-tra-giam-sat-danh-gia-dat",
                "kiem-tra-giam-sat-danh-gia-2",
            ],
        ),
        (["Họp 2", "Họp", "Họp"], ["hop-2", "hop", "hop-3"]),
        (["Họp", "Họp", "Họp", "Họp 2"], ["hop", "hop-2", "hop-3", "hop-2-2"]),
        (
            [
                "Rà soát văn bản quy phạm pháp luật lĩnh vực nội vụ đất đai",
                "Rà soát văn bản quy phạm pháp luật lĩnh vực nội vụ nhà ở",
            ],
            ["ra-soat-vbqppl-linh-vuc-noi-vu", "ra-soat-vbqppl-linh-vuc-noi-vu-nha-o"],
        ),
        (
            ["2025", "12", "", "…", "Các"],
            ["nhiem-vu", "nhiem-vu-12", "nhiem-vu-2", "nhiem-vu-3", "nhiem-vu-4"],
        ),
        (["", "0" * 28], ["nhiem-vu", "nhiem-vu-2"]),
        (["Siêu" * 20, "Siêu" * 20], ["sieu" * 9, "sieu" * 7 + "sie-2"]),
    ],
)
def test_new_ids_can_be_read(texts, ids):
    assert settled(draft_of(texts))[0] == ids


@given(st.lists(st.text(max_size=60), max_size=12))
def test_new_ids_are_ids_and_exist_once(texts):
    ids, _ = settled(draft_of(texts))
    assert TypeAdapter(list[Slug]).validate_python(ids) == ids
    assert len(set(ids)) == len(ids) == len(texts)
    assert not any(task_id.isdecimal() for task_id in ids)


def test_two_thousand_tasks_are_settled_in_no_time():
    words = INSPECT.split()
    texts = [
        " ".join((*words[: number % 9], f"mục{number}", f"lô{number}", *words)) for number in range(2000)
    ]
    base = plan_of(texts)
    changed = [
        {
            "noi_dung": text.replace("Kế hoạch", "Chương trình"),
            "chu_tri": "Văn phòng Sở",
            "thoi_gian": "Quý I",
        }
        for text in texts
    ]
    started = time.process_time()
    ids, findings = settled(draft_of(changed), base)
    assert time.process_time() - started < 5
    assert ids == [row.id for row in base.rows()]
    assert len(findings) == 2000


def test_a_plan_without_tasks_is_left_alone():
    assert settled({"phu_luc": []}) == ([], [])
