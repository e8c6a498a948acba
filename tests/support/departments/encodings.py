"""Words as keyboards of other days and other makes leave them in a file."""

import re
import unicodedata
from collections.abc import Callable, Iterator

from docgen.language.legacy import Encoding, to_unicode

_SMALL = "àáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵđ"
_SIGNS = "".join(chr(code) for code in range(0xA1, 0x100))


def _codes(encoding: Encoding) -> dict[str, str]:
    """Return how `encoding` writes every marked letter it has: the inverse of how it is read."""
    tried = (*_SIGNS, *(base + sign for base in "aeouyöôAEOUYÖÔ" for sign in _SIGNS))
    read = {code: to_unicode(code, encoding) for code in tried}
    letters = {*_SMALL, *_SMALL.upper()}
    return {letter: code for code, letter in reversed(read.items()) if letter in letters and code != letter}


_TCVN3 = _codes(Encoding.TCVN3)
_VNI = _codes(Encoding.VNI)
SAME = str.maketrans({"“": '"', "”": '"', "‘": "'", "’": "'", "–": "-", "…": "..."})

Typed = Callable[[str], Iterator[tuple[str, str]]]
"""Words as stretches of (font, signs)."""


def tcvn3(words: str) -> Iterator[tuple[str, str]]:
    """Type in .VnTime; capitals that it lacks, and lines of capitals, are small letters in .VnTimeH."""
    words = words.translate(SAME)
    if any(letter.isalpha() for letter in words) and words == words.upper():
        yield ".VnTimeH", _signs(words.lower(), _TCVN3)
        return
    for lacking, stretch in re.findall(f"([{''.join(_lacking())}]+)|([^{''.join(_lacking())}]+)", words):
        yield (
            (".VnTimeH", _signs(lacking.lower(), _TCVN3))
            if lacking
            else (
                ".VnTime",
                _signs(stretch, _TCVN3),
            )
        )


def _lacking() -> list[str]:
    return [letter for letter in _SMALL.upper() if letter not in _TCVN3]


def vni(words: str) -> Iterator[tuple[str, str]]:
    """Type in VNI-Times."""
    yield "VNI-Times", _signs(words.translate(SAME), _VNI)


def _signs(words: str, codes: dict[str, str]) -> str:
    return "".join(codes.get(letter, letter) for letter in words)


def on_a_mac(words: str) -> Iterator[tuple[str, str]]:
    """Type letters and their marks apart (NFD)."""
    yield "", unicodedata.normalize("NFD", words)


def hastily(words: str) -> Iterator[tuple[str, str]]:
    """Type two blanks behind commas, blanks that do not break before figures, hyphens that break "nghiệp"."""
    spaced = re.sub(r"(?<=,) (?=\w)", "  ", words)
    bound = re.sub(r"(số|áng|ăm|Quý) (?=[\dIV])", "\\1\u00a0", spaced)
    yield "", bound.replace("nghiệp", "ngh\u00adiệp")


def as_said(words: str) -> Iterator[tuple[str, str]]:
    """Type words as they are."""
    yield "", words
