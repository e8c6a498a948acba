"""`docgen decide` as the deputy director uses it, and `docgen render --final` that waits for it."""

import json
import shutil

import pytest

from docgen.resources import shipped

PLAN = shipped("data") / "kehoach-2025.yaml"
ASKED = """
# ----- Việc cần quyết định -----
can_quyet_dinh:
  - id: giai-doan-1 # hỏi Văn phòng
    cho: noi_dung/3/khoan/10/noi_dung
    trich: giai đoạn 2023 - 2025
    cau_hoi: Giai đoạn đã hết, ghi thế nào?
    de_xuat: Ghi giai đoạn mới.
    thay_bang: giai đoạn 2026 - 2030
    ly_do: Giai đoạn kết thúc năm 2025.
  - id: nhiem-vu-1
    cho: nhiem_vu/giao-bien-che
    cau_hoi: Đã làm xong chưa?
    de_xuat: Bỏ.
    bo_nhiem_vu: true
    ly_do: Việc làm một lần.
  - id: thoi-han-1
    cho: nhiem_vu/giao-bien-che/thoi_gian
    cau_hoi: Thời gian còn đúng không?
    de_xuat: Giữ.
    ly_do: Đã sang năm.
  - id: chu-de-1
    cho: trich_yeu
    cau_hoi: Có đổi tên không?
    de_xuat: Giữ.
    ly_do: Đã sang năm.
    ket_luan: giu_nguyen
"""
LISTED = """\
3 việc cần quyết định; đã quyết định 1.

giai-doan-1
  Mục III, khoản 10: “giai đoạn 2023 - 2025”
  Hỏi: Giai đoạn đã hết, ghi thế nào?
  Đề xuất: Ghi giai đoạn mới.
  Lý do: Giai đoạn kết thúc năm 2025.
  --accept: thay bằng “giai đoạn 2026 - 2030”

nhiem-vu-1
  Phụ lục, phần A, nhóm IV, nhiệm vụ 14: “"""
TASK_TEXT = "Quyết định giao biên chế"


@pytest.fixture
def plan(tmp_path):
    """A copy of the 2025 plan with its units and with decisions."""
    shutil.copy(PLAN.with_name("don-vi.yaml"), tmp_path)
    path = tmp_path / "kh.yaml"
    path.write_text(PLAN.read_text("utf-8") + ASKED, "utf-8")
    return path


def differing(old, new):
    """Return the lines that only one of two texts has, by the text."""
    before, after = old.splitlines(), new.splitlines()
    return [one for one in before if one not in after], [one for one in after if one not in before]


def test_what_is_left_is_listed(docgen, plan):
    result = docgen("decide", plan)
    assert (result.status, result.err) == (0, "")
    assert result.out.startswith(LISTED)
    assert "\n  Hỏi: Đã làm xong chưa?\n  Đề xuất: Bỏ.\n" in result.out
    assert [line for line in result.out.splitlines() if line.startswith("  --accept")][1:] == [
        "  --accept: bỏ nhiệm vụ",
        "  --accept: xác nhận lời đang có",
    ]
    assert result.out.endswith(f"\n  docgen decide {plan} MÃ --accept | --keep | --drop | --text LỜI_MỚI\n")
    assert plan.read_text("utf-8").endswith(ASKED)


def test_it_is_listed_as_data_too(docgen, plan):
    result = docgen("decide", plan, "--format", "json")
    told = json.loads(result.out)
    assert (result.status, told["settled"], [one["id"] for one in told["open"]]) == (
        *(0, 1),
        ["giai-doan-1", "nhiem-vu-1", "thoi-han-1"],
    )
    assert told["open"][2] == {
        "id": "thoi-han-1",
        "place": "Phụ lục, phần A, nhóm IV, nhiệm vụ 14, ô “Thời gian thực hiện”",
        "address": "nhiem_vu/giao-bien-che/thoi_gian",
        "quote": "",
        "words": "Tháng 01/2025",
        "question": "Thời gian còn đúng không?",
        "proposal": "Giữ.",
        "replacement": "",
        "leaves_out": False,
        "needs_words": False,
        "reason": "Đã sang năm.",
    }


def test_a_place_that_is_gone_is_named(docgen, plan):
    plan.write_text(plan.read_text("utf-8").replace("cho: noi_dung/3/", "cho: noi_dung/9/"), "utf-8")
    result = docgen("decide", plan)
    assert "Không còn chỗ “noi_dung/9/khoan/10/noi_dung”: “giai đoạn 2023 - 2025”" in result.out
    assert "kế hoạch không có chỗ “noi_dung/9/khoan/10/noi_dung”" in result.err


def test_a_plan_that_has_none_left(docgen):
    result = docgen("decide", PLAN)
    assert (result.status, result.out) == (0, "Không còn việc nào cần quyết định.\n")


def test_a_proposal_is_accepted(docgen, plan):
    before = plan.read_text("utf-8")
    result = docgen("decide", plan, "giai-doan-1", "--accept")
    assert (result.status, result.out) == (0, f"{plan}\n")
    assert result.err.startswith("giai-doan-1: Đồng ý đề xuất\n  - Mục III, khoản 10: sửa “Tiếp")
    assert result.err.endswith(f"\nCòn 2 việc cần quyết định: docgen decide {plan}\n")
    gone, new = differing(before, plan.read_text("utf-8"))
    assert gone == ["          mạng giai đoạn 2023 - 2025 của Sở Nội vụ."]
    assert new == ["          mạng giai đoạn 2026 - 2030 của Sở Nội vụ.", "    ket_luan: dong_y"]


