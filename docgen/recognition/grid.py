"""Rows of a table read under its columns: what each says itself, and what reaches down into it from above."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from docgen.recognition.columns import COORDINATING, DEADLINE, LEAD, NUMBER, TEXT, Columns, said
from docgen.recognition.source import Cell, Row

_UNITS = {LEAD, COORDINATING}


@dataclass(eq=False)
class GridRow:
    """A row by its fields.

    `own` are the cells that begin in it, `above` those that reach into it; `strange` are cells under columns
    that mean nothing known, with their column, `across` cells over several fields.
    """

    row: Row
    columns: Columns
    own: dict[str, list[Cell]] = field(default_factory=lambda: defaultdict(list))
    above: dict[str, Cell] = field(default_factory=dict)
    strange: list[tuple[str, Cell]] = field(default_factory=list)
    across: list[Cell] = field(default_factory=list)

    @property
    def cells(self) -> list[Cell]:
        """The cells of the row itself that say something."""
        return said(self.row)

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


def place_cell(grid_row: GridRow, cell: Cell) -> None:
    """Put a cell under its field, or with those that have none."""
    fields = [name for name in grid_row.columns.under(cell) if name != NUMBER] or [NUMBER]
    covered = grid_row.columns.under(cell)
    if not covered:
        grid_row.strange.append((grid_row.columns.unknown.get(cell.column, ""), cell))
        return
    wide = len(covered) > 1 and TEXT not in covered
    for name in fields if set(fields) <= _UNITS else fields[:1]:
        grid_row.own[TEXT if TEXT in covered else name].append(cell)
    if wide:
        grid_row.across.append(cell)


class Grid:
    """The rows of one table under its columns, from the first to the last."""

    def __init__(self, columns: Columns) -> None:
        self.columns = columns
        self._reaching: list[tuple[Cell, int]] = []

    def read(self, row: Row) -> GridRow:
        """Return the next row by its fields."""
        grid_row = GridRow(row, self.columns)
        for cell in said(row):
            place_cell(grid_row, cell)
        for cell in self._cells_from_above():
            for name in self.columns.under(cell):
                grid_row.above.setdefault(name, cell)
        self._reaching += ((cell, cell.rows - 1) for cell in said(row) if cell.rows > 1)
        return grid_row

    def _cells_from_above(self) -> Iterable[Cell]:
        """Return the cells that cover the next row, which is one row fewer for each."""
        reaching, self._reaching = self._reaching, []
        self._reaching = [(cell, left - 1) for cell, left in reaching if left > 1]
        return [cell for cell, _ in reaching]
