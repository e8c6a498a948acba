"""libyaml and ruamel.yaml's own parser read alike whatever both are asked to read."""

import warnings
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from ruamel.yaml import YAML
from ruamel.yaml.error import ReusedAnchorWarning

from docgen.importers.yaml_tree import tree_of
from docgen.importers.yaml_usual import composed_if_usual
from docgen.resources import shipped

FILES = [*sorted(shipped("data").rglob("*.yaml")), *sorted(Path("tests/support/departments").glob("*.yaml"))]
LINES = [line for path in FILES for line in path.read_text("utf-8").splitlines()]
BITS = [
    *('"', "'", ":", "-", "[", "]", "{", "}", ",", "#", "|", ">", ">-", "|-", "|#", ">-#", "\\", "~", "null"),
    *(
        "true",
        "yes",
        "0x1F",
        "1_000",
        "012",
        "1e3",
        ".5",
        "2025-01-01",
        "12:30:45",
        "<<",
        "=",
        "&a ",
        "*a ",
        "!x ",
    ),
    *(
        "%",
        "@",
        "`",
        "? ",
        "\t",
        "\x85",
        "\u2028",
        "**",
        "''",
        '""',
        "\\u0041",
        "\\/",
        "---",
        "...",
        "😀",
        "\ufeff",
    ),
    *(" ", "  ", "\n", "\n  ", ": ", "- "),
]


def slowly(text):
    with warnings.catch_warnings():
        warnings.simplefilter("error", ReusedAnchorWarning)
        return tree_of(YAML(typ="safe", pure=True).compose(text))


def read(tree):
    return tree.data, tree.lines, tree.findings


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_shipped_files_are_usual_and_read_alike(path):
    text = path.read_text("utf-8")
    root = composed_if_usual(text)
    assert root is not None
    assert read(tree_of(root)) == read(slowly(text))


@st.composite
def odd_texts(draw):
    """Some lines of real files with bits of YAML put in at random."""
    first = draw(st.integers(0, len(LINES) - 8))
    text = "\n".join(LINES[first : first + draw(st.integers(1, 8))])
    for bit in draw(st.lists(st.sampled_from(BITS), max_size=4)):
        at = draw(st.integers(0, len(text)))
        text = text[:at] + bit + text[at + draw(st.sampled_from([0, 0, 1, 5])) :]
    return text


@settings(max_examples=300, deadline=None)
@given(odd_texts())
def test_what_libyaml_reads_the_other_reads_alike(text):
    if (root := composed_if_usual(text)) is not None:
        assert read(tree_of(root)) == read(slowly(text))


@pytest.mark.parametrize(
    "text",
    [
        "[" * 10_000,
        "- " * 10_000,
        "{a: " * 10_000,
        "? " * 10_000,
        "\n".join(" " * n + "a:" for n in range(999)),
    ],
)
def test_what_is_deep_is_not_for_libyaml(text):
    assert composed_if_usual(text) is None


@pytest.mark.parametrize("text", ["", "# chỉ có ghi chú", "a: 'dở dang", "a: &b c", "a: *b", "a:\tb"])
def test_what_is_empty_wrong_or_odd_is_not_either(text):
    assert composed_if_usual(text) is None
