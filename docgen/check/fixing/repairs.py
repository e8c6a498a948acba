"""The repairs: how a run, a paragraph, words or a section are set right.

Each holds what was read and what it shall be; what it does not name it leaves as it is.
"""

from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass
from typing import TypedDict, Unpack

from docgen.check.fixing.draft import Draft
from docgen.check.fixing.paper import section_node
from docgen.check.fixing.properties import PARAGRAPH, RUN, SECTION, drop, forget, holder, put, switch
from docgen.package import Element
from docgen.word.ooxml import W, child
from docgen.word.reading import Paragraph, Section, Span

_TWIPS = 20
_DISTANCE = "720"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_SCRIPTS = ("ascii", "hAnsi", "eastAsia", "cs")
_THEMES = ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme")


class Traits(TypedDict, total=False):
    """How letters look; `size` is in points, `color` "auto" or RRGGBB, None leaves a trait as it is."""

    font: str | None
    size: float | None
    bold: bool | None
    italic: bool | None
    color: str | None
    underline: bool | None
    caps: bool | None


@dataclass(frozen=True)
class SetFace:
    """Letters of a paragraph from `start` to `end` look as said here; None leaves a trait as it is.

    `size` is in points; `color` "auto" or RRGGBB; `caps` "" takes capitals by formatting away.
    """

    told: str
    paragraph: Paragraph
    start: int
    end: int
    font: str | None = None
    size: float | None = None
    bold: bool | None = None
    italic: bool | None = None
    color: str | None = None
    underline: bool | None = None
    caps: bool | None = None

    rewrites: Paragraph | None = None

    def apply(self, draft: Draft) -> None:  # noqa: ARG002 - a repair may need it
        """Set the runs; one that reaches beyond is parted first."""
        for span in self.spans:
            set_letters(holder(isolated(span, self.start, self.end), "rPr"), **self._traits)

    @property
    def spans(self) -> Iterator[Span]:
        """The spans that hold its letters."""
        return (span for span in self.paragraph.spans if span.start < self.end and span.end > self.start)

    @property
    def _traits(self) -> Traits:
        return {
            "font": self.font,
            "size": self.size,
            "bold": self.bold,
            "italic": self.italic,
            "color": self.color,
            "underline": self.underline,
            "caps": self.caps,
        }


def set_letters(properties: Element, **traits: Unpack[Traits]) -> None:
    """Let a `w:rPr` say how letters look; a trait that is None or not named stays as it is."""
    if (font := traits.get("font")) is not None:
        _set_font(properties, font)
    if (size := traits.get("size")) is not None:
        for name in ("sz", "szCs"):
            put(properties, RUN, name, val=str(round(size * 2)))
    if (color := traits.get("color")) is not None:
        drop(properties, "color")
        put(properties, RUN, "color", val=color)
    if (underline := traits.get("underline")) is not None:
        put(properties, RUN, "u", val="single" if underline else "none")
    switches = {"b": traits.get("bold"), "i": traits.get("italic"), "caps": traits.get("caps")}
    for name, told in switches.items():
        if told is not None:
            switch(properties, RUN, name, on=told)


def _set_font(properties: Element, font: str) -> None:
    """Let a `w:rPr` name one font for every script."""
    fonts = put(properties, RUN, "rFonts", **dict.fromkeys(_SCRIPTS, font))
    for theme in _THEMES:
        forget(fonts, theme)


@dataclass(frozen=True)
class SetParagraph:
    """A paragraph is set as said here; lengths in points, `line` a factor of single spacing."""

    told: str
    paragraph: Paragraph
    align: str | None = None
    first_line: float | None = None
    before: float | None = None
    after: float | None = None
    line: float | None = None
    contextual: bool | None = None

    rewrites: Paragraph | None = None

    def apply(self, draft: Draft) -> None:  # noqa: ARG002 - a repair may need it
        """Set the properties of the paragraph."""
        properties = holder(self.paragraph.node, "pPr")
        if self.align is not None:
            put(properties, PARAGRAPH, "jc", val="both" if self.align == "justify" else self.align)
        if self.first_line is not None:
            self._indent(put(properties, PARAGRAPH, "ind"))
        if self.contextual is not None:
            switch(properties, PARAGRAPH, "contextualSpacing", on=self.contextual)
        self._space(properties)

    def _indent(self, indent: Element) -> None:
        for name in ("hanging", "hangingChars", "firstLineChars", "left", "start", "leftChars", "startChars"):
            forget(indent, name)
        indent.set(f"{W}left", "0")
        indent.set(f"{W}firstLine", _twips(self.first_line or 0.0))

    def _space(self, properties: Element) -> None:
        told = {"before": self.before, "after": self.after}
        for name, space in told.items():
            if space is not None:
                node = put(properties, PARAGRAPH, "spacing", **{name: _twips(space)})
                for other in (f"{name}Autospacing", f"{name}Lines"):
                    forget(node, other)
        if self.line is not None:
            put(properties, PARAGRAPH, "spacing", line=str(round(self.line * 240)), lineRule="auto")


