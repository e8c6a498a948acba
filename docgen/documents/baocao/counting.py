"""Figures of a report beside the counts of tasks (`Tally`): counts of other things, changes, days."""

from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal

from docgen.language.dates import short_date
from docgen.language.quantities import count, number
from docgen.model.figure import Figure, Source

PLAN = "Kế hoạch"
"""Who says what stands in the plan."""

CALENDAR = "Lịch báo cáo"
"""Who says what days count."""

ORGANISATION = "Danh sách đơn vị"
"""Who says what the agency and its units are called."""

FORMS = "Biểu thống kê"
"""Who says what an indicator is called and measured in."""


def counted(things: Sequence[object], meaning: str, sources: Iterable[Source]) -> Figure:
    """Return how many things there are."""
    return Figure(count(len(things)), meaning, len(things), sources=tuple(dict.fromkeys(sources)))


def difference(one: Figure, other: Figure, meaning: str) -> Figure:
    """Return how far two figures are apart, as they are printed: rates in percentage points."""
    value = abs(Decimal(one.value or 0) - Decimal(other.value or 0))
    text = number(value) if one.text.endswith("%") else count(int(value))
    formula = f"|{one.text.rstrip('%')} - {other.text.rstrip('%')}|"
    return Figure(text, meaning, value, formula, tuple(dict.fromkeys((*one.sources, *other.sources))))


def day(when: date, meaning: str, *sources: Source) -> Figure:
    """Return a day inside a sentence: "14/3/2025"."""
    return Figure(short_date(when), meaning, sources=sources or (Source(CALENDAR, said=short_date(when)),))
