"""The rules by what they judge: a package for each family of checks.toml, each with its `RULES`.

`looks` compares a component with its row of the decree, `folding` tells once what is wrong in many places,
and `whereabouts` names places outside the text.
"""

from docgen.check.case import Rule
from docgen.check.families import appendices, closing, content, files, head, page, reports, wording

_FAMILIES = (page, head, content, wording, closing, appendices, reports, files)

RULES: tuple[Rule, ...] = tuple(rule for family in _FAMILIES for rule in family.RULES)
"""Every rule."""
