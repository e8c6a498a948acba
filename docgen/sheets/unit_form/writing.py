"""The form of a unit as a workbook: its tasks, what else it did, what it asks for, its statistics."""

from collections.abc import Container, Iterator, Mapping
from dataclasses import dataclass

from openpyxl import Workbook

from docgen import rules
from docgen.documents.appendix import worded_appendices
from docgen.documents.base import Appendix, Row, RowKind
from docgen.language.dates import short_date
from docgen.model.appendix import Subtask
from docgen.model.obligation import Obligation
from docgen.model.outcome import Outcome
from docgen.model.submission import Statistic
from docgen.rules.units import Pt
from docgen.sheets.cells import refuse_cut
from docgen.sheets.form import LISTS, Mark
from docgen.sheets.looks import empty_book
from docgen.sheets.packing import packed
from docgen.sheets.unit_form import lists
from docgen.sheets.unit_form.asked import Cells, UnitForm
from docgen.sheets.unit_form.layout import (
    ASKED,
    CODE,
    CONTENT,
    HEADING,
    SENT_LABEL,
    SENT_MARK,
    STATUS,
    TASK,
    UNIT_MARK,
    Part,
    unit_line,
)
from docgen.sheets.unit_form.sheet import FormSheet, Value

_KINDS = {RowKind.PART: 0, RowKind.GROUP: 1}
"""Rows that tasks stand below, and how deep they are."""

_HOW = {
    Part.TASKS: (
        "Đơn vị điền các ô nền vàng. Văn bản, sản phẩm: mỗi văn bản một dòng (Alt+Enter), ghi"
        " “số, ký hiệu; ngày; trích yếu”. Minh chứng: mỗi tên tệp một dòng."
    ),
    Part.OTHER: (
        "Chỉ ghi việc ngoài các nhiệm vụ của Kế hoạch; mỗi ý một dòng trong ô (Alt+Enter)."
        " Mục chỉ chọn cho nội dung chỉ đạo, điều hành."
    ),
    Part.PROPOSALS: "Ghi chung cho cả đơn vị; mỗi ý một dòng.",
    Part.STATISTICS: "Không phát sinh thì ghi 0. Chưa có số thì để trống và ghi lý do vào ô Ghi chú.",
}


def write_unit_form(form: UnitForm) -> bytes:
    """Return the workbook that a unit fills in for a period: the same bytes for the same form.

    Raises:
        InvalidInputError: a text is longer than Excel keeps.

    """
    book = empty_book()
    sheets = [_Writer(book, form, part) for part in Part]
    refuse_cut([problem for sheet in sheets for problem in sheet.write()])
    lists.write_lists(book.create_sheet(LISTS), form)
    properties = book.properties
    properties.creator, properties.language = form.organisation.on(form.plan.day).name, "vi-VN"
    properties.title = f"{Part.TASKS.over_table} {form.period_name} – {form.name}"
    properties.subject = form.plan.subject
    return packed(book, None)


