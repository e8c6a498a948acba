"""Issuing the letter to late units: its number and day are written into it, what it was made of is frozen."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from pydantic import Field
from sqlalchemy.orm import Session

from docgen.documents.baocao import Issue
from docgen.documents.congvan import compose_reminder, letter_symbol
from docgen.documents.late import LateUnit, late_units
from docgen.errors import ConflictError, InvalidInputError
from docgen.language.dates import short_date
from docgen.model.collecting import PeriodState
from docgen.model.day import Day
from docgen.model.papers import PaperKind
from docgen.office import documents
from docgen.office.desk import Desk
from docgen.office.documents import IssuedDocument, Signed
from docgen.office.numbers import number_of
from docgen.office.reports.collected import snapshot
from docgen.office.reports.snapshot import Snapshot
from docgen.office.submissions.subject import find_period


@dataclass(frozen=True)
class PreparedLetter:
    """The letter to late units of a period with its number and day, made and not issued yet."""

    code: str
    number_id: int
    day: date
    signed: Signed


def late(session: Session, code: str, as_of: date) -> tuple[LateUnit, ...]:
    """Return the units that owed answers for a period on the evening of a day.

    Raises:
        MissingError: as `docgen.office.reports.draft` does.

    """
    return late_units(snapshot(session, code).until(as_of))


def issued_letters(session: Session, code: str) -> list[IssuedDocument]:
    """Return the letters that were issued on a period, the newest first."""
    return documents.documents_of_period(session, find_period(session, code).id, PaperKind.LETTER)


def letter_mark(session: Session, code: str, day: date) -> str:
    """Return what changes whenever the letter of a day would be another one."""
    return _bare(session, code).issued(0, day).content


def prepare_letter(session: Session, code: str, number_id: int, day: date) -> PreparedLetter:
    """Make the letter to the units that owed answers on the evening of the day on which it is signed.

    It takes seconds: where nothing is written; `issue_letter` then issues it.

    Raises:
        ConflictError: no unit owed anything.
        MissingError: as `docgen.office.reports.draft` does, or there is no such number.

    """
    number = number_of(session, number_id).number
    made = _bare(session, code).issued(number, day)
    results, files = made.until(day), made.letter(day)
    period = find_period(session, code)
    signed = Signed(
        kind=PaperKind.LETTER,
        subject=compose_reminder(results, day).properties.subject,
        symbol=letter_symbol(results, Issue(number, day)),
        docx=files[f"cong-van-don-doc-{code}.docx"],
        pdf=files[f"cong-van-don-doc-{code}.pdf"],
        snapshot=made.data(),
        plan_id=period.plan_id,
        period_id=period.id,
    )
    return PreparedLetter(code, number_id, day, signed)


def issue_letter(desk: Desk, prepared: PreparedLetter) -> IssuedDocument:
    """Issue a letter that was prepared; issued again it stays the same document.

    Raises:
        ConflictError: what units sent has changed since it was prepared, the report of the period is issued,
            or the number is used.
        InvalidInputError: the day has not come yet, is before the period opened, or the number is of another
            kind.

    """
    if number_of(desk.session, prepared.number_id).document_id is None:
        refuse_letter_day(desk, prepared.code, prepared.day)
        _refuse_changed(desk.session, prepared)
    return documents.issue(desk, prepared.signed, prepared.number_id, prepared.day)


def refuse_letter_day(desk: Desk, code: str, day: date) -> None:
    """Refuse a day on which no letter can be issued on a period, and any once its report is.

    Raises:
        ConflictError: the report of the period is issued, or no unit owed anything on that day.
        InvalidInputError: the day has not come yet, or is before the period opened.
        MissingError: there is no such period.

    """
    period = find_period(desk.session, code)
    if period.state is PeriodState.ISSUED:
        raise ConflictError(
            f"Báo cáo kỳ {code} đã ban hành nên không đôn đốc các đơn vị nữa.", "Hãy mở danh sách văn bản."
        )
    documents.refuse_future(desk, day)
    if day < period.opens:
        raise InvalidInputError(
            f"Ngày {short_date(day)} trước ngày mở kỳ báo cáo ({short_date(period.opens)}).",
            "Hãy xem lại ngày ban hành.",
        )
    if not late(desk.session, code, day):
        raise ConflictError(
            f"Đến hết ngày {short_date(day)} các đơn vị đã báo cáo đủ, không cần đôn đốc.",
            "Hãy xem lại ngày ban hành, hoặc mở bảng theo dõi của kỳ.",
        )


def letter_again(data: Mapping[str, Any]) -> dict[str, bytes]:
    """Return the files of an issued letter from its snapshot alone.

    Raises:
        ValidationError: it is not one of a letter.

    """
    made = _Issued.model_validate(data)
    return made.letter(made.day)


class _Issued(Snapshot):
    """What a letter was made of that has its number and day."""

    number: int = Field(alias="so")
    day: Day = Field(alias="ngay")


def _bare(session: Session, code: str) -> Snapshot:
    """Return what is in the store of a period, without what an editor has made of its report."""
    return snapshot(session, code).model_copy(update={"edits": {}, "pictured": False})


def _refuse_changed(session: Session, prepared: PreparedLetter) -> None:
    number = number_of(session, prepared.number_id).number
    if _bare(session, prepared.code).issued(number, prepared.day).data() != prepared.signed.snapshot:
        raise ConflictError(
            "Số liệu của các đơn vị vừa thay đổi nên chưa ban hành công văn.",
            "Hãy xem lại nơi nhận dưới đây rồi ban hành.",
        )
