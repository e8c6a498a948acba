"""The three stages strung together: read, set, print."""

from dataclasses import dataclass
from typing import Any

from docgen.model.finding import Finding
from docgen.pdf import printing
from docgen.pdf.characters import check_characters, check_fonts
from docgen.pdf.description import Description
from docgen.pdf.fonts import Family, times
from docgen.pdf.reading import read
from docgen.pdf.setting import Numbers, set_section
from docgen.pdf.setting.adapting import adapted


@dataclass(frozen=True)
class Pdf:
    """A PDF/A-2a, and what of the Word file it does not show."""

    data: bytes
    warnings: tuple[Finding, ...] = ()


def to_pdf(docx: bytes) -> bytes:
    """Return the PDF/A-2a of a DOCX; see `convert`."""
    return convert(docx).data


def convert(docx: bytes) -> Pdf:
    """Turn a DOCX into PDF/A-2a by reading the Word file only; the same file gives the same bytes.

    Raises: InvalidInputError: the bytes are not a DOCX that can be read, or hold characters that no font
    here has. RefusedError: the file is dangerous or over a limit. MissingError: no font that can stand in
    for Times New Roman is installed.

    """
    family = times()
    description = adapted(read(docx))
    check_characters(description, family)
    with printing.quiet_memory():
        document = printing.join(lay_out(description, family))
        data = printing.write(document)
    check_fonts(document, family)
    return Pdf(data, description.warnings)


def lay_out(description: Description, family: Family) -> list[Any]:
    """Return the sections laid out.

    Twice where a page shows how many there are and the first guess was wrong.
    """
    guess = len(description.sections)
    documents = _lay_out(description, family, guess)
    total = sum(len(document.pages) for document in documents)
    if total != guess and description.shows_total:
        documents = _lay_out(description, family, total)
    return documents


def _lay_out(description: Description, family: Family, total: int) -> list[Any]:
    documents: list[Any] = []
    following = 1
    for section in description.sections:
        first = following if section.starts_at is None else section.starts_at
        ready = set_section(section, description, family, Numbers(first, total))
        documents.append(printing.lay_out(ready))
        following = first + len(documents[-1].pages)
    return documents
