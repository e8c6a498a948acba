"""The styles of a draft: those that a file has under their names, or else ours."""

from dataclasses import dataclass

from docgen.package import Element, Package
from docgen.rules import length
from docgen.word.ooxml import W, element, value, written


@dataclass(frozen=True)
class Style:
    """A style by the names that programs give it, ours first; bold, or of a size of the rules."""

    id: str
    kind: str
    names: tuple[str, ...]
    size: str = ""


REFERENCE = Style(
    "CommentReference", "character", ("annotation reference", "comment reference"), "comment.reference"
)
TEXT = Style("CommentText", "paragraph", ("annotation text", "comment text"), "comment.text")
DRAFT = Style("DuThao", "paragraph", ("Dự thảo",))


class Styles:
    """The styles of a file, and those that are added to it."""

    def __init__(self, package: Package) -> None:
        self._part = next(iter(package.related(package.main, "styles")), "")
        self._root = package.xml(self._part) if self._part else element("styles")
        self._ids = {
            value(known, "name").casefold(): known.get(f"{W}styleId", "")
            for known in self._root.iter(f"{W}style")
        }
        self._added = False

    def parts(self) -> dict[str, bytes]:
        """Return the part of styles, where some were added to it."""
        return {self._part: written(self._root)} if self._part and self._added else {}

    def of_run(self, style: Style) -> list[Element]:
        """Return the properties of a run in `style`."""
        return [element("rPr", element("rStyle", val=self.named(style)))]

    def of_paragraph(self, style: Style) -> list[Element]:
        """Return the properties of a paragraph in `style`."""
        return [element("pPr", element("pStyle", val=self.named(style)))]

    def named(self, style: Style, base: str = "") -> str:
        """Return the id that `style` has in the file, where it is added on `base` if it is not there."""
        for name in map(str.casefold, style.names):
            if name in self._ids:
                return self._ids[name]
        return self._add(style, base or self._usual(style))

    def _usual(self, style: Style) -> str:
        """Return the style that paragraphs, or runs, have where none is named."""
        of_kind = (known for known in self._root.iter(f"{W}style") if known.get(f"{W}type") == style.kind)
        return next(
            (known.get(f"{W}styleId", "") for known in of_kind if known.get(f"{W}default") == "1"), ""
        )

    def _add(self, style: Style, base: str) -> str:
        style_id = style.id if style.id not in self._ids.values() else f"{style.id}Docgen"
        based = [element("basedOn", val=base)] if base else []
        custom = {"customStyle": "1"} if style is DRAFT else {}
        node = element("style", type=style.kind, styleId=style_id, **custom)
        node.extend([element("name", val=style.names[0]), *based, element("rPr", *_face(style))])
        self._root.append(node)
        self._ids[style.names[0].casefold()] = style_id
        self._added = True
        return style_id


def _face(style: Style) -> list[Element]:
    if not style.size:
        return [element("b"), element("bCs")]
    size = str(length(style.size).half_points)
    return [element("sz", val=size), element("szCs", val=size)]
