"""The parts of a workbook, as the door opened them (ECMA-376, Part 1, clause 18): sheets, texts, formats."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property

from openpyxl.styles.numbers import BUILTIN_FORMATS
from openpyxl.utils import column_index_from_string
from openpyxl.utils.datetime import MAC_EPOCH, WINDOWS_EPOCH

from docgen.errors import InvalidInputError
from docgen.package import Element, Package
from docgen.word.ooxml import R, number

S = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"

LOST = "lost"
"""The type of a cell whose text is not where the cell says."""

_LONGEST_FORMAT = 255
_INSIDE = (f"{S}f", f"{S}v", f"{S}is")
_CELL = f"{S}c"
_ON = frozenset({"1", "true"})
_GENERAL = "General"
_ADDRESS = re.compile(r"\$?([A-Z]{1,3})\$?(\d+)?")


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet by name: its part, whether it is hidden, and what it is ("worksheet", "chartsheet" …)."""

    name: str
    part: str
    hidden: bool
    kind: str


@dataclass(frozen=True, slots=True)
class RawCell:
    """A cell as the file has it: its place from 1, the type and text of its value, its number format.

    `value` is None where the file has none; `formula` is the text of a formula, None where there is none.
    """

    row: int
    column: int
    type: str
    value: str | None
    format: str
    formula: str | None = None


class Book:
    """The parts of a workbook that its sheets share."""

    def __init__(self, package: Package) -> None:
        self.package = package
        self._root = package.xml(package.main)
        if self._root.tag != f"{S}workbook":
            raise InvalidInputError("Tệp không phải XLSX.", package.kind.choose)
        self._strings, self._formats = _strings(package), _formats(package)

    @cached_property
    def sheets(self) -> tuple[Sheet, ...]:
        """The sheets in their order, hidden ones too."""
        links = self.package.relationships(self.package.main)
        return tuple(
            Sheet(node.get("name", ""), link.target, node.get("state", "visible") != "visible", link.kind)
            for node in self._root.iterfind(f"{S}sheets/{S}sheet")
            if (link := links.get(node.get(f"{R}id", "")))
        )

    @cached_property
    def epoch(self) -> datetime:
        """The day that dates are counted from: of Windows, or of old Macintosh (18.2.28)."""
        properties = self._root.find(f"{S}workbookPr")
        return MAC_EPOCH if properties is not None and is_on(properties, "date1904") else WINDOWS_EPOCH

    def cells(self, root: Element) -> Iterator[RawCell]:
        """Yield the cells of a sheet that exist, in the order of the file."""
        row = 0
        for node in root.iterfind(f"{S}sheetData/{S}row"):
            row = number(node.get("r"), row + 1)
            column = 0
            for cell in node.iterchildren(_CELL):
                column = column_of(cell.get("r", "")) or column + 1
                yield self._cell(cell, row, column)

    def _cell(self, cell: Element, row: int, column: int) -> RawCell:
        inside = {child.tag: child for child in cell}
        formula, value, inline = (inside.get(name) for name in _INSIDE)
        kind, text = cell.get("t", "n"), None if value is None else value.text or ""
        if kind == "s" and text is not None:
            text = self._shared(text)
            kind = LOST if text is None else "str"
        elif kind == "inlineStr":
            kind, text = "str", None if inline is None else words(inline)
        style = number(cell.get("s"))
        known = 0 <= style < len(self._formats)
        return RawCell(
            row,
            column,
            kind,
            text,
            self._formats[style] if known else _GENERAL,
            None if formula is None else formula.text or "",
        )

    def _shared(self, place: str) -> str | None:
        at = number(place, -1)
        return self._strings[at] if 0 <= at < len(self._strings) else None


def _strings(package: Package) -> tuple[str, ...]:
    """Return the shared texts (18.4.8)."""
    parts = package.related(package.main, "sharedStrings")
    return tuple(words(node) for part in parts for node in package.xml(part).iterfind(f"{S}si"))


def _formats(package: Package) -> tuple[str, ...]:
    """Return the number format of each cell style (18.8.10, 18.8.30), no longer than Excel allows."""
    found: list[str] = []
    for part in package.related(package.main, "styles"):
        root = package.xml(part)
        own = {
            number(node.get("numFmtId"), -1): node.get("formatCode", _GENERAL)[:_LONGEST_FORMAT]
            for node in root.iterfind(f"{S}numFmts/{S}numFmt")
        }
        known: dict[int, str] = BUILTIN_FORMATS | own
        styles = root.iterfind(f"{S}cellXfs/{S}xf")
        found += (known.get(number(node.get("numFmtId")), _GENERAL) for node in styles)
    return tuple(found)


def words(node: Element) -> str:
    """Return the text of a string item (18.4.8) or an inline string: its runs, without readings of signs."""
    pieces = (piece for child in node for piece in ((child,) if child.tag == f"{S}t" else _run(child)))
    return "".join(piece.text or "" for piece in pieces)


def _run(node: Element) -> list[Element]:
    return node.findall(f"{S}t") if node.tag == f"{S}r" else []


def column_of(address: str) -> int:
    """Return the column of an address like "C14", from 1; 0 when it is none."""
    found = _ADDRESS.match(address)
    return column_index_from_string(found[1]) if found else 0


def is_on(node: Element, name: str) -> bool:
    """Read an attribute that is on or off."""
    return node.get(name) in _ON
