"""A form that comes back from a unit: every outcome is read, or none and every wrong row is told."""

from datetime import date
from io import BytesIO

import openpyxl
import pytest

from docgen.model.outcome import Status
from docgen.sheets import read_outcomes, read_workbook, unread_outcomes, write_workbook
from docgen.sheets.form import LISTS

FIRST = 7
"""The row of the first task."""


@pytest.fixture
def form(plan_2025, organisation):
    return openpyxl.load_workbook(BytesIO(write_workbook(plan_2025, organisation)))


def saved(form):
    memory = BytesIO()
    form.save(memory)
    return memory.getvalue()


def answered(form, plan):
    """Return the outcomes and the findings as an officer reads them."""
    outcomes, findings = read_outcomes(read_workbook(saved(form)), plan)
    return outcomes, [str(finding) for finding in findings]


def fill(form, row=FIRST, **cells):
    for column, value in cells.items():
        form.worksheets[0][f"{column}{row}"].value = value


def test_what_units_answered_is_read(form, plan_2025):
    fill(form, H="Hoàn thành", I=date(2025, 3, 15), J="Kế hoạch số 05/KH-SNV")
    fill(form, 8, H=" đang  thực hiện ")
    fill(form, 9, H="HOÀN THÀNH", I="07/4/2025")
    outcomes, findings = answered(form, plan_2025)
    first, second, third = outcomes.rows
    assert (outcomes.year, findings) == (2025, [])
    assert (first.id, first.status) == ("ke-hoach-kiem-tra-noi-bo", Status.DONE)
    assert (first.finished_on, first.result) == (date(2025, 3, 15), "Kế hoạch số 05/KH-SNV")
    assert (second.status, second.finished_on, second.result) == (Status.ONGOING, None, "")
    assert third.finished_on == date(2025, 4, 7)


def test_a_form_that_is_empty_has_no_outcomes(form, plan_2025):
    outcomes, findings = answered(form, plan_2025)
    assert (outcomes.rows, findings) == ((), [])


def test_a_form_that_was_sorted_filtered_and_widened_is_read(form, plan_2025):
    """Columns and rows may be moved: headings and ids go with them."""
    sheet = form.worksheets[0]
    fill(form, H="Hoàn thành")
    sheet.insert_cols(8)
    sheet["H4"].value = "Ghi chú của đơn vị"
    sheet.insert_cols(1)
    sheet.row_dimensions[9].hidden = True
    outcomes, findings = answered(form, plan_2025)
    assert (len(outcomes.rows), findings) == (1, [])


@pytest.mark.parametrize(
    ("cells", "said"),
    [
        (
            {"H": "hoan thanh"},
            "ô H7: không có tình trạng “hoan thanh”. Gần nhất: “Hoàn thành”. Hãy chọn một",
        ),
        ({"H": "?"}, "ô H7: không có tình trạng “?”. Hãy chọn một trong:"),
        (
            {"I": date(2025, 3, 1)},
            "ô H7: chưa chọn tình trạng mà đã có ngày hoàn thành hoặc kết quả.",
        ),
        ({"J": "xong"}, "ô H7: chưa chọn tình trạng"),
        (
            {"H": "Hoàn thành", "I": "31/02/2025"},
            "ô I7: ngày 31/02/2025 không có trong lịch: tháng 2 năm 2025 chỉ có ngày 1 đến 28. Hãy gõ lại,",
        ),
        ({"H": "Hoàn thành", "I": "1/1/25"}, "ô I7: “1/1/25” không phải ngày;"),
        (
            {"H": "Hoàn thành", "I": date(2026, 1, 5)},
            "ô I7: ngày 05/01/2026 không thuộc năm 2025 của kế hoạch. Hãy gõ ngày trong năm;",
        ),
        ({"H": "Hoàn thành", "J": "a\u202eb"}, "ô J7: có ký tự hỏng (U+202E)"),
        (
            {"A": None, "H": "Hoàn thành"},
            "dòng 7: dòng này không thuộc kế hoạch: không có mã nhiệm vụ.",
        ),
        (
            {"A": "ke-hoach-truyen-thong-noi-bo", "H": "Hoàn thành"},
            "dòng 8: mã nhiệm vụ “ke-hoach-truyen-thong-noi-bo” đã có ở dòng 7: dòng bị chép lặp.",
        ),
        ({"A": "da-bo"}, "dòng 7: mã nhiệm vụ “da-bo” không có trong kế hoạch năm 2025."),
    ],
)
def test_one_wrong_row_and_there_are_no_outcomes(form, plan_2025, cells, said):
    fill(form, 20, H="Hoàn thành")
    fill(form, **cells)
    outcomes, (first, *_) = answered(form, plan_2025)
    assert outcomes is None
    assert first.startswith(said)


def test_every_wrong_row_is_told_at_once(form, plan_2025):
    fill(form, H="xong", I="31/02/2025")
    fill(form, 8, H="sai", J="a")
    _, findings = answered(form, plan_2025)
    assert [finding.partition(":")[0] for finding in findings] == ["ô H7", "ô I7", "ô H8"]


