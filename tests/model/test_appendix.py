"""Tasks: ids, anchors, names of units."""

import pytest
from pydantic import ValidationError

from docgen.model.appendix import Appendix, Orientation, Task

FIELDS = {"id": "ra-soat", "noi_dung": "Rà soát", "chu_tri": "Văn phòng Sở", "thoi_gian": "Quý I"}


def task(**changes):
    return Task.model_validate(FIELDS | changes)


def test_a_task_in_short():
    assert task().lead == ("Văn phòng Sở",)
    assert task().texts() == ("Rà soát", "Văn phòng Sở", "Quý I")
    assert task(phoi_hop=["Ban A", "các đơn vị, cá nhân"]).coordinating == ("Ban A", "các đơn vị, cá nhân")


def test_the_anchor_is_a_bookmark_name():
    assert task(id="ra-soat-2").anchor == "nv_ra_soat_2"
    assert len(task(id="a" * 36).anchor) <= 40


@pytest.mark.parametrize("wrong", ["Rà soát", "ra_soat", "-ra", "ra-", "ra--soat", "RA", "a" * 37])
def test_ids_are_readable_slugs(wrong):
    with pytest.raises(ValidationError, match=f"“{wrong}” không dùng làm mã được"):
        task(id=wrong)


def test_a_task_has_a_lead():
    with pytest.raises(ValidationError, match="để trống; hãy thêm ít nhất một mục"):
        task(chu_tri=[])


def test_an_appendix_counts_tasks_and_shows_subtasks():
    sub = FIELDS | {"id": "con"}
    group = {"ten": "Nhóm", "nhiem_vu": [FIELDS | {"nhiem_vu_con": [sub]}, FIELDS | {"id": "hai"}]}
    appendix = Appendix.model_validate(
        {"ten": "Các nhiệm vụ", "huong": "ngang", "phan": [{"ten": "P", "nhom": [group]}]}
    )
    assert appendix.orientation is Orientation.LANDSCAPE
    assert [row.id for row in appendix.tasks()] == ["ra-soat", "hai"]
    assert [row.id for row in appendix.rows()] == ["ra-soat", "con", "hai"]
    assert list(appendix.texts())[:4] == ["Các nhiệm vụ", "P", "Nhóm", "Rà soát"]


def group(name=None):
    return ({"ten": name} if name else {}) | {"nhiem_vu": [FIELDS | {"id": f"nv-{name or 'mot'}".lower()}]}


def test_a_part_or_group_that_stands_alone_needs_no_title():
    appendix = Appendix.model_validate({"ten": "Các nhiệm vụ", "phan": [{"nhom": [group()]}]})
    assert list(appendix.texts()) == ["Các nhiệm vụ", "Rà soát", "Văn phòng Sở", "Quý I"]


@pytest.mark.parametrize(
    "parts", [[{"nhom": [group("a"), group()]}], [{"ten": "A", "nhom": [group("a")]}, {"nhom": [group("b")]}]]
)
def test_a_part_or_group_among_others_has_a_title(parts):
    with pytest.raises(ValidationError, match="có mục thiếu tên; hãy thêm khóa ten"):
        Appendix.model_validate({"ten": "Các nhiệm vụ", "phan": parts})
