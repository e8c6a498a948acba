"""Where the numbers of a report come from: one row for every number printed and each of its sources."""

from collections.abc import Iterator, Sequence

from docgen import rules
from docgen.documents.baocao import ComposedReport, TracedNumber
from docgen.model.figure import Source
from docgen.sheets.bulk import Plain
from docgen.sheets.looks import empty_book
from docgen.sheets.packing import packed
from docgen.sheets.printed import PrintedTable

_SHEET = _TITLE = "Bảng nguồn số liệu"
_COLUMNS = {
    "STT": "stt",
    "Chỗ trong báo cáo": "cho",
    "Câu (trích)": "cau",
    "Số": "so",
    "Ý nghĩa": "y_nghia",
    "Cách tính": "cach_tinh",
    "Nguồn": "nguon",
    "Dòng": "dong",
    "Tệp số liệu": "tep",
    "Nội dung đã báo": "da_bao",
}
_CENTRED = (0, 3)
_CUT = "…"
_UNSAID = Source("")


def write_trace(composed: ComposedReport) -> bytes:
    """Return the workbook of where the numbers of a report come from: the same bytes for the same report.

    A number that has several sources has a row for each, with the same order; it can be filtered by all.
    """
    book = empty_book()
    report = composed.report
    table = PrintedTable(
        book.create_sheet(_SHEET), [f"trace.{width}" for width in _COLUMNS.values()], wide=True
    )
    table.line(_TITLE.upper(), "appendix_title")
    table.line(f"(Kèm theo {report.properties.title})", "appendix_reference")
    table.headings([*_COLUMNS])
    rows = table.bulk([*_rows(composed.traced, [*report.printed_texts()])], _CENTRED)
    table.filter()
    told, properties = report.properties, book.properties
    properties.creator, properties.language = told.author, told.language
    properties.title, properties.subject = f"{_TITLE}: {told.title}", told.subject
    return packed(book, told.created, rows)


def _rows(numbers: Sequence[TracedNumber], texts: Sequence[str]) -> Iterator[tuple[Plain, ...]]:
    """Yield a row for every number and source; a number without any has one row."""
    for order, number in enumerate(numbers, 1):
        figure = number.figure
        said = excerpt(texts[number.position], number.start, number.start + len(number.text))
        known = order, number.place, said, number.text, figure.meaning, figure.formula
        for source in figure.sources or (_UNSAID,):
            yield *known, source.unit, source.row, source.submission, source.said


def excerpt(text: str, start: int, end: int) -> str:
    """Return what stands around the letters from `start` to `end` of a text, in whole words."""
    around = int(rules.figure("trace.excerpt").use)
    first, last = max(start - around, 0), min(end + around, len(text))
    if first:
        first = text.find(" ", first, start) + 1 or start
    if last < len(text):
        last = max(text.rfind(" ", end, last), end)
    return f"{_CUT if first else ''}{text[first:last].strip()}{_CUT if last < len(text) else ''}"
