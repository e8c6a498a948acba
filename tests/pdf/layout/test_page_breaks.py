"""Page breaks in the text (17.3.3.1): where they end a page, and when that page stays empty."""

import pytest
from laidout import numbered, pages, par, words


@pytest.mark.parametrize(
    ("paragraphs", "expected"),
    [
        (["một⤓hai"], ["một", "hai"]),
        (["một⤓", "hai"], ["một", "hai"]),
        (["một", "⤓", "hai"], ["một", "hai"]),
        (["một", "⤓hai"], ["một", "hai"]),
        (["⤓một", "⤓hai"], ["", "một", "hai"]),
        (["một⤓", "⤓hai"], ["một", "", "hai"]),
        (["một⤓⤓hai"], ["một", "", "hai"]),
        (["một⤓"], ["một"]),
    ],
)
def test_a_break_ends_a_page(paragraphs, expected):
    assert words(pages(*map(par, paragraphs))) == expected


def test_a_break_alone_needs_a_line_of_its_page():
    assert words(pages(*numbered(20), par("⤓"), par("sau")))[1:] == ["", "sau"]


def test_a_paragraph_may_ask_for_a_page():
    assert words(pages(par("một"), par("hai", page_break_before=True))) == ["một", "hai"]


def test_the_first_paragraph_is_on_a_new_page_already():
    assert words(pages(par("một", page_break_before=True))) == ["một"]
