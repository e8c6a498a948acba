"""A text in a YAML file: it comes back as it was, whatever it is, and looks as plain as it can."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from plans import AWKWARD, BARE
from ruamel.yaml import YAML

from docgen.importers.yaml_scalars import WIDTH, scalar

LONG = "Rà soát: hệ thống hóa # văn bản quy phạm pháp luật " * 4
PIECES = st.one_of(
    st.text(max_size=5), st.sampled_from((*AWKWARD, *BARE, " ", "\n", "\t", "\u0085", "từ " * 30))
)


def read_back(text):
    """Return what a reader of YAML finds where `text` was written, under a key and behind a dash."""
    lines = "\n".join(scalar(text, 8, 6)), "\n".join(scalar(text, 8, 8))
    found = YAML(typ="safe", pure=True).load(f"a:\n  - b: {lines[0]}\n    c:\n      - {lines[1]}\n")
    return found["a"][0]["b"], found["a"][0]["c"][0]


@given(st.one_of(st.text(st.characters(codec="utf-8")), st.lists(PIECES).map("".join)))
@example("cách\n\ndòng")
@example(LONG.strip())
def test_it_comes_back_as_it_was(text):
    assert read_back(text) == (text, text)


@pytest.mark.parametrize(
    "text",
    ["yes", "No", "1.5", "2025", "- x", "a: b", "#", " a", "a ", "a  b", "a\tb", "", "~", "null", "=", "a:"],
)
def test_what_yaml_takes_for_something_else_is_quoted(text):
    (line,) = scalar(text, 0, 2)
    assert line[0] == line[-1] == '"'


@pytest.mark.parametrize(
    "text", ["Cả năm", "27/12/2024", "KT.", "“Một cửa”", "x:y", "a#b", "(PAPI)", "🎉", "Tháng 3/2025"]
)
def test_words_are_not_quoted(text):
    assert scalar(text, 0, 2) == [text]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ('nói "có"', 'nói "có"'),
        ('"có"', "'\"có\"'"),
        ("a: 'b' \\", "\"a: 'b' \\\\\""),
        ("a\u00a0b", '"a\\u00A0b"'),
        ("a\u0085b", '"a\\u0085b"'),
        ("\U000e0001", '"\\U000E0001"'),
    ],
)
def test_quotes_are_the_simplest_that_hold_it(text, line):
    assert scalar(text, 0, 2) == [line]


def test_a_long_text_is_folded_and_line_breaks_are_kept():
    first, *lines = scalar(LONG.strip(), 20, 4)
    assert first == ">-"
    assert all(len(line) <= WIDTH and line.startswith("    ") for line in lines)
    assert scalar("Quý I\n\n  Quý II", 20, 4) == ["|-", "    Quý I", "", "      Quý II"]
