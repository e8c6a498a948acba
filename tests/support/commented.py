"""Word files with comments, and the comments that a PDF shows, read with pikepdf."""

import re
from io import BytesIO

import pikepdf
from described import run, text
from wordfile import NAMESPACES, WordFile, word_file

from docgen.pdf import convert


def begin(key):
    """Return the mark where a comment begins."""
    return f'<w:commentRangeStart w:id="{key}"/>'


def end(key):
    """Return the mark where it ends, and its reference."""
    return f'<w:commentRangeEnd w:id="{key}"/>{point(key)}'


def point(key):
    """Return the reference to a comment."""
    return run(f'<w:commentReference w:id="{key}"/>')


def on(words, *keys):
    """Return a run that comments are about, as XML."""
    return "".join(map(begin, keys)) + text(words) + "".join(map(end, keys))


def comment(key, *paragraphs, author="An", date=""):
    """Return a comment of some paragraphs as XML."""
    told = f' w:date="{date}"' if date else ""
    inside = "".join(f"<w:p>{text(words)}</w:p>" for words in paragraphs)
    return f'<w:comment w:id="{key}" w:author="{author}"{told}>{inside}</w:comment>'


def with_comments(body, comments, **parts):
    """Return a Word file with comments, as XML or as texts by their ids."""
    if isinstance(comments, dict):
        comments = "".join(comment(key, words) for key, words in comments.items())
    part = {"word/comments.xml": f"<w:comments {NAMESPACES}>{comments}</w:comments>"}
    return WordFile(body, links={"rIdComments": ("comments", "comments.xml")}, extra=part, **parts).bytes()


def opened(docx, **options):
    """Return the PDF of a Word file, opened; `options` are those of `convert`."""
    return pikepdf.open(BytesIO(convert(docx, **options).data))


def annotations(pdf):
    """Return the annotations of each page."""
    return [list(page.get("/Annots", [])) for page in pdf.pages]


def notes(docx):
    """Return what the comments of a PDF say, page by page, each with the type of its annotation."""
    with opened(docx) as pdf:
        return [
            [(str(one.Subtype)[1:], str(one.Contents)) for one in on_page] for on_page in annotations(pdf)
        ]


def without_comments(body):
    """Return the same Word file without the marks of comments."""
    return word_file(re.sub(r"<w:r><w:commentReference[^>]*/></w:r>|<w:commentRange[^>]*/>", "", body))
