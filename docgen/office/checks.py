"""Files that somebody has brought to be checked: theirs alone, kept for a day."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import delete, or_, select

from docgen.errors import MissingError
from docgen.model.finding import Change, Finding, RuleFinding
from docgen.office.desk import Desk
from docgen.services.fix import MendedBytes
from docgen.services.looking import LookedAt, Mark, Shown
from docgen.services.page_pictures import Box
from docgen.store import tables
from docgen.store.blobs import bytes_of, forget, keep

KEPT_FOR = timedelta(days=1)
"""How long a file is kept that nobody takes away before."""
_FILE, _PDF, _MENDED = "kiem-tra", "kiem-tra/pdf", "kiem-tra/da-sua"
"""Kinds of uploads: a file, its pages, the file mended."""


@dataclass(frozen=True)
class CheckedFile:
    """A file and what was found in it, with its tracked changes "accepted" or taken back to the "original".

    `count` pages of `size` pixels; 0 where it cannot be laid out. `marks` are as in
    `docgen.services.looking.Shown`.
    """

    id: int
    name: str
    sha256: str
    made_at: datetime
    changes: str
    findings: tuple[RuleFinding, ...]
    notices: tuple[Finding, ...]
    count: int
    size: tuple[int, int]
    marks: Mapping[tuple[int, int], Mark]


@dataclass(frozen=True)
class MendedFile:
    """A file mended: what was changed in it, what is left for a person, and its name."""

    name: str
    changes: tuple[Change, ...]
    left: tuple[RuleFinding, ...]
    notices: tuple[Finding, ...]


def hold_file(desk: Desk, name: str, data: bytes, looked: LookedAt, changes: str) -> int:
    """Keep a file and what was found in it; return its id. What has been kept for too long goes."""
    forget_old(desk)
    row = _upload(desk, _FILE, name, data, _told(looked, changes))
    _hold_pages(desk, row, looked)
    return row.id


def judge_again(desk: Desk, file: int, looked: LookedAt, changes: str) -> None:
    """Keep what was found in a file with its tracked changes read otherwise.

    Raises:
        MissingError: whoever asks has no such file.

    """
    row = _row(desk, file)
    row.told = _told(looked, changes)
    _forget_parts(desk, file)
    _hold_pages(desk, row, looked)


def hold_mended(desk: Desk, file: int, mended: MendedBytes) -> None:
    """Keep a file mended.

    Raises:
        MissingError: whoever asks has no such file.

    """
    row = _row(desk, file)
    for old in _parts(desk, file, _MENDED):
        _forget(desk, old)
    told = {
        "of": file,
        "changes": [one.model_dump(mode="json") for one in mended.changes],
        "left": [one.model_dump(mode="json") for one in mended.left],
        "notices": [one.model_dump(mode="json") for one in mended.notices],
    }
    stem, dot, ending = row.name.rpartition(".")
    _upload(desk, _MENDED, f"{stem or ending}-da-sua{dot and dot + ending}", mended.data, told)


def held_files(desk: Desk) -> list[CheckedFile]:
    """Return the files of whoever asks, the newest first."""
    return [_checked(row) for row in desk.session.scalars(_own(desk, _FILE))]


def held_file(desk: Desk, file: int) -> CheckedFile:
    """Return a file and what was found in it.

    Raises:
        MissingError: whoever asks has no such file.

    """
    return _checked(_row(desk, file))


def file_bytes(desk: Desk, file: int) -> bytes:
    """Return the bytes of a file as it was brought.

    Raises:
        MissingError: whoever asks has no such file.

    """
    return bytes_of(desk.session, _row(desk, file).sha256)


def page_bytes(desk: Desk, file: int) -> bytes:
    """Return the PDF that shows the pages of a file.

    Raises:
        MissingError: whoever asks has no such file, or it has no pages.

    """
    return bytes_of(desk.session, _part(desk, file, _PDF).sha256)


def mended_file(desk: Desk, file: int) -> MendedFile:
    """Return what was mended in a file.

    Raises:
        MissingError: whoever asks has no such file, or it was not mended.

    """
    row = _part(desk, file, _MENDED)
    told = row.told
    return MendedFile(
        row.name,
        tuple(Change(**one) for one in told["changes"]),
        tuple(RuleFinding(**one) for one in told["left"]),
        tuple(Finding(**one) for one in told["notices"]),
    )


def mended_bytes(desk: Desk, file: int) -> bytes:
    """Return the bytes of a file mended.

    Raises:
        MissingError: whoever asks has no such file, or it was not mended.

    """
    return bytes_of(desk.session, _part(desk, file, _MENDED).sha256)


def forget_file(desk: Desk, file: int) -> None:
    """Take a file away, with all that was made of it.

    Raises:
        MissingError: whoever asks has no such file.

    """
    row = _row(desk, file)
    _forget_parts(desk, file)
    _forget(desk, row)


def forget_old(desk: Desk) -> int:
    """Take away what has been kept for too long, whosever it is; return how many files that were."""
    kinds = or_(*(tables.Upload.kind == kind for kind in (_FILE, _PDF, _MENDED)))
    old = select(tables.Upload).where(kinds, tables.Upload.made_at <= desk.now - KEPT_FOR)
    rows = desk.session.scalars(old).all()
    for row in rows:
        _forget(desk, row)
    return sum(row.kind == _FILE for row in rows)


def _told(looked: LookedAt, changes: str) -> dict[str, Any]:
    """Return what was found, as it is kept."""
    shown = looked.shown
    return {
        "changes": changes,
        "findings": [one.model_dump(mode="json") for one in looked.findings],
        "notices": [one.model_dump(mode="json") for one in looked.notices],
        "count": shown.count if shown else 0,
        "size": [*shown.size] if shown else [0, 0],
        "marks": _listed(shown) if shown else [],
    }


def _listed(shown: Shown) -> list[list[Any]]:
    return [[*at, mark.page, [[*box] for box in mark.boxes]] for at, mark in shown.marks.items()]


def _checked(row: tables.Upload) -> CheckedFile:
    told = row.told
    marks = {
        (number, at): Mark(page, tuple(Box(*box) for box in boxes))
        for number, at, page, boxes in told["marks"]
    }
    return CheckedFile(
        row.id,
        row.name,
        row.sha256,
        row.made_at,
        told["changes"],
        tuple(RuleFinding(**one) for one in told["findings"]),
        tuple(Finding(**one) for one in told["notices"]),
        told["count"],
        tuple(told["size"]),
        marks,
    )


def _hold_pages(desk: Desk, row: tables.Upload, looked: LookedAt) -> None:
    if looked.shown:
        _upload(desk, _PDF, row.name, looked.shown.pdf, {"of": row.id})


def _upload(desk: Desk, kind: str, name: str, data: bytes, told: dict[str, Any]) -> tables.Upload:
    row = tables.Upload(kind=kind, name=name, sha256=keep(desk.session, data), told=told)
    row.owner_id, row.made_at = desk.actor.user_id, desk.now
    desk.session.add(row)
    desk.session.flush()
    return row


def _own(desk: Desk, kind: str) -> Any:
    """Return what selects the files of whoever asks that are not too old."""
    return (
        select(tables.Upload)
        .where(
            tables.Upload.kind == kind,
            tables.Upload.owner_id == desk.actor.user_id,
            tables.Upload.made_at > desk.now - KEPT_FOR,
        )
        .order_by(tables.Upload.id.desc())
    )


def _row(desk: Desk, file: int) -> tables.Upload:
    row: tables.Upload | None = desk.session.scalar(_own(desk, _FILE).where(tables.Upload.id == file))
    if row is None:
        raise MissingError("Không còn tệp này để xem.", "Hãy chọn lại tệp cần kiểm tra.")
    return row


def _part(desk: Desk, file: int, kind: str) -> tables.Upload:
    _row(desk, file)
    if not (parts := _parts(desk, file, kind)):
        raise MissingError("Tệp này chưa có bản cần xem.", "Hãy mở lại kết quả kiểm tra của tệp.")
    return parts[0]


def _parts(desk: Desk, file: int, kind: str) -> list[tables.Upload]:
    """Return what was made of a file."""
    return [row for row in desk.session.scalars(_own(desk, kind)) if row.told["of"] == file]


def _forget_parts(desk: Desk, file: int) -> None:
    for kind in (_PDF, _MENDED):
        for row in _parts(desk, file, kind):
            _forget(desk, row)


def _forget(desk: Desk, row: tables.Upload) -> None:
    desk.session.execute(delete(tables.Upload).where(tables.Upload.id == row.id))
    forget(desk.session, row.sha256)
