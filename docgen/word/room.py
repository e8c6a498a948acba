"""How wide a text may be before it is broken, in twips: the room of a cell, or of a page between its margins.

And how high a page is between its margins, for what cannot be broken.

A template says it itself; where it does not, the figures of the rules hold.
"""

from typing import cast

from lxml import etree

from docgen.package import Element
from docgen.rules import length
from docgen.word.ooxml import W

_SIDES = {"left": ("left", "start"), "right": ("right", "end")}
"""The names of a side; transitional files say the first, strict ones the second."""
_ENDS = ("top", "bottom")

_SECTION = etree.XPath(
    "(ancestor::w:p/w:pPr/w:sectPr | following::w:sectPr)[1]", namespaces={"w": W.strip("{}")}
)


def room_around(node: Element) -> int:
    """Return the room of the cell that `node` is in; that of its page if it is in none of a set width."""
    cell = next(node.iterancestors(f"{W}tc"), None)
    width = None if cell is None else cell.find(f"{W}tcPr/{W}tcW")
    if cell is not None and width is not None and width.get(f"{W}type", "dxa") == "dxa":
        return number(width, "w") - sum(_cell_margin(cell, side) for side in _SIDES)
    return text_width(_section_of(node))


def height_around(node: Element) -> int:
    """Return the height between the margins of the page that `node` is on; never 0."""
    section = _section_of(node)
    height = _stated(section, "pgSz", "h", length("page.height").twips)
    return max(
        height - sum(_stated(section, "pgMar", end, length(f"margin.{end}").twips) for end in _ENDS), 1
    )


def text_width(section: Element | None) -> int:
    """Return the width between the side margins of a section, less its gutter (17.6.11, 17.6.13); never 0."""
    width = _stated(section, "pgSz", "w", length("page.width").twips)
    margins = (_stated(section, "pgMar", side, length(f"margin.{side}").twips) for side in _SIDES)
    return max(width - sum(margins) - _stated(section, "pgMar", "gutter", 0), 1)


def number(node: Element | None, name: str, default: int = 0) -> int:
    """Return a whole number among the attributes of `node`, `default` if there is none."""
    value = "" if node is None else node.get(f"{W}{name}", "")
    return int(value) if value.isdecimal() else default


def _section_of(node: Element) -> Element | None:
    sections = cast("list[Element]", _SECTION(node))
    return sections[0] if sections else None


def _stated(section: Element | None, element: str, name: str, default: int) -> int:
    """Return what a section says, or else `default`."""
    return number(None if section is None else section.find(f"{W}{element}"), name, default)


def _cell_margin(cell: Element, side: str) -> int:
    """Return the margin of a cell: its own, or else that of its table, or else Word's (17.4.42, 17.4.68)."""
    table = next(cell.iterancestors(f"{W}tbl"))
    margin = length("layout.cell_margin").twips
    for holder in (table.find(f"{W}tblPr/{W}tblCellMar"), cell.find(f"{W}tcPr/{W}tcMar")):
        for name in _SIDES[side]:
            margin = number(None if holder is None else holder.find(f"{W}{name}"), "w", margin)
    return margin
