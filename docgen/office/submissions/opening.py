"""What units are asked when a period opens: who owes what, and a row for everything that may be said."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from sqlalchemy.orm import Session

from docgen.model.obligation import Obligation
from docgen.office.submissions.fields import text_rows
from docgen.office.submissions.sending import sent
from docgen.office.submissions.subject import Subject
from docgen.office.submissions.views import RowName
from docgen.store import tables
from docgen.store.tables import RowKind
from docgen.transform.reporting import add_up


def ask_units(session: Session, subject: Subject) -> tuple[str, ...]:
    """Write down what every unit owes, with an empty submission for each; return the ids of the units.

    What was told for an earlier period as done or dropped is not asked again.
    """
    owed: dict[str, list[Obligation]] = defaultdict(list)
    for one in _obligations(session, subject):
        owed[one.unit].append(one)
    asked = list[str]()
    for unit in subject.organisation.on(subject.period.dates.data_to).units:
        indicators = [row.code for form in subject.forms_of(unit.id) for row in form.indicators]
        if owed[unit.id] or indicators:
            session.add_all(_kept(subject, owed[unit.id]))
            rows = (
                *_rows(RowKind.TASK, (one.task for one in owed[unit.id])),
                *_rows(RowKind.STATISTIC, indicators),
            )
            add_submission(session, subject, unit.id, rows)
            asked.append(unit.id)
    session.flush()
    return tuple(asked)


def _obligations(session: Session, subject: Subject) -> Iterable[Obligation]:
    period = subject.period.period
    received = sent(session, period).received
    results = add_up(subject.plan, subject.organisation, period, received, subject.calendar, subject.forms)
    return results.obligations


def _kept(subject: Subject, owed: Iterable[Obligation]) -> Iterator[tables.Obligation]:
    for one in owed:
        yield tables.Obligation(
            period_id=subject.period.id,
            unit_id=one.unit,
            task=one.task,
            duty=one.duty,
            urgency=one.urgency,
            due=one.due,
        )


def _rows(kind: RowKind, keys: Iterable[str]) -> Iterator[RowName]:
    return (RowName(kind, key) for key in keys)


def add_submission(
    session: Session, subject: Subject, unit: str, rows: Iterable[RowName]
) -> tables.Submission:
    """Add the empty submission of a unit with `rows`, and those that every unit has."""
    submission = tables.Submission(period_id=subject.period.id, unit_id=unit)
    session.add(submission)
    session.flush()
    session.add_all(
        tables.Row(submission_id=submission.id, kind=kind, key=key) for kind, key in (*rows, *text_rows())
    )
    session.flush()
    return submission
