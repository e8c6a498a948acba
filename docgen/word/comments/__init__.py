"""A draft in Word: the mark in its head, and a comment at every decision that is still open (17.13.4).

It is written into the filled file, whatever its template is: an office's own need not know of drafts. There
is no date in it, so that the same draft is the same file. `letters` finds the printed texts among the runs,
`ranges` puts marks around those that a comment is about, `part` holds the words, `mark` marks the head,
`styles` gives all of it a face.
"""

from docgen.documents.base import PrintedDocument
from docgen.package import Element, Package, open_package
from docgen.word.archive import archive, entry
from docgen.word.comments.mark import draft_head, mark_head
from docgen.word.comments.part import comments_of
from docgen.word.comments.ranges import put_ranges
from docgen.word.comments.styles import Styles
from docgen.word.ooxml import written

__all__ = ["as_draft"]


def as_draft(data: bytes, document: PrintedDocument) -> bytes:
    """Return the filled file `data` with the mark and the remarks of `document`; as it is without them."""
    head = draft_head(document)
    if not document.remarks and head is None:
        return data
    package = open_package(data)
    root, styles = package.xml(package.main), Styles(package)
    parts = dict(package.parts)
    if head is not None:
        mark_head(root, head, styles)
    if document.remarks:
        parts |= _commented(package, root, document, styles)
    parts |= {package.main: written(root), **styles.parts()}
    return archive(entry(name, content) for name, content in parts.items())


def _commented(
    package: Package, root: Element, document: PrintedDocument, styles: Styles
) -> dict[str, bytes]:
    comments = comments_of(package)
    put_ranges(root, document, comments.add(document.remarks, styles), styles)
    return comments.parts()
