"""The one guarded door through which a DOCX is opened (ECMA-376, Part 2: Open Packaging Conventions).

Nothing of a file is inflated before its directory has been found harmless; nothing is fetched, and no part
may declare a DTD. What cannot be opened is told in Vietnamese: what is wrong and how to mend it.
"""

import io
import posixpath
import stat
import zipfile
import zlib
from collections import Counter
from dataclasses import dataclass, field
from typing import TypeAlias

from lxml import etree

from docgen.errors import InvalidInputError, RefusedError

Element: TypeAlias = etree._Element  # noqa: SLF001 - lxml has no public name for its element type

MAX_BYTES = 100 * 2**20
MAX_RATIO = 100
RATIO_FLOOR = 10 * 2**20
MAX_ENTRIES = 2_000

_SNIFFED = 1024
_KB, _MB, _GB = 2**10, 2**20, 2**30
_OLE2 = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ZIP = b"PK"
_ENCRYPTED_STREAM = "EncryptedPackage".encode("utf-16-le")
_FOREIGN = {
    b"%PDF": "PDF",
    b"{\\rtf": "RTF",
    b"<": "HTML hoặc XML",
    b"\x89PNG": "ảnh PNG",
    b"\xff\xd8\xff": "ảnh JPEG",
}
_TRANSITIONAL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_STRICT = "http://purl.oclc.org/ooxml/officeDocument/relationships"
_RELATIONSHIP = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_SAVE_AGAIN = "Hãy mở bằng Word, chọn “Lưu dưới dạng” rồi chọn “Word Document (.docx)”."
_SEND_AGAIN = "Hãy mở tệp bằng Word để kiểm tra, lưu lại rồi thử lần nữa."
_BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, RuntimeError, NotImplementedError)


@dataclass(frozen=True)
class Relationship:
    """One arrow of the package: from a part to another part (`target`, its full name) or to the outside."""

    id: str
    type: str
    target: str
    external: bool


@dataclass(frozen=True)
class Package:
    """The parts of a DOCX by name ("word/document.xml"), in the order of the file."""

    parts: dict[str, bytes]
    _relationships: dict[str, dict[str, Relationship]] = field(
        default_factory=dict, compare=False, repr=False
    )

    @property
    def main(self) -> str:
        """The name of the main document part, as the package's own relationships give it."""
        return self.related("", "officeDocument")[0]

    def xml(self, name: str) -> Element:
        """Parse the part `name` afresh; the tree belongs to the caller.

        Raises:
            InvalidInputError: the part is missing or not well-formed.
            RefusedError: the part declares a DTD.

        """
        if name not in self.parts:
            raise InvalidInputError(f"Tệp Word thiếu phần “{name}”.", _SEND_AGAIN)
        return parse_xml(self.parts[name], name)

    def relationships(self, part: str = "") -> dict[str, Relationship]:
        """Return the relationships of `part` by id; those of the package itself when `part` is empty."""
        if part not in self._relationships:
            self._relationships[part] = self._read_relationships(part)
        return self._relationships[part]

    def related(self, part: str, kind: str) -> tuple[str, ...]:
        """Return the parts that `part` points to by `kind` ("header", "styles" …), dead links left out."""
        wanted = f"{_TRANSITIONAL}/{kind}"
        arrows = self.relationships(part).values()
        return tuple(arrow.target for arrow in arrows if arrow.type == wanted and arrow.target in self.parts)

    def _read_relationships(self, part: str) -> dict[str, Relationship]:
        folder, name = posixpath.split(part)
        listing = posixpath.join(folder, "_rels", f"{name}.rels")
        if listing not in self.parts:
            return {}
        nodes = self.xml(listing).iter(_RELATIONSHIP)
        return {arrow.id: arrow for arrow in (_relationship(node, folder) for node in nodes)}


def open_package(data: bytes) -> Package:
    """Open the bytes of a DOCX.

    Raises:
        InvalidInputError: the bytes are not a DOCX that can be read (an old .doc, a password, a PDF …).
        RefusedError: the package is dangerous or over a limit.

    """
    _refuse_foreign(data)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            entries = archive.infolist()
            _refuse_dangerous(entries, len(data))
            parts = {entry.filename: archive.read(entry) for entry in entries if not entry.is_dir()}
    except _BROKEN as fault:
        raise InvalidInputError("Tệp bị hỏng hoặc tải lên chưa xong.", _SEND_AGAIN) from fault
    package = Package(parts)
    _refuse_other_office_files(package)
    return package


def parse_xml(data: bytes, name: str) -> Element:
    """Parse the XML of the part `name` strictly: no DTD, no entities, nothing fetched, no recovery.

    Raises:
        InvalidInputError: it is not well-formed.
        RefusedError: it declares a DTD, which OPC forbids.

    """
    if b"<!DOCTYPE" in data.replace(b"\0", b""):
        raise _dtd(name)
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as fault:
        raise InvalidInputError(
            f"Phần “{name}” của tệp Word bị hỏng: không đọc được XML.", _SEND_AGAIN
        ) from fault
    if root.getroottree().docinfo.internalDTD is not None:
        raise _dtd(name)
    return root


