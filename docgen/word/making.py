"""A Word file made: a template filled, and what was filled proved."""

from docgen.documents.base import PrintedDocument
from docgen.word.comments import as_draft
from docgen.word.filling import fill
from docgen.word.pictures import with_pictures
from docgen.word.proof import verify
from docgen.word.template import Template, load_template

__all__ = ["Template", "fill", "load_template", "make_docx", "verify"]


def make_docx(document: PrintedDocument, template: Template) -> bytes:
    """Return `document` as a Word file, filled into `template` and proved to hold every word of it.

    Raises:
        InvalidInputError: the template is broken, the document holds what Word cannot, or a word is missing.

    """
    filled = with_pictures(fill(template, document), document.pictures, document.printed_texts())
    data = as_draft(filled, document)
    verify(data, document)
    return data
