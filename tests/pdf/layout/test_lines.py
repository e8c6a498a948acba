"""Where the words of a paragraph stand in their line, and how high lines are.

Figures "as measured" are those of LibreOffice 7.4.7.
"""

import pytest
from laidout import (
    BASE,
    FACE,
    LINE,
    MARGIN,
    WIDTH,
    auto,
    face,
    fonts,
    items,
    lefts,
    lines,
    pages,
    par,
    width,
    words,
)

from docgen.pdf.description import Drawing, LineBreak, Shape, Text
from docgen.pdf.pages import Glyphs

HEIGHT = 11.55
"""A line of Times New Roman of 10 points, as measured; its base line is 187 twips below its top."""
ASCENT = 187 / 20
DESCENT = HEIGHT - ASCENT


def first(*blocks, **told):
    """Return the first page."""
    return pages(*blocks, **told)[0]


def heights(*blocks):
    """Return the base lines of a page, from the top of the text."""
    return [round(y - MARGIN, 2) for y, _ in lines(first(*blocks))]


def picture(height):
    return Drawing(20.0, height, (Shape("rect", 0.0, 0.0, 20.0, height, fill="FF0000"),))


# --- where lines end


def test_a_line_takes_as_much_as_fits():
    exact = width("một hai")
    assert words([first(par("một hai ba", right=WIDTH - exact))]) == ["một hai|ba"]
    assert words([first(par("một hai ba", right=WIDTH - exact + 0.05))]) == ["một|hai ba"]


def test_spaces_hang_over_the_edge():
    assert words([first(par("một hai     ", right=WIDTH - width("một hai")))]) == ["một hai"]


def test_a_word_wider_than_the_line_is_cut():
    assert words([first(par("aaaaaa", right=WIDTH - width("aaaa")))]) == ["aaaa|aa"]


def test_a_letter_wider_than_the_line_stands_alone():
    assert words([first(par("abc", right=WIDTH - 1))]) == ["a|b|c"]


def test_a_line_break_ends_a_line():
    assert words([first(par("một↵hai↵↵ba"))]) == ["một|hai|ba"]
    assert heights(par("một↵hai↵↵ba"))[-1] - heights(par("một"))[0] == pytest.approx(3 * LINE)


def test_a_line_break_at_the_end_makes_an_empty_line():
    above, below = heights(par("một↵"), par("hai"))
    assert below - above == pytest.approx(2 * LINE)


def test_letters_of_italics_need_a_twelfth_of_their_height():
    """Measured: 231 // 12 = 19 twips for 10 points, free behind the last letter."""
    slanted, free = face(italic=True), 19 / 20
    exact = width("một hai", slanted) + free
    assert words([first(par("một hai", look=slanted, right=WIDTH - exact))]) == ["một hai"]
    assert words([first(par("một hai", look=slanted, right=WIDTH - exact + 0.05))]) == ["một|hai"]


def test_the_last_letter_needs_no_letter_spacing():
    """Measured: n letters are n − 1 spacings wider."""
    spaced = face(letter_spacing=2.0)
    exact = width("một hai") + 6 * 2.0
    assert words([first(par("một hai", look=spaced, right=WIDTH - exact))]) == ["một hai"]
    assert words([first(par("một hai", look=spaced, right=WIDTH - exact + 0.05))]) == ["một|hai"]


def test_narrow_letters():
    """Measured: w:w=50 sets letters as wide as those of half the size, in whole twips."""
    exact = width("một hai", face(size=5.0))
    scaled = par("một hai", look=face(scale=0.5), right=WIDTH - exact)
    assert words([first(scaled)]) == ["một hai"]
    (glyphs,) = items(first(scaled), Glyphs)
    assert (glyphs.size, glyphs.scale) == (10.0, 0.5)


def test_kerned_letters_are_as_wide_as_they_are_shaped():
    kerned = face(kerned=True)
    shaped = fonts().font("Times New Roman", bold=False, italic=False).shaped_width("AVAVA AVAVA", 10.0)
    assert shaped < width("AVAVA AVAVA") - 1
    assert words([first(par("AVAVA AVAVA", look=kerned, right=WIDTH - shaped))]) == ["AVAVA AVAVA"]
    (glyphs,) = items(first(par("AVAVA AVAVA", look=kerned)), Glyphs)
    assert glyphs.kerned


def test_a_word_of_two_looks_is_one_word():
    found = first(par("một ", Text("h", face(bold=True)), "ai", right=WIDTH - width("một h") - 1))
    assert words([found]) == ["một|h ai"]


# --- where words stand


@pytest.mark.parametrize(
    ("align", "share"), [("left", 0.0), ("start", 0.0), ("center", 0.5), ("right", 1.0), ("end", 1.0)]
)
def test_alignment(align, share):
    spare = WIDTH - 20.0 - 40.0 - width("một")
    found = lefts(first(par("một", align=align, left=20.0, right=40.0)))
    assert found["một"] == pytest.approx(20.0 + share * spare, abs=0.05)


