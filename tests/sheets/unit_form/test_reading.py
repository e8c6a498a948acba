"""A form that people spoilt: everything wrong is told at once, each with its cell and how to mend it."""

from datetime import date, datetime

import pytest

from docgen.sheets import read_unit_form, read_workbook, write_workbook
from docgen.sheets.form import LISTS
from docgen.sheets.unit_form.layout import Part

TASK, OTHER_TASK = "pho-bien-giao-duc-phap-luat", "ra-soat-vbqppl"
DONE = {"tinh_trang": "Hoàn thành"}


@pytest.mark.parametrize(
    ("part", "row", "cells", "said"),
    [
        (
            Part.TASKS,
            TASK,
            {"tinh_trang": "hoàn thàn"},
            "ô H15: không có tình trạng “hoàn thàn”. Gần nhất: “Hoàn",
        ),
        (Part.TASKS, TASK, {"ket_qua": "Đã xong"}, "ô H15: chưa chọn tình trạng mà đã điền ô khác của dòng."),
        (
            Part.TASKS,
            TASK,
            DONE | {"van_ban": "35/QĐ-SNV; Về việc giao biên chế"},
            "ô K15: trong “35/QĐ-SNV; Về việc giao biên chế”: “Về việc giao biên chế” không phải ngày",
        ),
        (
            Part.TASKS,
            TASK,
            DONE | {"nhiem_vu": "Thực hiện rà soát, hệ thống hóa các VBQPPL"},
            "dòng 15: chữ của dòng không khớp với mã ẩn “pho-bien-giao-duc-phap-luat”: các ô đã bị sắp xếp",
        ),
        (Part.OTHER, 6, {"ket_qua": "Đã làm."}, "ô B6: chưa chọn nội dung cải cách hành chính cho dòng này."),
        (
            Part.STATISTICS,
            "3.1",
            {"so_lieu": "một"},
            "ô E24: “một” không phải số. Hãy gõ một số từ 0 trở lên",
        ),
        (Part.STATISTICS, "3.1", {"so_lieu": date(2025, 4, 3)}, "ô E24: “03/04/2025” không phải số."),
        (
            Part.STATISTICS,
            "3.1",
            {"so_lieu": 3, "ma": "3.2"},
            "dòng 24: chữ của dòng không khớp với mã ẩn “3.1”: các ô đã bị sắp xếp hoặc chép lệch.",
        ),
        (
            Part.STATISTICS,
            "3.1",
            {"so_lieu": 1.234},
            "ô E24: được đọc là 1,234 (số lẻ); nếu là 1.234 thì hãy gõ",
        ),
        (Part.PROPOSALS, 6, {"kien_nghi": "a\x7fb"}, "ô C6: có 1 ký tự điều khiển, đã bỏ."),
    ],
)
def test_a_cell_that_cannot_be_read_is_told(desk, answered, part, row, cells, said):
    desk.fill(part, row, **cells)
    _, (told,) = answered(desk.bytes())
    assert told.removeprefix(f"trang tính “{part.label}”, ").startswith(said)


def test_what_is_written_in_other_ways_is_read(desk, answered):
    """Days as text or with a time, numbers as text, statuses in any case, dashes before lines, one number."""
    desk.sent("17/3/2025")
    desk.fill(
        Part.TASKS,
        TASK,
        tinh_trang=" HOÀN  thành",
        ngay_hoan_thanh=datetime.fromisoformat("2025-01-22T08:30"),
    )
    desk.fill(Part.TASKS, TASK, van_ban="- 35/QĐ-SNV\n\n;\n; ; Về việc A; B", minh_chung="• a.pdf\n+ b.pdf")
    desk.fill(Part.STATISTICS, "3.1", so_lieu="1.234,5")
    desk.fill(Part.PROPOSALS, 6, kho_khan="Thiếu người.\nThiếu máy.")
    submission, findings = answered(desk.bytes())
    (row,), (statistic,) = submission.rows, submission.statistics
    assert (findings, submission.sent_on) == ([], date(2025, 3, 17))
    assert (row.status, row.finished_on) == ("hoan_thanh", date(2025, 1, 22))
    assert [(one.number, one.subject) for one in row.products] == [("35/QĐ-SNV", ""), ("", "Về việc A; B")]
    assert (row.evidence, f"{statistic.value}") == (("a.pdf", "b.pdf"), "1234.5")
    assert submission.difficulties == ("Thiếu người.", "Thiếu máy.")


def test_a_form_whose_sheets_are_renamed_and_sorted_is_read(desk, answered):
    desk.fill(Part.TASKS, TASK, **DONE)
    sheet = desk.sheet(Part.TASKS)
    sheet.title = "Kết quả quý I"
    sheet.insert_cols(3)
    sheet.merge_cells("B1:H1")
    sheet.row_dimensions[14].hidden = True
    sheet.delete_rows(9)
    submission, findings = answered(desk.bytes())
    assert [row.id for row in submission.rows] == [TASK]
    assert findings == [
        "trang tính “Kết quả quý I”: có 1 dòng đang ẩn (14), vẫn được đọc. Hãy bỏ ẩn để kiểm tra."
    ]


