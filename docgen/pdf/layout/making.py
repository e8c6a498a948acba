"""Sections to pages."""

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from itertools import pairwise
from typing import Generic, TypeVar

from docgen.model.finding import Finding
from docgen.pdf.description import Block, Column, Description, NoteMark, Section, inlines
from docgen.pdf.fonts import Fonts
from docgen.pdf.layout.blocks import BlockSetter
from docgen.pdf.layout.contract import Stack, Strip
from docgen.pdf.layout.drawings import Ground
from docgen.pdf.layout.fields import Fields, Totals
from docgen.pdf.layout.flow import Filled, Flow
from docgen.pdf.layout.paragraphs import ParagraphSetter
from docgen.pdf.layout.parts import Part, parts
from docgen.pdf.layout.region import MOST_NOTES, Notes, Region, joined
from docgen.pdf.layout.remarks import remarks, unseen
from docgen.pdf.layout.sheets import Sheet
from docgen.pdf.layout.styles import Styles
from docgen.pdf.pages import Pages, Tag
from docgen.word.formatting import Sides

_WORD_2013 = 15
_TRIES = 3
_HALVINGS = 11
_SLACK = 0.05
_ENDNOTE_MARGIN = 56.7
"""Points; LibreOffice prints endnotes on a page of their own with margins of 2 cm."""

_Made = TypeVar("_Made")


@dataclass(frozen=True, slots=True)
class LaidOut:
    """Pages, and what they do not show as Word would."""

    pages: Pages
    warnings: tuple[Finding, ...]


def lay_out(description: Description, fonts: Fonts) -> LaidOut:
    """Lay out all pages."""
    maker = _settled(description, fonts, Sheet.paint)
    found = [
        *remarks(maker.paragraphs.styles, fonts, maker.setter.hidden),
        *unseen(description.comments, maker.pages),
    ]
    pages = Pages(
        maker.pages,
        maker.root,
        description.title,
        description.author,
        description.subject,
        description.language,
    )
    return LaidOut(pages, tuple(found))


def beginnings(description: Description, fonts: Fonts) -> dict[int, int]:
    """Return the page, from 1, on which each numbered paragraph begins that is shown; nothing is painted."""
    maker = _settled(description, fonts, Sheet.numbers)
    pages: dict[int, int] = {}
    for page, numbers in enumerate(maker.pages, 1):
        for number in numbers:
            pages.setdefault(number, page)
    pages.pop(0, None)
    return pages


def _settled(description: Description, fonts: Fonts, finished: Callable[[Sheet], _Made]) -> "_Maker[_Made]":
    """Make all pages; again where a page shows how many there are and the guess was wrong."""
    totals = Totals()
    for _ in range(_TRIES):
        maker = _Maker(description, fonts, totals, finished)
        maker.make()
        if maker.totals == totals or not description.shows_total:
            break
        totals = maker.totals
    return maker


