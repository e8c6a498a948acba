"""The rules by what they judge: one module for each family, each with its `RULES`."""

from docgen.check.case import Rule

RULES: tuple[Rule, ...] = ()
"""Every rule."""
