"""What units wrote for a period, letter for letter: about the tasks of the plan, then beside them."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from docgen.model.results import Answer, TextKind, UnitText
from docgen.model.submission import OtherWork
from docgen.rules.reports import content_of
from docgen.transform.reporting.placed import Placed
from docgen.transform.reporting.sent import Sent

_OF_ROWS = (
    (TextKind.RESULT, "result"),
    (TextKind.CAUSE, "reason"),
    (TextKind.DIFFICULTY, "difficulties"),
    (TextKind.PROPOSAL, "proposals"),
)
_BESIDE = (
    (TextKind.RESULT, "results"),
    (TextKind.SHORTCOMING, "shortcomings"),
    (TextKind.CAUSE, "causes"),
)
_OF_UNITS = (
    (TextKind.DIFFICULTY, "difficulties"),
    (TextKind.PROPOSAL, "proposals"),
    (TextKind.NEXT, "next_tasks"),
)


def texts_of(
    rows: Iterable[Placed], answers: Mapping[str, Sequence[Answer]], sent: Iterable[Sent]
) -> Iterator[UnitText]:
    """Yield every text of a period: in the order of the plan, then unit by unit what is beside it.

    Why a task is late is a cause.

    Args:
        rows: the rows of the plan.
        answers: the answers of the period, by the ids of rows.
        sent: what units sent for the period.

    """
    for row in rows:
        for answer in answers[row.row.id]:
            yield from _of_row(row, answer)
    for one in sent:
        for work in one.submission.other:
            yield from _beside(one, work)
        for kind, field in _OF_UNITS:
            for text in getattr(one.submission, field):
                yield UnitText(kind, text, one.name, one.file)


def _of_row(row: Placed, answer: Answer) -> Iterator[UnitText]:
    for kind, field in _OF_ROWS:
        if text := getattr(answer.outcome, field):
            yield UnitText(kind, text, answer.unit, answer.file, row.content, row.row.id)


def _beside(sent: Sent, work: OtherWork) -> Iterator[UnitText]:
    content, heading = content_of(work.content), work.heading.value if work.heading else ""
    for kind, field in _BESIDE:
        for text in getattr(work, field):
            yield UnitText(kind, text, sent.name, sent.file, content, heading=heading)
