"""The page of a unit for a period: its rows as in the appendix, each with all that belongs to it."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from sqlalchemy import select

from docgen.model.collecting import Act, SubmissionState, after
from docgen.model.people import Role
from docgen.office.agency import second_approval
from docgen.office.desk import VIETNAM, Desk
from docgen.office.submissions.asking import Heading, asked_rows
from docgen.office.submissions.fields import STATUS
from docgen.office.submissions.stored import (
    Stored,
    counting_dispatch,
    dispatch_view,
    evidence_view,
    last_typed,
    stored_for_reading,
)
from docgen.office.submissions.understanding import Understood, errors
from docgen.office.submissions.views import (
    Asked,
    CommentView,
    Filling,
    Progress,
    RowFinding,
    RowGroup,
    RowName,
    RowView,
    Timing,
    Typed,
    UnitPage,
)
from docgen.office.who import people
from docgen.rules.working_days import WorkingDays
from docgen.store import tables
from docgen.store.tables import RowKind

_OF_UNIT = (Act.PROPOSE, Act.SUBMIT, Act.RECALL)
_OF_OFFICE = (Act.RETURN, Act.ACCEPT, Act.REOPEN)


def unit_page(desk: Desk, code: str, unit: str) -> UnitPage:
    """Return what a unit sees of a period; for reading alone.

    Raises:
        MissingError: there is no such period, the unit is not asked in it, or it is another's.

    """
    return page_of(desk, stored_for_reading(desk, code, unit))


def page_of(desk: Desk, stored: Stored) -> UnitPage:
    """Return the page of what is kept of a unit's answers."""
    page = _Page(desk, stored)
    submission = stored.submission
    sent = counting_dispatch(desk.session, submission)
    return UnitPage(
        period=stored.subject.period,
        unit=stored.unit,
        unit_name=stored.subject.unit_name(stored.unit),
        state=submission.state,
        timing=timing_of(stored, desk.today),
        editable=stored.is_editable(desk.today),
        groups=page.groups,
        progress=progress_of(row for group in page.groups for row in group.rows),
        acts=acts_of(desk, stored),
        second_approval=second_approval(desk.session),
        return_reason=submission.return_reason,
        late_reason=submission.late_reason,
        dispatch=dispatch_view(desk.session, sent) if sent else None,
        comments=page.comments[None],
    )


@dataclass(frozen=True)
class _Page:
    """Gathers what belongs to the rows of a submission."""

    desk: Desk
    stored: Stored

    @cached_property
    def groups(self) -> tuple[RowGroup, ...]:
        """The rows under their headings."""
        asked = asked_rows(self.stored.subject, self.stored.rows, owed(self.stored))
        return tuple(self._group(heading, rows) for heading, rows in asked)

    def _group(self, heading: Heading, rows: Iterable[Asked]) -> RowGroup:
        return RowGroup(heading.kind, heading.part, heading.title, tuple(map(self._row, rows)))

    def _row(self, asked: Asked) -> RowView:
        row = self.stored.rows[asked.name]
        findings = self._findings[asked.name]
        return RowView(
            asked=asked,
            typed=row.data,
            value=self._read[asked.name].value,
            findings=findings,
            last=self._last.get(asked.name, {}),
            filling=filling_of(asked.name, row.data, findings),
            unchanged=row.unchanged,
            returned=row.returned,
            editable=self.stored.may_write(row, self.desk.today),
            version=row.version,
            updated_at=row.updated_at,
            updated_by=self._names.get(row.updated_by, "") if row.updated_at else "",
            evidence=tuple(evidence_view(one, self._names) for one in self.stored.evidence.get(row.id, ())),
            comments=self.comments[asked.name],
        )

    @cached_property
    def _read(self) -> Mapping[RowName, Understood]:
        return self.stored.read(self.stored.rows)

    @cached_property
    def _findings(self) -> Mapping[RowName, tuple[RowFinding, ...]]:
        return self.stored.findings(self.desk.today, self._read)

    @cached_property
    def _last(self) -> Mapping[RowName, Typed]:
        return last_typed(self.desk.session, self.stored.subject, self.stored.unit)

    @cached_property
    def _said(self) -> list[tables.Comment]:
        wanted = select(tables.Comment).where(tables.Comment.submission_id == self.stored.submission.id)
        return [*self.desk.session.scalars(wanted.order_by(tables.Comment.id))]

    @cached_property
    def comments(self) -> Mapping[RowName | None, tuple[CommentView, ...]]:
        """What was said, by rows; of the whole under None."""
        names = {row.id: name for name, row in self.stored.rows.items()}
        found: dict[RowName | None, tuple[CommentView, ...]] = defaultdict(tuple)
        for one in self._said:
            name = names.get(one.row_id) if one.row_id else None
            found[name] += (CommentView(one.id, name, one.text, one.made_at, self._names[one.made_by]),)
        return found

    @cached_property
    def _names(self) -> Mapping[int | None, str]:
        files = (file.made_by for files in self.stored.evidence.values() for file in files)
        rows = (row.updated_by for row in self.stored.rows.values())
        return people(self.desk.session, (*files, *rows, *(one.made_by for one in self._said)))


