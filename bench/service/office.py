"""An office of 50 units: all have answered for one period, and answer for the next one now."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from itertools import cycle, islice

from sqlalchemy import delete

from bench.material import organisation, plan_of
from docgen.importers.calendar_file import read_calendar
from docgen.model.naming import Unit, UnitKind
from docgen.model.organisation import Organisation
from docgen.model.people import Role
from docgen.model.plan import Plan
from docgen.model.submission import Submission
from docgen.office import agency
from docgen.office.accounts import begin_session
from docgen.office.desk import SYSTEM, Desk
from docgen.office.periods import open_period, plan_periods
from docgen.office.plans.kept import begin
from docgen.office.submissions import take_in
from docgen.resources import shipped
from docgen.store import Store, tables

UNITS, COORDINATORS, ROWS_EACH = 50, 5, 6
ANSWERED, ASKED = "2025-Q1", "2025-6T"
_LONG = timedelta(days=30)


@dataclass(frozen=True)
class Secrets:
    """The secrets of the sessions of people: of who answers for each unit, of the coordinators."""

    units: dict[str, str]
    coordinators: list[str]


def found(store: Store) -> Secrets:
    """Found the office in an empty database; everybody in it is signed in."""
    with store.writing() as session:
        desk = Desk(session, SYSTEM, datetime.now(UTC))
        there, plan = _grown(), _shared()
        agency.save_organisation(desk, there)
        agency.settle(desk, agency.CALENDAR, read_calendar(shipped("data") / "lich-bao-cao.yaml").as_data())
        begin(desk, plan, "Kế hoạch để đo")
        plan_periods(desk, plan.year)
        units = _units()
        _collect(desk, plan, units)
        people = [_user(desk, Role.REPORTER, unit.id) for unit in units]
        coordinators = [_user(desk, Role.COORDINATOR, None, f"-{at}") for at in range(COORDINATORS)]
        secrets = [begin_session(desk, one.id) for one in (*people, *coordinators)]
    by_unit = {unit.id: secret for unit, secret in zip(units, secrets, strict=False)}
    return Secrets(by_unit, secrets[len(units) :])


def _units() -> list[Unit]:
    """Return the units that answer: those of the shipped agency that stay as they are, and others."""
    known = [one for one in organisation().units if one.kind is not UnitKind.EXTERNAL]
    steady = [one for one in known if not (one.valid_from or one.valid_to or one.former)]
    return [*steady, *_more(UNITS - len(steady))]


def _more(units: int) -> list[Unit]:
    numbers = range(1, units + 1)
    return [Unit(id=f"phong-{at}", name=f"Phòng Nghiệp vụ số {at}", kind=UnitKind.DIVISION) for at in numbers]


def _grown() -> Organisation:
    there = organisation().units
    more = [one for one in _units() if one not in there]
    return organisation().model_copy(update={"units": (*there, *more)})


def _shared() -> Plan:
    """Return the 2025 plan with tasks for all units in turn."""
    plan = plan_of(UNITS * ROWS_EACH)
    (appendix,) = plan.appendices
    (part,) = appendix.parts
    (group,) = part.groups
    names = islice(cycle(unit.name for unit in _units()), len(group.tasks))
    tasks = (
        task.model_copy(update={"lead": (name,), "coordinating": ()})
        for task, name in zip(group.tasks, names, strict=True)
    )
    groups = (group.model_copy(update={"tasks": tuple(tasks)}),)
    parts = (part.model_copy(update={"groups": groups}),)
    return plan.model_copy(update={"appendices": (appendix.model_copy(update={"parts": parts}),)})


def _collect(desk: Desk, plan: Plan, units: list[Unit]) -> None:
    """Let both periods be open, the first of them answered for, and no other be there."""
    desk.session.execute(delete(tables.Period).where(tables.Period.code.not_in((ANSWERED, ASKED))))
    for period in desk.session.query(tables.Period):
        period.unit_due = period.due = period.closes = desk.today + _LONG
    open_period(desk, ANSWERED)
    for unit in units:
        take_in(desk, _answer(plan, unit), ANSWERED, unit.id, desk.now)
    open_period(desk, ASKED)


def _answer(plan: Plan, unit: Unit) -> Submission:
    led = (task.id for part in plan.appendices for task in part.tasks() if unit.name in task.lead)
    rows = [
        {"id": task, "tinh_trang": "dang_thuc_hien", "ket_qua": "Đã tham mưu, đang lấy ý kiến."}
        for task in led
    ]
    return Submission.model_validate(
        {"nam": 2025, "ky": ANSWERED, "don_vi": unit.name, "ket_qua": rows, "kho_khan": ["Thiếu người."]}
    )


def _user(desk: Desk, role: Role, unit: str | None, mark: str = "") -> tables.User:
    name = f"{unit or role.value}{mark}"
    user = tables.User(login=name, name=name, role=role, unit_id=unit, created_at=desk.now)
    desk.session.add(user)
    desk.session.flush()
    return user
