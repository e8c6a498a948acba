"""Two spellings of one word are equal under `fold`; two words are not."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docgen.language.text import cut, fold, nearest, nfc, plain

TONE_PAIRS = """
hoà hòa|hoá hóa|hoả hỏa|hoã hõa|hoạ họa|toà tòa|toả tỏa|toạ tọa|loà lòa|loá lóa|loã lõa|xoà xòa
xoá xóa|xoã xõa|khoá khóa|khoả khỏa|đoá đóa|thoả thỏa|thoá thóa|hoè hòe|khoẻ khỏe|xoè xòe|loè lòe
toé tóe|choé chóe|ngoé ngóe|què què|uý úy|uỷ ủy|uỵ ụy|thuỳ thùy|thuý thúy|thuỷ thủy|thuỵ thụy
huý húy|huỷ hủy|huỵ hụy|tuý túy|tuỳ tùy|tuỷ tủy|luỹ lũy|luỵ lụy|suý súy|suỵ sụy|truý trúy|truỵ trụy
khuỷ khủy|khuỵ khụy|nguỵ ngụy|nhuỵ nhụy|duỳ dùy|duỷ dủy|quý qúy|quỹ qũy|quỷ qủy|quỳ qùy|quỵ qụy
già gìa|giá gía|giả gỉa|giã gĩa|giạ gịa|Hoà HÒA|UỶ ủy|Thuỷ THỦY
""".replace("\n", "|").strip("|")
DIFFERENT = [
    ("hoa", "hòa"),
    ("hòa", "hóa"),
    ("mà", "má"),
    ("tha", "thà"),
    ("da", "đa"),
    ("an", "ân"),
    ("ân", "ăn"),
    ("quy", "quý"),
    ("cua", "của"),
    ("tuy", "tùy"),
    ("hoa mì", "hòa mi"),
    ("lý", "lí"),
]


@pytest.mark.parametrize("pair", TONE_PAIRS.split("|"))
def test_the_place_of_the_tone_does_not_count(pair):
    one, other = pair.split()
    assert fold(one) == fold(other)


@pytest.mark.parametrize(("one", "other"), DIFFERENT)
def test_letters_and_tones_count(one, other):
    assert fold(one) != fold(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Văn Phòng Sở", "Văn phòng Sở"),
        ("giai đoạn 2023 – 2025", "giai đoạn 2023 - 2025"),
        ("giai đoạn 2023—2025", "giai đoạn 2023-2025"),
        ("Nghị định số\u00a030", " Nghị  định\tsố\u202f30\n"),
        ("Kế ho\u200bạch\ufeff", "Kế hoạch"),
        ("Ðắk Lắk", "Đắk Lắk"),
        ("Ɖắk Lắk", "ðắk lắk"),
        (unicodedata.normalize("NFD", "Ủy ban nhân dân"), "Uỷ ban nhân dân"),
        ("\u00ea\u0301", "ế"),
    ],
)
def test_case_dashes_spaces_and_encoding_do_not_count(one, other):
    assert fold(one) == fold(other)


@given(st.text())
def test_folding_twice_changes_nothing(text):
    assert fold(fold(text)) == fold(text)


@pytest.mark.parametrize(
    ("text", "bare"),
    [
        ("Đắk Lắk", "Dak Lak"),
        ("Kế hoạch", "Ke hoach"),
        ("đường Nguyễn Huệ", "duong Nguyen Hue"),
        ("ỨNG DỤNG", "UNG DUNG"),
        ("5 rõ", "5 ro"),
    ],
)
def test_plain_text_has_no_marks(text, bare):
    assert plain(text) == bare
    assert plain(unicodedata.normalize("NFD", text)) == bare


def test_every_vietnamese_letter_has_a_plain_letter():
    marked = (vowel + tone for vowel in "aăâeêioôơuưy" for tone in "\u0300\u0301\u0303\u0309\u0323")
    assert all(plain(nfc(letter)) in "aeiouy" for letter in marked)


def test_nfc_puts_letters_in_one_piece():
    assert nfc("e\u0302\u0301") == "ế"


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("Van phong So", "Văn phòng Sở"),
        ("Phòng Công chức viên chức", "Phòng Công chức, viên chức"),
        ("Thanh tra", "Thanh tra Sở"),
        ("Ban Tôn giaó", "Ban Tôn giáo"),
        ("Xưởng in", None),
        ("", None),
    ],
)
def test_the_nearest_name(name, meant):
    units = ["Văn phòng Sở", "Phòng Công chức, viên chức", "Thanh tra Sở", "Ban Tôn giáo"]
    assert nearest(name, units) == meant


def test_marks_decide_between_names_that_are_equal_without_them():
    assert nearest("quỷ", ["quý", "quỹ", "quỷ"]) == "quỷ"
    assert nearest("quỹ", ["quý", "quỹ", "quỷ"]) == "quỹ"


def test_no_name_is_near_when_there_is_none():
    assert nearest("Văn phòng", []) is None


@pytest.mark.parametrize(
    ("text", "letters", "short"),
    [
        ("rà soát văn bản", 15, "rà soát văn bản"),
        ("rà soát văn bản", 14, "rà soát văn …"),
        ("rà soát văn bản", 11, "rà soát …"),
        ("kiểmtra", 4, "kiểm …"),
        ("", 0, ""),
    ],
)
def test_long_words_are_cut_at_a_blank(text, letters, short):
    assert cut(text, letters) == short
