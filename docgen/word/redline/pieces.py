"""A paragraph in pieces: words, blanks and signs with their looks, and the marks of no width among them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import accumulate
from typing import NamedTuple

from lxml import etree

from docgen.package import Element
from docgen.word.ooxml import MC, W, child
from docgen.word.redline.pen import NOTED, RANGES

_TOKEN = re.compile(r"\w+|\s+|[^\w\s]")
"""A Vietnamese word is written in syllables, so that a syllable is what is compared."""

_UNSEEN = frozenset({f"{W}rPr", f"{W}lastRenderedPageBreak"})
_DRAWN = frozenset({f"{W}drawing", f"{W}pict", f"{MC}AlternateContent"})
_PASSED = frozenset({f"{W}pPr", f"{W}proofErr"})
_WHOLE = frozenset({f"{W}fldChar", f"{W}instrText", f"{W}object", f"{W}ruby"})
"""Signs that belong together with others, or hold words of their own."""


class Piece(NamedTuple):
    """A word, or a sign that is no letter (`node`); `face` is the XML of how it looks, `run` where it stood.

    `start` counts the characters before it, a sign being one.
    """

    text: str
    face: bytes
    start: int
    run: Element
    node: Element | None = None

    @property
    def key(self) -> tuple[str, bytes]:
        """What makes it equal to another."""
        return self[:2]

    @property
    def end(self) -> int:
        """The characters up to its end."""
        return self.start + (len(self.text) if self.node is None else 1)


@dataclass(slots=True)
class Pieces:
    """What a paragraph is made of: `marks` are those of no width, with the characters before them."""

    pieces: list[Piece] = field(default_factory=list)
    marks: list[tuple[int, Element]] = field(default_factory=list)


class NotSimpleError(Exception):
    """A paragraph holds more than runs of words and signs."""


def pieces_of(paragraph: Element) -> Pieces:
    """Take a paragraph to pieces; its own nodes stay where they are.

    Raises:
        NotSimpleError: it has links, fields or controls.

    """
    found = Pieces()
    text, face, run, length = "", b"", paragraph, 0

    def close() -> None:
        """Cut the letters that stand together and look alike."""
        tokens = _TOKEN.findall(text)
        starts = accumulate(map(len, tokens), initial=length - len(text))
        found.pieces.extend([Piece(token, face, at, run) for token, at in zip(tokens, starts, strict=False)])

    for node, holder in _signs(paragraph):
        if node.tag in RANGES or node.tag == f"{W}r":
            found.marks.append((length, node))
            continue
        look = face_of(holder)
        if text and (node.tag != f"{W}t" or look != face):
            close()
            text = ""
        if node.tag == f"{W}t":
            text, face, run = text + (node.text or ""), look, run if text else holder
            length += len(node.text or "")
        else:
            found.pieces.append(Piece(_sign(node), look, length, holder, node))
            length += 1
    close()
    return found


def _signs(paragraph: Element) -> Iterator[tuple[Element, Element]]:
    """Yield every sign with its run; marks of no width and runs that refer to a note as they are."""
    for node in paragraph:
        if node.tag == f"{W}r":
            yield from _inside(node)
        elif node.tag in RANGES:
            yield node, paragraph
        elif node.tag not in _PASSED:
            raise NotSimpleError


def _inside(run: Element) -> Iterator[tuple[Element, Element]]:
    for node in run:
        if node.tag in NOTED:
            yield run, run
            return
        if node.tag in _WHOLE:
            raise NotSimpleError
        if node.tag not in _UNSEEN:
            yield node, run


def _sign(node: Element) -> str:
    """Return what a sign is told by: a drawing without words is as good as another."""
    if node.tag in _DRAWN and next(node.iter(f"{W}t"), None) is None:
        return "\0"
    return etree.tostring(node, encoding="unicode", with_tail=False)


def face_of(run: Element) -> bytes:
    """Return the XML of how a run looks."""
    face = child(run, "rPr")
    return b"" if face is None or not len(face) else etree.tostring(face, with_tail=False)
