"""Where drawings float: in the page, its margins, the column, or by their paragraph and line (20.4.3)."""

import pytest
from laidout import HEIGHT, MARGIN, WIDTH, face, items, numbered, pages, par

from docgen.pdf.description import Axis, Drawing, Floating, Shape, Text
from docgen.pdf.pages import Box

PAPER = (WIDTH + 2 * MARGIN, HEIGHT + 2 * MARGIN)


def box(horizontal, vertical, before=()):
    shape = Shape("rect", 0, 0, 40, 20, fill="CCCCCC")
    floating = Floating(Drawing(40, 20, (shape,)), horizontal, vertical)
    page = pages(*before, par(Text("neo", face()), floating))[-1]
    (found,) = items(page, Box)
    return found


@pytest.mark.parametrize(
    ("axis", "x"),
    [
        (Axis("column", 7), MARGIN + 7),
        (Axis("margin", align="center"), MARGIN + (WIDTH - 40) / 2),
        (Axis("margin", align="right"), MARGIN + WIDTH - 40),
        (Axis("margin", align="inside"), MARGIN),
        (Axis("margin", align="outside"), MARGIN + WIDTH - 40),
        (Axis("page", 7), 7),
        (Axis("page", align="right"), PAPER[0] - 40),
        (Axis("leftMargin", 7), 7),
        (Axis("rightMargin", 7), PAPER[0] - MARGIN + 7),
    ],
)
def test_across(axis, x):
    assert box(axis, Axis("paragraph")).x == pytest.approx(x)


@pytest.mark.parametrize(
    ("axis", "y"),
    [
        (Axis("paragraph", 7), MARGIN + 24 + 7),
        (Axis("line", 7), MARGIN + 24 - 7),
        (Axis("margin", 7), MARGIN + 7),
        (Axis("margin", align="bottom"), MARGIN + HEIGHT - 20),
        (Axis("margin", align="center"), MARGIN + (HEIGHT - 20) / 2),
        (Axis("page", 7), 7),
        (Axis("topMargin", 7), 7),
        (Axis("bottomMargin", 7), PAPER[1] - MARGIN + 7),
    ],
)
def test_down(axis, y):
    assert box(Axis("column"), axis, numbered(2)).y == pytest.approx(y)


def test_on_an_even_page_inside_is_right():
    assert box(Axis("margin", align="inside"), Axis("paragraph"), numbered(20)).x == pytest.approx(
        MARGIN + WIDTH - 40
    )
