"""Which font file is taken for a name: asked of fontconfig, in the words that LibreOffice asks it with.

The library is called directly: a first answer takes 7 ms and each further one 0.1 ms, where the command
`fc-match` takes 8 ms every time.
"""

import ctypes
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from itertools import count, takewhile
from typing import Any

from docgen.errors import MissingError

_LIBRARY = "libfontconfig.so.1"
_REMEDY = "Hãy cài: sudo apt-get install libfontconfig1, rồi chạy lại."
_NORMAL, _MEDIUM, _BOLD = 80, 100, 200
_ROMAN, _ITALIC = 0, 100
_FOR_MATCHING, _FOUND, _TRUE = 0, 0, 1
"""Figures of fontconfig.h: weights, slants, FcMatchPattern, FcResultMatch and FcTrue."""


@dataclass(frozen=True, slots=True)
class Match:
    """A font file and the names of its family, the usual one first; `bold` and `italic` were asked for.

    `bold_made` and `italic_made` say that a style was asked for which the file does not have.
    """

    path: str
    index: int
    families: tuple[str, ...]
    bold: bool
    italic: bool
    bold_made: bool
    italic_made: bool

    def is_called(self, name: str) -> bool:
        """Whether `name` is one of the names of the family, whatever its spaces and capitals."""
        return plain(name) in map(plain, self.families)


def plain(name: str) -> str:
    """Return the name of a family as LibreOffice compares names: without spaces and capitals."""
    return "".join(name.split()).lower()


@cache
def match(family: str, *, bold: bool, italic: bool, char: str = "") -> Match | None:
    """Return the font nearest to a family and style, one with the letter `char` if there is any.

    None when no font at all is installed.

    Raises:
        MissingError: fontconfig is not installed.

    """
    with_pattern = _library()
    pattern = with_pattern.FcPatternCreate()
    _describe(pattern, family, (_BOLD if bold else _NORMAL, _ITALIC if italic else _ROMAN), char)
    result = ctypes.c_int()
    found = with_pattern.FcFontMatch(None, pattern, ctypes.byref(result))
    with_pattern.FcPatternDestroy(pattern)
    if not found:
        return None
    answer = _read(found, bold=bold, italic=italic)
    with_pattern.FcPatternDestroy(found)
    return answer


def _describe(pattern: int, family: str, style: tuple[int, int], char: str) -> None:
    """Write a question into a pattern, and what the system's configuration adds to it."""
    library = _library()
    library.FcPatternAddBool(pattern, b"scalable", _TRUE)
    library.FcPatternAddString(pattern, b"family", family.encode())
    for name, value in zip((b"weight", b"slant"), style, strict=True):
        library.FcPatternAddInteger(pattern, name, value)
    if char:
        letters = library.FcCharSetCreate()
        library.FcCharSetAddChar(letters, ord(char))
        library.FcPatternAddCharSet(pattern, b"charset", letters)
        library.FcCharSetDestroy(letters)
    library.FcConfigSubstitute(None, pattern, _FOR_MATCHING)
    library.FcDefaultSubstitute(pattern)


def _read(found: int, *, bold: bool, italic: bool) -> Match:
    library = _library()
    weight = _value(found, b"weight", ctypes.c_double, library.FcPatternGetDouble) or _NORMAL
    slant = _value(found, b"slant", ctypes.c_int, library.FcPatternGetInteger)
    thickened = _value(found, b"embolden", ctypes.c_int, library.FcPatternGetBool)
    slanted = _value(found, b"matrix", ctypes.c_void_p, library.FcPatternGetMatrix)
    return Match(
        path=_text(found, b"file") or "",
        index=_value(found, b"index", ctypes.c_int, library.FcPatternGetInteger) or 0,
        families=_families(found),
        bold=bold,
        italic=italic,
        bold_made=bold and bool(thickened or weight <= _MEDIUM),
        italic_made=italic and bool(slanted or slant == _ROMAN),
    )


def _families(found: int) -> tuple[str, ...]:
    names = (_text(found, b"family", place) for place in count())
    return tuple(name for name in takewhile(bool, names) if name)


def _text(found: int, name: bytes, place: int = 0) -> str | None:
    value = _value(found, name, ctypes.c_char_p, _library().FcPatternGetString, place)
    return value.decode() if isinstance(value, bytes) else None


def _value(found: int, name: bytes, kind: Callable[[], Any], get: Callable[..., int], place: int = 0) -> Any:
    """Return the value that a pattern has at a place under a name, or None."""
    value = kind()
    return value.value if get(found, name, place, ctypes.byref(value)) == _FOUND else None


@cache
def _library() -> ctypes.CDLL:
    try:
        library = ctypes.CDLL(_LIBRARY)
    except OSError as error:
        raise MissingError("Máy chưa có fontconfig để tìm phông chữ cho PDF.", _REMEDY) from error
    for name in ("FcPatternCreate", "FcFontMatch", "FcCharSetCreate"):
        getattr(library, name).restype = ctypes.c_void_p
    for name, kinds in _ARGUMENTS.items():
        getattr(library, name).argtypes = kinds
    return library


_POINTER, _TEXT, _WHOLE = ctypes.c_void_p, ctypes.c_char_p, ctypes.c_int
_ARGUMENTS: dict[str, tuple[Any, ...]] = {
    "FcPatternAddBool": (_POINTER, _TEXT, _WHOLE),
    "FcPatternAddString": (_POINTER, _TEXT, _TEXT),
    "FcPatternAddInteger": (_POINTER, _TEXT, _WHOLE),
    "FcPatternAddCharSet": (_POINTER, _TEXT, _POINTER),
    "FcPatternGetString": (_POINTER, _TEXT, _WHOLE, _POINTER),
    "FcPatternGetInteger": (_POINTER, _TEXT, _WHOLE, _POINTER),
    "FcPatternGetDouble": (_POINTER, _TEXT, _WHOLE, _POINTER),
    "FcPatternGetBool": (_POINTER, _TEXT, _WHOLE, _POINTER),
    "FcPatternGetMatrix": (_POINTER, _TEXT, _WHOLE, _POINTER),
    "FcPatternDestroy": (_POINTER,),
    "FcCharSetAddChar": (_POINTER, ctypes.c_uint32),
    "FcCharSetDestroy": (_POINTER,),
    "FcConfigSubstitute": (_POINTER, _POINTER, _WHOLE),
    "FcDefaultSubstitute": (_POINTER,),
    "FcFontMatch": (_POINTER, _POINTER, _POINTER),
}
"""Without their kinds, pointers would be cut to 32 bits."""
