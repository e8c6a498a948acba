"""A plan, from its YAML file to the files that are signed."""

from collections.abc import Callable, Collection
from enum import StrEnum
from pathlib import Path

from docgen.documents import DOCUMENT_TYPES
from docgen.importers import read_organisation, read_plan
from docgen.pdf import to_pdf
from docgen.resources import shipped
from docgen.files import write_together
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
    template_folder: Path | None = None,
    progress: Progress = lambda _: None,
) -> tuple[Path, ...]:
    """Render the plan in `path` to `folder`, in every format asked for: all files, or none.

    Args:
        path: a plan in YAML; the organisation is read from "don-vi.yaml" beside it, or the shipped one.
        folder: made when it is not there; the files are named after `path`.
        formats: the kinds of file wanted.
        template_folder: the office's own template; the shipped one when there is none.
        progress: told, in Vietnamese, what is being done.

    Returns:
        The paths of the files written.

    Raises:
        DocgenError: the plan, the template or the place cannot be used; nothing was written.

    """
    progress("Đang đọc kế hoạch")
    organisation = read_organisation(_organisation_of(path))
    plan = read_plan(path, organisation)
    document_type = DOCUMENT_TYPES["kehoach"]
    progress("Đang soạn tệp Word")
    template = load_template(template_folder or shipped("templates") / document_type.name)
    document = document_type.compose(plan, organisation)
    files = {folder / f"{path.stem}.docx": make_docx(document, template)}
    if Format.PDF in formats:
        progress("Đang dàn trang PDF")
        files[folder / f"{path.stem}.pdf"] = to_pdf(files[folder / f"{path.stem}.docx"])
    wanted = {f".{name}" for name in formats}
    return write_together({place: content for place, content in files.items() if place.suffix in wanted})


def _organisation_of(plan: Path) -> Path:
    beside = plan.with_name("don-vi.yaml")
    return beside if beside.exists() else shipped("data") / beside.name
