"""Tables as strips: one for each row.

Horizontal rules take height of their own, as high as the thickest border that lies on them; vertical ones
stand astride the grid and take none.
"""

from dataclasses import dataclass, field, replace
from itertools import accumulate, takewhile
from math import floor

from docgen.pdf.description import Cell, NoteMark, Paragraph, Row, Table
from docgen.pdf.layout.contract import ENDLESS, SetBlocks, Stack, Strip, widest_line
from docgen.pdf.layout.turning import turned
from docgen.pdf.pages import Tag

_EPSILON = 0.01
_SHARES = 10_000
_TWIPS = 20


@dataclass(eq=False, slots=True)
class CellBox:
    """A cell that has been set: `x` from the left edge of the table, `width` between its grid lines."""

    cell: Cell
    x: float
    width: float
    stack: Stack
    tag: Tag | None
    rows: "list[RowStrip]" = field(default_factory=list)
    """The rows that it goes over."""
    is_cut: bool = False
    """Whether it goes on on the next page: then it is aligned at the top."""

    @property
    def left(self) -> float:
        """Where its text begins, from the left edge of the table."""
        return self.x + self.cell.margins.left


@dataclass(eq=False, slots=True)
class TableBox:
    """A table that has been set; `left` is where its grid begins in the column."""

    table: Table
    left: float
    keeps_heights: bool = False
    """Whether a row is not cut that is to be higher than the page's rest (Word 2013 and later)."""
    headers: "list[RowStrip]" = field(default_factory=list)


@dataclass(eq=False, slots=True)
class RowStrip:
    """One row, or the part of it on one page, from its upper rule on; `foot` is the rule below it.

    `boxes` begin in it, `through` began above. `inner` margins are those of all its cells.
    """

    table: TableBox
    row: Row
    index: int
    boxes: list[CellBox]
    rule: float
    foot: float
    margins: tuple[float, float]
    height: float = 0.0
    fits: float = 0.0
    space: float = 0.0
    above: float = 0.0
    before: float = 0.0
    kept: bool = False
    ends: bool = True
    break_before: str = ""
    through: list[CellBox] = field(default_factory=list)
    is_last: bool = False
    is_repeated: bool = False
    is_cut: bool = False
    """Whether cells go through it to the next page."""
    text_width: float = 0.0

    @property
    def notes(self) -> list[NoteMark]:
        """The notes whose marks stand in its cells; those of a repeated heading stood on its first page."""
        if self.is_repeated:
            return []
        return [note for box in self.boxes for note in box.stack.notes()]

    @property
    def is_heading(self) -> bool:
        """Whether it is repeated on each page."""
        return self.index < len(self.table.headers)

    def split(self, room: float) -> "tuple[Strip, Strip] | None":
        """Cut it so that the first part is not higher than `room`; None where nothing would stay."""
        return _split(self, room)

    def repeated(self) -> "RowStrip":
        """Return this heading as it stands on a page after the first."""
        return replace(self, is_repeated=True, space=0.0, kept=True, break_before="")

    def settle(self, height: float) -> None:
        """Take the height `height`, from the upper rule to the lower."""
        self.height = height + (self.foot if self.is_last else 0.0)
        self.fits = height + self.foot


