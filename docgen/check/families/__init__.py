"""The rules by what they judge: one module for each family, each with its `RULES`."""

from docgen.check.case import Rule
from docgen.check.families import (
    addressees,
    appendices,
    closing,
    recipients,
    references,
    wording,
)

_FAMILIES = (wording, closing, recipients, addressees, appendices, references)

RULES: tuple[Rule, ...] = tuple(rule for family in _FAMILIES for rule in family.RULES)
"""Every rule."""
