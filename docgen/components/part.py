"""`Paper` and its `Part`s: the components of a document as values."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property

from docgen.components.body import BodyParagraph
from docgen.components.closing import Closing
from docgen.components.head import Head
from docgen.components.pieces import LEFT, RIGHT, Piece, key
from docgen.rules.decree import document_types
from docgen.word.reading import Block, Paragraph, Section, Table, WordDocument

MAIN, APPENDIX, ATTACHED, COPY = "văn bản", "phụ lục", "văn bản kèm theo", "bản sao"
"""The kinds of parts."""

_TYPES = {key(name): name for name in document_types()} | {"giay uy quyen": "Giấy ủy quyền"}
_TYPE = re.compile(rf"(?!thong cao bao\b)({'|'.join(sorted(_TYPES, key=len, reverse=True))})\b")
"""A "thông cáo báo chí" is none of the types."""


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


def is_type_name(piece: Piece) -> bool:
    """Whether a line is the name of a type of document, alone or with the subject behind it."""
    match = _TYPE.match(piece.key)
    if match is None or piece.column in {LEFT, RIGHT} or piece.text.endswith((":", ";", ".")):
        return False
    named = piece.text[: len(match[0])]
    caps = bool(piece.faces) and all(face.caps for face in piece.faces)
    whole = piece.key == match[0] or re.fullmatch(r"[\W\d]*", piece.text[len(match[0]) :]) is not None
    return (named.isupper() or caps or whole) and (piece.align in {"center", None} or whole)
