"""Any Word file to PDF/A."""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from docgen.errors import ConflictError
from docgen.files import read_file, write_together
from docgen.services.isolation import Names, ask
from docgen.services.rendered import Progress, Rendered

if TYPE_CHECKING:
    from docgen.model.finding import Finding


@dataclass(frozen=True)
class Converted:
    """A PDF, and what it does not show of the Word file."""

    data: bytes
    warnings: "tuple[Finding, ...]" = ()


def convert_file(
    path: Path, target: Path, changes: str = "accepted", progress: Progress = lambda _: None
) -> Rendered:
    """Convert the Word file `path`, which may come from anyone, to the PDF file `target`.

    Tracked `changes` are shown "accepted", or taken back to the "original".

    Returns:
        The file, and what it does not show of the Word file.

    Raises:
        DocgenError: the file cannot be used, or the target not written; no file was written.

    """
    if target.suffix.lower() != ".pdf":
        raise ConflictError(f"“{target}” không phải tên của tệp PDF.", "Hãy đặt tên có đuôi .pdf.")
    docx = read_file(path)
    progress("Đang đọc tệp Word và dàn trang PDF")
    pdf = convert_bytes(docx, Names(str(path)), changes)
    return Rendered(write_together({target: pdf.data}, source=path), pdf.warnings)


def convert_bytes(docx: bytes, names: Names, changes: str = "accepted") -> Converted:
    """Convert the bytes of a Word file, which may come from anyone; see `convert_file`.

    Raises:
        DocgenError: the file cannot be used.

    """
    answer = ask("convert", docx, names, changes=changes)
    return Converted(answer.data, answer.findings("warnings"))
