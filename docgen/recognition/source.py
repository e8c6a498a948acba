"""What comes in, whatever file it came from: lines and tables of text that know where they stand."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TypeAlias


@dataclass(eq=False, slots=True)
class Line:
    """One paragraph, cell or line of a source: its words, and where an officer finds them.

    `place` is "đoạn 12", "bảng 1, hàng 4, cột 2", "ô C14", "dòng 31" of a text.
    """

    text: str
    place: str


@dataclass(eq=False, slots=True)
class Cell(Line):
    """A cell: the column of the grid where it begins, from 0, and how many columns and rows it covers."""

    column: int = 0
    columns: int = 1
    rows: int = 1


@dataclass(eq=False, slots=True)
class Row:
    """A row of a table: the cells that begin in it; a cell from above that covers it stands there alone.

    `task` is the id of the task that it says it holds, which a copy of the row says as well; `header` tells
    that the file repeats it on every page.
    """

    cells: list[Cell]
    task: str = ""
    header: bool = False


@dataclass(eq=False, slots=True)
class Table:
    """A table: its rows in order, and where it stands ("bảng 1", "trang tính “Phụ lục”")."""

    rows: list[Row] = field(default_factory=list)
    place: str = ""

    @property
    def cells(self) -> Iterator[Cell]:
        """All cells, row by row."""
        return (cell for row in self.rows for cell in row.cells)


Block: TypeAlias = Line | Table


def lines_of(block: Block) -> Iterator[Line]:
    """Yield the cells of a table, or the line itself."""
    yield from block.cells if isinstance(block, Table) else (block,)
