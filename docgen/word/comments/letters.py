"""The letters of a part by the runs that hold them, and runs cut where something begins or ends."""

from collections.abc import Iterable, Iterator
from copy import deepcopy
from typing import TypeAlias

from docgen.package import Element
from docgen.word.ooxml import MC, SPACE, W, child, element, words

Span: TypeAlias = tuple[int, int]
"""Where a stretch of letters begins and ends."""

_BOX = f"{W}txbxContent"


def letters_of(root: Element) -> Iterator[tuple[int, Element]]:
    """Yield every `w:t` that holds letters, and how many letters are before it; copies for old Word aside."""
    count = 0
    for node in root.iter(f"{W}t"):
        if node.text and next(node.iterancestors(f"{MC}Fallback"), None) is None:
            yield count, node
            count += len(node.text)


def spans_of(root: Element, texts: Iterable[str]) -> list[Span]:
    """Return where each of `texts` stands among the letters, as they follow each other.

    A text that is not there has the place of the one before it.
    """
    letters = "".join(node.text or "" for _, node in letters_of(root))
    spans, last = [], (0, 0)
    for text in map(bare, texts):
        start = letters.find(text, last[1])
        last = last if start < 0 else (start, start + len(text))
        spans.append(last)
    return spans


def bare(text: str) -> str:
    """Return the letters of a text: line breaks and tabs are elements in Word."""
    return text.replace("\n", "").replace("\t", "")


def cut(root: Element, places: Iterable[int]) -> None:
    """Cut the runs of a part in two at each of `places`, numbers of letters before it."""
    wanted = sorted(set(places))
    for before, node in reversed(list(letters_of(root))):
        while wanted and wanted[-1] > before:
            place = wanted.pop() - before
            if place < len(node.text or ""):
                _cut(node, place)


def _cut(node: Element, place: int) -> None:
    """Cut the run around `node` before the letter `place` of it; what follows looks as it did."""
    run, text = next(node.iterancestors(f"{W}r")), node.text or ""
    face = child(run, "rPr")
    rest = element("r", *([] if face is None else [deepcopy(face)]), words(text[place:]))
    rest.extend(list(node.itersiblings()))
    node.text = text[:place]
    node.set(SPACE, "preserve")
    run.addnext(rest)


def run_around(node: Element) -> Element:
    """Return the run of a `w:t`; of one in a text box, where no comment may be, the run with the box."""
    boxes = list(node.iterancestors(_BOX))
    return next((boxes[-1] if boxes else node).iterancestors(f"{W}r"))
