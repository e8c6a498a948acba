"""The template of a report (báo cáo, Mẫu 1.4): its words, then results on lying pages, then statistics."""

from docgen.documents.base import ParagraphKind
from docgen.documents.reported import ResultColumns, StatisticsColumns
from docgen.word.factory import frame, markup
from docgen.word.factory.appendix import entries, heading
from docgen.word.factory.body import body
from docgen.word.factory.grid import Grid, columns_of
from docgen.word.factory.markup import paragraph

_RESULTS = Grid(
    columns_of(ResultColumns),
    "results",
    "bang_ket_qua.cot",
    centred=frozenset({"stt", "thoi_gian", "tinh_trang"}),
)
_STATISTICS = Grid(
    columns_of(StatisticsColumns),
    "statistics",
    "bang_thong_ke.cot",
    centred=frozenset({"stt", "don_vi_tinh", "so_lieu", "ky_truoc"}),
)


def document_xml() -> str:
    """Return the whole part document.xml."""
    parts = (
        frame.head(),
        frame.title(),
        frame.addressees(),
        body(ParagraphKind),
        frame.closing(frame.recipients()),
        frame.section_end(),
        heading("bang_ket_qua"),
        _RESULTS.table(*entries(_RESULTS, "bang_ket_qua.cac_dong", _task())),
        frame.section_end(landscape=True),
        heading("bang_thong_ke"),
        _STATISTICS.table(*_indicators()),
        paragraph("HetPhan"),
    )
    return markup.root("w:document", f"<w:body>{''.join(parts)}{frame.section()}</w:body>")


def _task() -> str:
    """Return the row of a task, which may go on overleaf if it is long."""
    return "".join(
        (
            _RESULTS.control("{%tr if dong.dai %}"),
            _RESULTS.entry(split=True),
            _RESULTS.control("{%tr else %}"),
            _RESULTS.entry(),
            _RESULTS.control("{%tr endif %}"),
        )
    )


def _indicators() -> tuple[str, ...]:
    return (
        _STATISTICS.control("{%tr for dong in bang_thong_ke.cac_dong %}"),
        _STATISTICS.control('{%tr if dong.loai == "bieu" %}'),
        _STATISTICS.numbered_heading("chi_tieu"),
        _STATISTICS.control("{%tr else %}"),
        _STATISTICS.entry(),
        _STATISTICS.control("{%tr endif %}"),
        _STATISTICS.control("{%tr endfor %}"),
    )
