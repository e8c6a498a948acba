"""`docgen import`: what an officer is told of last year's file, and of a draft that comes back from Word."""

import shutil

import pytest
from departments import departments
from docx import Document

from docgen.resources import shipped
from docgen.services.render import Format, render_plan

PLAN = shipped("data") / "kehoach-2025.yaml"
SCAN = "tests/data/ke-hoach-cchc-2025.txt"
TASK = "Thực hiện rà soát, hệ thống hóa các VBQPPL"


def finding(code, severity, place, message, line=None, remedy=""):
    """Return a finding as the worker tells it."""
    told = {"code": code, "severity": severity, "place": place, "message": message}
    return told | {"line": line, "remedy": remedy}


NOTHING = {"draft": {"nam": 2025}, "whole": False, "outcomes": None, "organisation": None, "guessed": []}
FINDINGS = [
    finding("ghi-tu-dong", "info", "đoạn 1", "docgen tự ghi khi in."),
    finding("slip", "warning", "", "“bút phá”: có phải “bứt phá”?", 23, "Hãy so với bản gốc."),
    finding("thieu-khoa", "error", "", "thiếu khóa “ky”."),
    finding("don-vi-la", "warning", "ô D4", "“Phòng Lạ” không có trong danh sách đơn vị."),
]
TOLD = """
Phải sửa trước khi in (1):
  - thiếu khóa “ky”.

Hãy xem lại (2):
  - Dòng 23: “bút phá”: có phải “bứt phá”? Hãy so với bản gốc.
  - ô D4: “Phòng Lạ” không có trong danh sách đơn vị.

Để biết (1):
  - đoạn 1: docgen tự ghi khi in.
"""


@pytest.fixture(scope="module")
def word_file(tmp_path_factory):
    """The 2025 plan as a Word file."""
    return render_plan(PLAN, tmp_path_factory.mktemp("word"), [Format.DOCX]).files[0]


@pytest.fixture
def base(tmp_path):
    """A copy of the 2025 plan with its units."""
    shutil.copy(PLAN.with_name("don-vi.yaml"), tmp_path)
    return shutil.copy(PLAN, tmp_path / "kh.yaml")


@pytest.fixture
def draft(tmp_path):
    """A file whose words do not matter."""
    path = tmp_path / "nhap.docx"
    path.write_bytes(b"PK")
    return path


def reworded(word_file, target, before, after):
    """Return the file with the words of one cell replaced."""
    document = Document(word_file)
    cells = [cell for table in document.tables for row in table.rows for cell in row.cells]
    cell = next(cell for cell in cells if cell.text == before)
    cell.paragraphs[0].runs[0].text = after
    document.save(target)
    return target


def test_last_years_file_becomes_data(docgen, tmp_path):
    result = docgen("import", SCAN, "-o", tmp_path / "kh.yaml")
    assert (result.status, result.out) == (0, f"{tmp_path / 'kh.yaml'}\n")
    assert "Hãy xem lại (4):\n  - dòng 17: “thực tốt”: có phải “thực hiện tốt”?" in result.err
    assert "Phải sửa" not in result.err
    assert (tmp_path / "kh.yaml").read_text("utf-8").startswith("# KẾ HOẠCH CẢI CÁCH HÀNH CHÍNH")


def test_what_is_read_is_printed_again(docgen, tmp_path):
    """The office of the file is none that docgen knows."""
    (tmp_path / "kh-syt.docx").write_bytes(departments()["so-y-te"].make())
    result = docgen("import", tmp_path / "kh-syt.docx", "-o", tmp_path / "kh.yaml")
    assert result.status == 0
    assert result.out.splitlines() == [str(tmp_path / "kh.yaml"), str(tmp_path / "don-vi.yaml")]
    assert "don-vi.yaml: “Sở Y tế” chưa có don-vi.yaml nên docgen lập bản nháp" in result.err
    printed = docgen("render", tmp_path / "kh.yaml", "--out", tmp_path / "in", "--format", "docx")
    assert printed.status == 0
    heads = [cell.text for row in Document(tmp_path / "in" / "kh.docx").tables[0].rows for cell in row.cells]
    assert any(head.startswith("UBND TỈNH GIA LAI\nSỞ Y TẾ") for head in heads)


def test_what_is_told_is_told_by_its_weight(docgen, answered, draft, tmp_path):
    answered(NOTHING | {"findings": FINDINGS})
    shutil.copy(PLAN.with_name("don-vi.yaml"), tmp_path)
    result = docgen("import", draft, "-o", tmp_path / "kh.yaml")
    assert (result.status, result.out, result.err) == (1, f"{tmp_path / 'kh.yaml'}\n", TOLD)
    assert "nam: 2025" in (tmp_path / "kh.yaml").read_text("utf-8")


def test_without_errors_the_status_is_0(docgen, answered, draft, tmp_path):
    answered(NOTHING | {"findings": FINDINGS[:2]})
    assert docgen("import", draft, "-o", tmp_path / "kh.yaml").status == 0


