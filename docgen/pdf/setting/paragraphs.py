"""Paragraphs → blocks of text."""

import re
from collections import Counter
from dataclasses import dataclass, field
from typing import TypeAlias
from xml.etree.ElementTree import Element, SubElement

from docgen.pdf.description import Inline, Line, LineBreak, PageNumber, Paragraph, Tab, Text
from docgen.pdf.setting.faces import Faces, plain
from docgen.pdf.setting.lines import set_line
from docgen.pdf.setting.stylesheet import Declarations, Stylesheet, pt
from docgen.pdf.setting.tabs import Pen
from docgen.word.formatting import ParagraphFormat, RunFormat

NO_BREAK_SPACE = "\u00a0"
PAGE_CLASS = "page"

_SPACES = re.compile("( {2,})")
_SPACE_EM = 0.25
_DEEPEST_HEADING = 6
_ALIGN = {"both": "justify", "distribute": "justify", "center": "center", "right": "right", "end": "right"}

_Key: TypeAlias = tuple[RunFormat, RunFormat, str, float]


@dataclass
class ParagraphSetter:
    """Sets the paragraphs of one section; `total` is the number of pages of the whole file."""

    faces: Faces
    sheet: Stylesheet
    tab_distance: float
    total: int
    _spans: dict[_Key, str] = field(default_factory=dict)
    _blocks: dict[tuple[ParagraphFormat, RunFormat], dict[str, str]] = field(default_factory=dict)

    def add(self, parent: Element, paragraph: Paragraph, width: float, extra: Declarations) -> Element:
        """Add a paragraph to a column `width` points wide; `extra` declares what its neighbours ask for."""
        block = SubElement(parent, _tag(paragraph.format))
        name(block, self.sheet.name(self.declarations(paragraph) | extra))
        self.fill(block, paragraph, width)
        return block

    def declarations(self, paragraph: Paragraph) -> dict[str, str]:
        """Return what the block of a paragraph declares."""
        key = (paragraph.format, _common_face(paragraph))
        if key not in self._blocks:
            self._blocks[key] = _block(paragraph.format) | self.faces.block(key[1], key[0])
        anchored = any(isinstance(inline, Line) for inline in paragraph.content)
        return self._blocks[key] | ({"position": "relative"} if anchored else {})

    def fill(self, block: Element, paragraph: Paragraph, width: float) -> None:
        """Write the content of a paragraph into its block."""
        pen = Pen(self.faces, paragraph.format, width, self.tab_distance)
        writer = _Writer(self, block, paragraph, pen, _common_face(paragraph))
        writer.write()

    def height(self, paragraph: Paragraph, width: float) -> float:
        """Return about how high a paragraph `width` points wide is set, in points."""
        texts = [inline for inline in paragraph.content if isinstance(inline, Text)]
        length = sum(self.faces.width(inline.text, inline.face) for inline in texts)
        breaks = sum(isinstance(inline, LineBreak) for inline in paragraph.content)
        lines = 1 + breaks + int(length / max(width, 1))
        setting = paragraph.format
        line = self.faces.line_height(_common_face(paragraph), setting)
        return setting.before + lines * line + setting.after

    def span(self, face: RunFormat, around: RunFormat, setting: ParagraphFormat) -> str:
        """Return the class of a run of `face` in a block of the face `around`; empty when it needs none."""
        key = (face, around, setting.line_rule, setting.line)
        if key not in self._spans:
            self._spans[key] = (
                "" if face == around else self.sheet.name(self.faces.span(face, around, setting))
            )
        return self._spans[key]