def test_several_are_settled_at_once_and_nothing_is_left(docgen, plan):
    """The task that goes takes the question about its deadline along."""
    docgen("decide", plan, "giai-doan-1", "--keep")
    result = docgen("decide", plan, "nhiem-vu-1", "thoi-han-1", "--drop")
    assert result.err.splitlines()[:2] == ["nhiem-vu-1: Bỏ nhiệm vụ", "thoi-han-1: Bỏ nhiệm vụ"]
    assert f"bỏ “{TASK_TEXT}" in result.err
    assert result.err.endswith("\nKhông còn việc nào cần quyết định.\n")
    assert "- id: giao-bien-che\n" not in plan.read_text("utf-8")
    assert docgen("decide", plan).out == "Không còn việc nào cần quyết định; đã quyết định 4.\n"


def test_what_is_kept_is_told_as_unchanged(docgen, plan):
    result = docgen("decide", plan, "giai-doan-1", "thoi-han-1", "--keep")
    assert "  Lời của kế hoạch không đổi; muốn ghi lời khác" in result.err
    assert "Còn 1 việc" in result.err
    assert "thoi-han-1: Giữ nguyên\n" in result.err


def test_a_proposal_without_words_confirms_what_stands_there(docgen, plan):
    result = docgen("decide", plan, "thoi-han-1", "--accept")
    assert result.err.startswith(
        "thoi-han-1: Đồng ý đề xuất (xác nhận lời đang có)\n  Lời của kế hoạch không"
    )


@pytest.mark.parametrize("more", [["-o", "moi.yaml"], ["--dry-run"]])
def test_the_plan_itself_may_stay_as_it_is(docgen, plan, monkeypatch, more):
    monkeypatch.chdir(plan.parent)
    before = plan.read_bytes()
    result = docgen("decide", plan, "giai-doan-1", "--text", "giai đoạn tới", *more)
    assert (result.status, plan.read_bytes()) == (0, before)
    assert "giai-doan-1: Sửa lời" in result.err
    written = plan.with_name("moi.yaml")
    assert result.out == ("moi.yaml\n" if "-o" in more else "")
    assert written.exists() == ("-o" in more)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["giai-doan-1"], "Hãy nêu quyết định: --accept, --keep, --drop hoặc --text LỜI_MỚI."),
        (["--keep"], "Hãy nêu mã của việc cần quyết định"),
        (["giai-doan-1", "--keep", "--drop"], "Chỉ chọn một trong --accept, --keep, --drop, --text."),
        (["giai-doan-1", "thoi-han-1", "--text", "a"], "--text chỉ dùng cho một mã."),
        (["--dry-run"], "-o và --dry-run chỉ dùng khi quyết định."),
        (["giai-doan", "--keep"], "có mã “giai-doan”.\nGần nhất: “giai-doan-1”."),
        (["chu-de-1", "--keep"], "Việc “chu-de-1” đã được quyết định: Giữ nguyên."),
        (["giai-doan-1", "--drop"], "không phải về một nhiệm vụ"),
        (["giai-doan-1", "--keep", "-o", "moi.docx"], "Hãy đặt tên có đuôi .yaml."),
        (["thoi-han-1", "giai-doan", "--keep"], "có mã “giai-doan”"),
    ],
)
def test_what_cannot_be_done_is_told_and_nothing_is_written(docgen, plan, monkeypatch, arguments, said):
    monkeypatch.chdir(plan.parent)
    before = plan.read_bytes()
    result = docgen("decide", plan, *arguments)
    assert (result.status, result.out, plan.read_bytes()) == (2, "", before)
    assert said in result.err
    assert sorted(path.name for path in plan.parent.iterdir()) == ["don-vi.yaml", "kh.yaml"]


def test_the_final_document_waits_for_every_decision(docgen, plan, tmp_path):
    result = docgen("render", plan, "--out", tmp_path / "in", "--format", "docx", "--final")
    assert (result.status, result.out, (tmp_path / "in").exists()) == (2, "", False)
    assert result.err.splitlines() == [
        f"Lỗi: Kế hoạch “{plan}” còn 3 việc cần quyết định nên chưa in bản chính thức:",
        "  - giai-doan-1 (Mục III, khoản 10): Giai đoạn đã hết, ghi thế nào?",
        "  - nhiem-vu-1 (Phụ lục, phần A, nhóm IV, nhiệm vụ 14): Đã làm xong chưa?",
        (
            "  - thoi-han-1 (Phụ lục, phần A, nhóm IV, nhiệm vụ 14, ô “Thời gian thực hiện”): "
            "Thời gian còn đúng không?"
        ),
        f"Hãy quyết định bằng lệnh: docgen decide {plan}",
    ]


def test_a_draft_is_told_to_be_one(docgen, plan, tmp_path):
    result = docgen("render", plan, "--out", tmp_path / "in", "--format", "xlsx")
    assert result.status == 0
    assert "Còn 3 việc cần quyết định nên tệp in ra là dự thảo." in result.err
    docgen("decide", plan, "giai-doan-1", "thoi-han-1", "nhiem-vu-1", "--keep")
    final = docgen("render", plan, "--out", tmp_path / "in", "--format", "xlsx", "--final")
    assert (final.status, final.err) == (0, "")
