"""Page numbers taken out of headers and footers; whatever else stands there stays."""

import re
from collections.abc import Iterator
from copy import deepcopy

from docgen.check.fixing.fields import fields, page_numbers
from docgen.package import Element
from docgen.word.ooxml import W

_BESIDE = re.compile(r"[\W_]*(?:trang|page)?[\W_]*(?:trên|of|tổng số)?[\W_]*", re.IGNORECASE)
"""What may stand beside a page number as part of it: "Trang 2/10", "- 2 -"."""

_COUNTS = re.compile(r"\b(PAGE|NUMPAGES|SECTIONPAGES)\b", re.IGNORECASE)
_PARTING = frozenset(W + name for name in ("tab", "ptab", "br", "cr"))
_DRAWN = tuple(W + name for name in ("drawing", "pict", "object"))


def has_number(root: Element) -> bool:
    """Whether a header or footer shows the number of the page."""
    return any(page_numbers(paragraph) for paragraph in root.iter(f"{W}p"))


def take(root: Element) -> bool:
    """Take the page numbers out; return whether all could be told from other words."""
    taken = [_take(paragraph) for paragraph in root.iter(f"{W}p") if page_numbers(paragraph)]
    return all(taken)


def can_take(root: Element) -> bool:
    """Whether `take` could take all."""
    return take(deepcopy(root))


def says(root: Element) -> str:
    """Return the words of a header or footer beside page numbers, with a sign for each drawing."""
    bare = deepcopy(root)
    take(bare)
    drawn = sum(1 for _ in bare.iter(*_DRAWN))
    return "".join("".join(text.text or "" for text in bare.iter(f"{W}t")).split()) + "▪" * drawn


def _take(paragraph: Element) -> bool:
    found = fields(paragraph)
    owners = {run: one for one in found for run in one.runs}
    for segment in list(_segments(paragraph, set(owners))):
        here = list(dict.fromkeys(owners[node] for node in segment if node in owners))
        if not any(one.is_page_number for one in here):
            continue
        words = "".join(node.text or "" for node in segment if node not in owners)
        if not _BESIDE.fullmatch(words) or not all(_COUNTS.search(one.code) for one in here):
            return False
        for node in [*(node for one in here for node in one.nodes), *segment]:
            _remove(node)
    _clear(paragraph)
    return True


def _segments(paragraph: Element, owned: set[Element]) -> Iterator[list[Element]]:
    """Yield what stands between tabs and breaks: runs of fields, and texts."""
    segment: list[Element] = []
    for run in paragraph.iter(f"{W}r"):
        if next(run.iterancestors(f"{W}p")) is not paragraph:
            continue
        if run in owned:
            segment.append(run)
            continue
        for node in run:
            if node.tag in _PARTING:
                yield segment
                segment = []
            elif node.tag == f"{W}t":
                segment.append(node)
    yield segment


def _clear(paragraph: Element) -> None:
    """Take tabs away that stand for nothing."""
    words = "".join(text.text or "" for text in paragraph.iter(f"{W}t"))
    if not words.strip() and next(paragraph.iter(*_DRAWN), None) is None:
        for run in list(paragraph.iter(f"{W}r")):
            _remove(run)


def _remove(node: Element) -> None:
    parent = node.getparent()
    if parent is not None:
        parent.remove(node)
