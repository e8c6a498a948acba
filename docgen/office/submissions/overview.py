"""The board of a period: of every unit whether it has sent, when, and how far it is."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from docgen.model.collecting import PeriodState, SubmissionState
from docgen.model.obligation import Duty
from docgen.model.outcome import Status
from docgen.model.people import Role
from docgen.model.results import Punctuality
from docgen.office.access import require_role
from docgen.office.agency import organisation
from docgen.office.desk import VIETNAM, Desk
from docgen.office.submissions.fields import NOTE, STATUS, VALUE
from docgen.office.submissions.subject import find_period, view_of
from docgen.office.submissions.views import PeriodView, Typed
from docgen.store import tables
from docgen.store.tables import RowKind

_FILLED = {RowKind.TASK: (STATUS,), RowKind.STATISTIC: (VALUE, NOTE)}
"""The fields one of which says something in a row that is filled in."""


@dataclass(frozen=True)
class UnitStanding:
    """How one unit stands: `filled` of the `required` rows say something. Late ones count their days.

    `first_sent_at` and `sent_at` are empty while nothing is sent, or it was taken back; `seen_at` while the
    office has not looked at it. `exception` is the last day of a lock exception. `tasks` counts the tasks
    that it leads by what is told of them so far, those of which nothing is told under None.
    """

    unit: str
    name: str
    state: SubmissionState
    punctuality: Punctuality
    late_days: int
    required: int
    filled: int
    rounds: int
    first_sent_at: datetime | None
    sent_at: datetime | None
    seen_at: datetime | None
    reviewed_at: datetime | None
    exception: date | None
    tasks: Mapping[Status | None, int]

    @property
    def has_sent(self) -> bool:
        """Say whether the office has anything of it."""
        return self.punctuality is not Punctuality.MISSING


@dataclass(frozen=True)
class _Counts:
    """Of a submission: how many rows must be answered, how many of them say something; tasks by status."""

    required: int = 0
    filled: int = 0
    tasks: Mapping[Status | None, int] = field(default_factory=dict)


@dataclass(frozen=True)
class Board:
    """How a period stands; numbers count units."""

    period: PeriodView
    units: tuple[UnitStanding, ...]

    @property
    def expected(self) -> int:
        """How many must answer."""
        return len(self.units)

    @property
    def received(self) -> int:
        """How many have."""
        return sum(one.has_sent for one in self.units)

    @property
    def on_time(self) -> int:
        """How many did so in time."""
        return self._count(Punctuality.IN_TIME)

    @property
    def late(self) -> int:
        """How many did so late."""
        return self._count(Punctuality.LATE)

    @property
    def missing(self) -> int:
        """How many have not."""
        return self._count(Punctuality.MISSING)

    @property
    def returned(self) -> int:
        """How many were returned and have not answered again."""
        return sum(one.state is SubmissionState.RETURNED for one in self.units)

    @property
    def accepted(self) -> int:
        """How many are accepted."""
        return sum(one.state is SubmissionState.ACCEPTED for one in self.units)

    def _count(self, punctuality: Punctuality) -> int:
        return sum(one.punctuality is punctuality for one in self.units)


def board(desk: Desk, code: str) -> Board:
    """Return how a period stands; before it opens there are no units on it.

    Raises:
        MissingError: there is no such period.

    """
    require_role(desk, Role.COORDINATOR, Role.LEADER, Role.CLERK, Role.ADMINISTRATOR)
    return _board(desk.session, find_period(desk.session, code))


def standings(desk: Desk, code: str) -> tuple[UnitStanding, ...]:
    """Return how the units of a period stand; whoever is of a unit sees that one alone.

    Raises:
        MissingError: there is no such period.

    """
    units = _board(desk.session, find_period(desk.session, code)).units
    return tuple(one for one in units if not desk.actor.role.is_of_unit or one.unit == desk.actor.unit)


def boards(desk: Desk, year: int) -> tuple[Board, ...]:
    """Return the boards of the periods of a year that have been opened, in time: unit × period."""
    require_role(desk, Role.COORDINATOR, Role.LEADER, Role.CLERK, Role.ADMINISTRATOR)
    wanted = select(tables.Period).where(
        tables.Period.code.startswith(f"{year}-"), tables.Period.state != PeriodState.PLANNED
    )
    shown = (_board(desk.session, row) for row in desk.session.scalars(wanted))
    return tuple(sorted(shown, key=lambda one: one.period.period))


def _board(session: Session, period: tables.Period) -> Board:
    view = view_of(period)
    wanted = select(tables.Submission).where(tables.Submission.period_id == period.id)
    submissions = {one.unit_id: one for one in session.scalars(wanted)}
    names = {unit.id: unit.name for unit in organisation(session).on(view.dates.data_to).units}
    counts, exceptions = _counts(session, period), _exceptions(session, period)
    standings = (
        _standing(
            submissions[unit], name, period.unit_due, counts[submissions[unit].id], exceptions.get(unit)
        )
        for unit, name in names.items()
        if unit in submissions
    )
    return Board(view, tuple(standings))


def _standing(
    submission: tables.Submission, name: str, due: date, counts: _Counts, exception: date | None
) -> UnitStanding:
    first = submission.first_sent_at
    late_days = max((first.astimezone(VIETNAM).date() - due).days, 0) if first else 0
    sent = Punctuality.LATE if late_days else Punctuality.IN_TIME
    return UnitStanding(
        unit=submission.unit_id,
        name=name,
        state=submission.state,
        punctuality=sent if first else Punctuality.MISSING,
        late_days=late_days,
        required=counts.required,
        filled=counts.filled,
        rounds=submission.rounds,
        first_sent_at=first,
        sent_at=submission.sent_at,
        seen_at=submission.seen_at,
        reviewed_at=submission.reviewed_at,
        exception=exception,
        tasks=counts.tasks,
    )


def _exceptions(session: Session, period: tables.Period) -> dict[str, date]:
    wanted = select(tables.LockException).where(tables.LockException.period_id == period.id)
    return {one.unit_id: one.until for one in session.scalars(wanted)}


def _counts(session: Session, period: tables.Period) -> Mapping[int, _Counts]:
    """Return the counts of every submission, by its id."""
    wanted = (
        select(tables.Submission.id, tables.Row.kind, tables.Row.data)
        .join(tables.Row, tables.Row.submission_id == tables.Submission.id)
        .outerjoin(
            tables.Obligation,
            (tables.Obligation.period_id == tables.Submission.period_id)
            & (tables.Obligation.unit_id == tables.Submission.unit_id)
            & (tables.Obligation.task == tables.Row.key)
            & (tables.Row.kind == RowKind.TASK),
        )
        .where(
            tables.Submission.period_id == period.id,
            (tables.Row.kind == RowKind.STATISTIC) | (tables.Obligation.duty == Duty.LEAD),
        )
    )
    rows: dict[int, list[tuple[RowKind, Typed]]] = defaultdict(list)
    for submission, kind, data in session.execute(wanted):
        rows[submission].append((kind, data))
    return defaultdict(_Counts, {one: _counted(told) for one, told in rows.items()})


def _counted(rows: Iterable[tuple[RowKind, Typed]]) -> _Counts:
    told = [*rows]
    filled = [any(data.get(key) for key in _FILLED[kind]) for kind, data in told]
    tasks = (_status(data) for kind, data in told if kind is RowKind.TASK)
    return _Counts(len(told), sum(filled), Counter(tasks))


def _status(data: Typed) -> Status | None:
    """Return what is told of a task; None where nothing is, or nothing that there is."""
    return next((one for one in Status if one.value == data.get(STATUS)), None)
