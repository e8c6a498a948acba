"""Capitals come back as sentences: names by the document, the organisation and the decree."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docgen.recognition.known import Known
from docgen.recognition.ledger import Ledger
from docgen.recognition.source import Line
from docgen.recognition.titles import Titles


def stored(text, *, known=None, running=()):
    return Titles(known or Known(), running).stored(Line(text, "đoạn 1"), Ledger())


@pytest.fixture(scope="session")
def running_2025(plan_2025):
    titles = set(plan_2025.printed_in_capitals())
    return [text for text in plan_2025.texts() if text not in titles]


@pytest.mark.parametrize("knows_the_office", [True, False])
def test_every_title_of_the_plan_comes_back(plan_2025, organisation, running_2025, knows_the_office):
    titles = list(plan_2025.printed_in_capitals())
    reader = Titles(Known(organisation if knows_the_office else None), running_2025)
    ledger = Ledger()
    assert [reader.stored(Line(title.upper(), ""), ledger) for title in titles] == titles
    assert not ledger.findings


@given(st.text())
def test_no_letter_is_lost(text):
    assert stored(text.upper()).upper() == text.upper().upper()
