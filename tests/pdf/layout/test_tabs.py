"""How far tabs jump (ECMA-376, Part 1, 17.3.1.37); what that leaves open is as measured in LibreOffice."""

import pytest
from laidout import (
    LINE,
    MARGIN,
    WIDTH,
    face,
    fonts,
    items,
    laid_out,
    lefts,
    lines,
    pages,
    par,
    section,
    tops,
    width,
    words,
)

from docgen.pdf.description import Tab, Text
from docgen.pdf.pages import Glyphs
from docgen.word.formatting import TabStop

LEADERS = {"dot": ".", "middleDot": "·", "hyphen": "-", "underscore": "_", "heavy": "_"}


def stops(*told):
    return tuple(TabStop(*one) for one in told)


def placed(text, *told, **more):
    """Return where each word of a paragraph with these tab stops begins, from the left of the text."""
    return lefts(pages(par(text, tabs=stops(*told), **more))[0])


# --- which stop


def test_regular_stops_are_multiples_from_the_edge_of_the_text():
    """36 points are half an inch, Word's own (17.15.1.25); an indent does not move them."""
    assert placed("⇥a⇥b") == {"a": 36.0, "b": 72.0}
    assert placed("⇥a", left=20.0) == {"a": 36.0}
    assert placed("⇥a", left=-50.0) == {"a": -36.0}


def test_regular_stops_of_the_file():
    (page,) = laid_out(section(par("⇥a")), tab_distance=25.0).pages.pages
    assert lefts(page) == {"a": 25.0}


def test_set_stops_are_measured_from_the_edge_of_the_text():
    assert placed("⇥a⇥b", (50.0,), (100.0,), left=20.0) == {"a": 50.0, "b": 100.0}


def test_regular_stops_go_on_after_the_last_set_one():
    assert placed("⇥a⇥b", (100.0,)) == {"a": 100.0, "b": 108.0}


def test_text_beyond_a_stop_goes_to_the_next():
    text = "một hai ba"
    assert 36.0 < width(text) < 72.0
    assert placed(f"{text}⇥a", (36.0,))["a"] == 72.0


def test_a_hanging_indent_is_a_stop():
    """Measured: unless a set stop comes before it."""
    assert placed("a⇥b", left=30.0, first_line=-30.0) == {"a": 0.0, "b": 30.0}
    assert placed("a⇥b", (200.0,), left=30.0, first_line=-30.0)["b"] == 30.0
    assert placed("a⇥b", (20.0,), left=30.0, first_line=-30.0)["b"] == 20.0


def test_the_indent_of_a_first_line_is_no_stop():
    assert placed("⇥a", left=10.0, first_line=10.0) == {"a": 36.0}


@pytest.mark.parametrize("kind", ["left", "start", "num", "bar"])
def test_stops_that_text_begins_at(kind):
    """Measured: a bar is not drawn."""
    assert placed("⇥a", (50.0, kind)) == {"a": 50.0}


# --- how text stands at its stop


def test_text_ends_at_a_right_stop_and_is_centred_on_a_centre_stop():
    assert placed("⇥a b", (200.0, "right"))["a b"] == pytest.approx(200.0 - width("a b"), abs=0.05)
    assert placed("⇥a b", (200.0, "center"))["a b"] == pytest.approx(200.0 - width("a b") / 2, abs=0.05)


def test_numbers_stand_below_each_other_at_a_decimal_stop():
    found = placed("⇥1,25↵⇥100,5↵⇥7", (200.0, "decimal"))
    assert found["1,25"] == pytest.approx(200.0 - width("1"), abs=0.05)
    assert found["100,5"] == pytest.approx(200.0 - width("100"), abs=0.05)
    assert found["7"] == pytest.approx(200.0 - width("7"), abs=0.05)


@pytest.mark.parametrize("kind", ["right", "center", "decimal"])
def test_text_that_does_not_fit_before_its_stop_follows_at_once(kind):
    """Measured: the tab is nothing wide."""
    text = "một hai ba bốn năm sáu"
    assert placed(f"aaaa⇥{text}", (30.0, kind))[text] == pytest.approx(width("aaaa"), abs=0.05)


def test_only_the_text_before_the_next_tab_is_aligned():
    found = placed("⇥a⇥b", (100.0, "right"), (200.0, "right"))
    assert found == {
        "a": pytest.approx(100.0 - width("a"), abs=0.05),
        "b": pytest.approx(200.0 - width("b"), abs=0.05),
    }


def test_trailing_spaces_do_not_count_at_a_right_stop():
    assert placed("⇥a   ", (200.0, "right")) == placed("⇥a", (200.0, "right"))


