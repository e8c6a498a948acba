"""Workbooks, both ways: the appendix of a plan as officers expect a sheet, and sheets read into tables."""
