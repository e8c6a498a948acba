"""Paragraphs below each other: the space between them, where pages end, what stays together, labels of lists.

Lines are 12 points high, and 20 fill a page. What is "as measured" is so in LibreOffice.
"""

import pytest
from laidout import (
    FACE,
    LINE,
    WIDTH,
    auto,
    face,
    laid_out,
    lefts,
    numbered,
    pages,
    par,
    section,
    table,
    tops,
    width,
    words,
)

from docgen.pdf.description import Tab, Text

LONG = "↵".join(f"{number}." for number in range(1, 9))
"""Eight lines."""


def places(*blocks):
    """Return where the lines of one page begin, by their words."""
    (page,) = pages(*blocks)
    return tops(page)


def lines_of(count):
    return "↵".join(f"{number}." for number in range(1, count + 1))


def counts(*blocks, **told):
    """Return how many lines stand on each page."""
    return [len(page.split("|")) for page in words(pages(*blocks, **told))]


# --- space


def test_the_larger_space_lies_between_paragraphs():
    """17.3.1.33: the space below one and above the next are not added."""
    assert places(par("a", after=10.0), par("b", before=6.0))["b"] == LINE + 10.0
    assert places(par("a", after=6.0), par("b", before=10.0))["b"] == LINE + 10.0


def test_space_above_the_first_paragraph_of_the_file():
    assert places(par("a", before=30.0)) == {"a": 30.0}


def test_space_beside_a_table_is_kept_in_full():
    found = places(par("a", after=10.0), table(("b",)), par("c", before=6.0))
    assert found == {"a": 0.0, "b": LINE + 10.0, "c": 2 * LINE + 16.0}


def test_contextual_spacing_lies_between_other_styles_alone():
    """17.3.1.9: each drops its own."""
    alike = [par(text, contextual=True, style="A", before=6.0, after=10.0) for text in "ab"]
    assert places(*alike)["b"] == 6.0 + LINE
    other = par("b", contextual=True, style="B", before=6.0)
    assert places(alike[0], other)["b"] == 6.0 + LINE + 10.0
    keeps = par("b", style="A", before=6.0)
    assert places(alike[0], keeps)["b"] == 6.0 + LINE + 6.0


def test_automatic_space_is_14_points():
    """Measured; what the paragraph says beside it does not count."""
    assert places(par("a", after=3.0, after_auto=True), par("b"))["b"] == LINE + 14.0
    assert places(par("a"), par("b", before=30.0, before_auto=True))["b"] == LINE + 14.0


# --- pages


def test_lines_fill_a_page():
    assert counts(*numbered(45)) == [20, 20, 5]


def test_space_above_is_dropped_at_the_top_of_a_page():
    """But on the first, and below a page break, as measured."""
    (_, second) = pages(*numbered(20), par("a", before=30.0), par("b"))
    assert tops(second) == {"a": 0.0, "b": LINE}
    for broken in (
        [par("x⤓"), par("a", before=30.0)],
        [par("x"), par("a", before=30.0, page_break_before=True)],
    ):
        assert tops(pages(*broken)[1])["a"] == 30.0


def test_space_below_needs_no_room_at_the_foot():
    assert counts(*numbered(19), par("a", after=100.0), par("b")) == [20, 1]


# --- what stays together


def test_no_line_stands_alone():
    """17.3.1.44: two lines at least on either page."""
    assert counts(*numbered(19), par("1↵2↵3↵4")) == [19, 4]
    assert counts(*numbered(18), par("1↵2↵3")) == [18, 3]
    assert counts(*numbered(17), par("1↵2↵3↵4")) == [19, 2]
    assert counts(*numbered(17), par("1↵2↵3↵4↵5")) == [20, 2]


def test_lines_may_stand_alone_where_that_is_told():
    """Measured: one line may stay, and one may go."""
    assert counts(*numbered(19), par("1↵2↵3", widow_control=False)) == [20, 2]
    assert counts(*numbered(18), par("1↵2↵3", widow_control=False)) == [20, 1]


