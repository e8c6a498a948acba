"""Plans, as documents with versions, and files on their way to become one."""

from datetime import datetime

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from docgen.model.papers import PlanState
from docgen.store.tables.base import Base, Data
from docgen.store.tables.kinds import word


class Plan(Base):
    """The plan of a year; `version` is that of its newest data."""

    __tablename__ = "plans"

    id: Mapped[int] = mapped_column(primary_key=True)
    year: Mapped[int] = mapped_column(unique=True)
    state: Mapped[PlanState] = mapped_column(word(PlanState), default=PlanState.DRAFT)
    version: Mapped[int]
    created_at: Mapped[datetime]


class PlanVersion(Base):
    """A plan as it once was: `data` is `docgen.model.plan.Plan`; nothing of it ever changes."""

    __tablename__ = "plan_versions"
    __table_args__ = (UniqueConstraint("plan_id", "version"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    plan_id: Mapped[int] = mapped_column(ForeignKey("plans.id"))
    version: Mapped[int]
    data: Mapped[Data]
    note: Mapped[str]
    """What was done, in Vietnamese."""
    made_at: Mapped[datetime]
    made_by: Mapped[int | None] = mapped_column(ForeignKey("users.id"))


class Upload(Base):
    """A file that a person brought, what was understood of it, and what is to become of it."""

    __tablename__ = "uploads"

    id: Mapped[int] = mapped_column(primary_key=True)
    kind: Mapped[str]
    """What it was brought for: "ke-hoach", "kiem-tra", "ket-qua"."""
    name: Mapped[str]
    sha256: Mapped[str] = mapped_column(ForeignKey("blobs.sha256"))
    told: Mapped[Data]
    owner_id: Mapped[int | None] = mapped_column(ForeignKey("users.id"))
    made_at: Mapped[datetime]
    used_at: Mapped[datetime | None]
