"""The bones of a Word file: what its styles need, and nothing of its text."""

import io
import zipfile
from typing import Any

import docx

from docgen.word.package import Package

_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_CONTENT = "application/vnd.openxmlformats-officedocument"
_CONTENT_TYPES = {
    "document": f"{_CONTENT}.wordprocessingml.document.main+xml",
    "styles": f"{_CONTENT}.wordprocessingml.styles+xml",
    "numbering": f"{_CONTENT}.wordprocessingml.numbering+xml",
    "theme": f"{_CONTENT}.theme+xml",
}
_EMPTY = {
    "document": f'<w:document xmlns:w="{_WORD}"><w:body/></w:document>'.encode(),
    "styles": f'<w:styles xmlns:w="{_WORD}"/>'.encode(),
}


def skeleton(package: Package) -> Any:
    """Return a python-docx document with the styles, numbering and theme of `package` and nothing else.

    docx-plus needs no more of a file, and a file with dead relationships cannot stop python-docx here.
    """
    parts = _EMPTY | _needed_parts(package)
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("[Content_Types].xml", _content_types(parts))
        archive.writestr("_rels/.rels", _relationships({"officeDocument": "document.xml"}))
        links = {name: f"{name}.xml" for name in parts if name != "document"}
        archive.writestr("_rels/document.xml.rels", _relationships(links))
        for name, data in parts.items():
            archive.writestr(f"{name}.xml", data)
    return docx.Document(buffer)


def _needed_parts(package: Package) -> dict[str, bytes]:
    """Return the parts of the cascade; the theme only where something points to it, for reading it costs."""
    found = {name: package.related(package.main, name) for name in ("styles", "numbering", "theme")}
    parts = {name: package.parts[names[0]] for name, names in found.items() if names}
    if not any(b'Theme="' in part or b"themeColor" in part for part in package.parts.values()):
        parts.pop("theme", None)
    return parts


def _content_types(parts: dict[str, bytes]) -> str:
    rows = "".join(f'<Override PartName="/{n}.xml" ContentType="{_CONTENT_TYPES[n]}"/>' for n in parts)
    rels = (
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    )
    return f'<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">{rels}{rows}</Types>'


def _relationships(targets: dict[str, str]) -> str:
    rows = "".join(f'<Relationship Id="{n}" Type="{_OFFICE}/{n}" Target="{t}"/>' for n, t in targets.items())
    namespace = "http://schemas.openxmlformats.org/package/2006/relationships"
    return f'<Relationships xmlns="{namespace}">{rows}</Relationships>'
