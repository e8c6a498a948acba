"""What a Word file says, in lines that can be compared: of a redline as it is accepted, or taken back."""

from docgen.package import open_package
from docgen.word.reading import Changes, read_document


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
