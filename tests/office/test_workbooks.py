"""Answers that come in a workbook: looked at first, then written into all their rows or none."""

from io import BytesIO

import pytest
from answering import Q1, UNIT, coordinator, reporter, task
from openpyxl import load_workbook
from sqlalchemy import delete

from docgen.errors import ConflictError, InvalidInputError, MissingError
from docgen.office import submissions
from docgen.office.submissions import (
    RowName,
    hold_workbook,
    read_workbook,
    take_workbook,
    unit_page,
    unit_workbook,
)
from docgen.store import tables
from docgen.store.tables import RowKind

TASK = task("ra-soat-vbqppl")


def typed_into(data, heading, text, sheet="Nhiệm vụ", key=TASK.key):
    """Return a workbook with a text in a row of the column with a heading."""
    book = load_workbook(BytesIO(data))
    table = book[sheet]
    (cell,) = (cell for row in table.iter_rows() for cell in row if cell.value == heading)
    first = next(row for row in range(cell.row + 1, 99) if table.cell(row, 1).value == key)
    table.cell(first, cell.column).value = text
    kept = BytesIO()
    book.save(kept)
    return kept.getvalue()


@pytest.fixture
def workbook(office):
    with office.reading() as session:
        blank = unit_workbook(reporter(session), Q1, UNIT)
    return typed_into(typed_into(blank, "Tình trạng", "Hoàn thành"), "Ngày hoàn thành", "10/3/2025")


def read(store, data, code=Q1, unit=UNIT):
    with store.reading() as session:
        return read_workbook(reporter(session, unit=unit), code, unit, "ket-qua.xlsx", data)


def hold(store, data):
    brought = read(store, data)
    with store.writing() as session:
        return hold_workbook(reporter(session), UNIT, brought, data)


def take(store, held, unit=UNIT):
    with store.writing() as session:
        return take_workbook(reporter(session, unit=unit), Q1, unit, held)


def test_what_a_workbook_would_change_is_shown_then_kept_once(office, workbook):
    (row,) = read(office, workbook).rows
    assert (row.name, row.text[:4], row.version, row.now) == (TASK, "A.6.", 0, {})
    held = hold(office, workbook)
    with pytest.raises(MissingError):
        take(office, held, "thanh-tra")
    (saved,) = take(office, held)
    assert (saved.row, saved.version) == (TASK, 1)
    with office.reading() as session:
        kept = unit_page(reporter(session), Q1, UNIT).row(TASK)
    assert kept.typed == {"tinh_trang": "hoan_thanh", "ngay_hoan_thanh": "10/3/2025"}
    with pytest.raises(MissingError, match="Không còn tệp"):
        take(office, held)
    assert read(office, workbook).rows == ()


def test_what_somebody_wrote_meanwhile_is_not_written_over(office, workbook):
    number = RowName(RowKind.STATISTIC, "3.2")
    held = hold(office, typed_into(workbook, "Số liệu", 7, "Thống kê", number.key))
    with office.writing() as session:
        submissions.save_row(coordinator(session), Q1, UNIT, TASK, {"ket_qua": "Qua điện thoại"}, 0)
        submissions.save_row(coordinator(session), Q1, UNIT, number, {"so_lieu": "8"}, 0)
    with pytest.raises(ConflictError, match="Chưa lưu dòng nào") as refused:
        take(office, held)
    assert refused.value.problems[0].startswith("A.6.")
    assert refused.value.problems[1].startswith("3.2: ")


def test_a_row_that_is_not_asked_is_refused(office, workbook):
    with office.writing() as session:
        session.execute(delete(tables.Row).where(tables.Row.key == TASK.key))
    with pytest.raises(InvalidInputError, match="không có dòng"):
        read(office, workbook)


def test_a_form_of_another_unit_is_refused(office, workbook):
    with pytest.raises(InvalidInputError, match="của Văn phòng Sở"):
        read(office, workbook, unit="thanh-tra")


@pytest.mark.parametrize(("heading", "text"), [("Tình trạng", "xong"), ("Ngày hoàn thành", "31/2/2025")])
def test_what_cannot_be_read_is_told_by_its_cell(office, workbook, heading, text):
    with pytest.raises(InvalidInputError, match="1 chỗ phải sửa") as refused:
        read(office, typed_into(workbook, heading, text))
    assert refused.value.problems


