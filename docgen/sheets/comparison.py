"""The comparison paper as a workbook: old | new | why, and what became of every task."""

from collections.abc import Iterator

from openpyxl import Workbook

from docgen.documents.base import Run
from docgen.documents.compared import ComparisonPaper, ComparisonRow, ComparisonRowKind
from docgen.model.comparison import Comparison, TaskFate
from docgen.sheets.cells import refuse_cut
from docgen.sheets.looks import empty_book
from docgen.sheets.packing import packed
from docgen.sheets.printed import PrintedTable

_PLACES, _TASKS = "So sánh", "Nhiệm vụ"
"""The names of the sheets."""

_PLACE_WIDTHS = ("stt", "vi_tri", "truoc", "sau", "ly_do")
_TASK_WIDTHS = ("stt", "sau", "vi_tri", "ly_do")


def write_comparison(paper: ComparisonPaper, comparison: Comparison) -> bytes:
    """Return the `paper` of a comparison as a workbook: the same bytes for the same paper.

    The first sheet is the table of the paper, the second has every task of last year's plan, those that
    stay as they are too, to be filtered by what becomes of them.

    Raises:
        InvalidInputError: a text is longer than Excel keeps.

    """
    book = empty_book()
    refuse_cut([*_write_places(book, paper), *_write_tasks(book, paper, comparison)])
    told, properties = paper.properties, book.properties
    properties.creator, properties.language = told.author, told.language
    properties.title, properties.subject = told.title, told.subject
    return packed(book, told.created)


def _write_places(book: Workbook, paper: ComparisonPaper) -> list[str]:
    """Write the table of the paper; return what is too long."""
    table = _begun(book, _PLACES, _PLACE_WIDTHS, paper)
    for text in paper.opening:
        table.line(text, "table_cell", centred=False)
    if paper.rows:
        table.headings([text for _, text in paper.columns])
    for row in paper.rows:
        if row.kind is ComparisonRowKind.GROUP:
            table.across(row.place)
        else:
            table.row(_cells(row))
    return table.problems


def _cells(row: ComparisonRow) -> tuple[tuple[Run, ...], ...]:
    return (Run(text=row.number),), (Run(text=row.place),), row.before, row.after, row.reason


def _write_tasks(book: Workbook, paper: ComparisonPaper, comparison: Comparison) -> list[str]:
    """Write what becomes of every task; return what is too long."""
    table = _begun(book, _TASKS, _TASK_WIDTHS, paper)
    columns = paper.columns
    table.headings(
        [columns.number, f"Nhiệm vụ năm {comparison.old_year}", columns.after, columns.reason],
    )
    for number, task in _numbered(comparison.fates):
        table.row([(Run(text=text),) for text in (number, task.text, task.fate, task.reason)], (0, 2))
    table.filter()
    return table.problems


def _numbered(fates: tuple[TaskFate, ...]) -> Iterator[tuple[str, TaskFate]]:
    """Yield the tasks with their numbers through the whole plan; sub-tasks are "5.1" below the fifth."""
    number = place = 0
    for task in fates:
        number, place = (number + 1, 0) if task.counted else (number, place + 1)
        yield f"{number}.{place}" if place else str(number), task


def _begun(book: Workbook, name: str, widths: tuple[str, ...], paper: ComparisonPaper) -> PrintedTable:
    """Return a table on a new sheet, with the title and the reference of the paper over it."""
    table = PrintedTable(book.create_sheet(name), [f"comparison.{width}" for width in widths])
    table.line(paper.head.title, "appendix_title")
    table.line(paper.head.reference, "appendix_reference")
    return table
