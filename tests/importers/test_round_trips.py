"""What docgen prints comes back as it was, field for field, whoever saved the file meanwhile."""

from hypothesis import given, settings
from often import examples
from plans import plans

from docgen.documents import DOCUMENT_TYPES
from docgen.importers import read_organisation
from docgen.importers.recognising import Beside, recognise
from docgen.importers.word import read_word_source
from docgen.resources import shipped
from docgen.word import load_template, make_docx


def printed(plan, organisation):
    document_type = DOCUMENT_TYPES[plan.type_name]
    template = load_template(shipped("templates") / document_type.name)
    return make_docx(document_type.compose(plan, organisation), template)


def read_back(data, organisation, base=None):
    source = read_word_source(data)
    return recognise(source.outline, Beside(organisation, base, source.traces))


ORGANISATION = read_organisation(shipped("data") / "don-vi.yaml")


@settings(deadline=None, max_examples=examples(60))
@given(plans(ORGANISATION))
def test_any_plan_comes_back_whole(plan):
    assert read_back(printed(plan, ORGANISATION), ORGANISATION).plan == plan
