"""Long work, what people are told, and requests that must not be done twice."""

from datetime import datetime

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from docgen.model.papers import JobState
from docgen.store.tables.base import Base, Data
from docgen.store.tables.kinds import word


class Job(Base):
    """A piece of long work; `id` is also that of its workflow. `result` names the files made, by hash."""

    __tablename__ = "jobs"

    id: Mapped[str] = mapped_column(primary_key=True)
    kind: Mapped[str]
    title: Mapped[str]
    """What is done, in Vietnamese."""
    parameters: Mapped[Data]
    state: Mapped[JobState] = mapped_column(word(JobState), default=JobState.WAITING, index=True)
    done: Mapped[int] = mapped_column(default=0)
    total: Mapped[int] = mapped_column(default=0)
    message: Mapped[str] = mapped_column(default="")
    result: Mapped[Data] = mapped_column(default=dict)
    owner_id: Mapped[int | None] = mapped_column(ForeignKey("users.id"), index=True)
    made_at: Mapped[datetime]
    started_at: Mapped[datetime | None]
    finished_at: Mapped[datetime | None]


class Notice(Base):
    """Something a person is told; `key` keeps it from being told twice."""

    __tablename__ = "notices"

    id: Mapped[int] = mapped_column(primary_key=True)
    user_id: Mapped[int] = mapped_column(ForeignKey("users.id"), index=True)
    key: Mapped[str] = mapped_column(unique=True)
    text: Mapped[str]
    link: Mapped[str]
    made_at: Mapped[datetime]
    read_at: Mapped[datetime | None]


class IdempotencyKey(Base):
    """An answer already given to a request: the same request with the same key gets it again."""

    __tablename__ = "idempotency_keys"

    owner: Mapped[str] = mapped_column(primary_key=True)
    key: Mapped[str] = mapped_column(primary_key=True)
    request: Mapped[str]
    """The hash of method, path and body: another request with the key is refused."""
    status: Mapped[int]
    body: Mapped[str]
    headers: Mapped[Data]
    made_at: Mapped[datetime]
