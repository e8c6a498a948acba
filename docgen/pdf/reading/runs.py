"""Runs to inline content (ECMA-376, Part 1, 17.3.3)."""

import unicodedata
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from typing import TypeAlias

from docgen.package import Element
from docgen.pdf.comment import Commented
from docgen.pdf.description import ColumnBreak, Inline, LineBreak, PageBreak, PageNumber, Tab, Text
from docgen.pdf.reading.comments import Reached
from docgen.pdf.reading.drawings import DrawingReader
from docgen.pdf.reading.fields import Field, OpenFields
from docgen.pdf.reading.footnotes import Footnotes
from docgen.pdf.reading.marks import MARKS, REFERENCE
from docgen.pdf.reading.source import Source
from docgen.pdf.reading.symbols import symbol
from docgen.pdf.reading.text import NO_BREAK_HYPHEN, SOFT_HYPHEN, letters
from docgen.pdf.reading.vml import VmlReader
from docgen.word.formatting import DEFAULT_FONT, NOWHERE, Around, RunFormat
from docgen.word.ooxml import MC, M, W, attribute, child
from docgen.word.reading.alternatives import chosen, words

_HOLDERS = frozenset(
    W + name for name in ("hyperlink", "smartTag", "sdtContent", "customXml", "bdo", "dir", "rubyBase")
)
_WITHOUT_WORDS = frozenset(
    W + name
    for name in (
        "pPr",
        "rPr",
        "bookmarkStart",
        "bookmarkEnd",
        "proofErr",
        "lastRenderedPageBreak",
    )
)
_DATES = tuple(W + unit + form for unit in ("day", "month", "year") for form in ("Long", "Short"))
_HEX = 16
_LAST_CODE = 0xFFFF
_NO_CHARACTERS = frozenset({"Cc", "Cs"})

_Reader: TypeAlias = Callable[[Element, RunFormat], Iterable[Inline]]


