"""A plan from YAML: everything wrong is reported at once, in Vietnamese, with place, line and remedy."""

import re

import pytest

from docgen.errors import InvalidInputError
from docgen.importers import check_plan, read_organisation, read_plan
from docgen.resources import shipped

TASK_TWO = "Phụ lục, phần A, nhiệm vụ 2"


def problems(path, department=None):
    plan, findings = check_plan(path, department)
    assert plan is None
    return [str(finding) for finding in findings]


def test_a_sound_plan(plan_file, department):
    plan = read_plan(plan_file(), department)
    assert [row.id for row in plan.rows()] == ["mot", "hai", "ba"]
    assert check_plan(plan_file(), department)[0] == plan


def test_text_typed_in_pieces_is_stored_whole(plan_file):
    plan = read_plan(plan_file(("năm 2025\nmo", "na\u0306m\u200b 2025\nmo")))
    assert plan.subject == "Cải cách hành chính năm 2025"


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        (
            "nam: 2025",
            "nam: hai",
            "Ô “Năm kế hoạch” (dòng 1): “hai” không phải số nguyên. Hãy ghi bằng chữ số",
        ),
        ("nam: 2025", "nam: 2025.5", "Ô “Năm kế hoạch” (dòng 1): “2025.5” không phải số nguyên."),
        ("nam: 2025", "nam: [2025]", "Ô “Năm kế hoạch” (dòng 1): có nhiều giá trị mà chỉ nhận một."),
        ("nam: 2025", "nam: 1925", "Ô “Năm kế hoạch” (dòng 1): 1925 nhỏ quá. Giá trị nhỏ nhất là 2000."),
        ("nam: 2025", "nam: 20255", "Ô “Năm kế hoạch” (dòng 1): 20255 lớn quá. Giá trị lớn nhất là 2100."),
        (
            "nam: 2025",
            "nam: 99999999999999999999",
            "Ô “Năm kế hoạch” (dòng 1): 99999999999999999999 lớn quá.",
        ),
        ("nam: 2025", f"nam: {'9' * 5000}", "Ô “Năm kế hoạch” (dòng 1): “9999999999"),
        ("nam: 2025", "nam:", "Dòng 1: khóa “nam” để trống. Hãy điền giá trị sau dấu hai chấm."),
        ("nam: 2025\n", "", "Dòng 1: thiếu khóa “nam”. Hãy thêm dòng “nam: …”."),
        ("nam: 2025", "nam: 2025\nso: -1", "Ô “Số” (dòng 2): -1 nhỏ quá. Giá trị nhỏ nhất là 1."),
        (
            "nam: 2025",
            "nam: 2025\nngay_ban_hanh: 31/02/2025",
            "Ô “Ngày ban hành” (dòng 2): ngày 31/02/2025 không có",
        ),
        (
            "nam: 2025",
            "nam: 2025\nngay_ban_hanh: 2025-02-31",
            "Ô “Ngày ban hành” (dòng 2): “2025-02-31” không phải",
        ),
        (
            "nam: 2025",
            "nam: 2025\nngay_ban_hanh: true",
            "Ô “Ngày ban hành” (dòng 2): “True” không phải ngày.",
        ),
        ("nam: 2025", "nam: 2025\nloai: Báo cáo", "Ô “Loại văn bản” (dòng 2): “Báo cáo” không dùng được."),
        (
            "nam: 2025",
            "nam: 2025\nloai: Ke hoach",
            "Ô “Loại văn bản” (dòng 2): “Ke hoach” không dùng được. Gần nhất: “Kế",
        ),
        ("trich_yeu:", "trich_yeuu:", "Dòng 2: không có khóa “trich_yeuu”. Gần nhất: “trich_yeu”."),
        (
            "nam: 2025",
            "nam: 2025\nxyzw: 1",
            "Dòng 2: không có khóa “xyzw”. Các khóa dùng được: loai, nam, so,",
        ),
        (
            "tieu_de: Yêu cầu",
            "tieu_de: 2024",
            "Mục I, khoản 1, ô “Tiêu đề” (dòng 8): phải là chữ, mà “2024” là số.",
        ),
        (
            "tieu_de: Yêu cầu",
            "tieu_de: true",
            "Mục I, khoản 1, ô “Tiêu đề” (dòng 8): phải là chữ, mà “True” là đúng/sai.",
        ),
        (
            "tieu_de: Yêu cầu",
            "tieu_de: {a: b}",
            "Mục I, khoản 1, ô “Tiêu đề” (dòng 8): phải là chữ. Nếu trong đoạn",
        ),
        (
            "tieu_de: Yêu cầu",
            "tieu_de: [a]",
            "Mục I, khoản 1, ô “Tiêu đề” (dòng 8): có nhiều giá trị mà chỉ nhận một.",
        ),
        (
            "tieu_de: Yêu cầu",
            "tieu_de: 1. Yêu cầu",
            "Mục I, khoản 1, ô “Tiêu đề” (dòng 8): bắt đầu bằng “1.”. Hãy bỏ đi",
        ),
        (
            "- Điểm thứ nhất.",
            '- "a\\x07"',
            "Mục I, khoản 1, điểm a, ô “Nội dung” (dòng 10): có ký tự hỏng (U+0007) ở vị",
        ),
        (
            "[Gạch.]",
            '["\\ud800"]',
            "Mục I, khoản 1, điểm b, gạch đầu dòng 1 (dòng 12): có ký tự hỏng (U+D800) ở vị trí 1.",
        ),
        (
            "[Gạch.]",
            "Gạch",
            "Mục I, khoản 1, điểm b, ô “Gạch đầu dòng” (dòng 12): phải là danh sách. Hãy viết mỗi mục",
        ),
        ("Kế hoạch với", "**Kế hoạch với", "Đoạn mở đầu 1 (dòng 4): có dấu ** mở mà không đóng. Hãy đặt **"),
        ("[UBND tỉnh]", "[UBND tỉnh;]", "Nơi nhận, dòng 1 (dòng 14): hãy bỏ gạch đầu dòng và dấu cuối dòng"),
        (
            "[UBND tỉnh]",
            "[]",
            "Nơi nhận, ô “Danh sách nơi nhận” (dòng 14): để trống. Hãy thêm ít nhất một mục.",
        ),
        (
            "chuc_vu: Giám đốc",
            "quyen_han: KT.\n  chuc_vu: Phó",
            "Chữ ký (dòng 15): KT. cần chuc_vu_cap_truong",
        ),
        (
            "chuc_vu: Giám đốc",
            "quyen_han: TK.\n  chuc_vu: Phó",
            "Chữ ký, ô “Quyền hạn” (dòng 16): “TK.” không dùng được.",
        ),
        ("Nguyễn Văn A", "TS. Nguyễn Văn A", "Chữ ký, ô “Họ và tên người ký” (dòng 17): không ghi học hàm"),
        (
            "ten: Các nhiệm vụ",
            "ten: N\n    huong: dọc",
            "Phụ lục, ô “Hướng giấy” (dòng 20): “dọc” không dùng được. Gần",
        ),
        (
            "ten: Các nhiệm vụ",
            "ten: N\n    cot: {stt: 1}",
            "Phụ lục, tiêu đề cột, ô “Tiêu đề cột số thứ tự” (dòng 20):",
        ),
        (
            "ten: Nhóm hai",
            "ten: ''",
            "Phụ lục, phần A, nhóm II, ô “Tên nhóm” (dòng 26): để trống. Hãy điền vào.",
        ),
        (
            "thoi_gian: Quý I",
            "thoi_gian: Quý I, han: x",
            "Phụ lục, phần A, nhiệm vụ 1 (dòng 25): không có khóa “han”.",
        ),
        (
            "id: hai",
            "id: Hai",
            f"{TASK_TWO}, ô “Mã nhiệm vụ” (dòng 28): “Hai” không dùng làm mã được. Hãy dùng chữ",
        ),
        (
            "id: hai",
            "id: mot",
            f"{TASK_TWO}, ô “Mã nhiệm vụ” (dòng 28): mã “mot” đã dùng ở dòng 25. Hãy đặt mã khác.",
        ),
        (
            "noi_dung: Hai",
            f"noi_dung: {'x' * 20_001}",
            f"{TASK_TWO}, ô “Nhiệm vụ cụ thể” (dòng 29): dài 20.001 ký tự; tối",
        ),
        (
            "Thanh tra Sở",
            "Thanh tra",
            f"{TASK_TWO}, ô “Cơ quan chủ trì” (dòng 30): không có đơn vị “Thanh tra” trong",
        ),
        (
            "id: ba",
            "id: hai",
            f"{TASK_TWO}, nhiệm vụ con 2.1, ô “Mã nhiệm vụ” (dòng 33): mã “hai” đã dùng ở dòng 28.",
        ),
    ],
)
def test_one_thing_wrong(plan_file, department, before, after, said):
    (problem,) = problems(plan_file((before, after)), department)
    assert said in problem


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("", "phải gồm các khóa, mỗi khóa một dòng “tên: giá trị”."),
        ("- nam: 2025", "Dòng 1: phải gồm các khóa"),
        ("Kế hoạch", "Dòng 1: phải gồm các khóa"),
    ],
)
def test_no_plan_at_all(yaml_file, content, said):
    (problem,) = problems(yaml_file(content))
    assert problem.startswith(said)


