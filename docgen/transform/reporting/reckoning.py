"""How values of indicators are put together out of what units told, over a period and over a year.

What units tell is added up; a share is the sum of its numerators in the sum of its denominators, of the
period and of the year alike, and never an average. Nothing is filled in: what nobody told is None.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from docgen.language.quantities import number
from docgen.model.figure import Figure, Source, share_figure
from docgen.model.period import ReportingPeriod
from docgen.model.statistics import Forms, Indicator, Reckoning
from docgen.rules.reports import added_to, name_of
from docgen.transform.reporting.told import PeriodNumbers, Reporters, Told

NOTHING = "không phát sinh"
"""What a share of nothing reads."""

_BOTH = 2
"""Numerator and denominator."""


@dataclass(frozen=True)
class Window:
    """The time that a value is of: flows are added over `flows`, of states the last of `states` counts.

    `flows` is None where the periods that there are do not make up the time.
    """

    flows: tuple[PeriodNumbers, ...] | None
    states: tuple[PeriodNumbers, ...]
    label: str


@dataclass(frozen=True)
class Row:
    """What one unit, by its id, told in one period, of what counts."""

    unit: str
    period: ReportingPeriod
    told: Told


@dataclass(frozen=True)
class Amount:
    """A number that was counted or added up, with where it comes from."""

    value: Decimal | int
    formula: str
    sources: tuple[Source, ...]


def period_window(numbers: PeriodNumbers) -> Window:
    """Return the time of one period."""
    return Window((numbers,), (numbers,), name_of(numbers.period))


def year_window(numbers: PeriodNumbers, earlier: Sequence[PeriodNumbers]) -> Window:
    """Return the year until the end of a period, of whose year the `earlier` ones are.

    The data of quarter I, of six and nine months and of the year begin with it (15 December of the year
    before) and hold all that was told earlier; those of quarter III are added to those of six months.
    """
    missing = added_to(numbers.period)
    before = tuple(one for one in earlier if one.period == missing)
    flows = None if missing and not before else (*before, numbers)
    return Window(flows, (*earlier, numbers), f"lũy kế đến hết {name_of(numbers.period)}")


class Reckoner:
    """Reckons the values of indicators over any window."""

    def __init__(self, forms: Forms, reporters: Reporters) -> None:
        self._of = {row.code: row for row in forms.indicators}
        self.reporters = reporters

    def figure(self, indicator: Indicator, window: Window) -> Figure | None:
        """Return what an indicator has come to; None where nobody told it, or it cannot be reckoned."""
        meaning = f"{indicator.name} ({indicator.measure}), {window.label}"
        if indicator.reckoning is Reckoning.SHARE:
            share = self.share(indicator, window)
            return _share_figure(meaning, *share) if share else None
        amount = self._amount(indicator, window)
        if amount is None:
            return None
        return Figure(number(amount.value), meaning, amount.value, amount.formula, amount.sources)

    def exact(self, indicator: Indicator, window: Window) -> Fraction | None:
        """Return a value without any rounding, shares in per cent; None where there is none."""
        if indicator.reckoning is not Reckoning.SHARE:
            amount = self._amount(indicator, window)
            return Fraction(amount.value) if amount else None
        share = self.share(indicator, window)
        return 100 * Fraction(share[0].value) / Fraction(share[1].value) if share and share[1].value else None

    def share(self, share: Indicator, window: Window) -> tuple[Amount, Amount] | None:
        """Return numerator and denominator of a share; None where one is not known."""
        if len(self.parts(share)) == _BOTH:
            part, of = (_sum(rows) for rows in self._rows_of_share(share, window))
        else:
            part, of = (self._amount(self._of[code], window) for code in (share.numerator, share.denominator))
        return (part, of) if part and of else None

    def parts(self, indicator: Indicator) -> tuple[Indicator, ...]:
        """Return the indicators that units tell for one: itself, or numerator and denominator of a share."""
        if indicator.reckoning is not Reckoning.SHARE:
            return (indicator,) if indicator.reckoning is not Reckoning.PLAN else ()
        parts = (self._of[code] for code in (indicator.numerator, indicator.denominator))
        return tuple(part for part in parts if part.reckoning is not Reckoning.PLAN)

    def rows(self, indicator: Indicator, window: Window) -> tuple[Row, ...]:
        """Return what was told of an indicator and counts within a window, by periods, then by units.

        Of the states of a unit the last counts; of a unit that has since ended none that it told before. The
        flows of a unit that is silent, or has ended, count until the last period that it told.
        """
        if indicator.reckoning is not Reckoning.LATEST:
            rows = tuple(row for numbers in window.flows or () for row in self._told(indicator, numbers))
            return (*rows, *self._told_before(indicator, window, {row.unit for row in rows}))
        last = {row.unit: row for numbers in window.states for row in self._told(indicator, numbers)}
        now, owing = window.states[-1].period, self.reporters.owing(indicator)
        return tuple(row for row in last.values() if row.period == now or row.unit in owing)

    def silent(self, indicator: Indicator, window: Window) -> dict[str, str]:
        """Return who owes a value, or a part of a share, and told none in a window: full names by ids."""
        found: dict[str, str] = {}
        for part in self.parts(indicator):
            told = {row.unit for row in self.rows(part, window)}
            owing = self.reporters.owing(part)
            found |= {unit: name for unit, name in owing.items() if unit not in told}
        return found

    def unpaired(self, share: Indicator, window: Window) -> tuple[Row, ...]:
        """Return what a share leaves out: what units told of one of its parts and not of the other."""
        rows = [row for part in self.parts(share) for row in self.rows(part, window)]
        counted = [row for rows_of_part in self._rows_of_share(share, window) for row in rows_of_part]
        return tuple(row for row in rows if row not in counted)

    def _told(self, indicator: Indicator, numbers: PeriodNumbers) -> Iterator[Row]:
        for unit, told in self.reporters.rows(indicator, numbers).items():
            if told.value is not None:
                yield Row(unit, numbers.period, told)

    def _told_before(self, indicator: Indicator, window: Window, counted: set[str]) -> Iterator[Row]:
        """Yield the flows of units that told earlier in a window, but those that are counted already."""
        left = self.reporters.lasting(indicator) - counted
        for place in reversed(range(len(window.states) if window.flows else 0)):
            flows = year_window(window.states[place], window.states[:place]).flows or ()
            rows = [row for numbers in flows for row in self._told(indicator, numbers) if row.unit in left]
            left -= {row.unit for row in rows}
            yield from rows

    def _amount(self, indicator: Indicator, window: Window) -> Amount | None:
        """Return the sum of what units told, or the count of the plan."""
        if indicator.reckoning is Reckoning.PLAN:
            return _counted(indicator, window.states[-1])
        return _sum(self.rows(indicator, window))

    def _rows_of_share(self, share: Indicator, window: Window) -> tuple[tuple[Row, ...], ...]:
        """Return what is added up for the parts of a share that units tell.

        Where the same units tell both parts, a unit that told one alone in a period would make a share of
        unlike things: it is left out.
        """
        parts = self.parts(share)
        rows = tuple(self.rows(part, window) for part in parts)
        if len(parts) < _BOTH or not self.reporters.are_same(*parts):
            return rows
        are_flows = all(part.reckoning is Reckoning.SUM for part in parts)
        keys = [{_key(row, is_flow=are_flows) for row in rows_of_part} for rows_of_part in rows]
        both = keys[0] & keys[1]
        return tuple(tuple(row for row in told if _key(row, is_flow=are_flows) in both) for told in rows)


def _key(row: Row, *, is_flow: bool) -> tuple[str, ReportingPeriod | None]:
    return row.unit, row.period if is_flow else None


def _sum(rows: Sequence[Row]) -> Amount | None:
    """Return what rows add up to; None where there is none."""
    amounts = [row.told.amount for row in rows]
    formula = " + ".join(number(amount) for amount in amounts)
    return Amount(sum(amounts, Decimal(0)), formula, tuple(row.told.source for row in rows)) if rows else None


def _counted(indicator: Indicator, numbers: PeriodNumbers) -> Amount | None:
    """Return what an indicator counts of the plan at the end of a period; None where that is not known."""
    counted = numbers.counts.get(indicator.counted) if indicator.counted else None
    if counted is None or counted.value is None:
        return None
    return Amount(counted.value, counted.formula, counted.sources)


def _share_figure(meaning: str, part: Amount, of: Amount) -> Figure | None:
    """Return a share; None of something in nothing, which cannot be."""
    sources = (*part.sources, *of.sources)
    if not of.value:
        return None if part.value else Figure(NOTHING, meaning, None, "0/0", sources)
    return share_figure(meaning, part.value, of.value, sources)