@dataclass(eq=False)
class _Maker(Generic[_Made]):
    description: Description
    fonts: Fonts
    guess: Totals
    finished: Callable[[Sheet], _Made]
    """What is made of a page that is full."""
    pages: list[_Made] = field(default_factory=list)
    counts: list[int] = field(default_factory=list)
    root: Tag = field(default_factory=lambda: Tag("Document"))
    number: int = 0

    def __post_init__(self) -> None:
        description = self.description
        styles = Styles(self.fonts)
        at_text = description.compatibility >= _WORD_2013
        self.paragraphs = ParagraphSetter(
            styles, description.tab_distance, Fields(totals=self.guess), overruns=not at_text
        )
        ground = Ground((0.0, 0.0), Sides())
        self.setter = BlockSetter(self.paragraphs, at_text, ground, self.root)
        self.sheet: Sheet | None = None
        self.begun: Stack | None = None
        self.last: Block | None = None

    @property
    def totals(self) -> Totals:
        return Totals(len(self.pages), tuple(self.counts))

    def make(self) -> None:
        sections = self.description.sections
        for index, section in enumerate(sections):
            following = sections[index + 1] if index + 1 < len(sections) else None
            self._section(index, section, following)
        self._finish()
        while self.begun is not None:
            self._fill_rest_of_notes(self._new_page(sections[-1], is_first=False), sections[-1])
            self._finish()
        self._endnotes(sections[-1] if sections else None)

    def _section(self, index: int, section: Section, following: Section | None) -> None:
        self.counts.append(0)
        sheet = self.sheet
        if sheet is None or not _goes_on(sheet.section, section):
            self._finish()
            self.last = None
            self._start(section)
            sheet = self._new_page(section, is_first=True, index=index)
        members = parts(section.blocks, self.root)
        if members and self.last is not None:
            members[0].above = self.last
        self.last = section.blocks[-1] if section.blocks else self.last
        flow = Flow(self.setter.part, deque[Part | Strip](members))
        while not flow.is_done:
            self._fill(sheet, flow, section, following)
            if not flow.is_done:
                self._finish()
                sheet = self._new_page(section, is_first=False, index=index)

    def _start(self, section: Section) -> None:
        if section.starts_at is not None:
            self.number = section.starts_at - 1
        odd = (self.number + 1) % 2
        if (section.kind == "evenPage" and odd) or (section.kind == "oddPage" and not odd):
            self.number += 1

    def _new_page(self, section: Section, *, is_first: bool, index: int = 0) -> Sheet:
        self.number += 1
        fields = self.paragraphs.fields
        self.paragraphs.fields = replace(
            fields, number=self.number, number_style=section.number_style, section=index
        )
        self.counts[-1] += 1
        self.sheet = Sheet(section, self.number, is_first, self.setter)
        return self.sheet

    def _finish(self) -> None:
        if self.sheet is not None:
            cuts = [notes.cut(_room_for(notes, self.sheet)) for notes in self.sheet.notes]
            self.begun = joined([rest for rest in (self.begun, *cuts) if rest is not None])
            self.pages.append(self.finished(self.sheet))
            self.sheet = None

    def _fill(self, sheet: Sheet, flow: Flow, section: Section, following: Section | None) -> None:
        """Fill the columns of what is left of the page."""
        regions = self._regions(sheet, section)
        if len(regions) > 1:
            _lower(regions, flow)
        if len(regions) > 1 and following is not None and following.kind == "continuous":
            self._balance(flow, regions)
        top, lowest = regions[0].top, sheet.y
        for region in regions:
            filled = flow.fill(region)
            sheet.columns.append((region, filled))
            lowest = max(lowest, filled.bottom)
            if region.notes not in sheet.notes:
                sheet.notes.append(region.notes)
            if flow.is_done or filled.wants == "page":
                break
        sheet.y = lowest
        if section.ruled:
            middles = [(a.x + a.width + b.x) / 2 for a, b in pairwise(regions)]
            sheet.rules += [(x, top, lowest) for x in middles]

    def _regions(self, sheet: Sheet, section: Section) -> list[Region]:
        left = sheet.margins.left if section is sheet.section else section.margins.left
        width = section.width - section.margins.left - section.margins.right
        columns = _filling(section.columns, width) or (Column(width),)
        empty = sheet.is_empty
        regions = []
        for index, column in enumerate(columns):
            notes = self._notes(sheet, column, len(columns), index)
            others = (one.height for one in sheet.notes if one is not notes)
            bottom = sheet.bottom - sum(others)
            regions.append(
                Region(
                    x=left,
                    width=column.width,
                    top=sheet.y,
                    bottom=bottom,
                    notes=notes,
                    exclusions=sheet.exclusions,
                    is_fresh=empty,
                    page_is_empty=empty and not index,
                    keeps_space=not index and (sheet.is_first or not empty),
                    foot=bottom,
                )
            )
            left += column.width + column.gap
        return regions

    def _notes(self, sheet: Sheet, column: Column, count: int, index: int) -> Notes:
        if count == 1 and len(sheet.notes) == 1:
            return sheet.notes[0]
        width = column.width
        begun, self.begun = (self.begun, None) if not index else (None, self.begun)
        most = MOST_NOTES * sheet.room
        return Notes(lambda marks: self.setter.notes(marks, width), most, begun)

    def _balance(self, flow: Flow, regions: list[Region]) -> None:
        """Make columns as high as each other, where all that is left stands in them."""
        if not self._holds(flow, regions, regions[0].bottom):
            return
        low, high = regions[0].top, regions[0].bottom
        for _ in range(_HALVINGS):
            middle = (low + high) / 2
            if self._holds(flow, regions, middle):
                high = middle
            else:
                low = middle
        for region in regions[:-1]:
            region.bottom = high

    def _holds(self, flow: Flow, regions: list[Region], bottom: float) -> bool:
        """Whether columns that end at `bottom` hold the rest of a flow."""
        trial = flow.copy()
        for region in regions:
            notes = Notes(region.notes.set_notes, region.notes.most, region.notes.begun)
            same = replace(region, bottom=bottom, notes=notes, exclusions=list(region.exclusions))
            filled = trial.fill(same)
            reach = max((top + strip.fits for strip, top in filled.entries), default=0.0)
            if filled.wants == "page" or reach > bottom + _SLACK:
                return False
        return trial.is_done

    def _fill_rest_of_notes(self, sheet: Sheet, section: Section) -> None:
        (region, *_) = self._regions(sheet, section)
        sheet.columns.append((region, Filled(bottom=region.top)))
        sheet.notes.append(region.notes)

    def _endnotes(self, section: Section | None) -> None:
        """Print the endnotes on pages of their own, as LibreOffice does."""
        marks = [one for one in inlines(self.description) if isinstance(one, NoteMark) and one.endnote]
        if section is None or not marks:
            return
        edge = _ENDNOTE_MARGIN
        blocks = tuple(block for mark in marks for block in mark.blocks)
        width, height = sorted((section.width, section.height))
        plain = Section(width, height, Sides(edge, edge, edge, edge), blocks)
        self._section(len(self.counts), plain, None)
        self._finish()


def _room_for(notes: Notes, sheet: Sheet) -> float:
    """Return the height left for notes below the text of their columns."""
    columns = [(region.foot, filled.bottom) for region, filled in sheet.columns if region.notes is notes]
    return columns[0][0] - max(bottom for _, bottom in columns)


def _lower(regions: list[Region], flow: Flow) -> None:
    """Let the space between a section and the one above it on the page stand above all its columns."""
    first = flow.pending[0]
    if regions[0].keeps_space and not regions[0].page_is_empty and isinstance(first, Part):
        for region in regions:
            region.top += first.space
        regions[0].keeps_space = False


def _filling(columns: tuple[Column, ...], width: float) -> tuple[Column, ...]:
    """Return columns that fill `width`: LibreOffice stretches them with half of the gaps beside each."""
    total = sum(column.width + column.gap for column in columns)
    if total <= 0 or abs(total - width) < 1:
        return columns
    before = [0.0, *(column.gap / 2 for column in columns[:-1])]
    after = [*(column.gap / 2 for column in columns[:-1]), 0.0]
    return tuple(
        replace(column, width=(column.width + left + right) * width / total - left - right)
        for column, left, right in zip(columns, before, after, strict=True)
    )


def _goes_on(page: Section, section: Section) -> bool:
    """Whether a section begins on the page of the one before; it cannot when the pages differ in size."""
    same = (page.width, page.height) == (section.width, section.height)
    return section.kind == "continuous" and same
