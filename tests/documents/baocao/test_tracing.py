"""Every number of a report is traced: in real periods, and in any that may be."""

import re

import period_results as drawn
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from docgen.documents.baocao import compose
from docgen.model.period import ReportingPeriod
from docgen.resources import shipped
from docgen.services.periods import added_up, asked, gathered

SLIPS = re.compile(r"(?<!\.)\.\.(?!\.)|[,;:][,;.]| [,;.]| \)|\(\)|\( |^\s|\s$|“”")
"""What no careful officer leaves in a text."""


@pytest.fixture(scope="module", params=["Q1", "6T"])
def composed(request):
    """Return a report of what units really sent."""
    question = asked(shipped("data") / "kehoach-2025.yaml", ReportingPeriod(2025, request.param))
    sent = gathered(question, shipped("data") / "submissions" / str(question.period))
    return compose(added_up(question, sent))


def test_no_number_of_a_real_report_is_an_orphan(composed):
    assert drawn.orphans(composed) == []
    texts = tuple(composed.report.printed_texts())
    for one in composed.traced:
        assert texts[one.position][one.start :].startswith(one.text)


def test_a_number_is_told_with_its_place_and_sources(composed):
    share = next(one for one in composed.traced if one.place == "I.1" and one.text.endswith("%"))
    assert share.figure.formula.endswith("/48 × 100")
    assert {source.submission for source in share.figure.sources} > {""}
    assert all(one.figure.sources for one in composed.traced)
    places = {one.place for one in composed.traced}
    assert {"Đầu văn bản", "Mở đầu", "II.1.a", "IV.2", "Phụ lục I, dòng 3", "Phụ lục II, dòng 2"} <= places


@given(st.data())
@settings(max_examples=6, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_no_number_of_any_report_is_an_orphan(plan_2025, organisation, data):
    composed = compose(data.draw(drawn.drawn_results(plan_2025, organisation)))
    assert drawn.orphans(composed) == []
    assert [text for text in composed.report.printed_texts() if SLIPS.search(text)] == []
