"""Plant a defect in a good document, in one line.

    planted(docx).paragraph("Số:").run(size=12).bytes()
    planted(docx).replace("ngày 05", "ngày 5").bytes()
    planted(docx).section(0).margin(top=10).bytes()
    planted(docx).header().run(bold=True).bytes()

Sizes and gaps are in points, lengths in millimetres, lines in multiples. Edits give back what was chosen, so
that they chain; `document` goes back to the whole file. Paragraphs are found by words they hold, in tables
too; words that are not there, or a wrong choice, raise LookupError: no defect is planted in vain.
"""

import copy
import io

import docx
from docx.enum.section import WD_ORIENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor
from docx.text.paragraph import Paragraph as WordParagraph
from docx.text.run import Run
from runs import cut_out, is_drawn, is_line, replaced, text_of

ALIGN = {
    "left": WD_ALIGN_PARAGRAPH.LEFT,
    "center": WD_ALIGN_PARAGRAPH.CENTER,
    "right": WD_ALIGN_PARAGRAPH.RIGHT,
    "both": WD_ALIGN_PARAGRAPH.JUSTIFY,
}
FONT_ATTRIBUTES = ("ascii", "hAnsi", "cs", "eastAsia")
THEME_ATTRIBUTES = ("asciiTheme", "hAnsiTheme", "cstheme", "eastAsiaTheme")


def planted(data):
    """Open a good document to plant defects in."""
    return Planted(docx.Document(io.BytesIO(data)))


class Chosen:
    """Something chosen in a document: it can give the file, or choose something else."""

    def __init__(self, document):
        self.document = document

    def bytes(self):
        """Return the file with what was planted."""
        return self.document.bytes()

    def paragraph(self, words, nth=0):
        """Choose the paragraph number `nth` of those that hold the words."""
        return self.document.paragraph(words, nth)


class Planted(Chosen):
    """A whole document."""

    def __init__(self, word):
        super().__init__(self)
        self.word = word

    @property
    def body(self):
        """The element `w:body`, for what no helper does."""
        return self.word.element.body

    def bytes(self):
        memory = io.BytesIO()
        self.word.save(memory)
        return memory.getvalue()

    def paragraphs(self, words=""):
        """Return all paragraphs of the body that hold the words, in order."""
        return [Paragraph(self, node) for node in self.body.iter(qn("w:p")) if words in text_of(node)]

    def paragraph(self, words, nth=0):
        found = self.paragraphs(words)
        if not -len(found) <= nth < len(found):
            raise LookupError(f"{len(found)} paragraphs hold {words!r}")
        return found[nth]

    def replace(self, old, new, nth=0):
        """Replace words in the one paragraph that holds them."""
        self.paragraph(old, nth).replace(old, new)
        return self

    def replace_all(self, old, new):
        """Replace words wherever they stand."""
        self.paragraph(old)
        for paragraph in self.paragraphs(old):
            paragraph.replace(old, new)
        return self

    def remove(self, words, nth=0):
        """Remove the paragraph that holds the words."""
        self.paragraph(words, nth).remove()
        return self

    def section(self, number=0):
        """Choose a section; 0 is the first."""
        return Section(self, self.word.sections[number])

    def header(self, kind="default", number=0):
        """Choose the first paragraph of a header ("default", "first") of a section."""
        section = self.word.sections[number]
        story = section.first_page_header if kind == "first" else section.header
        return Paragraph(self, next(story._element.iter(qn("w:p"))))

    def footer(self, number=0):
        """Choose the first paragraph of the footer of a section, which is made when there is none."""
        story = self.word.sections[number].footer
        story.is_linked_to_previous = False
        return Paragraph(self, story.paragraphs[0]._p)

    def table(self, words):
        """Choose the innermost table that holds the words."""
        tables = [node for node in self.body.iter(qn("w:tbl")) if words in text_of(node)]
        if not tables:
            raise LookupError(f"no table holds {words!r}")
        return Table(self, tables[-1])

    def unlined(self, words, nth=0):
        """Remove the line under the paragraph: drawn in it, or a paragraph of its own just below."""
        paragraph = self.paragraph(words, nth)
        if paragraph.removed_drawings():
            return self
        after = next((node for node in paragraph.following() if is_line(node)), None)
        if after is None:
            raise LookupError(f"no line under {words!r}")
        after.getparent().remove(after)
        return self


