"""What has become of a row and of a submission: who wrote and did what, when."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, select

from docgen.model.collecting import Act
from docgen.model.people import Role
from docgen.office.access import require_role
from docgen.office.desk import Desk
from docgen.office.submissions.stored import place_of, stored_for_reading
from docgen.office.submissions.views import RowName, Typed
from docgen.office.who import people
from docgen.store import tables

_PERSON = "nguoi-dung:"


@dataclass(frozen=True)
class VersionView:
    """A row as it once was; `changed` are the keys of the fields that said something else before."""

    version: int
    typed: Typed
    unchanged: bool
    made_at: datetime
    made_by: str
    changed: tuple[str, ...]


@dataclass(frozen=True)
class Event:
    """Something that was done with a submission: the word of the audit log for it, and what it noted."""

    action: str
    made_at: datetime
    made_by: str
    detail: Mapping[str, Any]

    @property
    def label(self) -> str:
        """What officers call it."""
        return Act(self.action.replace("-", "_")).label


def history(desk: Desk, code: str, unit: str, name: RowName) -> tuple[VersionView, ...]:
    """Return the versions of a row, newest first.

    Raises:
        MissingError: there is no such row, or it is another's.

    """
    row = stored_for_reading(desk, code, unit).row(name)
    wanted = select(tables.RowVersion).where(tables.RowVersion.row_id == row.id)
    versions = [*desk.session.scalars(wanted.order_by(tables.RowVersion.version))]
    names = people(desk.session, (one.made_by for one in versions))
    before: list[Typed] = [{}, *(one.data for one in versions)]
    shown = [
        VersionView(
            one.version, one.data, one.unchanged, one.made_at, names[one.made_by], _changed(old, one.data)
        )
        for old, one in zip(before, versions, strict=False)
    ]
    return tuple(reversed(shown))


def _changed(before: Typed, now: Typed) -> tuple[str, ...]:
    return tuple(key for key in dict.fromkeys((*now, *before)) if before.get(key) != now.get(key))


def timeline(desk: Desk, code: str, unit: str) -> tuple[Event, ...]:
    """Return what was done with a submission as a whole, oldest first.

    Raises:
        MissingError: there is no such submission, or it is another's.

    """
    place = stored_for_reading(desk, code, unit).place
    return tuple(event for _, event in _events(desk, tables.AuditEntry.subject == place))


def last_acts(desk: Desk, code: str) -> Mapping[str, Event]:
    """Return what was done last with the submissions of a period, by units; of some nothing has been."""
    require_role(desk, Role.COORDINATOR, Role.LEADER, Role.CLERK, Role.ADMINISTRATOR)
    of_period = place_of(code, "")
    found = _events(desk, tables.AuditEntry.subject.startswith(of_period, autoescape=True))
    return {place.removeprefix(of_period): event for place, event in found}


def _events(desk: Desk, wanted: ColumnElement[bool]) -> list[tuple[str, Event]]:
    """Return what the audit log tells of places, oldest first."""
    rows = select(tables.AuditEntry).where(wanted).order_by(tables.AuditEntry.id)
    entries = [*desk.session.scalars(rows)]
    names = people(desk.session, (_person(one.actor) for one in entries))
    return [
        (one.subject, Event(one.action, one.made_at, names[_person(one.actor)], one.detail))
        for one in entries
    ]


def _person(actor: str) -> int | None:
    """Return the id of a person whom the audit log names; None of programs and of docgen itself."""
    return int(actor.removeprefix(_PERSON)) if actor.startswith(_PERSON) else None
