"""Any Word file to PDF/A."""

from pathlib import Path

from docgen.errors import ConflictError, InvalidInputError, RefusedError
from docgen.files import read_file, write_together
from docgen.pdf import convert
from docgen.services.render import Progress, Rendered


def convert_file(path: Path, target: Path, progress: Progress = lambda _: None) -> Rendered:
    """Convert the Word file `path` to the PDF file `target`; the remarks say what could not be shown.

    Raises:
        DocgenError: the file cannot be used, or the target not written; no file was written.

    """
    if target.suffix.lower() != ".pdf":
        raise ConflictError(f"“{target}” không phải tên của tệp PDF.", "Hãy đặt tên có đuôi .pdf.")
    progress("Đang đọc tệp Word và dàn trang PDF")
    try:
        pdf = convert(read_file(path))
    except (InvalidInputError, RefusedError) as error:
        named = error.message if str(path) in error.message else f"“{path}”: {error.message}"
        raise type(error)(named, error.remedy, error.problems) from error
    return Rendered(write_together({target: pdf.data}, source=path), pdf.warnings)
