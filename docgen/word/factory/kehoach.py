"""The template of a plan (kế hoạch, Mẫu 1.4): head, title, body, closing, appendices."""

from docgen.documents.base import PLAIN_KINDS
from docgen.word.factory import frame, markup
from docgen.word.factory.appendix import appendices
from docgen.word.factory.body import body


def document_xml() -> str:
    """Return the whole part document.xml."""
    parts = (
        frame.head(),
        frame.title(),
        body(PLAIN_KINDS),
        frame.closing(frame.recipients()),
        frame.section_end(),
        appendices(),
    )
    return markup.root("w:document", f"<w:body>{''.join(parts)}{frame.section()}</w:body>")
