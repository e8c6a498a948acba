"""The statistics of a period: every form with what its indicators have come to, and what is missing."""

from collections.abc import Iterator, Sequence
from datetime import date

from docgen.model.figure import Figure
from docgen.model.organisation import Organisation
from docgen.model.statistics import FormResult, Forms, Indicator, IndicatorResult, Reckoning, Target
from docgen.transform.reporting.reckoning import (
    BEGINS_BEHIND,
    Reckoner,
    Window,
    period_window,
    year_window,
)
from docgen.transform.reporting.told import PeriodNumbers, Reporters


def form_results(
    forms: Forms,
    organisation: Organisation,
    data_to: date,
    numbers: PeriodNumbers,
    earlier: Sequence[PeriodNumbers] = (),
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
        self._reckoner = reckoner
        self._now, self._year = period_window(numbers), year_window(numbers, earlier)
        self._before = period_window(earlier[-1]) if earlier else None
        self._numbers = numbers

    def of(self, indicator: Indicator) -> IndicatorResult:
        """Return what an indicator has come to."""
        silent = self._silent(indicator, self._now)
        target = indicator.target(self._numbers.period.year)
        return IndicatorResult(
            indicator=indicator,
            value=self._reckoner.figure(indicator, self._now),
            previous=self._previous(indicator),
            cumulated=self._reckoner.figure(indicator, self._year),
            silent=silent,
            note=" ".join(self._notes(indicator, silent)),
            target=target,
            is_reached=self._is_reached(indicator, target) if target and not silent else None,
        )

    def _previous(self, indicator: Indicator) -> Figure | None:
        return self._reckoner.figure(indicator, self._before) if self._before else None

    def _is_reached(self, indicator: Indicator, target: Target) -> bool | None:
        value = self._reckoner.exact(indicator, self._year)
        return None if value is None else value >= target.value

    def _silent(self, indicator: Indicator, window: Window) -> tuple[str, ...]:
        """Return who owes a value and told none within a window."""
        owing: dict[str, str] = {}
        for part in self._reckoner.parts(indicator):
            told = {row.unit for row in self._reckoner.rows(part, window)}
            owing |= {unit: name for unit, name in self._owing(part).items() if unit not in told}
        return tuple(owing.values())

    def _owing(self, indicator: Indicator) -> dict[str, str]:
        return self._reckoner.reporters.owing(indicator)

    def _everyone(self, indicator: Indicator) -> Iterator[str]:
        """Yield everyone who owes a value, or a part of a share."""
        for part in self._reckoner.parts(indicator):
            yield from self._owing(part).values()

    def _notes(self, indicator: Indicator, silent: Sequence[str]) -> Iterator[str]:
        """Yield what must be known beside the numbers, sentence by sentence."""
        if silent:
            are_all = len(silent) > 1 and {*silent} == {*self._everyone(indicator)}
            yield f"Chưa có số liệu của {'đơn vị nào' if are_all else '; '.join(silent)}."
        if indicator.reporters and not self._owing(indicator):
            yield f"Không còn đơn vị báo cáo ({'; '.join(indicator.reporters)})."
        if indicator.reckoning is Reckoning.SHARE:
            yield from self._left_out(indicator)
        else:
            yield from self._said(indicator)
        yield from self._of_the_year(indicator)

    def _said(self, indicator: Indicator) -> Iterator[str]:
        """Yield what units remarked, with or without a value."""
        for row in self._reckoner.reporters.rows(indicator, self._numbers).values():
            if row.note:
                yield f"{row.unit}: {row.note.rstrip('.')}."

    def _left_out(self, share: Indicator) -> Iterator[str]:
        rows = self._reckoner.unpaired(share, self._now)
        if names := dict.fromkeys(row.told.unit for row in rows):
            yield f"Chưa tính {'; '.join(names)} vì thiếu tử số hoặc mẫu số."

    def _of_the_year(self, indicator: Indicator) -> Iterator[str]:
        """Yield what the value of the year lacks, or takes from an earlier period."""
        missing = BEGINS_BEHIND.get(self._numbers.period.part)
        reckonings = {part.reckoning for part in self._reckoner.parts(indicator)}
        if missing and Reckoning.SUM in reckonings:
            yield from self._lacking(indicator)
        if indicator.reckoning is Reckoning.LATEST:
            for row in self._reckoner.rows(indicator, self._year):
                if row.period != self._numbers.period:
                    yield f"Lũy kế lấy số liệu kỳ {row.period} của {row.told.unit}."

    def _lacking(self, indicator: Indicator) -> Iterator[str]:
        """Yield what was not told for the period that the value of this one is added to."""
        period, flows = self._numbers.period, self._year.flows
        before = f"kỳ {period.year}-{BEGINS_BEHIND[period.part]}"
        if flows is None:
            yield f"Chưa tính được lũy kế vì chưa có số liệu {before}."
        elif names := self._silent(indicator, period_window(flows[0])):
            yield f"Lũy kế chưa gồm số liệu {before} của {'; '.join(names)}."
