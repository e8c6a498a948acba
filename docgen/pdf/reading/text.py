"""Characters of a run as they are shown: composed, in capitals, in the font of their script."""

import unicodedata
from collections.abc import Iterator
from dataclasses import replace
from itertools import groupby

from docgen.pdf.description import Text
from docgen.word.formatting import RunFormat

NO_BREAK_HYPHEN = "\u2011"
SOFT_HYPHEN = "\u00ad"
SMALL_CAPITALS = 0.8

_ASIAN = (
    ("\u1100", "\u11ff"),
    ("\u2e80", "\ua4cf"),
    ("\uac00", "\ud7ff"),
    ("\uf900", "\ufaff"),
    ("\ufe30", "\ufe4f"),
    ("\uff00", "\uffef"),
    ("\U00020000", "\U0003ffff"),
)
"""Blocks of East Asian letters, each by its first and last."""

_SPACES = str.maketrans("\t\n\r", "   ")
"""A line of XML may end in a text; it is a space there."""


def letters(text: str, face: RunFormat) -> Iterator[Text]:
    """Yield the text composed (NFC), in capitals where the face asks for them, large or small."""
    composed = unicodedata.normalize("NFC", text)
    if not composed.isprintable():
        composed = composed.translate(_SPACES)
    for piece in _by_script(composed, face) if face.asian_font else (Text(composed, face),):
        yield from _capitals(piece.text, piece.face)


def _capitals(text: str, face: RunFormat) -> Iterator[Text]:
    if face.small_caps and not face.caps:
        small = replace(face, size=face.size * SMALL_CAPITALS, line_size=face.size)
        for is_small, found in groupby(text, str.islower):
            yield Text("".join(found).upper(), small if is_small else face)
    elif text:
        yield Text(text.upper() if face.caps else text, face)


def _by_script(text: str, face: RunFormat) -> Iterator[Text]:
    western = replace(face, asian_font="")
    if not any(map(_is_asian, text)):
        yield Text(text, western)
        return
    asian = replace(western, font=face.asian_font)
    for is_asian, found in groupby(text, _is_asian):
        yield Text("".join(found), asian if is_asian else western)


def _is_asian(char: str) -> bool:
    return any(first <= char <= last for first, last in _ASIAN)
