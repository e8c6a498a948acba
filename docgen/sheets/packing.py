"""A workbook as bytes that are the same for the same content: no clock, no machine."""

import re
from datetime import date
from io import BytesIO
from zipfile import ZipFile

from lxml import etree
from openpyxl import Workbook

from docgen.package import WORKBOOK, parse_xml
from docgen.sheets.bulk import Bulk
from docgen.word.archive import archive, entry
from docgen.word.ooxml import DCTERMS

_DIMENSION, _END_OF_ROWS = re.compile(b'<dimension ref="[^"]*"'), b"</sheetData>"
_TYPES, _CORE = "[Content_Types].xml", "docProps/core.xml"


def packed(book: Workbook, issued_on: date | None, bulk: Bulk | None = None) -> bytes:
    """Return the file of a workbook, with rows in `bulk`; the only day that it tells is that of issue."""
    memory = BytesIO()
    book.save(memory)
    with ZipFile(memory) as made:
        parts = {name: made.read(name) for name in made.namelist()}
    parts[_CORE] = _timeless(parts[_CORE], issued_on)
    if bulk:
        parts[bulk.sheet] = _with_rows(parts[bulk.sheet], bulk)
    types_first = sorted(parts, key=lambda name: (name != _TYPES, name))
    return archive(entry(name, parts[name]) for name in types_first)


def _with_rows(sheet: bytes, bulk: Bulk) -> bytes:
    """Put rows behind those that a sheet has, and tell how far it now goes (18.3.1.35)."""
    far = _DIMENSION.sub(f'<dimension ref="A1:{bulk.last}"'.encode(), sheet, count=1)
    return far.replace(_END_OF_ROWS, bulk.rows + _END_OF_ROWS)


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
