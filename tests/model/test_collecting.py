"""The table of what leads where, for submissions."""

import pytest

from docgen.model.collecting import TRANSITIONS, Act, PeriodState, SubmissionState, after

S = SubmissionState


def test_every_state_and_every_act_has_its_word():
    assert all(word.label for words in (Act, PeriodState, SubmissionState) for word in words)


def test_whatever_is_not_in_the_table_cannot_be_done():
    allowed = {(state, act) for state in S for act in Act if after(state, act)}
    assert allowed == {*TRANSITIONS}


def test_every_state_is_reached_from_a_draft():
    reached, new = {S.DRAFT}, {S.DRAFT}
    while new := {after(state, act) for state in new for act in Act} - reached - {None}:
        reached |= new
    assert reached == {*S}


@pytest.mark.parametrize(
    ("state", "act"), [(S.SENT, Act.RECALL), (S.FOR_APPROVAL, Act.RECALL), (S.LOCKED, Act.UNLOCK)]
)
def test_what_was_returned_is_no_fresh_draft_again(state, act):
    assert after(state, act) is S.DRAFT
    assert after(state, act, was_returned=True) is S.RETURNED


def test_only_drafts_and_what_was_returned_are_written():
    assert {state for state in S if state.is_editable} == {S.DRAFT, S.RETURNED}
