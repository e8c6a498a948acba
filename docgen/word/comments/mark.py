"""The mark of a draft: a line of its own under the number, unless the template has a place for it."""

from collections.abc import Iterator
from copy import deepcopy

from docgen.documents.base import Head, PrintedDocument
from docgen.package import Element
from docgen.word.blocks import text_of
from docgen.word.comments.letters import bare
from docgen.word.comments.styles import DRAFT, Styles
from docgen.word.ooxml import MC, W, child, element, value, words

_OF_THE_NUMBER_ALONE = tuple(W + name for name in ("pStyle", "sectPr", "numPr", "rStyle", "b", "bCs"))


def draft_head(document: PrintedDocument) -> Head | None:
    """Return the head that must be marked, that of a draft; None where there is none."""
    head = getattr(document, "head", None)
    return head if isinstance(head, Head) and head.draft_mark else None


def is_marked(root: Element, head: Head) -> bool:
    """Say whether the mark of a draft stands above the title."""
    return any(head.draft_mark in text_of(paragraph) for paragraph in _above_title(root, head))


def mark_head(root: Element, head: Head, styles: Styles) -> None:
    """Write the mark under the number of a draft, looking like it, but bold; where there is none yet."""
    if is_marked(root, head):
        return
    number = bare(head.number_line)
    for paragraph in [one for one in _above_title(root, head) if number in text_of(one)][-1:]:
        paragraph.addnext(_marked_like(paragraph, head.draft_mark, styles))


def _above_title(root: Element, head: Head) -> Iterator[Element]:
    """Yield the paragraphs above the name of the type; copies for old Word aside."""
    for paragraph in root.iter(f"{W}p"):
        if text_of(paragraph).strip() == head.type_name:
            return
        if next(paragraph.iterancestors(f"{MC}Fallback"), None) is None:
            yield paragraph


def _marked_like(number: Element, mark: str, styles: Styles) -> Element:
    layout, face = (_copied(node, kind) for node, kind in ((number, "pPr"), (_run(number), "rPr")))
    style = styles.named(DRAFT, base=value(child(number, "pPr"), "pStyle"))
    layout.insert(0, element("pStyle", val=style))
    return element("p", layout, element("r", face, words(mark)))


def _run(paragraph: Element) -> Element | None:
    """Return the first run that says something."""
    return next((run for run in paragraph.iter(f"{W}r") if text_of(run).strip()), None)


def _copied(node: Element | None, kind: str) -> Element:
    """Return the properties of a paragraph or run without those that are the number's alone."""
    found = child(node, kind)
    copy = element(kind) if found is None else deepcopy(found)
    for one in list(copy.iter(*_OF_THE_NUMBER_ALONE)):
        next(one.iterancestors()).remove(one)
    return copy
