"""Wording a report by hand, place by place; what was worded is kept when the report is made again."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from docgen.documents.baocao import Passage
from docgen.errors import ConflictError, InvalidInputError, MissingError
from docgen.model.collecting import PeriodState
from docgen.model.figure import read
from docgen.model.text import clean
from docgen.office.audit import record
from docgen.office.conflicts import ChangedMeanwhileError
from docgen.office.desk import Desk
from docgen.office.reports.collected import snapshot
from docgen.office.reports.draft import DraftPassage, edit_of
from docgen.office.submissions.subject import find_period
from docgen.office.who import who
from docgen.store import tables


def passage(session: Session, code: str, place: str) -> Passage:
    """Return what the data say at a place that can be edited; to word that may take a second.

    Raises:
        MissingError: there is no such paragraph.

    """
    passages = snapshot(session, code).worded().passages
    found = next((one for one in passages if one.place == place and one.editable), None)
    if found is None:
        raise MissingError("Báo cáo không có đoạn này, hoặc đoạn này không sửa được.", "Hãy mở lại báo cáo.")
    return found


def edit(
    desk: Desk, code: str, place: str, text: str, version: int, written: Passage | None = None
) -> DraftPassage:
    """Word a paragraph of a report by hand; return it with what is doubtful in it.

    Args:
        desk: of whoever does it.
        code: of the period.
        place: of the paragraph, see `Passage`.
        text: what is to stand there; "" leaves it out, and what the data say takes the edit back.
        version: of the edit that was seen, 0 if there was none.
        written: the `passage` at the place, where it was looked up before anything is written.

    Raises:
        MissingError: there is no such paragraph.
        InvalidInputError: the text cannot be printed.
        ConflictError: the report is issued.
        ChangedMeanwhileError: somebody else has edited the paragraph.

    """
    row = _row(desk, code, place, version)
    written, words = written or passage(desk.session, code, place), _cleaned(text)
    if words == read(written.written):
        _drop(desk, code, row)
        return DraftPassage(written)
    return _write(desk, code, row, words, written)


def keep_mine(
    desk: Desk, code: str, place: str, version: int, written: Passage | None = None
) -> DraftPassage:
    """Let the words of an editor stand where the data say something else by now; raises as `edit` does."""
    row = _known(_row(desk, code, place, version))
    return _write(desk, code, row, row.text, written or passage(desk.session, code, place))


def take_new(desk: Desk, code: str, place: str, version: int) -> None:
    """Let a place say what the data say, or nothing where it is not there any more; raises as `edit` does."""
    _drop(desk, code, _known(_row(desk, code, place, version)))


def place_picture(desk: Desk, code: str, *, wanted: bool) -> None:
    """Let the picture of how the tasks stand be in a report, or not.

    Raises:
        MissingError: there is no such period.
        ConflictError: the report is issued.

    """
    period = _drafted(desk.session, code)
    if period.pictured is not wanted:
        period.pictured = wanted
        record(desk, "sua-bao-cao", f"bao-cao/{code}", hinh=wanted)


def _drafted(session: Session, code: str) -> tables.Period:
    """Return the period of a report that is not issued yet."""
    period = find_period(session, code)
    if period.state is PeriodState.ISSUED:
        raise ConflictError(f"Báo cáo kỳ {code} đã ban hành nên không sửa được nữa.")
    return period


def _row(desk: Desk, code: str, place: str, version: int) -> tables.ReportEdit:
    """Return the row of an edit in the version that was seen; a new one if there is none."""
    period = _drafted(desk.session, code)
    own = tables.ReportEdit.period_id == period.id, tables.ReportEdit.place == place
    row = desk.session.scalar(select(tables.ReportEdit).where(*own))
    if row is not None and row.version != version:
        raise ChangedMeanwhileError(
            who=who(desk.session, row.made_by),
            when=row.made_at,
            theirs=row.text,
            version=row.version,
            is_own=desk.actor.is_person(row.made_by),
        )
    if row is None and version:
        raise ConflictError(
            "Lời văn đã sửa ở đoạn này vừa được người khác bỏ.", "Hãy mở lại báo cáo rồi sửa tiếp."
        )
    return row or tables.ReportEdit(period_id=period.id, place=place, version=0)


def _known(row: tables.ReportEdit) -> tables.ReportEdit:
    if not row.version:
        raise MissingError("Đoạn này chưa có lời văn đã sửa.", "Hãy mở lại báo cáo.")
    return row


def _write(desk: Desk, code: str, row: tables.ReportEdit, text: str, passage: Passage) -> DraftPassage:
    before = row.text if row.version else read(passage.written)
    row.text, row.original, row.version = text, read(passage.written), row.version + 1
    row.made_at, row.made_by = desk.now, desk.actor.user_id
    desk.session.add(row)
    desk.session.flush()
    made = DraftPassage(passage.reworded(text), edit_of(desk.session, row))
    said = {"muc": made.where, "place": row.place, "before": before, "now": text}
    record(desk, "sua-bao-cao", f"bao-cao/{code}", **said)
    return made


def _drop(desk: Desk, code: str, row: tables.ReportEdit) -> None:
    if row.version:
        desk.session.delete(row)
        desk.session.flush()
        record(desk, "bo-sua-bao-cao", f"bao-cao/{code}", place=row.place, before=row.text)


def _cleaned(text: str) -> str:
    """Return a text on one line, as it is stored."""
    try:
        return " ".join(clean(text).split())
    except ValueError as problem:
        raise InvalidInputError(f"Lời văn {problem}.") from problem
