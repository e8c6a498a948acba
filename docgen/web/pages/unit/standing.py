"""What a unit has to answer for now: its periods, for the page that everybody begins with."""

from collections.abc import Iterable, Iterator
from contextlib import suppress

from docgen.errors import MissingError
from docgen.model.collecting import Act, PeriodState
from docgen.office.desk import Desk
from docgen.office.periods import periods
from docgen.office.submissions import UnitPage, unit_page

_ASKED = frozenset({PeriodState.OPEN, PeriodState.CLOSED})


def own_periods(desk: Desk) -> tuple[UnitPage, ...]:
    """Return the periods of the unit of whoever is at the desk: first those in which they have to act."""
    return tuple(sorted(_open(desk), key=lambda page: (not _waits(page), page.timing.unit_due)))


def _waits(page: UnitPage) -> bool:
    """Say whether something is to be written, or to be approved by whoever looks."""
    return page.editable or Act.SUBMIT in page.acts


def _open(desk: Desk) -> Iterator[UnitPage]:
    """Yield the periods that are told of: those in which anything can be done, and all of this year."""
    unit = desk.actor.unit
    if not desk.actor.role.is_of_unit or unit is None:
        return
    asked = (view.code for view in periods(desk.session) if view.state in _ASKED)
    for page in _pages(desk, asked, unit):
        if page.editable or page.acts or page.timing.unit_due.year >= desk.today.year:
            yield page


def _pages(desk: Desk, codes: Iterable[str], unit: str) -> Iterator[UnitPage]:
    for code in codes:
        with suppress(MissingError):  # the unit is not asked
            yield unit_page(desk, code, unit)
