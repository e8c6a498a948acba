"""Points are lettered as the decree letters them."""

import pytest

from docgen.language.lettering import LETTERS, from_letter, letter


def test_the_first_points_are_those_of_the_decree():
    assert [letter(number) for number in range(1, 12)] == list("abcdđeghikl")


def test_letters_are_read_back():
    assert [from_letter(letter(number)) for number in range(1, 24)] == list(range(1, 24))


def test_hats_hooks_breves_and_foreign_letters_are_left_out():
    assert not set("ăâêôơưfjwz") & set(LETTERS)


@pytest.mark.parametrize("number", [0, -1, 24])
def test_there_is_no_point_before_a_or_after_y(number):
    with pytest.raises(ValueError, match=f"không có điểm thứ {number}; hãy tách thành nhiều khoản"):
        letter(number)


@pytest.mark.parametrize("point", ["", "ab", "ă", "f", "A", "1"])
def test_other_letters_are_not_read(point):
    with pytest.raises(ValueError, match="các chữ dùng được: a b c d đ e"):
        from_letter(point)
