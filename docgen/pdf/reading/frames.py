"""Text frames: paragraphs that float beside the others (ECMA-376, Part 1, 17.3.1.11)."""

from collections.abc import Iterable
from dataclasses import replace
from itertools import groupby

from docgen.pdf.description import Axis, Block, Blocks, Drawing, Floating, Paragraph, Shape, Wrap
from docgen.word.formatting import Sides
from docgen.word.ooxml import points

_HORIZONTAL = {"margin": "margin", "page": "page"}
_VERTICAL = {"margin": "margin", "page": "page"}
_KINDS = {"notBeside": "topAndBottom", "none": "none"}


def with_frames(blocks: Iterable[Block]) -> Blocks:
    """Return blocks where those of a frame float, anchored in the paragraph after them.

    Frames that no paragraph follows stay where they are.
    """
    result: list[Block] = []
    waiting: list[Paragraph] = []
    for block in blocks:
        if isinstance(block, Paragraph) and block.format.frame:
            waiting.append(block)
            continue
        if waiting and isinstance(block, Paragraph):
            result.append(replace(block, content=(*_floating(waiting), *block.content)))
        else:
            result += [*map(_unframed, waiting), block]
        waiting = []
    return (*result, *map(_unframed, waiting))


def _unframed(paragraph: Paragraph) -> Paragraph:
    return replace(paragraph, format=replace(paragraph.format, frame=()))


def _floating(paragraphs: list[Paragraph]) -> list[Floating]:
    groups = groupby(paragraphs, lambda paragraph: paragraph.format.frame)
    return [_frame(dict(told), tuple(map(_unframed, group))) for told, group in groups]


def _frame(told: dict[str, str], blocks: Blocks) -> Floating:
    width, height = points(told.get("w")), points(told.get("h"))
    shape = Shape("rect", 0.0, 0.0, width, height, blocks=blocks, insets=Sides(), grown=_grows(told))
    beside, above = points(told.get("hSpace")), points(told.get("vSpace"))
    return Floating(
        Drawing(width, height, (shape,)),
        Axis(
            _HORIZONTAL.get(told.get("hAnchor", ""), "column"), points(told.get("x")), told.get("xAlign", "")
        ),
        Axis(_VERTICAL.get(told.get("vAnchor", ""), "paragraph"), points(told.get("y")), _up(told)),
        Wrap(_KINDS.get(told.get("wrap", ""), "square"), distances=Sides(above, beside, above, beside)),
    )


def _grows(told: dict[str, str]) -> bool:
    return told.get("hRule", "auto") != "exact"


def _up(told: dict[str, str]) -> str:
    align = told.get("yAlign", "")
    return "" if align == "inline" else align
