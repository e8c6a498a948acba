"""What the attributes of VML measure (ECMA-376, Part 4, 14.1.2)."""

import re

from docgen.package import Element
from docgen.word.ooxml import figure

_UNITS = {"pt": 1.0, "in": 72.0, "cm": 72 / 2.54, "mm": 72 / 25.4, "pc": 12.0, "px": 0.75, "": 0.75}
"""Points; a length without a unit counts dots of the screen."""

_LENGTH = re.compile(r"\s*(-?[\d.]+)\s*(pt|in|cm|mm|pc|px|)\s*")


def style_of(node: Element) -> dict[str, str]:
    """Return the properties in the `style` of a shape."""
    pairs = (part.partition(":") for part in node.get("style", "").split(";"))
    return {name.strip().lower(): text.strip() for name, _, text in pairs}


def length_of(text: str | None, default: float = 0.0) -> float:
    """Return a length in points; `default` where there is none."""
    found = _LENGTH.fullmatch(text or "")
    return figure(found[1], default) * _UNITS[found[2]] if found else default


def pair_of(text: str | None, default: str) -> tuple[float, float]:
    """Return two coordinates, such as "10pt,5pt" or those of a group."""
    first, _, second = (text or default).partition(",")
    return _coordinate(first), _coordinate(second)


def _coordinate(text: str) -> float:
    """Return one coordinate: points where it has a unit, else as the group counts."""
    return figure(text.strip(), length_of(text))
