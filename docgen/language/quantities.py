"""Quantities as a report writes them: "05" tasks, "1.234" letters, "88,46%" of a plan.

Nothing is rounded but a share, and that once, from its two whole numbers.
"""

import re
from decimal import Decimal

_TWO_FIGURES = 2
_NUMBER = re.compile(r"-?(?:[0-9]+|[0-9]{1,3}(?:\.[0-9]{3})+)(?:,[0-9]+)?")
_HUNDREDTHS_OF_PERCENT = 10_000


def percent(part: int, of: int) -> str:
    """Return what the count `part` is of the count `of`, rounded half up to hundredths: "88,46%", "50%".

    What was rounded keeps both decimals, "6,90%", so that all of a report are rounded alike.

    Raises:
        ValueError: there is nothing to be a part of.

    """
    if of == 0:
        raise ValueError("không tính được tỷ lệ khi tổng số bằng 0")
    hundredths = (2 * part * _HUNDREDTHS_OF_PERCENT + of) // (2 * of)
    whole, comma, decimals = number(Decimal(hundredths).scaleb(-2)).partition(",")
    if part * _HUNDREDTHS_OF_PERCENT % of:
        decimals = decimals and decimals.ljust(_TWO_FIGURES, "0")
    return f"{whole}{comma}{decimals}%"


def count(n: int) -> str:
    """Return a count with two figures or more, as offices write it: "05", "12", "1.234"; none is "0"."""
    return number(n).zfill(_TWO_FIGURES) if n else "0"


def number(value: Decimal | int) -> str:
    """Return a number with points between thousands and a comma before decimals: "1.234,5"; no padding."""
    whole, _, decimals = f"{value:,f}".partition(".")
    return ",".join(filter(None, (whole.replace(",", "."), decimals.rstrip("0"))))


def parse_number(text: str) -> Decimal:
    """Return the number that `text` says, written as `number` writes it; points between thousands may lack.

    Raises:
        ValueError: in Vietnamese, when it is written otherwise.

    """
    bare = "".join(text.split())
    if not _NUMBER.fullmatch(bare):
        raise ValueError(f"“{text}” không phải số; hãy ghi như 412 hoặc 1.234,5")
    return Decimal(bare.replace(".", "").replace(",", "."))
