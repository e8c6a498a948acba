"""Who owes an answer on what in a period."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import select

from docgen.model.obligation import Duty, Urgency
from docgen.model.text import unmarked
from docgen.office.access import require_unit
from docgen.office.desk import Desk
from docgen.office.submissions.subject import find_period, subject_of, view_of
from docgen.store import tables


@dataclass(frozen=True)
class Owed:
    """A unit owes an answer on a task: `number` and `text` of it as printed, `due` its day if it has one."""

    unit: str
    unit_name: str
    task: str
    number: str
    text: str
    duty: Duty
    urgency: Urgency
    due: date | None


def obligations(desk: Desk, code: str, unit: str = "") -> tuple[Owed, ...]:
    """Return who owes what in a period, in the order of the plan; of one unit where it is told.

    Whoever is of a unit sees what that unit owes. Before the period opens nobody owes anything.

    Raises:
        MissingError: there is no such period, or `unit` is another's.

    """
    unit = unit or (desk.actor.unit or "" if desk.actor.role.is_of_unit else "")
    if unit:
        require_unit(desk, unit)
    period = find_period(desk.session, code)
    wanted = select(tables.Obligation).where(tables.Obligation.period_id == period.id)
    if unit:
        wanted = wanted.where(tables.Obligation.unit_id == unit)
    rows = desk.session.scalars(wanted.order_by(tables.Obligation.id)).all()
    if not rows:
        return ()
    subject = subject_of(desk.session, view_of(period))
    order = {task: place for place, task in enumerate(subject.planned.placed)}
    names = {one: subject.unit_name(one) for one in {row.unit_id for row in rows}}
    return tuple(
        Owed(
            unit=row.unit_id,
            unit_name=names[row.unit_id],
            task=row.task,
            number=subject.planned.placed[row.task].called,
            text=unmarked(subject.planned.tasks[row.task].text),
            duty=row.duty,
            urgency=row.urgency,
            due=row.due,
        )
        for row in sorted(rows, key=lambda row: (order[row.task], row.id))
    )
