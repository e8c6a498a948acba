"""Word files as officers type them, not by the decree: what shall `docgen check` make of them?

A line may begin with its looks in brackets: "[c b s=13] KẾ HOẠCH" is centred, bold, of 13 points.
l c r j: alignment; b i u: bold, italic, underlined; s: size; first: indent in centimetres; col: colour;
hl: marked yellow; font: its name, "_" for blanks. Words between stars are bold, between tildes italic.
"""

import io
import re

from docx import Document
from docx.enum.text import WD_COLOR_INDEX
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor

NATION, MOTTO = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc"
ALIGNMENTS = {"l": 0, "c": 1, "r": 2, "j": 3}


class Typed:
    """A file being typed: justified lines of 14 points, 6 points apart, indented by 1,27 cm."""

    def __init__(self, margins=(2, 2, 3, 2)):
        self.doc = Document()
        normal = self.doc.styles["Normal"]
        normal.font.name, normal.font.size = "Times New Roman", Pt(14)
        normal.element.rPr.rFonts.set(qn("w:eastAsia"), "Times New Roman")
        normal.paragraph_format.space_after = Pt(6)
        page = self.doc.sections[0]
        page.page_width, page.page_height = Cm(21), Cm(29.7)
        page.top_margin, page.bottom_margin, page.left_margin, page.right_margin = map(Cm, margins)

    def lines(self, text):
        """Type the lines of `text`, each a paragraph."""
        for line in text.strip("\n").split("\n"):
            paragraph = self.doc.add_paragraph()
            paragraph.alignment = ALIGNMENTS["j"]
            paragraph.paragraph_format.first_line_indent = Cm(1.27)
            _fill(paragraph, line)
        return self

    def table(self, widths, *rows, grid=False):
        """Draw a table; the columns have `widths` in centimetres, a cell may have several lines."""
        table = self.doc.add_table(len(rows), len(widths))
        table.autofit = False
        if grid:
            table.style = "Table Grid"
        for column, width in zip(table.columns, widths, strict=True):
            column.width = Cm(width)
        for row, cells in zip(table.rows, rows, strict=True):
            for cell, width, words in zip(row.cells, widths, cells, strict=True):
                cell.width = Cm(width)
                for at, line in enumerate(words.split("\n")):
                    _fill(cell.add_paragraph() if at else cell.paragraphs[0], line)
        return self

    def head(self, number, date, *, right=10, issuer="SỞ NỘI VỤ", looks="c b"):
        """Type a head in a table of two columns, the right one `right` centimetres wide."""
        return self.table(
            (16 - right, right),
            (f"[c s=13] UBND TỈNH GIA LAI\n[{looks} s=13] {issuer}", f"[c b s=13] {NATION}\n[c b] {MOTTO}"),
            (f"[c s=13] {number}", f"[c i] {date}"),
        )

    def closing(self, *recipients, title="GIÁM ĐỐC", name="Nguyễn Văn An"):
        """Type the recipients and the signature in a table."""
        left = "\n".join(["[b i s=12] Nơi nhận:", *(f"[s=11] - {one}" for one in recipients)])
        return self.table((8, 8), (left, f"[c b] {title}\n\n\n\n\n[c b] {name}"))

    def saved(self):
        """Return the file."""
        out = io.BytesIO()
        self.doc.save(out)
        return out.getvalue()


def _fill(paragraph, line):
    told, words = re.match(r"(?:\[([^\]]*)\] ?)?(.*)", line).groups()
    looks = dict(look.partition("=")[::2] for look in (told or "").split())
    for name, alignment in ALIGNMENTS.items():
        if name in looks:
            paragraph.alignment = alignment
            paragraph.paragraph_format.first_line_indent = None if name == "j" else Cm(0)
    if "first" in looks:
        paragraph.paragraph_format.first_line_indent = Cm(float(looks["first"]))
    for piece in filter(None, re.split(r"(\*[^*]+\*|~[^~]+~)", words)):
        sign = piece[0] if re.fullmatch(r"\*[^*]+\*|~[^~]+~", piece) else ""
        run = paragraph.add_run(piece.strip(sign) if sign else piece)
        run.bold = "b" in looks or sign == "*" or None
        run.italic = "i" in looks or sign == "~" or None
        run.underline = "u" in looks or None
        _color(run.font, looks)


def _color(font, looks):
    if "s" in looks:
        font.size = Pt(float(looks["s"]))
    if "font" in looks:
        font.name = looks["font"].replace("_", " ")
    if "col" in looks:
        font.color.rgb = RGBColor.from_string(looks["col"])
    if "hl" in looks:
        font.highlight_color = WD_COLOR_INDEX.YELLOW
