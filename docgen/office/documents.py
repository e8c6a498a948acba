"""Issued documents: frozen with their bytes, number and day, and all the data that they were made of."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import extract, select
from sqlalchemy.orm import Session, defer

from docgen.errors import ConflictError, InvalidInputError, MissingError
from docgen.language.dates import short_date
from docgen.language.text import fold, plain
from docgen.model.papers import PaperKind
from docgen.office.audit import record
from docgen.office.desk import Desk
from docgen.office.numbers import mark_issued
from docgen.office.who import who
from docgen.store import blobs, tables

_LIGHT = select(tables.Document).options(defer(tables.Document.snapshot))
"""Snapshots are large, and seldom asked for."""


@dataclass(frozen=True)
class Signed:
    """A document as it is signed: its number and day stand in it already.

    `symbol` is its number with the letters behind it ("45/BC-SNV"), `subject` what it is about; `snapshot` is
    all the data that it was made of, JSON. A plan says its `plan_id`, what is of a period its `period_id`.
    """

    kind: PaperKind
    subject: str
    symbol: str
    docx: bytes
    pdf: bytes
    snapshot: dict[str, Any]
    plan_id: int | None = None
    period_id: int | None = None


@dataclass(frozen=True)
class IssuedDocument:
    """A document that was issued; `docx` and `pdf` are the SHA-256 of its files.

    `audit_head` is the hash of the entry of the audit log that says so.
    """

    id: int
    kind: PaperKind
    subject: str
    symbol: str
    day: date
    number_id: int
    plan_id: int | None
    period_id: int | None
    docx: str
    pdf: str
    audit_head: str
    issued_at: datetime
    issued_by: str

    @property
    def name(self) -> str:
        """The name of its files, without their ends: "45-BC-SNV"."""
        return plain(self.symbol).replace("/", "-")


def issue(desk: Desk, signed: Signed, number_id: int, day: date) -> IssuedDocument:
    """Issue a document under a number that was taken for it; issued again it stays the same document.

    Raises:
        ConflictError: the number is used for another document, cancelled, or of another year.
        InvalidInputError: the day has not come yet, or the number is of another kind.
        MissingError: there is no such number.

    """
    if found := _under(desk.session, number_id):
        return _same(desk.session, found, signed, day)
    refuse_future(desk, day)
    number = mark_issued(desk, number_id, day.year)
    if number.kind is not signed.kind:
        raise InvalidInputError(
            f"Số {number.number} được cấp cho {number.kind.label.lower()},"
            f" không phải {signed.kind.label.lower()}.",
            "Hãy chọn số của đúng loại văn bản.",
        )
    row = tables.Document(
        kind=signed.kind,
        subject=signed.subject,
        number_id=number_id,
        symbol=signed.symbol,
        day=day,
        plan_id=signed.plan_id,
        period_id=signed.period_id,
        docx=blobs.keep(desk.session, signed.docx),
        pdf=blobs.keep(desk.session, signed.pdf),
        snapshot=signed.snapshot,
        issued_at=desk.now,
        issued_by=desk.actor.user_id,
    )
    row.audit_head = record(desk, "ban-hanh", f"van-ban/{signed.symbol}", docx=row.docx, pdf=row.pdf)
    desk.session.add(row)
    desk.session.flush()
    return _view(desk.session, row)


def refuse_future(desk: Desk, day: date) -> None:
    """Refuse a day of issue that has not come yet.

    Raises:
        InvalidInputError: it has not.

    """
    if day > desk.today:
        raise InvalidInputError(f"Ngày {short_date(day)} chưa tới.", "Hãy xem lại ngày ban hành.")


def documents(
    session: Session, words: str = "", kind: PaperKind | None = None, year: int | None = None
) -> list[IssuedDocument]:
    """Return documents, the newest first; of a kind, of a year of signing, with all `words`, if told.

    Words are found in symbol, subject, kind and day, with or without marks: "bao cao quy i".
    """
    wanted = _LIGHT.order_by(tables.Document.day.desc(), tables.Document.id.desc())
    if kind:
        wanted = wanted.where(tables.Document.kind == kind)
    if year:
        wanted = wanted.where(extract("year", tables.Document.day) == year)
    sought = _key(words).split()
    rows = (row for row in session.scalars(wanted) if all(word in _searched(row) for word in sought))
    return [_view(session, row) for row in rows]


def document(session: Session, document_id: int) -> IssuedDocument:
    """Return a document.

    Raises:
        MissingError: there is none such.

    """
    return _view(session, _row(session, document_id))


def document_of_period(session: Session, period_id: int, kind: PaperKind) -> IssuedDocument | None:
    """Return the document of a kind that was issued last on a period."""
    own = _LIGHT.where(tables.Document.period_id == period_id, tables.Document.kind == kind)
    row = session.scalars(own.order_by(tables.Document.id.desc())).first()
    return _view(session, row) if row else None


def documents_of_period(session: Session, period_id: int, kind: PaperKind) -> list[IssuedDocument]:
    """Return all documents of a kind that were issued on a period, the newest first."""
    own = _LIGHT.where(tables.Document.period_id == period_id, tables.Document.kind == kind)
    return [_view(session, row) for row in session.scalars(own.order_by(tables.Document.id.desc()))]


def document_of_plan(session: Session, plan_id: int) -> IssuedDocument | None:
    """Return the document as which a plan was issued; None while it is a draft."""
    own = _LIGHT.where(tables.Document.plan_id == plan_id, tables.Document.kind == PaperKind.PLAN)
    row = session.scalars(own.order_by(tables.Document.id.desc())).first()
    return _view(session, row) if row else None


def files_of(session: Session, document_id: int) -> dict[str, bytes]:
    """Return the files of a document by their names, letter for letter as they were issued.

    Raises:
        MissingError: there is no such document.

    """
    found = document(session, document_id)
    return {
        f"{found.name}.docx": blobs.bytes_of(session, found.docx),
        f"{found.name}.pdf": blobs.bytes_of(session, found.pdf),
    }


def snapshot_of(session: Session, document_id: int) -> dict[str, Any]:
    """Return all the data that a document was made of.

    Raises:
        MissingError: there is no such document.

    """
    return _row(session, document_id).snapshot


def _under(session: Session, number_id: int) -> tables.Document | None:
    return session.scalar(_LIGHT.where(tables.Document.number_id == number_id))


def _same(session: Session, row: tables.Document, signed: Signed, day: date) -> IssuedDocument:
    """Return a document that is issued once more; refuse another one under its number."""
    if (row.kind, row.symbol, row.snapshot, row.day) != (signed.kind, signed.symbol, signed.snapshot, day):
        raise ConflictError(
            f"Số, ký hiệu {row.symbol} đã dùng cho văn bản ban hành ngày {short_date(row.day)}:"
            f" {row.subject}.",
            "Hãy lấy số khác.",
        )
    return _view(session, row)


def _row(session: Session, document_id: int) -> tables.Document:
    row = session.scalar(_LIGHT.where(tables.Document.id == document_id))
    if row is None:
        raise MissingError("Không có văn bản này.", "Hãy mở lại danh sách văn bản.")
    return row


def _searched(row: tables.Document) -> str:
    return _key(f"{row.symbol} {row.kind.label} {row.subject} {short_date(row.day)}")


def _key(words: str) -> str:
    return plain(fold(words))


def _view(session: Session, row: tables.Document) -> IssuedDocument:
    return IssuedDocument(
        id=row.id,
        kind=row.kind,
        subject=row.subject,
        symbol=row.symbol,
        day=row.day,
        number_id=row.number_id,
        plan_id=row.plan_id,
        period_id=row.period_id,
        docx=row.docx,
        pdf=row.pdf,
        audit_head=row.audit_head,
        issued_at=row.issued_at,
        issued_by=who(session, row.issued_by),
    )
