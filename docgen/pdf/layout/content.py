"""The content of a paragraph as one string of characters, each with its place on an endless line."""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from itertools import accumulate
from math import floor

from docgen.pdf.comment import Mark
from docgen.pdf.description import (
    Drawing,
    Floating,
    Inline,
    LineBreak,
    NoteMark,
    PageNumber,
    StyleText,
    Tab,
    Text,
)
from docgen.pdf.layout.fields import Fields
from docgen.pdf.layout.styles import Style, Styles
from docgen.word.formatting import RunFormat

_TWIPS = 20
DOTS = 120
"""The dots to a point of the grid that LibreOffice measures text with."""

_EPSILON = 1e-6
_ITALIC_SHARE = 12
TAB, BREAK, OBJECT = "\t", "\n", "\ufffc"


@dataclass(eq=False, slots=True)
class Span:
    """Characters `start` to `end` of one style, or one object that stands in the text like a letter."""

    start: int
    end: int
    style: Style
    object: Drawing | Tab | LineBreak | None = None


@dataclass(eq=False)
class Content:
    """`at[i]` is where character i begins when nothing is broken, in points; tabs are nothing wide there."""

    text: str
    at: list[float]
    spans: list[Span]
    stops: list[int]
    """The offsets of tabs and line breaks, and of the end."""
    notes: list[tuple[int, NoteMark]]
    floats: list[tuple[int, Floating]]
    shown: list[tuple[int, int]]
    """Where what fields show begins and ends: that depends on the page."""

    @cached_property
    def is_plain(self) -> bool:
        """Whether the last letter of a line needs just its advance width."""
        return not any(span.style.face.italic or span.style.face.letter_spacing for span in self.spans)

    def reach(self, end: int) -> float:
        """Return how far a line that ends before the character `end` reaches, as LibreOffice asks.

        The last letter needs no letter spacing after it, and italic letters a twelfth of the line more.
        """
        place = self.at[end]
        if self.is_plain or not end:
            return place
        span = self.spans[self.span_at(end - 1)]
        face, is_inside = span.style.face, end < span.end or span is self.spans[-1]
        if face.letter_spacing > 0 or is_inside:
            place -= face.letter_spacing
        if face.italic:
            place += round((span.style.ascent + span.style.descent) * _TWIPS) // _ITALIC_SHARE / _TWIPS
        return place

    def seams(self, start: int, end: int) -> list[int]:
        """Return where other styles begin after `start`, up to `end`; raised text is no seam."""
        found = (span for span in self.spans if start < span.start <= end)
        return [span.start for span in found if not _is_raised(span) and not _is_raised(self._before(span))]

    def _before(self, span: Span) -> Span:
        return self.spans[self.span_at(span.start - 1)]

    def mark(self, offset: int) -> Mark:
        """Return the mark of a place."""
        before = [min(end, offset) - start for start, end in self.shown if start < offset]
        return len(before), offset - sum(before)

    def offset(self, mark: Mark) -> int:
        """Return where a mark lies here."""
        fields, letters = mark
        return letters + sum(end - start for start, end in self.shown[:fields])

    def visible_end(self, start: int, end: int) -> int:
        """Return `end` without the spaces before it, but not below `start`."""
        while end > start and self.text[end - 1] == " ":
            end -= 1
        return end

    def span_at(self, offset: int) -> int:
        """Return the index of the span that the character at `offset` belongs to."""
        return bisect_right(self.spans, offset, key=lambda span: span.start) - 1


