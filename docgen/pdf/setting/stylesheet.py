"""CSS classes, one for each distinct set of declarations: WeasyPrint is twice as slow with inline styles."""

from typing import TypeAlias

Declarations: TypeAlias = dict[str, str]

BASE = """
html, body { margin: 0; font-kerning: none; overflow-wrap: anywhere; hyphens: manual; orphans: 2; widows: 2 }
p, td, th, div, h1, h2, h3, h4, h5, h6 {
  margin: 0; padding: 0; text-indent: 0; text-align: left; font-weight: normal;
  break-before: auto; break-after: auto; break-inside: auto; vertical-align: top }
table { border-collapse: collapse; table-layout: fixed; border-spacing: 0; text-indent: 0 }
td, th, .c { orphans: 1; widows: 1 }
i { font-style: inherit }
.t { display: table; table-layout: fixed; border-spacing: 0 }
.g { display: table-column-group }
.n { display: table-column }
.b { display: table-row-group }
.r { display: table-row }
.c { display: table-cell }
"""


class Stylesheet:
    """The classes handed out so far."""

    def __init__(self) -> None:
        self._names: dict[str, str] = {}
        self._rules: list[str] = [BASE]

    def name(self, declarations: Declarations) -> str:
        """Return the class that says `declarations`; an empty name when they say nothing."""
        body = ";".join(f"{key}:{value}" for key, value in declarations.items() if value)
        if not body:
            return ""
        if body not in self._names:
            self._names[body] = f"x{len(self._names)}"
            self._rules.append(f".{self._names[body]}{{{body}}}")
        return self._names[body]

    def add(self, rule: str) -> None:
        """Add a whole rule, such as `@page`."""
        self._rules.append(rule)

    def __str__(self) -> str:
        """Return the style sheet as CSS."""
        return "\n".join(self._rules)


def pt(length: float) -> str:
    """Write a length in points, to a thousandth."""
    return f"{length:.3f}".rstrip("0").rstrip(".") + "pt"