@dataclass
class RunReader:
    """Reads the inline content of one story (body, header …), whose fields may reach over paragraphs."""

    source: Source
    footnotes: Footnotes
    drawings: DrawingReader
    vml: VmlReader
    hid: bool = False
    """Whether the last paragraph held words that are hidden."""
    _style: str = ""
    _around: Around = NOWHERE

    def __post_init__(self) -> None:
        self._reached = Reached(self.source.comments)
        self._fields = OpenFields(self.source.formatting.styles, self.source.remarks)
        self._readers: dict[object, _Reader] = {
            f"{W}t": lambda node, face: letters(node.text or "", face),
            f"{W}tab": lambda _, face: (Tab(face),),
            f"{W}ptab": _place_tab,
            f"{W}br": _break,
            f"{W}cr": lambda _, face: (LineBreak(face),),
            f"{W}noBreakHyphen": lambda _, face: (Text(NO_BREAK_HYPHEN, face),),
            f"{W}softHyphen": lambda _, face: (Text(SOFT_HYPHEN, face),),
            f"{W}pgNum": lambda _, face: (PageNumber(face),),
            f"{W}sym": _symbol,
            f"{W}drawing": self.drawings.read,
            f"{W}pict": self.vml.read,
            f"{W}object": self.vml.read,
            f"{W}footnoteReference": self.footnotes.marks,
            f"{W}endnoteReference": self.footnotes.marks,
            f"{W}footnoteRef": self.footnotes.own_number,
            f"{W}endnoteRef": self.footnotes.own_number,
            f"{W}ruby": self._ruby,
            f"{MC}AlternateContent": self._alternative,
            **dict.fromkeys(_DATES, self._date),
        }

    def paragraph(self, node: Element, style: str, around: Around) -> tuple[Inline, ...]:
        """Return what stands in a `w:p` of `style`; runs of one face that follow each other are one."""
        self._style, self._around, self.hid = style, around, False
        content: list[Inline] = []
        self._reached.begin(node, content)
        for inline in self._inside(node):
            last = content[-1] if content else None
            if isinstance(inline, Text) and isinstance(last, Text) and inline.face == last.face:
                content[-1] = Text(last.text + inline.text, last.face)
            else:
                content.append(inline)
        return tuple(content)

    def commented(self) -> tuple[Commented, ...]:
        """Return what of the last paragraph comments are about."""
        return self._reached.commented()

    def close(self) -> None:
        """Leave the story; its fields do not reach into another."""
        self._fields.close()

    def _inside(self, holder: Iterable[Element]) -> Iterator[Inline]:
        for node in holder:
            tag = node.tag
            if tag == f"{W}r":
                yield from self._run(node)
            elif tag in MARKS:
                self._reached.pass_by(node)
            elif tag not in _WITHOUT_WORDS:
                yield from self._beside_runs(node)

    def _beside_runs(self, node: Element) -> Iterator[Inline]:
        if node.tag in _HOLDERS:
            yield from self._inside(node)
        elif node.tag == f"{W}sdt":
            yield from self._inside(node.iterchildren(f"{W}sdtContent"))
        elif node.tag == f"{W}fldSimple":
            yield from self._simple_field(node)
        elif node.tag in {f"{M}oMath", f"{M}oMathPara"}:
            yield from self._formula(node)
        elif node.tag == f"{MC}AlternateContent":
            yield from self._inside(chosen(node))
        else:
            self.source.remarks.lost(node)

    def _run(self, run: Element) -> Iterator[Inline]:
        face = self.source.formatting.run(run, self._style, self._around)
        for node in run:
            tag = node.tag
            if tag == REFERENCE:
                self._reached.pass_by(node)
            elif tag == f"{W}fldChar":
                yield from _if_any(self._fields.mark(node, face))
            elif tag == f"{W}instrText":
                self._fields.add_code(node.text or "")
            elif face.hidden:
                self.hid = self.hid or tag == f"{W}t"
            elif not self._fields.takes(node, face):
                yield from self._content(node, face)

    def _content(self, node: Element, face: RunFormat) -> Iterable[Inline]:
        reader = self._readers.get(node.tag)
        if reader is not None:
            return reader(node, face)
        if node.tag not in _WITHOUT_WORDS:
            self.source.remarks.lost(node)
        return ()

    def _alternative(self, node: Element, face: RunFormat) -> Iterator[Inline]:
        for part in chosen(node):
            yield from self._content(part, face)

    def _ruby(self, node: Element, _face: RunFormat) -> Iterable[Inline]:
        above = child(node, "rt")
        if above is not None:
            self.source.remarks.add(node, f"chữ chú âm “{words(above)}” không in ra.")
        return self._inside(node.iterchildren(f"{W}rubyBase"))

    def _formula(self, node: Element) -> Iterator[Inline]:
        """Read mathematics (22.1) as plain text in its order."""
        text = words(node)
        if text:
            self.source.remarks.add(node, f"công thức “{text}” được in thành chữ thường.")
            yield from letters(text, self._plain())

    def _date(self, node: Element, _face: RunFormat) -> Iterable[Inline]:
        self.source.remarks.add(node, "ngày tháng mà Word tự điền khi in chưa hiện được trong PDF.")
        return ()

    def _simple_field(self, node: Element) -> Iterator[Inline]:
        simple = Field(attribute(node, "instr"), in_result=True)
        self._fields.begin(simple)
        yield from self._inside(node)
        self._fields.close(simple)
        yield from _if_any(self._fields.end(self._plain()))

    def _plain(self) -> RunFormat:
        """Return the face of text without formatting of its own."""
        return self.source.formatting.letters(None, self._style, self._around)


def _if_any(inline: Inline | None) -> tuple[Inline, ...]:
    return () if inline is None else (inline,)


def _break(node: Element, face: RunFormat) -> Iterable[Inline]:
    kind, clear = attribute(node, "type"), attribute(node, "clear", "none")
    breaks: dict[str, Inline] = {"page": PageBreak(), "column": ColumnBreak()}
    return (breaks.get(kind) or LineBreak(face, "" if clear == "none" else clear),)


def _place_tab(node: Element, face: RunFormat) -> Iterable[Inline]:
    return (Tab(face, attribute(node, "alignment", "left"), attribute(node, "leader", "none")),)


def _symbol(node: Element, face: RunFormat) -> Iterable[Inline]:
    """Read a `w:sym` (17.3.3.30): by Unicode where its font is known, else in that font."""
    code, font = _code(attribute(node, "char")), attribute(node, "font")
    known = symbol(chr(code), font)
    if known:
        return (Text(known, replace(face, font=DEFAULT_FONT) if symbol(chr(code), face.font) else face),)
    return (Text(chr(code), replace(face, font=font or face.font)),) if code else ()


def _code(text: str) -> int:
    try:
        code = int(text, _HEX)
    except ValueError:
        return 0
    fits = 0 < code <= _LAST_CODE
    return code if fits and unicodedata.category(chr(code)) not in _NO_CHARACTERS else 0
