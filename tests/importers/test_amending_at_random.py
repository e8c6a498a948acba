"""Random plans and edits: what was amended is read back, and no comment is lost."""

import re

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from plan_edits import edited
from plans import plans

from docgen.importers import amending, read_organisation, read_plan
from docgen.importers.amending import amended
from docgen.importers.plan_writing import plan_yaml
from docgen.resources import shipped
from docgen.transform import ChangeKind

ORGANISATION = read_organisation(shipped("data") / "don-vi.yaml")


@pytest.fixture
def read(tmp_path):
    """Return a function that reads a plan out of a text."""

    def read(text):
        path = tmp_path / "plan.yaml"
        path.write_bytes(text.encode())
        return read_plan(path)

    return read


def commented(text, random):
    """Return a file with comments above some of its keys and behind some of its values."""
    lines = []
    for place, line in enumerate(text.splitlines()):
        key = KEY.match(line)
        if key and random.random() < 0.2:
            lines.append(f"{key[1]}# chú thích {place}.")
        plain = PLAIN.fullmatch(line) and random.random() < 0.2
        lines.append(f"{line} # chú thích {place}." if plain else line)
    return "\n".join(lines)


KEY = re.compile(r"( *)(?:- )?[a-z_]+:(?: |$)")
PLAIN = re.compile(r" *(?:- )?[a-z_]+: [A-ZĐ][^#:\"']*")
ON_ITS_OWN = settings(deadline=None, suppress_health_check=[*HealthCheck], max_examples=30)


@ON_ITS_OWN
@given(data=st.data())
def test_what_differs_is_read_back_and_nothing_is_written_anew(read, data):
    old = data.draw(plans(ORGANISATION))
    new, _ = data.draw(edited(old))
    text = plan_yaml(old.model_dump(by_alias=True))
    found = amended(text, old, new)
    assert read(found) == new
    assert found == amending._changed(text, old, new)


@ON_ITS_OWN
@given(data=st.data(), random=st.randoms(use_true_random=False))
def test_no_comment_is_lost_where_nothing_is_deleted(read, data, random):
    old = data.draw(plans(ORGANISATION, awkward=False))
    new, edits = data.draw(edited(old))
    text = commented(plan_yaml(old.model_dump(by_alias=True)), random)
    assume(not any(kind is ChangeKind.DELETED for kind, _, _ in edits))
    assume(read(text) == old)
    found = amended(text, old, new)
    assert read(found) == new
    assert sorted(re.findall("# chú thích .*", found)) == sorted(re.findall("# chú thích .*", text))


@ON_ITS_OWN
@given(old=plans(ORGANISATION), new=plans(ORGANISATION))
def test_one_plan_becomes_another(read, old, new):
    assert read(amended(plan_yaml(old.model_dump(by_alias=True)), old, new)) == new
