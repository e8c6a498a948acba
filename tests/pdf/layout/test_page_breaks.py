"""Page breaks in the text (17.3.3.1): where they end a page, and when that page stays empty."""

import pytest
from laidout import lefts, numbered, pages, par, table, tops, words


@pytest.mark.parametrize(
    ("paragraphs", "expected"),
    [
        (["một⤓hai"], ["một", "hai"]),
        (["một⤓", "hai"], ["một", "hai"]),
        (["một", "⤓", "hai"], ["một", "hai"]),
        (["một", "⤓hai"], ["một", "hai"]),
        (["⤓một", "⤓hai"], ["", "một", "hai"]),
        (["một⤓", "⤓hai"], ["một", "hai"]),
        (["một⤓⤓hai"], ["một", "hai"]),
        (["một⤓", "⤓", "hai"], ["một", "", "hai"]),
        (["một⤓"], ["một"]),
    ],
)
def test_a_break_ends_a_page(paragraphs, expected):
    """Measured: breaks without text between them are one, but for a break alone in its paragraph."""
    assert words(pages(*map(par, paragraphs))) == expected


def test_a_break_alone_needs_a_line_of_its_page():
    assert words(pages(*numbered(20), par("⤓"), par("sau")))[1:] == ["", "sau"]


def test_a_break_before_a_table():
    assert words(pages(par("một⤓"), table(("hai",)))) == ["một", "hai"]


def test_breaks_in_cells_are_none():
    assert words(pages(table(("một⤓hai", "ba")))) == ["mộthai ba"]


def test_what_a_break_parts_is_two_paragraphs():
    """Measured: each has the space above and below, and the indent of a first line."""
    first, second = pages(par("một⤓hai", before=10.0, first_line=20.0), par("ba"))
    assert (tops(first)["một"], tops(second)["hai"]) == (10.0, 10.0)
    assert lefts(first)["một"] == lefts(second)["hai"] == 20.0


def test_a_break_and_a_paragraph_that_asks_for_a_page_make_one():
    assert words(pages(par("một⤓"), par("hai", page_break_before=True))) == ["một", "hai"]


def test_a_paragraph_may_ask_for_a_page():
    assert words(pages(par("một"), par("hai", page_break_before=True))) == ["một", "hai"]


def test_the_first_paragraph_is_on_a_new_page_already():
    assert words(pages(par("một", page_break_before=True))) == ["một"]
