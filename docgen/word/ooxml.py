"""The vocabulary of OOXML: its XML names, elements read and written, measures (ECMA-376, Part 1)."""

import math

from lxml import etree

from docgen.package import Element

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
PIC = "{http://schemas.openxmlformats.org/drawingml/2006/picture}"
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
WPS = "{http://schemas.microsoft.com/office/word/2010/wordprocessingShape}"
WPG = "{http://schemas.microsoft.com/office/word/2010/wordprocessingGroup}"
WPC = "{http://schemas.microsoft.com/office/word/2010/wordprocessingCanvas}"
V = "{urn:schemas-microsoft-com:vml}"
O = "{urn:schemas-microsoft-com:office:office}"  # noqa: E741 - its usual prefix
W10 = "{urn:schemas-microsoft-com:office:word}"
CP = "{http://schemas.openxmlformats.org/package/2006/metadata/core-properties}"
DC = "{http://purl.org/dc/elements/1.1/}"
DCTERMS = "{http://purl.org/dc/terms/}"
SPACE = "{http://www.w3.org/XML/1998/namespace}space"
XSI = "{http://www.w3.org/2001/XMLSchema-instance}"

DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

FARTHEST = 10_000.0
"""Points beyond which no measure goes; the largest page of Word has 1,584."""

_TWIPS = 20
_EMU_PER_POINT = 12_700
_ON = frozenset({"1", "true", "on"})
_OFF = frozenset({"0", "false", "off", "none"})
_UNITS = {"pt": 1.0, "mm": 72 / 25.4, "cm": 72 / 2.54, "in": 72.0, "pc": 12.0, "pi": 12.0}


def element(name: str, *children: Element, **attributes: str) -> Element:
    """Return a `w:name` with attributes `w:…` and children."""
    named = {W + key: text for key, text in attributes.items()}
    node = etree.Element(W + name, named, nsmap={"w": W[1:-1]})
    node.extend(children)
    return node


def words(text: str) -> Element:
    """Return a `w:t` of `text`, its blanks kept."""
    node = element("t")
    node.set(SPACE, "preserve")
    node.text = text
    return node


def written(root: Element) -> bytes:
    """Return a part as it is stored."""
    return etree.tostring(root, encoding="UTF-8", xml_declaration=True, standalone=True)


def child(node: Element | None, name: str) -> Element | None:
    """Return the child `w:name`, or None."""
    return None if node is None else next(node.iterchildren(W + name), None)


def attribute(node: Element | None, name: str, default: str = "") -> str:
    """Return the attribute `w:name` of a node, `default` where either is absent."""
    return default if node is None else node.get(W + name, default)


def value(node: Element | None, name: str, default: str = "") -> str:
    """Return the `w:val` of the child `w:name`."""
    return attribute(child(node, name), "val", default)


def flag(node: Element | None, name: str, *, absent: bool = False) -> bool:
    """Read an attribute `w:name` that is on or off; `absent` when it is not there."""
    text = attribute(node, name)
    return text in _ON if text else absent


def is_on(node: Element | None, *, absent: bool = False) -> bool:
    """Read a `w:val` that is on or off (17.17.4); `absent` when the element is not there."""
    return absent if node is None else node.get(f"{W}val", "1") not in _OFF


def number(text: str | None, default: int = 0) -> int:
    """Return a whole number of the file, `default` when it is absent or none."""
    return int(figure(text, default))


def figure(text: str | None, default: float = 0.0) -> float:
    """Return a finite number of the file, `default` when it is absent or none."""
    try:
        found = float(text or "")
    except ValueError:
        return default
    return found if math.isfinite(found) else default


def points(measure: str | None, default: float = 0.0) -> float:
    """Turn a measure in twentieths of a point, or with a unit ("1.5cm", 22.9.2.15), into points."""
    unit = (measure or "")[-2:]
    if unit in _UNITS:
        return _near(figure((measure or "")[:-2], default / _UNITS[unit]) * _UNITS[unit])
    return _near(figure(measure, default * _TWIPS) / _TWIPS)


def emu(text: str | None, default: float = 0.0) -> float:
    """Turn English metric units (20.1.10.16) into points."""
    return _near(figure(text, default * _EMU_PER_POINT) / _EMU_PER_POINT)


def _near(length: float) -> float:
    return max(-FARTHEST, min(length, FARTHEST))
