"""The template of a comparison paper, on lying pages: head, title, opening, table, signature."""

from docgen.documents.compared import ComparisonColumns
from docgen.word.factory import frame, markup
from docgen.word.factory.grid import Grid, columns_of
from docgen.word.factory.markup import paragraph, runs_of, tag, text

_PLACES = Grid(columns_of(ComparisonColumns), "comparison", "cot", centred=frozenset({"stt"}))


def document_xml() -> str:
    """Return the whole part document.xml."""
    parts = (
        frame.head(numbered=False, landscape=True),
        frame.attached("dau.ten", "dau.kem_theo", "TenLoai"),
        *(tag("{%p for doan in mo_dau %}"), text("NoiDung", "{{ doan }}"), tag("{%p endfor %}")),
        *(tag("{%p if cac_dong %}"), paragraph("TruocBang"), _table(), tag("{%p endif %}")),
        frame.closing(paragraph("NoiNhan"), landscape=True),
    )
    return markup.root("w:document", f"<w:body>{''.join(parts)}{frame.section(landscape=True)}</w:body>")


def _table() -> str:
    return _PLACES.table(
        _PLACES.control("{%tr for dong in cac_dong %}"),
        _PLACES.control('{%tr if dong.loai == "nhom" %}'),
        _PLACES.heading("vi_tri"),
        _PLACES.control('{%tr elif dong.loai == "dong_dai" %}'),
        _place(split=True),
        _PLACES.control("{%tr else %}"),
        _place(split=False),
        _PLACES.control("{%tr endif %}"),
        _PLACES.control("{%tr endfor %}"),
    )


def _place(*, split: bool) -> str:
    """Return the row of a place: where, old words, new words, why with what is still to be decided."""
    content = (
        text("OGiua", "{{ dong.stt }}"),
        text("OBang", "{{ dong.vi_tri }}"),
        *(paragraph("OBang", *runs_of(f"dong.{name}")) for name in _PLACES.names[2:]),
    )
    return _PLACES.entry(*content, split=split)
