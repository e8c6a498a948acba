"""What a file is that is no Word file, told by its bytes: extensions may lie, and often do."""

from codecs import getincrementaldecoder

from docgen.errors import InvalidInputError
from docgen.package.remedies import CHECK_IN_WORD, CHOOSE_DOCX, REMOVE_PASSWORD, SAVE_AS_DOCX

_SNIFFED = 1024
_OLE2 = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ZIP = b"PK"
_BOM = b"\xef\xbb\xbf"
_OLE2_KINDS = {
    "Workbook": "bảng tính Excel 97–2003",
    "PowerPoint Document": "bản trình chiếu PowerPoint 97–2003",
}
_WORD_CAN_OPEN = {
    b"{\\rtf": "RTF",
    b"MIME-Version:": "trang web lưu từ Word (MHT)",
    b"<": "HTML hoặc XML",
}
_WORD_CANNOT_OPEN = {
    b"%PDF": "PDF",
    b"\x89PNG": "ảnh PNG",
    b"\xff\xd8\xff": "ảnh JPEG",
    b"GIF8": "ảnh GIF",
    b"II*\0": "ảnh TIFF",
    b"MM\0*": "ảnh TIFF",
    b"Rar!": "tệp nén RAR",
    b"7z\xbc\xaf": "tệp nén 7-Zip",
    b"\x1f\x8b": "tệp nén GZIP",
    b"MZ": "chương trình Windows",
}
_ARCHIVES = {
    b"application/vnd.oasis.opendocument.text": "văn bản OpenDocument (.odt)",
    b"application/vnd.oasis.opendocument.spreadsheet": "bảng tính OpenDocument (.ods)",
    b"application/epub+zip": "sách điện tử (.epub)",
}
_OFFICE_FOLDERS = {"xl": "bảng tính Excel", "ppt": "bản trình chiếu PowerPoint"}


def refuse_foreign_bytes(data: bytes) -> None:
    """Name what is not a zip archive.

    Raises:
        InvalidInputError: it is none.

    """
    if not data:
        raise InvalidInputError("Tệp rỗng (0 byte).", CHECK_IN_WORD)
    if data.startswith(_OLE2):
        raise _compound_file(data)
    beginning = data[:_SNIFFED].removeprefix(_BOM).lstrip()
    for kinds, remedy in ((_WORD_CAN_OPEN, SAVE_AS_DOCX), (_WORD_CANNOT_OPEN, CHOOSE_DOCX)):
        for magic, kind in kinds.items():
            if beginning.startswith(magic):
                raise not_docx(kind, remedy)
    if not data.startswith(_ZIP):
        raise not_docx("văn bản thường (TXT)", SAVE_AS_DOCX) if _is_text(beginning) else not_docx()


def not_docx(kind: str = "", remedy: str = CHOOSE_DOCX) -> InvalidInputError:
    """Return the error that says that a file is no DOCX, and what it is as far as that is known."""
    said = f" (nội dung là {kind})" if kind else ""
    return InvalidInputError(f"Tệp không phải DOCX{said}.", remedy)


def other_archive(parts: dict[str, bytes]) -> InvalidInputError:
    """Return the error that names a zip archive without a Word document."""
    kind = _ARCHIVES.get(parts.get("mimetype", b"").strip(), "")
    return not_docx(kind or "tệp nén không có văn bản Word bên trong", SAVE_AS_DOCX if kind else CHOOSE_DOCX)


def refuse_other_application(main: str) -> None:
    """Name the workbook or presentation that the main part `main` belongs to.

    Raises:
        InvalidInputError: it is one.

    """
    if kind := _OFFICE_FOLDERS.get(main.split("/", maxsplit=1)[0]):
        raise not_docx(kind)


def password() -> InvalidInputError:
    """Return the error of a file with a password."""
    return InvalidInputError("Tệp có mật khẩu.", REMOVE_PASSWORD)


def _compound_file(data: bytes) -> InvalidInputError:
    """Name an OLE2 file by the streams in its directory (MS-CFB 2.6.1: names are UTF-16)."""
    if "EncryptedPackage".encode("utf-16-le") in data:
        return password()
    for stream, kind in _OLE2_KINDS.items():
        if stream.encode("utf-16-le") in data:
            return not_docx(kind)
    return InvalidInputError("Đây là tệp Word 97–2003 (.doc).", SAVE_AS_DOCX)


def _is_text(beginning: bytes) -> bool:
    """Whether the bytes, cut anywhere, are text in UTF-8."""
    try:
        text = getincrementaldecoder("utf-8")().decode(beginning)
    except UnicodeDecodeError:
        return False
    return all(char.isprintable() or char.isspace() for char in text)
