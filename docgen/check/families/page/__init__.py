"""Paper, margins, letters and page numbers: P01 to P10 (Phụ lục I, Phần I, Mục I)."""

from docgen.check.case import Rule
from docgen.check.families.page import highlights, letters, numbers, paper

_MODULES = (paper, letters, highlights, numbers)

RULES: tuple[Rule, ...] = tuple(rule for module in _MODULES for rule in module.RULES)
