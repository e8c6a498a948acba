"""A period of a plan, added up from what units sent in the year until its end."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property

from docgen.model.calendar import OfficeCalendar, ReportingDates
from docgen.model.figure import Figure
from docgen.model.finding import Finding
from docgen.model.obligation import Duty, Obligation
from docgen.model.organisation import Organisation
from docgen.model.period import ReportingPeriod
from docgen.model.plan import Plan
from docgen.model.results import PeriodResults, Standing, TaskResult, UnitText
from docgen.model.statistics import Counted, FormResult, Forms
from docgen.model.tally import Tally, elapsed, tally
from docgen.rules.reporting_dates import dates_of
from docgen.rules.reports import previous_of, whole_year_of
from docgen.transform.reporting.citing import cited_alike
from docgen.transform.reporting.contradictions import contradictions, undone_subtasks
from docgen.transform.reporting.course import Course, finished, was_settled
from docgen.transform.reporting.courses import Courses
from docgen.transform.reporting.gaps import gaps, stray
from docgen.transform.reporting.obligations import Owed, obligations, urgency
from docgen.transform.reporting.placed import Placed, placed_rows
from docgen.transform.reporting.sent import Sent, Submissions, received, sent_until
from docgen.transform.reporting.standings import standing_in
from docgen.transform.reporting.statistics import form_results
from docgen.transform.reporting.statistics_findings import statistic_findings
from docgen.transform.reporting.texts import texts_of
from docgen.transform.reporting.told import PeriodNumbers, Told


def add_up(
    plan: Plan,
    organisation: Organisation,
    period: ReportingPeriod,
    submissions: Submissions,
    calendar: OfficeCalendar,
    forms: Forms,
) -> PeriodResults:
    """Return what a period has come to.

    Answers of earlier periods of the year hold until a unit gives a later one. What came after its period was
    closed is not taken in. It does not matter in which order the submissions are.

    Args:
        plan: the plan of the year.
        organisation: the agency, of any day.
        period: the one that is reported on.
        submissions: what units sent for it and for earlier periods of the year; later ones are not read.
        calendar: the office's calendar of reports.
        forms: its forms of statistics.

    Raises:
        DisorderedDatesError: the days of a period contradict each other.

    """
    of_the_year = {one: files for one, files in submissions.items() if one.year == period.year}
    alike, told = cited_alike(plan)
    return _Adding(alike, organisation, period, of_the_year, calendar, forms, told).results()


@dataclass(frozen=True)
class _Adding:
    """Adds up one period; `others` does so for others, which need each other more than once.

    `told` is what there is to tell of the plan.
    """

    plan: Plan
    organisation: Organisation
    period: ReportingPeriod
    submissions: Submissions
    calendar: OfficeCalendar
    forms: Forms
    told: tuple[Finding, ...] = ()
    others: dict[ReportingPeriod, "_Adding"] = field(default_factory=dict)

    def results(self) -> PeriodResults:
        """Return the period, added up."""
        compared = (self._earlier[one] for one in previous_of(self.period) if one in self._earlier)
        before = next(compared, None)
        year = dates_of(whole_year_of(self.period), self.calendar)
        return replace(
            self._counted,
            texts=tuple(self._texts()),
            statistics=self._statistics(),
            forms_note=self.forms.note,
            previous=before.results() if before else None,
            findings=(*self.told, *self._findings()),
            elapsed=elapsed(self._dates, year),
        )

    @cached_property
    def _counted(self) -> PeriodResults:
        """The period with its tasks, as far as the statistics need it."""
        sent = {one.unit: one.received for one in self._sent if one.period == self.period}
        return PeriodResults(
            plan=self.plan,
            organisation=self.organisation.on(self._dates.data_to),
            period=self.period,
            dates=self._dates,
            tasks=tuple(self._task(row) for row in self._rows),
            obligations=self._obligations,
            received=received(self._expected(), sent, self.organisation),
        )

    @cached_property
    def _earlier(self) -> Mapping[ReportingPeriod, "_Adding"]:
        """The periods of the year that ended before it and that there are submissions for, in their order."""
        ended = (one for one, files in self.submissions.items() if files)
        periods = sorted(one for one in ended if one.last_month < self.period.last_month)
        return {one: self.others.setdefault(one, replace(self, period=one)) for one in periods}

    @cached_property
    def _dates(self) -> ReportingDates:
        return dates_of(self.period, self.calendar)

    @cached_property
    def _rows(self) -> tuple[Placed, ...]:
        return tuple(placed_rows(self.plan))

    @cached_property
    def _sent(self) -> tuple[Sent, ...]:
        """What units sent until the end of the period."""
        return sent_until(self.period, self.submissions, self.organisation, self.calendar)

    @cached_property
    def _sent_now(self) -> tuple[Sent, ...]:
        """What counts of what units sent for the period."""
        return tuple(one for one in self._sent if one.period == self.period and one.counts)

    @cached_property
    def _courses(self) -> Courses:
        sent = (one for one in self._sent if one.counts)
        return Courses(self.plan, self.organisation, sent, self._dates)

    @cached_property
    def _course_of(self) -> Mapping[str, Course]:
        return {row.row.id: self._courses.of(row.row) for row in self._rows}

    @cached_property
    def _owed(self) -> Owed:
        settled = [task for task, course in self._course_of.items() if course.was_settled]
        return obligations(self.plan, self.organisation, self._dates, settled)

    @cached_property
    def _obligations(self) -> tuple[Obligation, ...]:
        """What units still owe: what one has told itself as settled before it does not owe again."""
        return tuple(
            one
            for one in self._owed.obligations
            if not was_settled(self._courses.history(one.unit, one.task), self.period)
        )

    def _expected(self) -> Mapping[str, str]:
        """Return the units that have to send something: for a task, or for the statistics."""
        duties = self._courses.duties
        reporters = [name for row in self.forms.indicators for name in row.reporters]
        owing = {one.unit for one in self._obligations if one.is_required} | {*duties.units(reporters)}
        return {unit: duties.name(unit) for unit in owing}

    def _task(self, placed: Placed) -> TaskResult:
        """Return what has become of a row."""
        course, duties = self._course_of[placed.row.id], self._courses.duties
        begun = urgency(course.deadline, self.period) is not None
        standing = standing_in(course, begun=begun)
        leads = (unit for unit, duty in duties.of(placed.row).items() if duty is Duty.LEAD)
        day, told_in = finished(course) if standing.is_done else (None, None)
        return TaskResult(
            task=placed.row,
            number=placed.number,
            part=placed.part,
            group=placed.group,
            content=placed.content,
            counted=placed.counted,
            due=course.deadline.latest,
            standing=standing,
            answers=course.answers,
            silent=tuple(self._silent(placed.row.id)),
            finished_on=day,
            finished_in=told_in,
            leads=tuple(map(duties.name, leads)),
        )

    def _silent(self, task: str) -> Iterator[str]:
        """Yield the full names of the units that must answer for a task in the period and did not."""
        for one in self._required.get(task, ()):
            if (one.unit, task) not in self._told_now:
                yield one.name

    @cached_property
    def _required(self) -> Mapping[str, tuple[Obligation, ...]]:
        """What must be answered for, by the ids of tasks."""
        found: dict[str, tuple[Obligation, ...]] = defaultdict(tuple)
        for one in self._obligations:
            if one.is_required:
                found[one.task] += (one,)
        return found

    @cached_property
    def _told_now(self) -> frozenset[tuple[str, str]]:
        """The ids of units and of the tasks that they answered for in the period."""
        return frozenset(self._courses.told_now())

    def _texts(self) -> Iterator[UnitText]:
        answers = {task: course.now for task, course in self._course_of.items()}
        return texts_of(self._rows, answers, self._sent_now)

    def _statistics(self) -> tuple[FormResult, ...]:
        return form_results(
            self.forms, self.organisation, self._dates.data_to, self._numbers, self._numbers_before
        )

    @cached_property
    def _numbers_before(self) -> tuple[PeriodNumbers, ...]:
        return tuple(one._numbers for one in self._earlier.values())  # noqa: SLF001  its own class

    @cached_property
    def _numbers(self) -> PeriodNumbers:
        """What was told of the indicators for the period, and what is counted of the plan's tasks."""
        told = (
            Told(one.name, one.file, row.code, row.value, row.note)
            for one in self._sent_now
            for row in one.submission.statistics
        )
        return PeriodNumbers(self.period, tuple(told), _counts(tally(self._counted)))

    def _findings(self) -> Iterator[Finding]:
        """Yield what the coordinator must know: of units, of those gone, of tasks, of the statistics."""
        yield from gaps(self._counted.received, self._obligations, self._rows, self._told_now, self._dates)
        yield from (stray(sent, row) for sent, row in self._courses.strays)
        yield from self._owed.findings
        for course in self._course_of.values():
            yield from contradictions(course)
        yield from undone_subtasks(self._counted.tasks)
        yield from statistic_findings(
            self.forms, self.organisation, self._dates.data_to, self._numbers, self._numbers_before
        )


def _counts(counted: Tally) -> dict[Counted, Figure]:
    """Return what the indicators that nobody tells count of the tasks of the plan."""
    return {
        Counted.TASKS: counted.total,
        Counted.DONE: counted.done,
        Counted.DUE: counted.due,
        Counted.DONE_IN_TIME: counted.of(Standing.DONE_IN_TIME),
        Counted.DONE_LATE: counted.of(Standing.DONE_LATE),
        Counted.OVERDUE: counted.overdue,
    }
