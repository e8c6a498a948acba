"""One paragraph into another, word by word: what is deleted and inserted stands where it was read."""

from collections.abc import Sequence
from copy import deepcopy
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import groupby
from typing import TypeAlias

from lxml import etree

from docgen.documents.differing import ends_in_common
from docgen.package import Element
from docgen.word.ooxml import SPACE, W, child
from docgen.word.redline.pen import DELETED, INSERTED, Pen
from docgen.word.redline.pieces import NotSimpleError, Piece, Pieces, pieces_of

KEPT = ""
READABLE = 0.4
"""Share of words that two texts have in common, below which one is easier to read after the other."""

Span: TypeAlias = tuple[int, int, int, int]
"""A change: from and to which piece of the old, and of the new text."""


def reword(old: Element, new: Element, pen: Pen, *, apart: bool = False) -> None:
    """Turn the paragraph `new`, where it stands, into `old` with the changes that lead to it.

    `apart` says that it must not open with an insertion, as the paragraph before it ends in one: LibreOffice
    takes the two for one, and the mark between them with it.
    """
    if etree.tostring(old, with_tail=False) == etree.tostring(new, with_tail=False):
        return
    try:
        before, after = pieces_of(old), pieces_of(new)
    except NotSimpleError:
        _replace(old, new, pen)
        return
    spans = changes(before.pieces, after.pieces)
    if apart and before.pieces:
        spans = _opened_by_deletion(spans)
    if spans:
        _Rewriting(new, before, after, pen).write(spans)


def _replace(old: Element, new: Element, pen: Pen) -> None:
    """Delete all words and insert all words."""
    pen.insert_words(new)
    at = 1 if len(new) and new[0].tag == f"{W}pPr" else 0
    new[at:at] = pen.deleted_words(old)


def changes(old: Sequence[Piece], new: Sequence[Piece]) -> list[Span]:
    """Return what differs, in order: few spans that read well."""
    left, right = [piece.key for piece in old], [piece.key for piece in new]
    if left == right:
        return []
    start, end = ends_in_common(left, right)
    middle = SequenceMatcher(
        None, left[start : len(left) - end], right[start : len(right) - end], autojunk=False
    )
    codes = [
        (a + start, b + start, c + start, d + start)
        for code, a, b, c, d in middle.get_opcodes()
        if code != "equal"
    ]
    spans = _joined(codes, left)
    if _is_readable(spans, left, right):
        return spans
    return [(0, len(left), 0, len(right))]


def _joined(spans: Sequence[Span], old: Sequence[tuple[str, bytes]]) -> list[Span]:
    """Join changes between which only a blank is the same."""
    joined: list[Span] = []
    for span in spans:
        if joined and span[0] - joined[-1][1] == 1 and old[joined[-1][1]][0] == " ":
            joined[-1] = (joined[-1][0], span[1], joined[-1][2], span[3])
        else:
            joined.append(span)
    return joined


def _opened_by_deletion(spans: list[Span]) -> list[Span]:
    """Let what is inserted at the very start take the first word that stays along."""
    return [(0, 1, 0, span[3] + 1) if span[:3] == (0, 0, 0) else span for span in spans]


def _is_readable(
    spans: Sequence[Span], old: Sequence[tuple[str, bytes]], new: Sequence[tuple[str, bytes]]
) -> bool:
    """Say whether enough words stay between the changes; words only added, or only deleted, read well."""
    gone = sum(_words(old[a:b]) for a, b, _, _ in spans)
    come = sum(_words(new[c:d]) for _, _, c, d in spans)
    both = _words(old) + _words(new)
    return not gone or not come or both - gone - come >= READABLE * both


def _words(keys: Sequence[tuple[str, bytes]]) -> int:
    return sum(not text.isspace() for text, _ in keys)


@dataclass
class _Rewriting:
    """Writes the pieces of two texts into `paragraph`; marks of no width keep their place in the new one."""

    paragraph: Element
    old: Pieces
    new: Pieces
    pen: Pen
    passed: int = 0

    def write(self, spans: Sequence[Span]) -> None:
        """Put what is kept and what changed in place of the words of the paragraph."""
        self.paragraph[:] = list(self.paragraph.iterchildren(f"{W}pPr"))
        at = 0
        for a, b, c, d in spans:
            self._add(KEPT, self.new.pieces[at:c])
            self._pass_marks(self.new.pieces[c - 1].end if c else 0)
            self._put(DELETED, self.old.pieces[a:b])
            self._add(INSERTED, self.new.pieces[c:d])
            at = d
        self._add(KEPT, self.new.pieces[at:])
        self.paragraph.extend(node for _, node in self.new.marks[self.passed :])

    def _add(self, kind: str, pieces: Sequence[Piece]) -> None:
        """Write pieces of the new text, parted where a mark stands among them."""
        at = 0
        for place, piece in enumerate(pieces):
            if self._is_due(piece.start):
                self._put(kind, pieces[at:place])
                self._pass_marks(piece.start)
                at = place
        self._put(kind, pieces[at:])

    def _is_due(self, position: int) -> bool:
        return self.passed < len(self.new.marks) and self.new.marks[self.passed][0] <= position

    def _pass_marks(self, position: int) -> None:
        while self._is_due(position):
            self.paragraph.append(self.new.marks[self.passed][1])
            self.passed += 1

    def _put(self, kind: str, pieces: Sequence[Piece]) -> None:
        if pieces:
            holder = self.pen.change_in(self.paragraph, kind) if kind else self.paragraph
            for _, alike in groupby(pieces, key=lambda piece: piece.face):
                self._run(holder, list(alike), kind)

    def _run(self, holder: Element, pieces: Sequence[Piece], kind: str) -> None:
        run, face = etree.SubElement(holder, f"{W}r"), child(pieces[0].run, "rPr")
        if face is not None:
            run.append(deepcopy(face))
        for node, together in groupby(pieces, key=lambda piece: piece.node):
            if node is None:
                letters = etree.SubElement(run, f"{W}delText" if kind == DELETED else f"{W}t")
                letters.set(SPACE, "preserve")
                letters.text = "".join(piece.text for piece in together)
            elif kind == DELETED:
                self.pen.strike(run, [node])
            else:
                run.append(deepcopy(node))
