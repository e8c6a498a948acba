"""What cannot be done ends with status 2, a Vietnamese message and no file left behind."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from docgen.resources import shipped

PLAN = shipped("data") / "kehoach-2025.yaml"


@pytest.fixture
def plan(tmp_path) -> Path:
    """A copy of the 2025 plan that a test may spoil."""
    return Path(shutil.copy(PLAN, tmp_path))


def spoil(plan: Path, old: str, new: str) -> None:
    text = plan.read_text("utf-8")
    assert old in text
    plan.write_text(text.replace(old, new, 1), "utf-8")


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("trich_yeu:", "trich_yeus:", ["trich_yeus", "trich_yeu", "dòng"]),
        ("nam: 2025", "nam: hai nghìn", ["Năm kế hoạch", "dòng", "số"]),
        ("nam: 2025", "nam: [2025", ["YAML", "dòng"]),
        (
            "chu_tri: Phòng CCHC-VTLT",
            "chu_tri: Phòng CCHC-VTTL",
            ["Phần A, nhiệm vụ 1", "Phòng CCHC-VTTL", "Gần nhất", "Phòng CCHC-VTLT"],
        ),
        ("ho_ten: Nguyễn Thanh Vũ", 'ho_ten: "Nguyễn \\a Vũ"', ["Họ và tên", "U+0007", "gõ lại"]),
        ("quyen_han: KT.", "quyen_han: TM.", ["TM."]),
        ("nhom:", "groups:", ["groups", "dòng"]),
        (
            "        diem:\n",
            "        diem:\n" + "          - Điểm.\n" * 24,
            ["khoản 1", "Điểm", "chữ cái", "dòng"],
        ),
    ],
)
def test_a_bad_plan_is_named_with_its_place(docgen, plan, tmp_path, old, new, said):
    spoil(plan, old, new)
    result = docgen("render", plan, "--out", tmp_path / "out")
    assert result.status == 2
    assert [words for words in said if words.lower() not in result.err.lower()] == []
    assert result.out == ""
    assert not (tmp_path / "out").exists()


def test_all_that_is_wrong_is_told_at_once(docgen, plan, tmp_path):
    spoil(plan, "nam: 2025", "nam: 1900")
    spoil(plan, "chu_tri: Phòng CCHC-VTLT", "chu_tri: Phòng Lạ")
    spoil(plan, "ho_ten: Nguyễn Thanh Vũ", "ho_ten: ThS. Nguyễn Thanh Vũ")
    result = docgen("render", plan, "--out", tmp_path / "out")
    assert [words for words in ("Năm kế hoạch", "Phòng Lạ", "ThS.") if words not in result.err] == []


@pytest.mark.parametrize("command", [["render", "--out", "out"], ["pdf", "-o", "x.pdf"]])
def test_a_missing_file_is_named(docgen, tmp_path, monkeypatch, command):
    monkeypatch.chdir(tmp_path)
    result = docgen(command[0], "khong-co.yaml", *command[1:])
    assert (result.status, result.out) == (2, "")
    assert "Không tìm thấy tệp “khong-co.yaml”" in result.err
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("command", [["render", "--out", "out"], ["pdf", "-o", "x.pdf"]])
def test_an_unreadable_path_is_named(docgen, tmp_path, monkeypatch, command):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "vong.yaml").symlink_to("vong.yaml")
    result = docgen(command[0], "vong.yaml", *command[1:])
    assert (result.status, result.out) == (2, "")
    assert "“vong.yaml”" in result.err
    assert [path.name for path in tmp_path.iterdir()] == ["vong.yaml"]


def test_a_folder_that_cannot_be_written_leaves_nothing(docgen, tmp_path):
    (tmp_path / "out").write_text("một tệp")
    result = docgen("render", PLAN, "--out", tmp_path / "out")
    assert (result.status, result.out) == (2, "")
    assert "Không ghi được" in result.err
    assert (tmp_path / "out").read_text() == "một tệp"


def test_a_full_disk_leaves_nothing(tmp_path):
    """The system refuses to let any file grow beyond 4 kB, as a disk with no more room does."""
    code = (
        "import resource, signal; from docgen.cli import main\n"
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096))\n"
        "main()"
    )
    command = [sys.executable, "-c", code, "render", PLAN, "--out", tmp_path / "out", "--format", "docx"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert "Không ghi được" in done.stderr
    assert "Không có tệp nào được tạo" in done.stderr
    assert not (tmp_path / "out").exists()


def test_a_missing_font_is_named_with_its_package(tmp_path):
    (tmp_path / "fonts.conf").write_text("<fontconfig></fontconfig>")
    environment = {**os.environ, "FONTCONFIG_FILE": str(tmp_path / "fonts.conf")}
    command = [sys.executable, "-m", "docgen", "render", PLAN, "--out", tmp_path / "out"]
    done = subprocess.run(command, capture_output=True, text=True, check=False, env=environment)
    assert done.returncode == 2
    assert "fonts-croscore" in done.stderr
    assert not (tmp_path / "out").exists()


def test_a_word_file_that_is_none(docgen, tmp_path):
    (tmp_path / "a.docx").write_bytes(b"%PDF-1.7")
    result = docgen("pdf", tmp_path / "a.docx", "-o", tmp_path / "a.pdf")
    assert (result.status, result.out) == (2, "")
    assert "a.docx”: Tệp không phải DOCX" in result.err
    assert not (tmp_path / "a.pdf").exists()


def test_a_missing_template_folder(docgen, tmp_path):
    result = docgen("template", "check", tmp_path / "khong-co")
    assert result.status == 2
    assert "Không tìm thấy thư mục mẫu" in result.err
