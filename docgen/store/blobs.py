"""Bytes, kept once each under their SHA-256."""

from hashlib import sha256

from sqlalchemy import String, cast, delete, exists, select
from sqlalchemy.orm import Session

from docgen.errors import MissingError
from docgen.model.papers import JobState
from docgen.store.tables import Base, Blob, Job

_OPEN = (JobState.WAITING, JobState.RUNNING)
_NOTHING_ASKED = "{}"
"""Parameters of timed work, which makes no files."""


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
    pointing = (
        key.parent == name
        for table in Base.metadata.tables.values()
        for key in table.foreign_keys
        if key.target_fullname == "blobs.sha256"
    )
    may_make = cast(Job.parameters, String) != _NOTHING_ASKED
    told = cast(Job.result, String).contains(name) | (Job.state.in_(_OPEN) & may_make)
    if not any(session.scalar(select(exists().where(one))) for one in (*pointing, told)):
        session.execute(delete(Blob).where(Blob.sha256 == name))
