"""What units told of the indicators of a period, and who was to tell it."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from functools import cached_property

from docgen.language.quantities import number
from docgen.model.figure import Figure, Source
from docgen.model.organisation import Organisation, Unit, UnitGroup, UnitKind
from docgen.model.period import ReportingPeriod
from docgen.model.statistics import Counted, Indicator


@dataclass(frozen=True)
class Told:
    """What one unit told of an indicator, `unit` as it is named, in the submission `file`.

    Where there is no value, `note` says why.
    """

    unit: str
    file: str
    code: str
    value: Decimal | None = None
    note: str = ""

    @property
    def amount(self) -> Decimal:
        """The value; nothing where none was told."""
        return self.value or Decimal(0)

    @property
    def source(self) -> Source:
        """The row that it is."""
        return Source(self.unit, self.code, self.file, "" if self.value is None else number(self.value))


@dataclass(frozen=True)
class PeriodNumbers:
    """All that was told for a period, and what was counted of the tasks of the plan at its end."""

    period: ReportingPeriod
    told: tuple[Told, ...] = ()
    counts: Mapping[Counted, Figure] = field(default_factory=dict)

    @cached_property
    def by_code(self) -> Mapping[str, tuple[Told, ...]]:
        """What was told, by the codes of indicators."""
        found: dict[str, list[Told]] = defaultdict(list)
        for told in self.told:
            found[told.code].append(told)
        return {code: tuple(rows) for code, rows in found.items()}


class Reporters:
    """Who tells the indicators: units, members of groups, and those that have taken over from them.

    A unit that has ended owes nothing any more; what it told of its last days counts all the same.
    """

    def __init__(self, organisation: Organisation, day: date) -> None:
        self._organisation, self._day = organisation.on(day), day
        self._entries = {entry.id: entry for entry in self._organisation.entries}
        self._of: dict[str, tuple[Unit, ...]] = {}
        self._ids: dict[str, str] = {}

    def owing(self, indicator: Indicator) -> dict[str, str]:
        """Return the units that owe a value on the last day of data: full names by ids, in their order."""
        units = (unit for unit in self._units(indicator) if unit.exists_on(self._day))
        return {unit.id: unit.name for unit in units}

    def lasting(self, indicator: Indicator) -> set[str]:
        """Return the units, by their ids, whose flows nobody else tells: none that has an heir who owes."""
        heirs = {*self.owing(indicator)}
        units = (
            unit
            for unit in self._units(indicator)
            if unit.exists_on(self._day) or unit.successor not in heirs
        )
        return {unit.id for unit in units}

    def are_same(self, one: Indicator, other: Indicator) -> bool:
        """Say whether the same units tell two indicators."""
        return {unit.id for unit in self._units(one)} == {unit.id for unit in self._units(other)}

    def rows(self, indicator: Indicator, numbers: PeriodNumbers) -> dict[str, Told]:
        """Return what those who may tell an indicator told of it in a period, by their ids, in their order.

        Of what one unit told twice the last counts.
        """
        told = {self.id(row.unit): row for row in numbers.by_code.get(indicator.code, ())}
        return {unit.id: told[unit.id] for unit in self._units(indicator) if unit.id in told}

    def id(self, name: str) -> str:
        """Return the id of the unit that is called so; the name itself where there is none."""
        if name not in self._ids:
            entry = self._organisation.find(name)
            self._ids[name] = entry.id if entry else name
        return self._ids[name]

    def _units(self, indicator: Indicator) -> tuple[Unit, ...]:
        """Return all units, whether they are there on the day or not, that may tell an indicator."""
        if indicator.code not in self._of:
            entries = (self._organisation.require(name) for name in indicator.reporters)
            units = (unit for entry in entries for unit in self._meant(entry))
            self._of[indicator.code] = tuple({unit.id: unit for unit in units}.values())
        return self._of[indicator.code]

    def _meant(self, entry: Unit | UnitGroup) -> Iterator[Unit]:
        """Yield a unit, or the members of a group; then those of what has taken over from it."""
        if isinstance(entry, UnitGroup):
            yield from filter(entry.has, self._organisation.units)
        elif entry.kind is not UnitKind.EXTERNAL:
            yield entry
        if entry.successor:
            yield from self._meant(self._entries[entry.successor])
