"""Numbers of rows are known for what they are, alone or before words."""

import pytest

from docgen.recognition.row_numbers import Mark, RowNumber, number_before, row_number

NUMBERS = {
    "A": (Mark.LETTER, "A"),
    "D.": (Mark.LETTER, "D"),
    "Đ": (Mark.LETTER, "Đ"),
    "Phần A": (Mark.PART, "Phần A"),
    "PHẦN II:": (Mark.PART, "PHẦN II"),
    "Phần thứ nhất": (Mark.PART, "Phần thứ nhất"),
    "I": (Mark.ROMAN, "I"),
    "XIV.": (Mark.ROMAN, "XIV"),
    "1": (Mark.ARABIC, "1"),
    "01": (Mark.ARABIC, "1"),
    "(2)": (Mark.ARABIC, "2"),
    "3)": (Mark.ARABIC, "3"),
    "12a": (Mark.ARABIC, "12a"),
    "II.3": (Mark.ARABIC, "II.3"),
    "1.1.": (Mark.DECIMAL, "1.1"),
    "1,1": (Mark.DECIMAL, "1.1"),
    "2.1.3": (Mark.DECIMAL, "2.1.3"),
    "a)": (Mark.POINT, "a"),
    "đ": (Mark.POINT, "đ"),
    "-": (Mark.DASH, "-"),
    "+": (Mark.DASH, "+"),
}


@pytest.mark.parametrize("text", NUMBERS)
def test_numbers(text):
    assert row_number(text) == RowNumber(*NUMBERS[text])


@pytest.mark.parametrize("text", ["", "Mới", "AB", "2025/KH", "x y", "Nhiệm vụ này không có số", "00000"])
def test_no_numbers(text):
    assert row_number(text) is None


@pytest.mark.parametrize(
    ("text", "number", "words"),
    [
        ("I. CÔNG TÁC CHỈ ĐẠO", "I", "CÔNG TÁC CHỈ ĐẠO"),
        ("II.CẢI CÁCH", "II", "CẢI CÁCH"),
        ("A - NHIỆM VỤ", "A", "NHIỆM VỤ"),
        ("PHẦN I\nNHIỆM VỤ CHUNG", "PHẦN I", "NHIỆM VỤ CHUNG"),
        ("Phần A: Nhiệm vụ", "Phần A", "Nhiệm vụ"),
        ("1. Ban hành", "1", "Ban hành"),
        ("1.2. Ban hành", "1.2", "Ban hành"),
        ("1.2 Ban hành", "1.2", "Ban hành"),
        ("I.3. Ban hành", "I.3", "Ban hành"),
        ("a) Ban hành", "a", "Ban hành"),
        ("- Ban hành", "-", "Ban hành"),
        ("Phần mềm quản lý", None, "Phần mềm quản lý"),
        ("V-League", None, "V-League"),
        ("1.500 hồ sơ", None, "1.500 hồ sơ"),
        ("2.5 tỷ đồng", None, "2.5 tỷ đồng"),
        ("100% hồ sơ", None, "100% hồ sơ"),
        (" Ban hành ", None, "Ban hành"),
    ],
)
def test_numbers_before_words(text, number, words):
    found, rest = number_before(text)
    assert (found.text if found else None, rest) == (number, words)
