"""The values the rules read and tell."""

from docgen.wording import Edit, Hit, Text
from docgen.wording.phrases import Phrases
from docgen.wording.text import key


def test_a_key_is_as_long_as_its_words():
    words = "UỶ BAN\u00a0Nhân Dân – Hoà Bình, İ"
    assert key(words) == "ủy ban nhân dân - hòa bình, i"
    assert len(key(words)) == len(words)


def test_a_replacement_makes_every_edit():
    text = Text("một  hai  ba")
    edits = (Edit(text, 3, 5, " "), Edit(text, 8, 10, " "))
    assert Hit("B23", text, 3, 10, "", edits=edits).replacement == " hai "
    assert Hit("B23", text, 3, 10, "").replacement is None


def test_a_text_knows_its_sentences_and_citations():
    text = Text("Giao A. Theo Luật Lưu trữ năm 2024; giao B\ncấp C")
    assert text.sentence(text.words.index("Luật")).strip() == "theo luật lưu trữ năm 2024"
    assert text.sentence(text.words.index("giao B")).strip() == "giao b"
    assert text.is_cited(text.words.index("2024"))
    assert not text.is_cited(text.words.index("giao B"))


def test_of_two_phrases_the_longer_is_found_as_whole_words():
    phrases = Phrases({"cấp huyện": 1, "UBND cấp huyện": 2, "UBND": 3})
    found = [
        meaning for *_, meaning in phrases.find(Text("Ubnd Cấp huyện; XUBND cấp huyện; cấp huyệnh; UBND xã"))
    ]
    assert found == [2, 1, 3]
