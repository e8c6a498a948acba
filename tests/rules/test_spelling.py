"""The lists of words say one thing of each word, and say it as in the middle of a sentence."""

from collections import Counter

import pytest

from docgen.rules.spelling import Spelling, spelling


def test_lists_are_read_whole():
    assert isinstance(spelling(), Spelling)
    assert {"chỉ đạo", "và"} < set(spelling().common)
    assert "Sở Nội vụ" in spelling().agencies


@pytest.mark.parametrize(
    "words", ["names", "bodies", "kinds", "topics", "offices", "levels", "numbered", "counted", "fillers"]
)
def test_no_word_stands_twice_in_one_list(words):
    assert [word for word, times in Counter(getattr(spelling(), words)).items() if times > 1] == []


@pytest.mark.parametrize("words", ["common", "numbered", "counted", "fillers"])
def test_common_words_are_small(words):
    small = [word for word in getattr(spelling(), words) if word != "của Sở"]
    assert all(word.islower() and "," not in word for word in small)
