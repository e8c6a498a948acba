"""A file that a unit proves its results by: opened as what its name says, to see whether it may be kept."""

import re
from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass
from urllib.parse import unquote

from pypdfium2 import raw as pdfium

from docgen.errors import InvalidInputError, RefusedError
from docgen.package import WORD, WORKBOOK, Kind, Package, Relationship, open_package
from docgen.package.foreign import refuse_known_bytes
from docgen.services.tasks import Told
from docgen.services.tasks.opening import PDF, PHOTOGRAPHS, opened_pdf, opened_photograph

_EICAR = rb"X5O!P%@AP[4\PZX54(P^)7CC)7}" + b"$EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*"
"""What every program against viruses takes for one, to try it (eicar.org); in two pieces, or it would us."""
_PROGRAMS = {"vbaProject": "macro", "xlMacrosheet": "macro", "control": "điều khiển ActiveX"}
"""What runs inside a document, by the kind of the arrow that points to it."""
_LOADED = {"attachedTemplate": "mẫu", "oleObject": "đối tượng", "frame": "khung", "aFChunk": "đoạn văn bản"}
"""What Word fetches from elsewhere when it opens a document."""
_ELSEWHERE = re.compile(r"(?!file:)[a-z][a-z0-9+.-]+:|(?:file:)?//(?!/|localhost/)|file:////", re.IGNORECASE)
"""An address on another machine, its slashes all forward; a template on drive C: is none."""
_WITHOUT = "Hãy lưu thành PDF, hoặc bỏ phần đó rồi tải lên lại."


@dataclass(frozen=True, slots=True)
class Task:
    """Opens a file of a `kind`: docx, xlsx, pdf, jpg, png."""

    kind: str

    def __call__(self, data: bytes) -> tuple[Told, bytes]:
        """Return nothing where the file may be kept."""
        _refuse_virus([data])
        _LOOKS[self.kind](data)
        return {}, b""


def _look_at_word(data: bytes) -> None:
    _look_at(open_package(data, WORD))


def _look_at_workbook(data: bytes) -> None:
    _look_at(open_package(data, WORKBOOK))


def _look_at(package: Package) -> None:
    """Refuse a dangerous package, and one whose main part is damaged; others may be damaged."""
    _refuse_virus(package.parts.values())
    for part in ("", *package.parts):
        for arrow in package.relationships(part).values():
            _refuse_dangerous(arrow)
    package.xml(package.main)
    for part in package.parts:
        if part.endswith((".xml", ".rels")):
            with suppress(InvalidInputError):
                package.xml(part)


def _refuse_virus(contents: Iterable[bytes]) -> None:
    if any(_EICAR in content for content in contents):
        raise RefusedError("Tệp chứa mã độc.", "Hãy quét vi-rút trên máy đang dùng rồi chọn tệp khác.")


def _refuse_dangerous(arrow: Relationship) -> None:
    if not arrow.external and arrow.kind in _PROGRAMS:
        raise RefusedError(f"Tệp có {_PROGRAMS[arrow.kind]}; tệp nguy hiểm, không được nhận.", _WITHOUT)
    address = unquote(arrow.target).replace("\\", "/").strip()
    if arrow.external and arrow.kind in _LOADED and _ELSEWHERE.match(address):
        message = f"Tệp tải {_LOADED[arrow.kind]} từ máy khác khi mở; tệp nguy hiểm, không được nhận."
        raise RefusedError(message, _WITHOUT)


def _look_at_pdf(data: bytes) -> None:
    _refuse_other(data, PDF, "tệp PDF", "PDF")
    with opened_pdf(data) as document:
        if pdfium.FPDFDoc_GetJavaScriptActionCount(document):
            message = "Tệp có mã tự chạy (JavaScript); tệp nguy hiểm, không được nhận."
            raise RefusedError(message, "Hãy in tệp ra PDF rồi tải lên bản đó.")
        document[0].close()


def _look_at_jpeg(data: bytes) -> None:
    _refuse_other(data, PHOTOGRAPHS["JPEG"], "ảnh JPEG", "JPG")
    _look_at_photograph(data)


def _look_at_png(data: bytes) -> None:
    _refuse_other(data, PHOTOGRAPHS["PNG"], "ảnh PNG", "PNG")
    _look_at_photograph(data)


def _look_at_photograph(data: bytes) -> None:
    with opened_photograph(data) as image:
        image.load()


def _refuse_other(data: bytes, beginning: bytes, called: str, suffix: str) -> None:
    """Refuse what does not begin like a file of its kind, and say what it is where that is known."""
    if data.startswith(beginning):
        return
    kind = Kind(called, suffix, program="", folder="", saved_as="", old="", streams=())
    refuse_known_bytes(data, kind)
    said = " (nội dung là tệp nén hoặc tệp Office)" if data.startswith(b"PK") else ""
    raise InvalidInputError(f"Tệp không phải {suffix}{said}.", kind.choose)


_LOOKS: dict[str, Callable[[bytes], None]] = {
    "docx": _look_at_word,
    "xlsx": _look_at_workbook,
    "pdf": _look_at_pdf,
    "jpg": _look_at_jpeg,
    "png": _look_at_png,
}
