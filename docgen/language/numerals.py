"""Roman numerals of parts, sections and appendices (Decree 30, Phụ lục I, Mục II.6 and III.1)."""

import roman

LARGEST = 3999


def to_roman(number: int) -> str:
    """Return 4 as "IV".

    Raises:
        ValueError: the number is not from 1 to 3999.

    """
    if not 1 <= number <= LARGEST:
        raise ValueError(f"số La Mã chỉ viết được từ 1 đến {LARGEST}, không viết được {number}")
    return str(roman.toRoman(number))


def from_roman(numeral: str) -> int:
    """Return "IV" as 4; only the one correct spelling in capitals is read.

    Raises:
        ValueError: `numeral` is no Roman numeral.

    """
    try:
        number = int(roman.fromRoman(numeral))
    except roman.RomanError:
        number = 0
    if not 1 <= number <= LARGEST or to_roman(number) != numeral:
        raise ValueError(f"“{numeral}” không phải số La Mã; hãy viết như I, II, III, IV")
    return number


def is_roman(text: str) -> bool:
    """Whether a text is a Roman numeral in its one correct spelling."""
    return number_of(text) is not None and not text.isdecimal()


def number_of(text: str) -> int | None:
    """Return the value of a number in Arabic figures or Roman numerals; None for what is neither ("5a")."""
    if text.isdecimal():
        return int(text)
    try:
        return from_roman(text)
    except ValueError:
        return None
