"""What the office looks at: a submission as it was sent, beside what was sent before."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select

from docgen.model.people import Role
from docgen.model.submission import Submission
from docgen.office.access import require_role
from docgen.office.desk import Desk
from docgen.office.submissions.fields import EVIDENCE, as_typed
from docgen.office.submissions.page import page_of
from docgen.office.submissions.stored import Stored, counting_dispatch, dispatch_view, stored_for_reading
from docgen.office.submissions.views import DispatchView, RowName, RowView, Typed, UnitPage
from docgen.store import tables


@dataclass(frozen=True)
class ReviewedRow:
    """A row as it was sent, and as it was sent the round before ("typed", both as they would be typed).

    What the unit is writing meanwhile is not in them; `row.last` is what it sent for the period before.
    """

    row: RowView
    sent: Typed
    round_before: Typed

    @property
    def is_new_since_period(self) -> bool:
        """Say whether it says something else than for the period before."""
        return bool(self.row.last) and _said(self.sent) != _said(self.row.last)

    @property
    def is_new_since_round(self) -> bool:
        """Say whether it says something else than the round before."""
        return _said(self.sent) != _said(self.round_before)


def _said(typed: Typed) -> Typed:
    """Return what a row says in words: files are looked at by themselves."""
    return {key: value for key, value in typed.items() if key != EVIDENCE}


@dataclass(frozen=True)
class Review:
    """A submission as the office looks at it; `rounds` are all that was sent, oldest first.

    Where the unit has sent nothing, or taken it back, the rows say nothing. `seen_at` is empty while nobody
    of the office has looked at what was sent.
    """

    page: UnitPage
    rows: tuple[ReviewedRow, ...]
    rounds: tuple[DispatchView, ...]
    seen_at: datetime | None

    def row(self, name: RowName) -> ReviewedRow | None:
        """Return a row; None where the unit is not asked it."""
        return next((one for one in self.rows if one.row.name == name), None)


def review(desk: Desk, code: str, unit: str) -> Review:
    """Return what a unit sent, for the office; for reading alone: `see` writes down that it was opened.

    Raises:
        MissingError: there is no such period, or the unit is not asked in it.

    """
    require_role(desk, Role.COORDINATOR, Role.LEADER, Role.CLERK, Role.ADMINISTRATOR)
    stored = stored_for_reading(desk, code, unit)
    page, rounds = page_of(desk, stored), _rounds(stored)
    counting = counting_dispatch(desk.session, stored.submission)
    before = [one for one in rounds if counting and one.round < counting.round]
    sent, last = _typed(counting), _typed(before[-1] if before else None)
    rows = tuple(ReviewedRow(row, sent.get(row.name, {}), last.get(row.name, {})) for row in page.rows)
    views = tuple(dispatch_view(desk.session, one) for one in rounds)
    return Review(page, rows, views, stored.submission.seen_at)


def _typed(dispatch: tables.Dispatch | None) -> dict[RowName, Typed]:
    return as_typed(Submission.model_validate(dispatch.data)) if dispatch else {}


def _rounds(stored: Stored) -> list[tables.Dispatch]:
    wanted = select(tables.Dispatch).where(tables.Dispatch.submission_id == stored.submission.id)
    return [*stored.session.scalars(wanted.order_by(tables.Dispatch.round))]
