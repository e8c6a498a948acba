"""The forms that units of the plan of 2025 get for a period, and a unit that fills one in."""

from io import BytesIO

import openpyxl

from docgen.importers.statistics_file import read_forms
from docgen.model.calendar import OfficeCalendar
from docgen.model.period import ReportingPeriod
from docgen.resources import shipped
from docgen.rules.report_words import points
from docgen.rules.reporting_dates import dates_of
from docgen.sheets import UnitForm, told_by
from docgen.sheets.unit_form.layout import Part
from docgen.transform.reporting.obligations import obligations

Q1 = ReportingPeriod(2025, "Q1")
FORMS = read_forms(shipped("data") / "bieu-thong-ke.yaml")
POINTS = {point.heading: point.title for point in points()}


def asked(plan, organisation, unit, period=Q1, last=None):
    """Return what a unit, by its id, is asked for a period."""
    dates = dates_of(period, OfficeCalendar())
    owed = tuple(one for one in obligations(plan, organisation, dates).obligations if one.unit == unit)
    forms = told_by(unit, FORMS, organisation, dates.data_to)
    name = next(one.name for one in organisation.on(dates.data_to).units if one.id == unit)
    return UnitForm(plan, organisation, dates, unit, name, owed, forms, last)


class Desk:
    """An officer with a form in front of her."""

    def __init__(self, data):
        self.book = openpyxl.load_workbook(BytesIO(data))

    def bytes(self):
        """Return the form as it is saved."""
        memory = BytesIO()
        self.book.save(memory)
        return memory.getvalue()

    def sheet(self, part):
        """Return a sheet."""
        return self.book[part.label]

    def row(self, part, mark):
        """Return the number of the row that the hidden column marks."""
        return next(cell.row for cell in self.sheet(part)["A"] if cell.value == mark)

    def cell(self, part, row, key):
        """Return a cell by its row, or what marks it, and the key of its column."""
        number = row if isinstance(row, int) else self.row(part, row)
        heading = next(column.heading for column in part.columns if column.key == key)
        headings = self.sheet(part)[self.row(part, "#cot")]
        return self.sheet(part).cell(number, next(one.column for one in headings if one.value == heading))

    def free(self, part):
        """Return the number of the first row below the headings."""
        return self.row(part, "#cot") + 1

    def fill(self, part, row, **values):
        """Fill cells of a row."""
        for key, value in values.items():
            self.cell(part, row, key).value = value

    def sent(self, day):
        """Write the day on which it is sent."""
        self.sheet(Part.TASKS).cell(self.row(Part.TASKS, "#ngay-gui"), 5).value = day

    def answer(self, submission):
        """Fill in everything that a submission says."""
        self.sent(submission.sent_on)
        for row in submission.rows:
            self.fill(Part.TASKS, row.id, **_task(row))
        for number, work in enumerate(submission.other, self.free(Part.OTHER)):
            self.fill(Part.OTHER, number, **_other(work))
        for key, said in _of_all(submission).items():
            for number, text in enumerate(said, self.free(Part.PROPOSALS)):
                self.fill(Part.PROPOSALS, number, **{key: text})
        for one in submission.statistics:
            value = one.value if one.value is None else float(one.value)
            self.fill(Part.STATISTICS, one.code, so_lieu=value, ghi_chu=one.note)


def _task(row):
    return {
        "tinh_trang": row.status.label,
        "ngay_hoan_thanh": row.finished_on,
        "ket_qua": row.result,
        "van_ban": "\n".join(map(_product, row.products)),
        "minh_chung": "\n".join(row.evidence),
        "ly_do": row.reason,
        "can_cu": row.basis,
        "kho_khan": row.difficulties,
        "kien_nghi": row.proposals,
    }


def _product(product):
    day = f"{product.day:%d/%m/%Y}" if product.day else ""
    return f"{product.number}; {day}; {product.subject}"


def _other(work):
    return {
        "noi_dung": work.content,
        "muc": POINTS.get(work.heading, ""),
        "ket_qua": "\n".join(work.results),
        "han_che": "\n".join(work.shortcomings),
        "nguyen_nhan": "\n".join(work.causes),
    }


def _of_all(submission):
    return {
        "kho_khan": submission.difficulties,
        "kien_nghi": submission.proposals,
        "nhiem_vu_ky_sau": submission.next_tasks,
    }
