"""The template of a plan, and small changes to documents and packages."""

import io
import zipfile
from types import SimpleNamespace

import pytest
from redlines import main

from docgen.model.appendix import Orientation
from docgen.package import open_package
from docgen.resources import shipped
from docgen.word import load_template

MANIFEST = 'ten = "Thử"\nloai_van_ban = "kehoach"\ntep = "mau.docx"\n'


@pytest.fixture(scope="session")
def document(document_2025):
    return document_2025


@pytest.fixture(scope="session")
def template():
    return load_template(shipped("templates") / "kehoach")


@pytest.fixture(scope="session")
def tools():
    return SimpleNamespace(
        appendix=appendix,
        with_part=with_part,
        zipped=zipped,
        main=main,
        parts=lambda data: open_package(data).parts,
    )


@pytest.fixture
def stored(tmp_path):
    """Return a function that writes a Word file as the template of a plan, and gives its folder."""

    def write(data):
        (tmp_path / "mau.docx").write_bytes(data)
        (tmp_path / "mau.toml").write_text(MANIFEST, "utf-8")
        return tmp_path

    return write


@pytest.fixture
def edited(template, stored):
    """Return a function that writes the plan's template with one part edited, and gives its folder."""

    def write(edit, part="word/document.xml"):
        return stored(with_part(template.data, part, edit))

    return write


def appendix(document, *, landscape=False, columns=None, rows=None):
    """Return the first appendix of `document`, turned, with other headings or rows."""
    first = document.appendices[0]
    return first.model_copy(
        update={
            "orientation": Orientation.LANDSCAPE if landscape else Orientation.PORTRAIT,
            "columns": first.columns.model_copy(update=columns or {}),
            "rows": first.rows if rows is None else tuple(rows),
        }
    )


def with_part(data, name, edit):
    """Return the DOCX `data` with the text of the part `name` edited."""
    parts = open_package(data).parts
    return zipped(parts | {name: edit(parts[name].decode()).encode()})


def zipped(parts):
    """Pack parts by name."""
    memory = io.BytesIO()
    with zipfile.ZipFile(memory, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return memory.getvalue()
