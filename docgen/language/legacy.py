"""Text typed in the Vietnamese encodings of before Unicode: TCVN3 (fonts ".Vn…") and VNI-Windows ("VNI-…").

Word keeps such text as the signs of code page 1252 that stand at the codes; only the font shows Vietnamese
letters: "Céng hßa" in .VnTime and "Coäng hoøa" in VNI-Times are both "Cộng hòa". TCVN3 has one code a letter,
among them U+00AD, the soft hyphen, which is "ư": invisible characters may be taken out only afterwards.
VNI writes most marked letters as a letter and a sign behind it.

Sources: TCVN 5712:1993 (set VN3); the key table of VNI-Windows as its fonts draw it.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from enum import Enum

from docgen.language.syllables import is_syllable


class Encoding(Enum):
    """An encoding of before Unicode; the value is its name for the officer."""

    TCVN3 = "TCVN3 (ABC)"
    TCVN3_CAPITALS = "TCVN3 (ABC), phông chữ hoa"
    VNI = "VNI-Windows"


_TONES = "\u0300\u0309\u0303\u0301\u0323"
_HAT, _BREVE = "\u0302", "\u0306"

_TCVN3_CODES = "¡¢£¤¥¦§¨©ª«¬\u00ad® µ¶·¸¹ »¼½¾Æ ÇÈÉÊË ÌÎÏÐÑ ÒÓÔÕÖ ×ØÜÝÞ ßáâãä åæçèé êëìíî ïñòóô õö÷øù úûüýþ"
_TCVN3_LETTERS = "ĂÂÊÔƠƯĐăâêôơưđ àảãáạ ằẳẵắặ ầẩẫấậ èẻẽéẹ ềểễếệ ìỉĩíị òỏõóọ ồổỗốộ ờởỡớợ ùủũúụ ừửữứự ỳỷỹýỵ"
_TCVN3 = dict(zip(_TCVN3_CODES, _TCVN3_LETTERS, strict=True))

_VNI_SINGLE = dict(zip("ôöñæóòî", "ơưđỉĩịỵ", strict=True))
_VNI_SIGNS = {
    **dict(zip("øûõùï", _TONES, strict=True)),
    "â": _HAT,
    **{sign: _HAT + tone for sign, tone in zip("àåãáä", _TONES, strict=True)},
    "ê": _BREVE,
    **{sign: _BREVE + tone for sign, tone in zip("èúüéë", _TONES, strict=True)},
}
_VNI_BASES = {"a": "âàåãáäêèúüéëøûõùï", "e": "âàåãáäøûõùï", "o": "âàåãáäøûõùï"} | dict.fromkeys(
    "uyôö", "øûõùï"
)


def _vni_small() -> Iterator[tuple[str, str]]:
    """Yield every code of VNI for a small letter, and the letter."""
    yield from _VNI_SINGLE.items()
    for base, signs in _VNI_BASES.items():
        for sign in signs.replace(" ", ""):
            letter = _VNI_SINGLE.get(base, base) + _VNI_SIGNS[sign]
            yield base + sign, unicodedata.normalize("NFC", letter)


def _vni() -> Iterator[tuple[str, str]]:
    """Yield the codes in both cases; the sign of a capital may be the small one and the other way round."""
    for code, letter in _vni_small():
        base, sign = code[0], code[1:]
        for written in (sign, sign.upper()):
            yield base + written, letter
            yield base.upper() + written, letter.upper()


_LETTERS = {Encoding.TCVN3: _TCVN3, Encoding.TCVN3_CAPITALS: _TCVN3, Encoding.VNI: dict(_vni())}
_CODES = {
    encoding: re.compile("|".join(sorted(map(re.escape, letters), key=len, reverse=True)))
    for encoding, letters in _LETTERS.items()
}
_UNICODE = re.compile("[ĂăĐđĨĩŨũƠơƯư\u1ea0-\u1ef9]")
_WORD = re.compile(r"(?:[^\W\d_]|[\u00a1-\u00ff])+")
_ASCII_LETTER = re.compile("[A-Za-z]")
_UNCASED = re.compile(r"\b[^\W\d_a-z]+(?:[^\w\n\t]+[^\W\d_a-z]+)*\b")
"""Words of TCVN3 without a small letter of ASCII, one after another on a line."""
_MARKED_SMALL = "".join(filter(str.islower, _TCVN3_LETTERS))
_CAPITAL = "[A-ZĂÂÊÔƠƯĐ]"
_IN_CAPITALS = re.compile(rf"[{_MARKED_SMALL}]{_CAPITAL}|{_CAPITAL}{{2}}[{_MARKED_SMALL}]")
_ENOUGH_WORDS = 2


def legacy_encoding(font: str) -> Encoding | None:
    """Return the encoding that a font of this name shows; None for a Unicode font.

    The TCVN3 fonts whose names end in H, as ".VnTimeH", show capitals at the codes of small letters too.
    """
    name = font.strip()
    if name.casefold().startswith("vni-"):
        return Encoding.VNI
    if not name.casefold().startswith(".vn"):
        return None
    return Encoding.TCVN3_CAPITALS if name.endswith("H") else Encoding.TCVN3


def to_unicode(text: str, encoding: Encoding) -> str:
    """Return the words that `text` shows in a font of `encoding`, as Unicode (NFC).

    Text with a Vietnamese letter that no old encoding has, as "ộ", was typed in Unicode, whatever its font is
    called, and is returned as it is. For the runs of one paragraph use `to_unicode_runs`.
    """
    if _UNICODE.search(text):
        return text
    letters = _LETTERS[encoding]
    read = unicodedata.normalize("NFC", _CODES[encoding].sub(lambda code: letters[code[0]], text))
    if encoding is Encoding.TCVN3:
        return _UNCASED.sub(_with_capitals, read)
    return read.upper() if encoding is Encoding.TCVN3_CAPITALS else read


def _with_capitals(words: re.Match[str]) -> str:
    """Return words in capitals if one of them is: TCVN3 has no "Ế", "KẾ HOẠCH" is typed "KÕ HO¹CH"."""
    return words[0].upper() if _IN_CAPITALS.search(words[0]) else words[0]


def to_unicode_runs(texts: Sequence[str], encoding: Encoding) -> list[str]:
    """Return `to_unicode` of runs that follow one another, as many as were given.

    A letter of VNI whose sign stands in a later run goes to the run of its base. One run in Unicode shows
    that all are.
    """
    if _UNICODE.search("".join(texts)):
        return list(texts)
    return [to_unicode(text, encoding) for text in _whole_letters(texts, encoding)]


def _whole_letters(texts: Sequence[str], encoding: Encoding) -> list[str]:
    """Return the runs with every sign moved to the run of the letter it belongs to."""
    whole: list[str] = []
    base_run = -1
    for run, text in enumerate(texts):
        whole.append(text)
        if base_run >= 0 and whole[base_run][-1] + text[:1] in _LETTERS[encoding]:
            whole[base_run] += text[:1]
            whole[run] = text[1:]
        base_run = run if whole[run] else base_run
    return whole


def looks_legacy(text: str) -> Encoding | None:
    """Return the old encoding in which `text`, shown in a Unicode font, makes sense; None when in doubt.

    Two different words must be Vietnamese in the old encoding alone, and twice as many as those that are not
    Vietnamese even so: French names, "25 m²" and "© 2024" are no legacy text. TCVN3 typed for a font of
    capitals cannot be told from TCVN3.
    """
    if text.isascii() or _UNICODE.search(text):
        return None
    words = {word for word in _WORD.findall(text) if _ASCII_LETTER.search(word)}
    return next((tried for tried in (Encoding.TCVN3, Encoding.VNI) if _makes_sense(words, tried)), None)


def _makes_sense(words: set[str], encoding: Encoding) -> bool:
    """Tell whether the words are Vietnamese in `encoding` and, enough of them, in nothing else."""
    read = {word: to_unicode(word, encoding) for word in words if not (word.isascii() and word.isupper())}
    only_so = sum(
        word != meant and is_syllable(meant) and not is_syllable(word) for word, meant in read.items()
    )
    senseless = sum(not is_syllable(meant) for meant in read.values())
    return only_so >= max(_ENOUGH_WORDS, 2 * senseless)
