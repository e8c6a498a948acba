"""Automatic numbers as text."""

import pytest
from described import blocks, par, shown, text, warnings

from docgen.pdf.description import Tab

LEVEL = '<w:lvl w:ilvl="{0}"><w:start w:val="{1}"/><w:numFmt w:val="{2}"/><w:lvlText w:val="{3}"/>{4}</w:lvl>'
LISTS = [
    ("decimal", "%1.", ["1.", "2.", "3."]),
    ("upperRoman", "%1)", ["I)", "II)", "III)"]),
    ("lowerRoman", "%1", ["i", "ii", "iii"]),
    ("lowerLetter", "%1)", ["a)", "b)", "c)"]),
    ("upperLetter", "%1", ["A", "B", "C"]),
    ("decimalZero", "%1", ["01", "02", "03"]),
    ("bullet", "\uf0b7", ["•", "•", "•"]),
    ("none", "-%1", ["-", "-", "-"]),
]


def numbering(*levels, override=""):
    lists = "".join(LEVEL.format(*level) for level in levels)
    return (
        f'<w:abstractNum w:abstractNumId="0">{lists}</w:abstractNum>'
        f'<w:num w:numId="1"><w:abstractNumId w:val="0"/>{override}</w:num>'
    )


@pytest.mark.parametrize(("kind", "pattern", "labels"), LISTS)
def test_lists_are_written_out(kind, pattern, labels):
    space = '<w:suff w:val="space"/>'
    found = blocks("level=0 | x\nlevel=0 | x\nlevel=0 | x", numbering=numbering((0, 1, kind, pattern, space)))
    assert [block.label[0].text for block in found] == [f"{label} " for label in labels]


def test_a_list_counts_its_levels_anew_below_each_number():
    levels = numbering((0, 3, "decimal", "%1.", ""), (1, 1, "decimal", "%1.%2", '<w:suff w:val="nothing"/>'))
    found = blocks("level=0 |\nlevel=1 |\nlevel=1 |\nlevel=0 |\nlevel=1 |\nlevel=7 |", numbering=levels)
    assert [block.label[0].text for block in found[:5]] == ["3.", "3.1", "3.2", "4.", "4.1"]
    assert isinstance(found[0].label[1], Tab)
    assert len(found[1].label) == 1
    assert found[5].label == ()


def test_a_level_may_be_overridden_and_a_list_missing():
    level = LEVEL.format(0, 7, "decimal", "%1", "")
    override = f'<w:lvlOverride w:ilvl="0">{level}</w:lvlOverride>'
    assert shown("level=0 |", numbering=numbering((0, 1, "decimal", "%1.", ""), override=override)) == "7⇥"
    assert shown("level=0 | chữ") == "chữ"


def test_many_letters_and_numbers_past_roman():
    levels = numbering((0, 28, "lowerLetter", "%1", ""), (1, 5000, "upperRoman", "%2", ""))
    assert shown("level=0 |\nlevel=1 |", numbering=levels) == "bb⇥5000⇥"


def test_a_level_restarts_as_it_is_told():
    never, above = '<w:lvlRestart w:val="0"/>', '<w:lvlRestart w:val="1"/>'
    levels = numbering(
        (0, 1, "decimal", "%1", ""), (1, 1, "decimal", "%2", never), (2, 1, "decimal", "%3", above)
    )
    lines = "level=0 |\nlevel=1 |\nlevel=2 |\nlevel=1 |\nlevel=2 |\nlevel=0 |\nlevel=1 |\nlevel=2 |"
    assert shown(lines, numbering=levels) == "1⇥1⇥1⇥2⇥2⇥2⇥3⇥1⇥"


def instance(id_, start):
    told = f'<w:lvlOverride w:ilvl="0"><w:startOverride w:val="{start}"/></w:lvlOverride>'
    return f'<w:num w:numId="{id_}"><w:abstractNumId w:val="0"/>{told}</w:num>'


def item(id_, more=""):
    return par(text("x"), f'{more}<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{id_}"/></w:numPr>')


def test_an_instance_starts_anew_when_it_first_comes():
    lists = numbering((0, 1, "decimal", "%1.", "")) + instance(2, 5) + instance(3, 0)
    lines = "".join(item(id_) for id_ in (1, 1, 2, 2, 1, 3))
    assert shown(lines, numbering=lists) == "1.⇥x2.⇥x5.⇥x6.⇥x7.⇥x0.⇥x"


