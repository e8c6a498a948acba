"""What must be known beside the value of an indicator: who is silent and why, what the year lacks."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain

from docgen.model.period import ReportingPeriod
from docgen.model.statistics import Indicator, Reckoning
from docgen.rules.reports import added_to, name_of
from docgen.transform.reporting.reckoning import Reckoner, Window, period_window
from docgen.transform.reporting.told import PeriodNumbers


def notes(reckoner: Reckoner, indicator: Indicator, numbers: PeriodNumbers, year: Window) -> Iterator[str]:
    """Yield the sentences of the note beside an indicator, in Vietnamese; what units remarked is theirs."""
    now = period_window(numbers)
    silent = reckoner.silent(indicator, now)
    told = reckoner.reporters.rows(indicator, numbers)
    remarks = {unit: row.note.rstrip(" .") for unit, row in told.items() if row.note}
    if silent:
        yield f"Chưa có số liệu của {_named(silent, remarks, _owing(reckoner, indicator))}."
    if indicator.reporters and not reckoner.reporters.owing(indicator):
        yield f"Không còn đơn vị báo cáo ({_listed(indicator.reporters)})."
    if names := _listed(row.told.unit for row in reckoner.unpaired(indicator, now)):
        yield f"Tỷ lệ chưa tính {names} vì thiếu tử số hoặc mẫu số."
    share = reckoner.share(indicator, now) if indicator.reckoning is Reckoning.SHARE else None
    if share and share[0].value and not share[1].value:
        yield "Không tính được tỷ lệ vì mẫu số bằng 0."
    for unit in (unit for unit in remarks if unit not in silent):
        yield f"{told[unit].unit}: {remarks[unit]}."
    yield from _lacking(reckoner, indicator, numbers, year)
    yield from _carried(reckoner, indicator, year)


def _owing(reckoner: Reckoner, indicator: Indicator) -> set[str]:
    return {*chain.from_iterable(reckoner.reporters.owing(part) for part in reckoner.parts(indicator))}


def _named(silent: Mapping[str, str], remarks: Mapping[str, str], owing: set[str]) -> str:
    """Return who is silent, each with the reason it gave; "đơn vị nào" where all are, and none says why."""
    if len(silent) > 1 and owing == {*silent} and not remarks:
        return "đơn vị nào"
    return _listed(f"{name} ({remarks[unit]})" if unit in remarks else name for unit, name in silent.items())


def _lacking(reckoner: Reckoner, indicator: Indicator, numbers: PeriodNumbers, year: Window) -> Iterator[str]:
    """Yield what was not told for the period that flows of this one are added to."""
    before = added_to(numbers.period)
    if before is None or all(part.reckoning is not Reckoning.SUM for part in reckoner.parts(indicator)):
        return
    if year.flows is None:
        yield f"Chưa tính được lũy kế vì chưa có số liệu {name_of(before)}."
    elif names := _listed(reckoner.silent(indicator, period_window(year.flows[0])).values()):
        yield f"Lũy kế chưa gồm số liệu {name_of(before)} của {names}."


def _carried(reckoner: Reckoner, indicator: Indicator, year: Window) -> Iterator[str]:
    """Yield whose last number is that of an earlier period."""
    names = defaultdict[ReportingPeriod, list[str]](list)
    for row in (row for part in reckoner.parts(indicator) for row in reckoner.rows(part, year)):
        if row.period not in {numbers.period for numbers in year.flows or year.states[-1:]}:
            names[row.period].append(row.told.unit)
    for period, units in names.items():
        yield f"Lũy kế gồm cả số liệu {name_of(period)} của {_listed(units)}."


def _listed(names: Iterable[str]) -> str:
    """Return names, each once; some have commas of their own."""
    return "; ".join(dict.fromkeys(names))
