"""Text is shown where it was set, and comes back as it was written."""

import copy
from io import BytesIO
from unicodedata import category, normalize

import pikepdf
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from docgen.pdf.fonts import Fonts

NATION = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
VERSE = "Độc lập – Tự do – Hạnh phúc"


def made(font, **style):
    """Return the font with styles that it lacks."""
    font = copy.copy(font)
    vars(font).update(style)
    return font


@pytest.mark.parametrize(
    ("text", "setting"),
    [
        (NATION, {}),
        (VERSE, {"word_gap": 4.7}),
        (VERSE, {"letter_gap": -0.3}),
        (NATION, {"letter_gap": 0.5}),
        (NATION, {"letter_gap": 3}),
        (VERSE, {"scale": 0.66, "word_gap": 1, "letter_gap": 0.2}),
        ("AVATAR fi ffi To", {"kerned": True}),
        (normalize("NFD", VERSE), {}),
        (normalize("NFD", VERSE), {"letter_gap": 0.5, "word_gap": 2}),
        ("x\u0323\u0302 y\u0309", {}),
        (r"(a) \ <b> [c]", {}),
        ("Đ và Ð, đ và ð", {}),
        ("Số 12/KH-SNV, 30 °C", {"color": "C00000", "angle": 90}),
        ("riêng \uf0a7 tư", {}),
        ("", {}),
    ],
)
def test_text_comes_back_equal(line, printed, read, text, setting):
    assert read(printed(line(text, **setting))) == text


@pytest.mark.parametrize("text", ["hình \U000f1234 lạ", "\U000f1234", "\U000f1234a\U000f1235"])
def test_characters_that_no_font_shows_come_back_too(line, printed, read, text):
    assert read(printed(line(text))) == text


@settings(
    max_examples=60,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(
    text=st.text(st.characters(exclude_categories=("Cs", "Cn")), min_size=1, max_size=30),
    word_gap=st.sampled_from([0, 2.5]),
    letter_gap=st.sampled_from([-0.3, 0, 0.5, 2]),
    scale=st.sampled_from([0.5, 1]),
    kerned=st.booleans(),
)
def test_every_visible_character_comes_back(fonts, serif, line, printed, read, text, **setting):
    items = [line(piece, font, **setting) for piece, font in fonts.pieces(text, serif)]
    for at, item in enumerate(items):
        item.y = 10 + 6 * at
    visible = {char for char in text if category(char)[0] not in "CZ" or category(char) == "Co"}
    joined = {"-"}  # pdftotext takes one at the end of a line for a parted word
    assert visible - joined <= set(read(printed(*items)))


def test_text_in_several_fonts_comes_back_equal(fonts, serif, line, printed, read):
    pieces = list(fonts.pieces("Đạt ✓ rồi", serif))
    items, x = [], 20.0
    for text, font in pieces:
        items.append(line(text, font))
        items[-1].x, x = x, x + font.width(text, 10)
    assert len({item.font for item in items}) > 1
    assert read(printed(*items)) == "Đạt ✓ rồi"


@pytest.mark.parametrize(
    ("text", "shown"),
    [("a\u00ad", "a-"), ("a\u00adb", "ab"), ("a\u200bb", "ab"), ("mười\u00a0hai", "mười hai")],
)
def test_hyphens_that_may_be_are_shown_at_the_end_only(line, printed, read, text, shown):
    assert read(printed(line(text))).replace("\u00a0", " ") == shown


def test_a_space_stays_a_space_after_one_that_does_not_break(line, printed, read):
    assert read(printed(line("mười\u00a0hai tháng"))).endswith("hai tháng")


@pytest.mark.parametrize(
    ("setting", "width"),
    [
        ({}, 1.0),
        ({"scale": 0.5}, 0.5),
        ({"letter_gap": 0.4}, 1.0),
        ({"word_gap": 5}, 1.0),
        ({"scale": 2, "letter_gap": 0.4, "word_gap": 5}, 2.0),
        ({"scale": 2, "letter_gap": 0.4, "word_gap": 5, "kerned": True}, 2.0),
    ],
)
def test_a_text_is_as_wide_as_it_was_set(serif, line, printed, words, setting, width):
    text = "mmm nnn ooo"
    gaps = (len(text) - 1) * setting.get("letter_gap", 0) + 2 * setting.get("word_gap", 0)
    found = words(printed(line(text, **setting)))
    assert found[0][1] == pytest.approx(20, abs=0.01)
    assert found[-1][2] == pytest.approx(20 + serif.width(text, 10) * width + gaps, abs=0.05)


def test_kerned_text_is_set_as_its_font_shapes_it(serif, line, printed, words):
    (_, _, plain), (_, _, kerned) = (
        *words(printed(line("AVAVAV"))),
        *words(printed(line("AVAVAV", kerned=True))),
    )
    assert kerned == pytest.approx(20 + serif.shaped_width("AVAVAV", 10), abs=0.05)
    assert plain == pytest.approx(20 + serif.width("AVAVAV", 10), abs=0.05)


def test_marks_stand_above_their_letters(line, printed, ink):
    """HarfBuzz raises marks over capitals: the text is higher than with the marks of small letters."""
    without, above = ink(printed(line("X"))), ink(printed(line("X\u0302\u0301")))
    assert above[1] <= without[1] - 2
    assert above[2] - above[0] <= without[2] - without[0] + 1


def test_a_turned_text_goes_up(line, printed, ink):
    left, top, right, bottom = ink(printed(line("nhất", angle=90)))
    assert (right, bottom) == (pytest.approx(20, abs=1), pytest.approx(150, abs=1))
    assert bottom - top > right - left


def test_styles_that_a_font_lacks_are_made(serif, line, printed, picture, ink):
    def darkness(pdf):
        return sum(255 - value for value in picture(pdf).convert("L").tobytes())

    assert darkness(printed(line("lll", made(serif, bold_made=True)))) > 1.3 * darkness(printed(line("lll")))
    assert ink(printed(line("l", made(serif, italic_made=True))))[2] > ink(printed(line("l")))[2]
    turned = ink(printed(line("l", made(serif, italic_made=True), angle=90)))
    assert turned[1] < ink(printed(line("l", angle=90)))[1]


def test_color_is_that_of_the_text(line, printed, picture):
    colors = picture(printed(line("███", color="FF0000"), line("", color="00FF00"))).getcolors()
    assert max(colors)[1] == (255, 255, 255)
    assert sorted(colors)[-2][1] == (255, 0, 0)


def test_a_font_file_is_embedded_once(serif, line, printed):
    pdf = printed(
        line("thường"),
        line("đậm", made(serif, bold_made=True)),
        line("khác", Fonts().font("Times New Roman", bold=False, italic=False)),
    )
    with pikepdf.open(BytesIO(pdf)) as file:
        assert len(file.pages[0].Resources.Font) == 1
