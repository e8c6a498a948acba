"""`Paper`: a Word file with the components of a document found by reading it.

A file holds a main text and what comes with it: appendices, documents that a decision issues, the note of a
copy. Each is a `Part` with its own blocks.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from docgen.check.components.body import BodyParagraph, Role, read_body
from docgen.check.components.closing import Closing, is_recipients_label, read_closing
from docgen.check.components.head import Head, is_date, is_motto, is_national_title, is_number, read_head
from docgen.check.components.pieces import LEFT, RIGHT, WHOLE, Piece, in_columns, key, lines_of
from docgen.rules.decree import document_types
from docgen.word.reading import BODY, Block, Paragraph, Section, Table, WordDocument

MAIN, APPENDIX, ATTACHED, COPY = "văn bản", "phụ lục", "văn bản kèm theo", "bản sao"
"""The kinds of parts."""

_APPENDIX = re.compile(r"phu luc(\s+(so\s+)?([ivxlc]+|\d+|[a-h]))?\s*[.:…]*(\s*[(:.\-].*)?$")
_REFERENCE = re.compile(r"\(?\s*(ban hanh )?kem theo\b")
_COPY = re.compile(r"(sao y|sao luc|trich sao)$")
_TYPES = {key(name): name for name in document_types()} | {"giay uy quyen": "Giấy ủy quyền"}
_TYPE = re.compile(rf"({'|'.join(sorted(_TYPES, key=len, reverse=True))})\b")
_LONGEST_LABEL = 60
_HEAD_LINES = 30
_CLOSING_LINES = 40


@dataclass(eq=False)
class Part:
    """One text of a file, with the components that it has; lists hold one piece for each printed line."""

    kind: str
    blocks: list[Block]
    head: Head | None = None
    label: Piece | None = None
    """ "Phụ lục I"."""
    type_name: Piece | None = None
    subject: list[Piece] = field(default_factory=list)
    """The trích yếu; of an appendix its title."""
    reference: list[Piece] = field(default_factory=list)
    """ "(Kèm theo …)"."""
    addressees: list[Piece] = field(default_factory=list)
    body: list[BodyParagraph] = field(default_factory=list)
    closing: Closing | None = None
    tables: list[Table] = field(default_factory=list)
    """Those of the content."""

    @property
    def paragraphs(self) -> Iterator[Paragraph]:
        """All paragraphs, those in tables too."""
        for block in self.blocks:
            if isinstance(block, Paragraph):
                yield block
            else:
                yield from block.paragraphs

    @cached_property
    def type(self) -> str:
        """The type of document that its name says, "Công văn" where it has none but a head; else empty."""
        if self.type_name is not None:
            return _TYPES[(_TYPE.match(self.type_name.key) or [""])[0]]
        return "Công văn" if self.head and self.head.letter_subject else ""

    @cached_property
    def subject_text(self) -> str:
        """The subject on one line."""
        return " ".join(piece.text for piece in self.subject)


@dataclass(eq=False)
class Paper:
    """A Word file as a document: its main text first, then what comes with it."""

    document: WordDocument
    parts: list[Part]

    @property
    def main(self) -> Part:
        """The main text; of a file that is an appendix by itself, that."""
        return self.parts[0]

    @cached_property
    def appendices(self) -> list[Part]:
        """The appendices in order."""
        return [part for part in self.parts if part.kind == APPENDIX]

    @cached_property
    def texts(self) -> list[Part]:
        """The parts that are documents by themselves: the main text and those that it issues."""
        return [part for part in self.parts if part.kind in {MAIN, ATTACHED}]

    def section_of(self, paragraph: Paragraph) -> Section:
        """Return the section that a paragraph stands in."""
        return self.document.sections[paragraph.section]


def read_paper(document: WordDocument) -> Paper:
    """Find the components of a document."""
    return Paper(document, [_read_part(kind, blocks) for kind, blocks in _cut(document.blocks)])


def _cut(blocks: Sequence[Block]) -> list[tuple[str, list[Block]]]:
    """Part the blocks of a file where an appendix, another head or the note of a copy begins."""
    parts: list[tuple[str, list[Block]]] = [(MAIN, [])]
    headed = False
    for at, block in enumerate(blocks):
        kind = _begins(block, headed=headed)
        if kind == APPENDIX and not _is_placed(block, blocks[at - 1] if at else None):
            kind = ""
        if kind and any(not _is_blank(one) for one in parts[-1][1]):
            parts.append((kind, []))
        elif kind == APPENDIX:
            parts[-1] = (APPENDIX, parts[-1][1])
        headed = headed or _has_national_title(block)
        parts[-1][1].append(block)
    return parts


def _begins(block: Block, *, headed: bool) -> str:
    """Return the kind of part that a block begins, empty for none."""
    if isinstance(block, Paragraph):
        if block.story == BODY and _label(block) is not None:
            return APPENDIX
        return ATTACHED if headed and _has_national_title(block) else ""
    if headed and _has_national_title(block):
        return ATTACHED
    lines = [paragraph.words for paragraph in block.paragraphs[:_HEAD_LINES] if paragraph.words]
    if headed and any(_COPY.match(key(line)) for line in lines):
        return COPY
    return ""


def _label(paragraph: Paragraph) -> Piece | None:
    """Return the line "Phụ lục I" that a paragraph begins with."""
    if paragraph.text.lstrip()[:1].upper() != "P":
        return None
    first = next(lines_of(paragraph), None)
    if first is None or len(first.text) > _LONGEST_LABEL:
        return None
    return first if _APPENDIX.match(first.key) else None


def _is_placed(block: Block, before: Block | None) -> bool:
    """Whether "Phụ lục" stands as a title: centred, in capitals or at the top of a page."""
    if not isinstance(block, Paragraph):
        return False
    setting = block.format
    new_section = before is None or _section(before) != block.section
    title = setting.align == "center" or block.words.isupper() or setting.page_break_before
    return title or new_section or "\f" in block.text


def _section(block: Block) -> int:
    return block.section


def _is_blank(block: Block) -> bool:
    return isinstance(block, Paragraph) and block.is_empty


def _has_national_title(block: Block) -> bool:
    if isinstance(block, Paragraph):
        return "CỘNG" in block.text.upper() and any(is_national_title(one) for one in in_columns([block]))
    if len(block.rows) > _HEAD_LINES:
        return False
    return any(is_national_title(piece) for piece in in_columns([block]))


def _read_part(kind: str, blocks: list[Block]) -> Part:
    part = Part(kind, blocks)
    rest = list(blocks)
    if kind == APPENDIX:
        rest = _read_appendix_title(part, rest)
    elif kind == COPY:
        part.head = read_head(list(in_columns(rest[:1])))
        rest = rest[1:]
    else:
        rest = _read_title(part, _read_head_of(part, rest))
    rest, closing = _split_closing(rest)
    if closing:
        part.closing = read_closing(list(in_columns(closing)), closing)
    part.tables = [block for block in rest if isinstance(block, Table)]
    content = [block for block in rest if isinstance(block, Paragraph) and block.story == BODY]
    part.body = read_body(content)
    part.addressees = _addressees(part)
    return part


def _read_head_of(part: Part, blocks: list[Block]) -> list[Block]:
    """Take the head from the blocks: up to the last line of it that is recognised."""
    last, pieces, taken = 0, [], 0
    for at, block in enumerate(blocks[:_HEAD_LINES]):
        found = list(in_columns([block]))
        if isinstance(block, Table) and block.bordered and not _has_national_title(block):
            break
        if any(_is_type_name(piece) for piece in found):
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
    return known or (is_date(piece) and len(piece.text) <= _LONGEST_LABEL)


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
        and not _is_type_name(pieces[0])
        and not key(pieces[0].text).startswith("kinh gui")
    )


def _is_type_name(piece: Piece) -> bool:
    """Whether a line is the name of a type of document, alone or with the subject behind it."""
    match = _TYPE.match(piece.key)
    if match is None or piece.column in {LEFT, RIGHT} or piece.text.endswith((":", ";", ".")):
        return False
    named = piece.text[: len(match[0])]
    caps = bool(piece.faces) and all(face.caps for face in piece.faces)
    whole = piece.key == match[0] or re.fullmatch(r"[\W\d]*", piece.text[len(match[0]) :]) is not None
    return (named.isupper() or caps or whole) and (piece.align in {"center", None} or whole)


def _read_title(part: Part, blocks: list[Block]) -> list[Block]:
    """Take type and subject from the blocks below the head."""
    for at, block in enumerate(blocks[:_HEAD_LINES]):
        if isinstance(block, Table):
            continue
        pieces = list(lines_of(block))
        found = next((index for index, piece in enumerate(pieces) if _is_type_name(piece)), None)
        if found is not None:
            part.type_name = pieces[found]
            part.subject = pieces[found + 1 :]
            return _read_subject(part, blocks[at + 1 :])
        if pieces and not _is_stamp_or_rule(pieces):
            break
    return blocks


def _is_stamp_or_rule(pieces: Sequence[Piece]) -> bool:
    return all(
        piece.paragraph.box is not None or not any(char.isalnum() for char in piece.text) for piece in pieces
    )


_CONTENT = re.compile(r"(can cu|kinh gui|dieu \d|[ivx]+\.|phan |chuong |quyet dinh|quyet nghi|\d+\.)")


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
    if _CONTENT.match(words) or is_number(next(lines_of(block))):
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


def _read_appendix_title(part: Part, blocks: list[Block]) -> list[Block]:
    """Take label, title and reference of an appendix; what stands above the label is its stamp."""
    for at, block in enumerate(blocks):
        if isinstance(block, Paragraph) and (label := _label(block)):
            part.label = label
            more = list(lines_of(block))[1:]
            split = next(
                (index for index, piece in enumerate(more) if _REFERENCE.match(piece.key)), len(more)
            )
            part.subject, part.reference = more[:split], more[split:]
            part.head = Head(pieces=list(in_columns(blocks[:at])))
            rest = blocks[at + 1 :]
            return _read_reference(part, rest) if part.reference else _read_appendix_subject(part, rest)
    return blocks


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


def _split_closing(blocks: list[Block]) -> tuple[list[Block], list[Block]]:
    """Part the blocks into content and closing: from "Nơi nhận:" on, or the table of those who sign."""
    for at in range(len(blocks) - 1, -1, -1):
        block = blocks[at]
        if isinstance(block, Table) and (block.bordered or len(block.rows) > _CLOSING_LINES):
            continue
        if any(is_recipients_label(piece) for piece in in_columns([block])):
            start = _start_of_closing(blocks, at)
            return blocks[:start], blocks[start:]
    return _split_signatures(blocks)


def _start_of_closing(blocks: list[Block], at: int) -> int:
    """Return where the closing begins: signatures may stand right above the recipients."""
    above = at - 1
    while above >= 0 and _is_blank(blocks[above]):
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
    pieces = list(in_columns([table]))
    return bool(pieces) and pieces[0].text.isupper() and len(pieces) <= _CLOSING_LINES


def _split_signatures(blocks: list[Block]) -> tuple[list[Block], list[Block]]:
    """Part off the last table without lines that begins with titles in capitals."""
    shown = [at for at, block in enumerate(blocks) if not _is_blank(block)]
    if shown and isinstance(last := blocks[shown[-1]], Table) and not last.bordered and _signs(last):
        return blocks[: shown[-1]], blocks[shown[-1] :]
    return blocks, []


def _addressees(part: Part) -> list[Piece]:
    """Return the lines of "Kính gửi" at the start of the content."""
    found: list[Piece] = []
    for one in part.body:
        if one.role is Role.ADDRESSEE or (found and one.role is Role.DASH):
            found += lines_of(one.paragraph)
        elif found or one.role is not Role.RULE:
            break
    return found
