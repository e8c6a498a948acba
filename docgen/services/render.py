"""A plan, from its YAML file or as it is, to the files that are signed."""

from collections.abc import Callable, Collection
from enum import StrEnum
from pathlib import Path
from shlex import quote

from docgen.documents import DOCUMENT_TYPES, DocumentType
from docgen.errors import ConflictError, InvalidInputError
from docgen.files import write_together
from docgen.importers import read_plan_with_remarks
from docgen.model.finding import Finding, Severity
from docgen.model.organisation import Organisation
from docgen.model.plan import Plan
from docgen.pdf import convert
from docgen.resources import shipped
from docgen.services.open_decisions import open_decisions
from docgen.services.organisations import organisation_of
from docgen.services.rendered import Progress, Rendered
from docgen.word import Template, load_template, make_docx


class Format(StrEnum):
    """A kind of file that a document can be had as."""

    DOCX = "docx"
    PDF = "pdf"
    XLSX = "xlsx"


USUAL_FORMATS = (Format.DOCX, Format.PDF)
"""What a document is had as when nothing else is said."""


def render_plan(
    path: Path,
    folder: Path,
    formats: Collection[Format] = USUAL_FORMATS,
    template_folder: Path | None = None,
    progress: Progress = lambda _: None,
    *,
    final: bool = False,
) -> Rendered:
    """Render the plan in `path` to `folder`, in every format asked for: all files, or none.

    Args:
        path: a plan in YAML; the organisation is read from "don-vi.yaml" beside it, or the shipped one.
        folder: made when it is not there; the files are named after `path`.
        formats: the kinds of file wanted.
        template_folder: the office's own template; the shipped one when there is none.
        progress: told, in Vietnamese, what is being done.
        final: whether it is to be signed: then a plan with open decisions is refused.

    Raises:
        DocgenError: the plan, the template or the place cannot be used; nothing was written.

    """
    progress("Đang đọc kế hoạch")
    organisation, remarks = organisation_of(path)
    plan, doubts = read_plan_with_remarks(path, organisation)
    remarks += doubts
    if plan.open_decisions():
        remarks += (_still_open(plan, path, final=final),)
    files, warnings = plan_files(plan, organisation, formats, template_folder, progress)
    wanted = {folder / f"{path.stem}.{kind}": data for kind, data in files.items()}
    return Rendered(write_together(wanted, source=path), (*remarks, *warnings))


def plan_files(
    plan: Plan,
    organisation: Organisation,
    formats: Collection[Format] = USUAL_FORMATS,
    template_folder: Path | None = None,
    progress: Progress = lambda _: None,
) -> tuple[dict[Format, bytes], tuple[Finding, ...]]:
    """Return a plan in the formats asked for, and what is told of its PDF; arguments as of `render_plan`.

    Raises:
        DocgenError: the template cannot be used, or a text does not fit into a cell.

    """
    files: dict[Format, bytes] = {}
    warnings: tuple[Finding, ...] = ()
    if Format.DOCX in formats or Format.PDF in formats:
        progress("Đang soạn tệp Word")
        files[Format.DOCX] = word_file(plan, organisation, template_folder)
    if Format.PDF in formats:
        progress("Đang dàn trang PDF")
        pdf = convert(files[Format.DOCX])
        files[Format.PDF], warnings = pdf.data, pdf.warnings
    if Format.XLSX in formats:
        progress("Đang soạn tệp Excel")
        files[Format.XLSX] = _workbook(plan, organisation)
    return {kind: data for kind, data in files.items() if kind in formats}, warnings


def word_file(
    plan: Plan,
    organisation: Organisation,
    template_folder: Path | None = None,
    said: Callable[[str], str] = str,
) -> bytes:
    """Return a plan as a Word file, filled into the office's own template or the shipped one.

    Args:
        plan: any.
        organisation: the agency.
        template_folder: the office's own template; the shipped one when there is none.
        said: how the comments of a draft are worded for their readers.

    Raises:
        DocgenError: the template cannot be used.

    """
    document_type = DOCUMENT_TYPES[plan.type_name]
    template = load_template(template_folder or shipped("templates") / document_type.name)
    _refuse_other_type(template, document_type)
    document = document_type.compose(plan, organisation)
    remarks = tuple(one.model_copy(update={"words": said(one.words)}) for one in document.remarks)
    return make_docx(document.model_copy(update={"remarks": remarks}), template)


def _still_open(plan: Plan, path: Path, *, final: bool) -> Finding:
    """Return the remark that a plan is a draft; refuse one that is to be `final`."""
    told = f"còn {len(plan.open_decisions())} việc cần quyết định"
    remedy = f"Hãy quyết định bằng lệnh: docgen decide {quote(str(path))}"
    if final:
        problems = [
            f"{one.decision.id} ({one.place or one.decision.place}): {one.decision.question}"
            for one in open_decisions(plan)
        ]
        raise ConflictError(f"Kế hoạch “{path}” {told} nên chưa in bản chính thức:", remedy, problems)
    return Finding(
        code="con-viec-can-quyet-dinh",
        severity=Severity.INFO,
        place="",
        message=f"{told[:1].upper()}{told[1:]} nên tệp in ra là dự thảo.",
        remedy=remedy,
    )


def _workbook(plan: Plan, organisation: Organisation) -> bytes:
    from docgen.sheets import write_workbook  # noqa: PLC0415 - it takes longer to load than all the rest

    return write_workbook(plan, organisation)


def _refuse_other_type(template: Template, document_type: DocumentType) -> None:
    if template.manifest.document_type != document_type.name:
        raise InvalidInputError(
            f"Mẫu “{template.manifest.name}” dùng cho loại văn bản “{template.manifest.document_type}”, "
            f"không phải “{document_type.name}”.",
            "Hãy chọn thư mục mẫu khác hoặc sửa loai_van_ban trong mau.toml.",
        )
