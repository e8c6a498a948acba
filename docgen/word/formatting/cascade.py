"""The layers of formatting, from the defaults of a file to what stands in a run (ECMA-376, Part 1, 17.7.2).

Properties are a plain dict: the attributes of each property element by its name, "pBdr/top" for one inside
another. A stronger layer replaces an element whole, or attribute by attribute where Word does so.
"""

from collections.abc import Mapping
from typing import TypeAlias

from docgen.errors import InvalidInputError
from docgen.package import Element, Package
from docgen.word.ooxml import W, child, flag, value

Attributes: TypeAlias = dict[str, str]
Properties: TypeAlias = dict[str, Attributes]

TOGGLES = frozenset({"b", "i", "caps", "smallCaps", "strike", "vanish"})
"""Properties that a style turns round (17.7.3), as far as they are shown."""

_NORMAL = "Normal"
"""The default style of paragraphs where none says that it is."""

_OFF = frozenset({"0", "false", "off", "none"})
_MERGED = frozenset({"ind", "spacing", "rFonts", "framePr", "tabs"})
_HOLDERS = frozenset({"pBdr", "numPr", "tblBorders", "tcBorders", "tblCellMar", "tcMar"})
_LEFT_OUT = frozenset({"rPr", "sectPr", "pPrChange", "rPrChange"})
_LOGICAL = {"start": "left", "end": "right", "startChars": "leftChars", "endChars": "rightChars"}
_RIVALS = (
    ("firstLine", "hanging"),
    ("firstLineChars", "hangingChars"),
    ("ascii", "asciiTheme"),
    ("hAnsi", "hAnsiTheme"),
    ("eastAsia", "eastAsiaTheme"),
)
"""Attributes of which a stronger layer's one puts out a weaker layer's other."""


def properties(holder: Element | None) -> Properties:
    """Return what a `w:pPr`, `w:rPr`, `w:tblPr` … says."""
    found: Properties = {}
    for node in () if holder is None else holder.iterchildren(f"{W}*"):
        name = _local(node.tag)
        if name in _HOLDERS:
            found |= {
                f"{name}/{_logical(_local(kid.tag))}": _attributes(kid) for kid in node.iterchildren(f"{W}*")
            }
        elif name == "tabs":
            found[name] = dict(_stop(kid) for kid in node.iterchildren(f"{W}tab"))
        elif name not in _LEFT_OUT:
            found[name] = _attributes(node)
    return found


def merged(weaker: Properties, stronger: Properties) -> Properties:
    """Return the properties of two layers together."""
    result = weaker | stronger
    for name in _MERGED & weaker.keys() & stronger.keys():
        result[name] = _without_rivals(weaker[name], stronger[name]) | stronger[name]
    return result


def toggled(weaker: Properties, level: Properties, base: Properties) -> Properties:
    """Return `weaker` with a level of styles over it, whose toggles turn those of `base` round (17.7.3)."""
    result = merged(weaker, level)
    for name in TOGGLES & level.keys():
        turns = on(level, name) != on(base, name)
        result[name] = {"val": "1" if on(weaker, name) != turns else "0"}
    return result


def on(found: Mapping[str, Attributes], name: str, *, absent: bool = False) -> bool:
    """Whether a property that is on or off is on (17.17.4)."""
    return absent if name not in found else found[name].get("val", "1") not in _OFF


class Styles:
    """The styles of one file."""

    def __init__(self, package: Package) -> None:
        names = package.related(package.main, "styles")
        root = package.xml(names[0]) if names else None
        nodes = [] if root is None else list(root.iterchildren(f"{W}style"))
        self._styles = {node.get(f"{W}styleId", ""): node for node in nodes}
        self._defaults = {kind: _default(nodes, kind) for kind in ("paragraph", "table")}
        self._ids = {value(node, "name").lower(): id_ for id_, node in self._styles.items()}
        self._layers: dict[tuple[str, str], Properties] = {}
        defaults = child(root, "docDefaults")
        self.paragraphs = properties(child(child(defaults, "pPrDefault"), "pPr"))
        self.runs = properties(child(child(defaults, "rPrDefault"), "rPr"))
        """What the defaults of the file say of paragraphs, and of runs."""

    def known(self, style: str, kind: str) -> str:
        """Return the style that a reference to `style` gives: the default of its kind for an unknown one."""
        node = self._styles.get(style)
        return style if node is not None and _kind(node) == kind else self._defaults.get(kind, "")

    def named(self, name: str) -> str:
        """Return the id of the style that an officer sees under `name`; empty where there is none."""
        return self._ids.get(name.lower(), "")

    def chain(self, style: str, kind: str) -> list[Element]:
        """Return the style and those that it is based on, the root first; a dead link ends it.

        Raises:
            InvalidInputError: they are based on each other in a circle.

        """
        chain: list[Element] = []
        while (node := self._styles.get(style)) is not None and _kind(node) == kind:
            if node in chain:
                raise _circle(style)
            chain.insert(0, node)
            style = value(node, "basedOn")
        return chain

    def layer(self, style: str, kind: str, part: str) -> Properties:
        """Return what a style says in its `part` ("pPr", "rPr"), with those that it is based on.

        Raises:
            InvalidInputError: they are based on each other in a circle.

        """
        key = (f"{kind} {style}", part)
        if key not in self._layers:
            found: Properties = {}
            for node in self.chain(style, kind):
                found = merged(found, properties(child(node, part)))
            self._layers[key] = found
        return self._layers[key]


def _local(tag: object) -> str:
    return str(tag).rpartition("}")[2]


def _logical(name: str) -> str:
    return _LOGICAL.get(name, name)


def _attributes(node: Element) -> Attributes:
    return {_logical(_local(name)): str(text) for name, text in node.attrib.items()}


def _stop(node: Element) -> tuple[str, str]:
    kind, leader = node.get(f"{W}val", "left"), node.get(f"{W}leader", "none")
    return node.get(f"{W}pos", "0"), f"{kind} {leader}"


def _without_rivals(weaker: Attributes, stronger: Attributes) -> Attributes:
    put_out = {name for pair in _RIVALS if not stronger.keys().isdisjoint(pair) for name in pair}
    return {name: text for name, text in weaker.items() if name not in put_out}


def _kind(style: Element) -> str:
    return style.get(f"{W}type", "paragraph")


def _default(nodes: list[Element], kind: str) -> str:
    """Return the id of the default style of a kind: the last one declared so, as Word takes it."""
    ids = {node.get(f"{W}styleId", ""): node for node in nodes if _kind(node) == kind}
    found = [style for style, node in ids.items() if flag(node, "default")]
    return found[-1] if found else _NORMAL if kind == "paragraph" and _NORMAL in ids else ""


def _circle(style: str) -> InvalidInputError:
    return InvalidInputError(
        f"Các kiểu (style) trong tệp Word dựa vòng tròn lên nhau: “{style}”.",
        "Hãy mở tệp bằng Word, sửa mục “Dựa trên kiểu” (Style based on) của các kiểu rồi lưu lại.",
    )
