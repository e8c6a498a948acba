"""What pages cannot show is told, with the words that it concerns."""

from laidout import cell, described, face, lines, par, row, section, table

from docgen.pdf.description import Axis, Drawing, Floating, Shape
from docgen.pdf.fonts import Fonts
from docgen.pdf.layout import lay_out
from docgen.word.formatting import Sides


def laid_out(*sections):
    return lay_out(described(*sections), Fonts())


def told(*blocks):
    return {found.code: found for found in laid_out(section(*blocks)).warnings}


def test_a_letter_that_no_font_has_is_named_with_its_text():
    warning = told(par("chữ \U0001f9ff lạ"))["ky-tu-thieu-phong"]
    assert "U+1F9FF" in warning.message
    assert "chữ \U0001f9ff lạ" in warning.place


def test_a_font_that_is_not_installed_is_named_with_what_replaces_it():
    found = laid_out(section(par("chữ", look=face(font="Phông Không Có")))).warnings
    assert any("Phông Không Có" in one.place and one.code == "phong-thay-the" for one in found)


def test_words_below_a_row_of_exact_height_are_hidden_and_told():
    rows = table(row(cell("một", "hai", "ba"), height=24.0, exact=True))
    assert "ba" in told(rows)["chu-bi-che"].message


def test_words_below_a_text_box_are_hidden_and_told():
    shape = Shape("rect", 0, 0, 80, 20, blocks=(par("một"), par("hai"), par("ba")), insets=Sides())
    floating = Floating(Drawing(80, 20, (shape,)), Axis("column"), Axis("paragraph"))
    found = laid_out(section(par("neo", floating)))
    assert "ba" in found.warnings[0].message
    assert not any("ba" in text for _, text in lines(found.pages.pages[0]))


def test_nothing_is_told_of_pages_that_show_all():
    assert told(par("chữ"), table(("a", "b"))) == {}


def test_letters_of_one_text_are_told_together():
    lacking = "".join(chr(0x1F9FF + 0x10000 + at) for at in range(14))
    (found,) = laid_out(section(par(lacking))).warnings
    assert found.message.count("U+") == 10
    assert "4 ký tự khác" in found.message