@dataclass(eq=False)
class _Gatherer:
    """Strings inline content together."""

    styles: Styles
    fields: Fields
    mark: RunFormat
    texts: list[str] = field(default_factory=list)
    at: list[float] = field(default_factory=lambda: [0.0])
    spans: list[Span] = field(default_factory=list)
    notes: list[tuple[int, NoteMark]] = field(default_factory=list)
    floats: list[tuple[int, Floating]] = field(default_factory=list)
    shown: list[tuple[int, int]] = field(default_factory=list)
    _end: float = 0.0
    """Where the last span ends, before the next one is moved to a whole twip."""

    def add(self, inline: Inline) -> None:
        if isinstance(inline, Text):
            self._text(inline.text, inline.face)
        elif isinstance(inline, Tab):
            self._object(TAB, 0.0, self.styles.of(inline.face), inline)
        elif isinstance(inline, LineBreak):
            self._object(BREAK, 0.0, self.styles.of(inline.face or self._last_face()), inline)
        elif isinstance(inline, PageNumber | StyleText):
            start = len(self.at) - 1
            self._text(self.fields.text(inline), inline.face)
            self.shown.append((start, len(self.at) - 1))
        elif isinstance(inline, NoteMark):
            self.notes.append((len(self.at) - 1, inline))
            self._text(inline.text, inline.face)
        elif isinstance(inline, Drawing):
            self._object(OBJECT, inline.width, self.styles.of(self._last_face()), inline)
        elif isinstance(inline, Floating):
            self.floats.append((len(self.at) - 1, inline))

    def content(self) -> Content:
        text = "".join(self.texts)
        has_stops = TAB in text or BREAK in text
        stops = [at for at, char in enumerate(text) if char in {TAB, BREAK}] if has_stops else []
        return Content(
            text=text,
            at=self.at,
            spans=self.spans,
            stops=[*stops, len(text)],
            notes=self.notes,
            floats=self.floats,
            shown=self.shown,
        )

    def _last_face(self) -> RunFormat:
        return self.spans[-1].style.face if self.spans else self.mark

    def _text(self, text: str, face: RunFormat) -> None:
        for piece, style in self.styles.pieces(text, face) if text else ():
            span = self._span_of(style)
            span.end += len(piece)
            widths = _shaped(piece, style) if style.is_shaped else map(style.advances.__getitem__, piece)
            self.at.extend(accumulate(widths, initial=self.at.pop()))
            self._end = self.at[-1] - min(face.letter_spacing, 0.0)
            self.texts.append(piece)

    def _span_of(self, style: Style) -> Span:
        """Return the span that text of a style goes on in: the last one, if it is of that style."""
        last = self.spans[-1] if self.spans else None
        if last is not None and last.style is style and last.object is None:
            self.at[-1] = self._end + min(style.face.letter_spacing, 0.0)
            return last
        start = len(self.at) - 1
        self.at[-1] = round_twip(self._end)
        span = Span(start, start, style)
        self.spans.append(span)
        return span

    def _object(self, char: str, width: float, style: Style, inline: Drawing | Tab | LineBreak) -> None:
        start = len(self.at) - 1
        self.at[-1] = round_twip(self._end)
        self.at.append(self.at[-1] + width)
        self._end = self.at[-1]
        self.texts.append(char)
        self.spans.append(Span(start, start + 1, style, inline))


def gather(inlines: Iterator[Inline], styles: Styles, fields: Fields, mark: RunFormat) -> Content:
    """Return the inline content of a paragraph whose mark has the format `mark`."""
    gatherer = _Gatherer(styles, fields, mark)
    for inline in inlines:
        gatherer.add(inline)
    return gatherer.content()


def _is_raised(span: Span) -> bool:
    return span.style.face.raised in {"superscript", "subscript"}


def round_twip(length: float) -> float:
    """Return a length in points as LibreOffice takes the width of a portion: in whole twips, halves up."""
    return floor(length * _TWIPS + 0.5 + _EPSILON) / _TWIPS


def _shaped(text: str, style: Style) -> list[float]:
    """Return the width of each character as HarfBuzz sets it; a ligature's falls to its first character."""
    widths = [style.face.letter_spacing] * len(text)
    for glyph in style.font.shape(text, kerned=style.face.kerned):
        widths[glyph.cluster] += style.font.dots(glyph.advance, style.size) / DOTS * style.face.scale
    return widths
