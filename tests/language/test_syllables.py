"""What is spelled as a Vietnamese syllable, and what is not."""

import re
from pathlib import Path

import pytest

from docgen.language.syllables import is_syllable

PLAN = Path(__file__).parents[1] / "data" / "ke-hoach-cchc-2025.txt"


SYLLABLES = """
a ở Ủy ban nhân dân quyết định QUỐC giếng gì gìn nghĩa nghiêng ghế khuỷu khuya thuở huế hòa hoà xoong quýt
quần ngoằn ngoèo yếu yết kỳ kẻ cuốc người rượu hoặc thưởng loắt choắt huýt huỳnh quỳnh huých
"""
OTHERS = """
café Website Krông cế kõ nge ghà hßa hoäi ngh bat mach bàt cạć m² ß où João für Étienne thcs
"""


@pytest.mark.parametrize("word", SYLLABLES.split())
def test_syllables(word):
    assert is_syllable(word)


@pytest.mark.parametrize("word", OTHERS.split())
def test_other_words(word):
    assert not is_syllable(word)


def test_every_marked_word_of_the_plan_is_a_syllable_or_an_abbreviation():
    words = set(re.findall(r"[^\W\d_]+", PLAN.read_text("utf-8")))
    odd = {word for word in words if not word.isascii() and not is_syllable(word)}
    assert odd == {"QĐ", "HĐND"}
