"""A Word file → what of it breaks Decree 30 or contradicts itself; mended where that is certain.

`check(package)` gives findings, `fix(docx)` a mended file; `check_pdf(data)` gives the findings of a PDF.
A Word file is read (`docgen.word.reading`), its components are found (`components`), every rule of `families`
looks at them, and `fixing` makes the repairs that the rules propose. What a rule says and where that stands
is data: `docgen/rules/checks.toml`.
"""

from docgen.check.judging import check, check_pdf
from docgen.check.mending import Fixed, fix
from docgen.check.settings import DEFAULT, ExpiredText, OldTerm, Settings, read_settings, written

__all__ = [
    "DEFAULT",
    "ExpiredText",
    "Fixed",
    "OldTerm",
    "Settings",
    "check",
    "check_pdf",
    "fix",
    "read_settings",
    "written",
]
