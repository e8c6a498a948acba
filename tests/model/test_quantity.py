"""Quantities: exact, as officers write them, never below zero."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from docgen.model.quantity import Quantity

QUANTITY = TypeAdapter(Quantity)


@pytest.mark.parametrize(
    ("value", "read"),
    [
        (412, "412"),
        (0, "0"),
        (0.1, "0.1"),
        (1.234, "1.234"),
        ("1.234", "1234"),
        ("1.234,5", "1234.5"),
        (" 12 345 ", "12345"),
        ("0,05", "0.05"),
        (Decimal("99.5"), "99.5"),
    ],
)
def test_a_quantity_is_exact(value, read):
    assert QUANTITY.validate_python(value) == Decimal(read)


@pytest.mark.parametrize(
    ("value", "said"),
    [
        (-1, "greater than or equal to 0"),
        ("-1.234,5", "greater than or equal to 0"),
        (10**16, "less than or equal"),
        (Decimal("nan"), "finite"),
        (float("inf"), "finite"),
        ("1.5", "“1.5” không phải số; hãy ghi như 412 hoặc 1.234,5"),
        ("1,234.5", "không phải số"),
        ("mười", "không phải số"),
        ("٣", "không phải số"),
        ("", "không phải số"),
        (True, "should be an integer, float"),
        ([1], "should be an integer, float"),
    ],
)
def test_anything_else_is_refused(value, said):
    with pytest.raises(ValidationError, match=said):
        QUANTITY.validate_python(value)


@given(st.decimals(min_value=0, max_value=10**12, places=4))
def test_a_quantity_comes_back_from_its_data(value):
    assert QUANTITY.validate_python(QUANTITY.dump_python(value, mode="json")) == value