@dataclass(frozen=True, slots=True)
class TableSetter:
    """Sets tables; `set_blocks` sets what stands in a cell."""

    set_blocks: SetBlocks
    edges_at_text: bool
    """Whether the edge of a table's border, not its middle, stands at the margin (Word 2013 and later)."""

    def set(self, table: Table, width: float, parent: Tag | None) -> list[RowStrip]:
        """Return the rows of a table in a column `width` points wide."""
        tag = None if parent is None or table.is_layout else parent.add("Table")
        holder = TableBox(table, self._left(table, width), self.edges_at_text)
        headers = len(list(takewhile(lambda row: row.header, table.rows)))
        headers = headers if headers < len(table.rows) else 0
        groups = (None, None) if tag is None else _groups(tag, headers)
        strips = [
            self._row(holder, index, row, parent if tag is None else groups[index >= headers], tag is None)
            for index, row in enumerate(table.rows)
        ]
        if strips:
            strips[-1].is_last = True
        holder.headers = strips[:headers]
        _span(strips)
        for strip in strips:
            strip.kept, strip.ends = strip.is_heading or _asks_for_next(strip.row), not strip.is_heading
        _settle(strips)
        return strips

    def _left(self, table: Table, width: float) -> float:
        spare = width - sum(table.columns)
        if table.align == "center":
            return spare / 2
        if table.align in {"right", "end"}:
            return spare
        edge = table.rows[0].cells[0].edges.left.width if table.rows and table.rows[0].cells else 0.0
        return table.left + (edge / 2 if self.edges_at_text else 0.0)

    def _row(self, holder: TableBox, index: int, row: Row, tag: Tag | None, plain: bool) -> RowStrip:  # noqa: FBT001
        table = holder.table
        tag = tag if plain or tag is None else tag.add("TR")
        places = _places(table.columns)
        boxes = []
        for cell in row.cells:
            first, last = (min(place, len(places) - 1) for place in (cell.column, cell.column + cell.columns))
            x, width = places[first], places[last] - places[first]
            inner = width - cell.margins.left - cell.margins.right
            inside = tag if plain or tag is None else _cell_tag(tag, cell, row)
            set_cell = self._turned if cell.direction else self._level
            boxes.append(CellBox(cell, x, width, set_cell(cell, row, inner, inside), inside))
        above = table.rows[index - 1].cells if index else ()
        margins = (
            max((cell.margins.top for cell in row.cells), default=0.0),
            max((cell.margins.bottom for cell in row.cells), default=0.0),
        )
        tops = [cell.edges.top.width for cell in row.cells] + [cell.edges.bottom.width for cell in above]
        feet = [cell.edges.bottom.width for cell in row.cells]
        return RowStrip(holder, row, index, boxes, max(tops, default=0.0), max(feet, default=0.0), margins)

    def _level(self, cell: Cell, _: Row, width: float, tag: Tag | None) -> Stack:
        return self.set_blocks(cell.blocks, width, tag)

    def _turned(self, cell: Cell, row: Row, width: float, tag: Tag | None) -> Stack:
        """Set text whose lines are as long as the row is high, or else as they need."""
        length = row.height - cell.margins.top - cell.margins.bottom
        if length <= 0:
            length = widest_line(self.set_blocks(cell.blocks, ENDLESS, None))
        stack = self.set_blocks(cell.blocks, length, tag)
        return turned(stack, cell.direction, width, length, cell.align)


def _places(columns: tuple[float, ...]) -> list[float]:
    """Return where columns begin and end.

    LibreOffice keeps these places as ten-thousandths of the width of the table, and makes whole twips of them
    again: in a wide table a column is a hair wider or narrower, and a line breaks at another word.
    """
    ends = list(accumulate(columns, initial=0.0))
    part = ends[-1] / _SHARES
    return [floor(round(end / part) * part * _TWIPS + _EPSILON) / _TWIPS for end in ends] if part else ends


def _groups(tag: Tag, headers: int) -> tuple[Tag, Tag]:
    """Return where the headings and the other rows of a table go."""
    return (tag.add("THead"), tag.add("TBody")) if headers else (tag, tag)


def _cell_tag(row_tag: Tag, cell: Cell, row: Row) -> Tag:
    tag = row_tag.add("TH" if row.header else "TD")
    tag.scope = "Column" if row.header else ""
    tag.columns, tag.rows = cell.columns, cell.rows
    return tag


def _span(strips: list[RowStrip]) -> None:
    """Tell each cell the rows that it goes over, and each row the cells that go through it from above."""
    for index, strip in enumerate(strips):
        for box in strip.boxes:
            box.rows = strips[index : index + box.cell.rows]
            for below in box.rows[1:]:
                below.through.append(box)


def _settle(strips: list[RowStrip]) -> None:
    """Give each row its height; a cell over several rows makes the last of them grow."""
    for strip in strips:
        strip.settle(_least_height(strip))


def _least_height(strip: RowStrip) -> float:
    row = strip.row
    if row.exact and row.height:
        return row.height
    above, below = strip.margins
    contents = [box.stack.height for box in strip.boxes if len(box.rows) <= 1]
    contents += [_remainder(box, strip) for box in (*strip.through, *strip.boxes) if _ends_in(box, strip)]
    return max(row.height, strip.rule + above + max(contents, default=0.0) + below)


def _ends_in(box: CellBox, strip: RowStrip) -> bool:
    return len(box.rows) > 1 and box.rows[-1] is strip


def _remainder(box: CellBox, strip: RowStrip) -> float:
    """Return how much of a cell is left for the last row that it goes over."""
    first, above = box.rows[0], box.rows[:-1]
    taken = sum(row.height for row in above) - first.rule - first.margins[0]
    return box.stack.height - taken - strip.rule - strip.margins[0]


