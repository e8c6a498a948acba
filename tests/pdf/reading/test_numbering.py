"""Automatic numbers as text."""

import pytest
from described import blocks, shown

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
