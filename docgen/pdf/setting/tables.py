"""Tables → HTML tables on a fixed grid.

Tables that only place text → boxes that no reader takes for a table.
"""

from collections.abc import Callable
from dataclasses import dataclass
from itertools import takewhile
from math import inf
from xml.etree.ElementTree import Element, SubElement

from docgen.pdf.description import Blocks, Cell, Line, Paragraph, Row, Table, edges_of
from docgen.pdf.setting.paragraphs import ParagraphSetter, name
from docgen.pdf.setting.stylesheet import Declarations, Stylesheet, pt
from docgen.word.formatting import Border, Sides

_VERTICAL = {"center": "middle", "bottom": "bottom"}
_KINDS = {"double": "double", "dotted": "dotted", "dashed": "dashed", "dashSmallGap": "dashed"}
_DOUBLE = 3
_FULL = 0.9
"""The share of a page that rows kept together may fill; heading rows and what stands above need the rest."""

TIE = 0.015
"""Points by which a cell is set narrower; less than for a page, since LibreOffice rounds columns up."""

_SIDES = ("top", "right", "bottom", "left")


@dataclass(frozen=True)
class _Words:
    """The elements that a kind of table is made of, each with its class."""

    table: tuple[str, str]
    group: tuple[str, str]
    column: tuple[str, str]
    body: tuple[str, str]
    row: tuple[str, str]
    cell: tuple[str, str]


_DATA = _Words(("table", ""), ("colgroup", ""), ("col", ""), ("tbody", ""), ("tr", ""), ("td", ""))
_LAYOUT = _Words(("div", "t"), ("div", "g"), ("div", "n"), ("div", "b"), ("div", "r"), ("div", "c"))


@dataclass
class TableSetter:
    """Sets the tables of one section; `set_blocks` sets what stands in a cell, `room` is a page's height."""

    sheet: Stylesheet
    paragraphs: ParagraphSetter
    room: float
    set_blocks: Callable[[Element, Blocks, float], None]

    def add(self, parent: Element, table: Table, width: float, extra: Declarations) -> None:
        """Add a table to a column `width` points wide; `extra` declares what its neighbours ask for."""
        words = _LAYOUT if table.is_layout else _DATA
        element = self._element(
            parent, words.table, {"width": pt(sum(table.columns))} | _place(table, width) | extra
        )
        group = self._element(element, words.group, {})
        for column in table.columns:
            self._element(group, words.column, {"width": pt(column)})
        headers = len(list(takewhile(lambda row: row.header, table.rows)))
        headers = 0 if headers == len(table.rows) else headers
        if headers:
            self._rows(SubElement(element, "thead"), table, table.rows[:headers], words)
        self._rows(self._element(element, words.body, {}), table, table.rows[headers:], words)

    def _rows(self, group: Element, table: Table, rows: tuple[Row, ...], words: _Words) -> None:
        heads = group.tag == "thead"
        headed = len(rows) < len(table.rows)
        widths = [_widths(row, table) for row in rows]
        for row, inner, kept in zip(rows, widths, self._kept(rows, widths, headed=headed), strict=True):
            element = self._element(group, words.row, _row(row, keeps_next=kept))
            for cell, width in zip(row.cells, inner, strict=True):
                self._cell(element, cell, width, ("th", "") if heads else words.cell)

    def _kept(self, rows: tuple[Row, ...], widths: list[list[float]], *, headed: bool) -> list[bool]:
        """Whether each row stays with the next; LibreOffice asks the first paragraph of its first cell.

        Not in a table with heading rows where all that would stay together could hardly stand on one page:
        WeasyPrint would sooner leave the heading rows out.
        """
        room = self.room * _FULL if headed else inf
        kept, following = [], 0.0
        for row, inner in zip(reversed(rows), reversed(widths), strict=True):
            together = self._height(row, inner) + following
            kept.append(_asks_for_next(row) and together < room)
            following = together if kept[-1] else together - following
        return kept[::-1]

    def _height(self, row: Row, widths: list[float]) -> float:
        """Return about how high a row is set, in points."""
        cells = zip(row.cells, widths, strict=True)
        return max(
            sum(self.paragraphs.height(block, width) for block in cell.blocks if isinstance(block, Paragraph))
            for cell, width in cells
        )

    def _cell(self, row: Element, cell: Cell, width: float, word: tuple[str, str]) -> None:
        only = _only_paragraph(cell)
        declarations = _cell(cell)
        if only is None:
            element = self._element(row, word, declarations)
            self.set_blocks(element, cell.blocks, width)
        else:
            text = self.paragraphs.declarations(only)
            text.pop("margin")
            element = self._element(row, word, text | declarations | {"padding": _padding(cell, only)})
            self.paragraphs.fill(element, only, width)
        if word[0] == "th":
            element.set("scope", "col")
        for attribute, count in (("colspan", cell.columns), ("rowspan", cell.rows)):
            if count > 1:
                element.set(attribute, str(count))

    def _element(self, parent: Element, word: tuple[str, str], declarations: Declarations) -> Element:
        tag, kind = word
        element = SubElement(parent, tag)
        name(element, f"{kind} {self.sheet.name(declarations)}".strip())
        return element


