"""Two versions of a plan: exactly what differs, each difference once."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from plan_edits import data_of, edited
from plans import plans

from docgen.importers import read_organisation
from docgen.model.plan import Plan
from docgen.resources import shipped
from docgen.transform import ChangeKind, compare

ORGANISATION = read_organisation(shipped("data") / "don-vi.yaml")
SMALL = settings(deadline=None, max_examples=50, suppress_health_check=[*HealthCheck])
NEW = {"id": "moi", "noi_dung": "Việc mới", "chu_tri": "Văn phòng Sở", "thoi_gian": "Quý I"}


@pytest.fixture
def told(plan_2025):
    """Return a function that tells, in lines, what differs in the 2025 plan after a change."""

    def told(change):
        data = data_of(plan_2025)
        change(data)
        return [str(found) for found in compare(plan_2025, Plan.model_validate(data))]

    return told


def groups(data, part=0):
    return data["phu_luc"][0]["phan"][part]["nhom"]


def tasks(data, group, part=0):
    return groups(data, part)[group]["nhiem_vu"]


def extend(entry):
    """Put a word behind the text of an entry."""
    entry["noi_dung"] += " Mới"


def put(*path, value):
    """Return a change that puts a value at a place of the data."""

    def change(data):
        for step in path[:-1]:
            data = data[step]
        data[path[-1]] = value

    return change


@pytest.mark.parametrize(
    ("change", "line"),
    [
        (put("so", value=5), "Ô “Số”: thêm “5”"),
        (put("van_ban_dien_tu", value=True), "Ô “Văn bản điện tử”: sửa “không” thành “có”"),
        (
            put("noi_dung", 2, "chi_dan", value=None),
            "Mục III, ô “Chỉ dẫn phụ lục”: bỏ “có Phụ lục nhiệm vụ kèm theo”",
        ),
        (put("noi_nhan", "so_ban", value=5), "Nơi nhận, ô “Số bản lưu”: thêm “5”"),
        (
            put("ky", "ho_ten", value="Trần An"),
            "Chữ ký, ô “Họ và tên người ký”: sửa “Nguyễn Thanh Vũ” thành “Trần An”",
        ),
        (put("phu_luc", 0, "huong", value="ngang"), "Phụ lục, ô “Hướng giấy”: sửa “dọc” thành “ngang”"),
        (
            put("phu_luc", 0, "cot", "stt", value="TT"),
            "Phụ lục, tiêu đề cột, ô “Tiêu đề cột số thứ tự”: sửa “STT” thành “TT”",
        ),
        (
            lambda data: tasks(data, 0)[3].update(thoi_gian="Quý IV"),
            "Phụ lục, phần A, nhóm I, nhiệm vụ 4, ô “Thời gian thực hiện”: sửa “Tháng 12/2025” thành “Quý",
        ),
        (
            lambda data: tasks(data, 0)[3].update(phoi_hop=["Văn phòng Sở", "Thanh tra Sở"]),
            "Phụ lục, phần A, nhóm I, nhiệm vụ 4, ô “Cơ quan phối hợp”: sửa “Văn phòng Sở” thành “Văn",
        ),
        (lambda data: tasks(data, 1).insert(1, NEW), "Phụ lục, phần A, nhóm II, nhiệm vụ 7: thêm “Việc mới”"),
        (
            lambda data: tasks(data, 0).pop(4),
            "Phụ lục, phần A, nhóm I, nhiệm vụ 5: bỏ “Thực hiện chế độ báo cáo định kỳ (quý, 6 tháng, năm)”",
        ),
        (
            lambda data: tasks(data, 6).insert(0, tasks(data, 0).pop(3)),
            "Phụ lục, phần A, nhóm VII, nhiệm vụ 21: chuyển từ phụ lục, phần A, nhóm I, nhiệm vụ 4, “Triển",
        ),
        (
            lambda data: tasks(data, 0).append(tasks(data, 0).pop(0)),
            "Phụ lục, phần A, nhóm I, nhiệm vụ 5: chuyển từ phụ lục, phần A, nhóm I, nhiệm vụ 1, “Ban",
        ),
        (
            lambda data: groups(data).append(groups(data).pop(1)),
            "Phụ lục, phần A, nhóm VII: chuyển từ phụ lục, phần A, nhóm II, “Cải cách thể chế”",
        ),
        (
            lambda data: groups(data)[1].update(ten="Luật"),
            "Phụ lục, phần A, nhóm II, ô “Tên nhóm”: sửa “Cải cách thể chế” thành “Luật”",
        ),
        (
            lambda data: groups(data, 1).append(groups(data).pop(1) | {"ten": "Thể chế"}),
            "Phụ lục, phần B, nhóm V: thêm “Thể chế”",
        ),
        (
            lambda data: data["phu_luc"].append({"ten": "Khác", "phan": [{"nhom": [{"nhiem_vu": [NEW]}]}]}),
            "Phụ lục II: thêm “Khác”",
        ),
        (
            lambda data: tasks(data, 6).append(tasks(data, 0, 1)[0]["nhiem_vu_con"].pop(0)),
            "Phụ lục, phần A, nhóm VII, nhiệm vụ 27: chuyển từ phụ lục, phần B, nhóm I, nhiệm vụ con 1.1, ",
        ),
        (lambda data: data["noi_dung"].pop(3), "Mục IV: bỏ “Kinh phí Kinh phí thực hiện công tác"),
        (
            lambda data: data["noi_dung"][2]["khoan"].insert(1, {"noi_dung": "Ờ ừ"}),
            "Mục III, khoản 2: thêm “Ờ ừ”",
        ),
        (
            lambda data: data["noi_dung"][0]["khoan"][0]["diem"].reverse(),
            "Mục I, khoản 1, điểm a: chuyển từ mục I, khoản 1, điểm b, “Nâng cao chất lượng",
        ),
        (
            lambda data: data["noi_dung"][1]["khoan"][1]["gach"].__setitem__(6, "Cập nhật cơ sở dữ liệu"),
            "Mục II, khoản 2, gạch đầu dòng 7: thêm “Cập nhật cơ sở dữ liệu”",
        ),
        (
            lambda data: data["noi_dung"][0]["khoan"][1]["diem"][1].update(noi_dung="Đẩy mạnh"),
            "Mục I, khoản 2, điểm b: thêm “Đẩy mạnh”",
        ),
        (
            lambda data: data["noi_dung"][0]["khoan"][1]["diem"].pop(),
            "Mục I, khoản 2, điểm b: bỏ “Đẩy mạnh ứng dụng",
        ),
        (
            lambda data: data["ky"].update(chuc_vu="Phó giám đốc"),
            "Chữ ký, ô “Chức vụ người ký”: sửa “Phó Giám đốc” thành “Phó giám đốc”",
        ),
        (
            lambda data: extend(data["noi_dung"][2]["khoan"][5]),
            "Mục III, khoản 6: sửa “Xây dựng",
        ),
        (
            lambda data: extend(data["noi_dung"][0]["khoan"][0]["diem"][0]),
            "Mục I, khoản 1, điểm a: sửa “Tiếp tục triển khai",
        ),
        (
            lambda data: data["noi_dung"][0]["khoan"][0]["diem"][0].update(gach=["Ờ"]),
            "Mục I, khoản 1, điểm a, gạch đầu dòng 1: thêm “Ờ”",
        ),
    ],
)
def test_a_change_is_told_as_officers_say_it(told, change, line):
    assert line in "\n".join(told(change))
    assert told(change)[0].startswith(line)


def test_a_day_of_issue_implies_its_year(plan_2025):
    data = data_of(plan_2025) | {"ngay_ban_hanh": "05/01/2025", "nam_ban_hanh": None}
    assert [str(change) for change in compare(plan_2025, Plan.model_validate(data))] == [
        "Ô “Ngày ban hành”: thêm “05/01/2025”"
    ]


def test_a_group_in_another_part_is_one_change(told):
    assert told(lambda data: groups(data, 1).append(groups(data).pop(0))) == [
        "Phụ lục, phần B, nhóm V: chuyển từ phụ lục, phần A, nhóm I, “Công tác chỉ đạo điều hành”"
    ]


def test_a_block_without_a_title_stands_for_any(plan_2025):
    data = data_of(plan_2025)
    del data["phu_luc"][0]["phan"][1:]
    del data["phu_luc"][0]["phan"][0]["nhom"][1:]
    old = Plan.model_validate(data)
    del data["phu_luc"][0]["phan"][0]["nhom"][0]["ten"], data["phu_luc"][0]["phan"][0]["ten"]
    changes = compare(old, Plan.model_validate(data))
    assert [(change.kind, change.field, change.place) for change in changes] == [
        (ChangeKind.REWORDED, "ten", "Phụ lục, ô “Tên phần”"),
        (ChangeKind.REWORDED, "ten", "Phụ lục, ô “Tên nhóm”"),
    ]


@SMALL
@given(st.data())
def test_exactly_the_edits_are_told(data):
    old = data.draw(plans(ORGANISATION))
    new, edits = data.draw(edited(old))
    whole = {
        task: kind for kind, task, field in edits if task and kind in {ChangeKind.ADDED, ChangeKind.DELETED}
    }
    expected = [edit for edit in edits if whole.get(edit[1], edit[0]) is edit[0]]
    assert sorted((change.kind, change.task, change.field) for change in compare(old, new)) == expected


@SMALL
@given(plans(ORGANISATION), plans(ORGANISATION))
def test_unlike_plans_differ_and_equal_ones_do_not(old, new):
    assert bool(compare(old, new)) is (old != new)
    assert compare(old, old.model_copy(deep=True)) == ()
    ids = {row.id for row in old.rows()}, {row.id for row in new.rows()}
    for kind, tasks_ in ((ChangeKind.ADDED, ids[1] - ids[0]), (ChangeKind.DELETED, ids[0] - ids[1])):
        assert {change.task for change in compare(old, new) if change.kind is kind and change.task} == tasks_
