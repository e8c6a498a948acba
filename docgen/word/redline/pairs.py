"""Which block of the old file is which of the new one: rows by their names, all others by their words."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Generic, TypeVar

from lxml import etree

from docgen.package import Element
from docgen.transform.pairing import Pairing
from docgen.word.ooxml import W

_LAYOUT_ONLY = frozenset(W + name for name in ("rPr", "sectPr", "pPrChange", "keepNext", "keepLines"))
"""What may differ between two paragraphs that are one: it changes no word and no look of one."""


Block = TypeVar("Block")


@dataclass(frozen=True)
class Step(Generic[Block]):
    """A block of both files, or of one of them."""

    old: Block | None
    new: Block | None

    @property
    def some(self) -> Block:
        """The block of the new file, or else that of the old one."""
        return next(block for block in (self.new, self.old) if block is not None)


def steps(old: Sequence[Block], new: Sequence[Block], pairing: Pairing) -> Iterator[Step[Block]]:
    """Yield all blocks in order, deleted ones before new ones. What moved is deleted here and new there."""
    before = after = 0
    standing = [(a, b) for a, b in pairing.pairs if a not in pairing.moved]
    for a, b in (*standing, (len(old), len(new))):
        yield from (Step(one, None) for one in old[before:a])
        yield from (Step(None, one) for one in new[after:b])
        if a < len(old):
            yield Step(old[a], new[b])
        before, after = a + 1, b + 1


@dataclass
class Worded:
    """A block with what is compared of it."""

    node: Element

    @cached_property
    def text(self) -> str:
        """Its words."""
        return "".join(self._letters())

    @cached_property
    def words(self) -> Counter[str]:
        """Its words, counted; those of one cell do not run on into the next."""
        return Counter(" ".join(self._letters()).split())

    def words_in_common(self, other: "Worded") -> float:
        """Return how many words two blocks have in common: 0 to 1."""
        total = self.words.total() + other.words.total()
        return 2 * (self.words & other.words).total() / total if total else 1.0

    def _letters(self) -> Iterator[str]:
        return map(str, self.node.itertext(f"{W}t", with_tail=False))


def look_of(properties: Element | None) -> tuple[str, ...]:
    """Return what a paragraph with these properties looks like."""
    if properties is None:
        return ()
    return tuple(described(node) for node in properties if node.tag not in _LAYOUT_ONLY)


def described(node: Element) -> str:
    """Return an element as a text, quickly where it holds no other."""
    if len(node):
        return etree.tostring(node, encoding="unicode", with_tail=False)
    return f"{node.tag} {node.items()}"
