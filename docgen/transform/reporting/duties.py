"""Who leads and who coordinates a task on a day, and which unit named in the plan no longer does."""

from collections.abc import Collection, Iterator
from datetime import date, timedelta
from functools import cached_property

from docgen.language.dates import short_date
from docgen.model.appendix import Subtask
from docgen.model.finding import Finding, warning
from docgen.model.obligation import Duty
from docgen.model.organisation import Organisation, Unit, UnitGroup, UnitKind
from docgen.model.plan import Plan
from docgen.transform.outline import Outline
from docgen.transform.places import quoted


class Duties:
    """Who leads and who coordinates the tasks of a plan on a day, and who no longer does."""

    def __init__(self, plan: Plan, organisation: Organisation, day: date) -> None:
        self._named = organisation.on(plan.day)
        self._there = organisation.on(day)
        self._plan, self._day = plan, day
        self._entries = {entry.id: entry for entry in self._there.entries}
        self._of: dict[str, dict[str, Duty]] = {}

    def of(self, row: Subtask) -> dict[str, Duty]:
        """Return the duties of the units of the agency in a task, by their ids: leads first."""
        if row.id not in self._of:
            leads = dict.fromkeys(self.units(row.lead), Duty.LEAD)
            others = dict.fromkeys(self.units(row.coordinating), Duty.COORDINATE)
            self._of[row.id] = leads | others | leads
        return self._of[row.id]

    def may_answer(self, row: Subtask, unit: str) -> Duty | None:
        """Return the duty in which a unit may answer for a task; None when it has nothing to do with it.

        A group without members ("Các đơn vị liên quan") means whoever answers; never a body outside.
        """
        if not self._members(self._entries[unit]):
            return None
        open_to_all = (
            duty
            for names, duty in ((row.lead, Duty.LEAD), (row.coordinating, Duty.COORDINATE))
            if any(_is_open(self._entry(name)) for name in names)
        )
        return self.of(row).get(unit) or next(open_to_all, None)

    def name(self, unit: str) -> str:
        """Return the full name of a unit on the day."""
        return self._entries[unit].name

    def today(self, unit: str) -> str:
        """Return the id of the unit of the agency that one has become by the day; its own where none has."""
        heirs = self._members(self._entries[unit])
        return heirs[0].id if len(heirs) == 1 else unit

    def gone(self, row: Subtask) -> Iterator[Finding]:
        """Tell of every unit named in a task that has left the agency without a successor inside it."""
        for names, duty in ((row.lead, Duty.LEAD), (row.coordinating, Duty.COORDINATE)):
            for name in names:
                entry = self._entry(name)
                if not entry.exists_on(self._day) and not self._members(entry):
                    yield self._told(row, entry, duty)

    def units(self, names: Collection[str]) -> Iterator[str]:
        """Yield the ids of the units of the agency that are meant by names in the plan."""
        for name in names:
            yield from (unit.id for unit in self._members(self._entry(name)))

    @cached_property
    def _places(self) -> dict[str, str]:
        """Where the rows of the plan are, in words; asked for only where a unit is gone."""
        return {task: row.place for task, row in Outline(self._plan.appendices).rows.items()}

    def _entry(self, name: str) -> Unit | UnitGroup:
        """Return what the plan meant by a name, as it is on the day."""
        return self._entries[self._named.require(name).id]

    def _members(self, entry: Unit | UnitGroup) -> tuple[Unit, ...]:
        heir = self._heir(entry)
        alone = (heir,) if isinstance(heir, Unit) else ()
        units = self._there.members(heir) if isinstance(heir, UnitGroup) else alone
        return tuple(unit for unit in units if unit.kind is not UnitKind.EXTERNAL)

    def _heir(self, entry: Unit | UnitGroup) -> Unit | UnitGroup | None:
        """Return what a unit or group is on the day: itself, or the one that has taken over; None if none."""
        while not entry.exists_on(self._day):
            if not entry.successor:
                return None
            entry = self._entries[entry.successor]
        return entry

    def _told(self, row: Subtask, entry: Unit | UnitGroup, duty: Duty) -> Finding:
        message = (
            f"kế hoạch giao {entry.name} {duty.label.lower()} {quoted(row)}, nhưng"
            f" ngày {short_date(self._day)} {self._there.name} không có đơn vị này{self._became(entry)}."
        )
        remedy = "Hãy xác định đơn vị tiếp tục báo cáo rồi sửa kế hoạch hoặc danh sách đơn vị."
        return warning("don-vi-da-chuyen", self._places[row.id], message, remedy)

    def _became(self, entry: Unit | UnitGroup) -> str:
        """Return what became of a unit that has ended; "" of one that is still to come."""
        if entry.last_day >= self._day:
            return ""
        heir = self._heir(entry)
        became = f"chuyển về {heir.name}" if heir else "kết thúc hoạt động, chưa ghi đơn vị kế thừa,"
        basis = f" theo {entry.basis}" if entry.basis else ""
        return f" ({became} từ ngày {short_date(entry.last_day + timedelta(days=1))}{basis})"


def _is_open(entry: Unit | UnitGroup) -> bool:
    return isinstance(entry, UnitGroup) and entry.is_open