def owed(stored: Stored) -> dict[str, tables.Obligation]:
    """Return what the unit owes in the period, by tasks."""
    wanted = select(tables.Obligation).where(
        tables.Obligation.period_id == stored.period.id, tables.Obligation.unit_id == stored.unit
    )
    return {one.task: one for one in stored.session.scalars(wanted)}


def filling_of(name: RowName, typed: Typed, findings: Iterable[RowFinding]) -> Filling:
    """Return how far a row is filled in."""
    if not typed:
        return Filling.EMPTY
    if name.kind is RowKind.TASK and not typed.get(STATUS):
        return Filling.PARTIAL
    return Filling.WRONG if errors(findings) else Filling.DONE


def progress_of(rows: Iterable[RowView]) -> Progress:
    """Return how many of the rows that must be answered are."""
    fillings = [row.filling for row in rows if row.asked.required]
    return Progress(
        done=fillings.count(Filling.DONE),
        total=len(fillings),
        partial=fillings.count(Filling.PARTIAL),
        wrong=fillings.count(Filling.WRONG),
    )


def timing_of(stored: Stored, today: date) -> Timing:
    """Return how a submission stands against the days of its period."""
    due, first = stored.period.unit_due, stored.submission.first_sent_at
    day = first.astimezone(VIETNAM).date() if first else today
    working = WorkingDays.of(stored.subject.calendar)
    return Timing(
        unit_due=due,
        until=stored.until,
        working_days=_working_days(working, today, due),
        late_days=max((day - due).days, 0),
        exception=stored.exception.reason if stored.exception else "",
    )


def _working_days(working: WorkingDays, today: date, due: date) -> int:
    """Return how many working days come after today, the due day with them."""
    days = (date.fromordinal(day) for day in range(today.toordinal() + 1, due.toordinal() + 1))
    return sum(map(working.is_working_day, days))


def acts_of(desk: Desk, stored: Stored) -> tuple[Act, ...]:
    """Return what whoever is at the desk can do with a submission as a whole now."""
    role, submission = desk.actor.role, stored.submission
    of_unit = _OF_UNIT if role.is_of_unit or role is Role.COORDINATOR else ()
    of_office = _OF_OFFICE if role is Role.COORDINATOR else ()
    return tuple(
        act
        for act in (*of_unit, *of_office)
        if after(submission.state, act) and is_allowed(desk, stored, act)
    )


def is_allowed(desk: Desk, stored: Stored, act: Act) -> bool:
    """Say whether an act is allowed now, where the state leads anywhere by it."""
    approves = second_approval(desk.session)
    if act is Act.PROPOSE:
        return approves and stored.is_open(desk.today)
    if act is Act.SUBMIT:
        return stored.is_open(desk.today) and not (approves and desk.actor.role is Role.REPORTER)
    if act is Act.RECALL:
        is_sent = stored.submission.state is SubmissionState.SENT
        return stored.is_open(desk.today) and not (is_sent and stored.submission.seen_at)
    if act is Act.RETURN:
        return stored.is_open(desk.today)
    return True
