"""B23: spaces and punctuation of each text; what is mixed in a document is in `mixed`."""

import re
from collections.abc import Iterator, Sequence

from docgen.wording.mixed import OTHER_DASHES, mixed
from docgen.wording.text import Context, Edit, Hit, Text

_DOUBLE = re.compile(r"(?<=[\w,;:.)”%])[ \u00a0]{2,3}(?=[\w“(])")
_BLANK = re.compile(r"(?:ngày|tháng|năm|số|số:|điều|khoản|kỳ) {2,3}(?=(?:tháng|năm|của|về|khoản|điều)\b)")
_BEFORE_SIGN = re.compile(r"(?<=[\w)”%])[ \u00a0]+(?=[,;:.!?](?:\s|$)|[,;:][^\W\d_])")
_SIGN_AND_LETTER = re.compile(r"[,;:.][^\W\d_]")
_SENTENCE_WORD = re.compile(r"(?<![\w.@/])[a-zà-ỹđ]{2,}$")
_ADDRESS = re.compile(r"://|www\.|@|\\")
_OTHER_DASH = re.compile(f"[{OTHER_DASHES}]")
_SYMBOL_DASH = re.compile(rf"(?<=[A-ZĐƯ])[\u2010\u2011{OTHER_DASHES}](?=[A-ZĐƯ])")
_SYMBOL_OTHER_DASH = re.compile(rf"[-{OTHER_DASHES}](?=\s)")

_LONGEST_WORD = 60
_QUOTED = 12
"""Letters told on each side of a slip, up to the next space."""


def spaces(texts: Sequence[Text], _context: Context) -> Iterator[Hit]:
    """Yield slips of typing: one hit a kind and text; one a document for mixed dashes and tones."""
    for text in texts:
        yield from _slips(text)
    yield from mixed(texts)


def _slips(text: Text) -> Iterator[Hit]:
    words = text.words
    if "  " in words or "\u00a0" in words:
        yield from _slip(text, _double_spaces(text), "Thừa dấu cách", "chỉ để một dấu cách")
    if any(sign in words for sign in (" ,", " ;", " :", " .", " !", " ?", "\u00a0")):
        edits = [Edit(text, *match.span(), "") for match in _BEFORE_SIGN.finditer(words)]
        yield from _slip(text, edits, "Có dấu cách trước dấu câu", "để dấu câu sát chữ đứng trước")
    yield from _slip(text, _missing_spaces(text), "Thiếu dấu cách sau dấu câu", "thêm một dấu cách")
    if (text.citations and _OTHER_DASH.search(words)) or "\u2011" in words:
        yield from _slip(text, _symbol_dashes(text), "Dấu gạch trong số, ký hiệu chưa đúng", "dùng dấu “-”")


def _slip(text: Text, edits: Sequence[Edit], wrong: str, remedy: str) -> Iterator[Hit]:
    """Yield one hit for all edits of one kind in a text, the first of them quoted."""
    if not edits:
        return
    start, end = edits[0].start, edits[-1].end
    quoted = _around(text.words, start, edits[0].end)
    count = f" ({len(edits)} chỗ)" if len(edits) > 1 else ""
    message = f"{wrong} ở “{quoted}”{count}. Hãy {remedy}."
    yield Hit("B23", text, start, end, message, expected=remedy, found=quoted, edits=tuple(edits))


def _around(words: str, start: int, end: int) -> str:
    """Return the words from `start` to `end` with the few before and after them, whole."""
    first = words.rfind(" ", 0, max(0, start - _QUOTED)) + 1
    last = words.find(" ", end + _QUOTED)
    return words[first : None if last < 0 else last].strip()


def _double_spaces(text: Text) -> list[Edit]:
    """Return edits of doubled spaces; the room a draft leaves for its number and date stays."""
    blanks = [match.span() for match in _BLANK.finditer(text.key)]
    return [
        Edit(text, *match.span(), " ")
        for match in _DOUBLE.finditer(text.words)
        if not any(start <= match.start() < end for start, end in blanks)
    ]


def _missing_spaces(text: Text) -> list[Edit]:
    """Return edits that put a space behind a sign; addresses of the web and of mail stay."""
    found = (match.start() + 1 for match in _SIGN_AND_LETTER.finditer(text.words))
    return [
        Edit(text, end, end, " ")
        for end in found
        if _is_glued(text.words, end) and not _is_in_address(text.words, end)
    ]


def _is_in_address(words: str, place: int) -> bool:
    """Tell whether what stands around `place` without a space is an address of the web, mail or a file."""
    before, after = words[max(0, place - _LONGEST_WORD) : place], words[place : place + _LONGEST_WORD]
    return bool(_ADDRESS.search(f"{before.rsplit(' ', 1)[-1]}{after.split(' ', 1)[0]}"))


def _is_glued(words: str, end: int) -> bool:
    """Tell whether the sign before `end` should be followed by a space: "kế hoạch,tổ chức", "tỉnh.Các"."""
    if words[end - 1] != ".":
        return words[max(0, end - _LONGEST_WORD) : end - 1].rstrip(" \u00a0")[-1:].isalpha()
    begins = words[end].isupper() and words[end + 1 : end + 2].islower()
    return begins and bool(_SENTENCE_WORD.search(words, max(0, end - 20), end - 1))


def _symbol_dashes(text: Text) -> list[Edit]:
    return [
        Edit(text, *match.span(), "-")
        for citation in text.citations
        for match in _SYMBOL_DASH.finditer(text.words, citation.start, citation.end)
    ]
