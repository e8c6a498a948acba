"""The `vi` converter of num2words, whose own reads 2026, -5, 2.05 and 10^15 wrongly.

Whoever imports this module has it in place of theirs:

>>> num2words(2026, lang="vi")
'hai nghìn không trăm hai mươi sáu'
"""

from decimal import Decimal

from num2words import CONVERTER_CLASSES, num2words

from docgen.language.numbers import OFFICIAL, Number, Style, exact, to_currency, to_ordinal, to_words

__all__ = ["VietnameseConverter", "num2words", "register"]


class VietnameseConverter:
    """What num2words asks of a language; each method also takes a `style`."""

    def str_to_number(self, text: str) -> Decimal:
        """Return digits in a text as a number; ValueError in Vietnamese."""
        return exact(text)

    def to_cardinal(self, number: Number, style: Style = OFFICIAL) -> str:
        """Return "hai mươi tư"."""
        return to_words(number, style)

    def to_ordinal(self, number: int, style: Style = OFFICIAL) -> str:
        """Return "thứ hai mươi tư"."""
        return to_ordinal(number, style)

    def to_ordinal_num(self, number: int) -> str:
        """Return "thứ 24"."""
        return f"thứ {number}"

    def to_year(self, number: int, style: Style = OFFICIAL) -> str:
        """Return the year as a cardinal: Vietnamese reads years like any number."""
        return to_words(number, style)

    def to_currency(self, amount: Number, currency: str = "VND", style: Style = OFFICIAL) -> str:
        """Return "hai mươi tư đồng".

        Raises:
            NotImplementedError: any currency but the đồng, as num2words has it.

        """
        if currency != "VND":
            raise NotImplementedError(f"chỉ đọc được tiền Việt Nam (VND), chưa đọc được {currency}")
        return to_currency(amount, style)


def register() -> None:
    """Make this the language `vi` of num2words, for the whole process; once more changes nothing."""
    if not isinstance(CONVERTER_CLASSES["vi"], VietnameseConverter):
        CONVERTER_CLASSES["vi"] = VietnameseConverter()


register()
