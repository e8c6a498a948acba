"""The arrows of a package: from a part to another part, or to the outside (ECMA-376, Part 2, clause 6.5)."""

import posixpath
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import unquote

from docgen.package.kinds import Kind
from docgen.package.xml import Element, parse_xml

TRANSITIONAL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

RELATIONSHIP = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
"""The name of an arrow in a listing."""


def listing_of(part: str) -> str:
    """Return the part that lists the arrows of `part`, or of the package itself when it is empty (6.5.2)."""
    folder, name = posixpath.split(part)
    return posixpath.join(folder, "_rels", f"{name}.rels")


@dataclass(frozen=True)
class Relationship:
    """One arrow: to another part (`target` is its full name) or, when `external`, to the outside."""

    id: str
    type: str
    target: str
    external: bool

    @property
    def kind(self) -> str:
        """The last word of the type, such as "image" or "attachedTemplate"."""
        return self.type.rsplit("/", 1)[-1]


class Arrows:
    """The relationships of the parts of one package, each listing read once."""

    def __init__(self, parts: dict[str, bytes], kind: Kind) -> None:
        self._parts, self._kind = parts, kind
        self._names = {name.lower(): name for name in parts}
        self._read: dict[str, dict[str, Relationship]] = {}

    def of(self, part: str) -> dict[str, Relationship]:
        """Return the relationships of `part` by id, those of the package itself when `part` is empty."""
        if part not in self._read:
            listing, folder = self._named(listing_of(part)), posixpath.dirname(part)
            self._read[part] = {arrow.id: arrow for arrow in self._listed(listing, folder)}
        return self._read[part]

    def _listed(self, listing: str, folder: str) -> Iterator[Relationship]:
        if listing in self._parts:
            for node in parse_xml(self._parts[listing], listing, self._kind).iter(RELATIONSHIP):
                yield self._arrow(node, folder)

    def _arrow(self, node: Element, folder: str) -> Relationship:
        target, external = node.get("Target", ""), node.get("TargetMode") == "External"
        if not external:
            target = self._named(posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/"))
        return Relationship(node.get("Id", ""), node.get("Type", ""), target, external)

    def _named(self, name: str) -> str:
        """Return the name that the archive has for `name`: case and signs like %20 may differ (6.2.2.3)."""
        return self._names.get(name.lower()) or self._names.get(unquote(name).lower(), name)
