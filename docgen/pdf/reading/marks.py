"""Where the marks of comments stand: always in a paragraph that is shown (ECMA-376, Part 1, 17.13.4).

In the file they may stand between paragraphs, and in what a tracked change takes out.
"""

from docgen.package import Element
from docgen.word.ooxml import W, child
from docgen.word.reading.changes import GONE, Changes

START, END, REFERENCE = (f"{W}comment{name}" for name in ("RangeStart", "RangeEnd", "Reference"))
MARKS = frozenset({START, END, REFERENCE})
PARAGRAPH = f"{W}p"


def lifted(root: Element, changes: Changes) -> list[Element]:
    """Return the paragraphs and marks of a part in order, the marks moved out of runs that will be gone."""
    nodes = list(root.iter(PARAGRAPH, *MARKS))
    for mark in nodes:
        if mark.tag != PARAGRAPH:
            _lift(mark, GONE[changes])
    return nodes


def _lift(mark: Element, gone: tuple[str, ...]) -> None:
    outermost = None
    for holder in mark.iterancestors():
        if holder.tag == PARAGRAPH:
            break
        outermost = holder if holder.tag in gone else outermost
    if outermost is not None:
        outermost.addprevious(mark)


def bring_home(root: Element, nodes: list[Element]) -> None:
    """Move marks that stand in no paragraph (any more) to the nearest: starts to the next, others back."""
    kept = set(root.iter(PARAGRAPH))
    waiting: list[Element] = []
    above = None
    for node in nodes:
        if node in kept:
            _put_first(node, waiting)
            waiting, above = [], node
        elif node.tag != PARAGRAPH and next(node.iterancestors(PARAGRAPH), None) not in kept:
            if node.tag == START or above is None:
                waiting.append(node)
            else:
                above.append(node)
    if above is not None:
        above.extend(waiting)


def _put_first(paragraph: Element, marks: list[Element]) -> None:
    at = 0 if child(paragraph, "pPr") is None else 1
    for mark in reversed(marks):
        paragraph.insert(at, mark)
