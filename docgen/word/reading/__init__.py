"""A Word file → its words: paragraphs, tables and sections with effective formatting and their XML nodes.

`read_document(package)` is for those who judge, mend or understand a file; the page description of `pdf` is
for those who print it. Both settle tracked changes, choose among alternatives, span tables and count lists by
what stands here. `document` holds the values; `sections`, `blocks`, `spans` and `drawings` read them.
"""

from docgen.word.reading.changes import Changes
from docgen.word.reading.document import (
    BODY,
    COLUMN_BREAK,
    FOOTER,
    HEADER,
    LINE_BREAK,
    PAGE_BREAK,
    TAB,
    TEXT_BOX,
    Block,
    Cell,
    Drawing,
    Numbered,
    Paragraph,
    Row,
    Section,
    Span,
    Story,
    Table,
    WordDocument,
)
from docgen.word.reading.sections import read_document

__all__ = [
    "BODY",
    "COLUMN_BREAK",
    "FOOTER",
    "HEADER",
    "LINE_BREAK",
    "PAGE_BREAK",
    "TAB",
    "TEXT_BOX",
    "Block",
    "Cell",
    "Changes",
    "Drawing",
    "Numbered",
    "Paragraph",
    "Row",
    "Section",
    "Span",
    "Story",
    "Table",
    "WordDocument",
    "read_document",
]
