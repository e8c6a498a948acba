"""The runs of pages that are numbered from 1, and how long they are as far as a Word file tells."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from docgen.check.case import Case
from docgen.components import APPENDIX, ATTACHED, Part
from docgen.word.reading import PAGE_BREAK, Paragraph, Section

CONTINUOUS = "continuous"

_LETTER = 0.38
"""The width of a letter as a share of its size: less than any text has, so that none is thought too long."""
_LINE = 1.15
_FAR_MORE = 1.4
"""How many pages a text must fill by so low an estimate to be surely longer than one."""


@dataclass(frozen=True)
class Run:
    """Pages of the main text (`part` None), of an appendix or of what is issued, in sections of their own."""

    part: Part | None
    sections: Sequence[Section]

    @property
    def hides_first(self) -> bool:
        """Whether its first page shows no number; of what is issued the decree does not tell."""
        return self.part is None or self.part.kind == APPENDIX

    @property
    def first(self) -> Section:
        """The section with the first page."""
        return self.sections[0]


def runs(case: Case) -> list[Run]:
    """Return the runs of a document in order."""
    begun: dict[int, Part | None] = {0: None}
    for part in case.paper.parts[1:]:
        if part.kind in {APPENDIX, ATTACHED} and (section := own_section(case, part)):
            begun[section.index] = part
    sections = case.document.sections
    ends = [*sorted(begun)[1:], len(sections)]
    return [Run(begun[start], sections[start:end]) for start, end in zip(sorted(begun), ends, strict=True)]


def own_section(case: Case, part: Part) -> Section | None:
    """Return the section on whose first page a part begins, None where it begins within one."""
    first = part.blocks[0]
    section = case.document.sections[first.section]
    before = []
    for block in section.blocks:
        if block is first:
            break
        before.append(block)
    blank = all(isinstance(block, Paragraph) and block.is_empty for block in before)
    return section if blank and (section.index == 0 or section.kind != CONTINUOUS) else None


def is_long(sections: Sequence[Section]) -> bool:
    """Whether sections that go on upon one page surely take more: pages are broken, or there is much text."""
    first = sections[0]
    paragraphs = [paragraph for section in sections for paragraph in section.paragraphs]
    room = first.height - first.margins.top - first.margins.bottom
    return _is_broken(paragraphs) or _height(paragraphs, first.room) > _FAR_MORE * room


def _is_broken(paragraphs: Sequence[Paragraph]) -> bool:
    """Whether a page break has words before and after it."""
    pieces = [piece for paragraph in paragraphs for piece in _broken(paragraph)]
    breaks = [at for at, piece in enumerate(pieces) if piece == PAGE_BREAK]
    words = [at for at, piece in enumerate(pieces) if piece.strip()]
    return bool(words) and any(words[0] < at < words[-1] for at in breaks)


def _broken(paragraph: Paragraph) -> Iterator[str]:
    """Yield the words of a paragraph between its page breaks, and these."""
    if paragraph.format.page_break_before:
        yield PAGE_BREAK
    before, *after = paragraph.text.split(PAGE_BREAK)
    yield before
    for words in after:
        yield PAGE_BREAK
        yield words


def _height(paragraphs: Sequence[Paragraph], room: float) -> float:
    """Return less than the height of text, in points; of cells just the area of their letters."""
    return sum(_lines(paragraph, room) * _line_height(paragraph) for paragraph in paragraphs)


def _lines(paragraph: Paragraph, room: float) -> float:
    width = len(paragraph.text) * _size(paragraph) * _LETTER / room
    return width if paragraph.cell is not None or paragraph.box is not None else max(1.0, width)


def _line_height(paragraph: Paragraph) -> float:
    setting = paragraph.format
    return _size(paragraph) * _LINE * setting.line if setting.line_rule == "auto" else setting.line


def _size(paragraph: Paragraph) -> float:
    return paragraph.faces[0].size if paragraph.faces else paragraph.format.mark.size
