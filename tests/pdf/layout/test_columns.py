"""Where the columns of a table stand: in ten-thousandths of its width, as LibreOffice keeps them."""

import pytest
from laidout import lefts, pages, table


@pytest.mark.parametrize(
    ("widths", "second"),
    [
        ((100.0, 100.0), 100.0),
        ((300.0, 414.35), 300.0),
        ((167.25, 547.1), 167.2),
        ((172.9, 541.45), 172.85),
        ((374.2, 340.15), 374.15),
    ],
)
def test_a_column_begins_at_a_whole_part_of_the_table(widths, second):
    (page,) = pages(table(("a", "b"), widths=widths), width=720.0)
    assert lefts(page) == {"a": 0.0, "b": pytest.approx(second)}


def test_a_table_without_width_is_laid_out():
    (page,) = pages(table(("a",), widths=(0.0,)))
    assert "a" in lefts(page)
