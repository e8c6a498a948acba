"""Roman numerals, one spelling each."""

import pytest
import roman

from docgen.language.numerals import LARGEST, from_roman, is_roman, number_of, to_roman


@pytest.mark.parametrize(
    ("number", "numeral"),
    [
        (1, "I"),
        (4, "IV"),
        (7, "VII"),
        (9, "IX"),
        (14, "XIV"),
        (40, "XL"),
        (2025, "MMXXV"),
        (3999, "MMMCMXCIX"),
    ],
)
def test_both_ways(number, numeral):
    assert to_roman(number) == numeral
    assert from_roman(numeral) == number


def test_every_numeral_is_read_back_and_agrees_with_the_library():
    for number in range(1, LARGEST + 1):
        assert from_roman(to_roman(number)) == number == roman.fromRoman(to_roman(number))


@pytest.mark.parametrize("number", [0, -1, 4000])
def test_numbers_the_romans_could_not_write(number):
    with pytest.raises(ValueError, match=f"số La Mã chỉ viết được từ 1 đến 3999, không viết được {number}"):
        to_roman(number)


@pytest.mark.parametrize("numeral", ["", "N", "IIII", "VX", "IC", "iv", "I.", " I", "MMMM", "Ⅳ", "1"])
def test_only_the_correct_spelling_is_read(numeral):
    with pytest.raises(ValueError, match=f"“{numeral}” không phải số La Mã"):
        from_roman(numeral)


@pytest.mark.parametrize(
    ("text", "number", "is_numeral"),
    [("12", 12, False), ("IV", 4, True), ("IIII", None, False), ("5a", None, False), ("", None, False)],
)
def test_numbers_of_either_kind(text, number, is_numeral):
    assert number_of(text) == number
    assert is_roman(text) == is_numeral
