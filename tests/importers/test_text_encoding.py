"""Texts come as they were meant, whatever they were saved in or misread as."""

import pytest
from departments.encodings import vni
from hostile_texts import TEXT_INVALID, TEXT_READ, as_windows, half_composed, in_tcvn3, of_fonts
from small_plan import TEXT

from docgen.errors import InvalidInputError, RefusedError
from docgen.importers.letters import Letters
from docgen.importers.text_encoding import MAX_BYTES, decoded

AS_MEANT = (
    "with a mark",
    "UTF-16 with a mark",
    "UTF-16 from the big end",
    "UTF-16 without a mark",
    "UTF-16 from the big end without a mark",
    "in pieces",
    "half composed",
    "TCVN3",
    "VNI",
    "TCVN3 pasted",
    "VNI pasted",
    "Windows-1258",
    "read as Latin letters",
    "read as Windows letters",
    "twice read as Latin letters",
)


@pytest.mark.parametrize("name", AS_MEANT)
def test_a_text_comes_as_it_was_meant(name):
    make, outcome = TEXT_READ[name]
    read = decoded(make())
    assert read.text == TEXT
    assert {finding.code for finding in read.findings} == outcome.codes


@pytest.mark.parametrize("name", TEXT_INVALID)
def test_what_is_no_text_is_named(name):
    make, words = TEXT_INVALID[name]
    with pytest.raises(InvalidInputError, match=words) as refused:
        decoded(make())
    assert refused.value.remedy.startswith("Hãy ")


def test_a_text_without_end_is_refused():
    with pytest.raises(RefusedError, match="Tệp văn bản dài 4000001 byte"):
        decoded(b"a" * (MAX_BYTES + 1))


@pytest.mark.parametrize(
    ("data", "meant"),
    [
        ("Café, 25 m², “Kế hoạch”, © 2024".encode(), "Café, 25 m², “Kế hoạch”, © 2024"),
        ("Đạt? Chưa? Ai làm?".encode(), "Đạt? Chưa? Ai làm?"),
        (("Kế hoạch 2025\n" * 60 + "K? ho").encode(), "Kế hoạch 2025\n" * 60 + "K? ho"),
        (("Một dòng đúng\n" + as_windows("Kế hoạch năm")).encode(), "Một dòng đúng\nKế hoạch năm"),
        (half_composed("Phấn đấu").encode("cp1258"), "Phấn đấu"),
        (in_tcvn3("Kế hoạch của Sở"), "Kế hoạch của Sở"),
        (of_fonts("Kế hoạch của Sở", vni), "Kế hoạch của Sở"),
    ],
)
def test_short_texts(data, meant):
    assert decoded(data).text == meant


@pytest.mark.parametrize(
    ("typed", "settled", "codes"),
    [
        ("Kế hoạch", "Kế hoạch", []),
        ("Kế\u200b ho\u00ad\ufeffạch", "Kế hoạch", ["ky-tu-an"]),
        ("a\u202eb\u202c\u2066c", "abc", ["ky-tu-dao-chieu"]),
        ("a\x07b\x1b[0m\x9b\ufdd0", "ab[0m", ["ky-tu-an"]),
        ("ðồng Ðảng", "đồng Đảng", ["chu-trong-giong"]),
        ("Thanh tr\u0430 \u0415a Kar", "Thanh tra Ea Kar", ["chu-trong-giong"]),
        ("Москва", "Москва", []),
        ("một\r\nhai\u2028ba", "một\nhai\nba", []),
        ("e\u0302\u0301", "ế", []),
    ],
)
def test_letters_are_settled(typed, settled, codes):
    letters = Letters()
    assert letters.settled(typed) == settled
    assert [finding.code for finding in letters.findings()] == codes


def test_words_of_ours_keep_letters_that_only_look_like_others():
    letters = Letters(exact=True)
    assert letters.settled("Thanh tr\u0430\u200b") == "Thanh tr\u0430"
    assert [finding.code for finding in letters.findings()] == ["ky-tu-an"]


def test_what_was_put_right_is_counted_and_quoted():
    letters = Letters()
    for number in range(12):
        letters.settled(f"b\u200b{number} \u0430b{number}")
    hidden, alike = (finding.message for finding in letters.findings())
    assert hidden == "đã bỏ 12 ký tự (U+200B): ký tự không nhìn thấy."
    assert alike.endswith("“аb9” → “ab9” và 2 từ khác.")
