"""The files of a report and of the letter to late units: made apart, kept until anything in them changes."""

from dataclasses import dataclass, field
from datetime import date
from pathlib import PurePath

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from docgen.model.papers import PaperKind
from docgen.office.desk import Desk
from docgen.office.documents import document_of_period, files_of
from docgen.office.reports.collected import snapshot
from docgen.office.reports.snapshot import Snapshot
from docgen.office.submissions.subject import find_period
from docgen.services.evidence import MEDIA_TYPES
from docgen.store import blobs, tables


@dataclass(frozen=True)
class Papers:
    """The files of a paper by their names; `content` is a hash of all that they were made of.

    `is_kept` says that they are in the store.
    """

    subject: str
    content: str
    files: dict[str, bytes]
    is_kept: bool = field(default=False, compare=False)


def report_papers(session: Session, code: str) -> Papers:
    """Make the files of the report of a period: DOCX, PDF, and the sources of its numbers (XLSX).

    Of an issued report Word file and PDF are those that were issued. It takes seconds: in a job, or where
    nothing is written. Raises as `draft` does.
    """
    made = snapshot(session, code)
    return Papers(_subject(code), made.content, made.files() | _issued(session, code))


def kept_papers(session: Session, code: str, made: Snapshot | None = None) -> Papers | None:
    """Return the files that are kept of the report of a period, if it would be `made` of the same by now."""
    content = (made or snapshot(session, code)).content
    files = _kept(session, _subject(code), content)
    return Papers(_subject(code), content, files, is_kept=True) if files else None


def keep_papers(desk: Desk, papers: Papers) -> None:
    """Keep files until something else is made of their subject."""
    desk.session.execute(delete(tables.Paper).where(tables.Paper.subject == papers.subject))
    for name, data in papers.files.items():
        paper = tables.Paper(subject=papers.subject, content=papers.content, name=name, made_at=desk.now)
        paper.media_type, paper.sha256 = MEDIA_TYPES[name.rpartition(".")[2]], blobs.keep(desk.session, data)
        desk.session.add(paper)
    desk.session.flush()


def letter(session: Session, code: str, as_of: date) -> dict[str, bytes]:
    """Make the letter to the units that still owed answers on the evening of a day: DOCX and PDF.

    Raises:
        ConflictError: no unit owed anything.
        MissingError: as `draft` does.

    """
    return snapshot(session, code).letter(as_of)


def letter_papers(session: Session, code: str, as_of: date) -> Papers:
    """Make the files of `letter`, to be kept; where they are kept, these. Raises as `letter` does."""
    subject, content = f"don-doc/{code}", f"{snapshot(session, code).content} {as_of}"
    kept = _kept(session, subject, content)
    return Papers(subject, content, kept or letter(session, code, as_of), is_kept=bool(kept))


def _kept(session: Session, subject: str, content: str) -> dict[str, bytes]:
    own = tables.Paper.subject == subject, tables.Paper.content == content
    rows = session.scalars(select(tables.Paper).where(*own).order_by(tables.Paper.name)).all()
    return {row.name: blobs.bytes_of(session, row.sha256) for row in rows}


def _issued(session: Session, code: str) -> dict[str, bytes]:
    """Return the Word file and the PDF of the report as they were issued; nothing of a draft."""
    found = document_of_period(session, find_period(session, code).id, PaperKind.REPORT)
    files = files_of(session, found.id) if found else {}
    return {f"bao-cao-{code}{PurePath(name).suffix}": data for name, data in files.items()}


def _subject(code: str) -> str:
    return f"bao-cao/{code}"
