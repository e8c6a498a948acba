"""Tables of a Word file as tables of text; the rows of tasks by the bookmarks that name them."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from docgen.importers.word.lines import Lines
from docgen.recognition import source
from docgen.recognition.identity import copied, id_of
from docgen.word.ooxml import W
from docgen.word.reading import Cell, Paragraph, Row, Table, WordDocument


class Tables:
    """Reads the tables of one file; a task has its identity once, whatever was copied."""

    def __init__(self, document: WordDocument, lines: Lines) -> None:
        self._numbers = {
            id(inner): number
            for number, table in enumerate(document.tables, 1)
            for inner in (table, *_within(table))
        }
        self._lines = lines
        self._holders: dict[str, _Holder] = {}

    def read(self, table: Table) -> source.Table:
        """Return a table of the text."""
        place = f"bảng {self._numbers[id(table)]}"
        rows = [self._row(row, f"{place}, hàng {at}") for at, row in enumerate(table.rows, 1)]
        return source.Table(rows, place)

    def _row(self, row: Row, place: str) -> source.Row:
        cells = [self._cell(cell, place) for cell in row.cells]
        read = source.Row(cells, header=row.header)
        self._identify(read, [node.get(f"{W}name", "") for node in row.node.iter(f"{W}bookmarkStart")])
        return read

    def _identify(self, row: source.Row, bookmarks: Sequence[str]) -> None:
        """Say which task a row holds, or is a copy of.

        LibreOffice leaves the bookmark in the empty row that a row was cut out of, and gives the row where it
        was pasted one with the name of a copy; a copy may stand above its original. Rows that say quite the
        same are told apart by their words later.
        """
        named = ((copied(name), id_of(name)) for name in bookmarks)
        copy, original = next(filter(any, named), ("", ""))
        if not (task := copy or original):
            return
        new, holder = _Holder(row, original=not copy), self._holders.get(task)
        if holder is not None and holder.rank > new.rank:
            row.copied = task
            return
        if holder is not None and holder.rank < new.rank:
            holder.row.task, holder.row.copied = "", task
        self._holders[task] = new
        row.task = task

    def _cell(self, cell: Cell, place: str) -> source.Cell:
        paragraphs = cell.paragraphs
        self._lines.take(paragraphs)
        words = "\n".join(filter(None, map(self._words, paragraphs)))
        line = self._lines.text_line(paragraphs[0]) if paragraphs else None
        where = f"{place}, cột {cell.column + 1}" if line is None else f"cột {cell.column + 1}"
        return source.Cell(words, where, line, cell.column, cell.columns, cell.rows)

    def _words(self, paragraph: Paragraph) -> str:
        label = f"{paragraph.numbered.text} " if paragraph.numbered else ""
        return self._lines.cleaned(label + paragraph.text)


class _Holder(NamedTuple):
    """A row that says it holds a task, under the task's own name or that of a copy."""

    row: source.Row
    original: bool

    @property
    def rank(self) -> tuple[bool, bool]:
        """Return what of two rows under one name the task itself has, to compare."""
        return any(cell.text for cell in self.row.cells), self.original


def _within(table: Table) -> Iterator[Table]:
    """Yield the tables in the cells of a table, which are counted as that one."""
    for cell in table.cells:
        for block in cell.blocks:
            if isinstance(block, Table):
                yield from (block, *_within(block))
