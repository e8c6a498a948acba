"""Fields of a Word file that would call a program or take something from elsewhere: left aside, and told."""

import re
from collections.abc import Iterator

from docgen.model.finding import Finding, Severity
from docgen.package import Element
from docgen.word.ooxml import W

_CALLING = re.compile(
    r"\s*(DDE|DDEAUTO|LINK|INCLUDEPICTURE|INCLUDETEXT|INCLUDE|IMPORT|MACROBUTTON|DATABASE)\b", re.IGNORECASE
)


def calling_fields(root: Element) -> tuple[Finding, ...]:
    """Return what is told of the fields of a part that reach outside (ECMA-376, Part 1, 17.16.5)."""
    names = sorted({found[1].upper() for told in _instructions(root) if (found := _CALLING.match(told))})
    if not names:
        return ()
    message = (
        f"có trường lấy nội dung từ ngoài tệp hoặc gọi chương trình ({', '.join(names)}); không được chạy."
    )
    return (Finding(code="truong-ngoai", severity=Severity.WARNING, place="tệp Word", message=message),)


def _instructions(root: Element) -> Iterator[str]:
    yield from (node.get(f"{W}instr", "") for node in root.iter(f"{W}fldSimple"))
    yield from (node.text or "" for node in root.iter(f"{W}instrText"))
