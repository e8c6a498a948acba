"""A workbook of ours that was edited in Excel says exactly those changes, and what units filled in."""

from io import BytesIO

import openpyxl
import pytest
from drafts import ORGANISATION, PLAN_2025

from docgen.model.plan import Plan
from docgen.services.tasks.recognise import Task
from docgen.sheets import write_workbook
from docgen.transform import compare

FORM = write_workbook(PLAN_2025, ORGANISATION)
ROW = 8
TASK = "ke-hoach-truyen-thong-noi-bo"
NEW = [None, "4", "Khảo sát mức độ hài lòng", "Văn phòng Sở", None, "Quý IV"]
ADDED = ["thêm nhiem_vu khao-sat-muc-do-hai-long"]
DONE = {"id": TASK, "tinh_trang": "hoan_thanh", "ket_qua": "Báo cáo số 5"}


def taken_out(sheet, number):
    """Delete a row, as Excel does: what is below moves up; return its values."""
    values = [cell.value for cell in sheet[number]]
    sheet.delete_rows(number)
    return values


def put(sheet, number, values):
    """Insert a row above another."""
    sheet.insert_rows(number)
    for column, value in enumerate(values, 1):
        sheet.cell(number, column).value = value


def move(sheet):
    put(sheet, 30, taken_out(sheet, ROW))


def copy_above(sheet):
    put(sheet, ROW, [sheet.cell(ROW, 1).value, *NEW[1:]])


def fill(sheet, row=ROW):
    sheet[f"H{row}"], sheet[f"J{row}"] = "Hoàn thành", "Báo cáo số 5"


def read(*edits):
    """Return what is told of a form after edits, each a function or (cell, value)."""
    book = openpyxl.load_workbook(BytesIO(FORM))
    sheet = book["Phụ lục"]
    for area in list(sheet.merged_cells.ranges):
        sheet.unmerge_cells(str(area))
    for edit in edits:
        if callable(edit):
            edit(sheet)
        else:
            sheet[edit[0]].value = edit[1]
    memory = BytesIO()
    book.save(memory)
    organisation, base = (
        one.model_dump(mode="json", by_alias=True, exclude_defaults=True) for one in (ORGANISATION, PLAN_2025)
    )
    return Task("workbook", organisation, base)(memory.getvalue())[0]


def changes(told):
    plan = Plan.model_validate(told["draft"])
    return [f"{one.kind} {one.field} {one.task}".strip() for one in compare(PLAN_2025, plan)]


def errors(told):
    return [finding["place"] for finding in told["findings"] if finding["severity"] == "error"]


EDITS = {
    "nothing": ([], []),
    "a cell": ([("C8", "Tổ chức Hội nghị")], [f"sửa noi_dung {TASK}"]),
    "units": ([("D8", "Văn phòng Sở; Thanh tra Sở")], [f"sửa chu_tri {TASK}"]),
    "a deadline": ([("F8", "Quý IV")], [f"sửa thoi_gian {TASK}"]),
    "a number": ([("B8", 77)], []),
    "a title": ([("C6", "CÔNG TÁC CHỈ ĐẠO VÀ KIỂM TRA")], ["sửa ten"]),
    "a row moved": ([move], [f"chuyển nhiem_vu {TASK}"]),
    "a row deleted": ([lambda sheet: taken_out(sheet, ROW)], [f"bỏ nhiem_vu {TASK}"]),
    "a row typed": ([lambda sheet: put(sheet, ROW + 1, NEW)], ADDED),
    "a row copied with its id": ([copy_above], ADDED),
}


@pytest.mark.parametrize("name", EDITS)
def test_one_edit_is_one_change(name):
    edits, wanted = EDITS[name]
    told = read(*edits)
    assert (changes(told), errors(told)) == (wanted, [])


@pytest.mark.parametrize("name", EDITS)
def test_what_units_filled_in_is_read_beside_the_changes(name):
    edits, wanted = EDITS[name]
    told = read(lambda sheet: fill(sheet, 21), *edits)
    (outcome,) = told["outcomes"]["ket_qua"]
    assert outcome == DONE | {"id": openpyxl.load_workbook(BytesIO(FORM))["Phụ lục"]["A21"].value}
    assert (changes(told), errors(told)) == (wanted, [])


def test_a_moved_row_takes_its_outcome_with_it():
    told = read(fill, move)
    assert (changes(told), told["outcomes"]["ket_qua"]) == ([f"chuyển nhiem_vu {TASK}"], [DONE])


@pytest.mark.parametrize(
    ("edits", "places"),
    [
        ([("H8", "Xong rồi")], ["ô H8"]),
        ([lambda sheet: put(sheet, ROW + 1, NEW), lambda sheet: fill(sheet, ROW + 1)], ["dòng 9"]),
        ([copy_above, fill], ["dòng 9"]),
        ([("D8", None)], ["Phụ lục, phần A, nhiệm vụ 2"]),
        (
            [("H8", "Xong rồi"), ("I7", "31/02/2025"), ("D9", None)],
            ["ô H7", "ô I7", "ô H8", "Phụ lục, phần A, nhiệm vụ 3"],
        ),
    ],
)
def test_every_error_is_told_at_once(edits, places):
    told = read(lambda sheet: fill(sheet, 21), *edits)
    assert sorted(errors(told)) == sorted(places)
    assert told["outcomes"] is None or not told["whole"]
