"""Rows and texts put in, moved and taken out: what is asked for, and nothing else."""

from copy import deepcopy

import pytest

from docgen.errors import ConflictError, MissingError
from docgen.model.plan import Plan
from docgen.transform.arranging import (
    home_of,
    replaced_row,
    row_taken,
    with_entry,
    with_row,
    without_entry,
)
from docgen.transform.comparison import compare

FIRST, SECOND, FAR = (f"phu_luc/1/phan/{part}/nhom/{group}" for part, group in ((1, 1), (1, 2), (2, 4)))
FAMILY, CHILD = "dieu-hanh-cchc-tinh", "trang-thong-tin-ban-chi-dao"


@pytest.fixture
def data(plan_2025):
    return deepcopy(plan_2025.as_data())


@pytest.fixture
def changes(plan_2025, data):
    """Return a function that tells what differs from the plan by now."""
    return lambda: [str(one) for one in compare(plan_2025, Plan.model_validate(data))]


def _ids(data, group):
    _, appendix, _, part, _, number = group.split("/")
    found = data["phu_luc"][int(appendix) - 1]["phan"][int(part) - 1]["nhom"][int(number) - 1]
    return [task["id"] for task in found["nhiem_vu"]]


@pytest.mark.parametrize(("position", "there"), [(1, 0), (2, 1), (None, -1), (99, -1), (0, 0)])
def test_a_row_stands_where_it_is_put(data, position, there):
    with_row(data, {"id": "moi", "noi_dung": "Mới"}, SECOND, position)
    assert _ids(data, SECOND)[there] == "moi"
    assert home_of(data, "moi") == SECOND


def test_a_row_under_a_task_is_a_sub_task(data):
    home = home_of(data, CHILD)
    with_row(data, row_taken(data, CHILD), "giao-bien-che")
    assert home_of(data, CHILD) == "giao-bien-che"
    assert home != "giao-bien-che"


def test_a_task_with_sub_tasks_does_not_go_under_another(data):
    family = home_of(data, CHILD)
    with pytest.raises(ConflictError, match="đang có nhiệm vụ con"):
        with_row(data, row_taken(data, family), "giao-bien-che")


def test_the_only_task_of_a_group_stays(data):
    (only,) = _ids(data, FAR)
    with pytest.raises(ConflictError, match="nhóm trống"):
        row_taken(data, only)


def test_a_row_in_the_place_of_another_keeps_the_sub_tasks(data, changes):
    family = home_of(data, CHILD)
    replaced_row(data, {"id": family, "noi_dung": "Khác", "chu_tri": ["Văn phòng Sở"], "thoi_gian": "Quý I"})
    assert home_of(data, CHILD) == family
    assert all("nhiệm vụ 1" in one for one in changes())


@pytest.mark.parametrize(
    ("work", "arguments"),
    [
        (row_taken, ("khong-co",)),
        (home_of, ("khong-co",)),
        (replaced_row, ({"id": "khong-co"},)),
        (with_row, ({"id": "moi"}, "khong-co")),
        (with_row, ({"id": "moi"}, "phu_luc/1/phan/1/nhom/99")),
        (with_entry, ("noi_dung/1/khoan/1/diem/99", "Lời")),
        (with_entry, ("noi_dung/99/khoan/1", "Lời")),
        (with_entry, ("noi_dung/1/khoan/1/diem/a", "Lời")),
        (with_entry, ("trich_yeu", "Lời")),
        (with_entry, ("phu_luc/1", "Lời")),
        (without_entry, ("noi_dung/1/khoan/9",)),
        (without_entry, ("trich_yeu",)),
        (without_entry, ("noi_dung/1/khoan/1/gach/1",)),
    ],
)
def test_what_is_not_there(data, work, arguments):
    before = deepcopy(data)
    with pytest.raises(MissingError, match="Kế hoạch không có"):
        work(data, *arguments)
    assert data == before


@pytest.mark.parametrize(
    ("after", "told"),
    [
        ("noi_dung/1/khoan/1/diem/2", "Mục I, khoản 1, điểm c: thêm “Lời mới”"),
        ("noi_dung/1/khoan/2", "Mục I, khoản 3: thêm “Lời mới”"),
        ("noi_dung/1", "Mục II: thêm “Lời mới”"),
        ("noi_dung/2/doan/0", "Mục II, đoạn 1: thêm “Lời mới”"),
        ("can_cu/0", "Căn cứ 1: thêm “Lời mới”"),
        ("noi_nhan/danh_sach/0", "Nơi nhận, dòng 1: thêm “Lời mới”"),
    ],
)
def test_a_text_stands_behind_another(data, changes, after, told):
    with_entry(data, after, "Lời mới")
    assert changes() == [told]


def test_a_text_is_taken_out_with_what_is_in_it(data, changes):
    without_entry(data, "noi_dung/1/khoan/2/tieu_de")
    (told,) = changes()
    assert told.startswith("Mục I, khoản 2: bỏ “Yêu cầu")
