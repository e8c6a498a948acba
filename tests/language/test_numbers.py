"""Number words: a table checked by hand, and proof that reading back is the inverse."""

import re
from decimal import Decimal
from itertools import cycle, islice, product
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from num2words import CONVERTER_CLASSES
from num2words.lang_VI import Num2Word_VI

from docgen.language.num2words_vi import VietnameseConverter, num2words, register
from docgen.language.numbers import Style, from_words, to_currency, to_ordinal, to_words

TABLE = [
    tuple(line.split("\t"))
    for line in Path(__file__).with_name("numbers.tsv").read_text("utf-8").splitlines()
]
STYLES = [Style(*words) for words in product(("linh", "lẻ"), ("tư", "bốn"), ("nghìn", "ngàn"))]
LARGEST = 10**36
STRIDE = 0x9E3779B97F4A7C15F39CC0605CEDC835


@pytest.mark.parametrize(("digits", "words"), TABLE)
def test_the_table_checked_by_hand(digits, words):
    assert to_words(digits) == words
    assert from_words(words) == Decimal(digits.replace(",", "."))
    assert num2words(digits, lang="vi") == words


def test_the_table_is_as_long_as_promised():
    assert len({digits for digits, _ in TABLE}) >= 200


def integers():
    """Every integer to 50,000, then 1,800 of each magnitude: spread, round, with a gap of zeros."""
    yield from range(50_000)
    for magnitude in range(5, 37):
        for turn in range(1, 601):
            spread, zeros = turn * STRIDE % 10**magnitude, 10 ** (turn % magnitude)
            yield from (spread, -(spread // zeros * zeros), 10 ** (magnitude - 1) + turn)


@pytest.mark.parametrize("share", range(4))
def test_words_lead_back_to_their_integer(share):
    for number, style in zip(islice(integers(), share, None, 4), cycle(STYLES), strict=False):
        assert from_words(to_words(number, style)) == number


def test_these_are_100_000_integers():
    assert len(set(integers())) >= 100_000


@given(st.integers(-LARGEST, LARGEST), st.sampled_from(STYLES))
def test_any_integer_is_read_back(number, style):
    words = to_words(number, style)
    assert from_words(words) == number
    assert from_words(words.upper()) == number
    assert "  " not in words


@given(st.decimals(-LARGEST, LARGEST, places=12), st.sampled_from(STYLES))
def test_any_decimal_is_read_back(number, style):
    assert from_words(to_words(abs(number), style)) == abs(number)


@given(st.floats(-1e30, 1e30))
def test_a_float_is_read_as_python_prints_it(number):
    if 1e-16 < abs(number) < 1e15:
        assert from_words(to_words(number)) == Decimal(repr(number))


def test_different_integers_have_different_words():
    assert len({to_words(number) for number in range(20_000)}) == 20_000


def test_num2words_agrees_below_1000_but_for_its_style():
    southern = Style(zero_ten="lẻ", four="bốn")
    theirs = Num2Word_VI()
    assert [to_words(number, southern) for number in range(1000)] == [
        theirs.to_cardinal(number) for number in range(1000)
    ]


@pytest.mark.parametrize(
    ("style", "words"),
    [
        (Style(), "hai mươi tư nghìn không trăm linh năm"),
        (Style(zero_ten="lẻ"), "hai mươi tư nghìn không trăm lẻ năm"),
        (Style(four="bốn"), "hai mươi bốn nghìn không trăm linh năm"),
        (Style(thousand="ngàn"), "hai mươi tư ngàn không trăm linh năm"),
    ],
)
def test_styles_are_said_and_all_are_understood(style, words):
    assert to_words(24_005, style) == words
    assert from_words(words) == 24_005


@pytest.mark.parametrize(
    ("words", "number"),
    [("Hai  mươi tư", 24), ("hai mươi bốn", 24), ("một trăm lẻ tư", 104), ("ba tỉ", 3 * 10**9), ("BẨY", 7)],
)
def test_other_spellings_are_understood(words, number):
    assert from_words(words) == number


@pytest.mark.parametrize(
    ("words", "message"),
    [
        ("ba xu", "không hiểu từ “xu” trong số “ba xu”"),
        ("hai mươi năm", "từ “năm” của “hai mươi năm” chưa đúng chỗ; có phải “hai mươi lăm”?"),
        ("hai mươi một", "từ “một” của “hai mươi một” chưa đúng chỗ; có phải “hai mươi mốt”?"),
        ("một nghìn lẻ sáu", "từ “lẻ” của “một nghìn lẻ sáu” chưa đúng chỗ"),
        ("trăm", "từ “trăm” của “trăm” chưa đúng chỗ"),
        ("một trăm không", "từ “không” của “một trăm không” chưa đúng chỗ; có phải “một trăm”?"),
        ("âm không", "từ “âm” của “âm không” chưa đúng chỗ; có phải “không”?"),
        ("một phẩy", "từ “phẩy” của “một phẩy” chưa đúng chỗ; có phải “một”?"),
        ("một phẩy mười", "từ “mười” của “một phẩy mười” chưa đúng chỗ"),
        ("hai tỷ tỷ tỷ tỷ", "số quá lớn; chỉ đọc được đến 10^36"),
        ("một" + " tỷ" * 6000, "chưa đúng chỗ; có phải “một tỷ tỷ tỷ tỷ”?"),
        ("", "để trống; hãy viết số bằng chữ"),
    ],
)
def test_words_that_are_no_number(words, message):
    with pytest.raises(ValueError, match=re.escape(message)):
        from_words(words)


@pytest.mark.parametrize(
    ("number", "message"),
    [
        (LARGEST + 1, "số quá lớn"),
        (-LARGEST - 1, "số quá lớn"),
        (Decimal("1e99999"), "số quá lớn"),
        (Decimal("1e-37"), "quá nhiều chữ số thập phân"),
        (float("nan"), "“nan” không phải một số đọc được"),
        (float("-inf"), "“-inf” không phải một số đọc được"),
        (Decimal("Infinity"), "“Infinity” không phải một số đọc được"),
        ("", "“” không phải số; hãy viết bằng chữ số"),
        ("1.234,5", "“1.234,5” không phải số"),
        ("1e3", "“1e3” không phải số"),
        ("٣", "“٣” không phải số"),
        ("hai", "“hai” không phải số"),
    ],
)
def test_what_cannot_be_read(number, message):
    with pytest.raises(ValueError, match=re.escape(message)):
        to_words(number)


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (1, "thứ nhất"),
        (2, "thứ hai"),
        (3, "thứ ba"),
        (4, "thứ tư"),
        (5, "thứ năm"),
        (10, "thứ mười"),
        (14, "thứ mười bốn"),
        (15, "thứ mười lăm"),
        (21, "thứ hai mươi mốt"),
        (24, "thứ hai mươi tư"),
        (101, "thứ một trăm linh một"),
    ],
)
def test_ordinals(number, words):
    assert to_ordinal(number) == num2words(number, lang="vi", to="ordinal") == words


