"""Sections, headers and footers. Each feature writes into a draft."""

from .markup import borders, cell, element, field, paragraph, properties, row, run, stops, table
from .tables import plan

PORTRAIT = {"w": 11906, "h": 16838}
LANDSCAPE = {"w": 16838, "h": 11906, "orient": "landscape"}
MARGINS = (
    {"top": 1134, "right": 1134, "bottom": 1134, "left": 1701},
    {"top": 1134, "right": 851, "bottom": 1134, "left": 1701},
    {"top": 1418, "right": 1134, "bottom": 1418, "left": 1985},
    {"top": 1440, "right": 1440, "bottom": 1440, "left": 1440},
)
FORMATS = ("decimal", "decimal", "lowerRoman", "upperRoman", "upperLetter")


class Layout:
    """The pages of a draft: margins, and what stands in them."""

    def __init__(self, draft):
        self.draft = draft
        self.margins = {**draft.dice.choice(MARGINS), "header": 567, "footer": 567, "gutter": 0}
        self.references = ""
        draft.width = PORTRAIT["w"] - self.margins["left"] - self.margins["right"]
        self.first = None

    def section(self, size=PORTRAIT, **more):
        """Return the properties of a section."""
        told = {
            "headerReference": self.references or None,
            "pgSz": size,
            "pgMar": self.margins,
            "titlePg": self.first,
            "docGrid": {"linePitch": 360},
            **more,
        }
        return properties("sectPr", told)

    def end(self, size=PORTRAIT, **more):
        """End a section here with a paragraph."""
        self.draft.add(self.draft.plain(sectPr=self.section(size, **more)))


def running(layout, *, counted):
    """Headers and footers of some kinds, with fields; some taller than the margin.

    Only where pages are `counted` through does a footer say how many there are: LibreOffice writes that in
    the numerals of the section, and counts the empty pages it puts before a new count.
    """
    draft = layout.draft
    kinds = ["default"]
    if draft.chance(0.5):
        layout.first = True
        kinds.append("first")
    if draft.chance(0.3):
        draft.even = True
        kinds.append("even")
    for kind in kinds:
        head = paragraph() if kind == "first" and draft.chance(0.6) else header(draft)
        layout.references += reference(draft, "header", kind, head)
    for kind in kinds:
        layout.references += reference(draft, "footer", kind, footer(draft, counted=counted))


def reference(draft, part, kind, content):
    """Add a header or footer and return what refers to it."""
    return f'<w:{part}Reference w:type="{kind}" r:id="{draft.package.add(part, content)}"/>'


def header(draft):
    """Return a header: the page's number, a line of words, the title, or a tall one."""
    number = paragraph(field("PAGE", "1"), jc="center")
    rule = borders("pBdr", ("bottom",), 6, 1)
    named = paragraph(
        run("Kế hoạch cải cách hành chính⇥⇥") + field("PAGE", "1"),
        tabs=stops((draft.width // 2, "center"), (draft.width, "right")),
        pBdr=rule,
    )
    styled = paragraph(field('STYLEREF "Title"', draft.title, i=True), jc="right")
    tall = "".join(paragraph(run(draft.speech.unit().upper(), b=True), jc="center") for _ in range(4))
    return draft.dice.choice((number, number, named, styled, tall))


def footer(draft, *, counted):
    """Return a footer: a number of all pages, a date as stored, a table, or nothing."""
    of_all = run("/") + field("NUMPAGES", "1") if counted else ""
    align = draft.dice.choice(("right", "center"))
    total = paragraph(run("Trang ") + field("PAGE", "1") + of_all, jc=align)
    dated = paragraph(run("In ngày ") + field('DATE \\@ "dd/MM/yyyy"', "15/03/2025", locked=True), jc="left")
    left, right = (paragraph(run(text, sz=20)) for text in ("Lưu hành nội bộ", draft.speech.unit()))
    split = table(
        (4500, 4500), [row(cell(left, 4500), cell(right, 4500))], tblBorders=borders("tblBorders", ("top",))
    )
    return draft.dice.choice((total, total, dated, split + paragraph(), paragraph()))


def appendix(layout):
    """An appendix on pages turned sideways, with a table, numbered anew."""
    draft = layout.draft
    layout.end()
    draft.add(paragraph(run("PHỤ LỤC", b=True), jc="center"))
    plan(draft)
    numbers = {"start": 1, "fmt": draft.dice.choice(FORMATS)}
    layout.end(LANDSCAPE, pgNumType=numbers)
    draft.fill(2, 4)


def columns(layout):
    """A part of the text in two columns, equal or not, in the middle of a page."""
    draft = layout.draft
    layout.end()
    for _ in range(draft.dice.randint(2, 5)):
        draft.add(draft.plain())
    ruled = 1 if draft.chance(0.5) else None
    even = element("cols", num=2, space=454, sep=ruled)
    parts = element("col", w=3000, space=454) + element("col", w=5000)
    uneven = element("cols", parts, num=2, equalWidth=0, sep=ruled)
    layout.end(type="continuous", cols=draft.dice.choice((even, even, uneven)))
    draft.fill(1, 3)
    return {"type": "continuous"}


def numbered(layout):
    """A second part that counts its pages in another way."""
    layout.end(
        pgNumType={"start": layout.draft.dice.choice((1, 5)), "fmt": layout.draft.dice.choice(FORMATS)}
    )
    layout.draft.fill(3, 6)


def nothing(layout):
    """One section, as most files have it."""
    layout.draft.fill(1, 2)
