"""`Tally`: tasks counted by how they stand; every number is a `Figure` that names each of its sources."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from docgen.language.dates import short_date
from docgen.language.quantities import count
from docgen.model.calendar import ReportingDates
from docgen.model.figure import Figure, Source, share_figure
from docgen.model.results import PeriodResults, Standing, TaskResult

_ALL = "cả kế hoạch"


@dataclass(frozen=True)
class Tally:
    """Some of the counted tasks of a plan, counted.

    `name` is what the tasks are called inside a sentence ("cả kế hoạch", "phần A"); `until` the last day of
    the period's last month: what is due by then is due in the period or before. The figures of the standings
    add up to the total, since every task has exactly one.
    """

    name: str
    tasks: tuple[TaskResult, ...]
    until: date

    @property
    def total(self) -> Figure:
        """How many tasks there are; from the plan."""
        plan = tuple(Source("Kế hoạch", task.task.id, said=task.task.deadline) for task in self.tasks)
        return Figure(count(len(self.tasks)), f"Tổng số nhiệm vụ: {self.name}", len(self.tasks), "", plan)

    def of(self, *standings: Standing) -> Figure:
        """Return how many tasks stand so."""
        called = " hoặc ".join(standing.label.lower() for standing in standings)
        return self._counted(called, (task for task in self.tasks if task.standing in standings))

    @property
    def done(self) -> Figure:
        """How many are done, in time or late."""
        return self._counted("đã hoàn thành", _done(self.tasks))

    @property
    def done_share(self) -> Figure | None:
        """The share that is done: "88,46%", by the formula "23/26 × 100"; None of no tasks."""
        return share(self.done, self.total)

    @property
    def due(self) -> Figure:
        """How many are due by the end of the period."""
        return self._counted(f"có thời hạn đến {short_date(self.until)}", self._due())

    @property
    def due_done(self) -> Figure:
        """How many of those that are due are done."""
        return self._counted(
            f"có thời hạn đến {short_date(self.until)}, đã hoàn thành", _done(self._due()), among=self._due()
        )

    @property
    def due_share(self) -> Figure | None:
        """The share of those due that is done; None while none is due."""
        return share(self.due_done, self.due)

    @property
    def overdue(self) -> Figure:
        """How many have passed their last day and are not done."""
        return self.of(Standing.OVERDUE, Standing.NOT_STARTED)

    def _due(self) -> tuple[TaskResult, ...]:
        return tuple(task for task in self.tasks if task.due and task.due <= self.until)

    def _counted(
        self, what: str, found: Iterable[TaskResult], among: tuple[TaskResult, ...] | None = None
    ) -> Figure:
        """Return a count of tasks; where there is none, every task that was looked at is the source."""
        tasks = tuple(found)
        looked_at = tasks or (self.tasks if among is None else among)
        sources = tuple(dict.fromkeys(source for task in looked_at for source in task.sources))
        return Figure(count(len(tasks)), f"Nhiệm vụ {what}: {self.name}", len(tasks), sources=sources)


def tally(results: PeriodResults) -> Tally:
    """Return all counted tasks of a period's plan."""
    return Tally(_ALL, results.counted, results.period.last_day)


def tallies_by_content(results: PeriodResults) -> dict[int | None, Tally]:
    """Return the tasks of every content of reform that the plan has tasks of, in the order of the contents.

    Those of groups that name no content come last, under None.
    """
    found = {task.content for task in results.counted}
    contents = sorted(content for content in found if content is not None)
    return {
        content: Tally(_called(tasks), tasks, results.period.last_day)
        for content in (*contents, None)
        if (tasks := tuple(task for task in results.counted if task.content == content))
    }


def tallies_by_part(results: PeriodResults) -> dict[str, Tally]:
    """Return the tasks of every part of the plan, by its letter, in the order of the plan."""
    parts = dict.fromkeys(task.part for task in results.counted)
    return {
        part: Tally(
            f"phần {part}" if part else _ALL,
            tuple(task for task in results.counted if task.part == part),
            results.period.last_day,
        )
        for part in parts
    }


def tallies_by_unit(results: PeriodResults) -> dict[str, Tally]:
    """Return the tasks that every unit leads, by its full name, in the order of the agency's units.

    A task with several leads is counted for each of them, so these do not add up to the total.
    """
    leads = {unit for task in results.counted for unit in task.leads}
    names = (unit.name for unit in results.organisation.units)
    return {
        name: Tally(
            name, tuple(task for task in results.counted if name in task.leads), results.period.last_day
        )
        for name in names
        if name in leads
    }


def share(part: Figure, whole: Figure) -> Figure | None:
    """Return the share of one count in another, with both in its formula; None of nothing."""
    if not isinstance(part.value, int) or not isinstance(whole.value, int) or not whole.value:
        return None
    sources = tuple(dict.fromkeys((*part.sources, *whole.sources)))
    return share_figure(f"Tỷ lệ: {part.meaning} / {whole.meaning}", part.value, whole.value, sources)


def elapsed(dates: ReportingDates, year: ReportingDates) -> Figure:
    """Return the share of the days of data of a whole `year` that have passed at the end of a period."""
    passed, all_days = passed_days(dates, year)
    meaning = f"Thời gian đã qua: {short_date(year.data_from)} đến {short_date(dates.data_to)}"
    return share_figure(meaning, passed, all_days, (Source("Lịch báo cáo", str(dates.period)),))


def passed_days(dates: ReportingDates, year: ReportingDates) -> tuple[int, int]:
    """Return how many days of data of a whole `year` have passed at the end of a period, and all of them."""
    passed, all_days = ((end - year.data_from).days + 1 for end in (dates.data_to, year.data_to))
    return passed, all_days


def _done(tasks: Iterable[TaskResult]) -> tuple[TaskResult, ...]:
    return tuple(task for task in tasks if task.standing.is_done)


def _called(tasks: tuple[TaskResult, ...]) -> str:
    """Return what the tasks of one content are called: as their first group is."""
    return tasks[0].group or "ngoài các nội dung"
