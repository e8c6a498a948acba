"""What is kept of one unit's answers for a period, found and understood."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from sqlalchemy import Select, and_, select
from sqlalchemy.orm import Session

from docgen.errors import MissingError
from docgen.model.collecting import PeriodState, SubmissionState
from docgen.model.submission import Submission
from docgen.office.access import require_unit, require_writer
from docgen.office.desk import Desk
from docgen.office.submissions.composing import remarked
from docgen.office.submissions.fields import as_typed
from docgen.office.submissions.subject import Subject, find_period, subject_of, view_of
from docgen.office.submissions.understanding import Understood, understood
from docgen.office.submissions.views import DispatchView, EvidenceView, RowFinding, RowName, Typed
from docgen.office.who import who
from docgen.rules.reports import previous_of
from docgen.store import tables


@dataclass(frozen=True)
class Stored:
    """A submission, its period and its lock exception; what belongs to it is fetched when it is asked for."""

    session: Session
    period: tables.Period
    submission: tables.Submission
    exception: tables.LockException | None

    @cached_property
    def subject(self) -> Subject:
        """What the period is about."""
        return subject_of(self.session, view_of(self.period))

    @cached_property
    def rows(self) -> Mapping[RowName, tables.Row]:
        """All rows, in the order in which they were asked."""
        rows = self.session.scalars(_rows(self.submission).order_by(tables.Row.id))
        return {RowName(row.kind, row.key): row for row in rows}

    @cached_property
    def evidence(self) -> Mapping[int, tuple[tables.Evidence, ...]]:
        """The files that prove rows, by the ids of those."""
        found: dict[int, tuple[tables.Evidence, ...]] = defaultdict(tuple)
        for file in self.session.scalars(_evidence(self.submission)):
            found[file.row_id] += (file,)
        return dict(found)

    @property
    def unit(self) -> str:
        """The id of the unit."""
        return self.submission.unit_id

    @property
    def place(self) -> str:
        """What the audit log calls it."""
        return place_of(self.period.code, self.unit)

    @property
    def until(self) -> date:
        """The last day on which the unit may write."""
        return max(self.period.closes, self.exception.until) if self.exception else self.period.closes

    def is_open(self, today: date) -> bool:
        """Say whether units may still write and send: the period is open, or there is an exception."""
        if self.exception and today <= self.exception.until:
            return self.period.state in {PeriodState.OPEN, PeriodState.CLOSED}
        return self.period.state is PeriodState.OPEN and today <= self.period.closes

    def is_editable(self, today: date) -> bool:
        """Say whether anything may be written now."""
        return self.submission.state.is_editable and self.is_open(today)

    def may_write(self, row: tables.Row, today: date) -> bool:
        """Say whether a row may be written: of what was returned, those singled out, if any were."""
        return self.is_editable(today) and (row.returned or not self._singled_out)

    @cached_property
    def _singled_out(self) -> bool:
        is_returned = self.submission.state is SubmissionState.RETURNED
        wanted = select(tables.Row.id).where(
            tables.Row.submission_id == self.submission.id, tables.Row.returned.is_(True)
        )
        return is_returned and self.session.scalars(wanted.limit(1)).first() is not None

    def row(self, name: RowName) -> tables.Row:
        """Return a row.

        Raises:
            MissingError: the unit is not asked it.

        """
        known = self.rows if "rows" in vars(self) else self._single
        row = known.get(name) or self._look_up(name)
        if row is None:
            raise MissingError(
                "Đơn vị không có dòng này trong kỳ báo cáo.", "Hãy mở lại trang nhập của đơn vị."
            )
        self._single[name] = row
        return row

    @cached_property
    def _single(self) -> dict[RowName, tables.Row]:
        """Rows that were asked for one by one."""
        return {}

    def _look_up(self, name: RowName) -> tables.Row | None:
        if "rows" in vars(self):
            return None
        wanted = tables.Row.kind == name.kind, tables.Row.key == name.key
        return self.session.scalar(_rows(self.submission).where(*wanted))

    def files(self, row: tables.Row) -> list[str]:
        """Return the names of the files that prove a row."""
        return [file.name for file in self.evidence.get(row.id, ())]

    def read(self, names: Iterable[RowName]) -> dict[RowName, Understood]:
        """Return rows as they are understood."""
        rows = ((name, self.row(name)) for name in names)
        return {name: understood(name, row.data, self.files(row)) for name, row in rows}

    def findings(
        self, today: date, read: Mapping[RowName, Understood]
    ) -> dict[RowName, tuple[RowFinding, ...]]:
        """Return what is wrong or doubtful in rows that were `read`, as if sent today."""
        return remarked(self.subject, self.unit, today, read)


def place_of(code: str, unit: str) -> str:
    """Return what the audit log calls what a unit sends for a period."""
    return f"bao-cao/{code}/{unit}"


def stored_for_reading(desk: Desk, code: str, unit: str) -> Stored:
    """Return what is kept of a unit's answers, for whoever may see it.

    Raises:
        MissingError: there is no such period, the unit is not asked in it, or it is another's.

    """
    require_unit(desk, unit)
    return _found(desk.session, code, unit)


def stored_for_writing(desk: Desk, code: str, unit: str) -> Stored:
    """Return what is kept of a unit's answers, for whoever may write.

    Raises:
        MissingError: as in `stored_for_reading`.

    """
    require_writer(desk, unit)
    return _found(desk.session, code, unit)


def stored(session: Session, period: tables.Period, unit: str) -> Stored:
    """Return what is kept of a unit's answers; raises as `stored_for_reading` does."""
    return _found(session, period.code, unit)


