"""Characters that spoil Vietnamese text are found where they stand; correct text is left alone."""

import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docgen.language.characters import (
    hard_spaces,
    invisible,
    look_alikes,
    not_nfc,
    tone_style,
    without_invisible,
)
from docgen.language.text import nfc

PLAN = (Path(__file__).parents[1] / "data" / "ke-hoach-cchc-2025.txt").read_text("utf-8")


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("Kế hoạch", ()),
        ("Ke\u0302\u0301 hoạch", ((1, 4),)),
        ("Kê\u0301 hoa\u0323ch", ((1, 3), (6, 8))),
        ("x\u0323", ()),
        ("25 \u212b", ((3, 4),)),
    ],
)
def test_letters_in_pieces(text, places):
    assert not_nfc(text) == places


@given(st.text(st.sampled_from("aeghĐư \n" + "\u0300\u0301\u0302\u0303\u0306\u0309\u031b\u0323")))
def test_composed_text_is_clean_and_only_that(text):
    assert not not_nfc(nfc(text))
    assert bool(not_nfc(text)) is not unicodedata.is_normalized("NFC", text)


@pytest.mark.parametrize(
    ("text", "places", "seen"),
    [
        ("Kế hoạch\tnăm\r\n2025", (), "Kế hoạch\tnăm\r\n2025"),
        ("\ufeffKế ho\u00adạch", ((0, 1), (6, 7)), "Kế hoạch"),
        ("Kế\u200b\u200d hoạch\u2060", ((2, 4), (10, 11)), "Kế hoạch"),
        ("\u202aSố\u202c \u200e12\u2069", ((0, 1), (3, 4), (5, 6), (8, 9)), "Số 12"),
        ("Số\x00 12\x1f\x7f\x9f", ((2, 3), (6, 9)), "Số 12"),
        ("30\u00a0ngày", (), "30\u00a0ngày"),
    ],
)
def test_what_nobody_sees(text, places, seen):
    assert invisible(text) == places
    assert without_invisible(text) == seen


def test_hard_spaces_are_told_but_stay():
    assert hard_spaces("Điều\u00a05 có 1\u202f000\u2007\u00a0đồng") == ((4, 5), (11, 12), (15, 17))
    assert hard_spaces("Điều 5") == ()


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Kế hоạch", ((4, 5, "o"),)),  # Cyrillic о
        ("ΚẾ HOẠCH", ((0, 1, "K"),)),  # Greek Κ
        ("Số 4447/QÐ-UBND", ((9, 10, "Đ"),)),  # Icelandic Ð
        ("Ɖiều ðã ɖược", ((0, 1, "Đ"), (5, 6, "đ"), (8, 9, "đ"))),
        ("cό", ((1, 2, "ó"),)),  # Greek ό
        ("СОVID", ((0, 1, "C"), (1, 2, "O"))),
        ("Hội đồng, Đắk Lắk, QĐ-UBND", ()),
        ("Москва, Αθήνα, 5 μm, 10 kΩ", ()),
    ],
)
def test_letters_of_another_script(text, found):
    assert look_alikes(text) == found


def test_a_correct_plan_has_nothing_of_these():
    assert not not_nfc(PLAN)
    assert not invisible(PLAN)
    assert not look_alikes(PLAN)


@pytest.mark.parametrize(
    ("words", "style"),
    [
        ("hòa HÓA Tòa khỏe xòe họa lõa ủy thủy Tùy húy òa", "old"),
        ("hoà HOÁ Toà khoẻ xoè hoạ loã uỷ thuỷ Tuỳ huý oà", "new"),
        ("hoa hoàn hoặc hoại quý quỳ qúy quả già của mùa huệ thuở khuỷu huýt tòan Noël hoá̀", None),
    ],
)
def test_where_the_tone_stands(words, style):
    assert {tone_style(word) for word in words.split()} == {style}


@pytest.mark.parametrize("word", ["hoà", "thủy"])
def test_letters_in_pieces_have_a_style_too(word):
    assert tone_style(unicodedata.normalize("NFD", word)) == tone_style(word)
