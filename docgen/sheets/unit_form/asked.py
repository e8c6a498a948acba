"""What the form of a unit asks."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import TypeAlias

from docgen.model.calendar import ReportingDates
from docgen.model.obligation import Obligation
from docgen.model.organisation import Organisation
from docgen.model.plan import Plan
from docgen.model.statistics import Form, Forms, Indicator
from docgen.model.submission import Submission
from docgen.rules.reports import name_of
from docgen.sheets.unit_form.layout import Part
from docgen.transform.reporting.told import Reporters

Cells: TypeAlias = Mapping[str, str | int | Decimal | date | None]
"""What stands in a row, by the keys of the columns."""


@dataclass(frozen=True)
class UnitForm:
    """What one unit is asked for a period of a plan.

    `unit` is its id, `name` its full name on the last day of data. `obligations` are its own, in the order of
    the plan; `forms` have only the indicators that it tells. `last` is what it sent for an earlier period.
    `filled` is what it has answered by now, by sheets and by what marks the rows (rows that are free have any
    mark); `taken` says when the form was taken, and comes back with it.
    """

    plan: Plan
    organisation: Organisation
    dates: ReportingDates
    unit: str
    name: str
    obligations: tuple[Obligation, ...] = ()
    forms: tuple[Form, ...] = ()
    last: Submission | None = None
    filled: Mapping[Part, Mapping[str, Cells]] = field(default_factory=dict)
    taken: str = ""

    @property
    def period_name(self) -> str:
        """What the period is called inside a sentence: "quý I năm 2025"."""
        return name_of(self.dates.period)


def told_by(unit: str, forms: Forms, organisation: Organisation, day: date) -> tuple[Form, ...]:
    """Return the forms with only the indicators that a unit, by its id, owes on the last day of data."""
    reporters = Reporters(organisation, day)

    def owes(indicator: Indicator) -> bool:
        return indicator.holds_on(day) and unit in reporters.owing(indicator)

    told = (
        form.model_copy(update={"indicators": tuple(filter(owes, form.indicators))}) for form in forms.forms
    )
    return tuple(form for form in told if form.indicators)
