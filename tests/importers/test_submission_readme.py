"""What officers are told about the format holds: the example in the README is read, and has every key."""

import re

import pytest

from docgen.importers.submission_reading import read_submission
from docgen.importers.yaml_tree import read_yaml
from docgen.model.outcome import Outcome, Product, Status
from docgen.model.schema import keys_of
from docgen.model.submission import OtherWork, Statistic, Steering, Submission
from docgen.resources import shipped
from docgen.rules.reports import contents
from docgen.transform.submissions import Known

README = (shipped("data") / "submissions" / "README.md").read_text("utf-8")


@pytest.fixture
def example(tmp_path):
    """The example, as a file."""
    path = tmp_path / "van-phong.yaml"
    path.write_text(re.search("```yaml\n(.*?)```", README, re.DOTALL)[1], "utf-8")
    return path


def test_the_example_is_read_without_a_word(example, plan_2025, organisation, forms_2025, calendar_2025):
    known = Known(plan_2025, organisation, forms_2025, calendar_2025)
    submission, findings = read_submission(example, known)
    assert (findings, submission.unit, len(submission.rows)) == ((), "Văn phòng Sở", 3)
    assert [f"{one.value}" for one in submission.statistics] == ["412", "1234.5", "None"]


def test_the_example_has_every_key(example):
    used = {place[-1] for place, _ in read_yaml(example).values() if isinstance(place[-1], str)}
    assert used == {
        key for model in (Submission, Outcome, Product, OtherWork, Statistic) for key in keys_of(model)
    }


@pytest.mark.parametrize("value", [*Status, *Steering, *(content.name for content in contents())])
def test_every_value_is_explained(value):
    assert value in README