class Paragraph(Chosen):
    """One paragraph."""

    def __init__(self, document, node):
        super().__init__(document)
        self.node = node
        self.word = WordParagraph(node, document.word._body)

    @property
    def text(self):
        """Its words; a tab is "\\t", a line break "\\n"."""
        return text_of(self.node)

    def run(self, words="", **face):
        """Format its runs, or only those words: bold, italic, size, font, color, underline, caps."""
        for run in self._runs(words) if words else self.runs():
            for name, value in face.items():
                FACES[name](run.font, value)
        return self

    def runs(self):
        """Return its runs, those of fields and links too."""
        return [Run(node, self.word) for node in self.node.iter(qn("w:r"))]

    def format(self, **layout):
        """Format it: align, first, left, right (mm), before, after, exactly (pt), line, contextual."""
        for name, value in layout.items():
            LAYOUTS[name](self.word.paragraph_format, value)
        return self

    def replace(self, old, new):
        """Replace words, over the borders of runs; new words look as the first letter of the old ones."""
        if old not in self.text:
            raise LookupError(f"{old!r} is not in {self.text!r}")
        replaced(self.node, old, new)
        return self

    def write(self, text):
        """Put other words in place of all its own."""
        return self.replace(self.text, text)

    def remove(self):
        """Remove it; a cell that it leaves empty keeps an empty paragraph."""
        parent = self.node.getparent()
        parent.remove(self.node)
        if parent.tag == qn("w:tc") and parent.find(qn("w:p")) is None:
            parent.append(OxmlElement("w:p"))
        return self.document

    def repeat(self, text=None):
        """Put a copy of it behind it, with other words, and choose the copy."""
        twin = Paragraph(self.document, copy.deepcopy(self.node))
        self.node.addnext(twin.node)
        return twin if text is None else twin.write(text)

    def move_behind(self, words, nth=0):
        """Put it behind the paragraph that holds the words."""
        self.document.paragraph(words, nth).node.addnext(self.node)
        return self

    def add_empty(self, times=1):
        """Put empty paragraphs behind it that look as it does."""
        for _ in range(times):
            empty = copy.deepcopy(self.node)
            for child in list(empty):
                if child.tag != qn("w:pPr"):
                    empty.remove(child)
            self.node.addnext(empty)
        return self

    def row(self):
        """Choose the table row it stands in."""
        rows = list(self.node.iterancestors(qn("w:tr")))
        if not rows:
            raise LookupError(f"{self.text!r} is not in a table")
        return Row(self.document, rows[0])

    def following(self):
        """Return the paragraphs behind it in the same story, nearest first, at most two."""
        return list(self.node.itersiblings(qn("w:p")))[:2]

    def removed_drawings(self):
        """Remove the drawings in it and tell how many there were."""
        drawn = [run for run in self.node.iter(qn("w:r")) if is_drawn(run) and run.find(qn("w:t")) is None]
        for run in drawn:
            run.getparent().remove(run)
        return len(drawn)

    def _runs(self, words):
        """Return runs that hold exactly the words, cut out of those that hold them."""
        if words not in self.text:
            raise LookupError(f"{words!r} is not in {self.text!r}")
        return [Run(node, self.word) for node in cut_out(self.node, words)]


