"""Blocks of tags among paragraphs."""

import pytest
from lxml import etree

from docgen.word.blocks import block_tag, loop_before, loop_over
from docgen.word.ooxml import W


def body(*paragraphs):
    """Return a body of one-run paragraphs."""
    root = etree.Element(f"{W}body")
    for words in paragraphs:
        node = etree.SubElement(etree.SubElement(etree.SubElement(root, f"{W}p"), f"{W}r"), f"{W}t")
        node.text = words
    return root


def words(elements):
    return ["".join(element.itertext()) for element in elements]


@pytest.mark.parametrize(
    ("tag", "said"),
    [
        ("{%p for pl in phu_luc %}", ("for", "pl in phu_luc")),
        ("{%p endif %}", ("endif", "")),
        ("{%- p if a -%}", ("if", "a")),
        ("{% if a %}", ("", "")),
        ("chữ", ("", "")),
    ],
)
def test_a_block_tag_is_read(tag, said):
    assert block_tag(body(tag)[0]) == said


def test_a_loop_is_found_with_all_it_holds():
    inner = ("{%p for x in y %}", "a", "{%p for z in x %}", "{%p endfor %}", "{%p endfor %}")
    variable, elements = loop_over(body("trước", *inner, "sau"), "y")
    assert (variable, words(elements)) == ("x", list(inner))


def test_an_open_loop_reaches_to_the_end():
    _variable, elements = loop_over(body("{%p for x in y %}", "a", "b"), "y")
    assert len(elements) == 3


def test_no_loop_no_elements():
    assert loop_over(body("a", "{%p for x in y %}", "{%p endfor %}"), "z") is None


def test_the_loop_before_an_element_is_found():
    found = loop_before(
        body(
            "{%p for a in b %}", "1", "{%p for c in a %}", "2", "{%p endfor %}", "{%p endfor %}", "", "bảng"
        )[-1]
    )
    assert words(found)[::-1][0] == "1"
    assert "2" in words(found)


@pytest.mark.parametrize("before", [("a", "b"), ("a", "{%p endfor %}")])
def test_no_loop_before(before):
    assert loop_before(body(*before, "bảng")[-1]) == []
