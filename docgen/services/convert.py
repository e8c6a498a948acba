"""Any Word file to PDF/A."""

from pathlib import Path

from docgen.model.finding import Finding
from docgen.pdf import convert
from docgen.files import read_file, write_together
from docgen.services.render import Progress


def convert_file(
    path: Path, target: Path, progress: Progress = lambda _: None
) -> tuple[Path, tuple[Finding, ...]]:
    """Convert the Word file `path` to the PDF file `target`.

    Returns:
        The path written, and what the reader met in the file and could not show.

    Raises:
        DocgenError: the file cannot be used, or the target not written; no file was written.

    """
    progress("Đang đọc tệp Word và dàn trang PDF")
    result = convert(read_file(path))
    (written,) = write_together({target: result.data})
    return written, result.warnings
