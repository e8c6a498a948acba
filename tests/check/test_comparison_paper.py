"""The comparison paper keeps the decree: only the old terms that it quotes are told."""

import pytest
from comparisons import NOTHING, comparison_2026, draft_2026

from docgen.check import check
from docgen.documents import sosanh
from docgen.model.finding import Severity
from docgen.package import open_package
from docgen.resources import shipped
from docgen.word import load_template, make_docx

QUOTED = {
    "A09": "an abbreviation that the plan explains outside of what is quoted",
    "B21": "terms of before the reform, in the old column and in the new one",
}


@pytest.fixture(scope="module")
def told(plan_2025, organisation):
    """Return a function that checks the paper about a comparison."""
    template = load_template(shipped("templates") / "sosanh")

    def judge(comparison):
        paper = sosanh.compose(comparison, draft_2026(plan_2025), organisation)
        found = check(open_package(make_docx(paper, template)))
        assert not [one for one in found if one.severity is Severity.ERROR]
        return {one.rule for one in found if one.severity is not Severity.INFO}

    return judge


def test_only_what_is_quoted_is_told(told, plan_2025):
    assert told(comparison_2026(plan_2025)) == QUOTED.keys()


def test_a_page_that_lies_without_a_table_is_told(told):
    assert told(NOTHING) == {"P03"}
