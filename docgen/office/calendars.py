"""What the office settles about the days of its reports; periods that are not open yet follow at once."""

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import select

from docgen.model.calendar import DAYS, DisorderedDatesError, OfficeCalendar, PeriodDays, SettledDay
from docgen.model.day import Day
from docgen.office.agency import CALENDAR, calendar, settle
from docgen.office.desk import Desk
from docgen.office.periods import plan_periods
from docgen.office.plans.fields import validated
from docgen.store import tables

_RULES, _PERIODS = "quy_dinh_chung", "ky_bao_cao"
OFF, WORKED = "ngay_nghi", "ngay_lam_viec"
"""The two lists of days that an office settles unlike the law."""


def settle_rules(desk: Desk, data: Mapping[str, Any]) -> None:
    """Settle what holds for every period; `data` is under the keys of `CalendarRules`, without what is open.

    Raises:
        InvalidFieldsError: some of it cannot be; by field.
        DisorderedDatesError: days of a period would contradict each other.

    """
    whole = calendar(desk.session).as_data() | {_RULES: dict(data)}
    _save(desk, whole, {key: (_RULES, key) for key in data})


def settle_day(desk: Desk, kind: str, data: Mapping[str, Any]) -> None:
    """Settle a day off (`OFF`) or worked (`WORKED`); `data` is under the keys of `SettledDay`.

    Raises:
        InvalidFieldsError: it cannot be; by field.

    """
    whole = calendar(desk.session).as_data()
    days = [*whole.get(kind, ()), dict(data)]
    _save(desk, whole | {kind: days}, {key: (kind, len(days) - 1, key) for key in data})


def drop_day(desk: Desk, day: Day) -> None:
    """Let a day be as the law has it."""
    known = calendar(desk.session)
    kept = {"days_off": _but(known.days_off, day), "days_worked": _but(known.days_worked, day)}
    _save(desk, known.model_copy(update=kept).as_data(), {})


def settle_period(desk: Desk, code: str, data: Mapping[str, Any]) -> None:
    """Settle days of a period that is not open yet; `data` is under the keys of `PeriodDays`, without "ky".

    Raises:
        InvalidFieldsError: some of them cannot be; by field.
        DisorderedDatesError: they would contradict each other.

    """
    known = calendar(desk.session)
    others = [one for one in known.periods if str(one.period) != code]
    periods = [*(one.as_data() for one in others), {"ky": code, **data}]
    places = {key: (_PERIODS, len(others), key) for key in data}
    _save(desk, known.as_data() | {_PERIODS: periods}, places)


def settled_period(desk: Desk, code: str) -> dict[str, Any]:
    """Return what is settled for a period: days by their names in `DAYS`, and the reason."""
    found = next((one for one in calendar(desk.session).periods if str(one.period) == code), None)
    return {name: getattr(found, name) if found else None for name in (*DAYS, "reason")}


def keys_of_days() -> dict[str, str]:
    """Return the YAML keys of the days of a period by their names in `DAYS`."""
    return {name: str(PeriodDays.model_fields[name].alias) for name in DAYS}


def _but(days: Sequence[SettledDay], day: Day) -> tuple[SettledDay, ...]:
    return tuple(one for one in days if one.day != day)


def _save(desk: Desk, data: Mapping[str, Any], fields: Mapping[str, tuple[int | str, ...]]) -> None:
    settled = validated(OfficeCalendar, data, None, fields)
    settle(desk, CALENDAR, settled.as_data())
    desk.session.flush()
    try:
        for year in desk.session.scalars(select(tables.Plan.year).order_by(tables.Plan.year)).all():
            plan_periods(desk, year)
    except DisorderedDatesError as wrong:
        wrong.remedy = "Hãy sửa lại các ngày này, hoặc lịch báo cáo chung."
        raise
