"""Bytes, kept once each under their SHA-256."""

import re
from hashlib import sha256
from typing import Any

from sqlalchemy import Column, ColumnElement, String, cast, delete, exists, select
from sqlalchemy.orm import Session

from docgen.errors import MissingError
from docgen.model.papers import JobState
from docgen.store.tables import Base, Blob, Document, Job

_OPEN = (JobState.WAITING, JobState.RUNNING)
_NOTHING_ASKED = "{}"
"""Parameters of timed work, which makes no files."""
_NAME = re.compile(r"\b[0-9a-f]{64}\b")


def keep(session: Session, data: bytes) -> str:
    """Keep bytes, unless they are kept already; return their SHA-256 in hexadecimal."""
    name = sha256(data).hexdigest()
    if session.get(Blob, name) is None:
        session.add(Blob(sha256=name, size=len(data), data=data))
        session.flush()  # whatever points to them comes after
    return name


def bytes_of(session: Session, name: str) -> bytes:
    """Return the bytes with a SHA-256.

    Raises:
        MissingError: none such are kept.

    """
    data = session.scalar(select(Blob.data).where(Blob.sha256 == name))
    if data is None:
        raise MissingError(
            "Nội dung của tệp không còn trong cơ sở dữ liệu.", "Hãy báo quản trị khôi phục từ bản sao lưu."
        )
    return data


def forget(session: Session, name: str) -> None:
    """Let bytes go, unless something else is made of them: a file, what came of a job, or may come of one."""
    pointing = (column == name for column in _pointers())
    told = cast(Job.result, String).contains(name) | _may_make_files()
    if not any(session.scalar(select(exists().where(one))) for one in (*pointing, told)):
        session.execute(delete(Blob).where(Blob.sha256 == name))


def forget_unused(session: Session) -> int:
    """Let all bytes go that no row points to, and neither a job nor an issued document names.

    Nothing goes while a job is under way that may make files.

    Returns:
        How many went.

    """
    if session.scalar(select(exists().where(_may_make_files()))):
        return 0
    used = {name for column in _pointers() for name in session.scalars(select(column).distinct())}
    for told in (Job.result, Document.snapshot):
        used.update(
            name for text in session.scalars(select(cast(told, String))) for name in _NAME.findall(text)
        )
    unused = {*session.scalars(select(Blob.sha256))} - used
    for name in unused:
        session.execute(delete(Blob).where(Blob.sha256 == name))
    return len(unused)


def _pointers() -> list[Column[Any]]:
    """Return the columns of all tables that point to bytes."""
    keys = (key for table in Base.metadata.tables.values() for key in table.foreign_keys)
    return [key.parent for key in keys if key.target_fullname == "blobs.sha256"]


def _may_make_files() -> ColumnElement[bool]:
    return Job.state.in_(_OPEN) & (cast(Job.parameters, String) != _NOTHING_ASKED)
