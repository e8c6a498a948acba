"""Who signs and who gets it: G01 to G10 (Phụ lục I, Phần I, Mục II.7 và II.9)."""

from docgen.check.case import Rule
from docgen.check.families.closing import addressees, recipients, signing

_MODULES = (signing, recipients, addressees)

RULES: tuple[Rule, ...] = tuple(rule for module in _MODULES for rule in module.RULES)
