"""The colours and fonts of the theme (ECMA-376, Part 1, 20.1.6), and what changes a colour (20.1.2.3)."""

import colorsys
import re
from collections.abc import Callable, Mapping

from docgen.package import Element, Package
from docgen.word.ooxml import A, W, child, figure

_GAMMA = 2.3
_ALL = 100_000
_BYTE = 255
_RGB = re.compile(r"[0-9A-Fa-f]{6}")
_SCHEME = {
    "text1": "dk1",
    "tx1": "dk1",
    "dark1": "dk1",
    "background1": "lt1",
    "bg1": "lt1",
    "light1": "lt1",
    "text2": "dk2",
    "tx2": "dk2",
    "dark2": "dk2",
    "background2": "lt2",
    "bg2": "lt2",
    "light2": "lt2",
    "hyperlink": "hlink",
    "followedHyperlink": "folHlink",
}
"""Word's and DrawingML's names of a colour → its name in the scheme, as files map them if they do not say."""

_MAPPED = {"bg1": "lt1", "t1": "dk1", "bg2": "lt2", "t2": "dk2"}
_ALIASES = {
    "bg1": ("bg1", "background1"),
    "t1": ("tx1", "text1"),
    "bg2": ("bg2", "background2"),
    "t2": ("tx2", "text2"),
}
_LONG = {"dark1": "dk1", "light1": "lt1", "dark2": "dk2", "light2": "lt2"}
_SCRIPTS = {"EastAsia": "ea", "Bidi": "cs"}


class Theme:
    """The theme of one file; a file without one has no colours and fonts in it."""

    def __init__(self, package: Package) -> None:
        names = package.related(package.main, "theme")
        root = package.xml(names[0]) if names else None
        self._colors = {} if root is None else dict(_scheme(root))
        self._fonts = {} if root is None else dict(_fonts(root))
        self._names = _SCHEME | _mapping(package)

    def color(self, name: str) -> str:
        """Return the colour that Word or DrawingML calls `name` as RRGGBB; empty where there is none."""
        return self._colors.get(self._names.get(name, name), "")

    def font(self, token: str) -> str:
        """Return the family that "minorHAnsi", "majorEastAsia" … stand for; empty where there is none."""
        return self._fonts.get(token, "")

    def tinted(self, attributes: Mapping[str, str], key: str = "themeColor") -> str:
        """Return the colour that `w:themeColor` with its tint and shade gives (17.3.2.6), or nothing."""
        if key not in attributes:
            return ""
        prefix = "theme" if key == "themeColor" else key
        color = self.color(attributes[key])
        tint, shade = (_share(attributes.get(prefix + change, "")) for change in ("Tint", "Shade"))
        if not color or tint == shade == 1:
            return color
        return _with_light(color, lambda light: light * shade * tint + 1 - tint)


def rgb(text: str | None) -> str:
    """Return a colour of the file as RRGGBB in capitals; empty for "auto" and for what is no colour."""
    return (text or "").upper() if _RGB.fullmatch(text or "") else ""


def changed(color: str, changes: Element) -> str:
    """Return `color` (RRGGBB) after the changes that stand in a colour of DrawingML, in their order."""
    for node in changes:
        change = _CHANGES.get(str(node.tag).removeprefix(A))
        if change is not None:
            color = change(color, figure(node.get("val"), _ALL) / _ALL)
    return color


def mixed(color: str, ground: str, share: float) -> str:
    """Return `share` of one colour over another, all RRGGBB."""
    pairs = zip(_parts(color), _parts(ground), strict=True)
    return _joined([above * share + below * (1 - share) for above, below in pairs])


def _share(text: str) -> float:
    return int(text, 16) / _BYTE if re.fullmatch(r"[0-9A-Fa-f]{1,2}", text) else 1.0


def _scheme(root: Element) -> list[tuple[str, str]]:
    schemes = root.iter(f"{A}clrScheme")
    return [(str(node.tag).removeprefix(A), _first_color(node)) for scheme in schemes for node in scheme]


def _first_color(node: Element) -> str:
    found = next(node.iterchildren(), None)
    return "" if found is None else rgb(found.get("lastClr") or found.get("val"))


def _fonts(root: Element) -> list[tuple[str, str]]:
    found = []
    for size in ("major", "minor"):
        font = root.find(f".//{A}{size}Font")
        for script, tag in (("HAnsi", "latin"), ("Ascii", "latin"), *_SCRIPTS.items()):
            node = None if font is None else font.find(A + tag)
            found.append((size + script, "" if node is None else node.get("typeface", "")))
    return found


def _mapping(package: Package) -> dict[str, str]:
    """Return how the settings map names of colours to the scheme (17.15.1.20), where they do."""
    names = package.related(package.main, "settings")
    node = child(package.xml(names[0]), "clrSchemeMapping") if names else None
    if node is None:
        return {}
    told = {name: _LONG.get(node.get(W + name, ""), default) for name, default in _MAPPED.items()}
    return {alias: told[name] for name, aliases in _ALIASES.items() for alias in aliases}


def _with_light(color: str, change: Callable[[float], float]) -> str:
    hue, light, saturation = colorsys.rgb_to_hls(*(part / _BYTE for part in _parts(color)))
    light = min(1.0, max(0.0, change(light)))
    return _joined([part * _BYTE for part in colorsys.hls_to_rgb(hue, light, saturation)])


def _linear(color: str, change: Callable[[float], float]) -> str:
    """Change the parts of a colour as light adds up, not as screens count it."""
    parts = [change((part / _BYTE) ** _GAMMA) for part in _parts(color)]
    return _joined([_BYTE * max(0.0, part) ** (1 / _GAMMA) for part in parts])


def _parts(color: str) -> list[int]:
    return [int(color[at : at + 2], 16) for at in (0, 2, 4)]


def _joined(parts: list[float]) -> str:
    return "".join(f"{min(_BYTE, max(0, round(part))):02X}" for part in parts)


_CHANGES: dict[str, Callable[[str, float], str]] = {
    "lumMod": lambda color, by: _with_light(color, lambda light: light * by),
    "lumOff": lambda color, by: _with_light(color, lambda light: light + by),
    "tint": lambda color, by: _linear(color, lambda part: 1 - (1 - part) * by),
    "shade": lambda color, by: _linear(color, lambda part: part * by),
}
