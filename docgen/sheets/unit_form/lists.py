"""The hidden sheet of the form of a unit: what it is a form of, and what its cells choose from."""

from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from docgen.language.dates import short_date
from docgen.model.outcome import Status
from docgen.rules.report_words import points
from docgen.rules.reports import YEAR as WHOLE_YEAR
from docgen.rules.reports import contents, data_window
from docgen.sheets.lists import day_choice, list_choice, status_choice, write_hidden
from docgen.sheets.unit_form.asked import UnitForm
from docgen.sheets.unit_form.layout import ABOUT, NAME, VERSION

_STATUSES, _CONTENTS, _HEADINGS = 3, 4, 5


def write_lists(sheet: Worksheet, form: UnitForm) -> None:
    """Fill the hidden sheet."""
    plan = form.plan
    about = zip(
        ABOUT, (plan.year, plan.subject, form.dates.period, form.unit, form.name, form.taken), strict=True
    )
    lists = {
        _STATUSES: ("Tình trạng", *(status.label for status in Status)),
        _CONTENTS: ("Nội dung", *(content.name for content in contents())),
        _HEADINGS: ("Mục", *(point.title for point in points())),
    }
    write_hidden(sheet, ((NAME, VERSION), *about), lists)


def statuses() -> DataValidation:
    """Return the choice of statuses."""
    return status_choice(_STATUSES)


def content_names() -> DataValidation:
    """Return the choice of contents of reform."""
    return list_choice(
        _CONTENTS, len(contents()), "Nội dung ngoài danh mục", "Hãy chọn một nội dung trong danh sách."
    )


def headings() -> DataValidation:
    """Return the choice of points of steering."""
    return list_choice(_HEADINGS, len(points()), "Mục không hợp lệ", "Hãy chọn một mục trong danh sách.")


def days(form: UnitForm) -> DataValidation:
    """Return what may be typed as a day: from the first day of the year's data until the end of the year."""
    first, _ = data_window(WHOLE_YEAR, form.plan.year)
    last = first.replace(form.plan.year, 12, 31)
    example = short_date(form.dates.data_to)
    said = f"Hãy gõ một ngày từ {short_date(first)} đến {short_date(last)}, ví dụ {example}."
    return day_choice(first, last, said)


def amounts() -> DataValidation:
    """Return what may be typed as a number: none below zero."""
    return DataValidation(
        type="decimal",
        operator="greaterThanOrEqual",
        formula1="0",
        allow_blank=True,
        showErrorMessage=True,
        errorTitle="Số liệu không hợp lệ",
        error="Hãy gõ một số từ 0 trở lên. Chưa có số thì để trống và ghi lý do vào ô Ghi chú.",
    )
