"""Runs and fields to inline content (ECMA-376, Part 1, 17.3.3 and 17.16)."""

import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from itertools import groupby

from docgen.pdf.description import Inline, Line, LineBreak, PageBreak, PageNumber, Tab, Text
from docgen.pdf.reading.drawings import read_drawing
from docgen.pdf.reading.notes import Notes
from docgen.word.formatting import Formatting, RunFormat
from docgen.word.ooxml import MC, W
from docgen.word.package import Element

NO_BREAK_HYPHEN = "\u2011"
SOFT_HYPHEN = "\u00ad"
SMALL_CAPITALS = 0.8

_RUN = f"{W}r"
_TEXT = f"{W}t"
_FIELD = f"{W}fldSimple"
_SEEN_THROUGH = frozenset(
    W + name
    for name in ("hyperlink", "ins", "moveTo", "smartTag", "sdt", "sdtContent", "customXml", "bdo", "dir")
)
_PAGE_FIELDS = {"PAGE": False, "NUMPAGES": True}


@dataclass
class _OpenField:
    code: str = ""
    in_result: bool = False

    @property
    def name(self) -> str:
        words = self.code.split()
        return words[0].upper() if words else ""


@dataclass
class RunReader:
    """Reads the inline content of one story (body, header …), whose fields may reach over paragraphs."""

    formatting: Formatting
    notes: Notes
    _fields: list[_OpenField] = field(default_factory=list)

    def read(self, holder: Element) -> Iterator[Inline]:
        """Yield what the runs in `holder` (a paragraph or what stands in one) show, as accepted today."""
        for node in holder:
            if node.tag == _RUN:
                yield from self._run(node)
            elif node.tag == _FIELD:
                yield from self._simple_field(node)
            elif node.tag in _SEEN_THROUGH:
                yield from self.read(node)

    def _run(self, run: Element) -> Iterator[Inline]:
        face = self.formatting.run(run)
        if face.hidden:
            return
        for node in run:
            yield from self._piece(node, face)

    def _piece(self, node: Element, face: RunFormat) -> Iterator[Inline]:
        if node.tag == f"{W}fldChar":
            yield from self._field_mark(node, face)
        elif node.tag == f"{W}instrText" and self._fields:
            self._fields[-1].code += node.text or ""
        elif not self._is_suppressed():
            yield from self._content(node, face)

    def _content(self, node: Element, face: RunFormat) -> Iterator[Inline]:
        if node.tag == _TEXT:
            yield from _text(node.text or "", face)
        elif node.tag in _MARKS:
            yield _MARKS[node.tag](node, face)
        elif node.tag == f"{W}drawing":
            yield from self._drawn(node)
        elif node.tag == f"{MC}AlternateContent":
            yield from self._alternative(node, face)
        elif what := _NOT_SHOWN.get(str(node.tag)):
            self.notes.add(node, f"{what} chưa hiện được trong PDF.")

    def _drawn(self, node: Element) -> Iterator[Line]:
        line = read_drawing(node, self.notes)
        if line is not None:
            yield line

    def _alternative(self, node: Element, face: RunFormat) -> Iterator[Inline]:
        """Read what the newest Word would show (ECMA-376, Part 3, 10.2).

        An empty choice leaves the fallback.
        """
        for choice in node.iterchildren(f"{MC}Choice", f"{MC}Fallback"):
            if len(choice):
                for part in choice:
                    yield from self._content(part, face)
                return

    def _simple_field(self, node: Element) -> Iterator[Inline]:
        name = _OpenField(node.get(f"{W}instr", "")).name
        runs = node.findall(_RUN)
        if name in _PAGE_FIELDS and runs:
            yield PageNumber(self.formatting.run(runs[0]), _PAGE_FIELDS[name])
        else:
            yield from self.read(node)

    def _field_mark(self, node: Element, face: RunFormat) -> Iterator[Inline]:
        kind = node.get(f"{W}fldCharType")
        if kind == "begin":
            self._fields.append(_OpenField())
        elif self._fields and kind == "separate":
            self._fields[-1].in_result = True
        elif self._fields and kind == "end":
            name = self._fields.pop().name
            if name in _PAGE_FIELDS and not self._is_suppressed():
                yield PageNumber(face, _PAGE_FIELDS[name])

    def _is_suppressed(self) -> bool:
        """Whether the reader is inside the code of a field, or in a stored page number."""
        return any(not opened.in_result or opened.name in _PAGE_FIELDS for opened in self._fields)


def _text(text: str, face: RunFormat) -> Iterator[Text]:
    """Yield the text composed (NFC), in capitals where the face asks for them, large or small."""
    composed = unicodedata.normalize("NFC", text)
    if face.small_caps and not face.caps:
        small = replace(face, size=face.size * SMALL_CAPITALS)
        for is_small, letters in groupby(composed, str.islower):
            yield Text("".join(letters).upper(), small if is_small else face)
    elif composed:
        yield Text(composed.upper() if face.caps else composed, face)


def _break(node: Element, _: RunFormat) -> Inline:
    return PageBreak() if node.get(f"{W}type") in {"page", "column"} else LineBreak()


_MARKS: dict[str, Callable[[Element, RunFormat], Inline]] = {
    f"{W}tab": lambda _, face: Tab(face),
    f"{W}ptab": lambda _, face: Tab(face),
    f"{W}br": _break,
    f"{W}cr": lambda _node, _face: LineBreak(),
    f"{W}noBreakHyphen": lambda _, face: Text(NO_BREAK_HYPHEN, face),
    f"{W}softHyphen": lambda _, face: Text(SOFT_HYPHEN, face),
}
_NOT_SHOWN = {
    f"{W}footnoteReference": "chú thích cuối trang",
    f"{W}endnoteReference": "chú thích cuối văn bản",
    f"{W}pict": "hình vẽ kiểu cũ (VML)",
    f"{W}object": "đối tượng nhúng",
    f"{W}sym": "ký hiệu của phông ký hiệu",
}
