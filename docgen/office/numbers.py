"""Numbers of documents: from the register that docgen keeps, or entered from the office's own by the clerk.

Numbers of a kind run through a year (Decree 30/2020/NĐ-CP, Điều 15, khoản 1). One that is taken stays: it is
issued, or cancelled with a reason, or shown as taken until then.
"""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, and_, func, select
from sqlalchemy.orm import Session

from docgen.errors import ConflictError, InvalidInputError, MissingError
from docgen.model.papers import NumberState, PaperKind, Register
from docgen.office.agency import setting, settle
from docgen.office.audit import record
from docgen.office.desk import Desk
from docgen.office.who import who
from docgen.store import tables

REGISTER = "so-van-ban"
"""The name of the setting that says which register an office uses."""
_LARGEST = 1_000_000
"""No office has so many documents of a kind in a year."""


@dataclass(frozen=True)
class TakenNumber:
    """A number that was taken; `symbol` and `subject` are those of its document, "" while there is none."""

    id: int
    kind: PaperKind
    year: int
    number: int
    register: Register
    state: NumberState
    taken_at: datetime
    taken_by: str
    reason: str = ""
    symbol: str = ""
    subject: str = ""
    document_id: int | None = None


def register(session: Session) -> Register:
    """Return where the office's numbers come from; its own register unless it has settled otherwise."""
    return Register(setting(session, REGISTER, Register.OFFICE))


def use_register(desk: Desk, wanted: Register) -> None:
    """Settle where numbers come from, from now on."""
    settle(desk, REGISTER, wanted.value)


def take_number(desk: Desk, kind: PaperKind, year: int) -> TakenNumber:
    """Take the next number of a kind from docgen's register; `year` is that of the day of signing.

    Raises:
        ConflictError: the office has a register of its own.

    """
    _require(desk.session, Register.BUILT_IN, "Hãy nhập số lấy từ sổ của cơ quan.")
    last = select(func.max(tables.Number.number)).where(_series(kind, year))
    return _take(desk, kind, year, (desk.session.scalar(last) or 0) + 1, Register.BUILT_IN)


def enter_number(desk: Desk, kind: PaperKind, year: int, number: int) -> TakenNumber:
    """Write down a number that the clerk has taken from the office's own register; as `take_number`.

    Raises:
        ConflictError: the number is used, or the office uses docgen's register.
        InvalidInputError: it is no number of a document.

    """
    _require(desk.session, Register.OFFICE, "Hãy lấy số tiếp theo từ sổ này.")
    if not 0 < number < _LARGEST:
        raise InvalidInputError(f"{number} không phải số văn bản.", "Hãy nhập số nguyên dương, ví dụ 45.")
    used = select(tables.Number).where(_series(kind, year), tables.Number.number == number)
    if found := desk.session.scalar(used):
        raise ConflictError(
            f"Số {number} của loại {kind.label} năm {year} đã có trong danh sách"
            f" ({found.state.label.lower()}).",
            "Hãy xem lại sổ của cơ quan và nhập số khác.",
        )
    return _take(desk, kind, year, number, Register.OFFICE)


def cancel(desk: Desk, number_id: int, reason: str) -> TakenNumber:
    """Cancel a number that was taken and not issued; it is never given again.

    Raises:
        MissingError: there is no such number.
        ConflictError: a document was issued under it.
        InvalidInputError: no reason is given.

    """
    row = _row(desk.session, number_id)
    told = reason.strip()
    if row.state is NumberState.ISSUED:
        raise ConflictError(
            f"Số {row.number} năm {row.year} đã phát hành nên không hủy được.",
            "Văn bản sai thì ban hành văn bản thay thế hoặc đính chính.",
        )
    if not told:
        raise InvalidInputError("Chưa nêu lý do hủy số.", "Hãy ghi lý do, ví dụ: văn bản không ban hành.")
    if row.state is NumberState.TAKEN:
        row.state, row.reason = NumberState.CANCELLED, told
        record(desk, "huy-so", _subject(row), reason=told)
    return _view(desk.session, row)


