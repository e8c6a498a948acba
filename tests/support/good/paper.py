"""What every writer of a piece needs: the make, its forms and look, and the paragraphs written so far."""

from dataclasses import replace

from docgen.rules.units import Pt
from docgen.word.metrics import last_line, text_width

from . import strokes
from .forms import forms
from .looks import LOOKS
from .sections import section


class Paper:
    """The body of a document being written in one make."""

    def __init__(self, make):
        self.make = make
        self.forms = forms(make)
        self.look = LOOKS[make.look](self.forms)
        self.xml = []
        self.width = make.width
        self.drawings = 0
        self.section = {}

    def begin_section(self, **told):
        """Begin a section: `continuous`, `columns` (their widths), `restart` of page numbers, `landscape`."""
        self.section = told
        self.width = self.make.height if told.get("landscape") else self.make.width

    def end_section(self):
        """End the section with an empty paragraph, as Word does."""
        self.add("trống", inner=self.properties())

    def properties(self):
        """Return `sectPr` of the section that is open."""
        return section(self.make, **self.section)

    def add(self, role, text="", **options):
        """Add a paragraph at the end."""
        self.xml.append(self.paragraph(role, text, **options))

    def paragraph(self, role, text="", *, runs="", **properties):
        """Return a paragraph; stars in its text switch bold, `runs` follow the text."""
        return f"<w:p>{self.look.paragraph(role, **properties)}{self.letters(role, text)}{runs}</w:p>"

    def letters(self, role, text, inside=None):
        """Return runs of a text with stars, which look as `role`, in a paragraph of the role `inside`."""
        form = self.forms[role]
        pieces = enumerate(text.split("*"))
        return "".join(
            self.look.run(piece, replace(form, bold=form.bold or at % 2 == 1), inside or role)
            for at, piece in pieces
            if piece
        )

    def under(self, role, lines, room, share, centre=None):
        """Return what stands in the paragraph above and what follows it, to show a line under these words.

        `room` is the width of the column in twips and `centre` the middle of the words in it; `share` is
        how much of the last line of text it is long.
        """
        form = self.forms[role]
        text = lines[-1]
        wide = text_width(last_line(text, Pt(form.size), room / 20), Pt(form.size)).points * 20
        rows = sum(rows_of(line, form.size, room) for line in lines)
        return self.line(wide * share, room, centre, down=rows * form.size * 23 + 30)

    def line(self, length, room, centre=None, *, down=20):
        """Return the same for a line of that length, so far below the top of the paragraph above."""
        if self.make.line in strokes.DRAWN:
            self.drawings += 1
            start = (centre or room / 2) - length / 2
            return strokes.DRAWN[self.make.line](start, down, length, self.drawings), ""
        if self.make.line == "border":
            edge, indent = strokes.border(length, room)
            return "", self.paragraph("kẻ", before=edge, indent=indent)
        return "", self.paragraph("kẻ", strokes.underscores(length))

    def columns(self, role, cells):
        """Return a paragraph whose pieces, as (role, text, runs), stand centred at the tab stops."""
        runs = "".join(
            f"<w:r><w:tab/></w:r>{self.letters(piece, text, role)}{more}" for piece, text, more in cells
        )
        stops = "".join(f'<w:tab w:val="center" w:pos="{round(at)}"/>' for at in self.centres())
        left = '<w:ind w:left="0" w:firstLine="0"/>'
        stops = f"<w:tabs>{stops}</w:tabs>"
        properties = self.look.paragraph(role, before=stops, indent=left, align="left")
        return f"<w:p>{properties}{runs}</w:p>"

    def centres(self):
        """Return the middles of the left and of the right half of the head, in twips."""
        left = self.halves()[0]
        return left / 2, left + (self.width - left) / 2

    def halves(self):
        """Return the widths of the two halves of the head; the right one holds the national name."""
        right = 5800 if self.make.size == 13 else 5300
        return self.width - right, right


def rows_of(line, size, room):
    """Return how many lines a text takes in bold letters."""
    rows, words = 1, line.split()
    current = ""
    for word in words:
        longer = f"{current} {word}".strip()
        fits = text_width(longer, Pt(size)).points <= room / 20
        rows, current = (rows, longer) if fits else (rows + 1, word)
    return rows


def table(rows, widths, *, borders=False, header=False):
    """Return a table of cells that hold XML."""
    edges = "".join(
        f'<w:{edge} w:val="single" w:sz="4" w:space="0" w:color="auto"/>'
        for edge in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    told = f"<w:tblBorders>{edges}</w:tblBorders>" if borders else ""
    grid = "".join(f'<w:gridCol w:w="{wide}"/>' for wide in widths)
    body = "".join(_row(row, widths, header=header and not at) for at, row in enumerate(rows))
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{sum(widths)}" w:type="dxa"/>{told}<w:tblLayout w:type="fixed"/>'
        f"</w:tblPr><w:tblGrid>{grid}</w:tblGrid>{body}</w:tbl>"
    )


def _row(cells, widths, *, header):
    first = "<w:tblHeader/>" if header else ""
    told = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{wide}" w:type="dxa"/></w:tcPr>{cell}</w:tc>'
        for cell, wide in zip(cells, widths, strict=True)
    )
    return f"<w:tr><w:trPr><w:cantSplit/>{first}</w:trPr>{told}</w:tr>"
