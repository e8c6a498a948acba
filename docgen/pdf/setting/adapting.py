"""A description as this setter knows it: labels in the text, and sections that end their page."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from docgen.pdf.description import (
    Block,
    Blocks,
    ColumnBreak,
    Description,
    Drawing,
    Floating,
    Inline,
    NoteMark,
    PageBreak,
    Paragraph,
    Running,
    Section,
    StyleText,
    Text,
)


def adapted(description: Description) -> Description:
    """Return a description without what this setter does not know."""
    return replace(description, sections=tuple(map(_section, _joined(description.sections))))


def _joined(sections: tuple[Section, ...]) -> Iterator[Section]:
    """Yield sections, those that begin on the page of the one before joined to it."""
    gathered = sections[0]
    for above, section in pairwise(sections):
        if section.kind == "continuous" and (above.width, above.height) == (section.width, section.height):
            gathered = replace(gathered, blocks=gathered.blocks + section.blocks)
        else:
            yield gathered
            gathered = section
    yield gathered


def _section(section: Section) -> Section:
    return replace(
        section,
        blocks=_blocks(section.blocks),
        header=_running(section.header),
        footer=_running(section.footer),
    )


def _running(running: Running) -> Running:
    first = None if running.first is None else _blocks(running.first)
    return Running(_blocks(running.default), first)


def _blocks(blocks: Blocks) -> Blocks:
    return tuple(map(_block, blocks))


def _block(block: Block) -> Block:
    if isinstance(block, Paragraph):
        content = (known for inline in (*block.label, *block.content) for known in _inline(inline))
        return replace(block, content=tuple(content), label=())
    rows = (
        replace(row, cells=tuple(replace(cell, blocks=_blocks(cell.blocks)) for cell in row.cells))
        for row in block.rows
    )
    return replace(block, rows=tuple(rows))


def _inline(inline: Inline) -> Iterator[Inline]:
    if isinstance(inline, NoteMark | StyleText):
        yield Text(inline.text if isinstance(inline, NoteMark) else inline.stored, inline.face)
    elif isinstance(inline, ColumnBreak):
        yield PageBreak()
    elif not isinstance(inline, Drawing | Floating):
        yield inline
