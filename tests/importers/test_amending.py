"""A YAML file amended: what differs is changed, every other line stays as it was, comments and all."""

from difflib import unified_diff

import pytest
from plan_edits import data_of

from docgen.importers import read_organisation, read_plan
from docgen.importers.amending import amended
from docgen.model.plan import Plan
from docgen.resources import shipped

ORGANISATION = read_organisation(shipped("data") / "don-vi.yaml")
FILE = """\
# Của phòng CCHC
nam: 2026 # năm tới
so: # chưa có
trich_yeu: Cải cách hành chính # trích yếu

# lời văn
noi_dung:
  - tieu_de: "Mục đích"
    gach:
      # hai ý
      - Một   # ý đầu
      - >- # ý sau
        Hai hai
        hai hai

  - tieu_de: Kinh phí
    doan: [Ngân sách]
    chi_dan: có Phụ lục

noi_nhan:
  danh_sach:
  - UBND tỉnh
  - Sở Nội vụ
ky: {chuc_vu: Giám đốc, ho_ten: Nguyễn Văn An}
phu_luc:
  - ten: Các nhiệm vụ
    phan:
      - nhom:
          - ten: Thể chế
            nhiem_vu:
              # việc đầu tiên
              - id: mot
                noi_dung: Việc một
                chu_tri: Văn phòng Sở
                thoi_gian: Quý I   # sớm
                # hết việc một

              # ---- còn lại ----

              # việc thứ hai
              - id: hai
                noi_dung: Việc hai
                chu_tri:
                  - Văn phòng Sở
                thoi_gian: |-
                  Quý I
                  Quý II
                nhiem_vu_con:
                    # con
                    - id: con
                      noi_dung: Việc con
                      chu_tri: Văn phòng Sở
                      thoi_gian: Quý I
#              - id: bo
          # nhóm sau
          - ten: Bộ máy
            nhiem_vu:
              - id: ba
                noi_dung: Việc ba
                chu_tri: Văn phòng Sở
                thoi_gian: Cả năm
"""

BEHIND = "        diem:\n          - a\n        gach:\n          - b\n          - c\n"
ENDING = "noi_nhan: {danh_sach: [z]}\nky: {chuc_vu: Giám đốc, ho_ten: An}\n"
IN_BRACKETS = (
    f"{{nam: 2026, trich_yeu: x, noi_dung: [{{tieu_de: y}}], {ENDING.replace(chr(10), ', ')}}}",
    f"? nam\n: 2026\n? trich_yeu\n: x\n? noi_dung\n: - tieu_de: y\n{ENDING}",
)
"""Layouts that are YAML but not an officer's."""


@pytest.fixture
def read(tmp_path):
    """Return a function that reads a plan out of a text."""

    def read(text):
        path = tmp_path / "plan.yaml"
        path.write_bytes(text.encode())
        return read_plan(path)

    return read


@pytest.fixture
def amend(read):
    """Return a function that changes the data of a file and tells which of its lines changed."""

    def amend(change, text=FILE):
        old = read(text)
        data = data_of(old)
        change(data)
        new = Plan.model_validate(data)
        found = amended(text, old, new)
        assert read(found) == new
        lines = unified_diff(text.splitlines(), found.splitlines(), n=0, lineterm="")
        return [f"{line[0]} {line[1:]}" for line in lines if not line.startswith(("---", "+++", "@@"))]

    return amend


def tasks(data, group=0):
    return data["phu_luc"][0]["phan"][0]["nhom"][group]["nhiem_vu"]


def test_nothing_changes_where_nothing_differs(read, plan_2025):
    assert amended(FILE, read(FILE), read(FILE)) == FILE
    text = (shipped("data") / "kehoach-2025.yaml").read_text(encoding="utf-8")
    assert amended(text, plan_2025, plan_2025) == text


def put(*path, value):
    """Return a change that puts a value at a place of the data."""

    def change(data):
        for step in path[:-1]:
            data = data[step]
        data[path[-1]] = value

    return change