@pytest.mark.parametrize("number", [0, -1])
def test_nothing_comes_before_the_first(number):
    with pytest.raises(ValueError, match=f"số thứ tự phải từ 1 trở lên, không thể là {number}"):
        to_ordinal(number)


def test_money():
    assert to_currency(1_250_000) == "một triệu hai trăm năm mươi nghìn đồng"
    assert to_currency("0") == "không đồng"
    assert to_currency(24, Style(four="bốn")) == "hai mươi bốn đồng"


def test_num2words_speaks_vietnamese():
    assert num2words(2026, lang="vi") == "hai nghìn không trăm hai mươi sáu"
    assert num2words("2,05", lang="vi_VN") == "hai phẩy không năm"
    assert num2words(2026, lang="vi", to="year") == "hai nghìn không trăm hai mươi sáu"
    assert num2words(4, lang="vi", to="ordinal_num") == "thứ 4"
    assert num2words(24, lang="vi", to="currency") == "hai mươi tư đồng"
    assert num2words(24, lang="vi", style=Style(four="bốn")) == "hai mươi bốn"


def test_registering_twice_changes_nothing():
    first = CONVERTER_CLASSES["vi"]
    register()
    assert CONVERTER_CLASSES["vi"] is first


def test_num2words_own_converter_is_replaced(monkeypatch):
    monkeypatch.setitem(CONVERTER_CLASSES, "vi", Num2Word_VI())
    register()
    assert isinstance(CONVERTER_CLASSES["vi"], VietnameseConverter)


def test_num2words_reads_no_foreign_money():
    with pytest.raises(NotImplementedError, match="chưa đọc được EUR"):
        num2words(24, lang="vi", to="currency", currency="EUR")
