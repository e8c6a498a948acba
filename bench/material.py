"""What is filled and converted: the 2025 plan, as docgen reads, words and fills it."""

from functools import cache
from io import BytesIO
from itertools import cycle, islice
from pathlib import Path
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

from docgen.documents import DOCUMENT_TYPES, Document
from docgen.importers import read_organisation, read_plan
from docgen.model.organisation import Organisation
from docgen.model.plan import Plan
from docgen.package import open_package
from docgen.resources import shipped
from docgen.word import Template, load_template, make_docx
from docgen.word.filling import template_data
from docgen.word.prepare import prepare
from docgen.word.shape import shape_of

TYPE = DOCUMENT_TYPES["Kế hoạch"]


@cache
def organisation() -> Organisation:
    return read_organisation(shipped("data") / "don-vi.yaml")


@cache
def plan() -> Plan:
    return read_plan(shipped("data") / "kehoach-2025.yaml", organisation())


def plan_of(rows: int) -> Plan:
    """Return the 2025 plan with so many tasks, the real ones over and over, in one group."""
    (appendix,) = plan().appendices
    (part, *_), tasks = appendix.parts, islice(cycle(appendix.tasks()), rows)
    group = part.groups[0].model_copy(
        update={
            "tasks": tuple(
                task.model_copy(update={"id": f"nv-{at}", "subtasks": ()}) for at, task in enumerate(tasks)
            )
        }
    )
    long = appendix.model_copy(update={"parts": (part.model_copy(update={"groups": (group,)}),)})
    return plan().model_copy(update={"appendices": (long,)})


@cache
def document() -> Document:
    """Return every word of the 2025 plan."""
    return worded(plan())


def worded(wanted: Plan) -> Document:
    """Return every word of a plan."""
    return TYPE.compose(wanted, organisation())


def another(number: int) -> Document:
    """Return a plan that differs from the 2025 plan in the words of its subject and of every row."""
    whole = document()
    appendices = tuple(
        appendix.model_copy(
            update={
                "rows": tuple(
                    row.model_copy(update={"text": f"{row.text} {'đợt ' * (number % 7)}{number}"})
                    for row in appendix.rows
                )
            }
        )
        for appendix in whole.appendices
    )
    head = whole.head.model_copy(update={"subject": f"{whole.head.subject} số {number}"})
    return whole.model_copy(update={"head": head, "appendices": appendices})


def docx_of(rows: int) -> bytes:
    """Return a Word file with one page before an appendix of so many rows, the real ones over and over."""
    whole = document()
    (appendix,) = whole.appendices
    long = appendix.model_copy(
        update={
            "rows": tuple(
                row.model_copy(update={"anchor": row.anchor and f"{row.anchor}_{number}"})
                for number, row in enumerate(islice(cycle(appendix.rows), rows))
            )
        }
    )
    return make_docx(whole.model_copy(update={"body": whole.body[:3], "appendices": (long,)}), template())


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
