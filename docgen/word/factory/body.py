"""The body of a document: a loop over its paragraphs, one branch for every kind, each in its own style."""

from collections.abc import Iterable

from docgen.documents.base import ParagraphKind
from docgen.word.factory.markup import paragraph, run, runs_of, tag, text

_NUMBER = "{% if doan.so %}{{ doan.so }} {% endif %}"
_WHOLE = {
    ParagraphKind.SECTION: "DeMuc",
    ParagraphKind.TITLED_ITEM: "KhoanCoTieuDe",
    ParagraphKind.APPENDIX_POINTER: "ChiDan",
    ParagraphKind.CAPTION: "ChuThichHinh",
}
_MIXED = {
    ParagraphKind.LEGAL_BASIS: "CanCu",
    ParagraphKind.ITEM: "Khoan",
    ParagraphKind.POINT: "Diem",
    ParagraphKind.DASH: "Gach",
    ParagraphKind.TEXT: "NoiDung",
}
_LEADING = {ParagraphKind.TITLED_POINT: "Diem", ParagraphKind.LEAD_IN: "NoiDung"}
"""Paragraphs that never stand last on a page."""


def body(kinds: Iterable[ParagraphKind]) -> str:
    """Return the loop over the paragraphs of the `kinds` that a document has."""
    wanted = set(kinds)
    branches = [(kind, _plain(style)) for kind, style in _WHOLE.items() if kind in wanted]
    branches += [(kind, _with_emphasis(style)) for kind, style in _MIXED.items() if kind in wanted]
    branches += [
        (kind, _with_emphasis(style, "<w:keepNext/>")) for kind, style in _LEADING.items() if kind in wanted
    ]
    words = "".join(
        tag(f'{{%p {"elif" if place else "if"} doan.loai == "{kind}" %}}') + content
        for place, (kind, content) in enumerate(branches)
    )
    return f"{tag('{%p for doan in noi_dung %}')}{words}{tag('{%p endif %}')}{tag('{%p endfor %}')}"


def _plain(style: str) -> str:
    """Return a paragraph in one face: the style says it all."""
    return text(style, f"{_NUMBER}{{% for chu in doan.cac_chu %}}{{{{ chu.chu }}}}{{% endfor %}}")


def _with_emphasis(style: str, properties: str = "") -> str:
    """Return a paragraph whose words may be bold here and there."""
    return paragraph(style, run(_NUMBER), *runs_of("doan.cac_chu"), properties=properties)
