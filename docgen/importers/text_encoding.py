"""The bytes of a text file → its letters, whichever encoding they were saved in."""

import codecs

from docgen.errors import InvalidInputError
from docgen.language.legacy import looks_legacy, to_unicode
from docgen.language.text import nfc

_MARKED = {codecs.BOM_UTF8: "utf-8-sig", codecs.BOM_UTF16_LE: "utf-16", codecs.BOM_UTF16_BE: "utf-16"}
_OLD_BYTES = "cp1252"
_HALF_COMPOSED = "cp1258"


def decoded(data: bytes) -> tuple[str, str]:
    """Return the text in NFC, and the name of its encoding where it is none of Unicode.

    Raises:
        InvalidInputError: it is no text, or its letters were lost.

    """
    for mark, encoding in _MARKED.items():
        if data.startswith(mark):
            return _strictly(data, encoding), ""
    try:
        text, name = data.decode("utf-8"), ""
    except UnicodeDecodeError:
        text, name = _old(data)
    if "\0" in text:
        raise _unreadable()
    return nfc(text), name


def _strictly(data: bytes, encoding: str) -> str:
    try:
        return nfc(data.decode(encoding))
    except UnicodeDecodeError as fault:
        raise _unreadable() from fault


def _old(data: bytes) -> tuple[str, str]:
    """Read bytes of before Unicode: TCVN3 and VNI as the signs of Windows, or Vietnamese Windows."""
    text = data.decode(_OLD_BYTES, errors="replace")
    if encoding := looks_legacy(text):
        lines = (to_unicode(line, encoding) for line in data.decode("latin-1").split("\n"))
        return "\n".join(lines), encoding.value
    try:
        return nfc(data.decode(_HALF_COMPOSED)), "Windows-1258"
    except UnicodeDecodeError as fault:
        raise _unreadable() from fault


def _unreadable() -> InvalidInputError:
    return InvalidInputError(
        "Tệp không phải văn bản đọc được (UTF-8, UTF-16, TCVN3, VNI hoặc Windows-1258).",
        "Hãy mở tệp bằng chương trình đã tạo ra nó rồi lưu lại với bảng mã (encoding) UTF-8.",
    )
