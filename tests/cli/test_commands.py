"""The commands, as an officer types them."""

import shutil
import sys
import zipfile

import pytest

from docgen.resources import shipped
from docgen.services.render import Format, render_plan

PLAN = shipped("data") / "kehoach-2025.yaml"
TEMPLATE = shipped("templates") / "kehoach"


@pytest.fixture(scope="module")
def word_file(tmp_path_factory):
    """The 2025 plan as a Word file."""
    return render_plan(PLAN, tmp_path_factory.mktemp("word"), [Format.DOCX]).files[0]


@pytest.fixture
def broken_template(tmp_path):
    """A copy of the shipped template in which a field is misspelt."""
    folder = tmp_path / "mau"
    shutil.copytree(TEMPLATE, folder)
    with zipfile.ZipFile(TEMPLATE / "mau.docx") as old, zipfile.ZipFile(folder / "mau.docx", "w") as new:
        for entry in old.infolist():
            new.writestr(entry, old.read(entry).replace(b"dau.so_ky_hieu", b"dau.so_ki_hieu"))
    return folder


def test_render_prints_the_paths_of_the_files(docgen, tmp_path):
    result = docgen("render", PLAN, "--out", tmp_path / "moi", "--format", "DOCX")
    assert result.status == 0
    assert result.out.splitlines() == [str(tmp_path / "moi" / "kehoach-2025.docx")]
    assert result.err == ""


def test_pdf_of_a_word_file(docgen, word_file, tmp_path):
    result = docgen("pdf", word_file, "-o", tmp_path / "kh.pdf")
    assert (result.status, result.out, result.err) == (0, f"{tmp_path / 'kh.pdf'}\n", "")
    assert (tmp_path / "kh.pdf").read_bytes().startswith(b"%PDF-1.7")


def test_a_pdf_is_called_one(docgen, word_file, tmp_path):
    result = docgen("pdf", word_file, "-o", tmp_path / "kh.docx")
    assert (result.status, result.out) == (2, "")
    assert "đuôi .pdf" in result.err


def test_nothing_is_written_over_what_is_read(docgen, tmp_path):
    plan = shutil.copy(PLAN, tmp_path / "kh.docx")
    shutil.copy(PLAN.with_name("don-vi.yaml"), tmp_path)
    result = docgen("render", plan, "--out", tmp_path, "--format", "docx")
    assert (result.status, result.out) == (2, "")
    assert "chính là tệp đang đọc" in result.err
    assert plan.read_bytes() == PLAN.read_bytes()


@pytest.mark.parametrize(
    ("content", "said"), [(b"PK\x03\x04", "tệp Word, Excel hoặc tệp nén"), (b"", "phải gồm các khóa")]
)
def test_what_is_no_plan(docgen, tmp_path, content, said):
    (tmp_path / "kh.yaml").write_bytes(content)
    result = docgen("render", tmp_path / "kh.yaml", "--out", tmp_path)
    assert result.status == 2
    assert said in result.err


def test_a_template_is_a_folder(docgen):
    result = docgen("template", "check", TEMPLATE / "mau.docx")
    assert result.status == 2
    assert "Hãy chỉ ra thư mục chứa mẫu" in result.err


def test_a_good_template(docgen):
    result = docgen("template", "check", TEMPLATE)
    assert (result.status, result.out) == (0, "")
    assert result.err == "Mẫu dùng được.\n"


def test_a_broken_template_has_status_1_and_every_error_with_its_place(docgen, broken_template):
    result = docgen("template", "check", broken_template)
    assert (result.status, result.out) == (1, "")
    assert "so_ki_hieu" in result.err
    assert "so_ky_hieu" in result.err
    assert "bảng 1, hàng 2, ô 1" in result.err


def test_a_broken_template_is_not_filled(docgen, broken_template, tmp_path):
    result = docgen("render", PLAN, "--out", tmp_path / "out", "--template", broken_template)
    assert (result.status, result.out) == (2, "")
    assert "so_ki_hieu" in result.err
    assert "docgen template check" in result.err
    assert not (tmp_path / "out").exists()


def test_remarks_are_told_and_the_files_written(docgen, tmp_path):
    text = PLAN.read_text("utf-8").replace("thoi_gian: Cả năm", "thoi_gian: Lúc thuận tiện", 1)
    (tmp_path / "kh.yaml").write_text(text, "utf-8")
    result = docgen("render", tmp_path / "kh.yaml", "--out", tmp_path, "--format", "docx")
    assert result.status == 0
    assert "Lúc thuận tiện" in result.err
    assert (tmp_path / "kh.docx").exists()


def test_long_work_tells_a_person_at_a_terminal_what_it_does(docgen, tmp_path, monkeypatch):
    monkeypatch.setattr(type(sys.stderr), "isatty", lambda _: True)
    monkeypatch.setenv("TERM", "xterm")
    result = docgen("render", PLAN, "--out", tmp_path, "--format", "docx")
    assert result.status == 0
    assert "Đang soạn tệp Word…" in result.err
