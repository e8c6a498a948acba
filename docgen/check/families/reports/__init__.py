"""Periodic reports: R01 to R05 (Nghị định số 09/2019/NĐ-CP), as far as the Word file shows them."""

from docgen.check.families.reports.timing import RULES

__all__ = ["RULES"]
