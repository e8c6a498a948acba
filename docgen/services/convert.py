"""Any Word file to PDF/A."""

from pathlib import Path

from docgen.errors import ConflictError
from docgen.files import read_file, write_together
from docgen.pdf import convert
from docgen.services.render import Progress, Rendered


def convert_file(path: Path, target: Path, progress: Progress = lambda _: None) -> Rendered:
    """Convert the Word file `path` to the PDF file `target`; the remarks say what could not be shown.

    Raises:
        DocgenError: the file cannot be used, or the target not written; no file was written.

    """
    if target.exists() and path.exists() and target.samefile(path):
        raise ConflictError(f"“{target}” chính là tệp Word cần đọc.", "Hãy đặt tên khác cho tệp PDF.")
    progress("Đang đọc tệp Word và dàn trang PDF")
    pdf = convert(read_file(path))
    return Rendered(write_together({target: pdf.data}), pdf.warnings)
