"""Which paragraphs of a part are its content, set as Phụ lục I, Mục II.6.e wants it, and which are not."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from docgen.check.case import Case
from docgen.components import BodyParagraph, Part, Role, key
from docgen.word.reading import Paragraph, Section

RUNNING = frozenset({Role.TEXT, Role.ITEM, Role.SUBITEM, Role.POINT, Role.DASH, Role.ARTICLE})
"""The roles of running text."""
TITLES = frozenset({Role.SECTION, Role.TITLED_ITEM})
"""The roles of headings that stand where running text does."""

_FORMS = frozenset(
    {"Giấy nghỉ phép", "Giấy giới thiệu", "Phiếu gửi", "Phiếu chuyển", "Phiếu báo", "Thư công"}
)
_OF_TWO = frozenset({"Hợp đồng", "Bản ghi nhớ", "Bản thỏa thuận"})
_ARTICLES = frozenset({Role.ARTICLE, Role.SECTION, Role.TITLED_ITEM})
_BLANK = re.compile(r"[.…_]{4,}|…|\S\s*\t")
"""Places to be filled in, some by the leader of a tab."""
_CAPTION = re.compile(
    r"[(*]|\W*(bang|bieu|bieu do|hinh|so do|nguon|ghi chu|chu thich|luu y|don vi( tinh)?|dvt)\b[^.;]*[\d:.)]"
)
_LEAST_LETTER = 0.4
"""Times letters are wider than this share of their size, on an average of any line of Vietnamese."""
_GOES_ON = (":", ";", ",")
"""How a line ends that another addressee follows."""
_PROSE = 4
"""An appendix without tables and with so many paragraphs longer than a line is prose."""


@dataclass(frozen=True, eq=False)
class Content:
    """The content of one part: `running` are its paragraphs that the rules of running text hold for."""

    part: Part
    sections: list[Section]

    @property
    def free(self) -> bool:
        """Whether it is a form, which has lines of its own making."""
        return self.part.type in _FORMS

    @cached_property
    def flow(self) -> list[BodyParagraph]:
        """Running text and its headings, bases too; what names addressees, captions and forms left out."""
        roles = RUNNING | TITLES | {Role.BASIS}
        return [one for one in self._after_addressees() if one.role in roles and self._is_set(one)]

    @property
    def indented(self) -> list[BodyParagraph]:
        """The flow without the lines that name the parties of an agreement, above its first article."""
        first = next((at for at, one in enumerate(self.flow) if one.role in _ARTICLES), 0)
        if self.part.type not in _OF_TWO:
            return self.flow
        return [one for at, one in enumerate(self.flow) if at >= first or one.role is Role.BASIS]

    @cached_property
    def pairs(self) -> list[tuple[BodyParagraph, BodyParagraph]]:
        """Paragraphs of the flow that follow each other with nothing, not even an empty line, between."""
        places = {id(block): at for at, block in enumerate(self.part.blocks)}
        return [
            (above, below)
            for above, below in zip(self.flow, self.flow[1:], strict=False)
            if places.get(id(below.paragraph), 0) - places.get(id(above.paragraph), 0) == 1
        ]

    def is_long(self, paragraph: Paragraph) -> bool:
        """Whether a paragraph surely takes more than one line."""
        room = self.sections[paragraph.section].room - paragraph.format.left - paragraph.format.right
        size = paragraph.faces[0].size if paragraph.faces else 0.0
        return len(paragraph.text) * size * _LEAST_LETTER > room

    def _after_addressees(self) -> Iterator[BodyParagraph]:
        """Yield the body from where it begins to run: not "Kính gửi", nor who is wired, nor their names."""
        block = _Addressees(self)
        return (one for one in self.part.body if not block.takes(one))

    def _is_set(self, one: BodyParagraph) -> bool:
        """Whether a paragraph is set as content: no caption or note, no blank, no line set in the middle."""
        paragraph, words = one.paragraph, one.text
        if paragraph.format.frame or has_blank(paragraph):
            return False
        if one.role is not Role.TEXT:
            return True
        aside = paragraph.format.align in {"center", "right", "end"} and not self.is_long(paragraph)
        return not (aside or words.isupper() or _CAPTION.match(key(words)))


@dataclass
class _Addressees:
    """Reads the lines from "Kính gửi" on, as far as they name addressees; who is wired stands there, too."""

    content: Content
    named: bool = False
    listed: bool = False
    """Whether "Kính gửi:" has a list below it, however its lines are set."""
    goes_on: bool = False

    def takes(self, one: BodyParagraph) -> bool:
        """Whether a paragraph, the next one of the body, names addressees."""
        if self._calls(one):
            self.named = True
            self.listed = one.role is Role.ADDRESSEE and one.text.endswith(_GOES_ON)
        else:
            self.named = self.named and self._is_name(one)
        self.goes_on = self.named and one.text.endswith(_GOES_ON)
        return self.named

    def _calls(self, one: BodyParagraph) -> bool:
        wired = one.role is Role.AUTHORITY and self.content.part.type == "Công điện"
        centred = (wired or one.role is Role.TEXT) and one.paragraph.format.align == "center"
        return one.role is Role.ADDRESSEE or (centred and not self.content.is_long(one.paragraph))

    def _is_name(self, one: BodyParagraph) -> bool:
        if one.role is Role.DASH:
            return self.listed or one.paragraph.format.align != "both"
        short = one.role is Role.TEXT and not self.content.is_long(one.paragraph)
        return self.listed and self.goes_on and short


def contents(case: Case) -> Iterator[Content]:
    """Yield the content of every text, and of appendices that are prose."""
    sections = case.document.sections
    for part in case.paper.parts:
        content = Content(part, sections)
        if part in case.paper.texts or (part in case.paper.appendices and _is_prose(content)):
            yield content


def _is_prose(content: Content) -> bool:
    long = (one for one in content.part.body if one.role in RUNNING and content.is_long(one.paragraph))
    return not content.part.tables and sum(1 for _ in long) >= _PROSE


def has_blank(paragraph: Paragraph) -> bool:
    """Whether words are still to be filled in: dots, or the leader of a tab."""
    return _BLANK.search(paragraph.text.strip()) is not None


def following(part: Part) -> dict[BodyParagraph, BodyParagraph]:
    """Return for each paragraph of the body the next one."""
    return dict(zip(part.body, part.body[1:], strict=False))
