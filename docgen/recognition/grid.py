"""Rows of a table read under its columns: what each says itself, and what reaches down into it from above."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from docgen.recognition.columns import COORDINATING, DEADLINE, LEAD, NUMBER, TEXT, Columns, said
from docgen.recognition.source import Cell, Row

_UNITS = {LEAD, COORDINATING}


@dataclass(eq=False)
class GridRow:
    """A row by its fields; `cells` are those of the row itself that say something.

    `own` are the same by their field, `above` the cells that reach into the row; `strange` are cells under
    columns that mean nothing known, with their heading, `across` cells over several fields.
    """

    row: Row
    columns: Columns
    cells: list[Cell]
    own: dict[str, list[Cell]] = field(default_factory=dict)
    above: dict[str, Cell] = field(default_factory=dict)
    strange: list[tuple[str, Cell]] = field(default_factory=list)
    across: list[Cell] = field(default_factory=list)

    @property
    def number(self) -> str:
        """What stands in the column of numbers."""
        return self.text(NUMBER)

    @property
    def bare(self) -> bool:
        """Whether nothing but a number and words stand in it."""
        return not self.strange and self.own.keys() <= {NUMBER, TEXT}

    @property
    def spanning(self) -> bool:
        """Whether its words stand in one cell over other columns."""
        return any(not {NUMBER, TEXT} >= {*self.columns.under(cell)} for cell in self.own.get(TEXT, ()))

    @property
    def answered(self) -> bool:
        """Whether somebody or some day is named in it, or reaches into it."""
        return any(name in self.own or name in self.above for name in (LEAD, DEADLINE))

    def text(self, name: str) -> str:
        """Return what the row itself says under a field."""
        return "\n".join(cell.text.strip() for cell in self.own.get(name, ()))


def _place(cell: Cell, row: GridRow) -> None:
    """Put a cell under its field, or with those that have none; units in a wide cell are both."""
    fields = row.columns.under(cell)
    if not fields:
        row.strange.append((row.columns.unknown.get(cell.column, ""), cell))
    elif TEXT in fields:
        row.own.setdefault(TEXT, []).append(cell)
    else:
        for name in fields if set(fields) == _UNITS else fields[:1]:
            row.own.setdefault(name, []).append(cell)
        if len(fields) > 1:
            row.across.append(cell)


class Grid:
    """The rows of one table under its columns, from the first to the last."""

    def __init__(self, columns: Columns) -> None:
        self.columns = columns
        self._reaching: list[tuple[Cell, int]] = []

    def read(self, row: Row) -> GridRow:
        """Return the next row by its fields."""
        cells = said(row)
        grid_row = GridRow(row, self.columns, cells)
        for cell in cells:
            _place(cell, grid_row)
        for cell in self._cells_from_above():
            for name in self.columns.under(cell):
                grid_row.above.setdefault(name, cell)
        self._reaching += ((cell, cell.rows - 1) for cell in cells if cell.rows > 1)
        return grid_row

    def _cells_from_above(self) -> Iterable[Cell]:
        """Return the cells that cover the next row, which is one row fewer for each."""
        reaching, self._reaching = self._reaching, []
        self._reaching = [(cell, left - 1) for cell, left in reaching if left > 1]
        return [cell for cell, _ in reaching]
