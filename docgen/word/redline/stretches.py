"""Paragraphs that follow each other, up to a table or to the end of what holds them.

A mark ends a paragraph and gives it its properties; where a mark is gone, the paragraph runs on into the next
one (17.13.5.4, 17.13.5.15). The last mark before a table, or in a cell, cannot go. So where the last one
is new or gone, it is the marks before it that come or go, as when it is typed or struck out in Word.
"""

from collections.abc import Iterator, Sequence
from copy import deepcopy
from functools import cached_property

from docgen.package import Element
from docgen.transform.pairing import paired
from docgen.word.ooxml import W, child, element
from docgen.word.redline.pairs import Step, Worded, look_of, steps
from docgen.word.redline.pen import DELETED, INSERTED, Pen
from docgen.word.redline.wording import KEPT, reword


def merged_stretch(
    old: Sequence[Element], new: Sequence[Element], pen: Pen, *, sealed: bool = False
) -> list[Element]:
    """Return the paragraphs of `new`, where they stand, and deleted ones of `old`, in their order.

    The last mark of both cannot go; `sealed` says that it also ends a section, so that it is the same one.
    """
    if len(old) == len(new) == 1:
        members = [Step(old[0], new[0])]
    elif sealed and old and new:
        members = [*_aligned(old[:-1], new[:-1]), Step(old[-1], new[-1])]
    else:
        members = _aligned(old, new)
    marks = [_kind(step) for step in members]
    if members and marks[-1] != KEPT:
        members, marks = _closed(members, marks)
    if marks == [_kind(step) for step in members]:
        return [_simple(step, pen) for step in members]
    return list(_shifted(members, marks, pen))


def _aligned(old: Sequence[Element], new: Sequence[Element]) -> list[Step[Element]]:
    olds, news = [_Line(node) for node in old], [_Line(node) for node in new]
    pairing = paired(
        [line.key for line in olds], [line.key for line in news], lambda a, b: olds[a].likeness(news[b])
    )
    return list(steps(old, new, pairing))


class _Line(Worded):
    """A paragraph; two are one only if they look alike."""

    @cached_property
    def look(self) -> tuple[str, ...]:
        return look_of(self.node)

    @property
    def key(self) -> str:
        return f"{self.look}{self.text}"

    def likeness(self, other: "_Line") -> float:
        return self.words_in_common(other) if self.look == other.look else 0.0


def _kind(step: Step[Element]) -> str:
    if step.old is None:
        return INSERTED
    return DELETED if step.new is None else KEPT


def _closed(members: list[Step[Element]], marks: list[str]) -> tuple[list[Step[Element]], list[str]]:
    """Keep the last mark: those before it go or come in its place, or the last ones of both are the same."""
    if KEPT in marks:
        last = len(marks) - 1 - marks[::-1].index(KEPT)
        return members, [*marks[:last], *marks[last + 1 :], KEPT]
    old = next((step for step in reversed(members) if step.new is None), None)
    new = next((step for step in reversed(members) if step.old is None), None)
    if old is not None and new is not None:
        others = (step for step in members if step is not old and step is not new)
        members = [*others, Step(old.old, new.new)]
    return members, [_kind(step) for step in members]


def _simple(step: Step[Element], pen: Pen) -> Element:
    """Return a paragraph whose mark is its own."""
    if step.new is None:
        return pen.delete(step.some)
    if step.old is None:
        return pen.insert(step.new)
    if look_of(step.old) != look_of(step.new):
        pen.was(step.new, child(step.old, "pPr"))
    reword(step.old, step.new, pen)
    return step.new


def _shifted(members: Sequence[Step[Element]], marks: Sequence[str], pen: Pen) -> Iterator[Element]:
    """Yield paragraphs of which some end in the mark of a later one; its properties come with it."""
    old = iter([_mark(step.old) for step in members if step.old is not None])
    new = iter([_mark(step.new) for step in members if step.new is not None])
    for step, kind in zip(members, marks, strict=True):
        ends = [next(side) for side, other in ((old, INSERTED), (new, DELETED)) if kind != other]
        paragraph = _words(step, pen)
        _end(paragraph, ends[-1])
        if kind:
            pen.mark(paragraph, kind)
        elif look_of(ends[0]) != look_of(ends[-1]):
            pen.was(paragraph, child(ends[0], "pPr"))
        yield paragraph


def _words(step: Step[Element], pen: Pen) -> Element:
    """Return a paragraph with its words changed, and its mark as it is."""
    if step.new is None:
        paragraph = element("p")
        paragraph.extend(pen.deleted_words(step.some))
        return paragraph
    if step.old is None:
        pen.insert_words(step.new)
    else:
        reword(step.old, step.new, pen)
    return step.new


def _mark(paragraph: Element) -> Element:
    """Return a paragraph without words, as its mark describes it."""
    bare = element("p")
    bare.extend(deepcopy(node) for node in paragraph.iterchildren(f"{W}pPr"))
    return bare


def _end(paragraph: Element, mark: Element) -> None:
    for node in list(paragraph.iterchildren(f"{W}pPr")):
        paragraph.remove(node)
    for node in mark.iterchildren(f"{W}pPr"):
        paragraph.insert(0, deepcopy(node))
