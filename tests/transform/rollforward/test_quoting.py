"""What is quoted stands once in its text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docgen.transform.rollforward.quoting import singled_out


@pytest.mark.parametrize(
    ("text", "issue", "at", "quote"),
    [
        ("các xã của tỉnh", "các xã", 0, "các xã"),
        ("các xã cũ và các xã mới", "các xã", 13, "và các xã"),
        ("các xã cũ và các xã mới", "các xã", 0, "các xã cũ"),
        ("xã xã", "xã", 0, "xã xã"),
        ("năm năm năm", "năm", 4, "năm năm năm"),
    ],
)
def test_words_that_stand_twice_are_quoted_with_those_beside_them(text, issue, at, quote):
    assert str(singled_out(text, at, at + len(issue))) == quote


def test_what_takes_the_place_of_the_issue_keeps_the_words_around_it():
    quote = singled_out("các xã cũ và các xã mới", 13, 19)
    assert quote.with_issue("các phường") == "và các phường"
    assert quote.with_issue("") == ""


def test_a_long_text_of_one_word_is_quoted_whole():
    text = " ".join(["xã"] * 4000)
    assert str(singled_out(text, 3000, 3002)) == text


@given(st.lists(st.sampled_from(["xã", "phường", "và"]), min_size=1, max_size=8), st.data())
def test_a_quote_is_found_where_it_stands_and_nowhere_else(words, data):
    text = " ".join(words)
    place = data.draw(st.integers(0, len(words) - 1))
    start = len(" ".join(words[:place])) + bool(place)
    quote = str(singled_out(text, start, start + len(words[place])))
    assert text.count(quote) == 1
    begin = text.index(quote)
    assert begin <= start < begin + len(quote)
