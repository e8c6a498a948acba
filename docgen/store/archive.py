"""The file of a backup: the same whichever database it comes from or goes to.

A zip with a file of JSON lines for each table ("bang/units.jsonl"), the bytes under their hashes ("tep/…")
and the manifest "noi-dung.json", which says what must be in it. Moments are written in UTC.
"""

import json
import zlib
from collections.abc import Iterator
from contextlib import suppress
from datetime import UTC, date, datetime
from hashlib import sha256
from pathlib import Path
from typing import Any, BinaryIO
from zipfile import BadZipFile, ZipFile

from pydantic import BaseModel, ValidationError
from sqlalchemy import Connection, Date, DateTime, LargeBinary, String, Table, select

from docgen.errors import InvalidInputError
from docgen.store.audit_chain import canonical
from docgen.store.schema import tables_in

MANIFEST = "noi-dung.json"
BLOBS = "blobs"
"""The table whose bytes are files of their own."""
_FORM = "docgen-sao-luu-1"
_AT_ONCE = 500
"""Rows that are in memory together."""
_BYTES = "tep/"
_BROKEN = BadZipFile, zlib.error, EOFError, KeyError, ValueError, NotImplementedError
"""What reading a zip raises that is no zip, is cut off, or has been changed."""


class TableMark(BaseModel, frozen=True):
    """How many rows a table has, and the SHA-256 of all of them."""

    rows: int
    sha256: str


class Manifest(BaseModel, frozen=True):
    """What a backup holds; `step` is that of the tables, see `docgen.store.schema`.

    The audit log has `audit_entries` sound entries, the last with the hash `audit_head`; `audit_fault` says
    what was wrong with it already.
    """

    form: str = _FORM
    made_at: datetime
    step: str
    tables: dict[str, TableMark]
    audit_entries: int
    audit_head: str
    audit_fault: str


def name_of(table: str) -> str:
    """Return the name of a table's file."""
    return f"bang/{table}.jsonl"


def name_of_bytes(digest: str) -> str:
    """Return the name of the file of bytes with a SHA-256."""
    return f"{_BYTES}{digest}"


def lines_of(connection: Connection, table: Table) -> Iterator[bytes]:
    """Yield the rows of a table, in the order of its key, as lines that are alike for both databases."""
    columns = [column for column in table.columns if not isinstance(column.type, LargeBinary)]
    rows = select(*columns).order_by(*_order(connection, table)).execution_options(yield_per=_AT_ONCE)
    for row in connection.execute(rows):
        told = {name: _written(value) for name, value in row._mapping.items()}  # noqa: SLF001  its public name
        yield f"{canonical(told)}\n".encode()


def _order(connection: Connection, table: Table) -> Iterator[Any]:
    """Yield the columns of the key; letters in the order of their codes, as SQLite has them."""
    for column in table.primary_key.columns:
        is_text = isinstance(column.type, String) and connection.dialect.name == "postgresql"
        yield column.collate("C") if is_text else column


def _written(value: object) -> object:
    if isinstance(value, datetime):
        return (value if value.tzinfo else value.replace(tzinfo=UTC)).astimezone(UTC).isoformat()
    return value.isoformat() if isinstance(value, date) else value


def rows_from(archive: ZipFile, table: Table) -> Iterator[dict[str, Any]]:
    """Yield the rows of a table's file, as the database takes them; bytes that are files of their own too."""
    with archive.open(name_of(table.name)) as lines:
        for line in lines:
            row = {name: _read(table.columns[name].type, value) for name, value in json.loads(line).items()}
            if table.name == BLOBS:
                row["data"] = archive.read(name_of_bytes(row["sha256"]))
            yield row


def _read(kind: object, value: Any) -> Any:
    if value is not None and isinstance(kind, DateTime):
        return datetime.fromisoformat(value)
    return date.fromisoformat(value) if value is not None and isinstance(kind, Date) else value


def marks_of(connection: Connection) -> dict[str, TableMark]:
    """Return the marks that the tables of a database would have in a backup."""
    return {table.name: mark(lines_of(connection, table)) for table in tables_in(connection)}


def mark(lines: Iterator[bytes]) -> TableMark:
    """Return how many lines there are, and the SHA-256 of all of them."""
    digest, rows = sha256(), 0
    for line in lines:
        digest.update(line)
        rows += 1
    return TableMark(rows=rows, sha256=digest.hexdigest())


def checked(file: BinaryIO | Path) -> Manifest:
    """Return what a backup says that it holds, having made sure that it does.

    Raises:
        InvalidInputError: it is no backup, or something of it is missing or broken: all of that.

    """
    try:
        with ZipFile(file) as archive:
            manifest = Manifest.model_validate_json(archive.read(MANIFEST))
            problems = [*_problems(archive, manifest)]
    except (*_BROKEN, ValidationError) as error:
        raise InvalidInputError(
            "Tệp này không phải bản sao lưu của docgen, hoặc đã hỏng.", "Hãy dùng một bản sao lưu khác."
        ) from error
    if problems:
        raise InvalidInputError("Bản sao lưu đã hỏng:", "Hãy dùng một bản sao lưu khác.", problems)
    return manifest


def _problems(archive: ZipFile, manifest: Manifest) -> Iterator[str]:
    """Yield what is not in a backup as its manifest says."""
    yield from (
        f"bảng {table} không còn nguyên vẹn"
        for table, expected in manifest.tables.items()
        if _mark_in(archive, table) != expected
    )
    there = {name.removeprefix(_BYTES) for name in archive.namelist() if name.startswith(_BYTES)}
    broken = (digest for digest in sorted(there) if _digest_in(archive, digest) != digest)
    yield from (f"tệp {digest} không còn nguyên vẹn" for digest in broken)
    yield from (f"thiếu tệp {digest}" for digest in sorted(_named(archive) - there))


def _mark_in(archive: ZipFile, table: str) -> TableMark | None:
    """Return the mark of a table's file; None where it is not there or cannot be unpacked."""
    with suppress(*_BROKEN), archive.open(name_of(table)) as lines:
        return mark(iter(lines))
    return None


def _digest_in(archive: ZipFile, digest: str) -> str | None:
    """Return the SHA-256 of bytes; None where they cannot be unpacked."""
    with suppress(*_BROKEN):
        return sha256(archive.read(name_of_bytes(digest))).hexdigest()
    return None


def _named(archive: ZipFile) -> set[str]:
    """Return the hashes of the bytes that the rows name; none where those cannot be read."""
    with suppress(*_BROKEN), archive.open(name_of(BLOBS)) as lines:
        return {json.loads(line)["sha256"] for line in lines}
    return set()