def test_a_row_that_was_deleted_answers_nothing(form, plan_2025):
    fill(form, 20, H="Hoàn thành")
    form.worksheets[0].delete_rows(FIRST)
    outcomes, said = answered(form, plan_2025)
    assert (len(outcomes.rows), said) == (1, [])


def test_a_row_may_be_copied_where_no_copy_is_filled_in(form, plan_2025):
    fill(form, 20, H="Hoàn thành")
    fill(form, A="ke-hoach-truyen-thong-noi-bo")
    outcomes, said = answered(form, plan_2025)
    assert (len(outcomes.rows), said) == (1, [])


@pytest.mark.parametrize(
    ("cells", "said"),
    [
        (
            {"G": date(2025, 6, 30)},
            "ô G7: “Hạn hoàn thành” là “30/06/2025” mà kế hoạch tính ra 31/12/2025; ô này không được dùng.",
        ),
        ({"G": None}, "ô G7: “Hạn hoàn thành” là “” mà kế hoạch tính ra 31/12/2025;"),
        ({"G": "cuối năm"}, "ô G7: “Hạn hoàn thành” là “cuối năm” mà"),
        (
            {"I": date(2025, 3, 1), "H": "Chưa thực hiện"},
            "ô I7: có ngày hoàn thành mà tình trạng là “Chưa thực hiện”. Hãy xem lại.",
        ),
    ],
)
def test_what_is_only_doubtful_is_told_beside_the_outcomes(form, plan_2025, cells, said):
    fill(form, **({"H": "Đang thực hiện"} | cells))
    outcomes, (first,) = answered(form, plan_2025)
    assert len(outcomes.rows) == 1
    assert first.startswith(said)


def test_a_due_day_where_an_event_is_awaited_is_told(form, plan_2025):
    fill(form, 9, G="30/6")
    _, (first,) = answered(form, plan_2025)
    assert "mà kế hoạch tính ra để trống" in first


def test_an_error_of_a_cell_keeps_all_outcomes_back(form, plan_2025):
    fill(form, H="Hoàn thành", J="=1+1")
    workbook = read_workbook(saved(form))
    assert [str(one) for one in workbook.findings] == [
        "ô J7: công thức chưa được tính. Hãy mở bằng Excel và lưu lại."
    ]
    assert read_outcomes(workbook, plan_2025) == (None, ())


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (
            lambda form: form.remove(form[LISTS]),
            (
                "tệp Excel: không phải biểu mẫu do docgen tạo, hoặc đã hỏng. Hãy tạo lại biểu mẫu (báo cáo"
                " của kỳ: docgen obligations; phụ lục kế hoạch: docgen render --format xlsx)"
            ),
        ),
        (
            lambda form: fill_list(form, "B1", "2"),
            "tệp Excel: không phải biểu mẫu do docgen tạo, hoặc đã hỏng.",
        ),
        (lambda form: fill_list(form, "B2", "năm nay"), "tệp Excel: không phải biểu mẫu"),
        (
            lambda form: fill_list(form, "B2", "2024"),
            "tệp Excel: là biểu mẫu của kế hoạch “Cải cách hành chính Sở Nội vụ năm 2025” (năm 2024),",
        ),
        (
            lambda form: fill_list(form, "B3", "Việc khác"),
            "tệp Excel: là biểu mẫu của kế hoạch “Việc khác” (năm 2025)",
        ),
        (
            lambda form: form.worksheets[0].delete_cols(1),
            "tệp Excel: cột mã nhiệm vụ (cột A, ẩn) đã bị xóa. Hãy tạo lại biểu mẫu",
        ),
        (
            lambda form: fill(form, 4, H="Tiến độ"),
            "tệp Excel: thiếu cột “Tình trạng”: đã bị xóa hoặc đổi tên.",
        ),
    ],
)
def test_a_form_of_another_plan_or_spoilt_is_named(form, plan_2025, change, said):
    change(form)
    outcomes, (first, *_) = answered(form, plan_2025)
    assert outcomes is None
    assert first.startswith(said)


def fill_list(form, address, value):
    form[LISTS][address].value = value


def test_rows_that_are_copies_all_say_whose(form):
    fill(form, A="ke-hoach-truyen-thong-noi-bo")
    rows = read_workbook(saved(form)).tables[0].rows
    assert [row.task for row in rows[FIRST - 1 : FIRST + 1]] == ["ke-hoach-truyen-thong-noi-bo"] * 2


def test_what_units_answered_without_a_plan_at_hand_is_told(form):
    fill(form, H="Hoàn thành", J="Kế hoạch số 05/KH-SNV")
    fill(form, 9, I="07/4/2025")
    (told,) = unread_outcomes(read_workbook(saved(form)))
    assert (told.place, str(told.severity)) == ("ô H7", "warning")
    assert "“Hoàn thành”, “Kế hoạch số 05/KH-SNV”, “07/4/2025”" in told.message


def test_a_form_without_answers_tells_nothing_of_them(form):
    form.worksheets[0].delete_cols(8)
    assert unread_outcomes(read_workbook(saved(form))) == ()
