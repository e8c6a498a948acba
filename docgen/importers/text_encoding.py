"""The bytes of a text file → its letters, whichever encoding they were saved in, or were misread in."""

import codecs
import re
from collections.abc import Iterator
from dataclasses import dataclass

from docgen.errors import InvalidInputError, RefusedError
from docgen.language.legacy import Encoding, looks_legacy, to_unicode
from docgen.language.text import nfc
from docgen.model.finding import Finding, Severity
from docgen.package.foreign import refuse_known_bytes
from docgen.package.kinds import SPLIT, TEXT

MAX_BYTES = 4_000_000
"""Bytes in a scanned text: a thousand pages; the 2025 plan has 41,000."""

_MARKED = {codecs.BOM_UTF8: "utf-8-sig", codecs.BOM_UTF16_LE: "utf-16", codecs.BOM_UTF16_BE: "utf-16"}
_WIDE = ("utf-16-le", "utf-16-be")
_ZIP = b"PK\x03\x04"
_OLD_BYTES, _HALF_COMPOSED = "cp1252", "cp1258"

_LATIN = re.compile("[\t\n\r -~\u00c0-\u024f\u0300-\u036f\u1e00-\u1eff]")
_MOST = 0.9
"""The share of letters, signs and blanks of a Latin script in a text that is one."""
_MISREADINGS = 3
"""How often a text may have been misread, one time over another."""
_LOST = re.compile("\ufffd+|(?<=[^\\W\\d_])\\?+(?=[^\\W\\d_])")
_BEARABLE = 1 / 50
"""The share of words with lost letters from which a text is refused; a few marks may be meant."""
_SAVE = "Hãy mở tệp bằng chương trình đã tạo ra nó rồi lưu lại với bảng mã (encoding) UTF-8."


@dataclass(frozen=True)
class Decoded:
    """A text in NFC, and what is told of how it was saved."""

    text: str
    findings: tuple[Finding, ...] = ()


def decoded(data: bytes) -> Decoded:
    """Return the text of a file.

    Raises:
        InvalidInputError: it is no text, says nothing, or its letters were lost.
        RefusedError: it is bigger than `MAX_BYTES`.

    """
    if len(data) > MAX_BYTES:
        raise RefusedError(f"Tệp văn bản dài {len(data)} byte; tối đa {MAX_BYTES} byte.", SPLIT)
    refuse_known_bytes(data, TEXT)
    if data.startswith(_ZIP):
        raise InvalidInputError("Tệp không phải TXT (nội dung là tệp Word, Excel hoặc tệp nén).", TEXT.choose)
    read = _read(data)
    if not read.text.strip("\ufeff \t\r\n\f\v\u00a0"):
        raise InvalidInputError("Tệp rỗng: không có chữ nào.", TEXT.check)
    _refuse_lost(read.text)
    return Decoded(nfc(read.text), read.findings)


def _read(data: bytes) -> Decoded:
    for mark, encoding in _MARKED.items():
        if data.startswith(mark):
            return Decoded(_strictly(data, encoding))
    if b"\0" in data:
        return Decoded(_wide(data))
    try:
        return _respelled(data.decode("utf-8"))
    except UnicodeDecodeError:
        return _old(data)


def _strictly(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as fault:
        raise _unreadable() from fault


def _wide(data: bytes) -> str:
    """Read UTF-16 without a mark: one of its two orders gives Latin letters."""
    for encoding in _WIDE:
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if len(_LATIN.findall(text)) > _MOST * len(text):
            return text
    raise _unreadable()


def _respelled(text: str) -> Decoded:
    """Put right what was saved in UTF-8 with wrong letters: misread UTF-8, or signs of an old encoding."""
    if encoding := looks_legacy(text):
        return _of_old(text, encoding)
    lines = [_reread(line) for line in text.split("\n")]
    if lines == text.split("\n"):
        return Decoded(text)
    message = "chữ bị đọc nhầm bảng mã (như “Káº¿ hoáº¡ch”); đã khôi phục thành “Kế hoạch”."
    return Decoded("\n".join(lines), (_told("bang-ma-nham", message),))


def _reread(line: str) -> str:
    """Return a line whose bytes of UTF-8 were taken for letters of Windows as it was meant."""
    for _ in range(_MISREADINGS):
        try:
            meant = b"".join(_bytes_of(line)).decode("utf-8")
        except UnicodeError:
            break
        if meant == line:
            break
        line = meant
    return line


def _bytes_of(line: str) -> Iterator[bytes]:
    """Yield the byte that Windows shows as each letter, or the code of a control."""
    for letter in line:
        try:
            yield letter.encode(_OLD_BYTES)
        except UnicodeEncodeError:
            yield letter.encode("latin-1")


def _old(data: bytes) -> Decoded:
    """Read bytes of before Unicode: TCVN3 and VNI as the signs of Windows, or Vietnamese Windows."""
    if encoding := looks_legacy(data.decode(_OLD_BYTES, errors="replace")):
        return _of_old(data.decode("latin-1"), encoding)
    text = _strictly(data, _HALF_COMPOSED)
    return Decoded(text, (_told_old("Windows-1258"),))


def _of_old(text: str, encoding: Encoding) -> Decoded:
    """Read the signs of an old encoding line by line: one that is in Unicode stays."""
    lines = (to_unicode(line, encoding) for line in text.split("\n"))
    return Decoded("\n".join(lines), (_told_old(encoding.value),))


def _refuse_lost(text: str) -> None:
    lost = len(_LOST.findall(text))
    if lost > 1 and lost > _BEARABLE * len(text.split()):
        raise InvalidInputError(
            f"Tệp đã mất chữ: {lost} chữ có dấu bị thay bằng “?” (như “K? ho?ch”), không khôi phục được.",
            "Hãy lấy lại tệp gốc rồi lưu với bảng mã (encoding) UTF-8.",
        )


def _told_old(encoding: str) -> Finding:
    return _told("bang-ma-cu", f"tệp dùng bảng mã cũ {encoding}; đã chuyển sang Unicode.")


def _told(code: str, message: str) -> Finding:
    return Finding(code=code, severity=Severity.WARNING, place="", message=message, remedy="Hãy đọc lại.")


def _unreadable() -> InvalidInputError:
    return InvalidInputError(
        "Tệp không phải văn bản đọc được (UTF-8, UTF-16, TCVN3, VNI hoặc Windows-1258).", _SAVE
    )
