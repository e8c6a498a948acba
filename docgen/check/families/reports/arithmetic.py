"""Numbers as reports write them: "1.300" is a whole number, "88,46%" a rate."""

import re
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

COUNT = r"(?<![\d.,])(?:\d{1,3}(?:\.\d{3}){1,4}|\d{1,9})(?![.,]?\d)"
"""A whole number, thousands parted by points or not at all."""

DECIMAL = r"\d{1,6}(?:[.,]\d{1,6})?"
"""A number with decimals, whichever sign stands before them."""

RATE = rf"{DECIMAL}\s*%"
"""A rate."""

POINT_RATE = re.compile(r"(?<![\d.,])\d+\.(?:\d{1,2}|\d{4,})\s*%")
"""A rate with a point before its decimals; three digits behind a point may be thousands."""

_HUNDRED = Decimal(100)


def whole(text: str) -> int:
    """Return the number that `COUNT` found."""
    return int(text.replace(".", ""))


@dataclass(frozen=True)
class Rate:
    """A rate as it is written: its value, and how many decimals are told."""

    value: Decimal
    decimals: int
    text: str

    def is_share(self, part: int, of: int) -> bool:
        """Whether it is what `part` is of a whole, rounded or cut, one off in the last place allowed."""
        return abs(self.value - part * _HUNDRED / of) <= Decimal(1).scaleb(-self.decimals)

    def is_exact(self, part: int, of: int) -> bool:
        """Whether nothing was rounded."""
        return self.value * of == part * _HUNDRED


def rate(text: str) -> Rate:
    """Return the rate that `RATE` found, its sign of per cent told or not."""
    number = text.rstrip("% \u00a0").replace(",", ".")
    value = Decimal(number)
    return Rate(value, len(number.partition(".")[2]), text)


def share(part: int, of: int, decimals: int) -> str:
    """Return what a part is of a whole, as it is to be written: "88,46%"."""
    value = (part * _HUNDRED / of).quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)
    return f"{value}%".replace(".", ",")
