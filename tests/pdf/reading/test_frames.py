"""Paragraphs that float."""

import pytest
from described import blocks, par, text

from docgen.pdf.description import Axis, Floating, Paragraph, Table, Wrap
from docgen.word.formatting import Sides


def framed(told, words="khung"):
    return par(text(words), f"<w:framePr {told}/>")


def only(told):
    floating, _ = blocks(framed(told) + "\n| sau")[0].content
    return floating


def test_a_frame_floats_beside_the_paragraph_after_it():
    size = 'w:w="2000" w:h="400" w:hSpace="180" w:vSpace="20"'
    floating = only(f'{size} w:hAnchor="page" w:vAnchor="margin" w:x="60" w:y="40"')
    (shape,) = floating.drawing.shapes
    assert (floating.horizontal, floating.vertical) == (Axis("page", 3), Axis("margin", 2))
    assert floating.wrap == Wrap("square", distances=Sides(1, 9, 1, 9))
    assert (shape.width, shape.height, shape.grown, shape.insets) == (100, 20, True, Sides())
    assert shape.blocks[0].content[0].text == "khung"
    assert shape.blocks[0].format.frame == ()


def test_a_frame_without_more_stands_in_the_column_as_wide_as_its_words():
    floating = only('w:wrap="auto"')
    assert (floating.horizontal, floating.vertical) == (Axis("column"), Axis("paragraph"))
    assert floating.drawing.width == 0


@pytest.mark.parametrize(
    ("told", "wrap", "vertical", "grown"),
    [
        ('w:wrap="notBeside" w:yAlign="top"', "topAndBottom", Axis("paragraph", 0, "top"), True),
        ('w:wrap="none" w:yAlign="inline"', "none", Axis("paragraph"), True),
        ('w:wrap="around" w:hRule="exact"', "square", Axis("paragraph"), False),
    ],
)
def test_text_goes_around_a_frame_as_it_is_told(told, wrap, vertical, grown):
    floating = only(told)
    assert (floating.wrap.kind, floating.vertical) == (wrap, vertical)
    assert floating.drawing.shapes[0].grown is grown


def test_paragraphs_of_one_frame_float_together():
    same, other = 'w:x="20"', 'w:x="40"'
    (after,) = blocks(framed(same) + framed(same, "tiếp") + framed(other) + "\n| sau")
    frames = [one for one in after.content if isinstance(one, Floating)]
    assert [len(frame.drawing.shapes[0].blocks) for frame in frames] == [2, 1]


def test_a_frame_that_no_paragraph_follows_stays_where_it_is():
    frame = framed('w:x="1"')
    before, table, last = blocks(f"{frame}\ntable 2000\n+ a\n{frame}")
    assert [type(block) for block in (before, table, last)] == [Paragraph, Table, Paragraph]
    assert (before.format.frame, last.format.frame) == ((), ())