@dataclass
class _Writer:
    """Writes one paragraph; `_end` is the element after which text goes on, None at the start."""

    setter: ParagraphSetter
    block: Element
    paragraph: Paragraph
    pen: Pen
    face: RunFormat
    _end: Element | None = None
    _after_space: bool = True

    def write(self) -> None:
        content = self.paragraph.content
        for index, inline in enumerate(content):
            self._inline(inline, content[index + 1 :])
        if not any(isinstance(inline, Text | PageNumber) for inline in content):
            self._element("br")

    def _inline(self, inline: Inline, rest: tuple[Inline, ...]) -> None:
        if isinstance(inline, Text):
            self._text(inline, rest)
        elif isinstance(inline, Tab):
            self._tab(inline, rest)
        elif isinstance(inline, PageNumber):
            self._page_number(inline)
        elif isinstance(inline, Line):
            self._end = set_line(self.block, inline, self.paragraph.format, self.setter.sheet)
        elif isinstance(inline, LineBreak):
            self._break()

    def _text(self, text: Text, rest: tuple[Inline, ...]) -> None:
        span = self.setter.span(text.face, self.face, self.paragraph.format)
        pieces = _SPACES.split(text.text)
        for index, piece in enumerate(pieces):
            part = Text(piece, text.face)
            if _SPACES.fullmatch(piece) and not self._after_space:
                self._wide_space(part, span, _first_word("".join(pieces[index + 1 :]), rest))
            elif piece:
                self._plain(piece, span)
            self.pen.write(part)

    def _plain(self, piece: str, span: str) -> None:
        """Write text; spaces that would fall away at the start of a line become unbreakable."""
        if self._after_space:
            words = piece.lstrip(" ")
            piece = NO_BREAK_SPACE * (len(piece) - len(words)) + words
        self._after_space = piece.endswith(" ")
        if span:
            self._element("span", span).text = piece
        elif self._end is None:
            self.block.text = (self.block.text or "") + piece
        else:
            self._end.tail = (self._end.tail or "") + piece

    def _wide_space(self, spaces: Text, span: str, word: str) -> None:
        """Write a run of spaces as one wide space, or as a line break where they hang at the end of a line.

        WeasyPrint hangs a single space only: it would take the word before a wider one along to the next
        line.
        """
        if self.pen.ends_line(spaces, word):
            self._break()
            return
        wide = self.setter.sheet.name({"word-spacing": f"{(len(spaces.text) - 1) * _SPACE_EM:g}em"})
        self._element("span", f"{span} {wide}".strip()).text = " "
        self._after_space = True

    def _tab(self, tab: Tab, rest: tuple[Inline, ...]) -> None:
        jump = self.pen.jump(tab, rest)
        if jump.breaks:
            self._break()
        elif jump.width:
            span = self.setter.span(tab.face, self.face, self.paragraph.format)
            box = self.setter.sheet.name(
                {
                    "display": "inline-block",
                    "width": pt(jump.width),
                    "text-align": "right",
                    "text-indent": "0",
                }
            )
            self._element("i", f"{span} {box}".strip()).text = jump.leader
            self._after_space = True

    def _page_number(self, number: PageNumber) -> None:
        span = self.setter.span(number.face, self.face, self.paragraph.format)
        if number.total:
            self._element("span", span).text = str(self.setter.total)
        else:
            self._element("span", f"{span} {PAGE_CLASS}".strip())
        self._after_space = False

    def _break(self) -> None:
        self._element("br")
        self.pen.new_line()
        self._after_space = True

    def _element(self, tag: str, name_: str = "") -> Element:
        self._end = SubElement(self.block, tag)
        name(self._end, name_)
        return self._end


def _first_word(text: str, rest: tuple[Inline, ...]) -> str:
    """Return the word that `text` begins with; it may go on in the runs after it."""
    following = "".join(inline.text for inline in rest[:1] if isinstance(inline, Text))
    return (text + following).split(" ")[0]


def name(element: Element, names: str) -> None:
    """Give an element its classes, if any."""
    if names:
        element.set("class", names)


def _tag(setting: ParagraphFormat) -> str:
    """Return h1 to h6 for a heading: its level becomes a bookmark and a tag of the PDF."""
    if setting.outline is None or setting.outline >= _DEEPEST_HEADING:
        return "p"
    return f"h{setting.outline + 1}"


def _common_face(paragraph: Paragraph) -> RunFormat:
    """Return the face of most text among the smallest; it sets the least height of every line."""
    lengths: Counter[RunFormat] = Counter()
    for inline in paragraph.content:
        if isinstance(inline, Text):
            lengths[inline.face] += len(inline.text)
        elif isinstance(inline, PageNumber):
            lengths[inline.face] += 1
    if not lengths:
        return plain(paragraph.format.mark)
    smallest = min(face.size for face in lengths)
    return plain(max((face for face in lengths if face.size == smallest), key=lambda face: lengths[face]))


def _block(setting: ParagraphFormat) -> dict[str, str]:
    margins = (setting.before, setting.right, setting.after, setting.left)
    return {
        "margin": " ".join(map(pt, margins)) if any(margins) else "",
        "text-indent": pt(setting.first_line) if setting.first_line else "",
        "text-align": _ALIGN.get(setting.align, ""),
        "break-before": "page" if setting.page_break_before else "",
        "break-after": "avoid" if setting.keep_next else "",
        "break-inside": "avoid" if setting.keep_lines else "",
        "widows": "" if setting.widow_control else "1",
    }
