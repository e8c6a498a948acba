"""Appendices and their tables: A01 to A09 (Phụ lục I, Phần I, Mục III.1)."""

from docgen.check.case import Rule
from docgen.check.families.appendices import abbreviations, references, tables, titles

_MODULES = (titles, references, tables, abbreviations)

RULES: tuple[Rule, ...] = tuple(rule for module in _MODULES for rule in module.RULES)