def copied(desk, part, row, values):
    """Copy a row with its mark below the table."""
    sheet = desk.sheet(part)
    below = sheet.max_row + 1
    for cell in sheet[desk.row(part, row)]:
        sheet.cell(below, cell.column).value = cell.value
    desk.fill(part, below, **values)


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (
            lambda desk: copied(desk, Part.TASKS, TASK, DONE),
            "trang tính “Nhiệm vụ”, dòng 35: trùng với trang tính “Nhiệm vụ”, dòng 15: dòng bị chép lặp.",
        ),
        (
            lambda desk: desk.fill(Part.TASKS, 40, **DONE),
            "trang tính “Nhiệm vụ”, dòng 40: dòng này không có trong biểu mẫu của đơn vị. Hãy ghi việc",
        ),
        (
            lambda desk: desk.fill(Part.TASKS, TASK, **DONE) or marked(desk, "viec-la"),
            "trang tính “Nhiệm vụ”, dòng 15: mã nhiệm vụ “viec-la” không có trong kế hoạch năm 2025.",
        ),
        (
            lambda desk: desk.sheet(Part.TASKS).delete_cols(1),
            "tệp Excel: không còn trang “Nhiệm vụ”, hoặc cột A (ẩn) của trang đó đã bị xóa. Hãy tạo lại",
        ),
        (
            lambda desk: desk.book.remove(desk.sheet(Part.OTHER)),
            "tệp Excel: không còn trang “Nội dung khác”",
        ),
        (
            lambda desk: desk.book.copy_worksheet(desk.sheet(Part.OTHER)),
            "trang tính “Nội dung khác Copy”: là bản chép của trang tính “Nội dung khác”. Hãy giữ một trang",
        ),
        (
            lambda desk: desk.sheet(Part.STATISTICS).delete_cols(6),
            "trang tính “Thống kê”: thiếu cột “Ghi chú”: đã bị xóa hoặc đổi tên. Hãy tạo lại",
        ),
        (
            lambda desk: setattr(desk.sheet(Part.TASKS)["R6"], "value", "Kết quả"),
            "trang tính “Nhiệm vụ”: có nhiều cột “Kết quả”. Hãy giữ một cột.",
        ),
        (
            lambda desk: desk.sheet(Part.TASKS).merge_cells("H12:H13"),
            "trang tính “Nhiệm vụ”, ô H12: đang gộp nhiều ô nên không rõ là của dòng nào. Hãy bỏ",
        ),
        (
            lambda desk: setattr(desk.sheet(Part.OTHER)["B2"], "value", "Đơn vị: Thanh tra Sở"),
            "trang tính “Nội dung khác”, ô B2: ghi “Đơn vị: Thanh tra Sở” mà đây là biểu mẫu của Văn phòng",
        ),
        (
            lambda desk: desk.sent("17/3") or setattr(desk.sheet(Part.TASKS)["F5"], "value", "18/3/2025"),
            "trang tính “Nhiệm vụ”, ô F5: có nhiều ngày gửi. Hãy giữ một.",
        ),
        (
            lambda desk: desk.fill(Part.STATISTICS, "3.1", so_lieu="=1+1"),
            "trang tính “Thống kê”, ô E24: công thức chưa được tính. Hãy mở bằng Excel và lưu lại.",
        ),
    ],
)
def test_a_form_that_was_taken_apart_is_told(desk, answered, change, said):
    change(desk)
    _, findings = answered(desk.bytes())
    assert [told for told in findings if told.startswith(said)]


def marked(desk, mark):
    desk.sheet(Part.TASKS)["A15"].value = mark


SPOILT = "tệp Excel: không phải biểu mẫu kết quả của đơn vị do docgen tạo, hoặc đã hỏng."


@pytest.mark.parametrize(
    ("address", "value", "said"),
    [
        ("B1", "2", SPOILT),
        ("B1", "một", SPOILT),
        (
            "B2",
            "2024",
            "tệp Excel: là biểu mẫu của kế hoạch “Cải cách hành chính Sở Nội vụ năm 2025” (năm 2024),",
        ),
        ("B3", "Việc khác", "tệp Excel: là biểu mẫu của kế hoạch “Việc khác” (năm 2025), không phải của"),
        ("B4", "2024-Q1", SPOILT),
        ("B4", "quý I", SPOILT),
        ("B6", None, SPOILT),
    ],
)
def test_a_form_of_another_plan_or_spoilt_is_named(desk, answered, address, value, said):
    desk.book[LISTS][address].value = value
    submission, (told,) = answered(desk.bytes())
    assert submission is None
    assert told.startswith(said)


def test_the_form_of_a_plan_is_none_of_a_unit(plan_2025, organisation):
    answers = read_unit_form(read_workbook(write_workbook(plan_2025, organisation)), plan_2025)
    assert [str(one).partition(" Hãy")[0] for one in answers.findings] == [SPOILT]


def test_a_copy_of_a_row_that_nobody_filled_in_is_nothing(desk, answered):
    copied(desk, Part.TASKS, TASK, {})
    desk.fill(Part.TASKS, OTHER_TASK, **DONE)
    submission, findings = answered(desk.bytes())
    assert ([row.id for row in submission.rows], findings) == ([OTHER_TASK], [])


def test_columns_of_the_plan_may_be_taken_away(desk, answered):
    desk.fill(Part.TASKS, TASK, **DONE)
    desk.fill(Part.STATISTICS, "3.1", so_lieu=3)
    desk.sheet(Part.TASKS).delete_cols(2, 6)
    desk.sheet(Part.STATISTICS).delete_cols(2)
    submission, findings = answered(desk.bytes())
    assert (len(submission.rows), len(submission.statistics), findings) == (1, 1, [])
