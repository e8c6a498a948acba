"""One page: what stands in its margins, its columns and notes, and how all of it is painted."""

from dataclasses import dataclass, field

from docgen.pdf.description import Blocks, Paragraph, Section, StyleText, Text
from docgen.pdf.layout.blocks import BlockSetter
from docgen.pdf.layout.contract import Stack
from docgen.pdf.layout.drawings import Ground
from docgen.pdf.layout.flow import Filled
from docgen.pdf.layout.painting import Canvas
from docgen.pdf.layout.region import Exclusion, Notes, Region
from docgen.pdf.layout.strips import LineStrip
from docgen.pdf.layout.within import numbers
from docgen.pdf.pages import Page, Stroke
from docgen.word.formatting import Border, Sides

NOTE_RULE = 0.25
"""The share of a column that the rule above footnotes is long, and how it lies in its room, in points."""
NOTE_RULE_TOP = 2.85
NOTE_RULE_WIDTH = 0.5
RULE_BETWEEN_COLUMNS = 0.5


@dataclass(eq=False, slots=True)
class Sheet:
    """A page of a section that is being filled, from `y` on; `number` is the one it shows."""

    section: Section
    number: int
    is_first: bool
    setter: BlockSetter
    y: float = 0.0
    bottom: float = 0.0
    room: float = 0.0
    """The height between header and footer."""
    columns: list[tuple[Region, Filled]] = field(default_factory=list)
    exclusions: list[Exclusion] = field(default_factory=list)
    notes: list[Notes] = field(default_factory=list)
    rules: list[tuple[float, float, float]] = field(default_factory=list)
    """Between columns: x, top and bottom."""
    running: tuple[Stack, Stack] = field(init=False)
    """Header and footer."""

    def __post_init__(self) -> None:
        section = self.section
        self.setter.ground = self.ground
        top, bottom = section.margins.top, section.height - section.margins.bottom
        header, footer = self.running = self._stack(self._header), self._stack(self._footer)
        if header.height and not section.fixed[0]:
            top = max(top, section.header_distance + header.height)
        if footer.height and not section.fixed[1]:
            bottom = min(bottom, section.height - section.footer_distance - footer.height)
        self.y, self.bottom, self.room = top, bottom, bottom - top

    @property
    def is_even(self) -> bool:
        """Whether its number is even."""
        return self.number % 2 == 0

    @property
    def margins(self) -> Sides:
        """The margins of this page."""
        margins = self.section.margins
        if self.section.mirrored and self.is_even:
            return Sides(margins.top, margins.left, margins.bottom, margins.right)
        return margins

    @property
    def ground(self) -> Ground:
        """What things float in here."""
        return Ground((self.section.width, self.section.height), self.margins, self.is_even)

    @property
    def is_empty(self) -> bool:
        """Whether nothing has been placed on it."""
        return not any(filled.entries for _, filled in self.columns)

    @property
    def _width(self) -> float:
        return self.section.width - self.margins.left - self.margins.right

    @property
    def _header(self) -> Blocks:
        return self._running(self.section.header.first, self.section.header.even, self.section.header.default)

    @property
    def _footer(self) -> Blocks:
        return self._running(self.section.footer.first, self.section.footer.even, self.section.footer.default)

    def _running(self, first: Blocks | None, even: Blocks | None, default: Blocks) -> Blocks:
        if self.is_first and first is not None:
            return first
        return even if self.is_even and even is not None else default

    def _stack(self, blocks: Blocks) -> Stack:
        return self.setter.stack(blocks, self._width, None)

    def paint(self) -> Page:
        """Return the page as it is printed."""
        canvas, section = Canvas(self.ground, self.setter.hidden), self.section
        header, footer = self._running_stacks()
        canvas.artifact = True
        canvas.paint(header, self.margins.left, section.header_distance)
        canvas.artifact = False
        for region, filled in self.columns:
            canvas.stack(filled.entries, region.x)
        for notes in self.notes:
            self._paint_notes(canvas, notes)
        canvas.artifact = True
        canvas.paint(footer, self.margins.left, section.height - section.footer_distance - footer.height)
        for x, top, bottom in self.rules:
            canvas.items.append(Stroke(x, top, x, bottom, RULE_BETWEEN_COLUMNS))
        self._paint_borders(canvas)
        return Page(section.width, section.height, canvas.all(), canvas.noted)

    def numbers(self) -> list[int]:
        """Return the numbers of the paragraphs that begin or go on in its columns."""
        return [
            number for _, filled in self.columns for strip, _ in filled.entries for number in numbers(strip)
        ]

    def _running_stacks(self) -> tuple[Stack, Stack]:
        """Return header and footer, with the words that they take from the page."""
        paragraphs = self.setter.paragraphs
        if not (_has_style_text(self._header) or _has_style_text(self._footer)):
            return self.running
        paragraphs.fields = paragraphs.fields.with_words(*self._words())
        return self._stack(self._header), self._stack(self._footer)

    def _words(self) -> tuple[dict[str, str], dict[str, str]]:
        """Return the words of the first and the last paragraph of each style on the page."""
        first: dict[str, str] = {}
        last: dict[str, str] = {}
        for _, filled in self.columns:
            for strip, _ in filled.entries:
                if isinstance(strip, LineStrip) and strip.index == 0:
                    paragraph = strip.box.paragraph
                    last[paragraph.format.style] = words = _words_of(paragraph)
                    first.setdefault(paragraph.format.style, words)
        return first, last

    def _paint_notes(self, canvas: Canvas, notes: Notes) -> None:
        y, x, width = self._foot_of(notes)
        middle = y + NOTE_RULE_TOP + NOTE_RULE_WIDTH / 2
        if notes.stacks:
            canvas.items.append(Stroke(x, middle, x + width * NOTE_RULE, middle, NOTE_RULE_WIDTH))
        y += notes.height - sum(stack.height for stack in notes.stacks)
        for stack in notes.stacks:
            canvas.paint(stack, x, y)
            y += stack.height

    def _foot_of(self, notes: Notes) -> tuple[float, float, float]:
        region = next(region for region, _ in self.columns if region.notes is notes)
        return region.foot - notes.height, region.x, region.width

    def _paint_borders(self, canvas: Canvas) -> None:
        """Draw the borders of the page (17.6.10)."""
        section = self.section
        if not section.borders:
            return
        edges = dict(section.borders)
        left, top, right, bottom = self._border_box(edges)
        for edge, line in (
            ("top", (left, top, right, top)),
            ("bottom", (left, bottom, right, bottom)),
            ("left", (left, top, left, bottom)),
            ("right", (right, top, right, bottom)),
        ):
            if edge in edges and edges[edge].width:
                canvas.items.append(Stroke(*line, edges[edge].width, edges[edge].color, edges[edge].kind))

    def _border_box(self, edges: dict[str, Border]) -> tuple[float, float, float, float]:
        section, margins = self.section, self.margins
        away = {name: edge.space + edge.width / 2 for name, edge in edges.items()}
        left, top, right, bottom = (away.get(name, 0.0) for name in ("left", "top", "right", "bottom"))
        if section.borders_from == "page":
            return left, top, section.width - right, section.height - bottom
        upper = section.header_distance if self._header else margins.top
        lower = section.footer_distance if self._footer else margins.bottom
        return (
            margins.left - left,
            upper - top,
            section.width - margins.right + right,
            section.height - lower + bottom,
        )


def _has_style_text(blocks: Blocks) -> bool:
    return any(
        isinstance(inline, StyleText)
        for block in blocks
        if isinstance(block, Paragraph)
        for inline in block.content
    )


def _words_of(paragraph: Paragraph) -> str:
    return "".join(inline.text for inline in paragraph.content if isinstance(inline, Text)).strip()
