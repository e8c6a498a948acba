"""The audit log: who did what, each entry chained to the one before it by its hash."""

from datetime import datetime

from sqlalchemy.orm import Mapped, mapped_column

from docgen.store.tables.base import Base, Data


class AuditEntry(Base):
    """One act. Triggers keep entries from being changed or deleted; `hash` is of all else and `previous`."""

    __tablename__ = "audit_entries"

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    """Counts from 1 without a gap."""
    made_at: Mapped[datetime]
    actor: Mapped[str]
    """"nguoi-dung:3", "chuong-trinh:1" or "he-thong"."""
    action: Mapped[str]
    """"gui", "tra-lai", "cap-so" …"""
    subject: Mapped[str]
    """What it was done to: "bao-cao/2025-Q1/van-phong"."""
    detail: Mapped[Data]
    previous: Mapped[str]
    hash: Mapped[str] = mapped_column(unique=True)
