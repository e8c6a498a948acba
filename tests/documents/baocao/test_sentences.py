"""Sentences from pieces."""

import pytest

from docgen.documents.baocao.sentences import bare, capital, ended, joined, phrase, units, upper
from docgen.model.figure import Figure, Quotation, Source, read

QUOTED = Quotation("rà soát 02 văn bản", Source("Văn phòng Sở"))


@pytest.mark.parametrize(
    ("items", "told"),
    [(["a"], "a"), (["a", "b"], "a và b"), (["a", "b", "c"], "a, b và c")],
)
def test_lists_are_joined(items, told):
    assert read(joined([(item,) for item in items])) == told


@pytest.mark.parametrize(
    ("text", "told"), [("xong", "xong."), ("xong.", "xong."), ("xong;", "xong."), ("v.v…", "v.v…")]
)
def test_a_sentence_ends_once(text, told):
    assert read(ended((text,))) == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("- Đã xong ./.", "Đã xong"),
        ("+  một\n hai;", "một hai"),
        ("giảm -5 điểm.", "giảm -5 điểm"),
        (" . ", ""),
    ],
)
def test_a_text_of_a_unit_is_bared(text, told):
    assert bare(text) == told


def test_letters_change_within_figures_and_quotations():
    assert read(capital((QUOTED, "."))) == "Rà soát 02 văn bản."
    assert capital((QUOTED,))[0].source == QUOTED.source
    assert read(upper(("kỳ ", Figure("quý I", "")))) == "KỲ QUÝ I"


def test_pieces_become_one_sentence_and_units_are_named_once():
    assert phrase("a", (), ("b", ""), QUOTED) == ("a", "b", QUOTED)
    assert read(units(["Phòng A", "Phòng B, C", "Phòng A"])) == "Phòng A; Phòng B, C"
