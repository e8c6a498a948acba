"""Counts, numbers and shares as a report writes them."""

from decimal import ROUND_HALF_UP, Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docgen.language.quantities import count, number, parse_number, percent

_COUNTS = st.integers(min_value=0, max_value=10**12)


@pytest.mark.parametrize(
    ("part", "of", "written"),
    [
        (23, 26, "88,46%"),
        (1, 3, "33,33%"),
        (2, 3, "66,67%"),
        (1, 2, "50%"),
        (1, 8, "12,5%"),
        (1, 800, "0,13%"),
        (2, 29, "6,90%"),
        (69, 1000, "6,9%"),
        (3, 800, "0,38%"),
        (1, 20_001, "0%"),
        (0, 7, "0%"),
        (7, 7, "100%"),
        (1_234, 100, "1.234%"),
        (13, 10, "130%"),
    ],
)
def test_a_share_is_rounded_half_up_once(part, of, written):
    assert percent(part, of) == written


def test_there_is_no_share_of_nothing():
    with pytest.raises(ValueError, match="tổng số bằng 0"):
        percent(1, 0)


@given(_COUNTS, st.integers(min_value=1, max_value=10**12))
def test_a_share_is_what_decimal_division_says(part, of):
    value = (Decimal(part) * 100 / of).quantize(Decimal("0.01"), ROUND_HALF_UP)
    written = percent(part, of).removesuffix("%").replace(".", "").replace(",", ".")
    assert Decimal(written) == value


@pytest.mark.parametrize(
    ("n", "written"), [(0, "0"), (1, "01"), (9, "09"), (10, "10"), (999, "999"), (1234, "1.234")]
)
def test_a_count_has_two_figures(n, written):
    assert count(n) == written


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (5, "5"),
        (0, "0"),
        (-1234, "-1.234"),
        (1_234_567, "1.234.567"),
        (Decimal("1234.50"), "1.234,5"),
        (Decimal("0.05"), "0,05"),
        (Decimal("100.00"), "100"),
        (Decimal("1E+3"), "1.000"),
    ],
)
def test_a_number_has_points_and_a_comma(value, written):
    assert number(value) == written


@given(st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**12), max_value=10**12, places=6))
def test_a_number_is_read_back(value):
    assert Decimal(number(value).replace(".", "").replace(",", ".")) == value


@given(st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**12), max_value=10**12, places=6))
def test_a_written_number_is_parsed(value):
    assert parse_number(number(value)) == value


@pytest.mark.parametrize(
    "text", ["", "1.5", "12.34", "1,234.5", "1..234", ",5", "5,", "٣", "0x10", "1e3", "năm"]
)
def test_what_is_no_number_is_refused(text):
    with pytest.raises(ValueError, match="không phải số; hãy ghi như 412"):
        parse_number(text)