@pytest.mark.parametrize(
    ("change", "lines"),
    [
        (put("nam", value=2027), ["- nam: 2026 # năm tới", "+ nam: 2027 # năm tới"]),
        (put("so", value=5), ["- so: # chưa có", "+ so: 5 # chưa có"]),
        (put("ngay_ban_hanh", value="05/01/2026"), ["+ ngay_ban_hanh: 05/01/2026"]),
        (
            put("noi_dung", 0, "gach", 0, value="Một # 2"),
            ["-       - Một   # ý đầu", '+       - "Một # 2" # ý đầu'],
        ),
        (put("noi_dung", 0, "gach", 1, value="Hai hai"), ["-         hai hai"]),
        (
            put("noi_dung", 0, "gach", 0, value="Khác"),
            ["-       # hai ý", "-       - Một   # ý đầu", "+       - Khác"],
        ),
        (
            put("noi_dung", 1, "doan", value=["Ngân sách", "Khác"]),
            ["-     doan: [Ngân sách]", "+     doan:", "+       - Ngân sách", "+       - Khác"],
        ),
        (put("noi_dung", 1, "chi_dan", value=None), ["-     chi_dan: có Phụ lục"]),
        (put("noi_dung", 1, "gach", value=["x"]), ["+     gach:", "+       - x"]),
        (
            put("noi_nhan", "danh_sach", value=["UBND tỉnh", "Sở Y tế", "Sở Nội vụ"]),
            ["+   - Sở Y tế"],
        ),
        (put("can_cu", value=["Luật"]), ["+ ", "+ can_cu:", "+   - Luật"]),
    ],
)
def test_only_what_differs_is_changed(amend, change, lines):
    assert amend(change) == lines


def test_a_row_moves_with_its_comments_and_takes_its_changes_along(amend):
    def change(data):
        tasks(data, 1).insert(0, tasks(data).pop(0) | {"thoi_gian": "Quý II"})

    moved = ["# việc đầu tiên", "- id: mot", "  noi_dung: Việc một", "  chu_tri: Văn phòng Sở"]
    assert amend(change) == [
        *(f"- {' ' * 14}{line}" for line in (*moved, "  thoi_gian: Quý I   # sớm", "  # hết việc một")),
        *(f"+ {' ' * 14}{line}" for line in (*moved, "  thoi_gian: Quý II # sớm", "  # hết việc một")),
    ]


def test_a_subtask_that_becomes_a_task_is_indented_as_one(amend):
    def change(data):
        tasks(data, 1).append(tasks(data)[1]["nhiem_vu_con"].pop())

    below = ("noi_dung: Việc con", "chu_tri: Văn phòng Sở", "thoi_gian: Quý I")
    lines = amend(change)
    assert [line for line in lines if line[0] == "+"] == [
        f"+ {' ' * 14}# con",
        f"+ {' ' * 14}- id: con",
        *(f"+ {' ' * 16}{line}" for line in below),
    ]


def test_a_deleted_row_takes_its_own_comments_with_it_but_no_others(amend):
    lines = amend(lambda data: tasks(data).pop(1))
    assert "-               # việc thứ hai" in lines
    assert not [line for line in lines if "còn lại" in line or "nhóm sau" in line]


def test_a_new_row_and_a_new_group_stand_like_the_others(amend):
    def change(data):
        new = {"id": "moi", "noi_dung": "Việc mới", "chu_tri": ["Văn phòng Sở"], "thoi_gian": "Quý I"}
        tasks(data, 1).insert(0, new)
        data["phu_luc"][0]["phan"][0]["nhom"].append({"ten": "Số", "nhiem_vu": [new | {"id": "so"}]})

    row = ["- id: {}", "  noi_dung: Việc mới", "  chu_tri: Văn phòng Sở", "  thoi_gian: Quý I"]
    assert amend(change) == [
        *(f"+ {' ' * 14}{line.format('moi')}" for line in row),
        *("+           - ten: Số", "+             nhiem_vu:"),
        *(f"+ {' ' * 14}{line.format('so')}" for line in row),
    ]


def test_a_row_that_moves_into_a_new_group_keeps_its_comments(amend):
    def change(data):
        data["phu_luc"][0]["phan"][0]["nhom"].append({"ten": "Số", "nhiem_vu": [tasks(data).pop(0)]})

    assert [line for line in amend(change) if line[0] == "+"] == [
        *("+           - ten: Số", "+             nhiem_vu:", "+               # việc đầu tiên"),
        *("+               - id: mot", "+                 noi_dung: Việc một"),
        *("+                 chu_tri: Văn phòng Sở", "+                 thoi_gian: Quý I   # sớm"),
        "+                 # hết việc một",
    ]


def test_the_first_key_behind_a_dash_may_change(amend):
    def change(data):
        data["phu_luc"][0]["phan"][0]["ten"] = "Phần một"

    assert amend(change) == ["-       - nhom:", "+       - ten: Phần một", "+         nhom:"]


def test_another_row_in_the_place_of_one_is_no_rewording(amend):
    lines = amend(lambda data: tasks(data, 1).__setitem__(0, tasks(data, 1)[0] | {"id": "bon"}))
    assert len([line for line in lines if line[0] == "-"]) == 1


