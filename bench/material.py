"""What is filled and converted: the 2025 plan, as docgen reads, words and fills it."""

from functools import cache
from io import BytesIO
from itertools import cycle, islice
from pathlib import Path
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

from docgen.documents import DOCUMENT_TYPES, Document
from docgen.importers import read_organisation, read_plan
from docgen.package import open_package
from docgen.resources import shipped
from docgen.word import Template, load_template, make_docx
from docgen.word.filling import template_data
from docgen.word.prepare import prepare
from docgen.word.shape import shape_of

TYPE = DOCUMENT_TYPES["Kế hoạch"]


@cache
def document() -> Document:
    """Return every word of the 2025 plan."""
    organisation = read_organisation(shipped("data") / "don-vi.yaml")
    return TYPE.compose(read_plan(shipped("data") / "kehoach-2025.yaml", organisation), organisation)


def another(number: int) -> Document:
    """Return a plan that differs from the 2025 plan in the words of its subject and of every row."""
    plan = document()
    appendices = tuple(
        appendix.model_copy(
            update={
                "rows": tuple(
                    row.model_copy(update={"text": f"{row.text} {'đợt ' * (number % 7)}{number}"})
                    for row in appendix.rows
                )
            }
        )
        for appendix in plan.appendices
    )
    head = plan.head.model_copy(update={"subject": f"{plan.head.subject} số {number}"})
    return plan.model_copy(update={"head": head, "appendices": appendices})


def docx_of(rows: int) -> bytes:
    """Return a Word file with one page before an appendix of so many rows, the real ones over and over."""
    plan = document()
    (appendix,) = plan.appendices
    long = appendix.model_copy(
        update={
            "rows": tuple(
                row.model_copy(update={"anchor": row.anchor and f"{row.anchor}_{number}"})
                for number, row in enumerate(islice(cycle(appendix.rows), rows))
            )
        }
    )
    return make_docx(plan.model_copy(update={"body": plan.body[:3], "appendices": (long,)}), template())


@cache
def template() -> Template:
    return load_template(shipped("templates") / TYPE.name)


@cache
def docx() -> bytes:
    return make_docx(document(), template())


def data() -> Any:
    """Return the data that the template is filled with, by Vietnamese names."""
    return template_data(document())


def prepared() -> bytes:
    """Return the template as every engine gets it: cut to the shape of the plan, anchors named."""
    written = BytesIO()
    with ZipFile(written, "w", ZIP_DEFLATED) as package:
        for name, content in prepare(open_package(template().data), shape_of(data())).items():
            package.writestr(name, content)
    return written.getvalue()


def written_to(folder: Path) -> Path:
    """Write the filled plan to `folder` and return its path."""
    path = folder / "kehoach.docx"
    path.write_bytes(docx())
    return path