def _dtd(name: str) -> RefusedError:
    return RefusedError(
        f"Phần “{name}” của tệp Word có khai báo DTD; tệp nguy hiểm, không được mở.", _SAVE_AGAIN
    )


def _refuse_foreign(data: bytes) -> None:
    """Name by its first bytes what is not a zip archive."""
    if not data:
        raise InvalidInputError("Tệp rỗng (0 byte).", _SEND_AGAIN)
    if data.startswith(_OLE2) and _ENCRYPTED_STREAM in data:
        raise InvalidInputError("Tệp có mật khẩu.", "Hãy bỏ mật khẩu rồi thử lại.")
    if data.startswith(_OLE2):
        raise InvalidInputError("Đây là tệp Word 97–2003 (.doc).", _SAVE_AGAIN)
    beginning = data[:_SNIFFED].lstrip()
    for magic, kind in _FOREIGN.items():
        if beginning.startswith(magic):
            raise InvalidInputError(f"Tệp không phải DOCX (nội dung là {kind}).", _SAVE_AGAIN)
    if not data.startswith(_ZIP):
        raise InvalidInputError("Tệp không phải DOCX.", _SAVE_AGAIN)


def _refuse_dangerous(entries: list[zipfile.ZipInfo], packed: int) -> None:
    """Judge the directory of the archive; nothing has been inflated yet (zipfile never inflates past it)."""
    if len(entries) > MAX_ENTRIES:
        raise RefusedError(f"Tệp chứa quá nhiều phần ({len(entries)}; tối đa {MAX_ENTRIES}).", _SAVE_AGAIN)
    if any(entry.flag_bits & 1 for entry in entries):
        raise InvalidInputError("Tệp có mật khẩu.", "Hãy bỏ mật khẩu rồi thử lại.")
    if any(entry.compress_type not in {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED} for entry in entries):
        raise RefusedError("Tệp nén theo kiểu mà Word không dùng.", _SAVE_AGAIN)
    _refuse_bomb(sum(entry.file_size for entry in entries), packed)
    _refuse_names(entries)


def _refuse_bomb(unpacked: int, packed: int) -> None:
    if unpacked > MAX_BYTES:
        raise RefusedError(
            f"Tệp giải nén quá lớn ({_size(unpacked)}; tối đa {_size(MAX_BYTES)}).", _SAVE_AGAIN
        )
    if unpacked > RATIO_FLOOR and unpacked > MAX_RATIO * packed:
        sizes = f"{_size(packed)} giải nén thành {_size(unpacked)}"
        raise RefusedError(f"Tệp nén bất thường ({sizes}; tối đa {MAX_RATIO} lần).", _SAVE_AGAIN)


def _refuse_names(entries: list[zipfile.ZipInfo]) -> None:
    for entry in entries:
        if _is_unsafe(entry):
            raise RefusedError(f"Tệp chứa phần có tên nguy hiểm: {entry.orig_filename!r}.", _SAVE_AGAIN)
    # OPC, 6.2.2.3: part names are equal without regard to ASCII case.
    names = Counter(entry.filename.lower() for entry in entries)
    name, count = max(names.items(), key=lambda item: item[1], default=("", 0))
    if count > 1:
        raise RefusedError(f"Tệp chứa {count} phần cùng tên “{name}”.", _SAVE_AGAIN)


def _is_unsafe(entry: zipfile.ZipInfo) -> bool:
    name = entry.orig_filename
    escapes = name.startswith("/") or ":" in name or "\\" in name or "\0" in name or ".." in name.split("/")
    return escapes or stat.S_ISLNK(entry.external_attr >> 16)


def _refuse_other_office_files(package: Package) -> None:
    """Tell a strict DOCX, a workbook, a presentation or any other archive from a DOCX that can be read."""
    kinds = {arrow.type for arrow in package.relationships().values()}
    if f"{_STRICT}/officeDocument" in kinds:
        raise InvalidInputError("Tệp lưu theo kiểu “Strict Open XML Document”.", _SAVE_AGAIN)
    found = package.related("", "officeDocument")
    if not found:
        raise InvalidInputError("Tệp không phải DOCX (tệp nén không có văn bản Word bên trong).", _SAVE_AGAIN)
    application = found[0].split("/")[0]
    if kind := {"xl": "bảng tính Excel", "ppt": "bản trình chiếu PowerPoint"}.get(application):
        raise InvalidInputError(f"Tệp không phải DOCX (nội dung là {kind}).", "Hãy chọn tệp .docx.")


def _relationship(node: Element, folder: str) -> Relationship:
    target, external = node.get("Target", ""), node.get("TargetMode") == "External"
    if not external:
        target = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
    return Relationship(node.get("Id", ""), node.get("Type", ""), target, external)


def _size(count: int) -> str:
    """Write a number of bytes as an officer reads it: "1,0 GB"."""
    unit, name = next(
        (unit, name) for unit, name in ((_GB, "GB"), (_MB, "MB"), (_KB, "KB"), (1, "byte")) if count >= unit
    )
    number = f"{count / unit:.1f}".replace(".", ",")
    return f"{number.removesuffix(',0') if unit != _GB else number} {name}"