def test_indents_of_the_first_line_and_the_others():
    found = lefts(first(par("một↵hai↵ba", left=30.0, first_line=10.0)))
    assert found == {"một": 40.0, "hai": 30.0, "ba": 30.0}
    assert lefts(first(par("một↵hai", left=30.0, first_line=-10.0))) == {"một": 20.0, "hai": 30.0}


def test_justified_lines_are_stretched_but_the_last():
    text = "một hai ba"
    narrow = WIDTH - width("một hai") - 7.0
    (above, below) = items(first(par(text, align="both", right=narrow)), Glyphs)
    assert (above.text.strip(), below.text) == ("một hai", "ba")
    assert above.word_gap == pytest.approx(7.0, abs=0.05)
    assert below.word_gap == 0.0


def test_a_line_that_a_break_ends_is_not_justified():
    (above, _) = items(first(par("một hai↵ba", align="both")), Glyphs)
    assert above.word_gap == 0.0


def test_distributed_lines_are_all_stretched():
    (glyphs,) = items(first(par("một hai", align="distribute")), Glyphs)
    assert glyphs.word_gap == pytest.approx(WIDTH - width("một hai"), abs=0.05)


def test_a_justified_line_of_one_word_stands_at_the_left():
    found = items(first(par("aaaa bbbb", align="both", right=WIDTH - width("aaaa b"))), Glyphs)
    assert [(glyphs.x, glyphs.word_gap) for glyphs in found] == [(MARGIN, 0.0), (MARGIN, 0.0)]


def test_a_line_wider_than_its_column_begins_at_the_left():
    for align in ("center", "right", "both"):
        assert lefts(first(par("W", align=align, right=WIDTH - 1)))["W"] == 0.0


def test_words_of_several_looks_share_the_gaps_of_a_justified_line():
    found = items(first(par("một ", Text("hai ba ", face(bold=True)), "bốn " * 60, align="both")), Glyphs)
    gaps = {round(glyphs.word_gap, 6) for glyphs in found if glyphs.y == found[0].y}
    assert len(gaps) == 1
    bold = next(glyphs for glyphs in found if glyphs.font.bold)
    assert bold.x == pytest.approx(MARGIN + width("một ") + gaps.pop(), abs=0.05)


# --- how high lines are


def test_a_line_is_as_high_as_its_letters():
    assert heights(auto("một↵hai")) == [pytest.approx(ASCENT), pytest.approx(ASCENT + HEIGHT)]


@pytest.mark.parametrize(("size", "height"), [(10.0, 11.55), (10.5, 12.1), (13.0, 14.95), (14.0, 16.1)])
def test_heights_of_lines_as_measured(size, height):
    above, below = heights(auto("một↵hai", look=face(size=size)))
    assert below - above == pytest.approx(height)


def test_the_highest_letters_make_the_line():
    above, below = heights(auto("một↵hai ", Text("to", face(size=20.0)), "↵ba"))[:2]
    assert below - above == pytest.approx(
        DESCENT + fonts().font("Times New Roman", bold=False, italic=False).ascent(20.0)
    )


def test_blanks_tabs_and_marks_add_no_height():
    """Measured: a space or tab of 30 points changes nothing."""
    large = face(size=30.0)
    for blank in ([Text("  ", large)], *([mark] for mark in par("⇥", look=large).content)):
        assert heights(auto("một", *blank, "↵hai"))[0] == pytest.approx(ASCENT)


def test_an_empty_paragraph_is_as_high_as_its_mark():
    above, below = heights(auto("một"), auto("", look=face(size=14.0)), auto("hai"))
    assert below - above == pytest.approx(HEIGHT + 16.1)


def test_an_empty_line_is_as_high_as_the_break_that_ends_it():
    found = heights(auto("một", LineBreak(FACE), LineBreak(face(size=14.0)), "hai"))
    assert found[1] - found[0] == pytest.approx(HEIGHT + 16.1)


@pytest.mark.parametrize(("line", "percent"), [(360, 150), (480, 200), (276, 115), (259, 108)])
def test_proportional_spacing_stands_above_each_line_but_the_first(line, percent):
    """Measured: the percentage is cut off; what is more is in whole twips."""
    height = HEIGHT + int(231 * (percent - 100) / 100) / 20
    above, below, after = heights(auto("một↵hai", line=line / 240), auto("ba"))
    assert (above, below) == (pytest.approx(ASCENT), pytest.approx(ASCENT + height))
    assert after - below == pytest.approx(height)


