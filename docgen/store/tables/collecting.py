"""What units owe and answer: periods, obligations, submissions, rows with history, comments, evidence."""

from datetime import date, datetime
from enum import StrEnum

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from docgen.model.collecting import PeriodState, SubmissionState
from docgen.model.obligation import Duty, Urgency
from docgen.store.tables.base import Base, Data
from docgen.store.tables.kinds import word


class Period(Base):
    """A period of a plan, with its days as they hold for it."""

    __tablename__ = "periods"

    id: Mapped[int] = mapped_column(primary_key=True)
    plan_id: Mapped[int] = mapped_column(ForeignKey("plans.id"), index=True)
    code: Mapped[str] = mapped_column(unique=True)
    """As it is written: "2025-Q1"."""
    state: Mapped[PeriodState] = mapped_column(word(PeriodState), default=PeriodState.PLANNED)
    opens: Mapped[date]
    data_from: Mapped[date]
    data_to: Mapped[date]
    unit_due: Mapped[date]
    due: Mapped[date]
    closes: Mapped[date]
    plan_version: Mapped[int | None]
    """The version of the plan that obligations were drawn up from; None before it opened."""
    pictured: Mapped[bool] = mapped_column(default=False)
    """Its report has the picture of how the tasks stand."""
    version: Mapped[int] = mapped_column(default=1)


class Obligation(Base):
    """One unit owes an answer on one task in one period, see `docgen.model.obligation`."""

    __tablename__ = "obligations"
    __table_args__ = (UniqueConstraint("period_id", "unit_id", "task"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    period_id: Mapped[int] = mapped_column(ForeignKey("periods.id"))
    unit_id: Mapped[str] = mapped_column(ForeignKey("units.id"))
    task: Mapped[str]
    duty: Mapped[Duty] = mapped_column(word(Duty))
    urgency: Mapped[Urgency] = mapped_column(word(Urgency))
    due: Mapped[date | None]


class Submission(Base):
    """What one unit sends for one period; there from the day that the period opens."""

    __tablename__ = "submissions"
    __table_args__ = (UniqueConstraint("period_id", "unit_id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    period_id: Mapped[int] = mapped_column(ForeignKey("periods.id"))
    unit_id: Mapped[str] = mapped_column(ForeignKey("units.id"), index=True)
    state: Mapped[SubmissionState] = mapped_column(word(SubmissionState), default=SubmissionState.DRAFT)
    rounds: Mapped[int] = mapped_column(default=0)
    """How often it was sent."""
    sent_at: Mapped[datetime | None]
    """When it was last sent."""
    first_sent_at: Mapped[datetime | None]
    """When it was first sent: that decides whether it is late."""
    sent_by: Mapped[int | None] = mapped_column(ForeignKey("users.id"))
    late_reason: Mapped[str] = mapped_column(default="")
    seen_at: Mapped[datetime | None]
    """When the office first opened what was sent; from then on the unit cannot take it back."""
    reviewed_at: Mapped[datetime | None]
    reviewed_by: Mapped[int | None] = mapped_column(ForeignKey("users.id"))
    return_reason: Mapped[str] = mapped_column(default="")
    version: Mapped[int] = mapped_column(default=1)


class RowKind(StrEnum):
    """What a row of a submission is about."""

    TASK = "nhiem_vu"
    """`key` is the id of a task, `data` a `docgen.model.outcome.Outcome`."""
    STATISTIC = "thong_ke"
    """`key` is the code of an indicator, `data` a `docgen.model.submission.Statistic`."""
    TEXT = "noi_dung"
    """`key` is a key of `docgen.model.submission.Submission` (kho_khan …), `data` {"noi_dung": …}."""


class Row(Base):
    """What a unit says of one thing; `version` counts changes, `data` is empty until something is said."""

    __tablename__ = "rows"
    __table_args__ = (UniqueConstraint("submission_id", "kind", "key"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    submission_id: Mapped[int] = mapped_column(ForeignKey("submissions.id"))
    kind: Mapped[RowKind] = mapped_column(word(RowKind))
    key: Mapped[str]
    data: Mapped[Data] = mapped_column(default=dict)
    unchanged: Mapped[bool] = mapped_column(default=False)
    """Taken over from the period before as it was."""
    returned: Mapped[bool] = mapped_column(default=False)
    """The office wants it mended; the last comment on it says why."""
    version: Mapped[int] = mapped_column(default=0)
    updated_at: Mapped[datetime | None]
    updated_by: Mapped[int | None] = mapped_column(ForeignKey("users.id"))


class RowVersion(Base):
    """A row as it once was; nothing of it ever changes."""

    __tablename__ = "row_versions"
    __table_args__ = (UniqueConstraint("row_id", "version"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    row_id: Mapped[int] = mapped_column(ForeignKey("rows.id"))
    version: Mapped[int]
    data: Mapped[Data]
    unchanged: Mapped[bool]
    made_at: Mapped[datetime]
    made_by: Mapped[int | None] = mapped_column(ForeignKey("users.id"))


class Dispatch(Base):
    """What was sent, frozen: `data` is `docgen.model.submission.Submission`, `sha256` is of its JSON."""

    __tablename__ = "dispatches"
    __table_args__ = (UniqueConstraint("submission_id", "round"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    submission_id: Mapped[int] = mapped_column(ForeignKey("submissions.id"))
    round: Mapped[int]
    code: Mapped[str] = mapped_column(unique=True)
    """What stands on the receipt: "BC-2025-Q1-van-phong-1"."""
    data: Mapped[Data]
    sha256: Mapped[str]
    sent_at: Mapped[datetime]
    sent_by: Mapped[int | None] = mapped_column(ForeignKey("users.id"))


class Comment(Base):
    """Something said about a submission, or about one row of it."""

    __tablename__ = "comments"

    id: Mapped[int] = mapped_column(primary_key=True)
    submission_id: Mapped[int] = mapped_column(ForeignKey("submissions.id"), index=True)
    row_id: Mapped[int | None] = mapped_column(ForeignKey("rows.id"), index=True)
    text: Mapped[str]
    made_at: Mapped[datetime]
    made_by: Mapped[int | None] = mapped_column(ForeignKey("users.id"))


class Evidence(Base):
    """A file that proves a row; what is taken away stays until nobody needs it."""

    __tablename__ = "evidence"

    id: Mapped[int] = mapped_column(primary_key=True)
    row_id: Mapped[int] = mapped_column(ForeignKey("rows.id"), index=True)
    name: Mapped[str]
    media_type: Mapped[str]
    size: Mapped[int]
    sha256: Mapped[str] = mapped_column(ForeignKey("blobs.sha256"))
    made_at: Mapped[datetime]
    made_by: Mapped[int | None] = mapped_column(ForeignKey("users.id"))
    removed_at: Mapped[datetime | None]


class LockException(Base):
    """A unit that may answer after a period has closed, until the end of a day, and why."""

    __tablename__ = "lock_exceptions"
    __table_args__ = (UniqueConstraint("period_id", "unit_id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    period_id: Mapped[int] = mapped_column(ForeignKey("periods.id"))
    unit_id: Mapped[str] = mapped_column(ForeignKey("units.id"))
    until: Mapped[date]
    reason: Mapped[str]
    made_at: Mapped[datetime]
    made_by: Mapped[int | None] = mapped_column(ForeignKey("users.id"))
