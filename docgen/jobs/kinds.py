"""The kinds of work that there are: a line for each."""

from collections.abc import Mapping

from docgen.jobs import mornings, papers
from docgen.jobs.kind import Kind, Queue

KINDS: Mapping[str, Kind] = {
    "ke-hoach": Kind(papers.plan_files),
    "trich-ke-hoach": Kind(papers.plan_extracts),
    "bao-cao": Kind(papers.report_files),
    "bao-cao-nam": Kind(papers.year_reports),
    "bieu-mau": Kind(papers.unit_forms),
    "mo-ky": Kind(mornings.open_periods, Queue.LIGHT),
    "dong-ky": Kind(mornings.close_periods, Queue.LIGHT),
    "nhac-han": Kind(mornings.remind_units, Queue.LIGHT),
    "don-tep": Kind(mornings.forget_files, Queue.LIGHT),
}
"""By the names under which they are asked for.

"bao-cao" and "bieu-mau" need a period, {"ky": "2025-Q1"}; other papers a year, {"nam": 2025}.
"""
