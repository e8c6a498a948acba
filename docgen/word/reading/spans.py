"""Runs to spans (ECMA-376, Part 1, 17.3.3); fields give their results (17.16)."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from docgen.package import Element
from docgen.word.formatting import NOWHERE, Around, Formatting, RunFormat
from docgen.word.ooxml import MC, W, attribute
from docgen.word.reading.alternatives import chosen
from docgen.word.reading.document import COLUMN_BREAK, LINE_BREAK, PAGE_BREAK, TAB, Span

_HOLDERS = frozenset(
    W + name
    for name in ("hyperlink", "smartTag", "sdtContent", "customXml", "bdo", "dir", "ruby", "rubyBase")
)
_BREAKS = {"page": PAGE_BREAK, "column": COLUMN_BREAK}
_FIXED = {
    f"{W}tab": TAB,
    f"{W}ptab": TAB,
    f"{W}cr": LINE_BREAK,
    f"{W}noBreakHyphen": "-",
    f"{W}softHyphen": "\u00ad",
}
_DRAWN = frozenset({f"{W}drawing", f"{W}pict", f"{W}object"})
_HEX = 16


@dataclass(slots=True)
class _Field:
    """A field whose end has not come; before its result comes its code."""

    code: str = ""
    shown: bool = False

    @property
    def name(self) -> str:
        words = self.code.split()
        return words[0].upper() if words else ""


@dataclass
class SpanReader:
    """Reads the paragraphs of one story, whose fields may reach over several of them."""

    formatting: Formatting
    drawn: list[Element] = field(default_factory=list)
    """The drawings met in the last paragraph."""
    _open: list[_Field] = field(default_factory=list)

    def spans(self, paragraph: Element, style: str, around: Around = NOWHERE) -> list[Span]:
        """Return what stands in a `w:p` of `style`, hidden words left out."""
        self.drawn = []
        spans: list[Span] = []
        start = 0
        for text, face, node, name in self._inside(paragraph, style, around):
            spans.append(Span(text, face, node, start, name))
            start += len(text)
        return spans

    def _inside(
        self, holder: Iterable[Element], style: str, around: Around
    ) -> Iterator[tuple[str, RunFormat, Element, str]]:
        for node in holder:
            if node.tag == f"{W}r":
                face = self.formatting.run(node, style, around)
                yield from self._run(node, face)
            elif node.tag in _HOLDERS:
                yield from self._inside(node, style, around)
            elif node.tag == f"{W}sdt":
                yield from self._inside(node.iterchildren(f"{W}sdtContent"), style, around)
            elif node.tag == f"{W}fldSimple":
                self._open.append(_Field(attribute(node, "instr"), shown=True))
                yield from self._inside(node, style, around)
                self._open.pop()
            elif node.tag == f"{MC}AlternateContent":
                yield from self._inside(chosen(node), style, around)

    def _run(self, run: Iterable[Element], face: RunFormat) -> Iterator[tuple[str, RunFormat, Element, str]]:
        for node in run:
            if node.tag == f"{W}fldChar":
                self._mark(attribute(node, "fldCharType"))
            elif node.tag == f"{W}instrText":
                self._add_code(node.text or "")
            elif node.tag in _DRAWN:
                self.drawn.append(node)
            elif node.tag == f"{MC}AlternateContent":
                yield from self._run(chosen(node), face)
            elif not face.hidden and self._is_shown and (text := _text(node)):
                yield text, face, node, self._open[-1].name if self._open else ""

    @property
    def _is_shown(self) -> bool:
        return all(one.shown for one in self._open)

    def _mark(self, kind: str) -> None:
        if kind == "begin":
            self._open.append(_Field())
        elif kind == "separate" and self._open:
            self._open[-1].shown = True
        elif kind == "end" and self._open:
            self._open.pop()

    def _add_code(self, text: str) -> None:
        if self._open and not self._open[-1].shown:
            self._open[-1].code += text


def _text(node: Element) -> str:
    """Return the characters of a child of a run."""
    if node.tag == f"{W}t":
        return node.text or ""
    if node.tag == f"{W}br":
        return _BREAKS.get(attribute(node, "type"), LINE_BREAK)
    if node.tag == f"{W}sym":
        return _symbol(attribute(node, "char"))
    return _FIXED.get(str(node.tag), "")


def _symbol(code: str) -> str:
    try:
        return chr(int(code, _HEX))
    except (ValueError, OverflowError):
        return ""
