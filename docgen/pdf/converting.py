"""The stages strung together: read, lay out, write."""

from dataclasses import dataclass

from docgen.model.finding import Finding
from docgen.package import Package
from docgen.pdf.fonts import Fonts
from docgen.pdf.layout import beginnings, lay_out
from docgen.pdf.reading import Changes, read
from docgen.pdf.writing import write
from docgen.word.undisturbed import undisturbed


@dataclass(frozen=True)
class Pdf:
    """A PDF, and what of the Word file it does not show as Word would."""

    data: bytes
    warnings: tuple[Finding, ...] = ()


def to_pdf(docx: bytes) -> bytes:
    """Return the PDF/A-2a of a DOCX; see `convert`."""
    return convert(docx).data


def convert(docx: bytes | Package, *, changes: str = Changes.ACCEPTED, tagged: bool = True) -> Pdf:
    """Turn a DOCX into PDF by reading the Word file only; the same file gives the same bytes.

    Tracked `changes` are shown "accepted", or taken back to the "original". A `tagged` PDF is a PDF/A-2a; one
    that is not is smaller.

    Raises:
        InvalidInputError: the bytes are not a DOCX that can be read.
        RefusedError: the file is dangerous or over a limit.
        MissingError: no font that can stand in for Times New Roman is installed.

    """
    with undisturbed():
        description = read(docx, Changes(changes))
        laid_out = lay_out(description, Fonts())
        data = write(laid_out.pages, tagged=tagged)
    return Pdf(data, (*description.warnings, *laid_out.warnings))


def paragraph_pages(docx: bytes | Package, changes: str = Changes.ACCEPTED) -> dict[int, int]:
    """Return on which page of the PDF, from 1, each paragraph of the main part begins.

    Paragraphs are counted from 1, as the `w:p` of that part come in the file once its tracked `changes` are
    settled. One that is not shown (hidden, or in a version for other programs) is where the one before is.

    Raises:
        DocgenError: as `convert`.

    """
    with undisturbed():
        pages = beginnings(read(docx, Changes(changes)), Fonts())
    whole, page = {}, 1
    for number in range(1, max(pages, default=0) + 1):
        whole[number] = page = pages.get(number, page)
    return whole