def test_everything_wrong_is_told_at_once_in_the_order_of_the_file(plan_file, department):
    path = plan_file(
        ("nam: 2025", "nam: hai"),
        ("tieu_de: Mục đích", "tieu_de: I. Mục đích"),
        ("ho_ten: Nguyễn Văn A", "ho_ten: ThS. Nguyễn Văn A"),
        ("Thanh tra Sở, Ban Tôn giáo", "Thanh tra, Ban Tôn dáo"),
        ("id: hai", "id: hai\n                id: hai"),
        ("id: ba", "id: mot"),
    )
    lines = [1, 6, 17, 29, 31, 31, 34]
    with pytest.raises(InvalidInputError) as caught:
        read_plan(path, department)
    said = str(caught.value).splitlines()
    assert said[0] == f"Tệp {path} có 7 chỗ phải sửa:"
    assert [int(re.search(r"[Dd]òng (\d+)", problem)[1]) for problem in caught.value.problems] == lines
    assert said[-1] == "Hãy sửa hết rồi chạy lại; chưa ghi tệp nào."


def test_two_appendices_are_told_apart(plan_file):
    path = plan_file(("  - ten: Các nhiệm vụ\n", "  - ten: Phụ lục đầu\n    phan: []\n  - ten: ''\n"))
    assert [problem.partition(":")[0] for problem in problems(path)] == [
        "Phụ lục I, ô “Phần” (dòng 20)",
        "Phụ lục II, ô “Tên phụ lục” (dòng 21)",
    ]


