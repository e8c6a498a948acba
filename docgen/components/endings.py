"""Where the content of a part ends and its closing begins."""

from docgen.components.closing import is_recipients_label
from docgen.components.cutting import is_blank
from docgen.components.pieces import LEFT, in_columns
from docgen.word.reading import Block, Paragraph, Table

_LONGEST_LABEL = 60
_CLOSING_LINES = 40
_FRAMED_ROWS = 3
"""A table with lines is one of data, unless it has so few rows: then someone forgot to take them away."""


def split_closing(blocks: list[Block]) -> tuple[list[Block], list[Block]]:
    """Part the blocks into content and closing: from "Nơi nhận:" on, or the table of those who sign."""
    for at in range(len(blocks) - 1, -1, -1):
        block = blocks[at]
        if isinstance(block, Table) and _is_too_long(block):
            continue
        if any(is_recipients_label(piece) for piece in in_columns([block])):
            start = _start_of_closing(blocks, at)
            return blocks[:start], blocks[start:]
    return _split_signatures(blocks)


def _is_too_long(table: Table) -> bool:
    return len(table.rows) > (_FRAMED_ROWS if table.bordered else _CLOSING_LINES)


def _start_of_closing(blocks: list[Block], at: int) -> int:
    """Return where the closing begins: signatures may stand right above the recipients."""
    above = at - 1
    while above >= 0 and is_blank(blocks[above]):
        above -= 1
    if above >= 0 and not isinstance(blocks[at], Table):
        block = blocks[above]
        if isinstance(block, Table) and not block.bordered and _signs(block):
            return above
        if isinstance(block, Paragraph) and _is_signer_line(block):
            return _first_of_signature(blocks, above)
    return at


def _first_of_signature(blocks: list[Block], at: int) -> int:
    first = at
    while at >= 0:
        block = blocks[at]
        if not isinstance(block, Paragraph) or not (block.is_empty or _is_signer_line(block)):
            break
        first = at if not block.is_empty else first
        at -= 1
    return first


def _is_signer_line(paragraph: Paragraph) -> bool:
    """Whether a paragraph is a line of a signature without columns: short, not justified, bold."""
    short = len(paragraph.words) <= _LONGEST_LABEL and paragraph.format.align in {"center", "right"}
    indented = paragraph.format.left > paragraph.format.mark.size * 10
    bold = bool(paragraph.faces) and all(face.bold for face in paragraph.faces)
    return (short or indented) and bold


def _signs(table: Table) -> bool:
    """Whether a table begins, in one of its columns, with a title in capitals."""
    pieces = list(in_columns([table]))
    first = [next((piece for piece in pieces if piece.column != LEFT), None), *pieces[:1]]
    return len(pieces) <= _CLOSING_LINES and any(piece.text.isupper() for piece in first if piece)


def _split_signatures(blocks: list[Block]) -> tuple[list[Block], list[Block]]:
    """Part off the last table without lines that begins with titles in capitals."""
    shown = [at for at, block in enumerate(blocks) if not is_blank(block)]
    if shown and isinstance(last := blocks[shown[-1]], Table) and not last.bordered and _signs(last):
        return blocks[: shown[-1]], blocks[shown[-1] :]
    return blocks, []