@dataclass
class _Writer:
    """Writes one sheet of a form."""

    book: Workbook
    form: UnitForm
    part: Part

    def write(self) -> list[str]:
        """Write it; return what is too long."""
        sheet = self._begun()
        writers = {
            Part.TASKS: self._tasks,
            Part.OTHER: self._other,
            Part.PROPOSALS: self._free,
            Part.STATISTICS: self._statistics,
        }
        writers[self.part](sheet)
        return sheet.problems

    def _begun(self) -> FormSheet:
        """Return the sheet with its lines and headings."""
        form, part = self.form, self.part
        columns = [column for column in part.columns if column.key != "ky_truoc" or form.last]
        sheet = FormSheet(self.book.create_sheet(part.label), columns, wide=part is Part.TASKS)
        sheet.line(part, f"{part.over_table} {form.period_name}".upper(), "appendix_title")
        sheet.line(UNIT_MARK, unit_line(form.name), "table_heading")
        sheet.line(Mark.REFERENCE, _reference(form), "table_cell")
        sheet.line(Mark.REFERENCE, _HOW[part], "table_cell")
        if part is Part.TASKS:
            sheet.ask(SENT_MARK, SENT_LABEL, lists.days(form))
        sheet.headings()
        return sheet

    def _tasks(self, sheet: FormSheet) -> None:
        """Write the tasks of the unit, below the parts and groups that they stand in."""
        owed = {one.task: one for one in self.form.obligations}
        tasks = {row.anchor: row for row in self.form.plan.rows()}
        for appendix in worded_appendices(self.form.plan, self.form.organisation):
            for row in _with_headings(
                appendix, {anchor for anchor, task in tasks.items() if task.id in owed}
            ):
                if row.kind in _KINDS:
                    sheet.across(f"{row.number}. {row.text}")
                else:
                    task = tasks[row.anchor]
                    sheet.row(task.id, {**self._asked(row, task, owed[task.id]), **self._filled(task.id)})
        sheet.offer(STATUS, lists.statuses())
        sheet.offer("ngay_hoan_thanh", lists.days(self.form))
        sheet.keep_columns(TASK)
        sheet.filter()

    def _asked(self, row: Row, task: Subtask, obligation: Obligation) -> Mapping[str, Value]:
        last = self.form.last.of(task.id) if self.form.last else None
        return {
            "stt": int(row.number) if row.number.isdigit() else row.number,
            TASK: row.text,
            "vai_tro": obligation.duty.label,
            "thoi_gian": row.deadline,
            "han": obligation.due,
            ASKED: obligation.urgency.label,
            "ky_truoc": _told(last) if last else "",
        }

    def _filled(self, mark: str) -> Cells:
        """Return what is answered in a row by now."""
        return self.form.filled.get(self.part, {}).get(mark, {})

    def _free(self, sheet: FormSheet) -> None:
        """Write the rows that were written in by now, and leave as many free as ever."""
        for cells in self.form.filled.get(self.part, {}).values():
            sheet.row("", cells)
        count = int(rules.figure("unit_form.free_rows").use)
        sheet.blank(count, Pt(rules.length("unit_form.free_row").points))

    def _other(self, sheet: FormSheet) -> None:
        self._free(sheet)
        sheet.offer(CONTENT, lists.content_names())
        sheet.offer(HEADING, lists.headings())

    def _statistics(self, sheet: FormSheet) -> None:
        last = {one.code: one for one in self.form.last.statistics} if self.form.last else {}
        for form in self.form.forms:
            sheet.across(f"Biểu {form.number}. {form.title}")
            for indicator in form.indicators:
                given: dict[str, Value] = {
                    CODE: indicator.code,
                    "ten": indicator.name,
                    "don_vi_tinh": indicator.measure,
                    "ky_truoc": _value(last.get(indicator.code)),
                }
                sheet.row(indicator.code, {**given, **self._filled(indicator.code)})
        sheet.offer("so_lieu", lists.amounts())
        sheet.filter()


def _reference(form: UnitForm) -> str:
    """Return of which plan the form is, which days count, and until when it is to be sent."""
    plan, dates = form.plan, form.dates
    until = f"gửi chậm nhất hết ngày {short_date(dates.unit_due)}"
    window = f"số liệu từ {short_date(dates.data_from)} đến hết {short_date(dates.data_to)}"
    return f"({plan.type_name} {plan.subject}; {window}; {until})"


def _with_headings(appendix: Appendix, wanted: Container[str]) -> Iterator[Row]:
    """Yield the rows of wanted tasks, each behind the parts and groups that begin with it."""
    above: dict[int, Row] = {}
    for row in appendix.rows:
        if row.kind in _KINDS:
            depth = _KINDS[row.kind]
            above = {at: one for at, one in above.items() if at < depth} | {depth: row}
        elif row.anchor in wanted:
            yield from above.values()
            above = {}
            yield row


def _told(outcome: Outcome) -> str:
    """Return what was told of a task for the earlier period."""
    return ": ".join(filter(None, (outcome.status.label, outcome.result)))


def _value(told: Statistic | None) -> Value:
    return told.value if told else None
