"""Any plan typed in any mixture of habits is read as it is, and every line of it is accounted for."""

from departments import departments
from departments.accounting import accounted, unmade_lines
from departments.comparing import as_data, plan_of, texts_of
from departments.habits import habits, said, typed
from hypothesis import given, settings
from hypothesis import strategies as st
from often import examples

from docgen.importers import read_organisation
from docgen.importers.recognising import Beside, recognise
from docgen.importers.word import read_word_source
from docgen.resources import shipped

PLANS = {name: one.expected for name, one in departments().items() if name != "so-noi-vu-gach"}
ORGANISATION = read_organisation(shipped("data") / "don-vi.yaml")


@settings(deadline=None, max_examples=examples(25))
@given(st.sampled_from(sorted(PLANS)), habits())
def test_any_plan_typed_in_any_habits_is_read(name, office):
    plan = said(PLANS[name], office)
    data = typed(plan, office)
    source = read_word_source(data)
    found = recognise(source.outline, Beside())
    assert as_data(found.plan) == as_data(plan_of(plan))
    told = [str(one) for one in (*source.findings, *found.findings)]
    assert not accounted(unmade_lines(data), texts_of(found.plan, ORGANISATION), told)
