"""Drawings that have been set: their shapes with the text in them, and where they float."""

from dataclasses import dataclass

from docgen.pdf.description import Axis, Drawing, Shape
from docgen.pdf.layout.contract import ENDLESS, SetBlocks, Stack, widest_line
from docgen.pdf.layout.turning import turned
from docgen.pdf.pages import Tag
from docgen.word.formatting import Sides


@dataclass(frozen=True, slots=True)
class SetShape:
    """A shape `width` × `height`, the text in it set."""

    shape: Shape
    stack: Stack | None
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class SetDrawing:
    """A drawing with its shapes set, `width` × `height`; `tag` is that of a figure."""

    drawing: Drawing
    shapes: tuple[SetShape, ...]
    width: float
    height: float
    tag: Tag | None


@dataclass(frozen=True, slots=True)
class Ground:
    """What things float in: the page, its margins, and the column and paragraph that they are anchored in."""

    page: tuple[float, float]
    margins: Sides
    is_even: bool = False

    def left(self, axis: Axis, width: float, column: tuple[float, float]) -> float:
        """Return the left edge of something `width` wide, anchored in a `column` (left, width)."""
        start, room = self._across(axis.relative, column)
        align = axis.align
        if align in {"inside", "outside"}:
            align = "left" if (align == "inside") != self.is_even else "right"
        if align in {"center", "right"}:
            return start + (room - width) * (0.5 if align == "center" else 1.0)
        return start if align else start + axis.offset

    def top(self, axis: Axis, height: float, paragraph: float, line: float) -> float:
        """Return the upper edge of something `height` high, anchored in a paragraph and a line of it."""
        if axis.relative in {"paragraph", "text", ""}:
            return paragraph + axis.offset
        if axis.relative in {"line", "character"}:
            return line - axis.offset
        start, room = self._down(axis.relative)
        if axis.align in {"center", "bottom", "outside"}:
            return start + (room - height) * (0.5 if axis.align == "center" else 1.0)
        return start if axis.align else start + axis.offset

    def _across(self, relative: str, column: tuple[float, float]) -> tuple[float, float]:
        width, margins = self.page[0], self.margins
        if relative == "page":
            return 0.0, width
        if relative == "margin":
            return margins.left, width - margins.left - margins.right
        if relative in {"leftMargin", "insideMargin"}:
            return 0.0, margins.left
        if relative in {"rightMargin", "outsideMargin"}:
            return width - margins.right, margins.right
        return column

    def _down(self, relative: str) -> tuple[float, float]:
        height, margins = self.page[1], self.margins
        if relative == "page":
            return 0.0, height
        if relative == "topMargin":
            return 0.0, margins.top
        if relative == "bottomMargin":
            return height - margins.bottom, margins.bottom
        return margins.top, height - margins.top - margins.bottom


def set_drawing(drawing: Drawing, set_blocks: SetBlocks, parent: Tag | None) -> SetDrawing:
    """Set the text in the shapes of a drawing; pictures and what has a description become a figure."""
    is_figure = bool(drawing.alt) or any(shape.image for shape in drawing.shapes)
    tag = parent.add("Figure") if parent is not None and is_figure else None
    if tag is not None:
        tag.alt = drawing.alt or "Hình"
    shapes = tuple(_set_shape(shape, set_blocks, parent) for shape in drawing.shapes)
    only = shapes[0] if len(shapes) == 1 else None
    width = only.width if only is not None and not drawing.width else drawing.width
    height = only.height if only is not None and only.shape.grown else drawing.height
    return SetDrawing(drawing, shapes, width, height, tag)


def _set_shape(shape: Shape, set_blocks: SetBlocks, parent: Tag | None) -> SetShape:
    if not shape.blocks:
        return SetShape(shape, None, shape.width, shape.height)
    across = shape.insets.left + shape.insets.right
    width = shape.width
    if not width:
        trial = set_blocks(shape.blocks, ENDLESS, None)
        width = widest_line(trial) + across
    if shape.direction:
        return _set_turned(shape, set_blocks, parent)
    stack = set_blocks(shape.blocks, max(width - across, 1.0), parent)
    needed = stack.height + shape.insets.top + shape.insets.bottom
    height = needed if shape.grown or not shape.height else shape.height
    return SetShape(shape, stack, width, height)


def _set_turned(shape: Shape, set_blocks: SetBlocks, parent: Tag | None) -> SetShape:
    """Set text whose lines run along the height of its shape."""
    insets = shape.insets
    length = max(shape.height - insets.top - insets.bottom, 1.0)
    across = shape.width - insets.left - insets.right
    stack = set_blocks(shape.blocks, length, parent)
    return SetShape(shape, turned(stack, shape.direction, across, length), shape.width, shape.height)
