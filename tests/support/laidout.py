"""Small descriptions to be laid out, and what stands where on their pages.

A page has lines of 12 points exactly, text 300 points wide and 240 high — 20 lines — with margins of 50
unless said otherwise. In a text "⇥" is a tab, "↵" a line break, "⤓" a page break, "⇓" a column break, "№"
the page number and "Σ" the number of pages; any other thing of a description may stand between texts.
"""

from collections import defaultdict
from functools import cache

from docgen.pdf.description import (
    Cell,
    ColumnBreak,
    Description,
    Edges,
    LineBreak,
    PageBreak,
    PageNumber,
    Paragraph,
    Row,
    Section,
    Tab,
    Table,
    Text,
)
from docgen.pdf.fonts import Fonts
from docgen.pdf.layout import lay_out
from docgen.pdf.pages import Box, Glyphs, Picture, Stroke
from docgen.word.formatting import NO_SIDES, Border, ParagraphFormat, RunFormat, Sides

LINE = 12.0
MARGIN = 50.0
BASE = MARGIN + 0.8 * LINE
"""The base line of the first line of a page: at four fifths of a line of exact height."""
WIDTH, HEIGHT = 300.0, 240.0
FACE = RunFormat(size=10.0)
THIN = Border(1.0, "single")
ALL_ROUND = Edges(THIN, THIN, THIN, THIN)
MARKS = {
    "⇥": Tab,
    "↵": LineBreak,
    "⤓": lambda _: PageBreak(),
    "⇓": lambda _: ColumnBreak(),
    "№": PageNumber,
    "Σ": lambda face: PageNumber(face, total=True),
}


@cache
def fonts():
    """Return the fonts of this machine."""
    return Fonts()


def face(**told):
    """Return the format of a run of 10 points."""
    return RunFormat(**{"size": 10.0} | told)


def inline(content, look=FACE):
    """Return the content of a paragraph: of a text in the notation, or of one thing."""
    if not isinstance(content, str):
        return [content]
    found, words = [], ""
    for char in f"{content}\0":
        if char in MARKS or char == "\0":
            found += [Text(words, look)] * bool(words)
            found += [MARKS[char](look)] if char in MARKS else []
            words = ""
        else:
            words += char
    return found


def par(*content, look=FACE, label=(), label_align="left", **told):
    """Return a paragraph: lines of 12 points exactly unless its format is told otherwise."""
    setting = ParagraphFormat(**{"mark": look, "line": LINE, "line_rule": "exact"} | told)
    pieces = [piece for one in content for piece in inline(one, look)]
    return Paragraph(setting, tuple(pieces), tuple(label), label_align)


def auto(*content, **told):
    """Return a paragraph whose lines are as high as their letters."""
    return par(*content, **{"line": 1.0, "line_rule": "auto"} | told)


def numbered(count, start=1, **told):
    """Return paragraphs of one line each: "1", "2" …."""
    return [par(str(number), **told) for number in range(start, start + count)]


def cell(*content, columns=1, rows=1, column=0, edges=None, margins=NO_SIDES, **told):
    """Return a cell of texts, each a paragraph, or of blocks."""
    blocks = tuple(par(one) if isinstance(one, str) else one for one in content)
    return Cell(blocks, columns, rows, edges or Edges(), margins, column=column, **told)


def row(*cells, **told):
    """Return a row of cells or of texts, side by side."""
    made, column = [], 0
    for one in cells:
        ready = cell(one, column=column) if isinstance(one, str) else one
        column = ready.column + ready.columns
        made.append(ready)
    return Row(tuple(made), **told)


def table(*rows, widths=(100.0, 100.0), **told):
    """Return a table of rows, or of tuples of texts."""
    return Table(widths, tuple(row(*one) if isinstance(one, tuple) else one for one in rows), **told)


def section(*blocks, width=WIDTH, height=HEIGHT, margins=None, **told):
    """Return a section whose text is `width` × `height` points."""
    sides = margins or Sides(MARGIN, MARGIN, MARGIN, MARGIN)
    paper = {"width": width + sides.left + sides.right, "height": height + sides.top + sides.bottom}
    return Section(**paper | {"margins": sides, "blocks": tuple(blocks)} | told)


def described(*sections, **told):
    """Return a description of sections."""
    return Description(tuple(sections), **told)


def laid_out(*sections, **told):
    """Return the layout of sections."""
    return lay_out(described(*sections, **told), fonts())


def pages(*blocks, **told):
    """Return the pages of one section of these blocks."""
    return laid_out(section(*blocks, **told)).pages.pages


def lines(page):
    """Return the base lines and words of a page's lines, from its top; what is side by side is one line."""
    found = defaultdict(list)
    for glyphs in items(page, Glyphs):
        found[round(glyphs.y, 2)].append(glyphs)
    return [(y, _joined(found[y])) for y in sorted(found)]


def words(found):
    """Return the words of each page, its lines parted by bars."""
    return ["|".join(text for _, text in lines(page) if text) for page in found]


def tops(page):
    """Return where lines of 12 points exactly begin, from the top of the text, by their words."""
    return {text: round(y - BASE, 2) for y, text in lines(page)}


def lefts(page):
    """Return where each text begins, from the left of the text, by its words."""
    return {glyphs.text.strip(): round(glyphs.x - MARGIN, 2) for glyphs in items(page, Glyphs)}


def items(page, *kinds):
    """Return what is painted of some kinds, in order."""
    return [item for item in page.items if isinstance(item, kinds or (Glyphs, Stroke, Box, Picture))]


def width(text, look=FACE):
    """Return the width of a text as lines are broken by it."""
    font = fonts().font(look.font, bold=look.bold, italic=look.italic)
    return font.width(text, look.size)


def _joined(glyphs):
    return " ".join(one.text.strip() for one in sorted(glyphs, key=lambda one: one.x) if one.text.strip())
