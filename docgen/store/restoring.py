"""A backup back into an empty database, of the kind that it came from or the other; all of it or nothing."""

from itertools import islice
from pathlib import Path
from zipfile import ZipFile

from sqlalchemy import Column, Connection, Integer, Table, func, select
from sqlalchemy.orm import Session

from docgen.errors import ConflictError
from docgen.store import audit_chain, schema
from docgen.store.archive import BLOBS, Manifest, checked, marks_of, rows_from
from docgen.store.audit_chain import Verdict
from docgen.store.database import Store
from docgen.store.migrating import changing, migrate

_AT_ONCE = 200
"""Rows that are in memory together."""


def restore(file: Path, store: Store) -> Manifest:
    """Fill an empty database from a backup, make sure that it holds the same, and bring it up to date.

    Raises:
        InvalidInputError: the file is no backup, or broken.
        ConflictError: the database is not empty, the backup is of a newer docgen, or what came out of it is
            not what went in; nothing is kept.

    """
    manifest = checked(file)
    _refuse_newer(manifest)
    with changing(store) as connection, ZipFile(file) as packed:
        _refuse_used(connection)
        schema.take_steps(connection, manifest.step)
        for table in schema.tables_in(connection):
            _fill(connection, table, packed)
        _refuse_other(connection, manifest)
        migrate(connection, file)
        _refuse_other_log(connection, manifest)
    return manifest


def _refuse_newer(manifest: Manifest) -> None:
    if not schema.is_known(manifest.step):
        raise ConflictError(
            f"Bản sao lưu thuộc phiên bản docgen mới hơn (bước {manifest.step}).",
            "Hãy cài phiên bản docgen mới nhất rồi khôi phục lại.",
        )


def _refuse_used(connection: Connection) -> None:
    if schema.names_in(connection):
        raise ConflictError(
            "Cơ sở dữ liệu đích đã có dữ liệu; dữ liệu đó được giữ nguyên.",
            "Hãy khôi phục vào một cơ sở dữ liệu trống.",
        )


def _fill(connection: Connection, table: Table, packed: ZipFile) -> None:
    rows = rows_from(packed, table)
    while some := list(islice(rows, 1 if table.name == BLOBS else _AT_ONCE)):
        connection.execute(table.insert(), some)
    if connection.dialect.name == "postgresql" and isinstance(table.columns[0].type, Integer):
        _count_on(connection, table, table.columns[0])


def _count_on(connection: Connection, table: Table, key: Column[int]) -> None:
    """Let PostgreSQL number new rows behind those that are there; a key that it does not number it leaves."""
    counter = func.pg_get_serial_sequence(table.name, key.name)
    connection.execute(select(func.setval(counter, func.max(key))))


def _refuse_other(connection: Connection, manifest: Manifest) -> None:
    there = marks_of(connection)
    if other := [
        name for name in manifest.tables.keys() | there if there.get(name) != manifest.tables.get(name)
    ]:
        raise ConflictError(
            "Dữ liệu sau khi khôi phục không khớp với bản sao lưu; chưa có gì được ghi.",
            "Hãy gửi thông báo này cho bộ phận kỹ thuật.",
            (f"bảng {name}" for name in sorted(other)),
        )


def _refuse_other_log(connection: Connection, manifest: Manifest) -> None:
    with Session(connection) as session:
        verdict = audit_chain.verify(session)
    if verdict != Verdict(manifest.audit_entries, manifest.audit_head, manifest.audit_fault):
        raise ConflictError(
            "Nhật ký sau khi khôi phục không khớp với bản sao lưu; chưa có gì được ghi.",
            "Hãy gửi thông báo này cho bộ phận kỹ thuật.",
            (verdict.fault,),
        )
