"""Page numbers in headers and footers: which there are, and where on the line they stand."""

from collections.abc import Iterator
from dataclasses import dataclass

from docgen.check.fixing.fields import Field, page_numbers
from docgen.rules.units import Mm
from docgen.word.ooxml import W, attribute
from docgen.word.reading import Cell, Paragraph, Section, Story

CENTER, LEFT, RIGHT, UNKNOWN = "center", "left", "right", ""
"""Where a page number stands; UNKNOWN where only the page shows it."""

_OFF = Mm(10).points
"""How far from the middle a tab stop or a cell may be to count as the middle."""

_FRAMED = {"center": CENTER, "left": LEFT, "inside": LEFT, "right": RIGHT, "outside": RIGHT}
_ALIGNED = {"center": CENTER, "right": RIGHT, "left": LEFT, "both": LEFT}
_BLANKS = 5


@dataclass(frozen=True)
class Number:
    """A page number: the story and the paragraph it stands in, its field, and its place on the line."""

    story: Story
    paragraph: Paragraph
    field: Field
    place: str


def numbers_in(story: Story, section: Section) -> Iterator[Number]:
    """Yield the page numbers of a header or footer that a section shows."""
    for paragraph in story.paragraphs:
        for field in page_numbers(paragraph.node):
            yield Number(story, paragraph, field, _place(paragraph, field, section))


def _place(paragraph: Paragraph, field: Field, section: Section) -> str:
    if paragraph.format.frame:
        return _FRAMED.get(dict(paragraph.format.frame).get("xAlign", ""), UNKNOWN)
    if paragraph.box is not None:
        return _in_box(paragraph, paragraph.box)
    tabs, stop, blanks = _before(paragraph, field)
    if stop or blanks:
        return _ALIGNED.get(stop, UNKNOWN)
    if tabs:
        return _at_tab(paragraph, tabs, section)
    inside = paragraph.cell
    return _in_cell(paragraph, inside) if inside else _ALIGNED.get(paragraph.format.align, UNKNOWN)


def _in_box(paragraph: Paragraph, anchor: Paragraph) -> str:
    """Return the place in a text box, which is known where the box is centred."""
    centred = any(drawing.align == "center" for drawing in anchor.drawings)
    return CENTER if centred and paragraph.format.align == "center" else UNKNOWN


def _before(paragraph: Paragraph, field: Field) -> tuple[int, str, bool]:
    """Return the tabs before a field, the last absolute one (17.3.3.23), and whether just blanks are."""
    tabs, stop, words = 0, "", ""
    own = set(field.runs)
    for run in paragraph.node.iter(f"{W}r"):
        if run in own:
            break
        for node in run:
            if node.tag == f"{W}tab":
                tabs, words = tabs + 1, ""
            elif node.tag == f"{W}ptab":
                stop, words = attribute(node, "alignment"), ""
            elif node.tag == f"{W}t":
                words += node.text or ""
    return tabs, stop, not words.strip() and len(words) >= _BLANKS


def _at_tab(paragraph: Paragraph, tabs: int, section: Section) -> str:
    """Return the place of what stands after so many tabs."""
    stops = paragraph.format.tabs
    if tabs > len(stops):
        return UNKNOWN
    stop = stops[tabs - 1]
    if stop.kind == "center" and abs(stop.position - section.room / 2) <= _OFF:
        return CENTER
    return RIGHT if stop.kind == "right" and stop.position > section.room * 0.75 else UNKNOWN


def _in_cell(paragraph: Paragraph, cell: Cell) -> str:
    """Return the place in a table as wide as the text."""
    columns = cell.table.columns
    start = sum(columns[: cell.column])
    wide = sum(columns[cell.column : cell.column + cell.columns])
    total = cell.table.width
    middle = start + wide / 2
    if abs(middle - total / 2) <= _OFF:
        return _ALIGNED.get(paragraph.format.align, UNKNOWN) if wide > total / 2 else CENTER
    return LEFT if middle < total / 2 else RIGHT
