"""The abbreviations that everyone reads."""

import re

from docgen.rules.abbreviations import known_abbreviations


def test_they_are_words_in_capitals():
    assert all(re.fullmatch(r"[A-ZĐƯ]{2,8}", word) for word in known_abbreviations())


def test_those_that_the_rule_names_are_not_among_them():
    assert not known_abbreviations() & {"TTHC", "VBQPPL", "QTNB"}
    assert {"UBND", "HĐND", "CCHC"} <= known_abbreviations()