@dataclass(frozen=True)
class SetMargins:
    """The margins of a section, in points; None leaves one as it is."""

    told: str
    section: Section
    top: float | None = None
    right: float | None = None
    bottom: float | None = None
    left: float | None = None

    rewrites: Paragraph | None = None

    def apply(self, draft: Draft) -> None:
        """Set the margins."""
        told = {"top": self.top, "right": self.right, "bottom": self.bottom, "left": self.left}
        node = section_node(self.section, draft)
        if child(node, "pgMar") is None:
            told = {side: getattr(self.section.margins, side) for side in told} | _said(told)
            put(node, SECTION, "pgMar", header=_DISTANCE, footer=_DISTANCE, gutter="0")
        put(node, SECTION, "pgMar", **{side: _twips(length) for side, length in _said(told).items()})


def _said(told: dict[str, float | None]) -> dict[str, float]:
    return {name: length for name, length in told.items() if length is not None}


@dataclass(frozen=True)
class Rewrite:
    """The characters `start` to `end` of a paragraph become `words`."""

    told: str
    paragraph: Paragraph
    start: int
    end: int
    words: str

    @property
    def rewrites(self) -> Paragraph:
        """The paragraph."""
        return self.paragraph

    @property
    def rewritten(self) -> str:
        """Its text afterwards."""
        text = self.paragraph.text
        return text[: self.start] + self.words + text[self.end :]

    def apply(self, draft: Draft) -> None:  # noqa: ARG002 - a repair may need it
        """Put the words where the first of the old ones stood, and take the others out."""
        spans = self.paragraph.spans
        touched = [span for span in spans if span.start < self.end and span.end > self.start]
        if not touched:
            _insert(spans, self.start, self.words)
            return
        for index, span in enumerate(touched):
            start, end = max(self.start - span.start, 0), min(self.end, span.end) - span.start
            _replace(span, start, end, self.words if index == 0 else "")


def _insert(spans: list[Span], at: int, words: str) -> None:
    """Put words between spans: at the end of the one before, else at the start of the next."""
    texts = [span for span in spans if span.node.tag == f"{W}t"]
    before = [span for span in texts if span.start < at <= span.end]
    if before:
        _replace(before[-1], at - before[-1].start, at - before[-1].start, words)
    elif texts:
        _replace(texts[0], 0, 0, words)


def _replace(span: Span, start: int, end: int, words: str) -> None:
    """Change a span; what stands behind `end` may have been changed since it was read."""
    now = span.node.text or "" if span.node.tag == f"{W}t" else span.text
    new = now[:start] + words + now[end:]
    if span.node.tag == f"{W}t":
        _write(span, new)
    elif new:
        text = span.node.makeelement(f"{W}t")
        text.text = new
        text.set(_SPACE, "preserve")
        span.run.replace(span.node, text)
    else:
        span.run.remove(span.node)


def _write(span: Span, text: str) -> None:
    span.node.text = text
    span.node.set(_SPACE, "preserve")


def isolated(span: Span, start: int, end: int) -> Element:
    """Return a run that holds of a span just what lies between `start` and `end` of its paragraph."""
    run, node = span.run, span.node
    _part(run, [one for one in run.iterchildren() if one.tag != f"{W}rPr"], node)
    first, last = max(start - span.start, 0), min(end, span.end) - span.start
    if node.tag == f"{W}t" and (first > 0 or last < len(span.text)):
        for text, after in ((span.text[last:], True), (span.text[:first], False)):
            if text:
                _beside(run, _text(node, text), after=after)
        node.text = span.text[first:last]
        node.set(_SPACE, "preserve")
    return run


def _part(run: Element, kids: list[Element], node: Element) -> None:
    """Leave only `node` in a run: what stands before and after it gets runs of its own."""
    at = kids.index(node)
    if kids[at + 1 :]:
        _beside(run, *kids[at + 1 :], after=True)
    if kids[:at]:
        _beside(run, *kids[:at], after=False)


def _beside(run: Element, *kids: Element, after: bool) -> None:
    new = run.makeelement(f"{W}r")
    own = next(run.iterchildren(f"{W}rPr"), None)
    new.extend([*([] if own is None else [deepcopy(own)]), *kids])
    (run.addnext if after else run.addprevious)(new)


def _text(node: Element, text: str) -> Element:
    new = node.makeelement(f"{W}t")
    new.text = text
    new.set(_SPACE, "preserve")
    return new


def _twips(length: float) -> str:
    return str(round(length * _TWIPS))