def _found(session: Session, code: str, unit: str) -> Stored:
    """Return it, found with one question: whoever saves a row holds up all others who write meanwhile."""
    of, excepted = tables.Submission, tables.LockException
    wanted = (
        select(tables.Period, of, excepted)
        .join(of, of.period_id == tables.Period.id)
        .outerjoin(excepted, and_(excepted.period_id == of.period_id, excepted.unit_id == of.unit_id))
        .where(tables.Period.code == code, of.unit_id == unit)
    )
    row = session.execute(wanted).first()
    if row is None:
        raise _not_asked(find_period(session, code))
    return Stored(session, *row)


def _not_asked(period: tables.Period) -> MissingError:
    if period.state is PeriodState.PLANNED:
        return MissingError(f"Kỳ báo cáo {period.code} chưa mở.", "Hãy quay lại khi kỳ được mở.")
    return MissingError(
        f"Đơn vị không phải báo cáo trong kỳ {period.code}.",
        "Nếu đơn vị có nhiệm vụ phải báo cáo, hãy báo đầu mối cải cách hành chính.",
    )


def _rows(submission: tables.Submission) -> Select[tables.Row]:
    """Return the query for the rows of a submission, as they are by now."""
    wanted = select(tables.Row).where(tables.Row.submission_id == submission.id)
    return wanted.execution_options(populate_existing=True)


def _evidence(submission: tables.Submission) -> Select[tables.Evidence]:
    """Return the query for the files of a submission that were not taken away."""
    return (
        select(tables.Evidence)
        .join(tables.Row, tables.Row.id == tables.Evidence.row_id)
        .where(tables.Row.submission_id == submission.id, tables.Evidence.removed_at.is_(None))
        .order_by(tables.Evidence.id)
    )


def counting_dispatch(session: Session, submission: tables.Submission) -> tables.Dispatch | None:
    """Return what the office has of a unit: what it sent last and did not take back; None if nothing."""
    moment = submission.sent_at or submission.first_sent_at
    if moment is None:
        return None
    wanted = select(tables.Dispatch).where(
        tables.Dispatch.submission_id == submission.id, tables.Dispatch.sent_at == moment
    )
    return session.scalars(wanted.order_by(tables.Dispatch.round.desc())).first()


def last_typed(session: Session, subject: Subject, unit: str) -> Mapping[RowName, Typed]:
    """Return what a unit sent for the nearest period before, as it would be typed; empty if it sent none.

    Where it said nothing of a row, what units said that it has taken over from stands there.
    """
    before = [one.id for one in subject.organisation.units if one.successor == unit]
    sent = (last_sent(session, subject, one) for one in (*before, unit))
    return {name: typed for one in sent if one for name, typed in as_typed(one).items()}


def last_sent(session: Session, subject: Subject, unit: str) -> Submission | None:
    """Return what a unit sent for the nearest period before; None if it sent nothing."""
    for period in previous_of(subject.period.period):
        wanted = (
            select(tables.Submission)
            .join(tables.Period, tables.Period.id == tables.Submission.period_id)
            .where(tables.Period.code == str(period), tables.Submission.unit_id == unit)
        )
        submission = session.scalar(wanted)
        sent = counting_dispatch(session, submission) if submission else None
        if sent:
            return Submission.model_validate(sent.data)
    return None


def evidence_view(file: tables.Evidence, names: Mapping[int | None, str]) -> EvidenceView:
    """Return a file as it is shown."""
    by = names.get(file.made_by, "")
    return EvidenceView(file.id, file.name, file.media_type, file.size, file.sha256, file.made_at, by)


def dispatch_view(session: Session, sent: tables.Dispatch) -> DispatchView:
    """Return what was sent as it is shown."""
    return DispatchView(sent.code, sent.round, sent.sha256, sent.sent_at, who(session, sent.sent_by))
