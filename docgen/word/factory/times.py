"""`python -m docgen.word.factory.times REGULAR.ttf BOLD.ttf`: write the tables of widths in docgen.rules.

Tinos and Liberation Serif have the widths of Times New Roman; a test proves that the committed tables are
what the installed font says.
"""

import sys
from collections import defaultdict
from pathlib import Path

from fontTools.ttLib import TTFont

_RULES = Path(__file__).parents[2] / "rules"
TABLES = {face: _RULES / f"times_{face.lower()}.toml" for face in ("Regular", "Bold")}
"""The tables by the face that they are of."""

_RANGES = ((0x20, 0x7E), (0xA0, 0x17F), (0x1A0, 0x1B0), (0x1EA0, 0x1EF9), (0x2013, 0x201D), (0x2026, 0x2026))
_HEADER = """\
# Advance widths of Times New Roman {face} in 1/{units} em: each width with the characters that have it.
# Written by `python -m docgen.word.factory.times` from a font of equal metrics; not edited by hand.

units_per_em = {units}

[characters]
"""


def table(font: TTFont, face: str) -> str:
    """Return the widths of `font`, which is a `face` of `TABLES`, as TOML."""
    names, advances = font.getBestCmap(), font["hmtx"]
    characters: defaultdict[int, str] = defaultdict(str)
    for code in (code for low, high in _RANGES for code in range(low, high + 1) if code in names):
        characters[advances[names[code]][0]] += _escaped(code)
    rows = "".join(f'{width} = "{letters}"\n' for width, letters in sorted(characters.items()))
    return _HEADER.format(face=face, units=font["head"].unitsPerEm) + rows


def _escaped(code: int) -> str:
    """Write a character in TOML: quotes, the backslash and what cannot be seen by their code."""
    letter = chr(code)
    return letter if letter.isprintable() and letter not in {'"', "\\"} else f"\\u{code:04X}"


if __name__ == "__main__":
    for (face, path), font in zip(TABLES.items(), sys.argv[1:], strict=True):
        path.write_text(table(TTFont(font), face), "utf-8")
