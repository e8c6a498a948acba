"""The comparison paper as a workbook, judged by openpyxl as it reads the file, and by LibreOffice."""

import subprocess
from io import BytesIO

import openpyxl
import pytest
from comparisons import NOTHING, comparison_2026, draft_2026, printed, with_row
from openpyxl.cell.rich_text import CellRichText
from printed import squeezed

from docgen.documents import sosanh
from docgen.errors import InvalidInputError
from docgen.model.comparison import Fate
from docgen.sheets import write_comparison


@pytest.fixture(scope="module")
def comparison(plan_2025):
    return comparison_2026(plan_2025)


@pytest.fixture(scope="module")
def draft(plan_2025):
    return draft_2026(plan_2025)


@pytest.fixture(scope="module")
def data(comparison, draft, organisation):
    return written(comparison, draft, organisation)


@pytest.fixture(scope="module")
def book(data):
    return opened(data)


def written(comparison, draft, organisation):
    return write_comparison(sosanh.compose(comparison, draft, organisation), comparison)


def opened(data):
    return openpyxl.load_workbook(BytesIO(data), rich_text=True)


def test_the_same_comparison_gives_the_same_bytes(data, comparison, draft, organisation):
    assert written(comparison.model_copy(), draft, organisation) == data


def test_the_first_sheet_is_the_table_of_the_paper(book, comparison):
    sheet = book["So sánh"]
    rows = [[str(cell.value or "") for cell in row] for row in sheet.iter_rows(min_row=5)]
    assert rows[0] == ["STT", "Vị trí", "Kế hoạch năm 2025", "Dự thảo năm 2026", "Lý do"]
    places = [row for row in rows[1:] if row[0].isdecimal()]
    assert [row[0] for row in rows[1:] if not row[0].isdecimal()] == ["PHẦN LỜI VĂN", "PHỤ LỤC"]
    assert [row[2] for row in places] == [row.before or "(chưa có)" for row in comparison.rows]
    assert [row[3] for row in places] == [printed(row) for row in comparison.rows]


def test_words_that_differ_are_bold(book):
    cell = book["So sánh"]["C7"].value
    assert isinstance(cell, CellRichText)
    assert [(block.text, bool(block.font.b)) for block in cell] == [
        ("Cải cách hành chính Sở Nội vụ năm ", False),
        ("2025", True),
    ]
    assert {(block.font.rFont, block.font.sz) for block in cell} == {("Times New Roman", 12.0)}


def test_the_second_sheet_has_every_task_to_be_filtered(book, comparison):
    sheet = book["Nhiệm vụ"]
    rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=4)]
    assert [row[1] for row in rows] == [told.text for told in comparison.fates]
    assert {row[2] for row in rows} == {*Fate}
    assert [row[0] for row in rows[26:30]] == [27, "27.1", "27.2", 28]
    assert sheet.auto_filter.ref == f"A3:D{3 + len(comparison.fates)}"


@pytest.mark.parametrize(("name", "head"), [("So sánh", 5), ("Nhiệm vụ", 3)])
def test_pages_lie_on_the_long_side_and_repeat_the_headings(book, name, head):
    sheet = book[name]
    setup = sheet.page_setup
    assert (setup.orientation, int(setup.paperSize), setup.fitToWidth) == ("landscape", 9, 1)
    assert (sheet.freeze_panes, sheet.print_title_rows) == (f"A{head + 1}", f"${head}:${head}")
    cells = [cell for row in sheet.iter_rows(min_row=head) for cell in row if cell.value]
    assert {cell.font.name for cell in cells} == {"Times New Roman"}
    assert all(cell.border.top.style == "thin" for cell in cells)


def test_where_nothing_differs_there_is_a_sentence_and_no_table(draft, organisation):
    sheet = opened(written(NOTHING, draft, organisation))["So sánh"]
    assert [row[0].value for row in sheet.iter_rows(min_row=3)] == [
        "Dự thảo không có chỗ nào khác Kế hoạch năm 2025."
    ]


@pytest.mark.parametrize("text", ["=1+1", "+cmd|' /c calc'!A0", "_x0041_ &<>", "@SUM(A1)\nhai", "12/2025"])
def test_hostile_words_stay_words(draft, organisation, text):
    hostile = with_row(before=text, after=f"{text} khác", reason=text)
    sheet = opened(written(hostile, draft, organisation))["So sánh"]
    *_, last = sheet.iter_rows()
    assert [str(cell.value) for cell in last[2:]] == [text, f"{text} khác", text]
    assert all(cell.data_type == "s" or isinstance(cell.value, CellRichText) for cell in last[2:])


def test_what_excel_would_cut_is_refused(draft, organisation):
    with pytest.raises(InvalidInputError, match="So sánh, ô C6: dài 40000 ký tự"):
        written(with_row(before="\N{GRINNING FACE}" * 20_000), draft, organisation)


def test_libreoffice_prints_every_word(data, comparison, tmp_path):
    (tmp_path / "a.xlsx").write_bytes(data)
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    command = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", tmp_path, "a.xlsx"]
    subprocess.run(command, check=True, capture_output=True, timeout=300, cwd=tmp_path)
    printed = subprocess.run(
        ["pdftotext", "-layout", "a.pdf", "-"], cwd=tmp_path, capture_output=True, check=True
    )
    words = squeezed(printed.stdout.decode())
    assert words.count("Nhiệmvụmớitheo") == 1
    assert all(squeezed(row.before.split()[-1]) in words for row in comparison.rows if row.before)
