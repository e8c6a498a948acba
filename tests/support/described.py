"""What the reader sees in a Word file written in the notation."""

from wordfile import word_file

from docgen.pdf.description import (
    ColumnBreak,
    Drawing,
    Floating,
    LineBreak,
    NoteMark,
    PageBreak,
    PageNumber,
    StyleText,
    Tab,
    Text,
    inlines,
)
from docgen.pdf.reading import read

MARKS = {
    Tab: "⇥",
    LineBreak: "↵",
    PageBreak: "⤓",
    ColumnBreak: "⇓",
    Drawing: "▭",
    Floating: "▣",
    PageNumber: "№",
    StyleText: "§",
}


def description(text, **parts):
    """Return the description of a file."""
    return read(word_file(text, **parts))


def blocks(text, **parts):
    """Return the blocks of the first section."""
    return description(text, **parts).sections[0].blocks


def first(text, **parts):
    """Return what stands first in the first paragraph."""
    return blocks(text, **parts)[0].content[0]


def warnings(text, **parts):
    """Return what is warned of, in one text."""
    return "\n".join(str(warning) for warning in description(text, **parts).warnings)


def words(found):
    """Return the words of a description, with the marks of the notation for what is no word."""
    return "".join(_shown(piece) for piece in inlines(found))


def shown(text, **parts):
    """Return the words of a file; see `words`."""
    return words(description(text, **parts))


def run(content, properties=""):
    """Return a run as XML."""
    return f"<w:r>{f'<w:rPr>{properties}</w:rPr>' if properties else ''}{content}</w:r>"


def par(content, properties=""):
    """Return a paragraph as XML."""
    return f"<w:p>{f'<w:pPr>{properties}</w:pPr>' if properties else ''}{content}</w:p>"


def text(words_, properties=""):
    """Return a run with a text as XML."""
    return run(f'<w:t xml:space="preserve">{words_}</w:t>', properties)


def _shown(piece):
    if isinstance(piece, Text | NoteMark):
        return piece.text
    return MARKS[type(piece)]
