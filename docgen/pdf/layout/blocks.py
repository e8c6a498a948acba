"""Blocks to strips, in the columns of a page, in cells, in text boxes and in notes."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import cast

from docgen.pdf.description import Blocks, Drawing, Floating, NoteMark, Paragraph, Table
from docgen.pdf.layout.drawings import Ground, set_drawing
from docgen.pdf.layout.paragraphs import Column, ParagraphSetter
from docgen.pdf.layout.parts import Part, parts
from docgen.pdf.layout.region import Exclusion, Region
from docgen.pdf.layout.strips import Stack, Strip, stacked
from docgen.pdf.layout.tables import TableSetter
from docgen.pdf.pages import Tag


@dataclass(eq=False)
class BlockSetter:
    """Sets the blocks of one file; `ground` is the page that is being made."""

    paragraphs: ParagraphSetter
    edges_at_text: bool
    ground: Ground
    root: Tag
    _notes: dict[int, list[Part]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._tables = TableSetter(self.stack, self.edges_at_text)

    def stack(self, blocks: Blocks, width: float, parent: Tag | None) -> Stack:
        """Set blocks below each other, without regard to pages, in a column `width` points wide."""
        return self._stack(parts(blocks, parent, breaks=False), width)

    def notes(self, marks: list[NoteMark], width: float) -> Stack:
        """Set the notes of some marks below each other; the space below the last is dropped."""
        members = [part for mark in marks for part in self._note(mark)]
        for above, below in zip(members, members[1:], strict=False):
            above.below, below.above = below.block, above.block
        stack = self._stack(members, width)
        return stacked(stack.strips, 0.0)

    def part(self, part: Part, region: Region, y: float) -> list[Strip]:
        """Set a block in a region, its upper edge at y on the page."""
        block = part.block
        if isinstance(block, Table):
            return self._table(part, block, region.width)
        floats = [one for one in block.content if isinstance(one, Floating) and one.wrap.kind != "none"]
        if not floats and region.is_free(y):
            return self._free(part, Column(region.width))
        self._set_drawings(part, block)
        if not part.start:
            region.exclusions += [self._exclusion(part, one, region, y) for one in floats]
        return cast("list[Strip]", self.paragraphs.set(part, Column(region.width), region.room, y))

    def _stack(self, members: list[Part], width: float) -> Stack:
        strips: list[Strip] = []
        for part in members:
            block = part.block
            strips += (
                self._table(part, block, width)
                if isinstance(block, Table)
                else self._free(part, Column(width, is_cell=True))
            )
        return stacked(strips, members[-1].below_last if members else 0.0)

    def _note(self, mark: NoteMark) -> list[Part]:
        if id(mark) not in self._notes:
            self._notes[id(mark)] = parts(mark.blocks, self.root.add("Note"), breaks=False)
        return self._notes[id(mark)]

    def _free(self, part: Part, column: Column) -> list[Strip]:
        """Set a paragraph that nothing floats beside; once, unless it depends on its page."""
        if part.strips:
            return part.strips
        self._set_drawings(part, cast("Paragraph", part.block))
        strips = self.paragraphs.set(part, column)
        if not strips[0].box.bound:
            part.strips = cast("list[Strip]", strips)
        return cast("list[Strip]", strips)

    def _table(self, part: Part, table: Table, width: float) -> list[Strip]:
        if not part.strips:
            strips = self._tables.set(table, width, part.parent)
            if strips:
                strips[0].space, strips[0].break_before = part.space, part.break_before
            part.strips = cast("list[Strip]", strips)
        return part.strips

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
