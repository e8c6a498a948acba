"""Numbers read aloud in Vietnamese, and back.

The official reading names every rank inside a number: 2026 is "hai nghìn không trăm hai mươi sáu", 1005 is
"một nghìn không trăm linh năm". Classes of nine digits are counted in "tỷ": 10^15 is "một triệu tỷ" and 10^18
"một tỷ tỷ".
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from itertools import zip_longest
from typing import Literal

from docgen.language.text import nfc

Number = int | float | str | Decimal
"""What can be read: digits in a text may have a decimal point or comma, but no grouping."""

LARGEST = 10**36
MOST_DECIMALS = 36

_DIGITS = ["không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín"]
_MINUS, _POINT, _BILLION = "âm", "phẩy", "tỷ"
_WRITTEN = re.compile(r"[+-]?[0-9]+(?:[.,][0-9]+)?")
_BILLIONS = re.compile(rf"{_BILLION}(?: {_BILLION}){{,3}}|\S+")
_VALUES = {word: value for value, word in enumerate(_DIGITS)} | {"mốt": 1, "lăm": 5, "mười": 10, "linh": 0}
_SCALES = {"mươi": 10, "trăm": 100, "nghìn": 10**3, "triệu": 10**6}
_SCALES |= {" ".join([_BILLION] * power): 10 ** (9 * power) for power in range(1, 5)}
_VOCABULARY = frozenset((*_VALUES, *_SCALES, _MINUS, _POINT))
_VARIANTS = {"lẻ": "linh", "tư": "bốn", "ngàn": "nghìn", "tỉ": "tỷ", "bẩy": "bảy"}


@dataclass(frozen=True)
class Style:
    """Which of two good words is said; the first of each is the school's and the state's."""

    zero_ten: Literal["linh", "lẻ"] = "linh"
    four: Literal["tư", "bốn"] = "tư"
    thousand: Literal["nghìn", "ngàn"] = "nghìn"


OFFICIAL = Style()


def to_words(number: Number, style: Style = OFFICIAL) -> str:
    """Return how `number` is read.

    Decimals are read digit by digit, as many as are written: "2,50" → "hai phẩy năm không". A
    float is read as Python prints it, a whole float as an integer.

    Raises:
        ValueError: `number` is not finite, not in digits, beyond 10^36 or has more than 36 decimals.

    """
    value = exact(number)
    whole, _, decimals = format(value.copy_abs(), "f").partition(".")
    words = [_MINUS] if value < 0 else []
    words.append(_whole(int(whole), style))
    if decimals:
        words += [_POINT, *(_DIGITS[int(digit)] for digit in decimals)]
    return " ".join(words)


def to_ordinal(number: int, style: Style = OFFICIAL) -> str:
    """Return the ordinal: "thứ nhất", "thứ hai", "thứ tư", "thứ hai mươi mốt".

    Raises:
        ValueError: `number` is below 1 or beyond 10^36.

    """
    if number < 1:
        raise ValueError(f"số thứ tự phải từ 1 trở lên, không thể là {number}")
    return f"thứ { {1: 'nhất', 4: 'tư'}.get(number) or to_words(number, style) }"


def to_currency(amount: Number, style: Style = OFFICIAL) -> str:
    """Return an amount of money in words: "một triệu hai trăm nghìn đồng"; ValueError as `to_words`."""
    return f"{to_words(amount, style)} đồng"


def exact(number: Number) -> Decimal:
    """Return `number` without loss, as it is written.

    Raises:
        ValueError: in Vietnamese, as `to_words` says.

    """
    value = Decimal(_written(number))
    if not value.is_finite():
        raise ValueError(f"“{number}” không phải một số đọc được")
    if value.copy_abs() > LARGEST:
        raise ValueError("số quá lớn; chỉ đọc được đến 10^36 (một tỷ tỷ tỷ tỷ)")
    if -int(value.as_tuple().exponent) > MOST_DECIMALS:
        raise ValueError(f"số có quá nhiều chữ số thập phân; chỉ đọc được {MOST_DECIMALS} chữ số")
    return value


def _written(number: Number) -> int | str | Decimal:
    """Return `number` in a form that `Decimal` takes over to the last digit."""
    if isinstance(number, float):
        return int(number) if number.is_integer() else repr(number)
    if not isinstance(number, str):
        return number
    if not _WRITTEN.fullmatch(number.strip()):
        raise ValueError(f"“{number}” không phải số; hãy viết bằng chữ số như 1200000 hoặc 2,5")
    return number.replace(",", ".")


def _whole(number: int, style: Style) -> str:
    """Read an integer of any length: classes of nine digits, each behind the first with its ranks named."""
    classes = list(_classes(number))
    read = [
        _class(value, style, inner=place > 0) + f" {_BILLION}" * (len(classes) - 1 - place)
        for place, value in enumerate(classes)
        if value
    ]
    return " ".join(read) or _DIGITS[0]


def _classes(number: int) -> Sequence[int]:
    """Cut an integer into classes of nine digits, the highest first."""
    high, low = divmod(number, 10**9)
    return [*(_classes(high) if high else ()), low]


def _class(value: int, style: Style, *, inner: bool) -> str:
    """Read up to nine digits; `inner` when other digits stand before them."""
    words: list[str] = []
    for scale, name in ((10**6, "triệu"), (10**3, style.thousand), (1, "")):
        group = value // scale % 1000
        if group:
            words += [*_group(group, style, inner=inner or bool(words)), name]
    return " ".join(words).rstrip()


@cache
def _group(value: int, style: Style, *, inner: bool) -> tuple[str, ...]:
    """Read three digits; inside a number a missing hundred is named too."""
    return tuple(_group_words(value, style, inner=inner))


def _group_words(value: int, style: Style, *, inner: bool) -> Iterator[str]:
    hundreds, tens, units = value // 100, value // 10 % 10, value % 10
    if hundreds or inner:
        yield from (_DIGITS[hundreds], "trăm")
    if tens > 1:
        yield from (_DIGITS[tens], "mươi")
    elif tens:
        yield "mười"
    elif units and (hundreds or inner):
        yield style.zero_ten
    if units:
        yield _unit(units, tens, style)


def _unit(unit: int, tens: int, style: Style) -> str:
    """Read the last digit, whose name changes behind tens: mười lăm, hai mươi mốt, hai mươi tư."""
    changed = {1: "mốt", 4: style.four, 5: "lăm"} if tens > 1 else {5: "lăm"} if tens else {}
    return changed.get(unit, _DIGITS[unit])


def from_words(words: str) -> int | Decimal:
    """Return the number that `words` read, in any style; a Decimal when "phẩy" is said.

    Raises:
        ValueError: naming the first word that is no number word, or that is out of place.

    """
    spoken = nfc(words).casefold().split()
    if not spoken:
        raise ValueError("để trống; hãy viết số bằng chữ")
    tokens = [_VARIANTS.get(word, word) for word in spoken]
    for word, token in zip(spoken, tokens, strict=True):
        if token not in _VOCABULARY:
            raise ValueError(f"không hiểu từ “{word}” trong số “{words}”")
    value = _value(tokens)
    official = to_words(value)
    expected = [_VARIANTS.get(word, word) for word in official.split()]
    if tokens != expected:
        word = next(word for word, *pair in zip_longest(spoken, tokens, expected) if pair[0] != pair[1])
        raise ValueError(f"từ “{word}” của “{words}” chưa đúng chỗ; có phải “{official}”?")
    return value


def _value(tokens: Sequence[str]) -> int | Decimal:
    """Return the number of well-formed words; of others, some number."""
    sign = "-" if _MINUS in tokens else ""
    whole, _, decimals = " ".join(token for token in tokens if token != _MINUS).partition(_POINT)
    written = f"{sign}{exact(_sum(whole.split()))}"
    if _POINT not in tokens:
        return int(written)
    return Decimal(written + "." + "".join(str(_VALUES.get(token, 0)) for token in decimals.split()))


def _sum(tokens: Sequence[str]) -> int:
    """Add up whole-number words: a scale multiplies the smaller numbers right before it."""
    amounts: list[int] = []
    for token in _BILLIONS.findall(" ".join(tokens)):
        scale, amount = _SCALES.get(token, 0), _VALUES.get(token, 0)
        while amounts and amounts[-1] < scale:
            amount += amounts.pop() * scale
        amounts.append(amount)
    return sum(amounts)
