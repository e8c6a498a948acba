"""Comments beside a draft: what was found in submissions, at the row of the task that it is about."""

import re
from collections.abc import Iterator, Sequence

from docgen.documents.baocao.tracing import Told
from docgen.documents.base import Remark
from docgen.model.figure import Quotation, read
from docgen.model.finding import Finding, Severity
from docgen.model.results import PeriodResults


def remarks_of(results: PeriodResults, told: Sequence[Told]) -> tuple[Remark, ...]:
    """Return a remark for each finding about a task, at what the table of results says of the task.

    What is about no task, or only for information, is told to the coordinator elsewhere.
    """
    places = _places(results, told)
    found = [
        Remark(position=places[task], quote=read(told[places[task]].words), words=str(finding))
        for finding in results.findings
        for task in _tasks(finding, places)
    ]
    return tuple(sorted(found, key=lambda remark: remark.position))


def _places(results: PeriodResults, told: Sequence[Told]) -> dict[str, int]:
    """Return where each task of the plan is printed in the table of results, by its id."""
    ids = {task.task.id for task in results.tasks}
    rows = ((at, one.words) for at, one in enumerate(told) if one.place.startswith("Phụ lục I, "))
    places: dict[str, int] = {}
    for at, words in rows:
        first = words[0]
        if isinstance(first, Quotation) and first.source.row in ids:
            places.setdefault(first.source.row, at)
    return places


def _tasks(finding: Finding, places: dict[str, int]) -> Iterator[str]:
    """Yield the first task whose id a finding names."""
    if finding.severity is not Severity.INFO:
        words = re.findall(r"[a-z0-9]+(?:-[a-z0-9]+)*", f"{finding.place} {finding.message}")
        yield from [word for word in words if word in places][:1]
