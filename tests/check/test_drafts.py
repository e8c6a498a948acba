"""Drafts are checked as the documents that they will be: neither mark nor comments are found fault with."""

import pytest
from good.resaving import saved_anew
from marked import MARKED, draft_of, typed_head
from wordfile import word_file

from docgen.check import check
from docgen.package import open_package
from docgen.resources import shipped
from docgen.word import load_template, make_docx

BODY = "both | *I. NỘI DUNG*\nboth | - Nâng cao chất lượng phục vụ.\n"


@pytest.fixture(scope="module")
def files(plan_2025, document_2025, organisation):
    template = load_template(shipped("templates") / "kehoach")
    draft = make_docx(draft_of(plan_2025, organisation), template)
    return {
        "issued": make_docx(document_2025, template),
        "draft": draft,
        "saved anew": saved_anew({"draft": draft})["draft"],
    }


def told(data):
    """Return what is told of a file, by rule and message; where it stands on the page may differ."""
    return sorted((finding.rule, finding.message) for finding in check(open_package(data)))


@pytest.mark.parametrize("name", ["draft", "saved anew"])
def test_nothing_more_is_told_of_our_draft(files, name):
    assert told(files[name]) == told(files["issued"])


@pytest.mark.parametrize("name", MARKED)
def test_nothing_more_is_told_of_a_draft_that_an_officer_marked(name):
    assert told(word_file(MARKED[name] + BODY)) == told(word_file(typed_head() + BODY))
