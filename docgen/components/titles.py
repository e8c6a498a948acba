"""Head, type, subject and reference of a part, taken one after the other from its blocks."""

import re
from collections.abc import Sequence

from docgen.components.cutting import appendix_label, has_national_title
from docgen.components.head import Head, is_date, is_motto, is_national_title, is_number, read_head
from docgen.components.part import Part, is_type_name
from docgen.components.pieces import LEFT, RIGHT, WHOLE, Piece, in_columns, is_rule, key, lines_of
from docgen.word.reading import Block, Paragraph, Table

_REFERENCE = re.compile(r"\(?\s*(ban hanh )?kem theo\b")
_ADDRESSEE = re.compile(r"kinh gui\b")
_PLACE = re.compile(r"[^,]{0,40},?\s*(ngay\b|(?<=,\s)\d)[^,]*(\d|[.…_]|nam|\s)$")
_LONGEST_LABEL = 60
_HEAD_LINES = 30


def read_head_of(part: Part, blocks: list[Block]) -> list[Block]:
    """Take the head from the blocks: up to the last line of it that is recognised."""
    last, pieces, taken = 0, [], 0
    for at, block in enumerate(blocks[:_HEAD_LINES]):
        found = list(in_columns([block]))
        if isinstance(block, Table) and block.bordered and not has_national_title(block):
            break
        if any(is_type_name(piece) or _ADDRESSEE.match(piece.key) for piece in found):
            break
        pieces += found
        if any(_is_of_head(piece) for piece in found):
            last, taken = at + 1, len(pieces)
    head = pieces[:taken]
    if head and any(is_national_title(piece) or is_number(piece) for piece in head):
        while last < len(blocks) and _goes_on(blocks[last]):
            head += in_columns([blocks[last]])
            last += 1
        part.head = read_head(head)
        return blocks[last:]
    return blocks


def _is_of_head(piece: Piece) -> bool:
    long = len(piece.text) > _LONGEST_LABEL * 2
    if piece.column == WHOLE and long:
        return False
    known = is_national_title(piece) or is_motto(piece) or is_number(piece)
    dated = is_date(piece) and len(piece.text) <= _LONGEST_LABEL and not piece.text.startswith("(")
    return known or (dated and (piece.column != WHOLE or _PLACE.match(piece.key) is not None))


def _goes_on(block: Block) -> bool:
    """Whether a block below the number is still of the head: V/v set as a paragraph, a box, an empty line."""
    if isinstance(block, Table):
        return False
    if block.is_empty or block.box is not None:
        return True
    pieces = list(in_columns([block]))
    return (
        bool(pieces)
        and (pieces[0].column in {LEFT, RIGHT} or key(pieces[0].text).startswith(("v/v", "ve viec")))
        and not is_type_name(pieces[0])
        and not key(pieces[0].text).startswith("kinh gui")
    )


def read_title(part: Part, blocks: list[Block]) -> list[Block]:
    """Take type and subject from the blocks below the head."""
    for at, block in enumerate(blocks[:_HEAD_LINES]):
        if isinstance(block, Table):
            continue
        pieces = list(lines_of(block))
        found = next((index for index, piece in enumerate(pieces) if is_type_name(piece)), None)
        if found is not None:
            part.type_name = pieces[found]
            part.subject = pieces[found + 1 :]
            return _read_subject(part, blocks[at + 1 :])
        if pieces and not _is_stamp_or_rule(pieces):
            break
    return blocks


def _is_stamp_or_rule(pieces: Sequence[Piece]) -> bool:
    return all(piece.paragraph.box is not None or is_rule(piece.text) for piece in pieces)


_CONTENT = re.compile(
    r"(can cu|kinh gui|dieu \d|[ivx]+\.|[a-h]\.\s|phan |chuong |quyet dinh|quyet nghi|\d+\.)"
)


def _read_subject(part: Part, blocks: list[Block]) -> list[Block]:
    """Take the centred lines of the subject, up to the line under it or the content."""
    for at, block in enumerate(blocks):
        if isinstance(block, Table):
            return blocks[at:]
        if block.is_empty or _is_stamp_or_rule(list(lines_of(block))):
            if part.subject and (block.drawings or not block.is_empty):
                return _read_reference(part, blocks[at + 1 :])
            continue
        if _REFERENCE.match(key(block.words)) and block.words.startswith("("):
            return _read_reference(part, blocks[at:])
        if not _is_of_subject(block, part):
            return blocks[at:]
        part.subject += lines_of(block)
    return []


def _is_of_subject(block: Paragraph, part: Part) -> bool:
    words = key(block.words)
    if _CONTENT.match(words) or words.endswith(":") or is_number(next(lines_of(block))):
        return False
    first = not part.subject
    bold = bool(block.faces) and all(face.bold for face in block.faces)
    if block.format.align != "center":
        return first and bold and not block.words.isupper()
    return first or not block.words.isupper() or bool(part.subject and part.subject[-1].text.isupper())


def _read_reference(part: Part, blocks: list[Block]) -> list[Block]:
    """Take the lines "(Kèm theo …)", which may be several, from the blocks below a title."""
    for at, block in enumerate(blocks):
        if not isinstance(block, Paragraph):
            return blocks[at:]
        if block.is_empty or _is_stamp_or_rule(list(lines_of(block))):
            if part.reference:
                return blocks[at + 1 :]
            continue
        open_ = bool(part.reference) and not part.reference[-1].text.rstrip(" ./").endswith(")")
        if not (open_ or (not part.reference and _REFERENCE.match(key(block.words)))):
            return blocks[at:]
        part.reference += lines_of(block)
    return []


def read_appendix_title(part: Part, blocks: list[Block]) -> list[Block]:
    """Take label, title and reference of an appendix; what stands above the label is its stamp."""
    for at, block in enumerate(blocks):
        if isinstance(block, Paragraph) and (label := appendix_label(block)):
            part.label = label
            more = list(lines_of(block))[1:]
            split = next(
                (index for index, piece in enumerate(more) if _REFERENCE.match(piece.key)), len(more)
            )
            part.subject, part.reference = more[:split], more[split:]
            part.head = Head(pieces=list(in_columns(blocks[:at])))
            rest = blocks[at + 1 :]
            return _read_reference(part, rest) if part.reference else _read_appendix_subject(part, rest)
    return _read_appendix_subject(part, blocks)


def _read_appendix_subject(part: Part, blocks: list[Block]) -> list[Block]:
    for at, block in enumerate(blocks):
        if isinstance(block, Table):
            return blocks[at:]
        if block.is_empty or _is_stamp_or_rule(list(lines_of(block))):
            continue
        if _REFERENCE.match(key(block.words)):
            return _read_reference(part, blocks[at:])
        if block.format.align != "center" and not block.words.isupper():
            return blocks[at:]
        if _CONTENT.match(key(block.words)) and part.subject:
            return blocks[at:]
        part.subject += lines_of(block)
    return []