def _asks_for_next(row: Row) -> bool:
    """Whether a row stays with the next; LibreOffice asks the first paragraph of its first cell."""
    block = row.cells[0].blocks[0] if row.cells and row.cells[0].blocks else None
    return isinstance(block, Paragraph) and block.format.keep_next


def _split(strip: RowStrip, room: float) -> "tuple[Strip, Strip] | None":
    if strip.row.unsplittable or strip.row.exact or strip.is_heading:
        return None
    if strip.table.keeps_heights and strip.row.height > room:
        return None
    above, below = strip.margins
    inside = room - strip.foot - strip.rule - above - below
    own = [box for box in strip.boxes if len(box.rows) <= 1]
    spanning = [box for box in strip.boxes if len(box.rows) > 1]
    cuts = [_cut_cell(box.stack, inside) for box in own]
    goes_on = [upper for upper, lower in cuts if lower.strips]
    if not goes_on or not all(upper.strips for upper in goes_on):
        return None  # of each cell a line must stay, as in LibreOffice
    head = replace(strip, boxes=[*_with(own, [upper for upper, _ in cuts]), *spanning], is_last=False)
    head.kept = False
    head.settle(strip.rule + above + max(upper.height for upper, _ in cuts) + below)
    tail = replace(strip, boxes=_with(own, [lower for _, lower in cuts]), space=0.0, break_before="")
    tail.through = [*strip.through, *spanning]
    tail.row = replace(strip.row, height=max(0.0, strip.row.height - head.height))
    for box in (*spanning, *strip.through):
        position = box.rows.index(strip)
        box.rows[position : position + 1] = [head, tail]
    tail.settle(_least_height(tail))
    return head, tail


def _with(boxes: list[CellBox], stacks: list[Stack]) -> list[CellBox]:
    return [replace(box, stack=stack, rows=[]) for box, stack in zip(boxes, stacks, strict=True)]


def go_on(last: RowStrip, following: RowStrip) -> None:
    """Carry the cells that go from `last`, at the foot of a page, through to `following` over with it."""
    for box in list(following.through):
        position = box.rows.index(following)
        above, rows = box.rows[:position], box.rows[position:]
        room = sum(row.height for row in above) - above[0].rule - sum(above[0].margins)
        upper, lower = _cut_cell(box.stack, room)
        box.stack, box.rows, box.is_cut, last.is_cut = upper, above, True, True
        carried = replace(box, stack=lower, rows=rows)
        following.boxes = sorted([*following.boxes, carried], key=lambda one: one.x)
        for row in rows:
            row.through = [one for one in row.through if one is not box]
        for row in rows[1:]:
            row.through.append(carried)
        rows[-1].settle(_least_height(rows[-1]))


def _cut_cell(stack: Stack, room: float) -> tuple[Stack, Stack]:
    """Cut what stands in a cell.

    As in LibreOffice, the last line needs the space below it, and what goes on begins with the space above
    its paragraph.
    """
    upper, lower = cut_stack(stack, room)
    if not lower.strips and stack.height > room + _EPSILON and len(stack.strips) > 1:
        upper, lower = cut_stack(stack, stack.tops[-1])
    above = lower.strips[0].before if lower.strips else 0.0
    return upper, Stack(lower.strips, [top + above for top in lower.tops], lower.height + above)


def cut_stack(stack: Stack, room: float, least: int = 0) -> tuple[Stack, Stack]:
    """Cut a stack so that the first part is not higher than `room`; the space where it is cut is dropped.

    The first part has `least` strips at least, whatever their height.
    """
    count = 0
    for strip, top in zip(stack.strips, stack.tops, strict=True):
        if top + strip.fits > room + _EPSILON:
            break
        count += 1
    while 0 < count < len(stack.strips) and stack.strips[count - 1].kept and not stack.strips[count - 1].ends:
        count -= 1
    count = max(count, least)
    upper, lower = stack.strips[:count], stack.strips[count:]
    tops = stack.tops[:count]
    if lower and (parts := lower[0].split(room - stack.tops[count])) is not None:
        upper, lower = [*upper, parts[0]], [parts[1], *lower[1:]]
        tops.append(stack.tops[count])
    below = stack.height - (stack.tops[-1] + stack.strips[-1].height if stack.strips else 0.0)
    height = tops[-1] + upper[-1].height if upper else 0.0
    return Stack(upper, tops, height), _from_top(lower, below)


def _from_top(strips: list[Strip], below: float) -> Stack:
    tops, y = [], 0.0
    for index, strip in enumerate(strips):
        y += strip.space if index else 0.0
        tops.append(y)
        y += strip.height
    return Stack(strips, tops, y + (below if strips else 0.0))
