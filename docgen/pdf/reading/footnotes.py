"""Footnotes and endnotes, numbered as their marks are met (ECMA-376, Part 1, 17.11)."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from docgen.package import Element
from docgen.pdf.description import Blocks, Inline, NoteMark, Text
from docgen.pdf.reading.source import Source
from docgen.word.formatting import RunFormat
from docgen.word.ooxml import W, attribute, child, flag, number, value
from docgen.word.reading.numerals import numeral

_PARTS = {f"{W}footnoteReference": "footnotes", f"{W}endnoteReference": "endnotes"}
_STYLES = {"footnotes": "decimal", "endnotes": "lowerRoman"}
_PROPERTIES = {"footnotes": "footnotePr", "endnotes": "endnotePr"}
_NAMES = {"footnotes": "chú thích cuối trang", "endnotes": "chú thích cuối văn bản"}


@dataclass
class Footnotes:
    """The notes of a file; `read` reads the story of one, told its part and its node."""

    source: Source
    read: Callable[[str, Element], Blocks]
    section: Element | None = None
    """The properties of the section being read; they may say how its notes are numbered."""
    _own: list[str] = field(default_factory=list)
    _counts: dict[str, int] = field(default_factory=dict)
    _notes: dict[str, tuple[str, dict[str, Element]]] = field(default_factory=dict)

    def begin_section(self, section: Element) -> None:
        """Go on to a section, whose notes may count from the start again."""
        self.section = section
        for kind in _STYLES:
            if self._told(kind, "numRestart") == "eachSect":
                self._counts.pop(kind, None)

    def marks(self, node: Element, face: RunFormat) -> Iterable[Inline]:
        """Return the mark of a reference with its note; the text of a custom one follows it in the run."""
        kind = _PARTS[str(node.tag)]
        part, notes = self._all(kind)
        note = notes.get(attribute(node, "id"))
        if note is None or len(self._own) > 1:
            self.source.remarks.add(node, f"{_NAMES[kind]} không có trong tệp.")
            return ()
        text = "" if flag(node, "customMarkFollows") else self._next(kind, node)
        self._own.append(text)
        blocks = self.read(part, note)
        self._own.pop()
        return (NoteMark(text, face, blocks, endnote=kind == "endnotes"),)

    def own_number(self, _node: Element, face: RunFormat) -> Iterable[Inline]:
        """Return the number of the note being read, which stands at its start."""
        return (Text(self._own[-1], face),) if self._own and self._own[-1] else ()

    def _next(self, kind: str, node: Element) -> str:
        if self._told(kind, "numRestart") == "eachPage":
            self.source.remarks.add(node, f"{_NAMES[kind]} đánh số lại mỗi trang được đánh số liên tục.")
        start = number(self._told(kind, "numStart"), 1)
        self._counts[kind] = self._counts.get(kind, start - 1) + 1
        return numeral(self._counts[kind], self._told(kind, "numFmt") or _STYLES[kind])

    def _told(self, kind: str, name: str) -> str:
        """Return what the section, else the file, says of notes."""
        common = {"footnotes": self.source.settings.footnotes, "endnotes": self.source.settings.endnotes}
        return value(child(self.section, _PROPERTIES[kind]), name) or value(common[kind], name)

    def _all(self, kind: str) -> tuple[str, dict[str, Element]]:
        """Return the part of the notes of a kind, and they by id; separators are none."""
        if kind not in self._notes:
            names = self.source.package.related(self.source.package.main, kind)
            nodes = self.source.xml(names[0]) if names else ()
            real = (node for node in nodes if attribute(node, "type", "normal") == "normal")
            self._notes[kind] = (names[0] if names else "", {attribute(node, "id"): node for node in real})
        return self._notes[kind]
