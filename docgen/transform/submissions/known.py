"""What a submission is held against."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import cache, cached_property

from docgen.model.appendix import Subtask
from docgen.model.calendar import OfficeCalendar, ReportingDates
from docgen.model.deadline import Deadline
from docgen.model.organisation import Organisation, Unit, UnitGroup
from docgen.model.period import ReportingPeriod
from docgen.model.plan import Plan
from docgen.model.statistics import Forms, Indicator
from docgen.rules.reporting_dates import dates_of


@dataclass(frozen=True)
class Known:
    """The plan, agency, forms and calendar that submissions are held against; what lacks is not asked."""

    plan: Plan | None = None
    organisation: Organisation | None = None
    forms: Forms | None = None
    calendar: OfficeCalendar | None = None

    @cached_property
    def tasks(self) -> Mapping[str, Subtask]:
        """The tasks and sub-tasks of the plan, by their ids."""
        return {row.id: row for row in self.plan.rows()} if self.plan else {}

    @cached_property
    def deadlines(self) -> Mapping[str, Deadline]:
        """The deadlines of the tasks, by their ids."""
        return {row.id: self.plan.deadline(row) for row in self.tasks.values()} if self.plan else {}

    @cached_property
    def indicators(self) -> Mapping[str, Indicator]:
        """The indicators of all forms, by their codes."""
        return {row.code: row for row in self.forms.indicators} if self.forms else {}

    def dates(self, period: ReportingPeriod | None) -> ReportingDates | None:
        """Return the days of a period; None where it or the calendar is not known."""
        return _dates(period, self.calendar) if period and self.calendar else None

    def concerns(self, unit: str | None, names: Collection[str]) -> bool:
        """Say whether a unit is among those that are named, or took over from one; True if unsure."""
        entry = self._named.find(unit) if self._named and unit else None
        if not self._named or not entry:
            return True
        return any(_means(named, entry) for named in map(self._named.find, names) if named)

    @cached_property
    def _named(self) -> Organisation | None:
        """The agency as of the day on which the plan names its units."""
        return self.organisation.on(self.plan.day) if self.organisation and self.plan else self.organisation


def _means(named: Unit | UnitGroup, entry: Unit | UnitGroup) -> bool:
    if isinstance(named, UnitGroup) and isinstance(entry, Unit):
        return named.is_open or named.has(entry)
    return entry.id in {named.id, named.successor}


@cache
def _dates(period: ReportingPeriod, calendar: OfficeCalendar) -> ReportingDates:
    return dates_of(period, calendar)
