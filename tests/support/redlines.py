"""What a Word file says, in lines that can be compared: of a redline as it is accepted, or taken back."""

from docgen.package import open_package
from docgen.word.ooxml import W, child
from docgen.word.reading import Changes, read_document

CHANGES = {f"{W}ins": "[+{}+]", f"{W}del": "[-{}-]"}
SIGNS = {f"{W}br": "\n", f"{W}tab": "\t"}
HOLDERS = (f"{W}fldSimple", f"{W}hyperlink")
TEXTS = (f"{W}t", f"{W}delText")


def main(data):
    """Return the tree of the main part of a Word file."""
    package = open_package(data)
    return package.xml(package.main)


def said(data, changes=Changes.ACCEPTED):
    """Return each paragraph: its style, its words, which of them are bold, its row and column.

    An empty one at the end is left out: a text cannot end in a table, so that Word always shows one there.
    """
    lines = [_line(paragraph) for paragraph in read_document(open_package(data), changes).paragraphs]
    return lines if lines[-1][1] else lines[:-1]


def taken_back(data):
    """Return what a redline said before its changes."""
    return said(data, Changes.ORIGINAL)


def _line(paragraph):
    bold = "".join(
        "+" if span.face.bold else " " for span in paragraph.spans for _letter in span.text
    ).rstrip()
    cell = paragraph.cell
    return paragraph.format.style, paragraph.text, bold, cell and (cell.row, cell.column)


def marked(data):
    """Return each paragraph with its changes: "[-deleted-][+inserted+]", "¶" being its mark."""
    return [_shown(paragraph) for paragraph in main(data).iter(f"{W}p")]


def _shown(paragraph):
    properties = child(paragraph, "pPr")
    face = child(properties, "rPr")
    ends = () if face is None else [CHANGES[node.tag].format("¶") for node in face if node.tag in CHANGES]
    return "".join([*map(_piece, paragraph), *ends]).replace("[++]", "")


def _piece(node):
    """Return the words of a change or a run, and those in a field or link."""
    if node.tag in HOLDERS:
        return "".join(map(_piece, node))
    words = "".join(SIGNS.get(sign.tag, sign.text or "") for sign in node.iter(*SIGNS, *TEXTS))
    return CHANGES.get(node.tag, "{}").format(words)


def in_office(lines):
    """Return lines as LibreOffice 7.4 leaves them, too.

    It writes U+200B where a drawing was anchored in a change, and keeps the mark before a table that came or
    went, so that an empty paragraph is left; names of styles are its own.
    """
    shown = ((text.replace("\u200b", ""), bold.rstrip(), place) for _style, text, bold, place in lines)
    return [line for line in shown if line[0] or line[2]]