def test_lines_kept_together():
    assert counts(*numbered(15), par(LONG, keep_lines=True)) == [15, 8]
    assert counts(*numbered(15), par(LONG)) == [20, 3]


def test_a_paragraph_kept_together_that_is_higher_than_a_page_begins_one():
    assert counts(par("a"), par(lines_of(25), keep_lines=True)) == [1, 20, 5]


def test_a_paragraph_stays_with_the_next():
    assert counts(*numbered(18), par("a", keep_next=True), par("b↵c")) == [18, 3]
    assert counts(*numbered(18), par("a"), par("b↵c")) == [19, 2]


def test_a_paragraph_that_stays_with_the_next_is_not_split():
    """Measured."""
    assert counts(*numbered(16), par("1↵2↵3↵4", keep_next=True), par("b")) == [16, 5]


def test_a_chain_stays_together():
    chain = numbered(5, keep_next=True)
    assert counts(*numbered(16), *chain, par("b")) == [16, 6]


def test_a_chain_higher_than_a_page_runs_on():
    """Measured: it begins a new page."""
    assert counts(par("a"), *numbered(30, keep_next=True), par("b")) == [1, 20, 11]


def test_a_paragraph_stays_with_the_first_row_of_a_table():
    rows = [("b",), ("c",)]
    assert counts(*numbered(19), par("a", keep_next=True), table(*rows)) == [19, 3]


def test_the_last_paragraph_of_a_file_may_stay_with_the_next():
    assert counts(*numbered(19), par("a", keep_next=True)) == [20]


# --- sections of several lines


def test_a_paragraph_longer_than_pages():
    assert counts(par(lines_of(50))) == [20, 20, 10]


def test_the_indent_of_a_first_line_is_not_repeated_on_the_next_page():
    found = pages(par(lines_of(25), first_line=20.0))
    assert lefts(found[0])["1."] == 20.0
    assert lefts(found[1])["21."] == 0.0


# --- labels


def labelled(text="b", *, label="1.", align="left", **told):
    marks = (Text(label, FACE), Tab(FACE))
    return par(text, label=marks, label_align=align, **{"left": 40.0, "first_line": -20.0} | told)


def test_a_label_hangs_before_its_text():
    found = lefts(pages(labelled("b↵c"))[0])
    assert found == {"1.": 20.0, "b": 40.0, "c": 40.0}


@pytest.mark.parametrize(("align", "share"), [("right", 1.0), ("end", 1.0), ("center", 0.5)])
def test_a_label_stands_at_or_about_its_place(align, share):
    """17.9.7; measured: the text after it stands where it always does."""
    found = lefts(pages(labelled(label="XII.", align=align))[0])
    assert found["XII."] == pytest.approx(20.0 - share * width("XII."), abs=0.05)
    assert found["b"] == 40.0


def test_a_label_wider_than_its_place_goes_to_the_next_stop():
    found = lefts(pages(labelled(label="Phụ lục"))[0])
    assert found["b"] == 72.0


def test_a_label_parted_from_its_text_by_a_page_break_stays():
    assert words(pages(labelled("⤓b"))) == ["1.", "b"]


def test_an_empty_paragraph_of_a_list_shows_its_label():
    assert words(pages(labelled(""))) == ["1."]


# --- breaks of pages and the paragraphs beside them


def test_the_mark_makes_no_line_higher():
    found = places(auto("a"), auto("b"))
    assert places(auto("a", look=FACE), par("b"))["b"] == pytest.approx(found["b"] - 9.35 + 9.6, abs=0.01)


def test_a_file_of_no_text_has_a_page():
    assert words(laid_out(section()).pages.pages) == [""]
    assert laid_out().pages.pages == []


def test_text_over_the_edge_of_narrow_indents_goes_on():
    assert counts(par("một hai ba", left=WIDTH / 2, right=WIDTH / 2 - width("một") - 1)) == [3]


def test_a_paragraph_of_several_looks_keeps_its_words_in_order():
    runs = [Text(f"{number} ", face(bold=bool(number % 2))) for number in range(200)]
    printed = " ".join(words(pages(par(*runs)))).replace("|", " ")
    assert printed.split() == [str(number) for number in range(200)]