class Section(Chosen):
    """One section."""

    def __init__(self, document, word):
        super().__init__(document)
        self.word = word

    def margin(self, **lengths):
        """Set margins: top, bottom, left, right, in millimetres."""
        for name, value in lengths.items():
            setattr(self.word, f"{name}_margin", Mm(value))
        return self

    def size(self, width, height):
        """Set the paper, in millimetres."""
        self.word.page_width, self.word.page_height = Mm(width), Mm(height)
        return self

    def turn(self):
        """Turn the paper, and say so."""
        self.word.page_width, self.word.page_height = self.word.page_height, self.word.page_width
        landscape = self.word.page_width > self.word.page_height
        self.word.orientation = WD_ORIENT.LANDSCAPE if landscape else WD_ORIENT.PORTRAIT
        return self

    def first_page_like_others(self):
        """Show the number of the first page."""
        self.word.different_first_page_header_footer = False
        return self

    def numbers(self, **told):
        """Set attributes of `pgNumType` (start, fmt); none takes it away."""
        for node in self.word._sectPr.findall(qn("w:pgNumType")):
            self.word._sectPr.remove(node)
        if told:
            node = OxmlElement("w:pgNumType", {qn(f"w:{name}"): str(value) for name, value in told.items()})
            self.word._sectPr.find(qn("w:pgMar")).addnext(node)
        return self


class Table(Chosen):
    """One table."""

    def __init__(self, document, node):
        super().__init__(document)
        self.node = node

    def rows(self):
        """Return its rows."""
        return [Row(self.document, node) for node in self.node.findall(qn("w:tr"))]

    def without(self, name):
        """Remove every element of that name ("w:tblHeader", "w:cantSplit", "w:tblBorders") in it."""
        found = list(self.node.iter(qn(name)))
        if not found:
            raise LookupError(f"no {name} in the table")
        for node in found:
            node.getparent().remove(node)
        return self

    def widen(self, share):
        """Make every column wider by a share."""
        for name in ("w:tblW", "w:gridCol", "w:tcW"):
            for node in self.node.iter(qn(name)):
                node.set(qn("w:w"), str(round(float(node.get(qn("w:w"))) * share)))
        return self

    def remove(self):
        """Remove it."""
        self.node.getparent().remove(self.node)
        return self.document


class Row(Chosen):
    """One row of a table."""

    def __init__(self, document, node):
        super().__init__(document)
        self.node = node

    def remove(self):
        """Remove it."""
        self.node.getparent().remove(self.node)
        return self.document

    def repeat(self):
        """Put a copy behind it and choose the copy."""
        twin = copy.deepcopy(self.node)
        self.node.addnext(twin)
        return Row(self.document, twin)

    def cell(self, number):
        """Choose the first paragraph of a cell; 0 is the first."""
        return Paragraph(self.document, self.node.findall(qn("w:tc"))[number].find(qn("w:p")))


def _set(name, convert=lambda value: value):
    return lambda target, value: setattr(target, name, convert(value))


def _font(font, name):
    fonts = font._element.get_or_add_rPr().get_or_add_rFonts()
    for attribute in THEME_ATTRIBUTES:
        fonts.attrib.pop(qn(f"w:{attribute}"), None)
    for attribute in FONT_ATTRIBUTES:
        fonts.set(qn(f"w:{attribute}"), name)


def _size(font, points):
    font.size = Pt(points)
    other = font._element.get_or_add_rPr().find(qn("w:szCs"))
    if other is not None:
        other.set(qn("w:val"), str(round(points * 2)))


def _color(font, value):
    font.color.rgb = RGBColor.from_string(value)


def _contextual(layout, value):
    """Set `contextualSpacing` where the schema wants it: behind the indents."""
    properties = layout._element.get_or_add_pPr()
    node = OxmlElement("w:contextualSpacing", {qn("w:val"): str(int(value))})
    properties.get_or_add_ind().addnext(node)


FACES = {
    "bold": _set("bold"),
    "italic": _set("italic"),
    "size": _size,
    "font": _font,
    "color": _color,
    "underline": _set("underline"),
    "caps": _set("all_caps"),
}
LAYOUTS = {
    "align": _set("alignment", ALIGN.get),
    "first": _set("first_line_indent", Mm),
    "left": _set("left_indent", Mm),
    "right": _set("right_indent", Mm),
    "before": _set("space_before", Pt),
    "after": _set("space_after", Pt),
    "line": _set("line_spacing", float),
    "exactly": _set("line_spacing", Pt),
    "contextual": _contextual,
}
