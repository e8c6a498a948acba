"""Who owes what in a period, before anyone answers: every unit, every task of the plan, and why."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from docgen.model.calendar import ReportingDates
from docgen.model.deadline import Deadline
from docgen.model.finding import Finding
from docgen.model.obligation import Obligation, Urgency
from docgen.model.organisation import Organisation
from docgen.model.period import PERIODS, ReportingPeriod
from docgen.model.plan import Plan
from docgen.transform.reporting.duties import Duties


@dataclass(frozen=True)
class Owed:
    """What every unit owes, in the order of the plan, and what is to be told about who no longer owes."""

    obligations: tuple[Obligation, ...]
    findings: tuple[Finding, ...] = ()


def obligations(
    plan: Plan, organisation: Organisation, dates: ReportingDates, done_before: Collection[str] = ()
) -> Owed:
    """Return what every unit owes in the period of `dates`.

    Groups are their members on the last day of data. A unit that has ended by then is followed to its
    successor inside the agency; where it has none, that is told. Bodies outside owe nothing. A unit that
    leads does not coordinate besides. Sub-tasks are owed as tasks are.

    Args:
        plan: the tasks, who leads and coordinates them, and until when.
        organisation: the agency, of any day.
        dates: the days of the period.
        done_before: ids of the tasks that earlier periods have told as done or dropped.

    """
    duties = Duties(plan, organisation, dates.data_to)
    found, findings = list[Obligation](), list[Finding]()
    for row in plan.rows():
        deadline = plan.deadline(row)
        why = urgency(deadline, dates.period)
        if why and row.id not in done_before:
            for unit, duty in duties.of(row).items():
                found.append(Obligation(unit, duties.name(unit), row.id, duty, why, deadline.latest))
            findings += duties.gone(row)
    return Owed(tuple(found), tuple(findings))


def urgency(deadline: Deadline, period: ReportingPeriod) -> Urgency | None:
    """Return why a task with `deadline` is asked about in `period`; None while it has not begun.

    Data end in the middle of a month, but officers count by whole months: what is to be done in "quý I" or
    "tháng 3" belongs to the report of the first quarter, though its data end on 14 March. So a period is
    asked about what begins until the last day of its last month. It is due when it, or a step of it, ends in
    a month that no earlier period of the year has covered (in the report of six months: April to June), and
    overdue when it ended before. Whether it *is* late on the last day of data is another question, see
    `standing_of`.
    """
    first, last = _new_days(period)
    begun = [phase for phase in deadline.phases if phase.earliest and phase.earliest <= last]
    ends = [phase.latest for phase in begun if phase.latest and not phase.kind.is_endless]
    if any(first <= end <= last for end in ends):
        return Urgency.DUE
    if deadline.latest and deadline.latest < first:
        return Urgency.OVERDUE
    if any(not phase.latest or phase.latest >= first for phase in begun):
        return Urgency.RUNNING
    if any(phase.event and not phase.latest for phase in deadline.phases):
        return Urgency.WAITING
    return Urgency.RUNNING if begun or not all(phase.latest for phase in deadline.phases) else None


def _new_days(period: ReportingPeriod) -> tuple[date, date]:
    """Return the first and last day of the months that no earlier period of the year has covered."""
    before = max((month for month in PERIODS.values() if month < period.last_month), default=0)
    return date(period.year, before + 1, 1), period.last_day
