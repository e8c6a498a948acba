"""Strict OOXML as transitional: the same words under other names (ECMA-376, Part 1 against Part 4).

Word writes it as “Strict Open XML Document”. Elements differ by their namespace alone; some values are
spelled otherwise: measures carry a unit, shares a sign, and the sides of a line are its start and end.
"""

import re
from typing import cast

from lxml import etree

from docgen.package.kinds import Kind
from docgen.package.xml import WORDPROCESSING, Element, parse_xml

_URI = re.compile(rb'(?<==")http://purl\.oclc\.org/ooxml/(\w+)/(\w+)')
_MARK = b"http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument"
_W = f"{{{WORDPROCESSING}}}"
_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_VALUE = f"{_W}val"

_MEASURE = re.compile(r"(-?\d+(?:\.\d+)?)(pt|mm|cm|in|pc|pi)")
_SHARE = re.compile(r"(-?\d+(?:\.\d+)?)%")
_POINTS = {"pt": 1.0, "mm": 72 / 25.4, "cm": 72 / 2.54, "in": 72.0, "pc": 12.0, "pi": 12.0}
_TWIPS, _HALVES, _FIFTIETHS, _THOUSANDTHS = 20, 2, 50, 1_000

_HALF_POINTS = frozenset(_W + name for name in ("sz", "szCs", "kern", "position"))
_MEASURED = _HALF_POINTS | {_W + name for name in ("spacing", "trHeight", "defaultTabStop")}
"""Elements whose `w:val` is a measure; in others it may be any text."""
_SIDED = frozenset(_W + name for name in ("tblBorders", "tcBorders", "tblCellMar", "tcMar"))
_SIDES = {"start": "left", "end": "right", "startChars": "leftChars", "endChars": "rightChars"}
_DIRECTIONS = {"tb": "lrTb", "rl": "tbRl", "lr": "btLr", "tbV": "lrTbV", "rlV": "tbRlV", "lrV": "tbLrV"}
_WORDS = {_W + name: _SIDES for name in ("jc", "lvlJc", "tab")} | {f"{_W}textDirection": _DIRECTIONS}
"""Elements whose `w:val` is a word that is spelled otherwise."""


def is_strict(parts: dict[str, bytes]) -> bool:
    """Whether the package says that its main part is strict."""
    return _MARK in parts.get("_rels/.rels", b"")


def transitional(parts: dict[str, bytes], kind: Kind) -> dict[str, bytes]:
    """Return the parts of a strict package as a transitional one has them.

    Raises:
        InvalidInputError: a part is not well-formed.
        RefusedError: a part declares a DTD or is over a limit.

    """
    return {
        name: _rewritten(data, name, kind) if name.endswith((".xml", ".rels")) else data
        for name, data in parts.items()
    }


def _rewritten(data: bytes, name: str, kind: Kind) -> bytes:
    plain = etree.tostring(parse_xml(data, name, kind), encoding="UTF-8")
    root = parse_xml(_URI.sub(rb"http://schemas.openxmlformats.org/\1/2006/\2", plain), name, kind)
    for node in root.iter(etree.Element):
        _respell(node)
        _rename_sides(node)
    return etree.tostring(root, encoding="UTF-8", standalone=True)


def _respell(node: Element) -> None:
    tag = str(node.tag)
    for key, text in cast("list[tuple[str, str]]", node.items()):
        if measure := _MEASURE.fullmatch(text):
            if key.startswith(_W) and (key != _VALUE or tag in _MEASURED):
                per_point = _HALVES if tag in _HALF_POINTS else _TWIPS
                node.set(key, _whole(measure[1], _POINTS[measure[2]] * per_point))
        elif share := _SHARE.fullmatch(text):
            node.set(key, _whole(share[1], _parts_of_percent(tag, key)))
        elif key == _VALUE:
            node.set(key, _WORDS.get(tag, {}).get(text, text))


def _parts_of_percent(tag: str, key: str) -> int:
    """Return the unit of transitional shares: of colours and pictures, of widths, of anything else."""
    if tag.startswith(_A):
        return _THOUSANDTHS
    return _FIFTIETHS if key == f"{_W}w" else 1


def _whole(number: str, factor: float) -> str:
    return str(round(float(number) * factor))


def _rename_sides(node: Element) -> None:
    """Call the start and end of a line left and right: borders and margins of tables, indents."""
    parent, name = node.getparent(), str(node.tag).removeprefix(_W)
    if parent is not None and parent.tag in _SIDED:
        node.tag = _W + _SIDES.get(name, name)
    if name == "ind":
        for strict, usual in _SIDES.items():
            if _W + strict in node.attrib:
                node.set(_W + usual, node.attrib.pop(_W + strict))
