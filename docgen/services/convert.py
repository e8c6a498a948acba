"""Any Word file to PDF/A."""

from pathlib import Path

from docgen.errors import ConflictError
from docgen.files import read_file, write_together
from docgen.services.isolation import Names, ask
from docgen.services.rendered import Progress, Rendered


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
    answer = ask("convert", docx, Names(str(path)), changes=changes)
    return Rendered(write_together({target: answer.data}, source=path), answer.findings("warnings"))
