"""What the coordinator must know of the statistics of a period: numbers that contradict each other."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from docgen.language.quantities import number
from docgen.model.finding import Finding, warning
from docgen.model.organisation import Organisation
from docgen.model.statistics import Forms, Indicator, Reckoning
from docgen.rules.reports import name_of
from docgen.transform.reporting.reckoning import Reckoner, Row, period_window, year_window
from docgen.transform.reporting.told import PeriodNumbers, Reporters, Told

_ASK = "Hãy hỏi lại đơn vị."
_Sides = tuple[tuple[Row, ...], tuple[Row, ...]]
"""What is not to exceed, and what it is not to exceed."""
_LONGER = f"Số liệu tính từ đầu năm phải gồm cả số đã báo ở kỳ trước. {_ASK}"


def statistic_findings(
    forms: Forms,
    organisation: Organisation,
    data_to: date,
    numbers: PeriodNumbers,
    earlier: Sequence[PeriodNumbers],
) -> tuple[Finding, ...]:
    """Return what is doubtful in the numbers of a period, as warnings; arguments as of `form_results`.

    That is what was told twice, by one unit or beside those who were asked, indicators that exceed their
    bounds, shares above the whole, flows that are less over a longer part of the year than over a shorter
    one. What no form asks for is told where submissions are read.
    """
    reckoner = Reckoner(forms, Reporters(organisation, data_to))
    return tuple(_Doubts(forms, reckoner, data_to, numbers, tuple(earlier)).all())


@dataclass(frozen=True)
class _Doubts:
    """What is doubtful in one period."""

    forms: Forms
    reckoner: Reckoner
    data_to: date
    numbers: PeriodNumbers
    earlier: tuple[PeriodNumbers, ...]

    def all(self) -> Iterator[Finding]:
        """Yield what was told twice, then what is doubtful of every indicator, in their order."""
        yield from self._repeated()
        for indicator in self.forms.indicators:
            if indicator.holds_on(self.data_to):
                yield from self._told_by_others(indicator)
                yield from self._above_bound(indicator)
                yield from self._above_whole(indicator)
                yield from self._shrunk(indicator)

    def _told_by_others(self, indicator: Indicator) -> Iterator[Finding]:
        """Tell values of units that were not asked, beside those of the units that were."""
        told = self.reckoner.reporters.rows(indicator, self.numbers)
        values = "; ".join(f"{row.unit} báo {_value(row)}" for row in told.values())
        for row in self.numbers.by_code.get(indicator.code, ()) if told else ():
            if self.reckoner.reporters.id(row.unit) not in told and row.value is not None:
                message = f"{row.unit} báo {_value(row)}, {values}; báo cáo không tính số của {row.unit}."
                yield self._found("hai-don-vi-bao", row.code, message, _ASK, row.file)

    def _repeated(self) -> Iterator[Finding]:
        """Tell what one unit told more than once, of which the last is counted."""
        told: dict[tuple[str, str], list[Told]] = defaultdict(list)
        for one in self.numbers.told:
            told[self.reckoner.reporters.id(one.unit), one.code].append(one)
        for rows in (rows for rows in told.values() if len(rows) > 1):
            values = "; ".join(f"{_value(row)} ({row.file})" for row in rows)
            last = rows[-1]
            message = f"{last.unit} báo nhiều lần: {values}; báo cáo dùng số sau cùng."
            yield self._found("so-lieu-lap", last.code, message, _ASK)

    def _above_bound(self, indicator: Indicator) -> Iterator[Finding]:
        """Tell units whose value exceeds that of the bound; all of them where others tell the bound."""
        bound = self.forms.of(indicator.at_most)
        if bound is None:
            return
        window = period_window(self.numbers)
        rows, bounds = self.reckoner.rows(indicator, window), self.reckoner.rows(bound, window)
        if self.reckoner.reporters.are_same(indicator, bound):
            by_unit = {row.unit: row for row in bounds}
            pairs: list[_Sides] = [((row,), (by_unit[row.unit],)) for row in rows if row.unit in by_unit]
        else:
            is_whole = {*self.reckoner.reporters.owing(bound)} <= {row.unit for row in bounds}
            pairs = [(rows, bounds)] if is_whole and bounds else []
        for some, limits in pairs:
            if (excess := _total(some) - _total(limits)) > 0:
                yield self._exceeding(indicator, bound, (some, limits), excess)

    def _exceeding(
        self,
        indicator: Indicator,
        bound: Indicator,
        told: _Sides,
        excess: Decimal,
    ) -> Finding:
        some, limits = told
        units = "; ".join(dict.fromkeys(row.told.unit for row in (*some, *limits)))
        message = (
            f"{units}: “{indicator.name}” {number(_total(some))} > “{bound.name}” {number(_total(limits))},"
            f" lệch {number(excess)}."
        )
        file = some[0].told.file if len(some) == 1 else ""
        return self._found("vuot-can-doi", indicator.code, message, _ASK, file)

    def _above_whole(self, share: Indicator) -> Iterator[Finding]:
        """Tell a share above 100 %, where no bound of its numerator tells it already."""
        if share.reckoning is not Reckoning.SHARE or self._is_bound(share):
            return
        parts = self.reckoner.share(share, period_window(self.numbers))
        if parts and parts[0].value > parts[1].value:
            part, of = (number(amount.value) for amount in parts)
            message = f"tử số {part} lớn hơn mẫu số {of}, tỷ lệ vượt 100%."
            yield self._found("ty-le-vuot-100", share.code, message, _ASK)

    def _is_bound(self, share: Indicator) -> bool:
        numerator = self.forms.of(share.numerator)
        return numerator is not None and numerator.at_most == share.denominator

    def _shrunk(self, indicator: Indicator) -> Iterator[Finding]:
        """Tell units whose flow is less over the year until now than it was until an earlier period."""
        if indicator.reckoning is not Reckoning.SUM:
            return
        now = self._running(indicator, len(self.earlier))
        before = [self._running(indicator, place) for place in range(len(self.earlier))]
        for unit, (row, total) in now.items():
            told = [running[unit] for running in before if unit in running]
            then, most = max(told, key=lambda one: one[1], default=(row, total))
            if total < most:
                message = (
                    f"{row.told.unit} báo lũy kế đến hết {name_of(row.period)} là {number(total)}, ít hơn"
                    f" lũy kế đến hết {name_of(then.period)} ({number(most)}), lệch {number(most - total)}."
                )
                yield self._found("luy-ke-giam", indicator.code, message, _LONGER, row.told.file)

    def _running(self, indicator: Indicator, place: int) -> dict[str, tuple[Row, Decimal]]:
        """Return the sums of the year until a period, with the last row, of units that told all of it."""
        periods = (*self.earlier, self.numbers)
        window = year_window(periods[place], periods[:place])
        rows: dict[str, list[Row]] = defaultdict(list)
        for row in self.reckoner.rows(indicator, window):
            rows[row.unit].append(row)
        whole = len(window.flows or ())
        return {unit: (told[-1], _total(told)) for unit, told in rows.items() if len(told) == whole}

    def _found(self, code: str, indicator: str, message: str, remedy: str, file: str = "") -> Finding:
        forms = (form for form in self.forms.forms if any(row.code == indicator for row in form.indicators))
        places = (f"Biểu {form.number}, chỉ tiêu {indicator}" for form in forms)
        finding = warning(code, next(places, f"Chỉ tiêu {indicator}"), message, remedy)
        return finding.in_file(file) if file else finding


def _total(rows: Sequence[Row]) -> Decimal:
    return sum((row.told.amount for row in rows), Decimal(0))


def _value(told: Told) -> str:
    """Return a value as it reads."""
    return "không có số liệu" if told.value is None else number(told.value)