def test_numbers_end_where_word_ends():
    assert shown("level=0 |", numbering=numbering((0, 10**9, "decimal", "%1", ""))) == "32767⇥"
    assert shown("level=0 |", numbering=numbering((0, -5, "decimal", "%1", ""))) == "0⇥"


def test_a_label_without_letters_still_jumps():
    assert shown("level=0 | x", numbering=numbering((0, 1, "none", "", ""))) == "⇥x"


def test_numbers_of_law_are_decimal():
    levels = numbering((0, 4, "upperRoman", "%1.", ""), (1, 1, "lowerLetter", "%1.%2", "<w:isLgl/>"))
    assert shown("level=0 |\nlevel=1 |", numbering=levels) == "IV.⇥4.1⇥"


def test_numbers_in_words_are_warned_of():
    ordinal = numbering((0, 3, "ordinalText", "%1.", ""))
    assert shown("level=0 |", numbering=ordinal) == "3.⇥"
    assert "chữ số Ả Rập" in warnings("level=0 |", numbering=ordinal)


def test_a_picture_for_a_bullet_is_a_dot():
    levels = numbering((0, 1, "bullet", "", '<w:lvlPicBulletId w:val="0"/>'))
    assert shown("level=0 |", numbering=levels) == "•⇥"


@pytest.mark.parametrize(("word", "align"), [("end", "right"), ("center", "center"), ("start", "left")])
def test_a_label_may_end_where_the_text_begins(word, align):
    levels = numbering((0, 1, "decimal", "%1.", f'<w:lvlJc w:val="{word}"/>'))
    assert blocks("level=0 | x", numbering=levels)[0].label_align == align


def test_a_label_looks_like_the_mark_of_its_paragraph_and_as_its_level_says():
    mark = '<w:rPr><w:i/><w:u w:val="single"/><w:vertAlign w:val="superscript"/><w:sz w:val="40"/></w:rPr>'
    levels = numbering((0, 1, "decimal", "%1.", '<w:rPr><w:b/><w:sz w:val="20"/></w:rPr>'))
    (found,) = blocks(item(1).replace("</w:pPr>", f"{mark}</w:pPr>"), numbering=levels)
    face = found.label[0].face
    assert (face.bold, face.italic, face.size) == (True, True, 10)
    assert (face.underline, face.raised) == ("none", "baseline")


def test_a_hidden_label_still_counts():
    hidden = item(1).replace("</w:pPr>", "<w:rPr><w:vanish/></w:rPr></w:pPr>")
    assert shown(hidden + item(1), numbering=numbering((0, 1, "decimal", "%1.", ""))) == "x2.⇥x"


@pytest.mark.parametrize(
    ("font", "char", "bullet", "taken"),
    [
        ("Symbol", "\uf0b7", "•", "Times New Roman"),
        ("Wingdings", "\uf0a7", "▪", "Times New Roman"),
        ("Courier New", "o", "o", "Courier New"),
        ("Webdings", "\uf0b7", "•", "Times New Roman"),
    ],
)
def test_bullets_of_symbol_fonts_are_told_by_unicode(font, char, bullet, taken):
    levels = numbering((0, 1, "bullet", char, f'<w:rPr><w:rFonts w:ascii="{font}"/></w:rPr>'))
    label = blocks("level=0 | x", numbering=levels)[0].label[0]
    assert (label.text, label.face.font) == (bullet, taken)


ROMAN = LEVEL.format(0, 1, "upperRoman", "%1.", "")
LINKED = (
    '<w:abstractNum w:abstractNumId="0"><w:numStyleLink w:val="Ds"/></w:abstractNum>'
    f'<w:abstractNum w:abstractNumId="1"><w:styleLink w:val="Ds"/>{ROMAN}</w:abstractNum>'
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
)


def test_a_list_may_be_that_of_a_numbering_style():
    assert shown("level=0 |", numbering=LINKED) == "I.⇥"


def test_a_style_may_be_bound_to_a_level():
    levels = numbering((0, 1, "decimal", "%1.", ""), (1, 1, "decimal", "%1.%2", '<w:pStyle w:val="Muc"/>'))
    style = (
        '<w:style w:type="paragraph" w:styleId="Muc"><w:name w:val="Mục"/>'
        '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    )
    assert shown("level=0 |\nstyle=Muc |", numbering=levels, styles=style) == "1.⇥1.1⇥"
