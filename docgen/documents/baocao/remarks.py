"""Comments beside a draft: what was found in submissions, at the row of the task that it is about."""

import re
from collections.abc import Iterator, Sequence

from docgen.documents.baocao.inward import proposals
from docgen.documents.baocao.outlook import PROPOSALS
from docgen.documents.baocao.tables import RESULTS, STATISTICS, appendix_label
from docgen.documents.baocao.tracing import Told
from docgen.documents.base import Remark
from docgen.model.figure import Quotation, read
from docgen.model.finding import Finding, Severity
from docgen.model.results import PeriodResults

_INWARD = f"Không ghi vào mục “{PROPOSALS}” vì là kiến nghị trong nội bộ"
_TO_DECIDE = "Lãnh đạo cơ quan xem xét; nội dung phải trình cấp trên thì ghi lại thành kiến nghị của cơ quan."


def remarks_of(results: PeriodResults, told: Sequence[Told]) -> tuple[Remark, ...]:
    """Return a remark for each finding about a task, at what the table of results says of the task.

    What is about no task, or only for information, is told to the coordinator elsewhere. What the office
    notes about its forms is told at the title of the statistics; what units propose to the agency itself, at
    the title of the results: with a remark among the text, LibreOffice begins the first page a line lower.
    """
    places = _places(results, told)
    found = [
        *_about_forms(results, told),
        *_about_proposals(results, told),
        *(
            Remark(position=places[task], quote=read(told[places[task]].words), words=str(finding))
            for finding in results.findings
            for task in _tasks(finding, places)
        ),
    ]
    return tuple(sorted(found, key=lambda remark: remark.position))


def _about_forms(results: PeriodResults, told: Sequence[Told]) -> Iterator[Remark]:
    if results.forms_note:
        yield _at_title(STATISTICS, told, results.forms_note)


def _at_title(appendix: int, told: Sequence[Told], words: str) -> Remark:
    label = appendix_label(appendix)
    _, title, *_ = (at for at, one in enumerate(told) if one.place == label)
    return Remark(position=title, quote=read(told[title].words), words=words)


def _about_proposals(results: PeriodResults, told: Sequence[Told]) -> Iterator[Remark]:
    for voice in proposals(results, inward=True):
        words = f"{_INWARD} {results.organisation.name}: “{read(voice.told())}”. {_TO_DECIDE}"
        yield _at_title(RESULTS, told, words)


def _places(results: PeriodResults, told: Sequence[Told]) -> dict[str, int]:
    """Return where each task of the plan is printed in the table of results, by its id."""
    ids = {task.task.id for task in results.tasks}
    rows = (
        (at, one.words) for at, one in enumerate(told) if one.place.startswith(f"{appendix_label(RESULTS)}, ")
    )
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
