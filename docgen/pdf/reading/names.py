"""The namespaces of OOXML that reading meets, and small readers of elements."""

from docgen.word.formatting import W
from docgen.word.package import Element

R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
WPS = "{http://schemas.microsoft.com/office/word/2010/wordprocessingShape}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"

_EMU_PER_POINT = 12_700


def child(node: Element | None, name: str) -> Element | None:
    """Return the child `w:name`, or None."""
    return None if node is None else node.find(W + name)


def value(node: Element | None, name: str, default: str = "") -> str:
    """Return the `w:val` of the child `w:name`."""
    found = child(node, name)
    return default if found is None else found.get(f"{W}val", default)


def number(text: str | None, default: int = 0) -> int:
    """Return a whole number of the file, `default` when it is absent or none."""
    try:
        return int(text) if text is not None else default
    except ValueError:
        return default


def emu(text: str | None) -> float:
    """Turn English metric units into points."""
    return number(text) / _EMU_PER_POINT
