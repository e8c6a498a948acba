"""OOXML → page description.

`read(docx)` opens the file through the guarded door and returns what its pages show, effective formatting
resolved. One module for each chapter of the standard: `sections`, `blocks`, `runs`, `fields`, `tables`,
`numbering`, `footnotes`, `comments`, `drawings`.
"""

from docgen.errors import InvalidInputError
from docgen.package import Package, open_package
from docgen.pdf.description import Description
from docgen.pdf.reading.sections import SectionReader
from docgen.pdf.reading.source import Source
from docgen.word.ooxml import DC, child
from docgen.word.reading.changes import Changes

__all__ = ["Changes", "read"]

_LANGUAGE = "vi-VN"


def read(docx: bytes | Package, changes: Changes = Changes.ACCEPTED) -> Description:
    """Return what the pages of a DOCX, or of one that is open, show: its changes accepted or taken back.

    Raises:
        InvalidInputError: the bytes are not a DOCX that can be read.
        RefusedError: the file is dangerous or over a limit.

    """
    package = docx if isinstance(docx, Package) else open_package(docx)
    source = Source(package, changes)
    body = child(source.xml(package.main), "body")
    if body is None:
        raise InvalidInputError(
            "Tệp Word không có nội dung.", "Hãy mở tệp bằng Word để kiểm tra rồi lưu lại."
        )
    sections = tuple(SectionReader(source).read(body))
    source.tell_of_review()
    return Description(
        sections,
        *_properties(package),
        tab_distance=source.settings.tab_distance,
        warnings=tuple(source.remarks.warnings.values()),
        compatibility=source.settings.compatibility,
        comments=tuple(source.comments.met),
    )


def _properties(package: Package) -> tuple[str, str, str, str]:
    """Return title, author, subject and language of the core properties (OPC, clause 8)."""
    names = [
        arrow.target for arrow in package.relationships().values() if arrow.type.endswith("/core-properties")
    ]
    if not names or names[0] not in package.parts:
        return "", "", "", _LANGUAGE
    core = package.xml(names[0])
    title, author, subject, language = (
        (core.findtext(DC + name) or "").strip() for name in ("title", "creator", "subject", "language")
    )
    return title, author, subject, language or _LANGUAGE
