"""The first run: an agency, its calendar and forms, people; with a plan and its periods to try things on."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from docgen.importers import read_organisation, read_plan
from docgen.importers.calendar_file import read_calendar
from docgen.importers.statistics_file import read_forms
from docgen.importers.submission_reading import read_submission
from docgen.model.naming import Unit, UnitKind
from docgen.model.organisation import Organisation
from docgen.model.people import Role
from docgen.model.submission import Submission
from docgen.office import agency
from docgen.office.audit import record
from docgen.office.desk import SYSTEM, VIETNAM, Actor, Desk
from docgen.office.periods import close, except_unit, open_period, period_of, plan_periods
from docgen.office.plans.kept import begin
from docgen.office.submissions import take_in
from docgen.resources import shipped
from docgen.store import tables


@dataclass(frozen=True)
class Newcomer:
    """Somebody who is let in from the start; without a hash of a password, by personal links alone."""

    login: str
    name: str
    role: Role
    unit: str | None = None
    password_hash: str | None = None
    must_change_password: bool = False


ADMINISTRATOR = Newcomer("quan-tri", "Quản trị", Role.ADMINISTRATOR)
"""Who is there in every office, under this login unless another is chosen."""
_OF_THE_AGENCY = (
    ADMINISTRATOR,
    Newcomer("dau-moi", "Đầu mối cải cách hành chính", Role.COORDINATOR),
    Newcomer("lanh-dao", "Lãnh đạo Sở", Role.LEADER),
    Newcomer("van-thu", "Văn thư Sở", Role.CLERK),
)
_ANSWERED = "2025-Q1"
"""The period of the demo that units have answered for: most on time, some late, some not at all."""
_TRIED = "2025-6T"
"""The period of the demo that is still to be answered, whenever it is tried."""
_TRIAL = timedelta(days=60)
_TRIAL_REASON = "Dùng thử: kỳ mẫu được mở thêm để nhập liệu."
_AFTERNOON = time(15, tzinfo=VIETNAM)


def shipped_organisation() -> Organisation:
    """Return the agency that comes with docgen."""
    return read_organisation(shipped("data") / "don-vi.yaml")


def demo_people(organisation: Organisation) -> tuple[Newcomer, ...]:
    """Return one for each role, and for every unit of the agency one who answers for it; no passwords yet.

    Their logins are words of their roles, or the ids of their units.
    """
    units = [unit for unit in organisation.units if unit.kind is not UnitKind.EXTERNAL]
    return (*_OF_THE_AGENCY, _head(units[0]), *map(_reporter, units))


def _head(unit: Unit) -> Newcomer:
    return Newcomer(f"lanh-dao-{unit.id}", f"Lãnh đạo {unit.name}", Role.HEAD, unit.id)


def _reporter(unit: Unit) -> Newcomer:
    return Newcomer(unit.id, f"Cán bộ {unit.name}", Role.REPORTER, unit.id)


def found(desk: Desk, people: Iterable[Newcomer], *, demo: bool) -> None:
    """Found the office in an empty database, from what comes with docgen.

    Args:
        desk: of docgen itself.
        people: who is let in.
        demo: whether the plan of 2025 with its periods is there from the start.

    """
    organisation, calendar = shipped_organisation(), read_calendar(shipped("data") / "lich-bao-cao.yaml")
    forms = read_forms(shipped("data") / "bieu-thong-ke.yaml", organisation)
    agency.save_organisation(desk, organisation)
    agency.settle(desk, agency.CALENDAR, calendar.as_data())
    agency.settle(desk, agency.FORMS, forms.as_data())
    _let_in(desk, people)
    if demo:
        plan = read_plan(shipped("data") / "kehoach-2025.yaml", organisation)
        begin(desk, plan, "Kế hoạch mẫu kèm theo docgen")
        plan_periods(desk, plan.year)
    record(desk, "khoi-tao", f"co-quan/{organisation.id}", demo=demo)


def _let_in(desk: Desk, people: Iterable[Newcomer]) -> None:
    for one in people:
        columns = {name: value for name, value in vars(one).items() if name != "unit"}
        desk.session.add(tables.User(**columns, unit_id=one.unit, created_at=desk.now))
    desk.session.flush()


def bring_answers(session: Session) -> None:
    """Let the units of the demo office have answered for the first quarter of 2025, each on its own day."""
    opened = period_of(session, _ANSWERED).dates.opens
    open_period(_desk_on(session, opened), _ANSWERED)
    for unit, submission in _answers():
        desk = _desk_on(session, submission.sent_on or opened, _reporter_of(session, unit))
        take_in(desk, submission, _ANSWERED, unit, desk.now)


def open_trial(desk: Desk) -> None:
    """Let the units of the demo office answer for the six months of 2025 on the day of `desk`, and after.

    Nothing is done before the day that the period opens: then it opens by itself.
    """
    dates = period_of(desk.session, _TRIED).dates
    if desk.today < dates.opens:
        return
    units = open_period(_desk_on(desk.session, dates.opens), _TRIED)
    if desk.today > dates.closes:
        close(desk, _TRIED)
        for unit in units:
            except_unit(desk, _TRIED, unit, desk.today + _TRIAL, _TRIAL_REASON)


def _answers() -> list[tuple[str, Submission]]:
    """Return what comes along of units' answers, by their ids, the earliest first."""
    files = (shipped("data") / "submissions" / _ANSWERED).glob("*.yaml")
    answers = [(path.stem, read_submission(path)[0]) for path in files]
    return sorted(answers, key=lambda one: (one[1].sent_on or date.min, one[0]))


def _reporter_of(session: Session, unit: str) -> Actor:
    """Return who answers for a unit of the demo office."""
    wanted = select(tables.User).where(tables.User.unit_id == unit, tables.User.role == Role.REPORTER)
    user = session.scalars(wanted).one()
    return Actor(user.name, user.role, user.unit_id, user.id)


def _desk_on(session: Session, day: date, actor: Actor = SYSTEM) -> Desk:
    return Desk(session, actor, datetime.combine(day, _AFTERNOON))
