"""What a file is that is not of the kind wanted, told by its bytes: extensions may lie, and often do."""

from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE, getincrementaldecoder

from docgen.errors import InvalidInputError
from docgen.package.kinds import REMOVE_PASSWORD, WORD, WORKBOOK, Kind

_SNIFFED = 1024
_OLE2 = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ZIP = b"PK"
_OLE2_CONTENTS = {
    "WordDocument": "văn bản Word 97–2003",
    "Workbook": "bảng tính Excel 97–2003",
    "PowerPoint Document": "bản trình chiếu PowerPoint 97–2003",
}
_BEGINNINGS = (
    (b"{\\rtf", "RTF", (WORD,)),
    (b"MIME-Version:", "trang web lưu từ Word hoặc Excel (MHT)", (WORD, WORKBOOK)),
    (b"<", "HTML hoặc XML", (WORD, WORKBOOK)),
    (b"%PDF", "PDF", ()),
    (b"\x89PNG", "ảnh PNG", ()),
    (b"\xff\xd8\xff", "ảnh JPEG", ()),
    (b"GIF8", "ảnh GIF", ()),
    (b"II*\0", "ảnh TIFF", ()),
    (b"MM\0*", "ảnh TIFF", ()),
    (b"Rar!", "tệp nén RAR", ()),
    (b"7z\xbc\xaf", "tệp nén 7-Zip", ()),
    (b"\x1f\x8b", "tệp nén GZIP", ()),
    (b"MZ", "chương trình Windows", ()),
)
"""How files begin, what they are, and the kinds whose program can open them."""
_ARCHIVES = {
    b"application/vnd.oasis.opendocument.text": ("văn bản OpenDocument (.odt)", WORD),
    b"application/vnd.oasis.opendocument.spreadsheet": ("bảng tính OpenDocument (.ods)", WORKBOOK),
    b"application/epub+zip": ("sách điện tử (.epub)", None),
}
_APPLICATIONS = {
    "word": "văn bản Word",
    "xl": "bảng tính Excel",
    "ppt": "bản trình chiếu PowerPoint",
}
_BINARY = ".bin"


def refuse_foreign_bytes(data: bytes, kind: Kind) -> None:
    """Name what is not a zip archive.

    Raises:
        InvalidInputError: it is none.

    """
    refuse_known_bytes(data, kind)
    if not data.startswith(_ZIP):
        raise _other(kind, "văn bản thường (TXT, CSV)", openable=True) if _is_text(data) else _other(kind)


def refuse_known_bytes(data: bytes, kind: Kind) -> None:
    """Name what begins like the files of other programs, and what is empty.

    Raises:
        InvalidInputError: it is one of them.

    """
    if not data:
        raise InvalidInputError("Tệp rỗng (0 byte).", kind.check)
    if data.startswith(_OLE2):
        raise _compound_file(data, kind)
    beginning = data[:_SNIFFED].removeprefix(BOM_UTF8).lstrip()
    for magic, content, kinds in _BEGINNINGS:
        if beginning.startswith(magic):
            raise _other(kind, content, openable=kind in kinds)


def other_archive(parts: dict[str, bytes], kind: Kind) -> InvalidInputError:
    """Return the error that names a zip archive without an Office document."""
    content, fitting = _ARCHIVES.get(
        parts.get("mimetype", b"").strip(), (f"tệp nén không có {_APPLICATIONS[kind.folder]} bên trong", None)
    )
    return _other(kind, content, openable=fitting is kind)


def refuse_other_application(main: str, kind: Kind) -> None:
    """Name the file of another program that the main part `main` belongs to, or another way of storing it.

    Raises:
        InvalidInputError: it is one.

    """
    folder = main.split("/", maxsplit=1)[0]
    if folder in _APPLICATIONS and folder != kind.folder:
        raise _other(kind, _APPLICATIONS[folder])
    if main.endswith(_BINARY):
        raise InvalidInputError(f"Đây là {_APPLICATIONS[kind.folder]} nhị phân (.xlsb).", kind.save_as)


def password() -> InvalidInputError:
    """Return the error of a file with a password."""
    return InvalidInputError("Tệp có mật khẩu.", REMOVE_PASSWORD)


def _other(kind: Kind, content: str = "", *, openable: bool = False) -> InvalidInputError:
    """Return the error that says what a file is, as far as that is known, instead of the kind wanted."""
    said = f" (nội dung là {content})" if content else ""
    remedy = kind.save_as if openable else kind.choose
    return InvalidInputError(f"Tệp không phải {kind.suffix}{said}.", remedy)


def _compound_file(data: bytes, kind: Kind) -> InvalidInputError:
    """Name an OLE2 file by the streams in its directory (MS-CFB 2.6.1: names are UTF-16)."""
    if _has_stream(data, "EncryptedPackage"):
        return password()
    if any(_has_stream(data, stream) for stream in kind.streams):
        return InvalidInputError(f"Đây là {kind.old}.", kind.save_as)
    contents = (content for stream, content in _OLE2_CONTENTS.items() if _has_stream(data, stream))
    return _other(kind, next(contents, "tệp Office 97–2003"))


def _has_stream(data: bytes, name: str) -> bool:
    return name.encode("utf-16-le") in data


def _is_text(data: bytes) -> bool:
    """Whether the bytes, cut anywhere, are text in UTF-8 or, behind its mark, UTF-16."""
    wide = data.startswith((BOM_UTF16_LE, BOM_UTF16_BE))
    try:
        text = getincrementaldecoder("utf-16" if wide else "utf-8-sig")().decode(data[:_SNIFFED])
    except UnicodeDecodeError:
        return False
    return all(char.isprintable() or char.isspace() for char in text)