def test_tasks_after_a_broken_group_are_still_counted(plan_file):
    path = plan_file(
        ("          - ten: Nhóm một\n", "          - Nhóm không\n          - ten: Nhóm một\n"),
        ("id: hai", "id: Hai"),
    )
    assert [problem.partition(" (")[0] for problem in problems(path)] == [
        "Phụ lục, phần A, nhóm I",
        "Phụ lục, phần A, nhiệm vụ 2, ô “Mã nhiệm vụ”",
    ]


def test_points_beyond_the_alphabet_are_named_by_number(plan_file):
    points = "".join(f"          - Điểm {n}.\n" for n in range(23)) + "          - ''\n"
    (problem,) = problems(plan_file(("          - Điểm thứ nhất.\n", points)))
    assert problem.startswith("Mục I, khoản 1, điểm 24, ô “Nội dung”")


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        ("ky_hieu: SNV", "", "Dòng 26: thiếu khóa “ky_hieu”."),
        (
            "che_do_tap_the: false",
            "che_do_tap_the: có",
            "Ô “Làm việc theo chế độ tập thể” (dòng 32): “có” không dùng được.",
        ),
        (
            "che_do_tap_the: false",
            "che_do_tap_the: 2",
            "Ô “Làm việc theo chế độ tập thể” (dòng 32): “2” không dùng được.",
        ),
        (
            "loai: thanh_tra",
            "loai: thanhtra",
            "Đơn vị thứ 2, ô “Loại đơn vị” (dòng 42): “thanhtra” không dùng được. Gần",
        ),
        (
            "[ban, trung_tam] #",
            "[bann] #",
            "Nhóm đơn vị thứ 2, ô “Loại đơn vị” (dòng 93): “bann” không dùng được. Gần",
        ),
        ("id: ton-giao\n", "id: thanh-tra\n", "Dòng 26: mã thanh-tra dùng nhiều lần; mỗi"),
    ],
)
def test_an_organisation_is_checked_likewise(yaml_file, before, after, said):
    text = (shipped("data") / "don-vi.yaml").read_text("utf-8")
    assert text.count(before) == 1
    with pytest.raises(InvalidInputError) as caught:
        read_organisation(yaml_file(text.replace(before, after)))
    assert caught.value.problems[0].startswith(said)
