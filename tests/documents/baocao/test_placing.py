"""Paragraphs keep their places when a report is made again, and an editor's words stand there."""

from dataclasses import replace

import period_results as drawn
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from docgen.documents.baocao import compose, slips
from docgen.documents.baocao.placing import EDITOR
from docgen.documents.baocao.tracing import NUMBER
from docgen.documents.base import ParagraphKind
from docgen.model.figure import Figure, Source, read
from docgen.model.period import ReportingPeriod
from docgen.resources import shipped
from docgen.services.periods import added_up, asked, gathered

PROGRESS = "cong-tac-chi-dao/ke-hoach-cai-cach/doan.tinh-den-het-ngay"
DONE = "ket-qua-thuc-hien/cai-cach-the-che/nhung-ket-qua-chu/gach.ra-soat-vbqppl.van-phong"
MOST = 0.95
"""The share of numbers whose sources an edit keeps as they are; "04/48" is one number to an editor."""
ENDING = "kien-nghi-de-xuat/doan.tren-day-la-bao-cao-ket"


@pytest.fixture(scope="module")
def period():
    """Return the first quarter, and what of it units really sent."""
    question = asked(shipped("data") / "kehoach-2025.yaml", ReportingPeriod(2025, "Q1"))
    return question, gathered(question, shipped("data") / "submissions" / "2025-Q1")


@pytest.fixture(scope="module")
def results(period):
    return added_up(*period)


@pytest.fixture(scope="module")
def composed(results):
    return compose(results)


def placed(composed):
    return {passage.place: passage for passage in composed.passages}


def test_every_paragraph_has_a_place_of_its_own(composed):
    assert len(placed(composed)) == len(composed.passages) == len(composed.report.body)
    assert {PROGRESS, DONE, ENDING} <= {*placed(composed)}


def test_what_is_about_the_same_keeps_its_place_when_more_is_sent(period, results):
    """Without a unit's answers hardly a place of the others is another, though most numbers are."""
    question, sent = period
    received = {one: {**files} for one, files in sent.received.items()}
    del received[question.period]["thanh-tra"]
    before = placed(compose(added_up(question, replace(sent, received=received))))
    after = placed(compose(results))
    moved = {*before} - {*after}
    assert [place for place in moved if "thanh-tra" not in place] == []
    assert read(before[PROGRESS].written) != ""
    assert sum(before[place].written != after[place].written for place in {*before} & {*after}) > 1


def test_the_words_of_an_editor_are_printed_and_keep_the_sources_of_our_numbers(results):
    written = read(placed(compose(results))[PROGRESS].written)
    text = written.replace("Tính đến hết ngày", "Đến ngày").replace("kế hoạch", "kế hoạch năm; 7 việc gấp")
    composed = compose(results, edits={PROGRESS: text})
    passage = placed(composed)[PROGRESS]
    assert passage.line.paragraph() in composed.report.body
    assert (read(passage.line.words), read(passage.written)) == (text, written)
    share = next(one for one in passage.line.words if isinstance(one, Figure) and one.text.endswith("%"))
    assert share.formula == "4/48 × 100"
    assert drawn.orphans(composed) == []
    theirs = next(one for one in composed.traced if one.text == "7" and one.place == "I.1")
    assert theirs.figure.sources == (Source(EDITOR, PROGRESS),)


def test_our_own_words_as_edits_change_nothing(results, composed):
    edits = {one.place: read(one.written) for one in composed.passages if one.editable}
    again = compose(results, edits=edits)
    assert again.report == composed.report
    assert drawn.orphans(again) == []
    kept = {(one.position, one.start, one.figure) for one in again.traced}
    single = [one for one in composed.traced if NUMBER.fullmatch(one.text)]
    assert sum((one.position, one.start, one.figure) in kept for one in single) / len(single) > MOST


@given(st.text("0123456789.,/% aốậ").map(str.strip))
@example("04/48 8,33% 2025")
def test_whatever_an_editor_writes_is_printed(composed, text):
    passage = placed(composed)[PROGRESS]
    words = passage.reworded(text).line.words
    assert read(words) == text
    assert all(str(one) in read(passage.written) for one in words if isinstance(one, Figure))


def test_an_empty_text_leaves_a_paragraph_out(results):
    composed = compose(results, edits={DONE: ""})
    assert len(composed.report.body) == len(composed.passages) - 1
    assert placed(composed)[DONE].line.words == ()
    assert drawn.orphans(composed) == []


def test_headings_and_the_notice_of_a_draft_stay(results):
    fixed = [one for one in compose(results, pictured=True).passages if not one.editable]
    kinds = {one.line.kind for one in fixed}
    assert {ParagraphKind.SECTION, ParagraphKind.CAPTION, ParagraphKind.APPENDIX_POINTER} <= kinds
    texts = [one.text for one in compose(results).report.body]
    edits = {one.place: "Khác" for one in fixed}
    assert [one.text for one in compose(results, edits=edits).report.body] == texts


def test_what_is_final_says_nothing_of_what_it_lacks(results):
    draft, final = compose(results).report, compose(results, final=True).report
    assert draft.head.draft_mark
    assert draft.remarks
    assert (final.head.draft_mark, final.remarks) == ("", ())
    assert not any("còn thiếu số liệu" in one.text for one in final.body)


@pytest.mark.parametrize(
    ("text", "dropped", "added"),
    [
        ("Hoàn thành 04/48 nhiệm vụ, đạt 8,33%, đến 14/3/2025.", (), ()),
        ("Đến 14/3/2025 đạt 8,33% (04/48 nhiệm vụ).", (), ()),
        ("Hoàn thành 05/48 nhiệm vụ đến 14/3/2025.", ("8,33%", "04/48"), ("05/48",)),
    ],
)
def test_numbers_that_an_editor_changes_are_told(text, dropped, added):
    written = (
        *("Đến ", Figure("14/3/2025", ""), " đạt ", Figure("8,33%", ""), " ("),
        *(Figure("04", ""), "/", Figure("48", ""), " nhiệm vụ)."),
    )
    found = slips(written, text)
    assert (found.dropped, found.added) == (dropped, added)
