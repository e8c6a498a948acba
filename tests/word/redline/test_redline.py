"""A redline accepted is the new file, taken back the old one."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from often import examples
from openxml_audit import OpenXmlValidator
from plan_edits import edited
from plans import plans
from redlines import said, taken_back

from docgen.word.redline import redline


def test_the_plan_a_year_later(old, new):
    changed = redline(old, new)
    assert (said(changed), taken_back(changed)) == (said(new), said(old))


def test_the_same_files_give_the_same_bytes(old, new):
    assert redline(old, new) == redline(old, new)


def test_openxml_audit_finds_nothing(old, new, tmp_path):
    path = tmp_path / "redline.docx"
    path.write_bytes(redline(old, new))
    assert OpenXmlValidator().validate(path).errors == []


@pytest.fixture(scope="module")
def pairs(organisation):
    """Return a strategy for two plans: one and its edit, or two that have nothing to do with each other."""
    some = plans(organisation)
    return st.one_of(
        some.flatmap(lambda plan: st.tuples(st.just(plan), edited(plan).map(lambda drawn: drawn[0]))),
        st.tuples(some, some),
    )


@settings(max_examples=examples(80), deadline=None, derandomize=True, database=None)
@given(data=st.data())
def test_random_pairs(docx, pairs, data):
    old, new = map(docx, data.draw(pairs))
    changed = redline(old, new)
    assert (said(changed), taken_back(changed)) == (said(new), said(old))
