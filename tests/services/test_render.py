"""The real plan, from YAML to the files that are signed."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from printed import pdf_pages, squeezed

from docgen.errors import DocgenError
from docgen.resources import shipped
from docgen.services.render import Format, render_plan
from docgen.sheets import read_workbook


def test_every_word_of_the_plan_is_printed_in_the_pdf(rendered, document_2025):
    printed = squeezed("".join(pdf_pages(rendered[".pdf"].read_bytes())))
    missing = [text for text in document_2025.printed_texts() if squeezed(text) not in printed]
    assert missing == []


def test_rendering_twice_gives_the_same_bytes(rendered, plan_file, tmp_path):
    """Also in another process, on another day, in another place of the world."""
    environment = {**os.environ, "PYTHONHASHSEED": "7", "TZ": "America/Lima", "LC_ALL": "tr_TR.UTF-8"}
    command = [sys.executable, "-m", "docgen", "render", plan_file, "--out", tmp_path]
    done = subprocess.run(command, capture_output=True, text=True, check=True, env=environment)
    again = {path.suffix: path for path in tmp_path.iterdir()}
    assert done.stdout.splitlines() == [str(again[".docx"]), str(again[".pdf"])]
    assert {suffix: path.read_bytes() for suffix, path in again.items()} == {
        suffix: path.read_bytes() for suffix, path in rendered.items()
    }


@pytest.mark.parametrize("formats", [[Format.DOCX], [Format.PDF]])
def test_only_the_formats_asked_for_are_written(plan_file, tmp_path, formats):
    written = render_plan(plan_file, tmp_path, formats).files
    assert [path.suffix for path in written] == [f".{name}" for name in formats]
    assert sorted(tmp_path.iterdir()) == sorted(written)


def test_units_come_from_the_file_beside_the_plan(plan_file, tmp_path):
    shutil.copy(plan_file, tmp_path)
    units = (shipped("data") / "don-vi.yaml").read_text("utf-8")
    (tmp_path / "don-vi.yaml").write_text(units.replace("Phòng CCHC-VTLT", "Phòng CCHC"), "utf-8")
    with pytest.raises(DocgenError, match="không có đơn vị “Phòng CCHC-VTLT”"):
        render_plan(tmp_path / plan_file.name, tmp_path / "out")


def test_an_office_renders_with_its_own_template(plan_file, tmp_path):
    shutil.copytree(shipped("templates") / "kehoach", tmp_path / "mau")
    rendered = render_plan(plan_file, tmp_path / "out", [Format.DOCX], tmp_path / "mau")
    assert [path.name for path in rendered.files] == ["kehoach-2025.docx"]


def test_a_template_for_another_type_of_document_is_refused(plan_file, tmp_path):
    folder = Path(shutil.copytree(shipped("templates") / "kehoach", tmp_path / "mau"))
    manifest = folder / "mau.toml"
    manifest.write_text(manifest.read_text("utf-8").replace('"kehoach"', '"baocao"'), "utf-8")
    with pytest.raises(DocgenError, match="dùng cho loại văn bản “baocao”, không phải “kehoach”"):
        render_plan(plan_file, tmp_path / "out", [Format.DOCX], folder)


def test_what_is_being_done_is_told_in_order(plan_file, tmp_path):
    told = []
    render_plan(plan_file, tmp_path, [Format.DOCX, Format.PDF], progress=told.append)
    assert told == ["Đang đọc kế hoạch", "Đang soạn tệp Word", "Đang dàn trang PDF"]


def test_remarks_come_with_the_files(plan_file, tmp_path):
    """A deadline that is not understood is printed as written, and told."""
    text = plan_file.read_text("utf-8").replace("thoi_gian: Cả năm", "thoi_gian: Lúc thuận tiện", 1)
    (tmp_path / "kh.yaml").write_text(text, "utf-8")
    where, remark = render_plan(tmp_path / "kh.yaml", tmp_path / "out", [Format.DOCX]).remarks
    assert "không có tệp don-vi.yaml bên cạnh" in str(where)
    assert "Lúc thuận tiện" in str(remark)
    assert remark.severity == "warning"


def test_the_appendix_is_had_as_a_workbook_without_a_word_file(plan_file, tmp_path, plan_2025):
    told = []
    (path,) = render_plan(plan_file, tmp_path, [Format.XLSX], progress=told.append).files
    assert (path.name, told) == ("kehoach-2025.xlsx", ["Đang đọc kế hoạch", "Đang soạn tệp Excel"])
    tasks = [row.task for row in read_workbook(path.read_bytes()).tables[0].rows if row.task]
    assert tasks == [row.id for row in plan_2025.rows()]


def test_a_plan_without_appendix_is_no_workbook(plan_file, tmp_path):
    text = plan_file.read_text("utf-8").partition("phu_luc:")[0].replace("    chi_dan:", "    # chi_dan:")
    (tmp_path / "kh.yaml").write_text(text, "utf-8")
    with pytest.raises(DocgenError, match="Kế hoạch không có phụ lục"):
        render_plan(tmp_path / "kh.yaml", tmp_path / "out", list(Format))
    assert not (tmp_path / "out").exists()
