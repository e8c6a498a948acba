"""Drafts: plans that were printed in Word to be edited there, and read back onto their plan."""

from filled import Filled

from docgen.documents import DOCUMENT_TYPES
from docgen.importers import read_organisation, read_plan
from docgen.importers.recognising import Beside, recognise
from docgen.importers.word import read_word_source
from docgen.resources import shipped
from docgen.word import load_template, make_docx
from docgen.word.reading import Changes

ORGANISATION = read_organisation(shipped("data") / "don-vi.yaml")
PLAN_2025 = read_plan(shipped("data") / "kehoach-2025.yaml", ORGANISATION)
TEMPLATE = load_template(shipped("templates") / "kehoach")


def filled(plan, *, tracked=False):
    """Return a printed plan to edit."""
    return Filled(
        make_docx(DOCUMENT_TYPES["Kế hoạch"].compose(plan, ORGANISATION), TEMPLATE), plan, tracked=tracked
    )


def read_onto(plan, docx, changes=Changes.ACCEPTED):
    """Understand a file as a new version of `plan`."""
    source = read_word_source(docx, changes)
    return recognise(source.outline, Beside(ORGANISATION, plan, source.traces))