def test_dashes_behind_points_are_those_of_the_last_point(amend):
    head = "nam: 2026\ntrich_yeu: x\nnoi_dung:\n  - tieu_de: y\n    khoan:\n"
    text = f"{head}      - tieu_de: z\n{BEHIND}{ENDING}"

    def without_points(data):
        data["noi_dung"][0]["khoan"][0].update(diem=[], gach=["b", "d"])

    assert amend(without_points, text) == [
        "-         diem:",
        "-           - a",
        "-           - c",
        "+           - d",
    ]
    below = put("noi_dung", 0, "khoan", 0, "diem", 0, "gach", value=["b", "d"])
    assert "+ # KẾ HOẠCH X" in amend(below, text)


def test_one_name_and_several(amend):
    def change(data):
        tasks(data)[0]["chu_tri"] = ["Văn phòng Sở", "Thanh tra Sở"]
        tasks(data)[1]["chu_tri"] = ["Thanh tra Sở"]

    assert amend(change) == [
        "-                 chu_tri: Văn phòng Sở",
        "+                 chu_tri:",
        "+                   - Văn phòng Sở",
        "+                   - Thanh tra Sở",
        "-                   - Văn phòng Sở",
        "+                   - Thanh tra Sở",
    ]


@pytest.mark.parametrize("mark", ["", "\ufeff"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize("last", ["", "\n"])
def test_a_mark_and_the_ends_of_lines_survive(read, mark, end, last):
    text = mark + FILE.rstrip().replace("\n", end) + last.replace("\n", end)
    old = read(text)
    new = old.model_copy(update={"number": 7, "opening": ("Mở đầu",)})
    found = amended(text, old, new)
    assert read(found) == new
    assert found.startswith(mark)
    assert found.removeprefix(mark).count("\ufeff") == 0
    assert found.count("\n") == text.count("\n") + 3
    assert found.count("\r") == (found.count("\n") if end == "\r\n" else 0)
    assert found.endswith(end) == bool(last)


@pytest.mark.parametrize("text", IN_BRACKETS)
@pytest.mark.parametrize("head", ["", "# Của phòng CCHC\n\n"])
def test_a_file_that_cannot_be_amended_is_written_anew_under_its_head(read, text, head):
    old = read(head + text)
    new = old.model_copy(update={"year": 2027})
    found = amended(head + text, old, new)
    assert read(found) == new
    assert found.startswith(head)


ODD = """\
%YAML 1.2
--- # bắt đầu
"nam": 2026
trich_yeu: Cải cách
  hành chính
  # chú thích
noi_dung:
- tieu_de: 'Một'
  khoan:
  - noi_dung: "Hai
      ba

      # bốn"   # cuối
  - {tieu_de: Ba, gach: [x, z]}
  -
    # trong
    tieu_de: Bốn
    gach:
    -   a
    -   b\x20\x20
    diem: []
noi_nhan:
    danh_sach:    [a,
       b] # hết
ky:

    chuc_vu: Giám đốc

    ho_ten: >

        Nguyễn

        An

...
"""
ITEMS = ("noi_dung", 0, "khoan")


@pytest.mark.parametrize(
    ("change", "lines"),
    [
        (put("nam", value=2027), ['- "nam": 2026', "+ nam: 2027"]),
        (put("trich_yeu", value="Cải cách"), ["-   hành chính"]),
        (
            put(*ITEMS, 0, "noi_dung", value="Hai # ba"),
            [
                *('-   - noi_dung: "Hai', "-       ba", "- ", '-       # bốn"   # cuối'),
                '+   - noi_dung: "Hai # ba" # cuối',
            ],
        ),
        (
            put(*ITEMS, 1, "gach", value=["x"]),
            ["-   - {tieu_de: Ba, gach: [x, z]}", "+   - tieu_de: Ba", "+     gach:", "+       - x"],
        ),
        (put(*ITEMS, 2, "gach", value=["b", "c"]), ["-     -   a", "+     - c"]),
        (put("noi_nhan", "so_ban", value=3), ["+     so_ban: 3"]),
        (
            put("noi_nhan", "danh_sach", value=["a"]),
            ["-     danh_sach:    [a,", "-        b] # hết", "+     danh_sach: # hết", "+       - a"],
        ),
        (put("can_cu", value=["Luật"]), ["+ ", "+ can_cu:", "+   - Luật"]),
    ],
)
def test_other_hands_write_otherwise(amend, change, lines):
    assert amend(change, ODD) == lines
