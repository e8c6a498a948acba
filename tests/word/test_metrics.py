"""Widths of bold Times New Roman, against those measured for the decree's own words."""

import pytest

from docgen.rules.units import Mm, Pt
from docgen.word.metrics import last_line, line_length, text_width

ROOM = Mm(58.2).points


def mm(length):
    return length.emu / Mm.EMU_PER_UNIT


@pytest.mark.parametrize(
    ("text", "size", "width"),
    [
        ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 12, 88.3),
        ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 13, 95.7),
        ("Độc lập - Tự do - Hạnh phúc", 13, 56.1),
        ("Độc lập - Tự do - Hạnh phúc", 14, 60.5),
        ("SỞ NỘI VỤ", 13, 23.7),
    ],
)
def test_known_widths(text, size, width):
    assert mm(text_width(text, Pt(size))) == pytest.approx(width, abs=0.06)


def test_a_letter_that_is_not_in_the_table_is_as_wide_as_n():
    assert text_width("中", Pt(14)) == text_width("n", Pt(14))


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("SỞ NỘI VỤ", "SỞ NỘI VỤ"),
        ("TRUNG TÂM LƯU TRỮ LỊCH SỬ TỈNH BÌNH ĐỊNH", "LỊCH SỬ TỈNH BÌNH ĐỊNH"),
        ("SỞ NỘI VỤ\nTỈNH BÌNH ĐỊNH", "TỈNH BÌNH ĐỊNH"),
        ("", ""),
    ],
)
def test_the_last_line_is_found(text, line):
    assert last_line(text, Pt(13), ROOM) == line


def test_a_line_under_the_agency_is_a_third_to_half_of_its_last_line():
    assert 7.9 <= line_length("SỞ NỘI VỤ", "issuer", ROOM) <= 11.8


def test_the_line_under_the_motto_is_as_long_as_the_words():
    assert line_length("Độc lập - Tự do - Hạnh phúc", "motto", Mm(99).points) == pytest.approx(60.5, abs=0.06)
