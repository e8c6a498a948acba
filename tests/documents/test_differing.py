"""Words that differ are bold on both sides."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from docgen.documents.differing import differing
from docgen.model.text import marked

CASES = [
    ("năm 2025", "năm 2026", "năm **2025**", "năm **2026**"),
    ("Tháng 01/2025", "Tháng 02/2026", "Tháng **01/2025**", "Tháng **02/2026**"),
    ("Tháng 12/2025.", "Tháng 12/2026.", "Tháng 12/**2025**.", "Tháng 12/**2026**."),
    (
        "Phòng Nội vụ và Văn phòng trình",
        "Phòng Văn hóa và Thanh tra trình",
        "Phòng **Nội vụ và Văn phòng** trình",
        "Phòng **Văn hóa và Thanh tra** trình",
    ),
    ("rà soát, trình", "rà soát, hoàn thiện, trình", "rà soát, trình", "rà soát, **hoàn thiện, **trình"),
    ("như cũ", "như cũ", "như cũ", "như cũ"),
    ("**“5 rõ”** năm 2025", "**“5 rõ”** năm 2026", "“5 rõ” năm **2025**", "“5 rõ” năm **2026**"),
    ("", "mới cả", "", "mới cả"),
    ("bỏ cả", "", "bỏ cả", ""),
    ("một", "hai", "**một**", "**hai**"),
    (
        "giữ\nThời gian: Quý I",
        "giữ\nThời gian: Quý II",
        "giữ\nThời gian: Quý **I**",
        "giữ\nThời gian: Quý **II**",
    ),
]


def faces(runs):
    return [(run.text, run.bold) for run in runs]


@pytest.mark.parametrize(("before", "after", "old", "new"), CASES)
def test_what_differs_is_bold(before, after, old, new):
    assert tuple(marked(faces(runs)) for runs in differing(before, after)) == (old, new)


PIECES = ["năm", "2025", "2026", "Quý", "I", "II", "rà", "soát", ",", ".", "\n"]
TEXTS = st.lists(st.sampled_from(PIECES), max_size=12).map(" ".join)


def all_of(runs):
    return "".join(run.text for run in runs)


@settings(max_examples=200, deadline=None)
@given(TEXTS, TEXTS)
def test_no_word_is_lost_and_what_is_not_bold_is_the_same_on_both_sides(before, after):
    old, new = differing(before, after)
    assert (all_of(old), all_of(new)) == (before, after)
    if before and after:
        same, again = ([run for run in runs if not run.bold] for runs in (old, new))
        assert all_of(same) == all_of(again)


@pytest.mark.parametrize("words", ["ô ", "một hai ", "&<>\n"])
def test_long_texts_are_compared_in_no_time(words):
    before = (words * 10_000)[:19_999]
    start = time.process_time()
    old, new = differing(f"a {before}", f"{before} b")
    assert time.process_time() - start < 2
    assert all_of((*old, *new)) == f"a {before}{before} b"
