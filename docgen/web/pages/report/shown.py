"""The draft of a report as its page shows it: paragraphs, and what in them is a link to its source."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256
from itertools import count
from typing import NamedTuple

from docgen.documents.base import ParagraphKind
from docgen.office.reports import DraftPassage, ReportDraft, has_source
from docgen.office.submissions.views import PeriodView

_HEADINGS = {ParagraphKind.SECTION: 2, ParagraphKind.TITLED_ITEM: 3, ParagraphKind.TITLED_POINT: 4}
_PRINTED_APART = {*_HEADINGS, ParagraphKind.CAPTION, ParagraphKind.APPENDIX_POINTER}
_LETTERS = 8
"""Of the hash of a place, by which its page knows it."""
_MARK = 8
"""Letters of the hash of a report by which its pages know it."""


def anchor_of(place: str) -> str:
    """Return what the page calls the paragraph at a place."""
    return f"doan-{_short(place)}"


def _short(place: str) -> str:
    return sha256(place.encode()).hexdigest()[:_LETTERS]


class Shown(NamedTuple):
    """A piece of a paragraph; `number` is that of its source among all of the report, None of our words."""

    text: str
    number: int | None = None


@dataclass(frozen=True)
class ShownPassage:
    """A paragraph; `order` is its place among all of the report."""

    order: int
    passage: DraftPassage
    pieces: tuple[Shown, ...]

    @property
    def heading(self) -> int:
        """The level of its heading; 0 of what is none."""
        return _HEADINGS.get(self.passage.passage.line.kind, 0)

    @property
    def anchor(self) -> str:
        """What the page calls it."""
        return anchor_of(self.passage.place)

    @property
    def short(self) -> str:
        """Its place in few letters, for a page has hundreds of links."""
        return _short(self.passage.place)

    @property
    def is_gap(self) -> bool:
        """Say whether it tells what the draft lacks: nobody edits it, the issued report does not say it."""
        line = self.passage.passage.line
        return not self.passage.passage.editable and line.kind not in _PRINTED_APART


@dataclass(frozen=True)
class NamedReport:
    """The report of a period where its words are not shown; `content` changes when anything of it does."""

    period: PeriodView
    content: str

    @property
    def mark(self) -> str:
        """What tells it from the report as it was before anything of it changed."""
        return self.content[:_MARK]


@dataclass(frozen=True)
class ShownReport:
    """The report of a period as it is shown."""

    period: PeriodView
    draft: ReportDraft

    @property
    def mark(self) -> str:
        """What tells it from the report as it was before anything of it changed."""
        return self.draft.content[:_MARK]

    @cached_property
    def passages(self) -> tuple[ShownPassage, ...]:
        """All paragraphs, with those that are left out."""
        numbers = count()
        return tuple(
            ShownPassage(order, one, tuple(_pieces(one, numbers)))
            for order, one in enumerate(self.draft.passages, 1)
        )

    @property
    def gaps(self) -> tuple[ShownPassage, ...]:
        """What the draft says at its top that it lacks."""
        return tuple(one for one in self.passages if one.is_gap)

    @property
    def text(self) -> tuple[ShownPassage, ...]:
        """The report itself."""
        return tuple(one for one in self.passages if not one.is_gap)

    @property
    def outdated(self) -> tuple[ShownPassage, ...]:
        """The paragraphs whose edits must be looked at again."""
        return tuple(one for one in self.passages if one.passage.is_outdated)

    @property
    def doubtful(self) -> tuple[ShownPassage, ...]:
        """The paragraphs in which an editor has changed numbers."""
        return tuple(one for one in self.passages if one.passage.findings)

    def at(self, place: str) -> ShownPassage | None:
        """Return the paragraph at a place, whole or in few letters; None where there is none."""
        return next((one for one in self.passages if place in {one.passage.place, one.short}), None)


def _pieces(passage: DraftPassage, numbers: Iterator[int]) -> Iterator[Shown]:
    for piece in passage.passage.line.words:
        yield Shown(str(piece), next(numbers) if has_source(piece) else None)
