"""What the office is and has settled: the agency and its units, calendar, forms of statistics, settings."""

import json
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Any

from sqlalchemy import Text, cast, literal, select, union_all
from sqlalchemy.orm import Session

from docgen.check import Settings, written
from docgen.errors import InvalidInputError, MissingError
from docgen.model.calendar import OfficeCalendar
from docgen.model.naming import Unit
from docgen.model.organisation import Organisation
from docgen.model.statistics import NO_FORMS, Forms
from docgen.office.audit import record
from docgen.office.desk import Desk
from docgen.store import tables

CALENDAR, FORMS, SECOND_APPROVAL = "lich-bao-cao", "bieu-thong-ke", "don-vi-duyet-truoc"
"""Names of settings: calendar of reports, forms of statistics, whether heads of units approve first."""
CHECKS = "kiem-tra-van-ban"
"""The name of the setting of checks: TOML, as `docgen.check.settings` reads it."""
_LOGGED = ("ten", "ten_cu", "den_ngay", "don_vi_ke_thua")
"""Keys of a unit whose change the audit log tells word by word."""
_UNITS = "don_vi"
"""The key of the units in the data of an organisation."""


def organisation(session: Session) -> Organisation:
    """Return the agency with its units and groups, as it is recorded.

    Raises:
        MissingError: nothing has been founded yet.

    """
    parts = session.execute(_AGENCY_AND_UNITS).all()
    if not parts:
        raise MissingError("Chưa có thông tin cơ quan.", "Hãy khởi tạo bằng lệnh docgen serve.")
    agency, *units = (data for _, data in parts)
    return _organisation(agency, tuple(units))


_AGENCY_AND_UNITS = union_all(
    select(literal(-1).label("position"), cast(tables.Organisation.data, Text).label("data")),
    select(tables.Unit.position, cast(tables.Unit.data, Text)),
).order_by("position")


@lru_cache(maxsize=4)
def _organisation(agency: str, units: tuple[str, ...]) -> Organisation:
    """Return the agency from its JSON and that of its units: it takes longer to read than to compare."""
    return Organisation.model_validate(json.loads(agency) | {_UNITS: [json.loads(unit) for unit in units]})


def save_organisation(desk: Desk, changed: Organisation, unit: str = "") -> None:
    """Keep the agency with its units and groups as they are now.

    Args:
        desk: of whoever changes it.
        changed: the agency.
        unit: the id of the one that the change is about, if it is about one.

    Raises:
        InvalidInputError: a unit has disappeared; one that ends is given its last day instead.

    """
    _refuse_vanished(desk.session, changed)
    data = changed.as_data()
    del data[_UNITS]
    agency = desk.session.scalar(select(tables.Organisation))
    if agency is None:
        agency = tables.Organisation(id=changed.id, data=data)
        desk.session.add(agency)
        desk.session.flush()
    elif agency.data != data:
        agency.data, agency.version = data, agency.version + 1
    told = _told(desk.session, changed)
    touched = [*_save_units(desk.session, agency.id, changed)]
    subject = f"don-vi/{unit}" if unit else f"co-quan/{changed.id}"
    record(desk, "sua-co-quan", subject, units=touched, **told)


def _told(session: Session, changed: Organisation) -> dict[str, Any]:
    """Return what units were that are now called otherwise or end, and what they are, for the log."""
    rows = session.execute(select(tables.Unit.id, tables.Unit.data).order_by(tables.Unit.position))
    before = {unit: _logged(data) for unit, data in rows}
    now = {unit.id: _logged(unit.as_data()) for unit in changed.units}
    others = [unit for unit, data in before.items() if data != now[unit]]
    kept = {"before": before, "now": now} if others else {}
    return {key: {unit: told[unit] for unit in others} for key, told in kept.items()}


def _logged(unit: Mapping[str, Any]) -> dict[str, Any]:
    return {key: unit.get(key) for key in _LOGGED}


def _refuse_vanished(session: Session, changed: Organisation) -> None:
    there = {unit.id for unit in changed.units}
    known = session.execute(select(tables.Unit.id, tables.Unit.name).order_by(tables.Unit.position))
    if vanished := [name for unit, name in known if unit not in there]:
        raise InvalidInputError(
            "Đơn vị đã có trong hệ thống không xóa được.",
            "Đơn vị thôi hoạt động thì ghi ngày cuối cùng (den_ngay) và đơn vị kế thừa.",
            vanished,
        )


def _save_units(session: Session, agency: str, changed: Organisation) -> Iterator[str]:
    """Keep the units; yield the ids of those that are new or other than before."""
    for position, unit in enumerate(changed.units):
        row = session.get(tables.Unit, unit.id)
        if row is None:
            session.add(tables.Unit(id=unit.id, organisation_id=agency, **_columns(unit, position)))
            yield unit.id
        elif (row.data, row.position) != (unit.as_data(), position):
            for name, value in _columns(unit, position).items():
                setattr(row, name, value)
            row.version += 1
            yield unit.id


def _columns(unit: Unit, position: int) -> dict[str, Any]:
    days = {"valid_from": unit.valid_from, "valid_to": unit.valid_to}
    return {"position": position, "name": unit.name, "data": unit.as_data(), **days}


def calendar(session: Session) -> OfficeCalendar:
    """Return what the office has settled about the days of its reports."""
    return OfficeCalendar.model_validate(setting(session, CALENDAR, {}))


def forms(session: Session) -> Forms:
    """Return the forms of statistics that units fill in; none where there are no such forms."""
    data = setting(session, FORMS)
    return Forms.model_validate(data) if data else NO_FORMS


def second_approval(session: Session) -> bool:
    """Say whether the head of a unit approves what it sends before it is sent."""
    return bool(setting(session, SECOND_APPROVAL, default=False))


def check_settings(session: Session) -> str:
    """Return what the office has settled for checks of files, as TOML: house rules, terms of its own."""
    return str(setting(session, CHECKS, ""))


def settle_checks(desk: Desk, settings: Settings) -> None:
    """Settle house rules, terms and expired documents for checks of files."""
    settle(desk, CHECKS, written(settings))


def setting(session: Session, name: str, default: Any = None) -> Any:
    """Return what the office has settled under a name, as JSON; else `default`."""
    settled = session.get(tables.Setting, name)
    return default if settled is None else settled.value


def settle(desk: Desk, name: str, value: Any) -> None:
    """Settle something: `value` is JSON. What was settled before stands in the audit log."""
    settled = desk.session.get(tables.Setting, name)
    before = settled and settled.value
    if settled is None:
        settled = tables.Setting(name=name, version=0)
        desk.session.add(settled)
    settled.value, settled.version = value, settled.version + 1
    settled.updated_at, settled.updated_by = desk.now, desk.actor.user_id
    record(desk, "cai-dat", f"cai-dat/{name}", before=before, now=value)
