"""What was done to many rows at once is undone for a short while, where nobody has written since."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta

from sqlalchemy import select

from docgen.errors import ConflictError
from docgen.office.desk import Desk
from docgen.office.submissions.keeping import keep_version
from docgen.office.submissions.saving import refuse_locked, title_of_row
from docgen.office.submissions.stored import Stored, stored_for_writing
from docgen.office.submissions.views import RowName
from docgen.office.who import who
from docgen.store import tables

UNDOABLE = timedelta(seconds=30)
"""How long something done to many rows can be undone."""


@dataclass(frozen=True)
class Undone:
    """How many rows say again what they said before; and of those that stay, what they are called and why."""

    count: int
    kept: tuple[str, ...]


def undo_many(desk: Desk, code: str, unit: str, versions: Mapping[RowName, int]) -> Undone:
    """Put rows that were changed together back to what they said before, as new versions.

    Args:
        desk: of whoever changed them.
        code: of the period.
        unit: the id of the unit.
        versions: of the rows, as that change left them.

    Raises:
        MissingError: there is no such row, or it is another's.
        ConflictError: it was done too long ago, or nothing may be written now.

    """
    stored = stored_for_writing(desk, code, unit)
    kept = [why for name, version in versions.items() if (why := _put_back(desk, stored, name, version))]
    return Undone(len(versions) - len(kept), tuple(kept))


def _put_back(desk: Desk, stored: Stored, name: RowName, version: int) -> str:
    """Put a row back to the version before; return why it stays as it is, "" where it does not."""
    row = stored.row(name)
    refuse_locked(desk, stored, row)
    changed, before = _version(desk, row, version), _version(desk, row, version - 1)
    if changed is None or row.version != version or (before is None and version > 1):
        return f"{title_of_row(stored, name)}: {who(desk.session, row.updated_by)} đã sửa sau đó."
    if desk.now - changed.made_at > UNDOABLE:
        raise ConflictError(
            f"Đã quá {UNDOABLE.seconds} giây nên không hoàn tác được nữa; các dòng giữ nguyên.",
            "Mở từng dòng để sửa; nội dung trước đó còn trong lịch sử của dòng.",
        )
    row.unchanged = before.unchanged if before else False
    keep_version(desk, row, before.data if before else {}, has_seen_last=False)
    return ""


def _version(desk: Desk, row: tables.Row, version: int) -> tables.RowVersion | None:
    wanted = select(tables.RowVersion).where(
        tables.RowVersion.row_id == row.id, tables.RowVersion.version == version
    )
    return desk.session.scalar(wanted)
