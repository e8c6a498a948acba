"""Which repairs can be made at once: none may spoil the places that another counts on."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace
from typing import TypeAlias

from docgen.check.breach import Breach, Repair
from docgen.check.fixing.repairs import Rewrite, SetFace
from docgen.word.reading import Paragraph

Mark: TypeAlias = tuple[object, ...]
"""What tells a repair from all others of a file, whatever was read anew since."""


def together(breaches: Iterable[Breach]) -> Iterator[tuple[Breach, Repair]]:
    """Yield the repairs that can be made at once.

    Where the words of a paragraph change, its look waits for the next round, for both count characters; of
    changes of words that overlap the first is made, and all are made from the end of the paragraph backwards.
    A span that one look parts waits with its others, too.
    """
    told = [(breach, repair) for breach in breaches for repair in breach.repairs]
    written = {id(repair.rewrites) for _, repair in told if repair.rewrites is not None}
    yield from _backwards([(breach, repair) for breach, repair in told if isinstance(repair, Rewrite)])
    parted: set[int] = set()
    for breach, repair in told:
        if isinstance(repair, Rewrite) or id(paragraph_of(repair)) in written:
            continue
        if isinstance(repair, SetFace):
            spans = list(repair.spans)
            if any(id(span) in parted for span in spans):
                continue
            parted |= {id(span) for span in spans if span.start < repair.start or span.end > repair.end}
        yield breach, repair


def mark_of(rule: str, repair: Repair) -> Mark:
    """Return what a repair is known by in a later round: what it does, and to what."""
    paragraph = paragraph_of(repair)
    words = paragraph and (paragraph.story, paragraph.number, paragraph.text)
    section, story = (getattr(repair, name, None) for name in ("section", "story"))
    more = (getattr(repair, name, None) for name in ("kind", "start", "end"))
    return rule, repair.told, words, section and section.index, story and story.part, *more


def without(breach: Breach, vain: Collection[Mark]) -> Breach:
    """Return a breach without the repairs that were in vain."""
    kept = tuple(repair for repair in breach.repairs if mark_of(breach.rule, repair) not in vain)
    return breach if len(kept) == len(breach.repairs) else replace(breach, repairs=kept)


def paragraph_of(repair: Repair) -> Paragraph | None:
    """Return the paragraph that a repair changes, None where it changes something else."""
    return getattr(repair, "paragraph", None)


def _backwards(told: list[tuple[Breach, Rewrite]]) -> Iterator[tuple[Breach, Repair]]:
    ends: dict[int, int] = {}
    ordered = sorted(told, key=lambda pair: (pair[1].start, pair[1].end), reverse=True)
    for breach, repair in ordered:
        end = ends.get(id(repair.paragraph))
        if end is None or repair.end <= end:
            ends[id(repair.paragraph)] = repair.start
            yield breach, repair
