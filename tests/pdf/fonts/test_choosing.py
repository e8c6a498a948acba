"""Which font is taken: the one that LibreOffice's PDF of the same name holds."""

import subprocess

import pytest
from likeness import libreoffice
from wordfile import word_file

from docgen.errors import MissingError
from docgen.pdf.fonts import Fonts, choosing, matching, vietnamese_letters

NAMES = (
    "Times New Roman",
    "times new roman",
    "TimesNewRoman",
    "Times New Roman;Arial",
    "Times",
    "Tinos",
    "Liberation Serif",
    "Arial",
    "Helvetica",
    "Courier New",
    "Calibri",
    "Cambria",
    "Cambria Math",
    "Tahoma",
    "Verdana",
    "Georgia",
    "Consolas",
    "Noto Sans",
    "SimSun",
    ".VnTime",
    "VNI-Times",
    "Không Có",
)
STYLES = {"<w:b/>": {"bold": True}, "<w:i/>": {"italic": True}, "": {}}


def test_the_fonts_are_those_that_libreoffice_takes(tmp_path):
    files = {f"name{at}": word_file("\n".join(_samples(name))) for at, name in enumerate(NAMES)}
    printed = libreoffice(files, tmp_path)
    ours = {name: {_face(name, **style).name for style in STYLES.values()} for name in NAMES}
    assert ours == {name: _fonts_in(printed[f"name{at}"]) for at, name in enumerate(NAMES)}


def _face(name, *, bold=False, italic=False):
    return Fonts().font(name, bold=bold, italic=italic)


def _samples(name):
    fonts = "".join(f' w:{script}="{name}"' for script in ("ascii", "hAnsi", "cs", "eastAsia"))
    for style in STYLES:
        face = f"<w:rPr><w:rFonts{fonts}/>{style}</w:rPr>"
        yield f"<w:p><w:pPr>{face}</w:pPr><w:r>{face}<w:t>Viet Nam</w:t></w:r></w:p>"


def _fonts_in(pdf):
    rows = subprocess.run(["pdffonts", "-"], input=pdf, capture_output=True, check=True).stdout.decode()
    return {row.split()[0].partition("+")[2] for row in rows.splitlines()[2:]}


@pytest.mark.parametrize("name", ["Symbol", "Wingdings", "Wingdings 2", "Webdings"])
def test_signs_come_from_the_font_of_libreoffice(name):
    assert _face(name).name == "OpenSymbol"


def test_families_of_other_widths_are_told():
    fonts = Fonts()
    for name in ("Times New Roman", "Arial", "Times New Roman;Arial", "DejaVu Sans Condensed", "Không Có"):
        fonts.font(name, bold=False, italic=False)
    assert fonts.substituted == {"Không Có": "DejaVu Sans"}


def test_a_style_that_the_file_lacks_is_to_be_made():
    made, drawn = (_face(name, bold=True, italic=True) for name in ("Cambria Math", "Times New Roman"))
    assert (made.bold_made, made.italic_made) == (True, True)
    assert (drawn.bold_made, drawn.italic_made) == (False, False)


def test_another_font_supplies_what_is_missing():
    font = _face("Times New Roman")
    pieces = [(text, piece.name) for text, piece in Fonts().pieces("☐ Có ☐☒ không, 漢\u200b", font)]
    helped = [("☐", "DejaVuSans"), (" Có ", font.name), ("☐☒", "DejaVuSans")]
    assert pieces == [*helped, (" không, 漢\u200b", font.name)]


def test_what_is_simple_stays_whole():
    font = _face("Times New Roman")
    assert list(Fonts().pieces("Độc lập", font)) == [("Độc lập", font)]


def test_a_name_is_asked_for_once():
    fonts = Fonts()
    assert fonts.font("Arial", bold=True, italic=False) is fonts.font("Arial", bold=True, italic=False)


def test_there_are_146_vietnamese_letters():
    letters = vietnamese_letters()
    assert len(letters) == 146
    assert set("ăâđêôơưạỵỡẵĂÂĐÊÔƠƯẠỴỠẴ") <= letters


@pytest.mark.parametrize("family", ["Liberation Serif", "Tinos"])
@pytest.mark.parametrize("style", STYLES.values())
def test_stand_ins_have_every_letter_equally_wide(family, style):
    taken, other = _face("Times New Roman", **style), _face(family, **style)
    assert all(map(other.has, vietnamese_letters()))
    assert all(other.advance(letter) == taken.advance(letter) for letter in vietnamese_letters())


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
    width = _face("Times New Roman", bold=True).width(text, size) / 72 * 25.4
    assert width == pytest.approx(millimetres, abs=0.07)


def test_times_without_vietnamese_letters_is_refused(monkeypatch):
    """As fonts-liberation 1 lacks them; a letter that no font here has stands for one."""
    monkeypatch.setattr(choosing, "vietnamese_letters", lambda: {"漢"})
    with pytest.raises(MissingError, match="Times New Roman"):
        _face("Times New Roman")


def test_times_is_not_replaced_by_letters_of_other_widths(monkeypatch):
    """Fontconfig answers with some font whatever it is asked for."""
    monkeypatch.setattr(choosing, "_PREFERRED", {})
    with pytest.raises(MissingError, match="fonts-croscore"):
        _face("Times New Roman")


def test_a_machine_without_fontconfig_is_told(monkeypatch):
    monkeypatch.setattr(matching, "_LIBRARY", "libkhongco.so.1")
    monkeypatch.setattr(matching, "_library", matching._library.__wrapped__)
    with pytest.raises(MissingError, match="libfontconfig1"):
        matching.match.__wrapped__("Times", bold=False, italic=False)


def test_a_machine_without_fonts_is_told(monkeypatch):
    monkeypatch.setattr(matching._library(), "FcFontMatch", lambda *_: None)
    monkeypatch.setattr(choosing, "match", matching.match.__wrapped__)
    with pytest.raises(MissingError):
        _face("Arial")
