"""A Word file read → `Paper`."""

from collections.abc import Sequence

from docgen.components.body import Role, read_body
from docgen.components.closing import read_closing
from docgen.components.cutting import cut
from docgen.components.endings import split_closing
from docgen.components.head import read_head
from docgen.components.part import APPENDIX, COPY, Paper, Part
from docgen.components.pieces import Piece, in_columns, in_text_columns, lines_of
from docgen.components.titles import read_appendix_title, read_head_of, read_title
from docgen.word.reading import BODY, Block, Paragraph, Section, Table, WordDocument


def read_paper(document: WordDocument) -> Paper:
    """Find the components of a document."""
    return Paper(
        document, [_read_part(kind, blocks, document.sections) for kind, blocks in cut(document.blocks)]
    )


def _read_part(kind: str, blocks: list[Block], sections: Sequence[Section]) -> Part:
    part = Part(kind, blocks)
    rest = list(blocks)
    if kind == APPENDIX:
        rest = read_appendix_title(part, rest)
    elif kind == COPY:
        part.head = read_head(list(in_columns(rest[:1])))
        rest = rest[1:]
    else:
        rest = read_title(part, read_head_of(part, rest))
    rest, closing = split_closing(rest)
    if closing:
        part.closing = read_closing(_in_columns(closing, sections), closing)
    part.tables = [block for block in rest if isinstance(block, Table)]
    content = [block for block in rest if isinstance(block, Paragraph) and block.story == BODY]
    part.body = read_body(content)
    part.addressees = _addressees(part)
    return part


def _in_columns(closing: list[Block], sections: Sequence[Section]) -> list[Piece]:
    """Return the pieces of a closing by their columns, which may be columns of text."""
    of_text = any(sections[block.section].columns > 1 for block in closing)
    return list(in_text_columns(closing) if of_text else in_columns(closing))


def _addressees(part: Part) -> list[Piece]:
    """Return the lines of "Kính gửi" at the start of the content."""
    found: list[Piece] = []
    for one in part.body:
        if one.role is Role.ADDRESSEE or (found and one.role is Role.DASH):
            found += lines_of(one.paragraph)
        elif found or one.role is not Role.RULE:
            break
    return found
