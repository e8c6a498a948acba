"""Workbooks, both ways: the appendix of a plan as officers expect a sheet, and sheets read into tables."""

from docgen.sheets.comparison import write_comparison
from docgen.sheets.outcomes import read_outcomes, unread_outcomes
from docgen.sheets.reading import read_workbook
from docgen.sheets.workbook import Answer, Entry, Form, Workbook
from docgen.sheets.writing import write_workbook

__all__ = [
    "Answer",
    "Entry",
    "Form",
    "Workbook",
    "read_outcomes",
    "read_workbook",
    "unread_outcomes",
    "write_comparison",
    "write_workbook",
]
