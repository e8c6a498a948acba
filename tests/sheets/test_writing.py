"""A plan as a sheet that officers expect, judged by openpyxl as it reads the file."""

import os
import subprocess
import sys
import zipfile
from datetime import date
from io import BytesIO

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from docgen import rules
from docgen.errors import InvalidInputError
from docgen.model.appendix import Appendix
from docgen.model.outcome import Status
from docgen.sheets import read_workbook, write_workbook

WRITE = """
import sys
from docgen.importers import read_organisation, read_plan
from docgen.resources import shipped
from docgen.sheets import write_workbook
organisation = read_organisation(shipped("data") / "don-vi.yaml")
plan = read_plan(shipped("data") / "kehoach-2025.yaml", organisation)
sys.stdout.buffer.write(write_workbook(plan, organisation))
"""
ACTIVE = [
    '=HYPERLINK("http://a.vn";"Bấm")',
    "=1+1",
    "+cmd|' /c calc'!A0",
    "@SUM(A1)",
    "-1",
    "＝1+1",
    "＋1",
    "#REF!",
    "#N/A",
    "12/2025",
    "1e3",
    "TRUE",
    "a\t=1+1",
    "_x0041_",
    "_x005F_x0041_",
    "=\n1",
]


def opened(data):
    return openpyxl.load_workbook(BytesIO(data))


@pytest.fixture(scope="module")
def book(plan_2025, organisation):
    return opened(write_workbook(plan_2025, organisation))


def with_task(plan, **changed):
    """Return the plan with its first task changed."""
    data = plan.model_dump(mode="json")
    data["appendices"][0]["parts"][0]["groups"][0]["tasks"][0] |= changed
    return type(plan).model_validate(data)


def test_the_head_stays_in_sight_filters_and_stands_on_every_page(book):
    sheet = book["Phụ lục"]
    assert (sheet.freeze_panes, sheet.auto_filter.ref) == ("A5", "B4:J69")
    assert sheet.print_title_rows == "$4:$4"
    assert " | ".join(cell.value for cell in sheet[4]) == (
        "#cot | STT | Nhiệm vụ cụ thể | Cơ quan chủ trì | Cơ quan phối hợp | Thời gian thực hiện"
        " | Hạn hoàn thành | Tình trạng | Ngày hoàn thành | Kết quả, sản phẩm, lý do"
    )


def test_pages_are_a4_on_the_long_side_one_page_wide_with_the_margins_of_the_decree(book):
    sheet = book["Phụ lục"]
    setup = sheet.page_setup
    assert (setup.orientation, int(setup.paperSize)) == ("landscape", 9)
    assert (sheet.sheet_properties.pageSetUpPr.fitToPage, setup.fitToWidth, setup.fitToHeight) == (True, 1, 0)
    for side in ("top", "bottom", "left", "right"):
        inches = getattr(sheet.page_margins, side)
        assert inches * 25.4 == pytest.approx(rules.length(f"margin.{side}"), abs=0.01)
    assert "&P" in sheet.oddFooter.center.text


def test_letters_and_lines_are_those_of_the_rules(book):
    sheet = book["Phụ lục"]
    words = [cell for row in sheet.iter_rows(min_col=2) for cell in row if cell.value]
    assert {cell.font.name for cell in words} == {"Times New Roman"}
    sizes = {"B1": "appendix_label", "B2": "appendix_title", "B3": "appendix_reference", "C7": "table_cell"}
    assert {place: sheet[place].font.size for place in sizes} == {
        place: rules.component(name).use for place, name in sizes.items()
    }
    assert all(cell.alignment.wrap_text for row in sheet["B7:J11"] for cell in row)
    assert all(cell.border.left.style == "thin" for row in sheet["B7:J11"] for cell in row)


