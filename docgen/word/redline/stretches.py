"""Paragraphs that follow each other, up to a table or to the end of what holds them.

A mark ends a paragraph and gives it its properties; where a mark is gone, the paragraph runs on into the next
one (17.13.5.4, 17.13.5.15). The last mark before a table, or in a cell, cannot go. So where the last
paragraph is new or gone, a mark before it comes or goes, as when it is typed or struck out in Word.
"""

from collections.abc import Iterator, Sequence
from copy import deepcopy
from functools import cached_property
from itertools import pairwise

from docgen.package import Element
from docgen.transform.pairing import paired
from docgen.word.ooxml import W, child, element
from docgen.word.redline.pairs import Step, Worded, look_of, steps
from docgen.word.redline.pen import DELETED, INSERTED, Pen, plain_properties
from docgen.word.redline.wording import KEPT, reword


def merged_stretch(
    old: Sequence[Element], new: Sequence[Element], pen: Pen, *, sealed: bool = False
) -> list[Element]:
    """Return the paragraphs of `new`, where they stand, and deleted ones of `old`, in their order.

    The last mark of both cannot go; `sealed` says that it also ends a section, so that it is the same one.
    """
    members = _members(old, new, sealed=sealed)
    paragraphs: list[Element] = []
    for step in members:
        apart = bool(paragraphs) and _ends_in_new_words(paragraphs[-1])
        paragraphs.append(_words(step, pen, apart=apart))
    marks = _marks(members, paragraphs)
    # Backwards: a paragraph may end in the mark of an earlier one, which is then still as it was.
    for paragraph, mark in zip(reversed(paragraphs), reversed(marks), strict=True):
        _end(paragraph, mark, pen)
    return paragraphs


def _members(old: Sequence[Element], new: Sequence[Element], *, sealed: bool) -> list[Step[Element]]:
    if old and new and (sealed or len(old) == len(new) == 1):
        return [*_aligned(old[:-1], new[:-1]), Step(old[-1], new[-1])]
    return _with_one_end(_aligned(old, new))


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
        return look_of(child(self.node, "pPr"))

    @property
    def key(self) -> str:
        return f"{self.look}{self.text}"

    def likeness(self, other: "_Line") -> float:
        return self.words_in_common(other) if self.look == other.look else 0.0


def _with_one_end(members: Sequence[Step[Element]]) -> list[Step[Element]]:
    """Let the last paragraphs of both be one if neither has a partner: both end in the mark that stays."""
    start = next((at for at in range(len(members), 0, -1) if _kind(members[at - 1]) == KEPT), 0)
    gone = [step for step in members[start:] if step.new is None]
    come = [step for step in members[start:] if step.old is None]
    if not gone or not come:
        return list(members)
    return [*members[:start], *gone[:-1], *come[:-1], Step(gone[-1].old, come[-1].new)]


def _kind(step: Step[Element]) -> str:
    if step.old is None:
        return INSERTED
    return DELETED if step.new is None else KEPT


def _words(step: Step[Element], pen: Pen, *, apart: bool) -> Element:
    """Return a paragraph with its words changed, and its mark as it is."""
    if step.new is None:
        paragraph = element("p")
        paragraph.extend(pen.deleted_words(step.some))
        return paragraph
    if step.old is None:
        pen.insert_words(step.new)
    else:
        reword(step.old, step.new, pen, apart=apart)
    return step.new


def _marks(members: Sequence[Step[Element]], paragraphs: Sequence[Element]) -> list[Step[Element]]:
    """Return whose mark each paragraph ends in: that of the old and of the new file.

    A mark that stays is handed on to the last of the paragraphs that come or go behind it: at the end of the
    stretch, where the last mark cannot; and where new words stand before it and new paragraphs behind, since
    they were typed there as one (LibreOffice, too, takes them for one insertion).
    """
    marks = list(members)
    for place, last in _runs_behind(members):
        kept, other = members[place], members[last]
        if last == len(members) - 1 or (other.old is None and _ends_in_new_words(paragraphs[place])):
            marks[place], marks[last] = (
                (Step(None, kept.new), Step(kept.old, other.new))
                if other.old is None
                else (Step(kept.old, None), Step(other.old, kept.new))
            )
    return marks


def _runs_behind(members: Sequence[Step[Element]]) -> Iterator[tuple[int, int]]:
    """Yield where a paragraph stays, and where the last of one kind is that come or go behind it."""
    kinds = [_kind(step) for step in members]
    for place, (kind, following) in enumerate(pairwise(kinds)):
        if kind == KEPT != following:
            others = (at for at in range(place + 1, len(kinds)) if kinds[at] != following)
            yield place, next(others, len(kinds)) - 1


def _ends_in_new_words(paragraph: Element) -> bool:
    runs = list(paragraph.iter(f"{W}r"))
    return bool(runs) and next(runs[-1].iterancestors()).tag == f"{W}ins"


def _end(paragraph: Element, mark: Step[Element], pen: Pen) -> None:
    """End a paragraph in a mark, whose properties come with it."""
    before, after = child(mark.old, "pPr"), child(mark.new, "pPr")
    if mark.new is None:
        _set_properties(paragraph, plain_properties(before))
    elif mark.new is not paragraph:
        _set_properties(paragraph, deepcopy(after))
    if kind := _kind(mark):
        pen.mark(paragraph, kind)
    elif look_of(before) != look_of(after):
        pen.was(paragraph, before)


def _set_properties(paragraph: Element, properties: Element | None) -> None:
    for node in list(paragraph.iterchildren(f"{W}pPr")):
        paragraph.remove(node)
    if properties is not None:
        paragraph.insert(0, properties)
