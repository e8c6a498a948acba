"""The statistics of a period: every form with what its indicators have come to, and what is missing."""

from collections.abc import Sequence
from datetime import date

from docgen.model.organisation import Organisation
from docgen.model.statistics import FormResult, Forms, Indicator, IndicatorResult, Target
from docgen.rules.reports import previous_of
from docgen.transform.reporting.reckoning import Reckoner, period_window, year_window
from docgen.transform.reporting.statistics_notes import notes
from docgen.transform.reporting.told import PeriodNumbers, Reporters


def form_results(
    forms: Forms,
    organisation: Organisation,
    data_to: date,
    numbers: PeriodNumbers,
    earlier: Sequence[PeriodNumbers],
) -> tuple[FormResult, ...]:
    """Return every form with what its indicators have come to.

    Args:
        forms: the forms; indicators that do not hold on `data_to` are left out, and forms without any.
        organisation: the agency, of any day.
        data_to: the last day of data of the period.
        numbers: what was told for the period.
        earlier: what was told for the earlier periods of the year, those that there are, oldest first.

    """
    results = _Results(Reckoner(forms, Reporters(organisation, data_to)), numbers, earlier)
    filled = (
        FormResult(form, tuple(results.of(row) for row in form.indicators if row.holds_on(data_to)))
        for form in forms.forms
    )
    return tuple(form for form in filled if form.rows)


class _Results:
    """What indicators have come to in one period."""

    def __init__(self, reckoner: Reckoner, numbers: PeriodNumbers, earlier: Sequence[PeriodNumbers]) -> None:
        self._reckoner, self._numbers = reckoner, numbers
        self._now, self._year = period_window(numbers), year_window(numbers, earlier)
        there = {one.period: period_window(one) for one in earlier}
        self._before = next((there[one] for one in previous_of(numbers.period) if one in there), None)

    def of(self, indicator: Indicator) -> IndicatorResult:
        """Return what an indicator has come to."""
        silent = self._reckoner.silent(indicator, self._now)
        target = indicator.target(self._numbers.period.year)
        return IndicatorResult(
            indicator=indicator,
            value=self._reckoner.figure(indicator, self._now),
            previous=self._reckoner.figure(indicator, self._before) if self._before else None,
            cumulated=self._reckoner.figure(indicator, self._year),
            silent=tuple(silent.values()),
            note=" ".join(notes(self._reckoner, indicator, self._numbers, self._year)),
            target=target,
            is_reached=self._is_reached(indicator, target) if target and not silent else None,
        )

    def _is_reached(self, indicator: Indicator, target: Target) -> bool | None:
        value = self._reckoner.exact(indicator, self._year)
        return None if value is None else value >= target.value