def test_a_line_with_tabs_is_aligned_as_a_whole():
    """Measured: as if left, then moved."""
    found = placed("⇥a", (100.0,), align="right")
    assert found["a"] == pytest.approx(WIDTH - width("a"), abs=0.05)


def test_only_the_text_after_the_last_tab_is_justified():
    text = "⇥một hai⇥" + "ba bốn " * 30
    found = [one for one in items(pages(par(text, align="both"))[0], Glyphs) if one.y < MARGIN + LINE]
    assert [one.word_gap > 0 for one in found] == [False, True]


# --- stops beyond the edge


def test_a_stop_beyond_the_edge_goes_on_a_line_of_its_own():
    """Measured: the tab breaks the line, and takes the whole next one."""
    found = tops(pages(par("a⇥b", tabs=stops((WIDTH + 50.0, "left"))))[0])
    assert found == {"a": 0.0, "b": 2 * LINE}
    (page,) = pages(par("a⇥b", tabs=stops((WIDTH + 50.0, "left", "dot"))))
    dots = lines(page)[1][1]
    assert dots == "." * int(WIDTH / width(".") + 0.001)


def test_a_stop_beyond_the_edge_by_no_more_than_the_indent_is_used():
    """Measured: what the line is indented by counts extra."""
    found = placed("⇥b", (WIDTH + 20.0,), left=30.0)
    assert found == {"b": WIDTH + 20.0}


def test_a_right_stop_beyond_the_edge_is_used():
    """Measured: text runs over the edge."""
    assert placed("a⇥b", (WIDTH + 20.0, "right"))["b"] == pytest.approx(WIDTH + 20.0 - width("b"), abs=0.05)


def test_a_last_tab_beyond_the_edge_is_nothing():
    found = pages(par("a⇥", tabs=stops((WIDTH + 50.0,))), par("b"))
    assert words(found) == ["a|b"]
    assert tops(found[0])["b"] == LINE


def test_word_2010_uses_stops_beyond_the_edge():
    sheet = section(par("a⇥b", tabs=stops((WIDTH + 20.0,))))
    (page,) = laid_out(sheet, compatibility=14).pages.pages
    assert lefts(page)["b"] == WIDTH + 20.0


def test_a_tab_that_does_not_fit_begins_the_next_line():
    """Measured: and jumps from there."""
    text = "a" * int(WIDTH / width("a"))
    found = tops(pages(par(f"{text}⇥b"))[0])
    assert found["b"] == LINE
    assert lefts(pages(par(f"{text}⇥b"))[0])["b"] == 36.0


# --- tabs to the edges of the column


@pytest.mark.parametrize(("align", "share"), [("left", 0.0), ("center", 0.5), ("right", 1.0)])
def test_a_tab_to_the_edge_of_the_column(align, share):
    """w:ptab (17.3.3.23) counts from the indents."""
    look = face()
    found = lefts(pages(par(Tab(look, align), Text("b", look), left=20.0, right=30.0))[0])
    assert found["b"] == pytest.approx(20.0 + share * (WIDTH - 50.0 - width("b")), abs=0.05)


def test_text_beyond_an_edge_is_not_overprinted():
    look = face()
    found = lefts(pages(par("aaaa", Tab(look, "left"), Text("b", look)))[0])
    assert found["b"] == pytest.approx(width("aaaa"), abs=0.05)


# --- leaders


@pytest.mark.parametrize("leader", LEADERS)
def test_a_leader_fills_the_tab(leader):
    """Measured: as many signs as fit, up to the text; a line of "_" has one more."""
    char = LEADERS[leader]
    (page,) = pages(par("a⇥b", tabs=stops((200.0, "left", leader))))
    _, dots, last = sorted(items(page, Glyphs), key=lambda one: one.x)
    count = int((200.0 - width("a")) / width(char))
    assert dots.text == char * (count + (char == "_"))
    assert last.x == MARGIN + 200.0
    if char != "_":
        assert dots.x + count * width(char) == pytest.approx(last.x)


def test_no_leader_where_a_tab_is_nothing_wide():
    (page,) = pages(par("aaaa⇥" + "b" * 40, tabs=stops((30.0, "right", "dot"))))
    assert words([page]) == ["aaaa " + "b" * 40]


def test_a_leader_is_as_narrow_as_its_letters():
    """Measured: w:w=150 sets two thirds as many dots; letter spacing changes nothing."""
    look = face(scale=1.5, letter_spacing=3.0)
    (page,) = pages(par("⇥b", look=look, tabs=stops((200.0, "left", "dot"))))
    dots = items(page, Glyphs)[-1]
    wide = fonts().font("Times New Roman", bold=False, italic=False).width(".", 15.0)
    assert (dots.text, dots.scale) == ("." * int(200.0 / wide), 1.5)
