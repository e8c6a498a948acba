"""Turned text: lines that run upwards, as in a narrow column of a table, or downwards."""

import pytest
from laidout import ALL_ROUND, MARGIN, cell, face, items, pages, par, row, table, width

from docgen.pdf.description import Axis, Drawing, Floating, Shape, Text
from docgen.pdf.pages import Box, Glyphs, Stroke
from docgen.word.formatting import Border, Sides

NO_INSETS = Sides()


def turned(direction, height=100.0, **told):
    only = cell(par("chữ", **told), edges=ALL_ROUND, direction=direction, margins=NO_INSETS)
    (page,) = pages(table(row(only, height=height), widths=(60.0,)))
    (glyphs,) = items(page, Glyphs)
    return glyphs


def test_lines_that_run_upwards_begin_at_the_foot_of_the_row():
    glyphs = turned("btLr")
    assert glyphs.angle == 90
    assert glyphs.y == pytest.approx(MARGIN + 1 + 100)
    assert glyphs.x == pytest.approx(MARGIN + 0.5 + 0.8 * 12)


def test_lines_that_run_downwards_begin_at_its_head_on_the_right():
    glyphs = turned("tbRl")
    assert glyphs.angle == -90
    assert glyphs.y == pytest.approx(MARGIN + 1)
    assert glyphs.x == pytest.approx(MARGIN + 0.5 + 60 - 0.8 * 12)


def test_a_row_without_a_height_is_as_high_as_its_turned_words():
    only = cell("chữ", edges=ALL_ROUND, direction="btLr", margins=NO_INSETS)
    (page,) = pages(table(row(only), widths=(60.0,)), par("sau"))
    below = next(one for one in items(page, Glyphs) if one.text == "sau")
    assert below.y - 0.8 * 12 == pytest.approx(MARGIN + 2 + width("chữ"), abs=0.2)


def test_turned_words_stand_in_the_middle_of_their_column():
    only = cell("chữ", direction="btLr", align="center", margins=NO_INSETS)
    (page,) = pages(table(row(only, height=80), widths=(60.0,)))
    (glyphs,) = items(page, Glyphs)
    assert glyphs.x == pytest.approx(MARGIN + (60 - 12) / 2 + 0.8 * 12)


def test_lines_and_grounds_turn_with_their_words():
    look = face(underline="single", highlight="yellow")
    only = cell(par("chữ", look=look), direction="btLr", margins=NO_INSETS)
    (page,) = pages(table(row(only, height=80), widths=(60.0,)))
    (stroke,), (box,) = items(page, Stroke), items(page, Box)
    assert stroke.x1 == pytest.approx(stroke.x2)
    assert box.height == pytest.approx(width("chữ"), abs=0.01)


def test_words_of_a_box_turn_in_it():
    shape = Shape(
        "rect", 0, 0, 40, 90, Border(1.0, "single"), blocks=(par("chữ"),), direction="tbRl", insets=NO_INSETS
    )
    floating = Floating(Drawing(40, 90, (shape,)), Axis("column", 10), Axis("paragraph", 5))
    (page,) = pages(par(Text("neo", face()), floating))
    glyphs = next(one for one in items(page, Glyphs) if one.text == "chữ")
    assert (glyphs.angle, glyphs.y) == (-90, pytest.approx(MARGIN + 5))
    assert glyphs.x == pytest.approx(MARGIN + 10 + 40 - 0.8 * 12)
