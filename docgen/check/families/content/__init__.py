"""The content: B01 to B16 (Phụ lục I, Phần I, Mục II.6); its words are judged by `wording`."""

from docgen.check.case import Rule
from docgen.check.families.content import bases, divisions, end_mark, headings, look, order, pointers, sizes

_MODULES = (bases, sizes, look, headings, divisions, order, end_mark, pointers)

RULES: tuple[Rule, ...] = tuple(rule for module in _MODULES for rule in module.RULES)
