"""Who owes what in a period, before anyone answers: every unit, every task of the plan, and why."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from docgen.language.dates import last_day_of_month, short_date
from docgen.language.text import cut
from docgen.model.appendix import Subtask
from docgen.model.calendar import ReportingDates
from docgen.model.deadline import Deadline, DeadlineKind
from docgen.model.finding import Finding, Severity
from docgen.model.obligation import Duty, Obligation, Urgency
from docgen.model.organisation import Organisation, Unit, UnitGroup, UnitKind
from docgen.model.period import PERIODS, ReportingPeriod
from docgen.model.plan import Plan
from docgen.transform.outline import Outline

QUOTED = 60
"""Letters of a task by which a finding names it."""

_ENDLESS = frozenset({DeadlineKind.WHOLE_YEAR, DeadlineKind.REGULARLY})
"""What goes on all the year comes due in no period; what is to be done within the year does in the last."""


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
    first, last = new_days(period)
    begun = [phase for phase in deadline.phases if phase.earliest and phase.earliest <= last]
    ends = [phase.latest for phase in begun if phase.latest and phase.kind not in _ENDLESS]
    if any(first <= end <= last for end in ends):
        return Urgency.DUE
    if deadline.latest and deadline.latest < first:
        return Urgency.OVERDUE
    if any(not phase.latest or phase.latest >= first for phase in begun):
        return Urgency.RUNNING
    if any(not phase.latest for phase in deadline.phases):
        return Urgency.WAITING
    return Urgency.RUNNING if begun else None


def new_days(period: ReportingPeriod) -> tuple[date, date]:
    """Return the first and last day of the months that no earlier period of the year has covered."""
    before = max((month for month in PERIODS.values() if month < period.last_month), default=0)
    return date(period.year, before + 1, 1), last_day_of_month(period.last_month, period.year)


class Duties:
    """Who leads and who coordinates the tasks of a plan on a day, and who no longer does."""

    def __init__(self, plan: Plan, organisation: Organisation, day: date) -> None:
        self._named = organisation.on(plan.day)
        self._there = organisation.on(day)
        self._day = day
        self._entries = {entry.id: entry for entry in self._there.entries}
        self._places = {task: row.place for task, row in Outline(plan.appendices).rows.items()}

    def of(self, row: Subtask) -> dict[str, Duty]:
        """Return the duties of the units of the agency in a task, by their ids: leads first."""
        leads = dict.fromkeys(self._units(row.lead), Duty.LEAD)
        return leads | {unit: Duty.COORDINATE for unit in self._units(row.coordinating) if unit not in leads}

    def name(self, unit: str) -> str:
        """Return the full name of a unit on the day."""
        return self._entries[unit].name

    def today(self, unit: str) -> str:
        """Return the id of the unit that a unit has become by the day; its own where there is none."""
        entry = self._heir(self._entries[unit])
        return entry.id if entry else unit

    def gone(self, row: Subtask) -> Iterator[Finding]:
        """Tell of every unit named in a task that has left the agency without a successor inside it."""
        for names, duty in ((row.lead, Duty.LEAD), (row.coordinating, Duty.COORDINATE)):
            for name in names:
                entry = self._entries[self._named.require(name).id]
                if not entry.exists_on(self._day) and not self._members(entry):
                    yield self._told(row, entry, duty)

    def _units(self, names: Collection[str]) -> Iterator[str]:
        """Yield the ids of the units of the agency that are meant by names in the plan."""
        for name in names:
            yield from (unit.id for unit in self._members(self._entries[self._named.require(name).id]))

    def _members(self, entry: Unit | UnitGroup) -> tuple[Unit, ...]:
        heir = self._heir(entry)
        alone = (heir,) if isinstance(heir, Unit) else ()
        units = self._there.members(heir) if isinstance(heir, UnitGroup) else alone
        return tuple(unit for unit in units if unit.kind is not UnitKind.EXTERNAL)

    def _heir(self, entry: Unit | UnitGroup) -> Unit | UnitGroup | None:
        """Return what a unit or group is on the day: itself, or the one that has taken over; None if none."""
        while not entry.exists_on(self._day):
            if not entry.successor:
                return None
            entry = self._entries[entry.successor]
        return entry

    def _told(self, row: Subtask, entry: Unit | UnitGroup, duty: Duty) -> Finding:
        message = (
            f"kế hoạch giao {entry.name} {duty.label.lower()} “{cut(row.text, QUOTED)}” ({row.id}), nhưng"
            f" ngày {short_date(self._day)} {self._there.name} không có đơn vị này{self._became(entry)}."
        )
        return Finding(
            code="don-vi-da-chuyen",
            severity=Severity.WARNING,
            place=self._places[row.id],
            message=message,
            remedy="Hãy xác định đơn vị tiếp tục báo cáo rồi sửa kế hoạch hoặc danh sách đơn vị.",
        )

    def _became(self, entry: Unit | UnitGroup) -> str:
        """Return what became of a unit that has ended; "" of one that is still to come."""
        if entry.last_day >= self._day:
            return ""
        heir = self._heir(entry)
        became = f"chuyển về {heir.name}" if heir else "kết thúc hoạt động, chưa ghi đơn vị kế thừa,"
        basis = f" theo {entry.basis}" if entry.basis else ""
        return f" ({became} từ ngày {short_date(entry.last_day + timedelta(days=1))}{basis})"
