"""A workbook as bytes that are the same for the same content: no clock, no machine."""

from datetime import date
from io import BytesIO
from zipfile import ZipFile

from lxml import etree
from openpyxl import Workbook

from docgen.package import WORKBOOK, parse_xml
from docgen.word.archive import archive, entry
from docgen.word.ooxml import DCTERMS

_TYPES, _CORE = "[Content_Types].xml", "docProps/core.xml"


def packed(book: Workbook, issued_on: date | None) -> bytes:
    """Return the file of a workbook; the only day that its properties tell is that of issue."""
    memory = BytesIO()
    book.save(memory)
    with ZipFile(memory) as made:
        parts = {name: made.read(name) for name in made.namelist()}
    parts[_CORE] = _timeless(parts[_CORE], issued_on)
    types_first = sorted(parts, key=lambda name: (name != _TYPES, name))
    return archive(entry(name, parts[name]) for name in types_first)


def _timeless(core: bytes, issued_on: date | None) -> bytes:
    """Take out of the core properties when the file was made; openpyxl always tells it."""
    root = parse_xml(core, _CORE, WORKBOOK)
    for name in ("created", "modified"):
        for node in root.findall(DCTERMS + name):
            if issued_on and name == "created":
                node.text = f"{issued_on}T00:00:00Z"
            else:
                root.remove(node)
    return etree.tostring(root, encoding="UTF-8", standalone=True)
