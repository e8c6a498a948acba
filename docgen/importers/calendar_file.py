"""An office's calendar of reports in "lich-bao-cao.yaml"."""

from collections.abc import Iterator
from pathlib import Path

from docgen.importers.places import place_in_words
from docgen.importers.validation import in_order, usable, validated
from docgen.importers.yaml_tree import Place, YamlTree, read_yaml
from docgen.model.calendar import DisorderedDatesError, OfficeCalendar, PeriodDays
from docgen.model.finding import Finding, Severity
from docgen.rules.reporting_dates import dates_of

_DERIVED_FROM = "data_to"
"""The day from which others follow where they are not settled."""


def read_calendar(path: Path) -> OfficeCalendar:
    """Return the calendar in the YAML file `path`.

    Raises:
        MissingError: there is no such file.
        InvalidInputError: everything that is wrong in it, with lines; also days of a period that the file
            settles in an order that cannot be, with those that follow from its rules.
        RefusedError: it is too big or nested too deeply.

    """
    tree = read_yaml(path)
    calendar, problems = validated(OfficeCalendar, tree, {})
    problems = problems or (tuple(_disorders(calendar, tree)) if calendar else ())
    return usable(None if problems else calendar, in_order(problems), path)


def _disorders(calendar: OfficeCalendar, tree: YamlTree) -> Iterator[Finding]:
    """Yield the days in a wrong order of every period that a file settles."""
    for position, days in enumerate(calendar.periods):
        try:
            dates_of(days.period, calendar)
        except DisorderedDatesError as error:
            for one in error.disorders:
                place = _place(position, days, (one.later, one.earlier, _DERIVED_FROM))
                message = f"kỳ {days.period}, {one.message[:1].lower()}{one.message[1:]}"
                yield _finding(place, tree, message)


def _place(position: int, days: PeriodDays, names: tuple[str, ...]) -> Place:
    """Return where the first of some days is written; where the period is, when none is."""
    written = [str(PeriodDays.model_fields[name].alias) for name in names if name in days.settled]
    return ("ky_bao_cao", position, *written[:1])


def _finding(place: Place, tree: YamlTree, message: str) -> Finding:
    return Finding(
        code="lich-bao-cao",
        severity=Severity.ERROR,
        place=place_in_words(OfficeCalendar, place, tree.data),
        line=tree.line(place),
        message=message,
        remedy="Hãy sửa một trong hai ngày, hoặc quy định chung.",
    )
