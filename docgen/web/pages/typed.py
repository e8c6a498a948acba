"""Days and numbers as somebody types them into a field."""

from datetime import date

from docgen.errors import InvalidInputError
from docgen.language.dates import parse_date

_DIGITS = 9


def read_day(text: str) -> date:
    """Return a day: "20/3/2025", or the long form.

    Raises:
        InvalidInputError: it is none; the message says why.

    """
    if not text:
        raise InvalidInputError("Chưa nhập ngày.", "Hãy nhập ngày, ví dụ 20/3/2025.")
    try:
        return parse_date(text)
    except ValueError as why:
        message = str(why)
        raise InvalidInputError(f"{message[:1].upper()}{message[1:]}.") from why


def read_number(text: str) -> int:
    """Return a whole number of a document: "45", "045".

    Raises:
        InvalidInputError: it is none.

    """
    if not (text.isascii() and text.isdecimal() and len(text) <= _DIGITS):
        told = f"“{text}” không phải số văn bản." if text else "Chưa nhập số văn bản."
        raise InvalidInputError(told, "Hãy nhập số nguyên dương, ví dụ 45.")
    return int(text)
