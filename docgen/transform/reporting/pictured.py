"""What the picture of a period shows, from its tasks: by content of reform, by unit, and against the year."""

from docgen.model.calendar import ReportingDates
from docgen.model.picture import Bar, Picture, Progress
from docgen.model.results import PeriodResults
from docgen.model.tally import Tally, passed_days, tallies_by_content, tallies_by_unit, tally
from docgen.rules.reports import contents, name_of

_TITLE = "Tiến độ thực hiện Kế hoạch cải cách hành chính, {period}"
_OTHERS = "Nhiệm vụ khác"


def picture_of(results: PeriodResults, year: ReportingDates) -> Picture:
    """Return the picture of a period; `year` are the days of the report on its whole year.

    Every content of reform has its bar, those that the plan has no task of, too.
    """
    whole = tally(results)
    elapsed, days = passed_days(results.dates, year)
    done, total = _counts(whole)
    return Picture(
        title=_TITLE.format(period=name_of(results.period)),
        areas=tuple(_areas(results)),
        units=tuple(_bar(unit, tasks) for unit, tasks in tallies_by_unit(results).items()),
        progress=Progress(done=done, total=total, elapsed=elapsed, days=days),
    )


def _areas(results: PeriodResults) -> list[Bar]:
    tallies = tallies_by_content(results)
    bars = [_bar(row.name, tallies.get(at)) for at, row in enumerate(contents())]
    return [*bars, _bar(_OTHERS, tallies[None])] if None in tallies else bars


def _bar(label: str, tasks: Tally | None) -> Bar:
    done, total = _counts(tasks) if tasks else (0, 0)
    return Bar(label=label, done=done, total=total)


def _counts(tasks: Tally) -> tuple[int, int]:
    return sum(task.standing.is_done for task in tasks.tasks), len(tasks.tasks)
