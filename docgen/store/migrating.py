"""Bringing the tables of an older docgen to what this one needs, with a backup first and nothing lost."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

from sqlalchemy import Connection

from docgen.errors import ConflictError, InvalidInputError
from docgen.store import schema
from docgen.store.backup import backup
from docgen.store.database import WRITES, Store
from docgen.store.troubles import told_as_conflicts


def is_current(store: Store) -> bool:
    """Say whether the tables are those that this docgen needs."""
    with store.reading() as session:
        return schema.step_of(session.connection()) == schema.newest()


def upgrade(store: Store, backups: Path, now: datetime) -> Path | None:
    """Bring the tables to what this docgen needs; of two that begin at once the second finds it done.

    Args:
        store: the database, new and empty or of an older docgen.
        backups: the folder for the backup that is made before anything is changed.
        now: by which the backup is named.

    Returns:
        The backup; None where nothing was there that could be lost, or nothing was to be done.

    Raises:
        ConflictError: the database belongs to a newer docgen, or it did not work out; it is as it was before.
        InvalidInputError: it belongs to another program.

    """
    if is_current(store):
        return None
    with changing(store) as connection:
        step = schema.step_of(connection)
        _refuse_strange(connection, step)
        if step == schema.newest():
            return None
        saved = _back_up(store, backups, step, now) if step else None
        migrate(connection, saved)
    return saved


@contextmanager
def changing(store: Store) -> Iterator[Connection]:
    """Give a writing transaction in which tables may be rebuilt, though others point to them.

    SQLite deletes what points to a table when that is dropped in order to be rebuilt: foreign keys are off.
    Whoever asks looks through them at the end (`schema.orphans_in`).
    """
    with told_as_conflicts(), store.engine.connect() as connection:
        if store.is_sqlite:
            connection.connection.cursor().execute("PRAGMA foreign_keys=OFF")
        try:
            with connection.execution_options(**{WRITES: True}).begin():
                yield connection
        finally:
            connection.invalidate()  # it must not come back without foreign keys


def _refuse_strange(connection: Connection, step: str) -> None:
    if not step and schema.names_in(connection):
        raise InvalidInputError(
            "Cơ sở dữ liệu này không phải của docgen: đã có bảng của chương trình khác.",
            "Hãy chỉ ra một cơ sở dữ liệu trống hoặc cơ sở dữ liệu của docgen.",
        )
    if step and not schema.is_known(step):
        raise ConflictError(
            f"Cơ sở dữ liệu thuộc phiên bản docgen mới hơn (bước {step}).",
            "Hãy cài phiên bản docgen mới nhất rồi chạy lại; dữ liệu giữ nguyên.",
        )


def _back_up(store: Store, folder: Path, step: str, now: datetime) -> Path:
    path = folder / f"truoc-nang-cap-{step}-{now:%Y%m%d-%H%M%S}.zip"
    backup(store, path, now)
    return path


def migrate(connection: Connection, saved: Path | None) -> None:
    """Take all steps that are left, in a transaction of `changing`.

    Raises:
        ConflictError: one failed or lost rows; it says where they are `saved`, and nothing must be kept.

    """
    if schema.step_of(connection) == schema.newest():
        return
    before = schema.rows_in(connection)
    try:
        schema.take_steps(connection, "head")
        _refuse_loss(connection, before)
    except Exception as error:
        raise ConflictError(
            f"Nâng cấp cơ sở dữ liệu không thành; dữ liệu giữ nguyên như trước. Lý do: {error}",
            f"Bản sao lưu: “{saved}”. Hãy gửi thông báo này cho bộ phận kỹ thuật." if saved else "",
        ) from error


class _LostRowsError(Exception):
    """Steps have lost rows, or left some that point to nothing."""


def _refuse_loss(connection: Connection, before: Mapping[str, int]) -> None:
    after = schema.rows_in(connection)
    if lost := [name for name, rows in before.items() if after.get(name, 0) < rows]:
        raise _LostRowsError(f"mất dòng trong bảng {', '.join(lost)}")
    if orphans := schema.orphans_in(connection):
        raise _LostRowsError(f"liên kết hỏng trong bảng {', '.join(orphans)}")
