"""The font of the pages: found by name, whole, Vietnamese, and with the measures of Times New Roman."""

from types import SimpleNamespace

import pytest
from fontTools.fontBuilder import FontBuilder
from fontTools.ttLib import TTFont

from docgen.errors import MissingError
from docgen.pdf import characters
from docgen.pdf.fonts import FAMILIES, Face, Family, choose, family, times, vietnamese_letters


def test_there_are_146_vietnamese_letters():
    letters = vietnamese_letters()
    assert len(letters) == 146
    assert set("ăâđêôơưạỵỡẵĂÂĐÊÔƠƯẠỴỠẴ") <= letters


@pytest.mark.parametrize("bold", [False, True])
@pytest.mark.parametrize("italic", [False, True])
def test_every_face_has_every_letter(bold, italic):
    assert times().face(bold=bold, italic=italic).missing(vietnamese_letters()) == set()


@pytest.mark.parametrize(("size", "height"), [(10, 11.5), (14, 16.1), (20, 23.0)])
def test_a_line_is_as_high_as_in_libreoffice(size, height):
    assert times().face().line_height(size) == pytest.approx(height)


@pytest.mark.parametrize(
    ("text", "size", "millimetres"),
    [
        ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 13, 95.7),
        ("Độc lập - Tự do - Hạnh phúc", 14, 60.5),
        ("SỞ NỘI VỤ", 13, 23.7),
    ],
)
def test_text_is_as_wide_as_in_the_decree(text, size, millimetres):
    """The widths of Times New Roman Bold, measured in the annexes of the decree."""
    width = times().face(bold=True).width(text, size) / 72 * 25.4
    assert width == pytest.approx(millimetres, abs=0.06)


@pytest.mark.parametrize("name", ["Tinos", "Liberation Serif"])
def test_families_that_stand_in_have_the_same_widths(name):
    other, own = choose([name]).face(), times().face()
    letters = "".join(sorted(vietnamese_letters()))
    assert other.width(letters, 14) == own.width(letters, 14)


def test_what_no_font_shows_is_told_from_what_is_invisible():
    assert times().face().missing("a😀\u200b\u00ad漢") == {"😀", "漢"}


def test_a_missing_family_is_not_replaced_by_another():
    """Fontconfig answers with some font whatever it is asked for."""
    with pytest.raises(MissingError) as raised:
        choose(["Không Có", "Cũng Không"])
    assert "fonts-croscore" in str(raised.value)
    assert "Không Có: chưa cài đủ bốn kiểu chữ" in str(raised.value)


@pytest.fixture
def old_font(tmp_path):
    """A font without Vietnamese letters, as fonts-liberation 1 is."""
    builder = FontBuilder(1000)
    builder.setupGlyphOrder([".notdef", "a"])
    builder.setupCharacterMap({ord("a"): "a"})
    builder.setupHorizontalMetrics({".notdef": (500, 0), "a": (500, 0)})
    builder.setupHorizontalHeader(ascent=800, descent=-200)
    builder.setupMaxp()
    builder.save(tmp_path / "old.ttf")
    return str(tmp_path / "old.ttf")


def test_an_old_family_without_vietnamese_is_refused(old_font, monkeypatch):
    styles = dict.fromkeys([(False, False), (True, False), (False, True), (True, True)], old_font)
    monkeypatch.setattr(family, "_installed", lambda _: styles.items())
    with pytest.raises(MissingError, match="thiếu chữ cái tiếng Việt"):
        choose(FAMILIES)


def test_measures_come_from_the_font_file(old_font):
    face = Face(old_font)
    assert (face.width("aaa", 10), face.line_height(10)) == (15, 10)
    assert TTFont(old_font)["head"].unitsPerEm == 1000


def test_a_font_that_pango_fell_back_to_is_refused():
    fallen_back = SimpleNamespace(fonts={"x": SimpleNamespace(family="DejaVu Serif")})
    with pytest.raises(MissingError, match="DejaVu Serif"):
        characters.check_fonts(fallen_back, Family("Tinos", {}))
