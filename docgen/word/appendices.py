"""Cutting the appendix of a template to its shape: columns left out, pages turned, no empty section."""

import re
from collections.abc import Iterable, Iterator, Sequence
from copy import deepcopy

from docgen.package import Element
from docgen.rules import length
from docgen.word.blocks import loop_over, text_of
from docgen.word.ooxml import W
from docgen.word.room import number, text_width
from docgen.word.shape import AppendixShape, Shape

MAX_COLUMNS = 63
"""As many columns as Word allows in a table."""

_HEADING = re.compile(r"\{\{\s*\w+\.cot\.(\w+)\s*\}\}")


def cut(root: Element, shape: Shape) -> None:
    """Cut the loop over the appendices in the tree of document.xml to `shape`."""
    body = root.find(f"{W}body")
    loop = loop_over(body, "phu_luc") if body is not None else None
    if body is None or loop is None:
        return
    variable, elements = loop
    if shape.last is None:
        _remove_appendices(body, elements)
        return
    _write_variants(variable, elements, shape)
    _turn(body[-1], landscape=shape.last.landscape)


def _remove_appendices(body: Element, elements: Sequence[Element]) -> None:
    """Remove the loop; the section before it becomes the last one, so that no empty page is left."""
    closing = elements[0].getprevious()
    for element in elements:
        body.remove(element)
    section = None if closing is None else closing.find(f"{W}pPr/{W}sectPr")
    if closing is not None and section is not None:
        body.replace(body[-1], section)
        body.remove(closing)


def _write_variants(variable: str, elements: Sequence[Element], shape: Shape) -> None:
    """Write the content of the loop once for every shape, each behind its condition if there are several."""
    opening, *content, closing = elements
    section = next(opening.iterancestors())[-1]
    several = len(shape.variants) > 1
    for place, variant in enumerate(shape.variants):
        if several:
            test = f"{{%p {'elif' if place else 'if'} {variant.condition(variable)} %}}"
            closing.addprevious(_tag_like(opening, test))
        for element in content:
            copy = deepcopy(element)
            closing.addprevious(copy)
            _shape_element(copy, section, variant)
    if several:
        closing.addprevious(_tag_like(opening, "{%p endif %}"))
    for element in content:
        next(element.iterancestors()).remove(element)


def _shape_element(element: Element, section: Element, variant: AppendixShape) -> None:
    """Turn the section that `element` closes, or cut and stretch the table that it is."""
    for properties in element.iter(f"{W}sectPr"):
        _turn(properties, landscape=variant.landscape)
    if element.tag == f"{W}tbl":
        turned = deepcopy(section)
        _turn(turned, landscape=variant.landscape)
        _resize(element, variant.left_out, text_width(turned) / text_width(section))


def _turn(section: Element, *, landscape: bool) -> None:
    """Lay the pages of a section on the long or the short side; the margins stay where they are."""
    size = section.find(f"{W}pgSz")
    if size is None:
        return
    long, short = sorted((number(size, "w"), number(size, "h")), reverse=True)
    width, height = (long, short) if landscape else (short, long)
    size.set(f"{W}w", str(width))
    size.set(f"{W}h", str(height))
    size.set(f"{W}orient", "landscape" if landscape else "portrait")


def _resize(table: Element, left_out: frozenset[str], stretch: float) -> None:
    """Drop the columns whose heading tag is left out and make the table `stretch` times as wide as it was."""
    grid = table.findall(f"{W}tblGrid/{W}gridCol")
    widths = [number(column, "w") for column in grid]
    dropped = _columns_headed(table, left_out)
    kept = [place for place in range(len(grid)) if place not in dropped]
    total = round(sum(widths) * stretch)
    new_widths = dict(zip(kept, spread([widths[place] for place in kept], total), strict=True))
    for place, column in enumerate(grid):
        if place in dropped:
            next(column.iterancestors()).remove(column)
        else:
            column.set(f"{W}w", str(new_widths[place]))
    for row in table.iter(f"{W}tr"):
        _resize_row(row, new_widths)
    for width in table.findall(f"{W}tblPr/{W}tblW"):
        width.set(f"{W}w", str(total))


def spread(widths: Sequence[int], total: int) -> list[int]:
    """Return `widths`, in twips, made to fill `total`: narrow ones stay, the others in proportion."""
    narrow = length("table.narrow").twips
    wide = sum(width for width in widths if width >= narrow)
    factor = (total - (sum(widths) - wide)) / wide
    new = [width if width < narrow else int(width * factor) for width in widths]
    new[new.index(max(new))] += total - sum(new)
    return new


def _columns_headed(table: Element, names: frozenset[str]) -> set[int]:
    """Return the grid columns under the headings `{{ pl.cot.<name> }}` of `names`."""
    found: set[int] = set()
    for cell, places in _cells(table.iter(f"{W}tr")):
        heading = _HEADING.search(text_of(cell))
        if heading and heading[1] in names:
            found.update(places)
    return found


def _resize_row(row: Element, widths: dict[int, int]) -> None:
    """Give the cells of a row the widths of the columns that are kept; remove cells that have none."""
    for cell, places in list(_cells([row])):
        kept = [widths[place] for place in places if place in widths]
        if kept:
            _set_cell(cell, len(kept), sum(kept))
        else:
            row.remove(cell)


def _set_cell(cell: Element, columns: int, width: int) -> None:
    for node in cell.findall(f"{W}tcPr/{W}tcW"):
        node.set(f"{W}w", str(width))
    for node in cell.findall(f"{W}tcPr/{W}gridSpan"):
        node.set(f"{W}val", str(columns))


def _cells(rows: Iterable[Element]) -> Iterator[tuple[Element, range]]:
    """Yield every cell with the columns it covers; more columns than Word allows are not believed."""
    for row in rows:
        place = 0
        for cell in row.findall(f"{W}tc"):
            span = cell.find(f"{W}tcPr/{W}gridSpan")
            columns = 1 if span is None else min(number(span, "val"), MAX_COLUMNS)
            yield cell, range(place, place + columns)
            place += columns


def _tag_like(paragraph: Element, words: str) -> Element:
    """Return a copy of a tag's paragraph with another tag."""
    copy = deepcopy(paragraph)
    first, *others = copy.iter(f"{W}t")
    first.text = words
    for node in others:
        node.text = ""
    return copy
