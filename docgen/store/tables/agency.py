"""The agency, its units by date, and what it has settled."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import JSON, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from docgen.store.tables.base import Base, Data


class Organisation(Base):
    """The agency, one row; `data` is `docgen.model.organisation.Organisation` without its units."""

    __tablename__ = "organisations"

    id: Mapped[str] = mapped_column(primary_key=True)
    data: Mapped[Data]
    version: Mapped[int] = mapped_column(default=1)


class Unit(Base):
    """A unit; `data` is `docgen.model.naming.Unit`, the other columns are what is looked up of it."""

    __tablename__ = "units"

    id: Mapped[str] = mapped_column(primary_key=True)
    organisation_id: Mapped[str] = mapped_column(ForeignKey("organisations.id"))
    position: Mapped[int]
    name: Mapped[str]
    valid_from: Mapped[date | None]
    valid_to: Mapped[date | None]
    data: Mapped[Data]
    version: Mapped[int] = mapped_column(default=1)


class Setting(Base):
    """Something that the office has settled: calendar, forms of statistics, terms, second approval."""

    __tablename__ = "settings"

    name: Mapped[str] = mapped_column(primary_key=True)
    value: Mapped[Any] = mapped_column(JSON)
    version: Mapped[int] = mapped_column(default=1)
    updated_at: Mapped[datetime]
    updated_by: Mapped[int | None] = mapped_column(ForeignKey("users.id"))
