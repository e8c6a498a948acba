"""Blocks to strips, in the columns of a page, in cells, in text boxes and in notes."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from itertools import pairwise
from math import inf
from typing import cast

from docgen.pdf.description import Blocks, Drawing, Floating, NoteMark, Paragraph, Place, Table
from docgen.pdf.layout.contract import Stack, Strip, stacked
from docgen.pdf.layout.drawings import Ground, set_drawing
from docgen.pdf.layout.paragraphs import Column, ParagraphSetter
from docgen.pdf.layout.parts import Part, parts
from docgen.pdf.layout.region import Exclusion, Notes, Region
from docgen.pdf.layout.strips import AnchorStrip
from docgen.pdf.layout.tables import TableSetter
from docgen.pdf.pages import Tag

LEAST_BESIDE = 36.0
"""Points that a column must be wider than a floating table; else LibreOffice sets it in the flow."""


@dataclass(eq=False)
class BlockSetter:
    """Sets the blocks of one file; `ground` is the page that is being made."""

    paragraphs: ParagraphSetter
    edges_at_text: bool
    ground: Ground
    root: Tag
    hidden: list[tuple[str, str]] = field(default_factory=list)
    """Words that are not painted since their place is too low for them: the place, the words."""
    _notes: dict[int, list[Part]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._tables = TableSetter(self.stack, self.edges_at_text)

    def stack(self, blocks: Blocks, width: float, parent: Tag | None) -> Stack:
        """Set blocks below each other, without regard to pages, in a column `width` points wide."""
        return self._stack(parts(blocks, parent, breaks=False), width)

    def notes(self, marks: list[NoteMark], width: float) -> Stack:
        """Set the notes of some marks below each other; the space below the last is dropped."""
        members = [part for mark in marks for part in self._note(mark)]
        for above, below in pairwise(members):
            above.below, below.above = below.block, above.block
        strips = [strip for part in members for strip in self._note_strips(part, width)]
        return stacked(strips, 0.0)

    def _note_strips(self, part: Part, width: float) -> list[Strip]:
        if isinstance(part.block, Table):
            return self._table_rows(part, part.block, width)
        return self._free(part, Column(width))

    def part(self, part: Part, region: Region, y: float, above: float) -> list[Strip]:
        """Set a block in a region below what ends at y, with a space above it."""
        block = part.block
        if isinstance(block, Table):
            return self._table(part, block, region, y)
        floats = [one for one in block.content if isinstance(one, Floating) and one.wrap.kind != "none"]
        if not floats and region.is_free(y):
            return self._free(part, Column(region.width, is_cell=region.is_endless))
        self._set_drawings(part, block)
        if not part.start:
            for one in floats:
                top = y + above - (part.own_space if above else 0.0)
                region.exclusions.append(self._exclusion(part, one, region, top))
        column = Column(region.width, region.is_endless, region.room, y + above, above)
        strips = self.paragraphs.set(part, column)
        lowest = inf if region.is_endless else self.ground.page[1]
        if any(one.owner is part and one.bottom > lowest for one in region.exclusions):
            strips[0].fits = inf
        return cast("list[Strip]", strips)

    def _stack(self, members: list[Part], width: float) -> Stack:
        region = Region(0.0, width, 0.0, inf, Notes(lambda _: stacked([], 0.0), 0.0), [])
        strips: list[Strip] = []
        y = 0.0
        for part in members:
            added = self.part(part, region, y, part.space)
            y += sum(strip.space + strip.height for strip in added)
            strips += added
        stack = stacked(strips, members[-1].below_last if members else 0.0)
        stack.height = max([stack.height, *(one.bottom for one in region.exclusions)])
        return stack

    def _note(self, mark: NoteMark) -> list[Part]:
        if id(mark) not in self._notes:
            self._notes[id(mark)] = parts(mark.blocks, self.root.add("Note"), breaks=False)
        return self._notes[id(mark)]

    def _free(self, part: Part, column: Column) -> list[Strip]:
        """Set a paragraph that nothing floats beside; once, unless it depends on its page."""
        if part.strips and part.width == column.width:
            return part.strips
        part.width = column.width
        self._set_drawings(part, cast("Paragraph", part.block))
        strips = self.paragraphs.set(part, column)
        if not strips[0].box.bound:
            part.strips = cast("list[Strip]", strips)
        return cast("list[Strip]", strips)

    def _table(self, part: Part, table: Table, region: Region, y: float) -> list[Strip]:
        if table.place is not None and table.rows and not _fills(table, region):
            return [self._anchored(part, table, table.place, region, y)]
        return self._table_rows(part, table, region.width)

    def _table_rows(self, part: Part, table: Table, width: float) -> list[Strip]:
        if not part.strips or part.width != width:
            part.width = width
            strips = self._tables.set(table, width, part.parent)
            if strips:
                strips[0].space, strips[0].break_before = part.space, part.break_before
            part.strips = cast("list[Strip]", strips)
        return part.strips

    def _anchored(self, part: Part, table: Table, place: Place, region: Region, y: float) -> Strip:
        """Set a table that floats, anchored in the paragraph after it."""
        if not part.strips:
            rows = self._tables.set(replace(table, left=0.0), region.width, part.parent)
            part.strips = cast("list[Strip]", rows)
        stack = stacked(list(part.strips), 0.0)
        width, gaps = sum(table.columns), place.distances
        edge = table.rows[0].cells[0].margins.left if table.rows[0].cells else 0.0
        left = self.ground.left(place.horizontal, width, (region.x, region.width))
        left -= {"": edge, "right": gaps.right}.get(place.horizontal.align, 0.0)
        anchor = y + part.anchor_space
        top = self.ground.top(place.vertical, stack.height, anchor, anchor)
        top = min(top, max(self.ground.page[1] - stack.height, 0.0))
        region.exclusions.append(
            Exclusion(
                left - gaps.left,
                top - gaps.top,
                left + width + gaps.right,
                top + stack.height + gaps.bottom,
                owner=part,
            )
        )
        return AnchorStrip(part, stack, left, top)

    def _set_drawings(self, part: Part, paragraph: Paragraph) -> None:
        for drawing in _drawings(paragraph):
            if id(drawing) not in part.drawings:
                part.drawings[id(drawing)] = set_drawing(drawing, self.stack, part.parent)

    def _exclusion(self, part: Part, floating: Floating, region: Region, y: float) -> Exclusion:
        """Return the part of the page that something floating takes."""
        ready, gaps = part.drawings[id(floating.drawing)], floating.wrap.distances
        left = self.ground.left(floating.horizontal, ready.width, (region.x, region.width))
        top = self.ground.top(floating.vertical, ready.height, y, y)
        return Exclusion(
            left - gaps.left,
            top - gaps.top,
            left + ready.width + gaps.right,
            top + ready.height + gaps.bottom,
            owner=part,
            side=floating.wrap.side,
            whole=floating.wrap.kind == "topAndBottom",
        )


def _drawings(paragraph: Paragraph) -> Iterable[Drawing]:
    for inline in paragraph.content:
        if isinstance(inline, Drawing):
            yield inline
        elif isinstance(inline, Floating):
            yield inline.drawing


def _fills(table: Table, region: Region) -> bool:
    """Whether a floating table leaves no room beside it: LibreOffice then sets it in the flow."""
    return region.width - sum(table.columns) < LEAST_BESIDE