OTHER_TASK = task("ra-soat-tthc-noi-bo")
DOCUMENTS = [
    {"so_ky_hieu": "12/KH-SNV", "ngay": "5/3/2025", "trich_yeu": "Rà soát; lần 2"},
    {"so_ky_hieu": "chưa rõ số"},
    {"ngay": "06/3/2025"},
]
TYPED = {
    TASK: {
        "tinh_trang": "hoan_thanh",
        "ngay_hoan_thanh": "5/3/2025",
        "ket_qua": "- Đã xong. \n\n=1+1",
        "van_ban": DOCUMENTS,
        "minh_chung": "a.pdf\nb.pdf",
    },
    OTHER_TASK: {"tinh_trang": "cham_tien_do", "ngay_hoan_thanh": "31/2/2025", "ket_qua": "Đang làm"},
    task("xay-dung-vbqppl"): {"ket_qua": "Chưa chọn tình trạng"},
    RowName(RowKind.STATISTIC, "3.2"): {"so_lieu": "1.250", "ghi_chu": "Tạm tính"},
    RowName(RowKind.STATISTIC, "4.8"): {"so_lieu": "khoảng 7"},
    RowName(RowKind.TEXT, "noi_dung_khac.0.chi_dao"): {"ket_qua": "Đã họp."},
    RowName(RowKind.TEXT, "noi_dung_khac.1"): {"ket_qua": "Một\nHai", "han_che": "Chậm"},
    RowName(RowKind.TEXT, "kho_khan"): {"noi_dung": "Thiếu người\nThiếu máy"},
}
"""What a unit has typed, some of it wrong or not finished."""


@pytest.fixture
def begun(office):
    """Some rows have been typed."""
    with office.writing() as session:
        desk = reporter(session)
        for name, data in TYPED.items():
            submissions.save_row(desk, Q1, UNIT, name, data, 0)
    return office


def out(store, moment="2025-03-10 09:00"):
    with store.reading() as session:
        return unit_workbook(reporter(session, moment), Q1, UNIT)


def test_what_is_typed_goes_out_and_comes_back_unchanged(begun):
    brought = read(begun, out(begun))
    assert (brought.rows, brought.doubts) == ((), ())
    table = load_workbook(BytesIO(out(begun)))["Thống kê"]
    assert 1250 in [cell.value for row in table.iter_rows() for cell in row]


def test_only_the_rows_that_are_changed_in_it_are_told(begun):
    brought = read(begun, typed_into(out(begun), "Kết quả", "Đã làm xong", key=OTHER_TASK.key))
    (row,) = brought.rows
    assert (row.name, row.now) == (OTHER_TASK, TYPED[OTHER_TASK])
    assert row.typed == {**TYPED[OTHER_TASK], "ket_qua": "Đã làm xong"}, "a day that is wrong is not lost"


def test_what_was_typed_after_the_workbook_was_taken_stays(begun):
    data = out(begun)
    with begun.writing() as session:
        desk = reporter(session, "2025-03-10 10:00")
        submissions.save_row(desk, Q1, UNIT, OTHER_TASK, {"tinh_trang": "dang_thuc_hien"}, 1)
        submissions.save_row(desk, Q1, UNIT, RowName(RowKind.TEXT, "kien_nghi"), {"noi_dung": "Mới"}, 0)
    (row,) = read(begun, typed_into(data, "Kết quả", "Sửa trong Excel")).rows
    assert row.name == TASK


def test_a_workbook_that_does_not_say_when_it_was_taken_is_held_against_what_is_there(begun):
    book = load_workbook(BytesIO(out(begun)))
    lists = next(sheet for sheet in book if sheet.sheet_state == "hidden")
    (cell,) = (lists.cell(row, 2) for row in range(1, 10) if lists.cell(row, 1).value == "Tải lúc")
    cell.value = None
    saved = BytesIO()
    book.save(saved)
    assert read(begun, saved.getvalue()).rows == ()
