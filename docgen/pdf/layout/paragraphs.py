"""A paragraph as strips: its lines, with the borders above and below."""

from dataclasses import dataclass
from typing import cast

from docgen.pdf.description import Block, Floating, Paragraph, Text
from docgen.pdf.layout.comments import stretches
from docgen.pdf.layout.content import gather
from docgen.pdf.layout.fields import Fields
from docgen.pdf.layout.lines import SHARES, Breaker, Line, Room
from docgen.pdf.layout.parts import Part
from docgen.pdf.layout.strips import LineStrip, ParagraphBox
from docgen.pdf.layout.styles import Styles
from docgen.pdf.layout.tabs import Ruler
from docgen.pdf.layout.tags import tag_paragraph
from docgen.word.formatting import NO_BORDER, Border, ParagraphFormat


@dataclass(frozen=True, slots=True)
class Column:
    """The column that a paragraph stands in: its width, and whether that is a cell's.

    `room` says where lines may stand from `y` on, `above` is the space above the paragraph.
    """

    width: float
    is_cell: bool = False
    room: Room | None = None
    y: float = 0.0
    above: float = 0.0


@dataclass(eq=False, slots=True)
class ParagraphSetter:
    """Sets paragraphs; `fields` says what fields show on the page that is being made."""

    styles: Styles
    tab_distance: float
    fields: Fields
    overruns: bool = False
    """Whether tab stops beyond the right edge are used as they are (Word 2010 and before)."""

    def set(self, part: Part, column: Column) -> list[LineStrip]:
        """Return the strips of a paragraph."""
        paragraph = cast("Paragraph", part.block)
        box, breaker = self._box(part, paragraph, column)
        lead, tail = _edges(part, paragraph.format)
        start = box.content.offset(part.start) if part.start else 0
        lines = breaker.lines(start, column.y + lead)
        last = len(lines) - 1
        strips = [
            _strip(box, line, index, lead if not index else 0.0, tail if index == last else 0.0)
            for index, line in enumerate(lines)
        ]
        _keep(strips, paragraph.format, column, begun=start > 0)
        strips[0].space = 0.0 if part.start else part.space
        strips[0].break_before = part.break_before
        _hand_out([one for one in box.content.floats if one[0] >= start], strips)
        return strips

    def _box(self, part: Part, paragraph: Paragraph, column: Column) -> tuple[ParagraphBox, Breaker]:
        setting = paragraph.format
        content = gather(iter((*paragraph.label, *paragraph.content)), self.styles, self.fields, setting.mark)
        if part.tag is None and part.parent is not None:
            part.tag, part.label_tag = tag_paragraph(part.parent, paragraph)
        box = ParagraphBox(
            part=part,
            paragraph=paragraph,
            content=content,
            width=column.width,
            label_end=sum(len(inline.text) if isinstance(inline, Text) else 1 for inline in paragraph.label),
            bound=column.room is not None or bool(content.shown) or bool(setting.borders),
        )
        if paragraph.comments:
            box.commented = stretches(paragraph, content, box.label_end)
        ruler = Ruler(setting, column.width, self.tab_distance, self.overruns)
        outdent = self._outdent(paragraph)
        mark = self.styles.of(setting.mark)
        above = column.above + self._trailing(part.above)
        return box, Breaker(content, setting, ruler, mark, column.room, above, outdent)

    def _trailing(self, block: Block | None) -> float:
        """Return what proportional spacing leaves below the last line of the block above, about."""
        if not isinstance(block, Paragraph) or block.format.line_rule != "auto":
            return 0.0
        style = self.styles.of(block.format.mark)
        return max(block.format.line - 1.0, 0.0) * (style.ascent + style.descent)

    def _outdent(self, paragraph: Paragraph) -> float:
        """Return how far a label reaches to the left of where its line begins."""
        share = SHARES.get(paragraph.label_align, 0.0)
        if not share:
            return 0.0
        texts = (inline for inline in paragraph.label if isinstance(inline, Text))
        return share * sum(self.styles.of(text.face).width(text.text) for text in texts)


def border(setting: ParagraphFormat, edge: str) -> Border:
    """Return the border of a paragraph at an edge."""
    return dict(setting.borders).get(edge, NO_BORDER)


def _edges(part: Part, setting: ParagraphFormat) -> tuple[float, float]:
    """Return the heights that the borders above and below a paragraph take."""
    if not setting.borders:
        return 0.0, 0.0
    joins = part.joins_above and not part.start
    above = thickness(border(setting, "between")) if joins else thickness(border(setting, "top"))
    below = 0.0 if part.joins_below else thickness(border(setting, "bottom"))
    return above + (border(setting, "between").space if joins else 0.0), below


def thickness(edge: Border) -> float:
    """Return the height of a border with its distance from the text; 0 where there is none."""
    return edge.width + edge.space if edge.width else 0.0


def _strip(box: ParagraphBox, line: Line, index: int, lead: float, tail: float) -> LineStrip:
    above = lead + line.top
    foot = max(tail, thickness(border(box.paragraph.format, "bottom")))
    return LineStrip(
        box, line, index, height=above + line.height + tail, fits=above + line.fits + foot, lead=lead
    )


def _keep(strips: list[LineStrip], setting: ParagraphFormat, column: Column, *, begun: bool) -> None:
    """Mark the strips that stay with the next: two lines at least on either page (17.3.1.44).

    LibreOffice does not split a paragraph that stays with the next.
    """
    last = len(strips) - 1
    strips[last].kept, strips[last].ends = setting.keep_next, True
    if column.is_cell:
        return
    for index, strip in enumerate(strips[:-1]):
        alone = (index == 0 and not begun) or index == last - 1
        strip.kept = setting.keep_lines or setting.keep_next or (alone and setting.widow_control)


def _hand_out(floats: list[tuple[int, Floating]], strips: list[LineStrip]) -> None:
    """Anchor what floats in the line that it is placed by, or in the first of the paragraph."""
    for offset, floating in floats:
        at_line = floating.vertical.relative in {"line", "character"}
        before = [strip for strip in strips if strip.line.start <= offset] if at_line else strips[:1]
        before[-1].floats.append(floating)
