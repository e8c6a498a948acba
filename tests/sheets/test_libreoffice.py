"""LibreOffice Calc as a judge: it prints what we write as told, and what it saves is read the same."""

import subprocess
from io import BytesIO

import openpyxl
import pytest
from printed import pdf_pages, squeezed
from workbooks import converted, read_rows

from docgen.model.outcome import Status
from docgen.sheets import read_outcomes, read_workbook, write_workbook


@pytest.fixture(scope="module")
def ours(plan_2025, organisation):
    return write_workbook(plan_2025, organisation)


@pytest.fixture(scope="module")
def saved(ours, tmp_path_factory):
    """A form that was filled in with LibreOffice, as it saves it."""
    book = openpyxl.load_workbook(BytesIO(ours))
    book["Phụ lục"]["H7"].value = "Hoàn thành"
    memory = BytesIO()
    book.save(memory)
    return converted(tmp_path_factory.mktemp("saved"), memory.getvalue(), "xlsx").read_bytes()


def test_what_it_saves_is_read_as_what_we_wrote(ours, saved, plan_2025):
    before, after = read_workbook(ours), read_workbook(saved)
    assert [read_rows(table) for table in after.tables] == [read_rows(table) for table in before.tables]
    assert [[row.task for row in table.rows] for table in after.tables] == [
        [row.task for row in table.rows] for table in before.tables
    ]
    assert (after.form, after.findings) == (before.form, ())
    outcomes, findings = read_outcomes(after, plan_2025)
    assert [(row.id, row.status) for row in outcomes.rows] == [("ke-hoach-kiem-tra-noi-bo", Status.DONE)]
    assert findings == ()


def test_what_it_saves_is_still_a_form(saved):
    sheet = openpyxl.load_workbook(BytesIO(saved))["Phụ lục"]
    assert (sheet.auto_filter.ref, sheet.column_dimensions["A"].hidden) == ("B4:J69", True)
    assert sheet.print_title_rows == "$4:$4"
    assert {one.type for one in sheet.data_validations.dataValidation} == {"list", "date"}
    assert sheet["G7"].is_date


def test_it_prints_a4_on_the_long_side_one_page_wide(ours, plan_2025, tmp_path):
    pdf = converted(tmp_path, ours, "pdf")
    told = subprocess.run(["pdfinfo", pdf], check=True, capture_output=True, text=True).stdout
    size = next(line for line in told.splitlines() if line.startswith("Page size"))
    assert "841.89 x 595" in size
    pages = [squeezed(page) for page in pdf_pages(pdf.read_bytes())]
    assert len(pages) < 14
    assert all(squeezed("Kết quả, sản phẩm, lý do") in page for page in pages)
    assert all(squeezed(row.text) in "".join(pages) for row in plan_2025.rows())


def test_text_is_no_formula_there_either(plan_2025, organisation, tmp_path):
    """The same words come back, and no error of a formula."""
    data = plan_2025.model_dump(mode="json")
    tasks = data["appendices"][0]["parts"][0]["groups"][0]["tasks"]
    words = ["=1+1", '=HYPERLINK("http://a.vn")', "+1+1", "@SUM(A1)", "-2+3"]
    for task, text in zip(tasks, words, strict=True):
        task["text"] = text
    book = write_workbook(type(plan_2025).model_validate(data), organisation)
    (table,) = read_workbook(converted(tmp_path, book, "xlsx").read_bytes()).tables
    assert [row.cells[1].text for row in table.rows[6:11]] == words
