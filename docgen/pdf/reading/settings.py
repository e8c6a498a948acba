"""What the settings of a file say of its layout (ECMA-376, Part 1, 17.15.1)."""

from dataclasses import dataclass

from docgen.package import Element, Package
from docgen.word.ooxml import W, attribute, child, is_on, number, points, value

EDGES_AT_MARGIN = 15
"""The version of Word from which the border of a table, and not its text, stands at the margin."""

_OLDEST = 12
_TAB = "720"


@dataclass(frozen=True)
class Settings:
    """The settings that a page depends on; `compatibility` is the version of Word that lays it out."""

    compatibility: int = _OLDEST
    tab_distance: float = 36.0
    even_headers: bool = False
    mirrored: bool = False
    gutter_at_top: bool = False
    footnotes: Element | None = None
    endnotes: Element | None = None
    """How notes are numbered (17.11.12, 17.11.4), where a section does not say."""


def read_settings(package: Package) -> Settings:
    """Return the settings of a file; Word's own where it has none."""
    names = package.related(package.main, "settings")
    if not names:
        return Settings()
    root = package.xml(names[0])
    return Settings(
        compatibility=_compatibility(root),
        tab_distance=points(value(root, "defaultTabStop", _TAB)),
        even_headers=is_on(child(root, "evenAndOddHeaders")),
        mirrored=is_on(child(root, "mirrorMargins")),
        gutter_at_top=is_on(child(root, "gutterAtTop")),
        footnotes=child(root, "footnotePr"),
        endnotes=child(root, "endnotePr"),
    )


def _compatibility(root: Element) -> int:
    """Return the version of Word whose layout the file asks for: 15 is Word 2013 and later, 12 Word 2007."""
    modes = [
        node for node in root.iter(f"{W}compatSetting") if attribute(node, "name") == "compatibilityMode"
    ]
    return number(attribute(modes[0], "val"), _OLDEST) if modes else _OLDEST
