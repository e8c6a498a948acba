"""Decree 30/2020/NĐ-CP as data: every figure with its unit and its article.

`length("margin.left")`, `figure("line.motto")`, `component("motto")`, `text("motto")` and so on.
Templates, checks and tests take figures from here; no other code writes a point size or a margin.
"""

from docgen.rules.checks import Rule, rule, rules
from docgen.rules.decree import Component, Figure, component, figure, length, text, type_code

__all__ = [
    "Component",
    "Figure",
    "Rule",
    "component",
    "figure",
    "length",
    "rule",
    "rules",
    "text",
    "type_code",
]