def inner_width(cell: Cell, columns: tuple[float, ...]) -> float:
    """Return the width of the text in a cell that spans `columns`."""
    return sum(columns) - cell.margins.left - cell.margins.right


def _asks_for_next(row: Row) -> bool:
    block = row.cells[0].blocks[0] if row.cells and row.cells[0].blocks else None
    return isinstance(block, Paragraph) and block.format.keep_next


def _widths(row: Row, table: Table) -> list[float]:
    widths, start = [], 0
    for cell in row.cells:
        widths.append(inner_width(cell, table.columns[start : start + cell.columns]))
        start += cell.columns
    return widths


def _only_paragraph(cell: Cell) -> Paragraph | None:
    """Return the one paragraph whose text may stand straight in the cell, at half the cost."""
    block = cell.blocks[0] if len(cell.blocks) == 1 else None
    if not isinstance(block, Paragraph) or block.format.outline is not None:
        return None
    return None if any(isinstance(inline, Line) for inline in block.content) else block


def _place(table: Table, width: float) -> dict[str, str]:
    spare = width - sum(table.columns)
    left = {"center": spare / 2, "right": spare, "end": spare}.get(table.align, table.left)
    return {"margin-left": pt(left) if left else ""}


def _row(row: Row, *, keeps_next: bool) -> dict[str, str]:
    return {
        "height": pt(row.height) if row.height else "",
        "break-inside": "avoid" if row.unsplittable else "",
        "break-after": "avoid" if keeps_next else "",
    }


def _cell(cell: Cell) -> dict[str, str]:
    borders = dict(zip(_SIDES, edges_of(cell), strict=True))
    return {
        "padding": _sides(_inset(cell)),
        **{f"border-{side}": _border(border) for side, border in borders.items() if border.width},
        "vertical-align": _VERTICAL.get(cell.align, ""),
        "background": f"#{cell.fill}" if cell.fill else "",
    }


def _inset(cell: Cell) -> Sides:
    """Return the padding: text begins one cell margin from the middle of the border, not from its edge."""
    margins, edges = cell.margins, cell.edges
    return Sides(
        margins.top,
        max(0.0, margins.right - edges.right.width / 2) + TIE,
        margins.bottom,
        max(0.0, margins.left - edges.left.width / 2),
    )


def _padding(cell: Cell, only: Paragraph) -> str:
    """Return the padding of a cell with the spacing and indents of its one paragraph, which has no box."""
    inset, setting = _inset(cell), only.format
    return _sides(
        Sides(
            inset.top + setting.before,
            max(0.0, inset.right + setting.right),
            inset.bottom + setting.after,
            max(0.0, inset.left + setting.left),
        )
    )


def _sides(sides: Sides) -> str:
    lengths = (sides.top, sides.right, sides.bottom, sides.left)
    return " ".join(map(pt, lengths)) if any(lengths) else ""


def _border(border: Border) -> str:
    kind = _KINDS.get(border.kind, "solid")
    width = border.width * (_DOUBLE if kind == "double" else 1)
    return f"{pt(width)} {kind} #{border.color}"
