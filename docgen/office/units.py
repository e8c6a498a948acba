"""The units of the agency: corrected, renamed from a day on, ended, merged; what they were stays known."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from docgen.errors import InvalidInputError, MissingError
from docgen.language.dates import parse_date
from docgen.model.naming import Unit
from docgen.model.organisation import Organisation
from docgen.office.agency import organisation, save_organisation
from docgen.office.audit import record
from docgen.office.conflicts import ChangedMeanwhileError
from docgen.office.desk import Desk
from docgen.office.plans.fields import InvalidFieldsError, validated
from docgen.office.who import who_by_mark
from docgen.store import tables

_UNITS, _FORMER = "don_vi", "ten_cu"
_NAMES = ("ten", "ten_viet_tat", "ten_khac")
_EDITS = 50
"""Newest changes of the agency among which that of a unit is looked for."""

Data = dict[str, Any]


@dataclass(frozen=True)
class ListedUnit:
    """A unit as it is recorded, its place among the others from 1, and its version."""

    unit: Unit
    place: int
    version: int


def units(session: Session) -> list[ListedUnit]:
    """Return all units in their order, those that have ended among them."""
    rows = session.scalars(select(tables.Unit).order_by(tables.Unit.position))
    return [ListedUnit(Unit.model_validate(row.data), row.position + 1, row.version) for row in rows]


def unit_of(session: Session, unit: str) -> ListedUnit:
    """Return a unit.

    Raises:
        MissingError: there is none.

    """
    found = next((one for one in units(session) if one.unit.id == unit), None)
    if found is None:
        raise MissingError("Không có đơn vị này.", "Hãy mở lại danh sách đơn vị.")
    return found


def add_unit(desk: Desk, data: Mapping[str, Any]) -> ListedUnit:
    """Add a unit behind the others; `data` is under the keys of `docgen.model.naming.Unit`.

    Raises:
        InvalidFieldsError: it cannot stand beside the others; by field.

    """
    whole = organisation(desk.session).as_data()
    whole[_UNITS] = [*whole[_UNITS], _without_blanks(data)]
    _save(desk, whole, len(whole[_UNITS]) - 1)
    record(desk, "them-don-vi", f"don-vi/{data['id']}")
    return unit_of(desk.session, str(data["id"]))


def correct_unit(desk: Desk, unit: str, version: int, data: Mapping[str, Any], place: int) -> ListedUnit:
    """Correct what is recorded of a unit, as if it had always been so, and its place among the others.

    Raises:
        MissingError: there is no such unit.
        InvalidFieldsError: it cannot stand beside the others; by field.
        ChangedMeanwhileError: somebody else has changed it.

    """
    return _change(desk, unit, version, lambda known: known | dict(data), place)


def rename_unit(desk: Desk, unit: str, version: int, first: str, names: Mapping[str, Any]) -> ListedUnit:
    """Give a unit another name from the day `first` on; `names` has the keys of a name, and "can_cu".

    Raises:
        MissingError, InvalidFieldsError, ChangedMeanwhileError: as in `correct_unit`.
        InvalidInputError: the day is none.

    """
    last = _day(first) - timedelta(days=1)

    def renamed(known: Data) -> Data:
        old = {key: known[key] for key in _NAMES if key in known}
        former = {**old, "den_ngay": last.isoformat(), "can_cu": names.get("can_cu", "")}
        kept = {key: value for key, value in known.items() if key not in _NAMES}
        new = {key: names[key] for key in _NAMES if key in names}
        return kept | new | {_FORMER: [*known.get(_FORMER, ()), _without_blanks(former)]}

    return _change(desk, unit, version, renamed)


def end_unit(desk: Desk, unit: str, version: int, last: str, heir: str = "", basis: str = "") -> ListedUnit:
    """Let a unit end with the day `last`; `heir` is the id of the unit that takes over on the next day.

    Raises:
        MissingError, InvalidFieldsError, ChangedMeanwhileError: as in `correct_unit`.
        InvalidInputError: the day is none.

    """
    ended = {"den_ngay": _day(last).isoformat(), "don_vi_ke_thua": heir, "can_cu": basis}
    return _change(desk, unit, version, lambda known: known | ended)


def _change(
    desk: Desk, unit: str, version: int, change: Callable[[Data], Data], place: int | None = None
) -> ListedUnit:
    found = unit_of(desk.session, unit)
    if found.version != version:
        raise _changed_meanwhile(desk, found)
    whole = organisation(desk.session).as_data()
    known: Data = whole[_UNITS].pop(found.place - 1)
    at = min(max((place or found.place) - 1, 0), len(whole[_UNITS]))
    whole[_UNITS].insert(at, _without_blanks(change(known)))
    _save(desk, whole, at)
    return unit_of(desk.session, unit)


def _save(desk: Desk, whole: Data, at: int) -> None:
    places = {key: (_UNITS, at, key) for key in Unit.model_json_schema(by_alias=True)["properties"]}
    try:
        changed = validated(Organisation, whole, None, places)
    except InvalidFieldsError as error:
        error.message = f"Có {len(error.problems)} chỗ phải sửa; chưa lưu gì."
        raise
    save_organisation(desk, changed, changed.units[at].id)
    desk.session.flush()


def _changed_meanwhile(desk: Desk, found: ListedUnit) -> ChangedMeanwhileError:
    """Return who has changed a unit last, as the audit log tells it."""
    acts = select(tables.AuditEntry).where(tables.AuditEntry.action == "sua-co-quan")
    newest = desk.session.scalars(acts.order_by(tables.AuditEntry.id.desc()).limit(_EDITS))
    entry = next((one for one in newest if found.unit.id in one.detail["units"]), None)
    return ChangedMeanwhileError(
        who=who_by_mark(desk.session, entry.actor if entry else ""),
        when=entry.made_at if entry else desk.now,
        theirs=found.unit,
        version=found.version,
    )


def _day(text: str) -> Any:
    """Return a day as it was typed: "15/3/2026"."""
    try:
        return parse_date(text.strip())
    except ValueError as why:
        raise InvalidInputError(f"Ngày chưa đúng: {why}.", "Hãy nhập ngày, ví dụ 15/3/2026.") from why


def _without_blanks(data: Mapping[str, Any]) -> Data:
    return {key: value for key, value in data.items() if value not in ("", [], ())}
