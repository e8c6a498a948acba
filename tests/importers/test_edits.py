"""A draft of ours that was edited in Word says exactly those changes when it is read onto its plan."""

from edits import APPENDIX, BODY, TRACES
from filled import Filled
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from plans import plans

from docgen.documents import DOCUMENT_TYPES
from docgen.importers import read_organisation, read_plan
from docgen.importers.recognising import Beside, recognise
from docgen.importers.word import read_word_source
from docgen.model.plan import Plan
from docgen.resources import shipped
from docgen.transform import compare
from docgen.word import load_template, make_docx
from docgen.word.reading import Changes

ORGANISATION = read_organisation(shipped("data") / "don-vi.yaml")
PLAN_2025 = read_plan(shipped("data") / "kehoach-2025.yaml", ORGANISATION)
TEMPLATE = load_template(shipped("templates") / "kehoach")


def filled(plan, *, tracked=False):
    return Filled(
        make_docx(DOCUMENT_TYPES["Kế hoạch"].compose(plan, ORGANISATION), TEMPLATE), plan, tracked=tracked
    )


def read_onto(plan, docx, changes=Changes.ACCEPTED):
    source = read_word_source(docx, changes)
    return recognise(source.outline, Beside(ORGANISATION, plan, source.traces))


def edited_plan(file, read, base):
    """The plan that the edits make; new tasks have the ids that reading gave them, which no other has."""
    known = {row.id for row in base.rows()}
    given = iter([row.id for row in read.rows() if row.id not in known])
    for spot in file.tasks():
        spot.data["id"] = spot.data["id"] or next(given, "thieu")
    return Plan.model_validate(file.data)


def check(plan, file):
    read = read_onto(plan, file.bytes())
    assert read.plan, read.findings
    wanted = edited_plan(file, read.plan, plan)
    assert [str(change) for change in compare(wanted, read.plan)] == []
    assert read.plan == wanted


def edits_of(draw, file, edits):
    for edit in draw(st.lists(st.sampled_from(edits), min_size=1, max_size=5)):
        edit(draw, file)


PLANS = st.one_of(st.just(PLAN_2025), plans(ORGANISATION))
SETTINGS = settings(deadline=None, max_examples=60, suppress_health_check=list(HealthCheck))


@SETTINGS
@given(data=st.data())
def test_edits_of_an_appendix_come_back(data):
    plan = data.draw(PLANS.filter(lambda plan: plan.appendices))
    file = filled(plan)
    edits_of(data.draw, file, (*APPENDIX, *TRACES))
    check(plan, file)


@SETTINGS
@given(data=st.data())
def test_edits_of_a_body_come_back(data):
    plan = data.draw(PLANS)
    file = filled(plan)
    edits_of(data.draw, file, (*BODY, TRACES[0]))
    check(plan, file)


@SETTINGS
@given(data=st.data())
def test_tracked_changes_are_the_same_edits_and_can_be_taken_back(data):
    plan = data.draw(PLANS)
    file = filled(plan, tracked=True)
    edits_of(data.draw, file, (*APPENDIX, *BODY))
    check(plan, file)
    assert compare(plan, read_onto(plan, file.bytes(), Changes.ORIGINAL).plan) == ()
