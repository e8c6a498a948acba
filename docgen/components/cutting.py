"""A file cut into its parts: the main text, appendices, what a decision issues, the note of a copy."""

import re
from collections.abc import Sequence

from docgen.components.closing import is_recipients_label
from docgen.components.head import is_copy_form, is_national_title
from docgen.components.part import APPENDIX, ATTACHED, COPY, MAIN
from docgen.components.pieces import RIGHT, Piece, in_columns, lines_of
from docgen.word.reading import BODY, Block, Paragraph, Table

_APPENDIX = re.compile(
    r"phu luc((\s+(so\s+)?([ivxlc]+|\d+|[a-h]))?\s*[.:…]*(\s*[(:.\-].*)?|\s*[.…]+\s*\d?\s*[.…]*)$"
)
_TITLED_APPENDIX = re.compile(r"phu luc (?!hop dong\b|kem theo\b)\w")
"""A label that goes on with the title: "PHỤ LỤC DANH MỤC NHIỆM VỤ"; in capitals only."""
_LONGEST_LABEL = 60
_FEWEST = 3
"""Rows and columns; a table with fewer may be a signature."""
_HEAD_LINES = 30
_STAMP_LINES = 2


def cut(blocks: Sequence[Block]) -> list[tuple[str, list[Block]]]:
    """Part the blocks of a file where an appendix, another head or the note of a copy begins."""
    parts: list[tuple[str, list[Block]]] = [(MAIN, [])]
    headed = False
    signed: int | None = None
    for at, block in enumerate(blocks):
        kind = _begins(block, headed=headed)
        if not kind and signed is not None and _follows_signature(blocks, at, signed):
            kind, signed = APPENDIX, None
        elif kind == APPENDIX and not _is_placed(block, blocks[at - 1] if at else None):
            kind = ""
        if kind == APPENDIX and not headed and _is_stamp(parts[-1][1]):
            parts[-1] = (APPENDIX, parts[-1][1])
        elif kind:
            parts.append((kind, []))
        headed = headed or has_national_title(block)
        signed = at if _names_recipients(block) else None if kind else signed
        parts[-1][1].append(block)
    return parts


def _names_recipients(block: Block) -> bool:
    """Whether "Nơi nhận:" stands in a block that may be a closing."""
    if isinstance(block, Table) and len(block.rows) > _HEAD_LINES:
        return False
    return any(is_recipients_label(piece) for piece in in_columns([block]))


def _follows_signature(blocks: Sequence[Block], at: int, signed: int) -> bool:
    """Whether a table of data, with its title, begins behind the closing without the word "Phụ lục".

    It does on a new page, or right behind the table that holds recipients and signature.
    """
    if is_blank(blocks[at]):
        return False
    last = next(place for place in range(at - 1, -1, -1) if place == signed or not is_blank(blocks[place]))
    behind = last == signed and _holds_signature(blocks[signed])
    new_page = blocks[at].section != blocks[last].section or any(map(_breaks_page, blocks[last : at + 1]))
    return (behind or new_page) and _data_follows(blocks[at:])


def _holds_signature(block: Block) -> bool:
    """Whether something stands on the right of a table with the recipients."""
    return isinstance(block, Table) and any(piece.column == RIGHT for piece in in_columns([block]))


def _breaks_page(block: Block) -> bool:
    return isinstance(block, Paragraph) and (block.format.page_break_before or "\f" in block.text)


def _data_follows(blocks: Sequence[Block]) -> bool:
    """Whether a table of data stands in what is left of a text."""
    for block in blocks:
        if _begins(block, headed=True) or _names_recipients(block):
            return False
        if isinstance(block, Table) and min(len(block.rows), len(block.columns)) >= _FEWEST:
            return True
    return False


def _begins(block: Block, *, headed: bool) -> str:
    """Return the kind of part that a block begins, empty for none."""
    if isinstance(block, Paragraph):
        if block.story == BODY and appendix_label(block) is not None:
            return APPENDIX
        return ATTACHED if headed and has_national_title(block) else ""
    if not headed or len(block.rows) > _HEAD_LINES:
        return ""
    if has_national_title(block):
        return ATTACHED
    return COPY if any(is_copy_form(piece) for piece in in_columns([block])) else ""


def appendix_label(paragraph: Paragraph) -> Piece | None:
    """Return the line "Phụ lục I" that a paragraph begins with."""
    if paragraph.text.lstrip()[:1].upper() != "P":
        return None
    first = next(lines_of(paragraph), None)
    if first is None or len(first.text) > _LONGEST_LABEL:
        return None
    titled = first.text.isupper() and _TITLED_APPENDIX.match(first.key)
    return first if titled or _APPENDIX.match(first.key) else None


def _is_placed(block: Block, before: Block | None) -> bool:
    """Whether "Phụ lục" stands as a title: centred, in capitals or at the top of a page."""
    if not isinstance(block, Paragraph):
        return False
    setting = block.format
    new_section = before is None or before.section != block.section
    title = setting.align == "center" or block.words.isupper() or setting.page_break_before
    return title or new_section or "\f" in block.text


def _is_stamp(blocks: Sequence[Block]) -> bool:
    """Whether blocks are at most the stamp of an appendix that is a file by itself (Mẫu 2.2)."""
    shown = [block for block in blocks if not is_blank(block)]
    return len(shown) <= _STAMP_LINES and all(
        isinstance(block, Paragraph) and len(block.words) <= _LONGEST_LABEL * 2 for block in shown
    )


def is_blank(block: Block) -> bool:
    """Whether a block is an empty paragraph."""
    return isinstance(block, Paragraph) and block.is_empty


def has_national_title(block: Block) -> bool:
    """Whether a head begins in a block."""
    if isinstance(block, Paragraph):
        return "CỘNG" in block.text.upper() and any(is_national_title(one) for one in in_columns([block]))
    if len(block.rows) > _HEAD_LINES:
        return False
    return any(is_national_title(piece) for piece in in_columns([block]))
