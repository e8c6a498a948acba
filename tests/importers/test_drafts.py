"""A draft read back: its mark and our comments are known, whoever marked it; no words of the plan."""

import io

import docx
import pytest
from drafts import ORGANISATION, PLAN_2025, TEMPLATE
from likeness import remembered
from marked import MARKED, draft_of, typed_head
from wordfile import word_file

from docgen.documents.kehoach import compose
from docgen.importers.recognising import Beside, recognise
from docgen.importers.word import read_word_source
from docgen.word import make_docx

BODY = "both | *I. NỘI DUNG*\nboth | - Nâng cao chất lượng phục vụ.\n"


@pytest.fixture(scope="module")
def ours():
    """The 2025 plan as a draft, also saved anew by LibreOffice, and as it is issued."""
    draft = make_docx(draft_of(PLAN_2025, ORGANISATION), TEMPLATE)
    (anew,) = remembered({"du-thao": draft}, "docx").values()
    return {
        "draft": draft,
        "saved anew": anew,
        "issued": make_docx(compose(PLAN_2025, ORGANISATION), TEMPLATE),
    }


def read(data):
    source = read_word_source(data)
    found = recognise(source.outline, Beside(ORGANISATION, None, source.traces))
    return found.draft, [*source.findings, *found.findings]


def warned(findings):
    return [one.message for one in findings if one.severity != "info"]


def told(findings, words):
    return [one.code for one in findings if words in one.message]


@pytest.mark.parametrize("name", ["draft", "saved anew"])
def test_our_draft_is_read_as_the_plan_that_it_is(ours, name):
    (draft, findings), (issued, issued_findings) = read(ours[name]), read(ours["issued"])
    assert draft == issued
    assert warned(findings) == warned(issued_findings)
    assert told(findings, "DỰ THẢO") == ["ghi-tu-dong"]
    assert told(findings, "5 việc cần quyết định: viec-1, viec-2") == ["du-thao"]


def test_what_an_officer_adds_to_a_comment_of_ours_is_told(ours):
    file, answered = docx.Document(io.BytesIO(ours["draft"])), io.BytesIO()
    next(iter(file.comments)).add_paragraph("Đồng ý, giữ nguyên.")
    file.save(answered)
    _, findings = read(answered.getvalue())
    assert told(findings, "“Đồng ý, giữ nguyên.”") == ["khong-co-cho"]


@pytest.mark.parametrize("name", MARKED)
def test_the_mark_of_an_officer_is_known_wherever_it_stands(name):
    (plain, before), (marked, after) = (read(word_file(head + BODY)) for head in (typed_head(), MARKED[name]))
    assert marked == plain
    assert warned(after) == warned(before)


def test_a_text_that_begins_with_the_same_words_is_no_mark():
    head = typed_head(number="Số: 05-KH¶Dự thảo Nghị quyết của HĐND tỉnh")
    _, findings = read(word_file(head + BODY))
    assert told(findings, "Dự thảo Nghị quyết của HĐND tỉnh") == ["khong-co-cho"]
