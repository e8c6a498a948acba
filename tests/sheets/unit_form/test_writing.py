"""The form of a unit as it is given out, judged by openpyxl, openxml-audit and what LibreOffice prints."""

import subprocess
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from printed import pdf_pages, squeezed
from unit_forms import Desk, asked
from workbooks import converted, faults

from docgen.errors import InvalidInputError
from docgen.importers.submission_reading import read_submission
from docgen.model.outcome import Outcome, Status
from docgen.model.period import ReportingPeriod
from docgen.model.submission import Statistic, Submission
from docgen.resources import shipped
from docgen.sheets import write_unit_form
from docgen.sheets.form import LISTS
from docgen.sheets.unit_form.layout import Part

SIX_MONTHS = ReportingPeriod(2025, "6T")


def rows(desk, part):
    """Return the rows of a table below its headings, by what marks them: their words."""
    found = desk.sheet(part).iter_rows(min_row=desk.free(part), values_only=True)
    return {mark: [value for value in cells if value is not None] for mark, *cells in found if mark}


def test_every_task_of_the_unit_stands_there_as_in_the_plan(form, desk, plan_2025):
    tasks = {mark: cells for mark, cells in rows(desk, Part.TASKS).items() if mark != "#nhom"}
    texts = {row.id: row.text for row in plan_2025.rows()}
    assert list(tasks) == [one.task for one in form.obligations]
    assert all(texts[mark] == cells[1] for mark, cells in tasks.items())
    number, _, *asked_for = tasks["pho-bien-giao-duc-phap-luat"]
    assert (number, asked_for[0], asked_for[1]) == (7, "Chủ trì", "Quý I")
    assert (asked_for[2].isoformat(), asked_for[3]) == ("2025-03-31T00:00:00", "Đến hạn trong kỳ")


def test_every_indicator_that_it_tells_stands_there(form, desk):
    told = rows(desk, Part.STATISTICS)
    codes = [row.code for one in form.forms for row in one.indicators]
    assert [mark for mark in told if mark != "#nhom"] == codes
    assert told["3.1"] == ["3.1", "Thủ tục hành chính được cắt giảm, đơn giản hóa", "thủ tục"]


def test_cells_choose_from_lists_and_take_days_and_numbers(desk):
    offered = {
        part: [(str(one.sqref), one.type) for one in desk.sheet(part).data_validations.dataValidation]
        for part in Part
    }
    assert offered[Part.TASKS] == [("E5", "date"), ("H7:H34", "list"), ("I7:I34", "date")]
    assert offered[Part.OTHER] == [("B6:B17", "list"), ("C6:C17", "list")]
    assert offered[Part.STATISTICS][0][1] == "decimal"
    assert desk.book[LISTS].sheet_state == "hidden"


def test_what_is_to_be_filled_in_is_seen_and_headings_stay_in_sight(desk):
    sheet = desk.sheet(Part.TASKS)
    fills = [sheet.cell(desk.row(Part.TASKS, "giao-bien-che"), column).fill.fgColor.rgb for column in (3, 10)]
    assert fills == ["00000000", "00FFF9E5"]
    assert (sheet.freeze_panes, sheet.print_title_rows, sheet.auto_filter.ref) == ("D7", "$6:$6", "A6:P34")
    assert (sheet.column_dimensions["A"].hidden, sheet.protection.sheet) == (True, False)


def test_what_was_told_before_stands_beside(plan_2025, organisation):
    last, _ = read_submission(shipped("data") / "submissions" / "2025-Q1" / "van-phong.yaml")
    desk = Desk(write_unit_form(asked(plan_2025, organisation, "van-phong", SIX_MONTHS, last)))
    assert desk.cell(Part.TASKS, "quyet-dinh-quy-trinh-noi-bo", "ky_truoc").value == (
        "Chưa thực hiện: Chưa phát sinh."
    )
    assert desk.cell(Part.TASKS, "ke-hoach-kiem-tra-noi-bo", "ky_truoc").value is None
    assert desk.cell(Part.STATISTICS, "3.15", "ky_truoc").value == 1486


def test_what_is_answered_by_now_stands_in_it_and_is_read_back(form, answered):
    filled = {
        Part.TASKS: {"giao-bien-che": {"tinh_trang": "Hoàn thành", "ngay_hoan_thanh": date(2025, 3, 5)}},
        Part.OTHER: {"": {"noi_dung": "Cải cách thể chế", "ket_qua": "Một\nHai"}},
        Part.STATISTICS: {"3.15": {"so_lieu": Decimal(1486)}},
    }
    said, findings = answered(write_unit_form(replace(form, filled=filled, taken="2025-03-10T09:00:00")))
    assert findings == []
    assert [(row.id, row.status, row.finished_on) for row in said.rows] == [
        ("giao-bien-che", Status.DONE, date(2025, 3, 5))
    ]
    assert said.other[0].results == ("Một", "Hai")
    assert [(one.code, one.value) for one in said.statistics] == [("3.15", 1486)]


def test_a_unit_that_owes_nothing_has_a_form_all_the_same(form, answered):
    data = write_unit_form(replace(form, obligations=(), forms=()))
    assert answered(data) == (Submission(year=2025, period="2025-Q1", unit="Văn phòng Sở"), [])


def test_the_same_form_has_the_same_bytes(form, empty):
    assert write_unit_form(form) == empty


def test_a_text_that_excel_would_cut_is_refused(form):
    row = Outcome(id="giao-bien-che", status=Status.DONE, result="🙂" * 17_000)
    last = Submission(year=2025, rows=(row,))
    with pytest.raises(InvalidInputError) as refused:
        write_unit_form(replace(form, last=last))
    assert refused.value.problems == ("Nhiệm vụ, ô H24: dài 34012 ký tự.",)


def test_a_number_that_was_told_before_without_a_value_is_left_empty(form):
    last = Submission(year=2025, statistics=(Statistic(code="3.1", note="Chưa có"),))
    assert (
        Desk(write_unit_form(replace(form, last=last))).cell(Part.STATISTICS, "3.1", "ky_truoc").value is None
    )


def test_openxml_audit_finds_no_error(empty, tmp_path):
    assert faults(empty, tmp_path) == []


def test_libreoffice_prints_everything_one_page_wide(form, empty, plan_2025, tmp_path):
    pdf = converted(tmp_path, empty, "pdf")
    told = subprocess.run(["pdfinfo", pdf], check=True, capture_output=True, text=True).stdout
    pages = [squeezed(page) for page in pdf_pages(pdf.read_bytes())]
    texts = {row.id: row.text for row in plan_2025.rows()}
    assert "1190.55 x 841.89" in told
    assert all(squeezed(texts[one.task]) in "".join(pages) for one in form.obligations)
    assert len(pages) < 10
