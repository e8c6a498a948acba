"""The template of a plan, filled with the 2025 plan."""

import pytest

from docgen.documents.base import Orientation
from docgen.resources import shipped
from docgen.word import load_template, make_docx


@pytest.fixture(scope="session")
def plan_docx(document_2025):
    """The 2025 plan as Word files, its appendix upright and across."""
    template = load_template(shipped("templates") / "kehoach")
    return {way.name: make_docx(_turned(document_2025, way), template) for way in Orientation}


def _turned(document, way):
    turned = tuple(appendix.model_copy(update={"orientation": way}) for appendix in document.appendices)
    return document.model_copy(update={"appendices": turned})
