"""Plan to Document: every word that will be printed, worded and numbered.

`DOCUMENT_TYPES` is the catalogue: adding a document type is adding one module and one line.
"""

from collections.abc import Callable
from dataclasses import dataclass

from docgen.documents import kehoach, sosanh
from docgen.documents.base import Document, PrintedDocument
from docgen.documents.compared import ComparisonPaper
from docgen.documents.reported import LETTER, REPORT, Letter, Report
from docgen.model.organisation import Organisation
from docgen.model.plan import Plan

__all__ = ["DOCUMENT_TYPES", "PRINTED", "Document", "DocumentType", "PrintedDocument"]


@dataclass(frozen=True)
class DocumentType:
    """A type of document: the name of its folder under `templates/`, and how a plan is worded as one."""

    name: str
    compose: Callable[[Plan, Organisation], Document]


DOCUMENT_TYPES = {
    "Kế hoạch": DocumentType(kehoach.NAME, kehoach.compose),
}
"""By the name of the type in Phụ lục III, as a file of data says it (`loai`)."""

PRINTED: dict[str, type[PrintedDocument]] = {
    kehoach.NAME: Document,
    sosanh.NAME: ComparisonPaper,
    REPORT: Report,
    LETTER: Letter,
}
"""What a template of each name prints (`loai_van_ban`); papers that no file of data is are here too."""