def mark_issued(desk: Desk, number_id: int, year: int) -> tables.Number:
    """Mark a number as that of a document that is signed in a year; return its row.

    Raises:
        MissingError: there is no such number.
        ConflictError: it is cancelled, is used, or is of another year.

    """
    row = _row(desk.session, number_id)
    if row.state is not NumberState.TAKEN:
        raise ConflictError(f"Số {row.number} năm {row.year} {row.state.label.lower()}.", "Hãy lấy số khác.")
    if row.year != year:
        raise ConflictError(
            f"Số {row.number} thuộc năm {row.year} mà ngày ký thuộc năm {year}.",
            "Hãy xem lại ngày ký, hoặc lấy số của năm ký.",
        )
    row.state = NumberState.ISSUED
    return row


def number_of(session: Session, number_id: int) -> TakenNumber:
    """Return a number.

    Raises:
        MissingError: there is none such.

    """
    row = session.execute(_WITH_DOCUMENTS.where(tables.Number.id == number_id)).first()
    if row is None:
        raise _missing()
    return _view(session, *row)


def numbers(session: Session, year: int, kind: PaperKind | None = None) -> list[TakenNumber]:
    """Return the numbers of a year, the newest of each kind first."""
    wanted = _WITH_DOCUMENTS.where(tables.Number.year == year)
    if kind:
        wanted = wanted.where(tables.Number.kind == kind)
    ordered = wanted.order_by(tables.Number.kind, tables.Number.number.desc())
    return [_view(session, *row) for row in session.execute(ordered)]


_WITH_DOCUMENTS = select(
    tables.Number, tables.Document.id, tables.Document.symbol, tables.Document.subject
).outerjoin(tables.Document, tables.Document.number_id == tables.Number.id)


def years(session: Session) -> list[int]:
    """Return the years that numbers are of, the newest first."""
    return list(session.scalars(select(tables.Number.year).distinct().order_by(tables.Number.year.desc())))


def open_numbers(session: Session, kind: PaperKind, year: int) -> list[TakenNumber]:
    """Return the numbers of a kind and year that are taken and not issued, the oldest first."""
    found = numbers(session, year, kind)
    return [one for one in reversed(found) if one.state is NumberState.TAKEN]


def _series(kind: PaperKind, year: int) -> ColumnElement[bool]:
    return and_(tables.Number.kind == kind, tables.Number.year == year)


def _take(desk: Desk, kind: PaperKind, year: int, number: int, source: Register) -> TakenNumber:
    row = tables.Number(kind=kind, year=year, number=number, register=source, state=NumberState.TAKEN)
    row.reason, row.taken_at, row.taken_by = "", desk.now, desk.actor.user_id
    desk.session.add(row)
    desk.session.flush()
    record(desk, "cap-so", _subject(row), register=source.value)
    return _view(desk.session, row)


def _require(session: Session, wanted: Register, remedy: str) -> None:
    used = register(session)
    if used is not wanted:
        raise ConflictError(f"Cơ quan đang dùng {used.label}.", remedy)


def _row(session: Session, number_id: int) -> tables.Number:
    row = session.get(tables.Number, number_id)
    if row is None:
        raise _missing()
    return row


def _missing() -> MissingError:
    return MissingError("Không có số văn bản này.", "Hãy mở lại sổ văn bản.")


def _subject(row: tables.Number) -> str:
    return f"so/{row.kind.value}/{row.year}/{row.number}"


def _view(
    session: Session,
    row: tables.Number,
    document_id: int | None = None,
    symbol: str | None = None,
    subject: str | None = None,
) -> TakenNumber:
    return TakenNumber(
        id=row.id,
        kind=row.kind,
        year=row.year,
        number=row.number,
        register=row.register,
        state=row.state,
        taken_at=row.taken_at,
        taken_by=who(session, row.taken_by),
        reason=row.reason,
        symbol=symbol or "",
        subject=subject or "",
        document_id=document_id,
    )
