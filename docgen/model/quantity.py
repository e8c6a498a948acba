"""The one type of what is counted or measured: exact, never below zero."""

from decimal import Decimal
from typing import Annotated

from pydantic import BeforeValidator, Field, PlainSerializer
from pydantic_core import PydanticKnownError

from docgen.language.quantities import number, parse_number

_MOST = 10**15
"""A thousand times the budget of the state in đồng; a float tells whole numbers so far apart."""


def _read(value: object) -> Decimal:
    """Read a number as it is, and a text as officers write numbers."""
    if isinstance(value, Decimal):
        return value
    if isinstance(value, bool) or not isinstance(value, int | float | str):
        raise PydanticKnownError("decimal_type")
    return parse_number(value) if isinstance(value, str) else Decimal(str(value))


def _shown(value: Decimal) -> int | str:
    """Return a quantity as a file has it: other than whole ones as text, which no reader rounds."""
    return int(value) if value == value.to_integral_value() else number(value)


Quantity = Annotated[
    Decimal,
    Field(ge=0, le=_MOST, allow_inf_nan=False),
    BeforeValidator(_read),
    PlainSerializer(_shown),
]
"""A count or an amount, 0 or more: 412, 0.1, "1.234,5"."""
