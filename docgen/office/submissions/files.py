"""Files that prove a row: put to it, taken away, opened."""

from dataclasses import dataclass

from docgen.errors import MissingError, RefusedError
from docgen.office.desk import Desk
from docgen.office.submissions.saving import refuse_locked
from docgen.office.submissions.stored import (
    Stored,
    evidence_view,
    stored_for_reading,
    stored_for_writing,
)
from docgen.office.submissions.views import EvidenceView, RowName
from docgen.office.who import people
from docgen.services.evidence import MOST_FILES, Vetted
from docgen.store import tables
from docgen.store.blobs import bytes_of, keep


@dataclass(frozen=True)
class VettedFile:
    """A file that was looked through, and its bytes."""

    vetted: Vetted
    data: bytes


def attach(desk: Desk, code: str, unit: str, name: RowName, file: VettedFile) -> EvidenceView:
    """Put a file to a row; the same file again is there once.

    Raises:
        MissingError: there is no such row, or it is another's.
        ConflictError: nothing may be written now, or not in this row.
        RefusedError: the row has as many files as it may have.

    """
    stored = stored_for_writing(desk, code, unit)
    return put(desk, stored, stored.row(name), file.vetted, keep(desk.session, file.data))


def put(desk: Desk, stored: Stored, row: tables.Row, vetted: Vetted, sha256: str) -> EvidenceView:
    """Put a file whose bytes are kept already to a row; raises as `attach` does."""
    refuse_locked(desk, stored, row)
    there = stored.evidence.get(row.id, ())
    same = next((one for one in there if one.sha256 == sha256), None)
    if same is None and len(there) >= MOST_FILES:
        message = f"Mỗi dòng có tối đa {MOST_FILES} tệp minh chứng."
        raise RefusedError(message, "Hãy bỏ bớt tệp, hoặc gộp nhiều văn bản vào một tệp PDF.")
    return _view(desk, same or _added(desk, row, vetted, sha256))


def _added(desk: Desk, row: tables.Row, vetted: Vetted, sha256: str) -> tables.Evidence:
    file = tables.Evidence(
        row_id=row.id,
        name=vetted.name,
        media_type=vetted.media_type,
        size=vetted.size,
        sha256=sha256,
        made_at=desk.now,
        made_by=desk.actor.user_id,
    )
    desk.session.add(file)
    desk.session.flush()
    return file


def detach(desk: Desk, code: str, unit: str, evidence_id: int) -> None:
    """Take a file away from its row; what was sent with it keeps it.

    Raises:
        MissingError: there is no such file, or it is another's.
        ConflictError: nothing may be written now, or not in its row.

    """
    stored = stored_for_writing(desk, code, unit)
    row, file = _found(stored, evidence_id)
    refuse_locked(desk, stored, row)
    file.removed_at = desk.now
    desk.session.flush()


def evidence(desk: Desk, code: str, unit: str, evidence_id: int) -> tuple[EvidenceView, bytes]:
    """Return a file and its bytes.

    Raises:
        MissingError: there is no such file, or it is another's.

    """
    _, file = _found(stored_for_reading(desk, code, unit), evidence_id)
    return _view(desk, file), bytes_of(desk.session, file.sha256)


def _found(stored: Stored, evidence_id: int) -> tuple[tables.Row, tables.Evidence]:
    rows = {row.id: row for row in stored.rows.values()}
    files = {file.id: file for files in stored.evidence.values() for file in files}
    if evidence_id not in files:
        raise MissingError("Không còn tệp minh chứng này.", "Hãy tải lại trang nhập của đơn vị.")
    return rows[files[evidence_id].row_id], files[evidence_id]


def _view(desk: Desk, file: tables.Evidence) -> EvidenceView:
    return evidence_view(file, people(desk.session, [file.made_by]))