def test_days_are_days_and_are_left_out_where_an_event_is_awaited(book):
    sheet = book["Phụ lục"]
    assert (sheet["G7"].value.date(), sheet["G7"].number_format) == (date(2025, 12, 31), "dd/mm/yyyy")
    assert (sheet["F9"].value[:12], sheet["G9"].value) == ("Sau khi UBND", None)


def test_ids_stand_in_a_hidden_column_and_lists_on_a_hidden_sheet(book, plan_2025):
    sheet = book["Phụ lục"]
    assert sheet.column_dimensions["A"].hidden
    assert [cell.value for cell in sheet["A"]][:8] == [
        *("#nhan", "#ten", "#kem-theo", "#cot", "#phan", "#nhom"),
        *("ke-hoach-kiem-tra-noi-bo", "ke-hoach-truyen-thong-noi-bo"),
    ]
    lists = book["Danh mục"]
    assert lists.sheet_state == "hidden"
    assert [lists[place].value for place in ("B1", "B2", "B3")] == ["1", "2025", plan_2025.subject]
    statuses = [cell.value for cell in lists["D"] if cell.value]
    assert statuses == ["Tình trạng", *(status.label for status in Status)]


def test_units_and_statuses_are_chosen_and_days_checked(book):
    choices = {str(one.sqref): one for one in book["Phụ lục"].data_validations.dataValidation}
    assert {place: (one.type, one.errorStyle, one.formula1) for place, one in choices.items()} == {
        "D5:D69 E5:E69": ("list", "warning", "'Danh mục'!$C$2:$C$13"),
        "H5:H69": ("list", None, "'Danh mục'!$D$2:$D$6"),
        "I5:I69": ("date", None, "DATE(2025,1,1)"),
    }


def test_each_unit_is_offered_once_as_the_plan_names_it(book, plan_2025, organisation):
    offered = [cell.value for cell in book["Danh mục"]["C"] if cell.value][1:]
    there = [entry.id for entry in organisation.entries if entry.exists_on(plan_2025.day)]
    assert [organisation.require(name).id for name in offered] == there
    assert offered[2] == plan_2025.appendices[0].parts[0].groups[0].tasks[0].lead[0] == "Phòng CCHC-VTLT"


def test_only_units_of_the_year_or_of_the_plan_are_offered(plan_2025, organisation):
    data = organisation.model_dump(mode="json")
    old = {"id": "cu", "name": "Phòng Cũ", "kind": "phong", "valid_to": "31/12/2024"}
    data["units"] += [old, old | {"id": "moi", "name": "Phòng Mới", "valid_to": "01/01/2025"}]
    known = type(organisation).model_validate(data)
    lists = opened(write_workbook(with_task(plan_2025, lead=["Tổ lạ"]), known))["Danh mục"]
    offered = {cell.value for cell in lists["C"]}
    assert offered & {"Phòng Cũ", "Phòng Mới", "Tổ lạ"} == {"Phòng Mới", "Tổ lạ"}


def test_words_of_parts_go_over_the_columns_or_are_broken(plan_2025, organisation):
    data = plan_2025.model_dump(mode="json")
    data["appendices"][0]["parts"][0]["title"] = "Nhiệm vụ " * 40
    sheet = opened(write_workbook(type(plan_2025).model_validate(data), organisation))["Phụ lục"]
    assert (sheet["C5"].alignment.wrap_text, sheet["C6"].alignment.wrap_text) == (True, None)
    assert sheet.row_dimensions[5].height > 100


@pytest.mark.parametrize("words", ACTIVE)
def test_text_is_never_a_formula(plan_2025, organisation, words):
    data = write_workbook(with_task(plan_2025, text=words, note=words, lead=(words,)), organisation)
    cells = [cell for cell in opened(data)["Phụ lục"][7] if cell.value]
    written = [cell for cell in cells if cell.column_letter in "CDG"]
    assert len(written) == 3
    assert {cell.data_type for cell in written} == {"s"}
    assert [cell.text for cell in read_workbook(data).tables[0].rows[6].cells].count(words) == 3


