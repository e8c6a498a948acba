"""A plan, from its YAML file to the files that are signed."""

from collections.abc import Callable, Collection
from enum import StrEnum
from pathlib import Path

from docgen.documents import DOCUMENT_TYPES
from docgen.importers import read_plan
from docgen.pdf import to_pdf
from docgen.resources import shipped
from docgen.services.files import write_together
from docgen.word import load_template, make_docx

Progress = Callable[[str], None]


class Format(StrEnum):
    """A kind of file that a document can be had as."""

    DOCX = "docx"
    PDF = "pdf"


def render_plan(
    path: Path,
    folder: Path,
    formats: Collection[Format] = tuple(Format),
    progress: Progress = lambda _: None,
) -> tuple[Path, ...]:
    """Render the plan in `path` to `folder`, in every format asked for: all files, or none.

    Args:
        path: a plan in YAML.
        folder: made when it is not there; the files are named after `path`.
        formats: the kinds of file wanted.
        progress: told, in Vietnamese, what is being done.

    Returns:
        The paths of the files written.

    Raises:
        DocgenError: the plan, the template or the place cannot be used; nothing was written.

    """
    progress("Đang đọc kế hoạch")
    plan = read_plan(path)
    document_type = DOCUMENT_TYPES["kehoach"]
    progress("Đang soạn tệp Word")
    template = load_template(shipped("templates") / document_type.name)
    files = {folder / f"{path.stem}.docx": make_docx(document_type.compose(plan), template)}
    if Format.PDF in formats:
        progress("Đang dàn trang PDF")
        files[folder / f"{path.stem}.pdf"] = to_pdf(files[folder / f"{path.stem}.docx"])
    wanted = {f".{name}" for name in formats}
    return write_together({place: content for place, content in files.items() if place.suffix in wanted})
