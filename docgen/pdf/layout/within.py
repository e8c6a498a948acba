"""What stands in a strip: stacks of cells, text boxes and turned text, and the paragraphs in them."""

from collections.abc import Iterator

from docgen.pdf.layout.contract import Stack, Strip
from docgen.pdf.layout.strips import AnchorStrip, LineStrip
from docgen.pdf.layout.tables import RowStrip
from docgen.pdf.layout.turning import TurnedStrip


def stacks(strip: Strip) -> list[Stack]:
    """Return the stacks in a strip; those in them are not among them."""
    if isinstance(strip, LineStrip):
        return [shape.stack for ready in strip.drawings for shape in ready.shapes if shape.stack is not None]
    if isinstance(strip, RowStrip):
        return [box.stack for box in strip.boxes]
    return [strip.stack] if isinstance(strip, AnchorStrip | TurnedStrip) else []


def numbers(strip: Strip) -> Iterator[int]:
    """Yield the numbers of the paragraphs that begin, or go on from another page, in a strip."""
    if isinstance(strip, LineStrip):
        if not strip.index:
            yield strip.box.paragraph.number
        if not strip.box.part.drawings:
            return
    for stack in stacks(strip):
        for inner in stack.strips:
            yield from numbers(inner)