@pytest.mark.parametrize("words", ["=1", "+1", "-1", "@a", "＝1", "=\n1"])
def test_what_looks_active_stays_text_when_a_cell_is_edited(plan_2025, organisation, words):
    cell = opened(write_workbook(with_task(plan_2025, text=words), organisation))["Phụ lục"]["C7"]
    assert cell.quotePrefix


@settings(max_examples=25, deadline=None)
@given(words=st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Cn"]), min_size=1))
def test_any_words_come_back(words, plan_2025, organisation):
    try:
        plan = with_task(plan_2025, note=f"x{words}x")
    except ValueError:
        return
    (row,) = (
        row for row in read_workbook(write_workbook(plan, organisation)).tables[0].rows if row.task == TASK
    )
    assert row.cells[-1].text == next(plan.rows()).note


TASK = "ke-hoach-kiem-tra-noi-bo"


def test_what_excel_would_cut_is_refused(plan_2025, organisation):
    lead = tuple(f"{'Đơn vị ' * 2000}{number}" for number in range(3))
    with pytest.raises(InvalidInputError, match="Có ô dài hơn 32767 ký tự") as refused:
        write_workbook(with_task(plan_2025, lead=lead, note="😀" * 16_384), organisation)
    assert refused.value.problems == (
        "Phụ lục, nhiệm vụ 1, ô “Cơ quan chủ trì”: dài 42007 ký tự.",
        "Phụ lục, nhiệm vụ 1, ô “Ghi chú”: dài 32768 ký tự.",
    )


def test_what_excel_just_keeps_is_written_and_no_row_is_too_high(plan_2025, organisation):
    data = write_workbook(with_task(plan_2025, note="đ" * 20_000), organisation)
    assert opened(data)["Phụ lục"].row_dimensions[7].height <= 409.5


def test_several_appendices_are_several_sheets(plan_2025, organisation):
    first = plan_2025.appendices[0]
    second = Appendix.model_validate(
        {
            "title": "Việc khác",
            "parts": [
                {"groups": [{"tasks": [{"id": "khac", "text": "Khác", "lead": "A", "deadline": "B"}]}]}
            ],
        }
    )
    plan = plan_2025.model_copy(update={"appendices": (first, second)})
    data = write_workbook(plan, organisation)
    assert opened(data).sheetnames == ["Phụ lục I", "Phụ lục II", "Danh mục"]
    assert read_workbook(data).tables[1].rows[-2].task == "khac"


def test_a_plan_without_appendices_is_told(plan_2025, organisation):
    with pytest.raises(InvalidInputError, match="không có phụ lục") as refused:
        write_workbook(plan_2025.model_copy(update={"appendices": ()}), organisation)
    assert refused.value.remedy.startswith("Hãy ")


def test_the_same_plan_is_the_same_bytes_anywhere(plan_2025, organisation):
    environment = {**os.environ, "PYTHONHASHSEED": "7", "TZ": "America/Lima", "LC_ALL": "tr_TR.UTF-8"}
    elsewhere = subprocess.run(
        [sys.executable, "-c", WRITE], capture_output=True, check=True, env=environment
    )
    assert elsewhere.stdout == write_workbook(plan_2025, organisation)


def test_the_file_tells_the_day_of_issue_and_no_other(plan_2025, organisation):
    issued = plan_2025.model_copy(update={"issued_on": date(2024, 12, 27), "issue_year": 2024})
    draft, final = (core_of(write_workbook(plan, organisation)) for plan in (plan_2025, issued))
    assert ("created" in draft, "modified" in draft, "modified" in final) == (False, False, False)
    assert ">2024-12-27T00:00:00Z</dcterms:created>" in final
    assert ">Kế hoạch Cải cách hành chính Sở Nội vụ năm 2025</dc:title>" in final


def core_of(data):
    return zipfile.ZipFile(BytesIO(data)).read("docProps/core.xml").decode()
