"""What units sent in a year, period by period, and whether it came in time."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from docgen.model.calendar import OfficeCalendar, ReportingDates
from docgen.model.organisation import Organisation, Unit
from docgen.model.period import ReportingPeriod
from docgen.model.results import Punctuality, Received
from docgen.model.submission import Submission
from docgen.rules.reporting_dates import dates_of

Submissions = Mapping[ReportingPeriod, Mapping[str, Submission]]
"""What units sent for the periods of a year, by the names of the files."""


@dataclass(frozen=True)
class Sent:
    """What one unit sent for one period: by its id, and its full name on the last day of data."""

    unit: str
    name: str
    file: str
    submission: Submission
    dates: ReportingDates

    @property
    def period(self) -> ReportingPeriod:
        """The period that it is for."""
        return self.dates.period

    @property
    def counts(self) -> bool:
        """Say whether it came before the period was closed."""
        return self.received.punctuality is not Punctuality.CLOSED

    @property
    def received(self) -> Received:
        """When it came, against the calendar."""
        day = self.submission.sent_on
        return Received(self.unit, self.name, _punctuality(day, self.dates), self.file, day)


def sent_until(
    period: ReportingPeriod, submissions: Submissions, organisation: Organisation, calendar: OfficeCalendar
) -> tuple[Sent, ...]:
    """Return what units sent until `period`, by period and in the order of the agency's units.

    Of what a unit sent for a period twice the last counts. What names no unit of the organisation is left
    out: reading it has refused it.
    """
    rank = {unit.id: place for place, unit in enumerate(organisation.units)}
    found = [one for one in _all(submissions, organisation, calendar) if one.period <= period]
    found.sort(key=lambda one: (one.submission.sent_on or date.min, one.file))
    last = {(one.period, rank[one.unit]): one for one in found}
    return tuple(last[key] for key in sorted(last))


def received(
    expected: Mapping[str, str], sent: Mapping[str, Received], organisation: Organisation
) -> tuple[Received, ...]:
    """Return what came of every unit that owes something, and of others, in the order of the agency's units.

    Args:
        expected: the full names of the units that owe something, by their ids.
        sent: what came for the period, by the ids of units.
        organisation: the agency, of any day.

    """
    missing = {unit: Received(unit, name, Punctuality.MISSING) for unit, name in expected.items()}
    every = missing | dict(sent)
    return tuple(every[unit.id] for unit in organisation.units if unit.id in every)


def _all(submissions: Submissions, organisation: Organisation, calendar: OfficeCalendar) -> Iterator[Sent]:
    for period, files in submissions.items():
        dates = dates_of(period, calendar)
        there = organisation.on(dates.data_to)
        for file, submission in files.items():
            unit = there.find(submission.unit or "")
            if isinstance(unit, Unit):
                yield Sent(unit.id, unit.name, file, submission, dates)


def _punctuality(sent_on: date | None, dates: ReportingDates) -> Punctuality:
    if sent_on is None:
        return Punctuality.UNDATED
    if sent_on <= dates.unit_due:
        return Punctuality.IN_TIME
    return Punctuality.LATE if sent_on <= dates.closes else Punctuality.CLOSED
