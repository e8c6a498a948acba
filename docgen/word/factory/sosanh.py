"""The template of a comparison paper, on lying pages: head, title, opening, table, signature."""

from docgen.documents.compared import ComparisonColumns
from docgen.rules import length
from docgen.word.factory import frame, markup
from docgen.word.factory.appendix import table_properties
from docgen.word.factory.markup import cell, paragraph, row, runs_of, table, tag, text

COLUMNS = tuple(field.alias or name for name, field in ComparisonColumns.model_fields.items())


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
    rows = (
        row(*(cell(_width(name), _heading(name), centred=True) for name in COLUMNS), repeated=True),
        _control("{%tr for dong in cac_dong %}"),
        _control('{%tr if dong.loai == "nhom" %}'),
        row(_whole(text("HangPhan", "{{ dong.vi_tri }}"))),
        _control('{%tr elif dong.loai == "dong_dai" %}'),
        row(*_place(), split=True),
        _control("{%tr else %}"),
        row(*_place()),
        _control("{%tr endif %}"),
        _control("{%tr endfor %}"),
    )
    return table((_width(name) for name in COLUMNS), *rows, properties=table_properties())


def _heading(name: str) -> str:
    return text("TieuDeBang", f"{{{{ cot.{name} }}}}")


def _place() -> tuple[str, ...]:
    """Return the cells of a place: where, old words, new words, why with what is still to be decided."""
    content = (
        text("OGiua", "{{ dong.stt }}"),
        text("OBang", "{{ dong.vi_tri }}"),
        *(paragraph("OBang", *runs_of(f"dong.{name}")) for name in COLUMNS[2:]),
    )
    return tuple(cell(_width(name), words) for name, words in zip(COLUMNS, content, strict=True))


def _control(words: str) -> str:
    """Return a row that holds only a template tag; it vanishes when filled."""
    return row(_whole(tag(words)))


def _whole(content: str) -> str:
    return cell(sum(map(_width, COLUMNS)), content, span=len(COLUMNS))


def _width(name: str) -> int:
    return length(f"comparison.{name}").twips
