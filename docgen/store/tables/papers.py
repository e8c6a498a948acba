"""What is written and issued: bytes, edits of reports, documents, their numbers."""

from datetime import date, datetime

from sqlalchemy import CheckConstraint, ForeignKey, LargeBinary, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from docgen.model.papers import NumberState, PaperKind, Register
from docgen.store.tables.base import Base, Data
from docgen.store.tables.kinds import word


class Blob(Base):
    """Bytes, under their SHA-256."""

    __tablename__ = "blobs"

    sha256: Mapped[str] = mapped_column(primary_key=True)
    size: Mapped[int]
    data: Mapped[bytes] = mapped_column(LargeBinary, deferred=True)


class ReportEdit(Base):
    """A place of a period's report worded by hand: what docgen wrote there then, and what is to stand.

    Where docgen would write something else by now, the office must look at it again.
    """

    __tablename__ = "report_edits"
    __table_args__ = (UniqueConstraint("period_id", "place"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    period_id: Mapped[int] = mapped_column(ForeignKey("periods.id"))
    place: Mapped[str]
    original: Mapped[str]
    text: Mapped[str]
    version: Mapped[int] = mapped_column(default=1)
    made_at: Mapped[datetime]
    made_by: Mapped[int | None] = mapped_column(ForeignKey("users.id"))


class Paper(Base):
    """A preview: a file that can be made again. `content` is a hash of all that it comes from."""

    __tablename__ = "papers"
    __table_args__ = (UniqueConstraint("subject", "content", "name"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    subject: Mapped[str]
    """What it is of: "ke-hoach/2026", "bao-cao/2025-Q1"."""
    content: Mapped[str]
    name: Mapped[str]
    media_type: Mapped[str]
    sha256: Mapped[str] = mapped_column(ForeignKey("blobs.sha256"))
    made_at: Mapped[datetime]


class Number(Base):
    """A number of a document: unique for its kind and year; one that was taken stays, used or cancelled."""

    __tablename__ = "numbers"
    __table_args__ = (
        UniqueConstraint("kind", "year", "number"),
        CheckConstraint("number > 0", name="positive"),
        CheckConstraint("state != 'da_huy' OR reason != ''", name="cancelled_with_reason"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    kind: Mapped[PaperKind] = mapped_column(word(PaperKind))
    year: Mapped[int]
    number: Mapped[int]
    register: Mapped[Register] = mapped_column(word(Register))
    state: Mapped[NumberState] = mapped_column(word(NumberState), default=NumberState.TAKEN)
    reason: Mapped[str] = mapped_column(default="")
    taken_at: Mapped[datetime]
    taken_by: Mapped[int | None] = mapped_column(ForeignKey("users.id"))


class Document(Base):
    """An issued document, frozen: its bytes by hash, and the `snapshot` of all data it was made of."""

    __tablename__ = "documents"

    id: Mapped[int] = mapped_column(primary_key=True)
    kind: Mapped[PaperKind] = mapped_column(word(PaperKind))
    subject: Mapped[str]
    """Trích yếu."""
    number_id: Mapped[int] = mapped_column(ForeignKey("numbers.id"), unique=True)
    symbol: Mapped[str]
    """Số, ký hiệu: "05/KH-SNV"."""
    day: Mapped[date]
    plan_id: Mapped[int | None] = mapped_column(ForeignKey("plans.id"), index=True)
    period_id: Mapped[int | None] = mapped_column(ForeignKey("periods.id"), index=True)
    docx: Mapped[str] = mapped_column(ForeignKey("blobs.sha256"))
    pdf: Mapped[str] = mapped_column(ForeignKey("blobs.sha256"))
    snapshot: Mapped[Data]
    audit_head: Mapped[str]
    """The hash of the newest entry of the audit log when it was issued."""
    issued_at: Mapped[datetime]
    issued_by: Mapped[int | None] = mapped_column(ForeignKey("users.id"))
