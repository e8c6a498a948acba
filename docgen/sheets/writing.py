"""A plan as a workbook: a sheet for each appendix, as printed, with columns that units fill in."""

from collections.abc import Iterator

from openpyxl import Workbook

from docgen.documents.appendix import NO_BREAK_SPACE, worded_appendices
from docgen.documents.base import Appendix
from docgen.errors import InvalidInputError
from docgen.model.organisation import Organisation
from docgen.model.plan import Plan
from docgen.sheets.appendix import AppendixSheet
from docgen.sheets.cells import MOST_LETTERS, refuse_cut, utf16_length
from docgen.sheets.form import LISTS
from docgen.sheets.lists import Choices, write_lists
from docgen.sheets.looks import empty_book
from docgen.sheets.packing import packed


def write_workbook(plan: Plan, organisation: Organisation) -> bytes:
    """Return the workbook of the appendices of a plan: the same bytes for the same plan.

    Raises:
        InvalidInputError: the plan has no appendix, or a text is longer than Excel keeps.

    """
    appendices = worded_appendices(plan, organisation)
    if not appendices:
        raise InvalidInputError(
            "Kế hoạch không có phụ lục nên không có gì để đưa vào tệp Excel.",
            "Hãy thêm khóa phu_luc vào tệp kế hoạch, hoặc chọn định dạng khác.",
        )
    refuse_cut([problem for appendix in appendices for problem in _too_long(appendix)])
    book = empty_book()
    choices = Choices.of(plan, organisation)
    for appendix, stored in zip(appendices, plan.appendices, strict=True):
        sheet = book.create_sheet(appendix.label)
        AppendixSheet(sheet, appendix, stored.headings, plan).write(choices)
    write_lists(book.create_sheet(LISTS), plan, choices)
    _describe(book, plan, organisation)
    return packed(book, plan.issued_on)


def _too_long(appendix: Appendix) -> Iterator[str]:
    """Yield what Excel would cut: a cell may join the names of many units."""
    for row in appendix.rows:
        for name, heading in appendix.columns:
            if (length := utf16_length(getattr(row, name))) > MOST_LETTERS:
                cell = f"nhiệm vụ {row.number}, ô “{heading.replace(NO_BREAK_SPACE, ' ')}”"
                yield f"{appendix.label}, {cell}: dài {length} ký tự."


def _describe(book: Workbook, plan: Plan, organisation: Organisation) -> None:
    """Fill the core properties."""
    properties = book.properties
    properties.creator, properties.language = organisation.on(plan.day).name, "vi-VN"
    properties.title, properties.subject = f"{plan.type_name} {plan.subject}", plan.subject
