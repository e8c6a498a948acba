"""The plan as a whole: years, ids, deadlines, texts."""

from itertools import count

import pytest
from pydantic import ValidationError

from docgen.model.deadline import DeadlineKind
from docgen.model.plan import Plan

TASK = {"id": "ra-soat", "noi_dung": "Rà soát", "chu_tri": "Văn phòng Sở", "thoi_gian": "Tháng 4"}
FIELDS = {
    "nam": 2025,
    "trich_yeu": "Cải cách hành chính năm 2025",
    "mo_dau": ["Thực hiện Quyết định số 4447/QĐ-UBND ngày 24/12/2024 của UBND tỉnh:"],
    "noi_dung": [{"tieu_de": "Mục đích"}],
    "noi_nhan": {"danh_sach": ["UBND tỉnh"]},
    "ky": {"chuc_vu": "Giám đốc", "ho_ten": "Nguyễn Văn A"},
}


def plan(*tasks, **changes):
    group = {"ten": "Nhóm", "nhiem_vu": tasks or [TASK]}
    appendix = {"ten": "Các nhiệm vụ", "phan": [{"ten": "Phần", "nhom": [group]}]}
    return Plan.model_validate(FIELDS | {"phu_luc": [appendix]} | changes)


def test_a_deadline_is_understood_in_the_year_of_the_plan():
    of_2026 = plan(nam=2026)
    deadline = of_2026.deadline(next(of_2026.rows()))
    assert deadline.kind is DeadlineKind.MONTH
    assert str(deadline.latest) == "2026-04-30"


def test_texts_in_reading_order():
    texts = ["Cải cách hành chính năm 2025", FIELDS["mo_dau"][0], "Mục đích", "UBND tỉnh", "Các nhiệm vụ"]
    assert list(plan().texts()) == [*texts, "Phần", "Nhóm", "Rà soát", "Văn phòng Sở", "Tháng 4"]


@pytest.mark.parametrize(
    ("appendices", "marks"),
    [
        ({"Một": [""]}, [("", "")]),
        ({"Một": ["Sở", "Tỉnh"]}, [("A", "Sở"), ("B", "Tỉnh")]),
        ({"Một": ["Sở", "Tỉnh"], "Hai": [""]}, [("A", "Sở"), ("B", "Tỉnh"), ("C", "Hai")]),
    ],
)
def test_parts_are_told_apart_through_all_appendices(appendices, marks):
    numbers = count()
    blocks = [
        {"ten": name, "phan": [_part(title, next(numbers)) for title in titles]}
        for name, titles in appendices.items()
    ]
    assert [(one.mark, one.title) for one in plan(phu_luc=blocks).marked_parts()] == marks


def _part(title, number):
    group = {"nhiem_vu": [TASK | {"id": f"viec-{number}"}]}
    return {"ten": title, "nhom": [group]} if title else {"nhom": [group]}


def test_ids_are_unique_among_tasks_and_subtasks():
    with pytest.raises(ValidationError, match="mã nhiệm vụ ra-soat dùng nhiều lần"):
        plan(TASK | {"nhiem_vu_con": [TASK]})


def test_the_year_of_issue_follows_from_the_day():
    assert plan(ngay_ban_hanh="27/12/2024").issue_year == 2024
    assert plan(ngay_ban_hanh="27/12/2024") == plan(ngay_ban_hanh="27/12/2024", nam_ban_hanh=2024)
    assert plan().issue_year is None


@pytest.mark.parametrize("issued", ["27/12/2024", "2024-12-27", "ngày 27 tháng 12 năm 2024"])
def test_issued_on(issued):
    assert str(plan(so=5, ngay_ban_hanh=issued, nam_ban_hanh=2024).issued_on) == "2024-12-27"
    with pytest.raises(ValidationError, match="nam_ban_hanh là 2025 mà ngay_ban_hanh thuộc năm 2024"):
        plan(ngay_ban_hanh=issued, nam_ban_hanh=2025)


def test_a_plan_is_frozen_and_knows_no_other_fields():
    with pytest.raises(ValidationError, match="frozen"):
        plan().year = 2026
    with pytest.raises(ValidationError, match="extra_forbidden"):
        plan(la=1)


@pytest.mark.parametrize("line", ["- UBND tỉnh", "UBND tỉnh;", "Lưu: VT."])
def test_recipients_have_no_dash_and_no_end(line):
    with pytest.raises(ValidationError, match="bỏ gạch đầu dòng và dấu cuối dòng"):
        plan(noi_nhan={"danh_sach": [line]})


def test_citations_in_reading_order_also_in_bold():
    task = TASK | {"noi_dung": "Thực hiện Kế hoạch số 153/KH-UBND ngày 07/8/2023 của UBND tỉnh"}
    cited = plan(
        task, can_cu=["Căn cứ **Nghị định** số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ"]
    ).citations()
    assert [citation.number_symbol for citation in cited] == ["30/2020/NĐ-CP", "4447/QĐ-UBND", "153/KH-UBND"]
