"""Page numbers of a good document spoiled in one place, for `plant.planted`."""

import copy

from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm

FIRST_LINE = "Thời gian qua"


def element(name, **attributes):
    return OxmlElement(f"w:{name}", {qn(f"w:{key}"): str(told) for key, told in attributes.items()})


def moved_to_footer(file):
    """Take the number out of the header into the footer of every page."""
    header, footer = file.header(), file.footer()
    for node in list(header.node):
        if node.tag != qn("w:pPr"):
            footer.node.append(node)
        else:
            footer.node.append(copy.deepcopy(node))


def copied_to_footer(file):
    footer = file.footer()
    for node in file.header().node:
        footer.node.append(copy.deepcopy(node))


def aligned(align):
    return lambda file: file.header().format(align=align)


def behind_tabs(count):
    """Let tabs put the number aside, as the style of headers has stops for."""

    def change(file):
        header = file.header().format(align="left")
        header.word.paragraph_format.tab_stops.add_tab_stop(Mm(80), 1)
        header.word.paragraph_format.tab_stops.add_tab_stop(Mm(160), 2)
        run = element("r")
        run.extend(element("tab") for _ in range(count))
        header.node.find(qn("w:pPr")).addnext(run)

    return change


def absolute_tab(alignment):
    def change(file):
        header = file.header().format(align="left")
        run = element("r")
        run.append(element("ptab", relativeTo="margin", alignment=alignment, leader="none"))
        header.node.find(qn("w:pPr")).addnext(run)

    return change


def framed(align):
    def change(file):
        header = file.header().format(align="left")
        frame = element("framePr", wrap="around", vAnchor="text", hAnchor="margin", xAlign=align, y=1)
        header.node.find(qn("w:pPr")).insert(0, frame)

    return change


def without_number(file):
    for node in list(file.header().node):
        if node.tag != qn("w:pPr"):
            node.getparent().remove(node)


def broken_before(words):
    """Begin a new page in the middle of the text."""

    def change(file):
        file.paragraph(words).node.find(qn("w:pPr")).insert(0, element("pageBreakBefore"))

    return change


def broken_behind(words):
    """Break the page behind some words."""

    def change(file):
        run = element("r")
        run.append(element("br", type="page"))
        file.paragraph(words).node.append(run)

    return change


def much_longer(file):
    """Let a paragraph of prose come again and again."""
    for _ in range(20):
        file.paragraph(FIRST_LINE).repeat()


def on_a_page_of_its_own(file):
    """End a section in the middle of the text; what follows begins a new page."""
    properties = file.paragraph(FIRST_LINE).node.find(qn("w:pPr"))
    page = copy.deepcopy(file.section(0).word._sectPr)
    for node in page.findall(qn("w:titlePg")):
        file.section(0).word._sectPr.remove(file.section(0).word._sectPr.find(qn("w:titlePg")))
        page.remove(node)
        page.append(node)
    properties.append(page)


def shown_first(number=0):
    return lambda file: file.section(number).first_page_like_others()


def number_in_first_header(file):
    first = file.header("first").node
    for node in file.header().node:
        if node.tag != qn("w:pPr"):
            first.append(copy.deepcopy(node))


def counted(number=0, **told):
    return lambda file: file.section(number).numbers(**told)


def written(code):
    def change(file):
        for node in file.header().node.iter(qn("w:instrText")):
            node.text = code

    return change


def set_number(**face):
    return lambda file: file.header().run(**face)


def in_one_section(file):
    """Let an appendix begin on a new page of the section before it."""
    label = file.paragraph("Phụ lục II", 1).node
    end = next(
        node
        for node in label.itersiblings(qn("w:p"), preceding=True)
        if node.find(f".//{qn('w:sectPr')}") is not None
    )
    section = end.find(f".//{qn('w:sectPr')}")
    section.getparent().remove(section)
    label.find(qn("w:pPr")).insert(0, element("pageBreakBefore"))
