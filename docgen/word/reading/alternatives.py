"""Content in several versions: the one that is read (ECMA-376, Part 3, 10.2)."""

from collections.abc import Iterator

from docgen.package import Element
from docgen.word.ooxml import MC, M, W

_UNDERSTOOD = frozenset({"wps", "wpg", "wpc", "wp14", "w14", "w15", "w16", "a14"})
_WORDS = frozenset({f"{W}t", f"{M}t"})


def chosen(node: Element) -> list[Element]:
    """Return what stands in the version of an `mc:AlternateContent` that docgen knows.

    That is the first choice whose needs are understood and that is not empty, else the fallback.
    """
    for choice in node.iterchildren(f"{MC}Choice", f"{MC}Fallback"):
        needs = choice.get("Requires", "").split()
        if len(choice) and _UNDERSTOOD.issuperset(needs):
            return list(choice)
    return []


def descendants(node: Element) -> Iterator[Element]:
    """Yield a node and all in it, of content in several versions only the one that is read."""
    yield node
    for kid in chosen(node) if node.tag == f"{MC}AlternateContent" else node:
        yield from descendants(kid)


def words(node: Element) -> str:
    """Return all words inside an element."""
    texts = (text.text or "" for text in descendants(node) if text.tag in _WORDS)
    return " ".join("".join(texts).split())
