"""OOXML → page description.

`read(docx)` opens the file through the guarded door and returns what its pages show, effective formatting
resolved. One module for each chapter of the standard: `sections`, `blocks`, `runs`, `tables`, `numbering`,
`drawings`.
"""

from docgen.errors import InvalidInputError
from docgen.pdf.description import Description
from docgen.pdf.reading.blocks import BlockReader
from docgen.pdf.reading.notes import Notes
from docgen.pdf.reading.numbering import Numbering
from docgen.pdf.reading.sections import SectionReader
from docgen.word.formatting import Formatting
from docgen.word.ooxml import W, child, number, points
from docgen.word.package import Element, Package, open_package

_DC = "{http://purl.org/dc/elements/1.1/}"
_EDGES_AT_MARGIN = 15
_OLDEST = 12
_TAB = "720"
_LANGUAGE = "vi-VN"


def read(docx: bytes) -> Description:
    """Return what the pages of a DOCX show.

    Raises:
        InvalidInputError: the bytes are not a DOCX that can be read.
        RefusedError: the file is dangerous or over a limit.

    """
    package = open_package(docx)
    body = child(package.xml(package.main), "body")
    if body is None:
        raise InvalidInputError(
            "Tệp Word không có nội dung.", "Hãy mở tệp bằng Word để kiểm tra rồi lưu lại."
        )
    settings = _settings(package)
    notes = Notes()
    at_margin = _compatibility(settings) >= _EDGES_AT_MARGIN
    blocks = BlockReader(Formatting(package), Numbering(package), notes, at_margin)
    sections = tuple(SectionReader(package, blocks).read(body))
    return Description(
        sections,
        *_properties(package),
        tab_distance=points(_TAB if settings is None else _tab_distance(settings)),
        warnings=tuple(notes.warnings.values()),
    )


def _settings(package: Package) -> Element | None:
    names = package.related(package.main, "settings")
    return package.xml(names[0]) if names else None


def _compatibility(settings: Element | None) -> int:
    """Return the version of Word whose layout the file asks for: 15 is Word 2013 and later, 12 Word 2007."""
    found = () if settings is None else settings.iter(f"{W}compatSetting")
    modes = [node for node in found if node.get(f"{W}name") == "compatibilityMode"]
    return number(modes[0].get(f"{W}val"), _OLDEST) if modes else _OLDEST


def _tab_distance(settings: Element) -> str:
    node = child(settings, "defaultTabStop")
    return _TAB if node is None else node.get(f"{W}val", _TAB)


def _properties(package: Package) -> tuple[str, str, str, str]:
    """Return title, author, subject and language of the core properties (OPC, clause 8)."""
    names = [
        arrow.target for arrow in package.relationships().values() if arrow.type.endswith("/core-properties")
    ]
    if not names or names[0] not in package.parts:
        return "", "", "", _LANGUAGE
    core = package.xml(names[0])
    title, author, subject, language = (
        (core.findtext(_DC + name) or "").strip() for name in ("title", "creator", "subject", "language")
    )
    return title, author, subject, language or _LANGUAGE
