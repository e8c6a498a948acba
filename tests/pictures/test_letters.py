"""Words measured and broken into lines, against the font itself."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from periods_drawn import FONTS
from PIL import ImageFont

from docgen.pictures.letters import Face, balanced, lines, width

FACE = Face(10.0)
LABEL = "Phòng Xây dựng chính quyền và Công tác thanh niên"
TEXTS = st.text(st.sampled_from("Nghiêng ộựẫ<&>-W中"), max_size=80)


@pytest.mark.parametrize("bold", [False, True], ids=["regular", "bold"])
def test_words_are_as_wide_as_the_font_says(bold):
    font = ImageFont.truetype(FONTS[bold], 1000, layout_engine=ImageFont.Layout.BASIC)
    assert width(LABEL, Face(1000.0, bold)) == pytest.approx(font.getlength(LABEL), rel=0.01)


def test_an_unknown_letter_is_as_wide_as_it_can_be():
    assert width("中", FACE) == 10.0


@pytest.mark.parametrize(
    ("text", "room", "broken"),
    [
        (LABEL, 300, [LABEL]),
        (LABEL, 200, ["Phòng Xây dựng chính quyền và Công tác thanh", "niên"]),
        ("Văn  phòng\nSở", 300, ["Văn phòng Sở"]),
        ("Nghiêngngả", 25, ["Nghiê", "ngngả"]),
        ("a Nghiêngngả", 25, ["a", "Nghiê", "ngngả"]),
        ("W", 1, ["W"]),
    ],
)
def test_lines_are_broken_at_blanks_and_long_words_where_they_must_be(text, room, broken):
    assert list(lines(text, room, FACE)) == broken


def test_balanced_lines_leave_no_word_alone():
    assert balanced(LABEL, 200, FACE) == ("Phòng Xây dựng chính quyền", "và Công tác thanh niên")


def test_lines_of_one_letter_cannot_be_narrower():
    assert balanced("中中", 12, FACE) == ("中", "中")


@given(TEXTS, st.floats(min_value=12, max_value=150), st.sampled_from([lines, balanced]))
def test_every_letter_is_there_and_every_line_fits(text, room, broken):
    found = broken(text, room, FACE) if text.strip() else ()
    assert "".join("".join(found).split()) == "".join(text.split())
    assert all(width(line, FACE) <= room for line in found)
    assert len(found) == len(lines(text, room, FACE))
