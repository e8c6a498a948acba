"""Sentences from pieces: joined, capitalised and ended as Vietnamese writes them."""

import re
from collections.abc import Sequence
from dataclasses import replace

from docgen.documents import wording
from docgen.documents.baocao.counting import ORGANISATION
from docgen.model.figure import Figure, Piece, Quotation, Sentence, Source

_LEADING = re.compile(r"^(?:[-–—+•*]+\s+)+")
_END_MARK = re.compile(r"(?:\s*\./\.)+\s*$")
_ENDED = ("…", "!", "?")


def phrase(*parts: Piece | Sentence) -> Sentence:
    """Return pieces and sentences as one sentence; empty words are left out."""
    pieces: list[Piece] = []
    for part in parts:
        pieces += part if isinstance(part, tuple) else (part,)
    return tuple(piece for piece in pieces if str(piece))


def joined(items: Sequence[Sentence], between: str = ", ", last: str = " và ") -> Sentence:
    """Return a list inside a sentence: "a, b và c"; what holds an "và" of its own is told apart by signs."""
    *before, end = items
    signs = [between] * (len(before) - 1) + [last]
    return phrase(*(piece for item, sign in zip(before, signs, strict=False) for piece in (item, sign)), end)


def ended(sentence: Sentence, mark: str = ".") -> Sentence:
    """Return a sentence with the sign that ends it; one that has its own end keeps it."""
    *before, last = sentence
    if str(last).endswith(_ENDED):
        return sentence
    bare = wording.without_end(str(last))
    return (*before, _with_text(last, bare), mark)


def capital(sentence: Sentence) -> Sentence:
    """Return a sentence whose first letter is a capital."""
    first, *rest = sentence
    text = str(first)
    return (_with_text(first, text[:1].upper() + text[1:]), *rest)


def upper(sentence: Sentence) -> Sentence:
    """Return a sentence in capitals."""
    return tuple(_with_text(piece, str(piece).upper()) for piece in sentence)


def named(name: str) -> Quotation:
    """Return the name of a unit of the agency; numbers in it are the name's."""
    return Quotation(name, Source(ORGANISATION, name))


def units(names: Sequence[str]) -> Sentence:
    """Return names of units, each once; some have a comma of their own."""
    return joined([(named(name),) for name in dict.fromkeys(names)], "; ", "; ")


def bare(text: str) -> str:
    """Return a text of a unit on one line, without dashes before it and stops behind it."""
    line = _LEADING.sub("", " ".join(text.split()))
    return wording.without_end(_END_MARK.sub("", line))


def _with_text(piece: Piece, text: str) -> Piece:
    return replace(piece, text=text) if isinstance(piece, Figure | Quotation) else text
