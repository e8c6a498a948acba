"""The template of a letter (công văn, Mẫu 1.5): its words, then the table of what units owe."""

from docgen.documents.base import PLAIN_KINDS
from docgen.documents.reported import OwedColumns
from docgen.word.factory import frame, markup
from docgen.word.factory.appendix import entries, heading
from docgen.word.factory.body import body
from docgen.word.factory.grid import Grid, columns_of
from docgen.word.factory.markup import paragraph

_OWED = Grid(columns_of(OwedColumns), "owed", "bang.cot", centred=frozenset({"stt", "thoi_gian", "yeu_cau"}))


def document_xml() -> str:
    """Return the whole part document.xml."""
    parts = (
        frame.head(subject=True),
        frame.addressees(),
        body(PLAIN_KINDS),
        frame.closing(frame.recipients()),
        frame.section_end(),
        heading("bang"),
        _OWED.table(*entries(_OWED, "bang.cac_dong", _OWED.entry())),
        paragraph("HetPhan"),
    )
    return markup.root("w:document", f"<w:body>{''.join(parts)}{frame.section()}</w:body>")
