"""The template of a plan, and small changes to documents and packages."""

import io
import zipfile

import pytest

from docgen.documents.base import Orientation
from docgen.resources import shipped
from docgen.word import load_template
from docgen.word.package import open_package


@pytest.fixture(scope="session")
def document(document_2025):
    return document_2025


@pytest.fixture(scope="session")
def template():
    return load_template(shipped("templates") / "kehoach")


@pytest.fixture(scope="session")
def tools():
    return Tools


class Tools:
    """Small changes to documents and packages, each named by what it does."""

    @staticmethod
    def changed(document, **changes):
        """Return `document` with other appendices: one dictionary of changes for each."""
        return document.model_copy(update=changes)

    @staticmethod
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

    @staticmethod
    def with_parts(data, **edits):
        """Return the DOCX `data` with parts edited: name → function from text to text."""
        parts = open_package(data).parts | {
            name: edit(open_package(data).parts[name].decode()).encode() for name, edit in edits.items()
        }
        return Tools.zipped(parts)

    @staticmethod
    def zipped(parts):
        memory = io.BytesIO()
        with zipfile.ZipFile(memory, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, content in parts.items():
                archive.writestr(name, content)
        return memory.getvalue()
