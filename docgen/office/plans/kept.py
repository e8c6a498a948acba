"""The plans that are kept, each with all its versions; every change of one makes a new version."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from docgen.errors import ConflictError, MissingError
from docgen.importers.remarks import remarks_on
from docgen.importers.yaml_tree import YamlTree
from docgen.model.finding import Finding
from docgen.model.organisation import Organisation
from docgen.model.papers import PlanState
from docgen.model.plan import Plan
from docgen.office.agency import organisation
from docgen.office.audit import record
from docgen.office.conflicts import ChangedMeanwhileError
from docgen.office.desk import Desk
from docgen.office.plans.page_words import on_page
from docgen.office.who import who
from docgen.store import tables
from docgen.transform.comparison import compare
from docgen.transform.plan_change import PlanChange

_NOTED = 2
"""Places that a note names."""


Touched = Callable[[Plan], object]
"""Returns what of a version of a plan a change is about."""


@dataclass(frozen=True)
class KeptPlan:
    """A plan in one of its versions, and what is doubtful in it.

    `newest` is the number of its newest version; `changed_by` made this one, at `changed_at`.
    """

    plan: Plan
    state: PlanState
    version: int
    newest: int
    changed_at: datetime
    changed_by: str
    findings: tuple[Finding, ...]

    @property
    def is_editable(self) -> bool:
        """Say whether it can be changed: the newest version of a draft can."""
        return self.state is PlanState.DRAFT and self.version == self.newest


@dataclass(frozen=True)
class PlanEntry:
    """A plan in a list; `tasks` are the counted ones, `undecided` its open decisions."""

    year: int
    subject: str
    state: PlanState
    version: int
    tasks: int
    undecided: int
    changed_at: datetime
    changed_by: str


@dataclass(frozen=True)
class VersionEntry:
    """What was done to a plan, when and by whom."""

    version: int
    note: str
    made_at: datetime
    made_by: str


def plans(session: Session) -> tuple[PlanEntry, ...]:
    """Return the plans, the latest year first."""
    years = session.scalars(select(tables.Plan).order_by(tables.Plan.year.desc()))
    return tuple(_entry(session, row) for row in years)


def plan(session: Session, year: int, version: int | None = None) -> KeptPlan:
    """Return the plan of a year, in its newest version unless another is asked for.

    Raises:
        MissingError: there is no plan of that year, or no such version.

    """
    row = row_of(session, year)
    kept = _version(session, row, version or row.version)
    value = Plan.model_validate(kept.data)
    return KeptPlan(
        plan=value,
        state=row.state,
        version=kept.version,
        newest=row.version,
        changed_at=kept.made_at,
        changed_by=who(session, kept.made_by),
        findings=_findings(value, organisation(session)),
    )


def history(session: Session, year: int) -> tuple[VersionEntry, ...]:
    """Return what was done to the plan of a year, the newest first.

    Raises:
        MissingError: there is no plan of that year.

    """
    made = select(tables.PlanVersion).where(tables.PlanVersion.plan_id == row_of(session, year).id)
    return tuple(
        VersionEntry(one.version, one.note, one.made_at, who(session, one.made_by))
        for one in session.scalars(made.order_by(tables.PlanVersion.version.desc()))
    )


def differences(
    session: Session, year: int, version: int, before: int | None = None
) -> tuple[PlanChange, ...]:
    """Return what differs between a version of a plan and an earlier one, the last before it unless told.

    The first version differs in nothing.

    Raises:
        MissingError: there is no such plan or version.

    """
    row = row_of(session, year)
    now = _version(session, row, version)
    then = _version(session, row, before or max(version - 1, 1))
    return compare(Plan.model_validate(then.data), Plan.model_validate(now.data))


def row_of(session: Session, year: int) -> tables.Plan:
    """Return the row of the plan of a year.

    Raises:
        MissingError: there is none.

    """
    wanted = select(tables.Plan).where(tables.Plan.year == year)
    row = session.scalar(wanted)
    if row is None:
        raise MissingError(f"Chưa có kế hoạch năm {year}.", "Hãy nhập kế hoạch hoặc soạn dự thảo trước.")
    return row


def newest(session: Session, row: tables.Plan) -> Plan:
    """Return the newest version of a plan."""
    return Plan.model_validate(_version(session, row, row.version).data)


def begin(desk: Desk, new: Plan, note: str) -> KeptPlan:
    """Keep the first version of the plan of a year that has none yet; `note` says what was done."""
    row = tables.Plan(year=new.year, version=0, created_at=desk.now)
    desk.session.add(row)
    desk.session.flush()
    return write(desk, row, new, note)


def change(
    desk: Desk,
    year: int,
    version: int,
    work: Callable[[Plan], Plan],
    touched: Touched = lambda whole: whole,
    note: str = "",
) -> KeptPlan:
    """Change the plan of a year; nothing is written where nothing differs.

    Args:
        desk: of whoever changes it.
        year: of the plan.
        version: the one that was seen when the change was thought of. What others did since is kept, unless
            it was to what this change is about.
        work: returns the newest version, changed.
        touched: what of it the change is about.
        note: what is done, in Vietnamese, by a caller that writes it down in the audit log itself. Unless
            told it is the places that differ, and written down here.

    Raises:
        MissingError: there is no plan of that year, or no such version.
        ConflictError: it is issued.
        ChangedMeanwhileError: somebody else changed the same.

    """
    row = editable(desk.session, year)
    now = newest(desk.session, row)
    if version != row.version:
        _refuse_changed(desk, row, version, touched, now)
    new = work(now)
    if new == now:
        return plan(desk.session, year)
    return write(desk, row, new, note) if note else _edit(desk, row, new, _noted(now, new))


def editable(session: Session, year: int) -> tables.Plan:
    """Return the row of a plan that may be changed, which nobody else can until the work is done.

    Raises:
        MissingError: there is no plan of that year.
        ConflictError: it is issued.

    """
    row = row_of(session, year)
    if row.state is PlanState.ISSUED:
        raise ConflictError(
            f"Kế hoạch năm {year} đã ban hành nên không sửa được nữa.",
            "Muốn điều chỉnh, hãy trình ban hành văn bản sửa đổi, bổ sung.",
        )
    return row


def _refuse_changed(desk: Desk, row: tables.Plan, version: int, touched: Touched, now: Plan) -> None:
    """Refuse a change of what somebody else has changed since `version`."""
    session = desk.session
    seen = Plan.model_validate(_version(session, row, version).data)
    theirs = touched(now)
    if touched(seen) != theirs:
        last = _version(session, row, row.version)
        raise ChangedMeanwhileError(
            who=who(session, last.made_by),
            when=last.made_at,
            theirs=theirs,
            version=row.version,
            is_own=desk.actor.is_person(last.made_by),
        )


def _noted(old: Plan, new: Plan) -> str:
    """Return where two versions differ: "Sửa phụ lục, phần A, nhiệm vụ 3, ô “Sản phẩm” và 2 chỗ khác"."""
    places = [f"{one.kind} {one.place[:1].lower()}{one.place[1:]}" for one in compare(old, new)]
    if not places:
        return "Ghi sự kiện hoặc việc cần quyết định"
    others = len(places) - _NOTED
    told = "; ".join(places[:_NOTED]) + (f" và {others} chỗ khác" if others > 0 else "")
    return told[:1].upper() + told[1:]


def write(desk: Desk, row: tables.Plan, new: Plan, note: str) -> KeptPlan:
    """Keep the next version of a plan; `note` says what was done."""
    row.version += 1
    made = {"note": note, "made_at": desk.now, "made_by": desk.actor.user_id}
    desk.session.add(tables.PlanVersion(plan_id=row.id, version=row.version, data=new.as_data(), **made))
    desk.session.flush()
    return plan(desk.session, row.year)


def _edit(desk: Desk, row: tables.Plan, new: Plan, note: str) -> KeptPlan:
    """Keep the next version of a plan, and write down in the audit log who made it of what."""
    kept = write(desk, row, new, note)
    record(desk, "sua-ke-hoach", f"ke-hoach/{row.year}", version=kept.version, note=note)
    return kept


def _entry(session: Session, row: tables.Plan) -> PlanEntry:
    last = _version(session, row, row.version)
    value = Plan.model_validate(last.data)
    return PlanEntry(
        year=row.year,
        subject=value.subject,
        state=row.state,
        version=row.version,
        tasks=sum(1 for appendix in value.appendices for _ in appendix.tasks()),
        undecided=len(value.open_decisions()),
        changed_at=last.made_at,
        changed_by=who(session, last.made_by),
    )


def _version(session: Session, row: tables.Plan, version: int) -> tables.PlanVersion:
    own = tables.PlanVersion.plan_id == row.id
    kept = session.scalar(select(tables.PlanVersion).where(own, tables.PlanVersion.version == version))
    if kept is None:
        raise MissingError(
            f"Kế hoạch năm {row.year} không có phiên bản {version}.", "Hãy mở lại lịch sử của kế hoạch."
        )
    return kept


def _findings(value: Plan, agency: Organisation) -> tuple[Finding, ...]:
    """Return what an officer should look at."""
    found = remarks_on(value, YamlTree(value.as_data()), agency.on(value.day))
    return tuple(on_page(one) for one in found)