def test_spacing_of_a_line_is_that_of_its_own_letters():
    """Measured: the line of 20 points is moved down by its own share."""
    large = fonts().font("Times New Roman", bold=False, italic=False)
    high = large.ascent(20.0) + large.descent(20.0)
    above, below = heights(auto("một↵", Text("to", face(size=20.0)), line=1.5))
    assert below - above == pytest.approx(DESCENT + high * 0.5 + large.ascent(20.0), abs=0.05)


@pytest.mark.parametrize(("line", "twips"), [(168, 160), (216, 208)])
def test_tight_spacing(line, twips):
    """Measured: 231 twips less 31 and 10 %; the first base line at four fifths of that, the others closer."""
    above, below, after = heights(auto("một↵hai↵ba", line=line / 240))
    assert above == pytest.approx(0.8 * twips / 20, abs=0.01)
    assert below == pytest.approx(twips / 20 + ASCENT - (231 - twips) / 20)
    assert after - below == pytest.approx(twips / 20)


def test_lines_of_exact_height():
    """Measured: the base line at four fifths; larger letters change nothing."""
    assert heights(par("một↵", Text("hai", face(size=30.0)), "↵ba")) == [9.6, 21.6, 33.6]


def test_lines_of_least_height_leave_the_rest_above():
    above, below = heights(par("một↵hai", line=20.0, line_rule="atLeast"))
    assert above == pytest.approx(20.0 - DESCENT)
    assert below - above == pytest.approx(20.0)
    assert heights(par("một", line=5.0, line_rule="atLeast")) == [pytest.approx(ASCENT)]


def test_a_picture_stands_on_the_base_line():
    """Measured: it makes the line higher; alone it has no descent below it."""
    assert heights(auto("một", picture(40.0), "↵hai")) == [40.0, pytest.approx(40.0 + DESCENT + ASCENT)]
    assert heights(auto(picture(40.0)), auto("một")) == [pytest.approx(40.0 + ASCENT)]


def test_spacing_beside_a_picture_is_that_of_the_letters():
    """Measured: 150 % add half the height of the text, not of the picture."""
    (_, below) = heights(auto("một", picture(40.0), line=1.5), auto("hai"))
    assert below == pytest.approx(40.0 + DESCENT + int(231 / 2) / 20 + ASCENT, abs=0.05)


# --- raised letters


@pytest.mark.parametrize(
    ("size", "raised"), [(14.0, 8.1), (13.0, 7.5), (12.0, 6.95), (11.0, 6.35), (10.5, 6.05), (10.0, 5.8)]
)
def test_raised_letters_are_58_percent_in_whole_twips(size, raised):
    (glyphs,) = items(first(auto("2", look=face(size=size, raised="superscript"))), Glyphs)
    assert glyphs.size == pytest.approx(raised)


def test_raised_and_lowered_letters():
    """Measured: by 42 % of the ascent up, and of the descent down; the line stays as high as it is."""
    up, down = Text("2", face(raised="superscript")), Text("2", face(raised="subscript"))
    plain, above, below = items(first(auto("x", up, down)), Glyphs)
    assert plain.y - above.y == pytest.approx(0.42 * ASCENT)
    assert below.y - plain.y == pytest.approx(0.42 * DESCENT)
    assert heights(auto(up, "↵hai"))[-1] == pytest.approx(ASCENT + HEIGHT)


def test_letters_moved_off_the_base_line():
    """Measured: by a share of the line, 138 twips for 6 of 10 points; the line grows by as much."""
    up, down = Text("2", face(raised_by=6.0)), Text("2", face(raised_by=-6.0))
    (moved, plain) = items(first(auto(up, "x")), Glyphs)
    assert plain.y - moved.y == pytest.approx(6.9)
    assert plain.y - MARGIN == pytest.approx(ASCENT + 6.9)
    assert heights(auto("x", down, "↵hai"))[-1] == pytest.approx(HEIGHT + 6.9 + ASCENT)


def test_an_empty_paragraph_with_a_raised_mark_vanishes():
    """Measured, unless it is aligned left."""
    raised = face(raised="superscript")
    for align, height in (("center", 0.0), ("left", HEIGHT)):
        above, below = heights(auto("một"), auto("", look=raised, align=align), auto("hai"))
        assert below - above == pytest.approx(HEIGHT + height)


# --- fonts


def test_a_letter_that_the_font_lacks_comes_from_another_and_leaves_the_line_as_high():
    found = first(auto("x☐y↵hai"))
    assert len({glyphs.font.path for glyphs in items(found, Glyphs)}) == 2
    assert [y - MARGIN for y, _ in lines(found)] == [pytest.approx(ASCENT), pytest.approx(ASCENT + HEIGHT)]
    assert words([found]) == ["x ☐ y|hai"]


def test_an_empty_paragraph_takes_a_line():
    above, below = heights(par("một"), par(""), par("hai"))
    assert below - above == pytest.approx(2 * LINE)
    assert MARGIN + above == BASE
