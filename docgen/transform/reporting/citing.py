"""A plan that cites one document with several dates, made to agree with itself in what is reported of it."""

import re
from collections.abc import Iterator

from docgen.model.address import Address, addressed, task_of, with_texts
from docgen.model.finding import Finding, warning
from docgen.model.plan import Plan
from docgen.transform.places import place_of
from docgen.wording.agreement import agreement
from docgen.wording.text import Context, Hit, Text

_DAY = re.compile(r",?\s+ngày\s+\d{1,2}(?:\s*[/.-]\s*|\s+tháng\s+)\d{1,2}(?:\s*[/.-]\s*|\s+năm\s+)\d{4}")


def cited_alike(plan: Plan) -> tuple[Plan, tuple[Finding, ...]]:
    """Return `plan` with one date for every document that it cites, and what is told about it.

    Which date is right nobody knows here. The first citation stays as it is written; a later one with another
    date loses it, as the decree writes later citations anyway: type and number (Phụ lục I, Mục II.6.b).
    """
    texts, findings = addressed(plan), list[Finding]()
    cut: dict[Address, str] = {}
    while hits := [hit for hit in _disagreements(texts | cut) if _cut(hit) != hit.text.words]:
        for hit in hits:
            cut[str(hit.text.place)] = _cut(hit)
            findings.append(_told(plan, hit))
    return (with_texts(plan, cut) if cut else plan), tuple(findings)


def _disagreements(texts: dict[Address, str]) -> Iterator[Hit]:
    return agreement([Text(words, address) for address, words in texts.items()], Context())


def _cut(hit: Hit) -> str:
    """Return the words of a text without the date of the citation that a hit is about."""
    words = hit.text.words
    return words[: hit.start] + _DAY.sub("", words[hit.start : hit.end], count=1) + words[hit.end :]


def _told(plan: Plan, hit: Hit) -> Finding:
    address = str(hit.text.place)
    task = task_of(address)
    said, _, mended = hit.message.partition(". Hãy ")
    message = f"{said}. Báo cáo chỉ ghi số, ký hiệu ở lần viện dẫn sau{f' ({task})' if task else ''}."
    return warning("vien-dan-nhieu-ngay", place_of(plan, address), message, f"Hãy {mended}")
