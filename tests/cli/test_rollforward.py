"""`docgen rollforward`: the files on stdout, what became of the tasks and how to go on on stderr."""

import shlex
from pathlib import Path

from docgen.resources import shipped

PLAN = str(shipped("data") / "kehoach-2025.yaml")


def test_files_are_listed_and_what_is_left_to_decide_is_told(docgen, tmp_path):
    done = docgen("rollforward", PLAN, "--year", "2026", "--out", str(tmp_path))
    assert done.status == 0
    assert done.out.splitlines()[0] == str(tmp_path / "kehoach-2026.yaml")
    assert len(done.out.splitlines()) == 8
    assert "48 nhiệm vụ của năm 2025: giữ nguyên" in done.err
    assert f"docgen decide {tmp_path / 'kehoach-2026.yaml'}" in done.err


def test_what_is_left_is_listed_by_decide_each_with_how_to_answer(docgen, tmp_path):
    plan = docgen("rollforward", PLAN, "--year", "2026", "--out", str(tmp_path)).out.splitlines()[0]
    told = docgen("decide", plan).out
    assert "\n  --text: ghi lời mới; --keep: giữ nguyên\n" in told
    assert "\n  --accept: thay bằng “tỉnh Gia Lai”\n" in told
    assert "\n  --accept: bỏ nhiệm vụ\n" in told


def test_outcomes_leave_out_what_is_finished(docgen, tmp_path):
    outcomes = tmp_path / "ket-qua"
    outcomes.mkdir()
    row = "  - id: kho-luu-tru-so\n    tinh_trang: hoan_thanh\n"
    (outcomes / "nam.yaml").write_text(f"nam: 2025\nky: 2025-N\nket_qua:\n{row}", encoding="utf-8")
    done = docgen("rollforward", PLAN, "--year", "2026", "--outcomes", str(outcomes), "--out", str(tmp_path))
    assert done.status == 0
    assert "bỏ 1" in done.err


def test_a_plan_without_tasks_and_a_folder_with_a_space(docgen, tmp_path):
    plan = tmp_path / "kehoach-2025.yaml"
    plan.write_text(Path(PLAN).read_text("utf-8").partition("phu_luc:")[0], "utf-8")
    done = docgen("rollforward", plan, "--year", "2026", "--out", tmp_path / "năm sau")
    assert done.err.startswith("Kế hoạch năm 2025 không có nhiệm vụ nào.\n")
    assert shlex.split(done.err.splitlines()[2])[-1] == str(tmp_path / "năm sau" / "kehoach-2026.yaml")


def test_a_year_that_is_not_later_is_refused_and_nothing_written(docgen, tmp_path):
    done = docgen("rollforward", PLAN, "--year", "2025", "--out", str(tmp_path / "moi"))
    assert done.status == 2
    assert "Lỗi: Kế hoạch trong" in done.err
    assert not (tmp_path / "moi").exists()


def test_the_year_must_be_given(docgen, tmp_path):
    done = docgen("rollforward", PLAN, "--out", str(tmp_path))
    assert done.status == 2
    assert "--year" in done.err
