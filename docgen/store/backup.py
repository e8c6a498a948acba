"""Everything that a database holds into one file, see `docgen.store.archive`."""

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import IO
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile

from sqlalchemy import select
from sqlalchemy.orm import Session

from docgen.errors import MissingError
from docgen.files import written_whole
from docgen.store import audit_chain, schema
from docgen.store.archive import (
    MANIFEST,
    Manifest,
    TableMark,
    checked,
    lines_of,
    mark,
    name_of,
    name_of_bytes,
)
from docgen.store.database import Store
from docgen.store.tables import Blob


def backup(store: Store, target: Path, now: datetime) -> Manifest:
    """Write all that a database holds at one moment to the file `target`; say what that is.

    The file is there once it has been read again and found whole. People may go on working meanwhile.

    Raises:
        ConflictError: the file cannot be written, or the database does not answer.
        MissingError: docgen has not kept anything in the database yet.

    """
    with store.reading() as session, written_whole(target) as file:
        with ZipFile(file, "w", ZIP_DEFLATED) as packed:
            _pack(session, packed, now)
        file.seek(0)
        return checked(file)


def _pack(session: Session, packed: ZipFile, now: datetime) -> None:
    step = schema.step_of(session.connection())
    if not step:
        raise MissingError("Cơ sở dữ liệu chưa có gì để sao lưu.", "Hãy kiểm tra lại địa chỉ cơ sở dữ liệu.")
    marks = _pack_tables(session, packed)
    _pack_bytes(session, packed)
    verdict = audit_chain.verify(session)
    manifest = Manifest(
        made_at=now,
        step=step,
        tables=marks,
        audit_entries=verdict.entries,
        audit_head=verdict.head,
        audit_fault=verdict.fault,
    )
    packed.writestr(MANIFEST, manifest.model_dump_json(indent=2))


def _pack_tables(session: Session, packed: ZipFile) -> dict[str, TableMark]:
    connection = session.connection()
    marks = {}
    for table in schema.tables_in(connection):
        with packed.open(name_of(table.name), "w", force_zip64=True) as file:
            marks[table.name] = mark(_copied(lines_of(connection, table), file))
    return marks


def _copied(lines: Iterator[bytes], file: IO[bytes]) -> Iterator[bytes]:
    for line in lines:
        file.write(line)
        yield line


def _pack_bytes(session: Session, packed: ZipFile) -> None:
    """Put files in as they are: those of Word and pictures are compressed already."""
    for digest in session.scalars(select(Blob.sha256).order_by(Blob.sha256)).all():
        data = session.scalars(select(Blob.data).where(Blob.sha256 == digest)).one()
        packed.writestr(name_of_bytes(digest), data, ZIP_STORED)