def test_nothing_to_tell_is_no_word(docgen, answered, draft, base):
    answered(NOTHING | {"findings": []})
    assert docgen("import", draft, "-o", base.with_name("moi.yaml")).err == ""


@pytest.mark.parametrize("onto", [False, True])
def test_a_dry_run_writes_nothing(docgen, word_file, base, tmp_path, onto):
    before = sorted(tmp_path.iterdir())
    where = ["--onto", base] if onto else ["-o", tmp_path / "moi.yaml"]
    result = docgen("import", word_file, *where, "--dry-run")
    assert (result.status, result.out, sorted(tmp_path.iterdir())) == (0, "", before)
    assert base.read_bytes() == PLAN.read_bytes()


def test_an_edited_draft_goes_onto_its_plan(docgen, word_file, base, tmp_path):
    edited = reworded(word_file, tmp_path / "sua.docx", TASK, f"{TASK} còn hiệu lực")
    result = docgen("import", edited, "--onto", base)
    assert (result.status, result.out) == (0, f"{base}\n")
    assert result.err.startswith("1 chỗ khác với kế hoạch:\n  - ")
    assert f"sửa “{TASK}” thành “{TASK} còn hiệu lực”" in result.err
    assert f"{TASK} còn hiệu lực" in base.read_text("utf-8")


def test_an_edited_draft_becomes_another_file(docgen, word_file, base, tmp_path):
    edited = reworded(word_file, tmp_path / "sua.docx", TASK, f"{TASK} còn hiệu lực")
    result = docgen("import", edited, "--onto", base, "-o", tmp_path / "moi.yaml")
    assert (result.status, result.out) == (0, f"{tmp_path / 'moi.yaml'}\n")
    assert base.read_bytes() == PLAN.read_bytes()


def test_a_draft_that_nobody_edited_changes_nothing(docgen, word_file, base):
    result = docgen("import", word_file, "--onto", base)
    assert (result.status, result.out) == (0, f"{base}\n")
    assert result.err.startswith("Không có chỗ nào khác với kế hoạch.\n")
    assert base.read_bytes() == PLAN.read_bytes()


def test_what_must_be_mended_first_does_not_go_onto_a_plan(docgen, word_file, base, tmp_path):
    edited = reworded(word_file, tmp_path / "sua.docx", "Phòng CCHC-VTLT", "Phòng Lạ Hoắc")
    result = docgen("import", edited, "--onto", base)
    assert (result.status, result.out) == (2, "")
    assert result.err.startswith(f"Lỗi: Tệp “{edited}” có 1 chỗ phải sửa")
    assert "Phòng Lạ Hoắc" in result.err
    assert base.read_bytes() == PLAN.read_bytes()


@pytest.mark.parametrize(("changes", "wells"), [("accepted", "165"), ("original", "150")])
def test_tracked_changes_are_read_as_asked(docgen, tmp_path, changes, wells):
    word = tmp_path / "nn.docx"
    word.write_bytes(departments()["so-nong-nghiep-va-moi-truong"].make())
    result = docgen("import", word, "-o", tmp_path / "kh.yaml", "--changes", changes)
    assert "Track Changes" in result.err
    assert f"Kiểm tra an toàn {wells} hồ chứa" in (tmp_path / "kh.yaml").read_text("utf-8")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ([], "Thiếu TỆP."),
        (["a.docx"], "Hãy nêu tệp cần tạo (-o TỆP.yaml) hoặc kế hoạch cần sửa (--onto KẾ_HOẠCH.yaml)."),
        (["a.docx", "-o", "a.docx"], "Hãy đặt tên có đuôi .yaml."),
        (["a.docx", "-o", "don-vi.yaml"], "là tên dành cho tệp đơn vị"),
        (["a.docx", "-o", "a.yaml"], "Không tìm thấy tệp “a.docx”"),
        (["a.docx", "--onto", "a.yaml"], "Không tìm thấy tệp “a.yaml”"),
        (["a.docx", "-o", "a.yaml", "--changes", "goc"], "Tùy chọn --changes không nhận “goc”."),
    ],
)
def test_what_cannot_be_done_is_told(docgen, tmp_path, monkeypatch, arguments, said):
    monkeypatch.chdir(tmp_path)
    result = docgen("import", *arguments)
    assert (result.status, result.out) == (2, "")
    assert said in result.err
    assert [*tmp_path.iterdir()] == []


@pytest.mark.parametrize("name", ["kh.docx", "kh.xlsx", "kh.txt"])
def test_a_file_that_cannot_be_read_is_named(docgen, tmp_path, name):
    (tmp_path / name).write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600))
    result = docgen("import", tmp_path / name, "-o", tmp_path / "kh.yaml")
    assert (result.status, result.out) == (2, "")
    assert f"“{tmp_path / name}”: " in result.err
    assert not (tmp_path / "kh.yaml").exists()
