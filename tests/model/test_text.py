"""The one text type: what it refuses, what it mends, what it leaves alone."""

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from docgen.model.text import MAX_LENGTH, VnText, Words, clean, emphasis, mended, unmarked

VIETNAMESE = "aăâeêioôơuưy"
MARKS = "\u0300\u0301\u0303\u0309\u0323"


@pytest.mark.parametrize(
    "point",
    [
        *(0x00, 0x07, 0x08, 0x0B, 0x0C, 0x0E, 0x1B, 0x1F, 0x7F, 0x80, 0x84, 0x86, 0x9F),
        *(0xD800, 0xDBFF, 0xDC00, 0xDFFF, 0xFDD0, 0xFDEF, 0xFFFE, 0xFFFF, 0x1FFFE, 0x10FFFF),
        *(0x061C, 0x200E, 0x200F, 0x202A, 0x202B, 0x202C, 0x202D, 0x202E, 0x2066, 0x2067, 0x2068, 0x2069),
    ],
)
def test_what_word_cannot_hold_is_refused_by_name(point):
    with pytest.raises(ValueError, match=f"có ký tự hỏng \\(U\\+{point:04X}\\) ở vị trí 4; hãy gõ lại"):
        clean(f"Kế {chr(point)}hoạch")


@pytest.mark.parametrize(
    ("typed", "stored"),
    [
        ("một\r\nhai\rba\u2028bốn\u2029năm\u0085sáu", "một\nhai\nba\nbốn\nnăm\nsáu"),
        ("\ufeffKế\u200b ho\u00adạch\u2060", "Kế hoạch"),
        ("Ðiều động, ðiều, Ɖiều, ɖiều", "Điều động, điều, Điều, điều"),
        ("ê\u0301 quả", "ế quả"),  # Windows-1258 types half of the letter
        ("  giữa\u00a0hai  \n", "giữa\u00a0hai"),
        ("“ngoặc” – — … ‘nháy’ 100% <&>'\"", "“ngoặc” – — … ‘nháy’ 100% <&>'\""),
        ("cột\tsau", "cột\tsau"),
        ("😀 𝒜 \ue000", "😀 𝒜 \ue000"),
        ("", ""),
    ],
)
def test_the_rest_is_mended_or_left_alone(typed, stored):
    assert clean(typed) == stored


@pytest.mark.parametrize("letter", [vowel + mark for vowel in VIETNAMESE for mark in MARKS])
def test_every_vietnamese_letter_is_stored_in_one_piece(letter):
    assert clean(unicodedata.normalize("NFD", letter)) == unicodedata.normalize("NFC", letter)
    assert len(clean(letter.upper())) == 1


@given(st.text())
@settings(deadline=None)
def test_cleaning_twice_changes_nothing_more(text):
    try:
        once = clean(text)
    except ValueError:
        return
    assert clean(once) == once
    assert unicodedata.is_normalized("NFC", once)


def test_length_is_limited_with_both_figures():
    assert clean("a" * MAX_LENGTH)
    with pytest.raises(ValueError, match=r"dài 5\.242\.880 ký tự; tối đa 20\.000 ký tự"):
        clean("a" * 5_242_880)


def test_the_type_cleans_and_refuses():
    assert TypeAdapter(VnText).validate_python("ê\u0301") == "ế"
    with pytest.raises(ValidationError, match="string_type"):
        TypeAdapter(VnText).validate_python(2025)
    with pytest.raises(ValidationError, match="để trống; hãy điền vào"):
        TypeAdapter(Words).validate_python(" \u200b ")


@pytest.mark.parametrize(
    ("text", "stretches"),
    [
        ("thường", [("thường", False)]),
        ("a **đậm** b", [("a ", False), ("đậm", True), (" b", False)]),
        ("**đậm**", [("đậm", True)]),
        ("**a** và **b**", [("a", True), (" và ", False), ("b", True)]),
        ("2 * 3 * 4", [("2 * 3 * 4", False)]),
        ("****", []),
        ("", []),
    ],
)
def test_emphasis(text, stretches):
    assert list(emphasis(text)) == stretches
    assert "".join(words for words, _ in stretches) == unmarked(text)


@pytest.mark.parametrize("text", ["**mở", "mở**", "**a** và **b"])
def test_emphasis_without_its_partner(text):
    with pytest.raises(ValueError, match=r"dấu \*\* mở mà không đóng"):
        emphasis(text)


def test_what_was_mended_can_be_told():
    assert mended("\ufeffÐiều\u200b ðó\u200b e\u0302") == ("U+FEFF", "U+00D0", "U+200B", "U+00F0")
    assert mended("Điều đó") == ()
