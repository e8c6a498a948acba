"""Issued documents made again of what is frozen with them, and held against what was issued."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import PurePath
from typing import Any

from sqlalchemy.orm import Session

from docgen.model.organisation import Organisation
from docgen.model.papers import PaperKind
from docgen.model.plan import Plan
from docgen.office.documents import document, snapshot_of
from docgen.office.reports import recreated
from docgen.office.reports.letters import letter_again
from docgen.services.render import plan_files


@dataclass(frozen=True)
class MadeAgain:
    """A file of a document: its name, the SHA-256 of what was issued, and that of what is made of it now."""

    name: str
    kept: str
    made: str

    @property
    def is_same(self) -> bool:
        """Say whether both are the same, letter for letter."""
        return self.kept == self.made


def made_again(session: Session, document_id: int) -> tuple[MadeAgain, ...]:
    """Make the files of a document again, of its snapshot alone; it takes seconds: where nothing is written.

    Raises:
        MissingError: there is no such document.

    """
    found = document(session, document_id)
    files = _MAKERS[found.kind](snapshot_of(session, document_id))
    made = {PurePath(name).suffix: sha256(data).hexdigest() for name, data in files.items()}
    kept = {".docx": found.docx, ".pdf": found.pdf}
    return tuple(MadeAgain(found.name + ending, kept[ending], made[ending]) for ending in kept)


def _plan(data: Mapping[str, Any]) -> dict[str, bytes]:
    plan = Plan.model_validate(data["ke_hoach"])
    files, _ = plan_files(plan, Organisation.model_validate(data["co_quan"]))
    return {f"ke-hoach.{kind}": made for kind, made in files.items()}


_MAKERS: Mapping[PaperKind, Callable[[Mapping[str, Any]], dict[str, bytes]]] = {
    PaperKind.PLAN: _plan,
    PaperKind.REPORT: recreated,
    PaperKind.LETTER: letter_again,
}
"""What makes the files of a document of its snapshot."""
