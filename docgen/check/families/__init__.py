"""The rules by what they judge: one module for each family, each with its `RULES`."""

from docgen.check.case import Rule
from docgen.check.families import (
    abbreviations,
    addressees,
    appendices,
    bases,
    body_look,
    body_order,
    closing,
    electronic,
    head,
    head_lines,
    headings,
    letters,
    mandatory,
    numbers_dates,
    page,
    page_numbers,
    places,
    pointers,
    recipients,
    references,
    reports,
    tables,
    title,
    wording,
)

_FAMILIES = (
    head,
    head_lines,
    numbers_dates,
    places,
    title,
    mandatory,
    page,
    letters,
    page_numbers,
    bases,
    body_look,
    headings,
    body_order,
    pointers,
    wording,
    closing,
    electronic,
    recipients,
    addressees,
    appendices,
    references,
    reports,
    tables,
    abbreviations,
)

RULES: tuple[Rule, ...] = tuple(rule for family in _FAMILIES for rule in family.RULES)
"""Every rule."""
