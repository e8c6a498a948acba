"""Blocks in their order, each with what its neighbours ask for."""

from dataclasses import replace
from itertools import pairwise
from xml.etree.ElementTree import Element

from docgen.pdf.description import Block, Blocks, PageBreak, Paragraph
from docgen.pdf.setting.paragraphs import ParagraphSetter
from docgen.pdf.setting.tables import TableSetter


class BlockSetter:
    """Sets the paragraphs and tables of one section, on pages whose text is `room` points high."""

    def __init__(self, paragraphs: ParagraphSetter, room: float) -> None:
        self._paragraphs = paragraphs
        self._tables = TableSetter(paragraphs.sheet, paragraphs, room, self.add)

    def add(self, parent: Element, blocks: Blocks, width: float) -> None:
        """Add blocks to a column `width` points wide."""
        new_page = False
        for block in _without_shared_space(blocks):
            if isinstance(block, Paragraph):
                new_page = self._add_paragraph(parent, block, width, new_page=new_page)
            else:
                self._tables.add(parent, block, width, _page(new_page=new_page))
                new_page = False

    def _add_paragraph(self, parent: Element, paragraph: Paragraph, width: float, *, new_page: bool) -> bool:
        """Add a paragraph, in parts where a page ends inside it; say whether a page ends with it."""
        *parts, last = _pages(paragraph)
        for part in parts:
            if part.content:
                self._paragraphs.add(parent, part, width, _page(new_page=new_page))
            new_page = True
        if parts and not last.content:
            return True
        self._paragraphs.add(parent, last, width, _page(new_page=new_page))
        return False


def _page(*, new_page: bool) -> dict[str, str]:
    return {"break-before": "page"} if new_page else {}


def _pages(paragraph: Paragraph) -> list[Paragraph]:
    """Split a paragraph at its page breaks."""
    parts: list[Paragraph] = [replace(paragraph, content=())]
    for inline in paragraph.content:
        if isinstance(inline, PageBreak):
            parts.append(replace(paragraph, content=()))
        else:
            parts[-1] = replace(parts[-1], content=(*parts[-1].content, inline))
    return parts


def _without_shared_space(blocks: Blocks) -> list[Block]:
    """Drop the space that contextual spacing gives up towards a neighbour of the same style (17.3.1.9)."""
    result = list(blocks)
    for index, (above, below) in enumerate(pairwise(blocks)):
        if _style(above) and _style(above) == _style(below):
            result[index] = _close(result[index], after=True)
            result[index + 1] = _close(result[index + 1], after=False)
    return result


def _style(block: Block) -> str:
    return block.format.style if isinstance(block, Paragraph) else ""


def _close(block: Block, *, after: bool) -> Block:
    if not isinstance(block, Paragraph) or not block.format.contextual:
        return block
    setting = replace(block.format, after=0.0) if after else replace(block.format, before=0.0)
    return replace(block, format=setting)
