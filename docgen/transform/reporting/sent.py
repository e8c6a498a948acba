"""What units sent in a year, period by period, and whether it came in time."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from docgen.model.calendar import OfficeCalendar, ReportingDates
from docgen.model.organisation import Organisation
from docgen.model.period import ReportingPeriod
from docgen.model.results import Punctuality, Received
from docgen.model.submission import ReceivedFile, Submission
from docgen.rules.reporting_dates import dates_of

Submissions = Mapping[ReportingPeriod, Mapping[str, ReceivedFile]]
"""What units sent for the periods of a year, by their ids: one file of each unit for each period."""


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
    """Return what units sent until `period`, by period and in the order of the agency's units."""
    return tuple(
        one
        for earlier in sorted(submissions)
        if earlier <= period
        for one in _of_period(submissions[earlier], organisation, dates_of(earlier, calendar))
    )


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


def _of_period(
    files: Mapping[str, ReceivedFile], organisation: Organisation, dates: ReportingDates
) -> Iterator[Sent]:
    for unit in organisation.on(dates.data_to).units:
        if file := files.get(unit.id):
            yield Sent(unit.id, unit.name, file.file, file.submission, dates)


def _punctuality(sent_on: date | None, dates: ReportingDates) -> Punctuality:
    if sent_on is None:
        return Punctuality.UNDATED
    if sent_on <= dates.unit_due:
        return Punctuality.IN_TIME
    return Punctuality.LATE if sent_on <= dates.closes else Punctuality.CLOSED
