"""Workbooks, both ways: the appendix of a plan as officers expect a sheet, and sheets read into tables."""

from docgen.sheets.comparison import write_comparison
from docgen.sheets.obligations import write_obligations
from docgen.sheets.outcomes import read_outcomes, unread_outcomes
from docgen.sheets.reading import read_workbook
from docgen.sheets.trace import write_trace
from docgen.sheets.unit_form.asked import Cells, UnitForm, told_by
from docgen.sheets.unit_form.layout import Part
from docgen.sheets.unit_form.reading import UnitAnswers, read_unit_form
from docgen.sheets.unit_form.writing import write_unit_form
from docgen.sheets.workbook import Answer, Entry, FilledForm, Form, Workbook
from docgen.sheets.writing import write_workbook

__all__ = [
    "Answer",
    "Cells",
    "Entry",
    "FilledForm",
    "Form",
    "Part",
    "UnitAnswers",
    "UnitForm",
    "Workbook",
    "read_outcomes",
    "read_unit_form",
    "read_workbook",
    "told_by",
    "unread_outcomes",
    "write_comparison",
    "write_obligations",
    "write_trace",
    "write_unit_form",
    "write_workbook",
]
