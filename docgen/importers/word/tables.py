"""Tables of a Word file as tables of text; the rows of tasks by the bookmarks that name them."""

from collections.abc import Iterator

from docgen.importers.word.lines import Lines
from docgen.recognition import source
from docgen.recognition.identity import copied, id_of
from docgen.word.ooxml import W
from docgen.word.reading import Cell, Paragraph, Row, Table, WordDocument


class Tables:
    """Reads the tables of one file.

    A row says which task it holds by its bookmark. The copy of a row says the same: LibreOffice leaves the
    bookmark in the empty row that one was cut out of, and names the row where it was pasted as a copy.
    """

    def __init__(self, document: WordDocument, lines: Lines) -> None:
        self._numbers = {
            id(inner): number
            for number, table in enumerate(document.tables, 1)
            for inner in (table, *_within(table))
        }
        self._lines = lines

    def read(self, table: Table) -> source.Table:
        """Return a table of the text."""
        place = f"bảng {self._numbers[id(table)]}"
        rows = [self._row(row, f"{place}, hàng {at}") for at, row in enumerate(table.rows, 1)]
        return source.Table(rows, place)

    def _row(self, row: Row, place: str) -> source.Row:
        cells = [self._cell(cell, place) for cell in row.cells]
        read = source.Row(cells, header=row.header)
        names = (node.get(f"{W}name", "") for node in row.node.iter(f"{W}bookmarkStart"))
        read.task = next(filter(None, (copied(name) or id_of(name) for name in names)), "")
        return read

    def _cell(self, cell: Cell, place: str) -> source.Cell:
        paragraphs = cell.paragraphs
        self._lines.take(paragraphs)
        words = "\n".join(filter(None, map(self._words, paragraphs)))
        around = self._lines.place(paragraphs[0]) if paragraphs and self._lines.of_text else place
        where = f"{around}, cột {cell.column + 1}"
        return source.Cell(words, where, cell.column, cell.columns, cell.rows)

    def _words(self, paragraph: Paragraph) -> str:
        label = f"{paragraph.numbered.text} " if paragraph.numbered else ""
        return self._lines.cleaned(label + paragraph.text)


def _within(table: Table) -> Iterator[Table]:
    """Yield the tables in the cells of a table, which are counted as that one."""
    for cell in table.cells:
        for block in cell.blocks:
            if isinstance(block, Table):
                yield from (block, *_within(block))
